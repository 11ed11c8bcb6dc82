"""Speakers named by the lines around a quotation: "Jo Bloggs, Head of Careers" below it, "What the judges said"
above."""

from __future__ import annotations

from collections.abc import Sequence

from champion_extract.finding.quotes.labels import label_speaker
from champion_extract.finding.quotes.paragraphs import Paragraph
from champion_extract.finding.quotes.pointers import Pointer
from champion_extract.finding.quotes.roles import read_standing
from champion_extract.finding.quotes.set_off import in_list_of_people, introduced_by, is_dash_line, signed_by
from champion_extract.finding.quotes.words import words_of

_LONGEST = 160


class Lines:
    """The speaker lines of a document. ``used``: indices of paragraphs that were read as such."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph]) -> None:
        self.used: set[int] = set()
        self._text = text
        self._paragraphs = paragraphs
        self._above: dict[int, bool] = {}
        self._cards: dict[int, Pointer | None] = {}
        self._carded: dict[int, bool] = {}

    def speaker(self, index: int) -> tuple[Pointer | None, str]:
        """Who the line below or above paragraph ``index`` says speaks, and which line it was; "" if neither does."""
        carded = self._two_lines_above(index)
        if carded is not None:
            return carded, "line_above"
        below = None if self._stand_above(index) else self._below(index)
        if below is not None and (is_dash_line(self._paragraphs[index + 1]) or below.kind == "person"):
            return below, "line_below"
        if index and index - 1 not in self.used:
            above = self._paragraphs[index - 1]
            cue = introduced_by(self._text, above)
            if cue is not None and (cue.pointer is not None or (below is None and cue.rule == "label")):
                return cue.pointer, "line_above"
            if below is None and not is_dash_line(above):
                pointer = signed_by(self._text, above, dashed=False)
                if pointer is not None and pointer.kind == "person" and _has_standing(pointer):
                    self.used.add(index - 1)
                    return pointer, "line_above"
        return below, "line_below" if below is not None else ""

    def _two_lines_above(self, index: int) -> Pointer | None:
        """The speaker whose name and role stand on two lines above the quotation, as on cards one below the other."""
        if self._card(index) is None:
            return None
        above = True
        if index >= 3 and self._is_quoted(index - 3):  # else the lines may belong to the quotation above them
            above = self._carded.get(index - 3, False)
        self._carded[index] = above
        return self._card(index) if above else None

    def _card(self, index: int) -> Pointer | None:
        if index not in self._cards:
            self._cards[index] = self._read_card(index)
        return self._cards[index]

    def _read_card(self, index: int) -> Pointer | None:
        if index < 2 or {index - 1, index - 2} & self.used:
            return None
        line, more = self._paragraphs[index - 2], self._paragraphs[index - 1]
        if more.blank or line.end - line.start > 40 or more.end - more.start > _LONGEST or is_dash_line(line):
            return None
        pointer = signed_by(self._text, line, dashed=False)
        if pointer is None or pointer.kind != "person" or pointer.end < line.end - 1:
            return None
        standing = signed_by(self._text, more, dashed=False)
        if standing is None or standing.kind != "role":
            return None
        role = self._text[standing.start : standing.end]
        return pointer._replace(role=role, organisation=standing.organisation)

    def _stand_above(self, index: int) -> bool:
        """Whether in a row of quotations and speaker lines each line belongs to the quotation below it."""
        known = self._above.get(index)
        if known is not None:
            return known
        first = last = index
        while first - 2 >= 0 and self._is_line(first - 1) and self._is_quoted(first - 2):
            first -= 2
        while last + 2 < len(self._paragraphs) and self._is_line(last + 1) and self._is_quoted(last + 2):
            last += 2
        above = first >= 1 and self._is_line(first - 1)
        if above and last + 1 < len(self._paragraphs) and self._is_line(last + 1):
            above = not self._paragraphs[index].blank and self._paragraphs[index + 1].blank
        for place in range(first, last + 1, 2):
            self._above[place] = above
        return above

    def _is_line(self, index: int) -> bool:
        """Whether the paragraph is a speaker's line without a dash."""
        line = self._paragraphs[index]
        if is_dash_line(line) or line.end - line.start > _LONGEST:
            return False
        pointer = signed_by(self._text, line, dashed=False)
        return pointer is not None and _has_standing(pointer)

    def _is_quoted(self, index: int) -> bool:
        line = self._paragraphs[index]
        return self._text[line.start] in "“\"‘'«„" and self._text[line.end - 1] in "”\"’'»“."

    def _below(self, index: int) -> Pointer | None:
        """The speaker named by the line or lines right below."""
        if index + 1 >= len(self._paragraphs):
            return None
        line = self._paragraphs[index + 1]
        following = self._paragraphs[index + 2] if index + 2 < len(self._paragraphs) else None
        label = self._label(line)
        if label is not None and (following is None or not self._is_quoted(index + 2)):
            self.used.add(index + 1)
            return label
        dashed = is_dash_line(line) and not in_list_of_people(self._paragraphs, index + 1)
        pointer = signed_by(self._text, line, dashed=dashed)
        if pointer is None:
            return None
        if (
            not dashed
            and pointer.kind == "person"
            and not _has_standing(pointer)
            and following is not None
            and not following.blank
        ):
            more = signed_by(self._text, following, dashed=False)
            if more is not None and more.kind in ("role", "body"):
                self.used.add(index + 2)
                role = self._text[more.start : more.end] if more.kind == "role" else None
                pointer = pointer._replace(role=role, organisation=more.organisation or self._body(index + 3))
        self.used.add(index + 1)
        return pointer

    def _label(self, line: Paragraph) -> Pointer | None:
        """The owner of a label that stands below what it is about: "Judges' citation"."""
        if line.end - line.start >= 60 or self._text[line.end - 1] in ":.?!":
            return None
        words = words_of(self._text, line.start, line.end)
        if not 1 < len(words) < 6 or words[0].lower == "what":
            return None
        label = label_speaker(self._text, words, line.end)
        return label.pointer if label is not None else None

    def _body(self, index: int) -> str | None:
        """The body that a line of its own names, right below a speaker's name and role."""
        if index >= len(self._paragraphs) or self._paragraphs[index].blank:
            return None
        line = self._paragraphs[index]
        if line.end - line.start > 80:
            return None
        standing = read_standing(self._text, words_of(self._text, line.start, line.end))
        if standing.role is not None or standing.organisation is None:
            return None
        if len(standing.organisation) < line.end - line.start - 2:
            return None
        self.used.add(index)
        return standing.organisation


def _has_standing(pointer: Pointer) -> bool:
    return pointer.role is not None or pointer.organisation is not None
