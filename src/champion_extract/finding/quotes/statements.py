"""Speech without marks on forms and cards: "Resident: I drove a crane ..." under "In their own words", and statements
below "Jo Bloggs, owner, Anytown Ltd" or above a name and a role on two lines.

A row "Name: words" is speech only below a line that asks what was said, or if a judge's letter or number stands before
it; a statement speaks of itself ("I", "our"), and the text around it does not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from champion_extract.finding.quotes.labels import signature
from champion_extract.finding.quotes.paragraphs import Paragraph
from champion_extract.finding.quotes.pointers import Pointer
from champion_extract.finding.quotes.set_off import could_be_speech, is_dash_line, signed_by, speaks_of_itself
from champion_extract.finding.quotes.speech import word_count
from champion_extract.finding.quotes.unlisted_names import has_shape_of_name
from champion_extract.finding.quotes.words import words_of
from champion_extract.tables.reporting import given_names, role_nouns, titles, word_class

_ROW = re.compile(r"([A-Z][^:\n“”\"?.!]{0,70}):[ \t\u00a0]{1,4}(?=[^\W_]|£)")
_LETTER = re.compile(r"[A-Z]|\d{1,2}")
_LONGEST_LINE = 160
_MARKS = '“”"‘«»„'


class Statements:
    """Speech without marks on the forms and cards of one document."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph]) -> None:
        self._text = text
        self._paragraphs = paragraphs
        self._asked: dict[int, bool] = {}
        self._lines: dict[int, Pointer | None] = {}
        self._counted: int | None = None

    def row(self, index: int) -> tuple[int, Pointer] | None:
        """Where the words of a row "Name: words" begin, and who speaks; None if the paragraph is no such row."""
        text, paragraph = self._text, self._paragraphs[index]
        match = _ROW.match(text, paragraph.start, paragraph.end)
        if match is None or word_count(text, match.end(), paragraph.end) < 4:
            return None
        judge = self._judge(match.start(1), match.end(1))
        if judge is not None:
            return match.end(), judge
        if not self._is_asked(index):
            return None
        pointer = self._who(match.start(1), match.end(1))
        return None if pointer is None else (match.end(), pointer)

    def below_line(self, index: int) -> Pointer | None:
        """The speaker of a statement whose name and role stand on the line above it, as on several in the text."""
        if not index or not self._speaks_of_itself(index):
            return None
        pointer = self._line(index - 1)
        if pointer is None:
            return None
        if self._counted is None:
            self._counted = sum(
                self._line(place - 1) is not None
                for place in range(1, len(self._paragraphs))
                if self._may_be_line(place - 1) and self._speaks_of_itself(place)
            )
        return pointer if self._counted > 1 else None

    def above_lines(self, index: int) -> tuple[Pointer, int] | None:
        """The speaker of a statement whose name and role stand on two lines below it, and how many lines to skip."""
        if index + 2 >= len(self._paragraphs) or not self._speaks_of_itself(index):
            return None
        text = self._text
        line, more = self._paragraphs[index + 1], self._paragraphs[index + 2]
        if more.blank or is_dash_line(line) or line.end - line.start > 40 or more.end - more.start > _LONGEST_LINE:
            return None
        if any(
            place >= 0 and speaks_of_itself(self._text, self._paragraphs[place]) for place in (index - 1, index - 2)
        ):
            return None
        pointer = signed_by(text, line, dashed=False)
        if pointer is None or pointer.kind != "person" or pointer.end < line.end - 1:
            return None
        standing = signed_by(text, more, dashed=False)
        if standing is None or standing.kind != "role":
            return None
        role = text[standing.start : standing.end]
        return pointer._replace(role=role, organisation=standing.organisation), 2

    def goes_on(self, index: int) -> bool:
        """Whether a paragraph after unmarked speech goes on with it: prose that speaks of itself, without marks."""
        return self._speaks_of_itself(index) and not self._paragraphs[index].lead

    def _speaks_of_itself(self, index: int) -> bool:
        paragraph = self._paragraphs[index]
        if not could_be_speech(self._text, paragraph) or not speaks_of_itself(self._text, paragraph):
            return False
        return not any(mark in _MARKS for mark in self._text[paragraph.start : min(paragraph.end, paragraph.start + 3)])

    def _may_be_line(self, index: int) -> bool:
        line = self._paragraphs[index]
        return line.end - line.start <= _LONGEST_LINE and self._text[line.end - 1] not in ".!?:;,"

    def _line(self, index: int) -> Pointer | None:
        """The person whom a line names with a role or body, and nothing else."""
        if index not in self._lines:
            line = self._paragraphs[index]
            pointer = None
            if self._may_be_line(index) and not is_dash_line(line):
                pointer = signed_by(self._text, line, dashed=False)
                if pointer is not None and (
                    pointer.kind != "person" or pointer.role is None or pointer.start > line.start + 6
                ):
                    pointer = None
            self._lines[index] = pointer
        return self._lines[index]

    def _judge(self, start: int, end: int) -> Pointer | None:
        """ "JUDGE A", "Judge 2"."""
        words = words_of(self._text, start, end)
        if len(words) != 2 or words[0].lower not in ("judge", "assessor", "panellist", "moderator", "reviewer"):
            return None
        if _LETTER.fullmatch(words[1].form) is None:
            return None
        return Pointer(words[0].start, words[1].end, "role", "u", None, None)

    def _who(self, start: int, end: int) -> Pointer | None:
        """Whom a row's label names: a person, a role, or a given name alone."""
        words = words_of(self._text, start, end)
        if not words or len(words) > 10 or words[0].lower in word_class("determiner"):
            return None
        first = words[0]
        bracket = self._text.find("(", start, end)
        named = [word for word in words if bracket < 0 or word.start < bracket]
        if len(named) == 1 and first.form[1:].islower() and first.lower not in role_nouns():
            if first.lower not in given_names() or first.lower in word_class("not_in_name"):
                return None
            return Pointer(first.start, first.end, "person", "u", None, None)
        pointer = signature(self._text, start, end)
        if pointer is None or pointer.start > start + 2:
            return None
        if pointer.kind == "person":
            forms = [word.form for word in named]
            known = first.lower in given_names() or first.lower in titles() or has_shape_of_name(forms)
            return pointer if known else None
        return pointer if pointer.kind == "role" and len(named) <= 6 else None

    def _is_asked(self, index: int) -> bool:
        """Whether the line above, or above the rows above, asks what people said."""
        if index in self._asked:
            return self._asked[index]
        asked = False
        if index:
            if self._asked.get(index - 1) and _ROW.match(self._text, self._paragraphs[index - 1].start) is not None:
                asked = True
            else:
                line = self._paragraphs[index - 1]
                if line.end - line.start <= 90 and _ROW.match(self._text, line.start, line.end) is None:
                    words = [word.lower for word in words_of(self._text, line.start, line.end)]
                    own = any(pair == ("own", "words") for pair in pairwise(words))
                    asked = own or not word_class("asks_for_words").isdisjoint(words)
        self._asked[index] = asked
        return asked
