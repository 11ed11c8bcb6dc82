"""Puts it together: which marked words are quotations, which paragraphs are speech without marks, and who says each.

Goes through the text once. For each piece the words beside it decide first, then the lines above and below, then what was
quoted before it; a piece that nothing vouches for is a quotation only if it reads as speech.
"""

from __future__ import annotations

from champion_extract.finding.facts import Quotation, SpeakerMention
from champion_extract.finding.quotes.cues import Cue, cue_after, cue_before, label_speaker, last_sentence, signature
from champion_extract.finding.quotes.marks import Marked, marked_words
from champion_extract.finding.quotes.paragraphs import Paragraph, split_paragraphs
from champion_extract.finding.quotes.roles import read_standing
from champion_extract.finding.quotes.set_off import (
    could_be_speech,
    in_first_person,
    in_list_of_people,
    inline_speech,
    introduced_by,
    is_dash_line,
    is_set_apart,
    is_strict_label,
    signed_by,
)
from champion_extract.finding.quotes.speakers import Speakers
from champion_extract.finding.quotes.speech import (
    ends_sentence,
    is_named_by,
    is_pull_quotation,
    is_title_case,
    names_follow,
    reads_as_speech,
    word_count,
)
from champion_extract.finding.quotes.subjects import Pointer, leading_speaker
from champion_extract.finding.quotes.words import words_of
from champion_extract.tables.reporting import ReportingVerb, reporting_verbs

_OUTER = " \t\u00a0\u202f\u200b\n\r"
_MARK_CHARACTERS = "\"“”„‟«»‘’‚‛'`>*_ \t\u00a0\u202f\u200b"
_THIRD_PERSON = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
_VIEW = ReportingVerb(False, False)
_AFTER_FRAGMENTS = frozenset(
    "and or but for in of to at on by with from as when while because that which who if after before during about than so is was"
    " were are had has have would could will since until throughout across over".split()
)
_THINKING = frozenset("think thinks thought feel feels felt believe believes believed see sees saw considered".split())
_CONFIDENCE = {
    "before": 0.97,
    "after": 0.97,
    "according": 0.95,
    "label": 0.96,
    "colon": 0.93,
    "signed": 0.95,
    "line_above": 0.92,
    "line_below": 0.94,
    "continued": 0.93,
    "same_paragraph": 0.9,
    "sentence": 0.75,
    "paragraph": 0.85,
    "fragment": 0.8,
    "set_off_after": 0.88,
    "set_off_inline": 0.8,
    "set_off_before": 0.8,
}


def find_quotes(text: str) -> list[Quotation]:
    """Quotations of ``text`` in order, not overlapping: the words inside the marks, one a paragraph and a piece.

    Offsets are code points. Takes any text and never raises. A quotation whose speaker the text does not tell has none.
    """
    paragraphs = split_paragraphs(text)
    if not paragraphs:
        return []
    return _Attribution(text, paragraphs).run()


class _Attribution:
    """One pass over a document."""

    def __init__(self, text: str, paragraphs: list[Paragraph]) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self.speakers = Speakers(text)
        self.pieces = marked_words(text, paragraphs)
        self.found: list[Quotation] = []
        self.by_group: dict[int, SpeakerMention | None] = {}
        self.last_said: tuple[int, SpeakerMention | None] | None = None  # paragraph and speaker of the quotation before
        self.used_lines: set[int] = set()
        self.above: dict[int, bool] = {}
        self.headers: dict[int, int] = {}
        self.unattributed: list[tuple[int, int]] = []  # index in found and group of what has no speaker yet

    def run(self) -> list[Quotation]:
        """All quotations, in order."""
        at = 0
        pieces = self.pieces
        count = len(pieces)
        for index in range(len(self.paragraphs)):
            first = at
            while at < count and pieces[at].paragraph == index:
                at += 1
            if at > first:
                self._marked_paragraph(index, pieces[first:at])
            elif index not in self.used_lines:
                self._plain_paragraph(index)
        for place, group in self.unattributed:
            speaker = self.by_group.get(group)
            if speaker is not None:
                self.found[place] = self.found[place]._replace(speaker=speaker)
        return self.found

    # --- speech in marks -------------------------------------------------------------------------------------------

    def _marked_paragraph(self, index: int, pieces: list[Marked]) -> None:
        paragraph = self.paragraphs[index]
        spoken: SpeakerMention | None = None
        any_said = False
        self.speakers.quoted = [(piece.start, piece.end) for piece in pieces]
        for number, piece in enumerate(pieces):
            floor = pieces[number - 1].outer_end if number else paragraph.start
            ceiling = pieces[number + 1].outer_start if number + 1 < len(pieces) else paragraph.end
            start, end = self._trim(piece)
            if end <= start:
                continue
            if not piece.closed and number + 1 == len(pieces) and piece.outer_end == paragraph.end:
                cut = self._missing_close(start, end)
                if cut is not None:
                    end, ceiling = cut, paragraph.end
                    piece = piece._replace(end=end, outer_end=end, closed=True)
            if not piece.opened and number == 0 and piece.group not in self.by_group:
                start = self._missing_open(paragraph, piece)
                if start < 0:
                    continue
            self._one(index, paragraph, pieces, number, piece, start, end, floor, ceiling, spoken, any_said)
            if self.found and self.found[-1].start == start:
                spoken = self.found[-1].speaker
                any_said = True

    def _one(
        self,
        index: int,
        paragraph: Paragraph,
        pieces: list[Marked],
        number: int,
        piece: Marked,
        start: int,
        end: int,
        floor: int,
        ceiling: int,
        spoken: SpeakerMention | None,
        any_said: bool,
    ) -> None:
        text = self.text
        before = cue_before(text, floor, piece.outer_start) if piece.opened else None
        after: Cue | None = None
        if piece.closed:
            after = cue_after(
                text,
                piece.outer_end,
                ceiling,
                ended=ends_sentence(text, start, end),
                next_quote=number + 1 < len(pieces),
            )
        if before is not None and number and before.start < floor + 1 and before.pointer is None and spoken is not None:
            before = before._replace(direct=True)
        cue = self._choose(before, after, start, end) or self._column(index, paragraph, piece)
        if cue is None and text[end - 1] == "," and number + 1 < len(pieces):  # “Dear Sue,” one reads, “thank you.”
            middle = cue_before(text, piece.outer_end, pieces[number + 1].outer_start)
            if middle is not None and middle.direct and middle.start - piece.outer_end < 3:
                cue = middle._replace(rule="after")
        if cue is None and number and any_said and self._same_sentence(floor, piece.outer_start):
            listed = self.found[-1].rule == "label" or text[floor : piece.outer_start].strip(" ,\u00a0") in (
                "",
                "and",
                "or",
                "&",
            )
            if self._fragment(start, end, floor, ceiling, piece) and (
                listed or text[start].islower() or reads_as_speech(text, start, end)
            ):
                self._say(index, piece, start, end, spoken, "fragment")
                return
        if (
            cue is not None
            and cue.pointer is None
            and cue.verb.endswith("ing")
            and text[piece.outer_end : piece.outer_end + 1] == ","
        ):
            # "Describing herself as “a bit of a nerd”, Freya Lund built ..."
            cue = cue._replace(pointer=leading_speaker(text, piece.outer_end + 1, ceiling, vouched=False))
        if (
            cue is not None
            and cue.rule == "colon"
            and is_title_case(text, start, end)
            and not ends_sentence(text, start, end)
        ):
            cue = None
        whole = self._is_whole(paragraph, pieces, piece)
        continuing = piece.group in self.by_group
        if (
            cue is not None
            and cue.rule == "before"
            and cue.direct
            and not cue.colon
            and text[cue.end : cue.end + 1] != ","
        ):
            if is_title_case(text, start, end) and not ends_sentence(text, start, end):
                cue = cue if word_count(text, start, end) == 1 and not piece.single else None
        if (
            cue is not None
            and cue.rule == "after"
            and cue.direct
            and text[end - 1] not in ",.!?…"
            and not self._begins_sentence(floor, piece.outer_start)
        ):
            cue = cue._replace(direct=False)  # "On the podcast “The Next Rung”, host Gaz asks ..."
        if cue is not None and cue.verb in _THINKING and word_count(text, start, end) == 1:
            cue = None
        if cue is not None and not cue.direct and self._is_term(start, end, piece, ceiling, cue):
            cue = None
        if cue is not None and not cue.direct and not self._fragment(start, end, floor, ceiling, piece):
            cue = None
        if (
            cue is None
            and piece.closed
            and not number
            and number + 1 == len(pieces)
            and piece.outer_start - paragraph.start <= 3
        ):
            if ends_sentence(text, start, end) and paragraph.end - piece.outer_end > 4:
                pointer = signature(text, piece.outer_end, paragraph.end)
                if (
                    pointer is not None
                    and pointer.kind == "person"
                    and (
                        pointer.role
                        or pointer.organisation
                        or (pointer.end >= paragraph.end - 1 and self.speakers.knows(pointer))
                        or text[pointer.end : pointer.end + 2].strip(".").startswith(",")
                    )
                ):
                    self._say(index, piece, start, end, self._speaker(pointer), "signed")
                    return
        named = is_named_by(text, floor, piece.outer_start)
        if (
            cue is not None
            and cue.rule == "before"
            and cue.direct
            and not cue.colon
            and named
            and word_count(text, start, end) < 8
        ):
            cue = None
            if is_title_case(text, start, end) or word_count(text, start, end) < 5:
                return
        if cue is not None:
            speaker = self._speaker(cue.pointer)
            if speaker is None and (any_said or self.last_said is not None) and cue.rule in ("before", "after"):
                speaker = spoken if any_said else self._recent(index)
            if speaker is None and whole:
                speaker = self._from_lines(index)[0]
            rule = cue.rule if cue.direct else "fragment"
            self._say(index, piece, start, end, speaker, rule)
            return
        if continuing:
            self._say(index, piece, start, end, self.by_group[piece.group], "continued")
            return
        if whole:
            speaker, rule = self._from_lines(index)
            if rule:
                if (
                    rule == "line_above"
                    and speaker is None
                    and is_title_case(text, start, end)
                    and word_count(text, start, end) < 8
                ):
                    return
                self._say(index, piece, start, end, speaker, rule)
                return
        if named or (names_follow(text, piece.outer_end, ceiling) and word_count(text, start, end) < 9):
            return
        if any_said and (
            reads_as_speech(text, start, end)
            or (
                ends_sentence(text, start, end)
                and word_count(text, start, end) > 1
                and not is_title_case(text, start, end)
            )
        ):
            self._say(index, piece, start, end, spoken, "same_paragraph")
            return
        if not (
            reads_as_speech(text, start, end)
            or self._is_sentence(piece, start, end, floor, ceiling)
            or (whole and is_pull_quotation(text, start, end))
        ):
            return
        if whole and not (word_count(text, start, end) < 4 and piece.single):
            self._say(index, piece, start, end, self._carried(index), "paragraph")
            return
        if not piece.closed or not piece.opened:
            return
        if piece.single and word_count(text, start, end) < 6 and not ends_sentence(text, start, end):
            return
        self._say(index, piece, start, end, self._from_sentence(index, floor, piece), "sentence")

    def _same_sentence(self, start: int, end: int) -> bool:
        """Whether no sentence ends between two pieces, and little stands between them."""
        return end - start < 90 and last_sentence(self.text, start, end) == start and "\n" not in self.text[start:end]

    def _trim(self, piece: Marked) -> tuple[int, int]:
        text = self.text
        start, end = piece.start, piece.end
        while start < end and text[start] in _OUTER:
            start += 1
        while end > start and text[end - 1] in _OUTER:
            end -= 1
        return start, end

    def _choose(self, before: Cue | None, after: Cue | None, start: int, end: int) -> Cue | None:
        """Of the cues on both sides the one that is about this piece."""
        if before is None or after is None:
            return before or after
        if before.direct and not after.direct:
            return before
        if after.direct and not before.direct:
            return after
        if before.pointer is None and after.pointer is not None:
            return after
        if self.text[end - 1] == "," and not before.colon:
            return after
        return before

    def _column(self, index: int, paragraph: Paragraph, piece: Marked) -> Cue | None:
        """The label that heads the column of a table cell which a quotation fills: "What the judges said"."""
        text = self.text
        cell = text[max(paragraph.start, piece.outer_start - 3) : piece.outer_start].rstrip(_MARK_CHARACTERS)
        if not cell.endswith("|") or text[piece.outer_end : min(paragraph.end, piece.outer_end + 3)].strip("| *") != "":
            return None
        header = self._header_row(index)
        if header is None or header == index:
            return None
        column = text.count("|", paragraph.start, piece.outer_start)
        row = self.paragraphs[header]
        start = row.start
        for _ in range(column):
            start = text.find("|", start, row.end) + 1
            if not start:
                return None
        end = text.find("|", start, row.end)
        words = words_of(text, start, end if end >= 0 else row.end)
        return label_speaker(text, words, words[-1].end) if words else None

    def _header_row(self, index: int) -> int | None:
        """Index of the first row of the table that the paragraph is a row of."""
        known = self.headers.get(index - 1)
        if known is None:
            known = index
            while (
                known
                and index - known < 60
                and "|" in self.text[self.paragraphs[known - 1].start : self.paragraphs[known - 1].end]
            ):
                known -= 1
        self.headers[index] = known
        return known

    def _is_whole(self, paragraph: Paragraph, pieces: list[Marked], piece: Marked) -> bool:
        """Whether the piece is all of its paragraph, but for marks and spaces."""
        text = self.text
        if piece.outer_start - paragraph.start > 3 or paragraph.end - piece.outer_end > 3:
            return False
        around = text[paragraph.start : piece.outer_start] + text[piece.outer_end : paragraph.end]
        return around.strip(_MARK_CHARACTERS + ".,") == ""

    def _missing_close(self, start: int, end: int) -> int | None:
        """Where a quotation ended whose closing mark is missing: before ", said Jo Bloggs"."""
        text = self.text
        at = start
        for _ in range(60):
            at = text.find(",", at, min(end, start + 1500))
            if at < 0:
                return None
            cue = cue_after(text, at, min(end, at + 120), ended=False, next_quote=False)
            if (
                cue is not None
                and cue.direct
                and cue.pointer is not None
                and cue.rule == "after"
                and cue.start - at <= 3
            ):
                first = text[cue.start : cue.start + 12].split(" ")[0].lower()
                if first in ("said", "says", "added", "adds", "explained", "explains", "commented"):
                    return at + 1
            at += 1
        return None

    def _missing_open(self, paragraph: Paragraph, piece: Marked) -> int:
        """Where a quotation began whose opening mark is missing: the paragraph's start, if a cue follows the closing mark."""
        cue = cue_after(self.text, piece.outer_end, paragraph.end, ended=False, next_quote=False)
        if cue is None or not cue.direct or cue.pointer is None:
            return -1
        return piece.start

    def _fragment(self, start: int, end: int, floor: int, ceiling: int, piece: Marked) -> bool:
        """Whether words inside a reported sentence are a quoted fragment rather than a name or a word used with reserve."""
        text = self.text
        count = word_count(text, start, end)
        if is_named_by(text, floor, piece.outer_start):
            # "said the award was “richly deserved”" is no name, "the term “young people”" is
            last = words_of(text, max(floor, piece.outer_start - 12), piece.outer_start)
            if not text[start].islower() or not last or last[-1].lower not in ("is", "was", "as", "were"):
                return False
        if names_follow(text, piece.outer_end, ceiling):
            return False
        if is_title_case(text, start, end):
            return False
        return count >= 1

    def _is_term(self, start: int, end: int, piece: Marked, ceiling: int, cue: Cue) -> bool:
        """Whether marked words in reported speech are a term: (“the Trust”), the “soft skills” gap."""
        text = self.text
        if (
            text[piece.outer_start - 1 : piece.outer_start] == "("
            and text[piece.outer_end : piece.outer_end + 1] == ")"
        ):
            return word_count(text, start, end) < 5
        if word_count(text, start, end) > 2 or not reporting_verbs().get(cue.verb, _VIEW).speech:
            return False
        following = words_of(text, piece.outer_end, min(ceiling, piece.outer_end + 20))
        if not following or text[piece.outer_end : following[0].start].strip(" \u00a0") != "":
            return False
        return following[0].lower not in _AFTER_FRAGMENTS and not following[0].capital

    # --- whose ------------------------------------------------------------------------------------------------------

    def _speaker(self, pointer: Pointer | None) -> SpeakerMention | None:
        return self.speakers.resolve(pointer) if pointer is not None else None

    def _recent(self, index: int) -> SpeakerMention | None:
        if self.last_said is not None and index - self.last_said[0] <= 3:
            return self.last_said[1]
        return None

    def _carried(self, index: int) -> SpeakerMention | None:
        """Who goes on speaking in a paragraph of its own: who was quoted in the paragraph right before it."""
        if (
            self.last_said is not None
            and index - self.last_said[0] == 1
            and self.found[-1].rule not in ("signed", "line_below")
        ):
            return self.last_said[1]
        return None

    def _from_lines(self, index: int) -> tuple[SpeakerMention | None, str]:
        """The speaker whom the line above or below names, and which it was; "" if neither does."""
        paragraphs = self.paragraphs
        below = None if self._lines_stand_above(index) else self._below(index)
        if below is not None and (is_dash_line(paragraphs[index + 1]) or below.kind == "person"):
            return self._speaker(below), "line_below"
        if index and index - 1 not in self.used_lines:
            above = paragraphs[index - 1]
            cue = introduced_by(self.text, above)
            speaker = self._speaker(cue.pointer) if cue is not None else None
            if speaker is not None:
                return speaker, "line_above"
            if below is None and cue is not None and cue.rule == "label":
                return None, "line_above"
            if below is None and not is_dash_line(above):
                pointer = signed_by(self.text, above, dashed=False)
                if (
                    pointer is not None
                    and pointer.kind == "person"
                    and (pointer.role is not None or pointer.organisation is not None)
                ):
                    self.used_lines.add(index - 1)
                    return self._speaker(pointer), "line_above"
        if below is not None:
            return self._speaker(below), "line_below"
        return None, ""

    def _lines_stand_above(self, index: int) -> bool:
        """Whether in a row of quotations and speaker lines each line belongs to the quotation below it."""
        known = self.above.get(index)
        if known is not None:
            return known
        first = index
        while first - 2 >= 0 and self._is_line(first - 1) and self._is_quoted(first - 2):
            first -= 2
        last = index
        while last + 2 < len(self.paragraphs) and self._is_line(last + 1) and self._is_quoted(last + 2):
            last += 2
        starts = first >= 1 and self._is_line(first - 1)
        ends = last + 1 < len(self.paragraphs) and self._is_line(last + 1)
        if starts and ends:
            above = not self.paragraphs[index].blank and self.paragraphs[index + 1].blank
        else:
            above = starts
        for place in range(first, last + 1, 2):
            self.above[place] = above
        return above

    def _is_line(self, index: int) -> bool:
        """Whether the paragraph is a speaker's line without a dash."""
        line = self.paragraphs[index]
        if is_dash_line(line) or line.end - line.start > 160:
            return False
        pointer = signed_by(self.text, line, dashed=False)
        return pointer is not None and (pointer.role is not None or pointer.organisation is not None)

    def _is_quoted(self, index: int) -> bool:
        line = self.paragraphs[index]
        return self.text[line.start] in "“\"‘'«„" and self.text[line.end - 1] in "”\"’'»“."

    def _below(self, index: int) -> Pointer | None:
        if index + 1 >= len(self.paragraphs):
            return None
        line = self.paragraphs[index + 1]
        dashed = is_dash_line(line)
        if line.end - line.start < 60:
            words = words_of(self.text, line.start, line.end)
            label = (
                label_speaker(self.text, words, line.end)
                if 1 < len(words) < 6 and self.text[line.end - 1] not in ":.?!"
                else None
            )
            if label is not None and label.pointer is not None and words[0].lower != "what":
                following = self.paragraphs[index + 2] if index + 2 < len(self.paragraphs) else None
                if following is None or not self._is_quoted(index + 2):
                    self.used_lines.add(index + 1)
                    return label.pointer
        if dashed and in_list_of_people(self.text, self.paragraphs, index + 1):
            dashed = False
        pointer = signed_by(self.text, line, dashed=dashed)
        if pointer is None:
            return None
        if not dashed and pointer.kind == "person" and pointer.role is None and pointer.organisation is None:
            following = self.paragraphs[index + 2] if index + 2 < len(self.paragraphs) else None
            if following is not None and not following.blank:
                more = signed_by(self.text, following, dashed=False)
                if more is not None and more.kind in ("role", "body"):
                    self.used_lines.add(index + 2)
                    role = self.text[more.start : more.end] if more.kind == "role" else None
                    pointer = pointer._replace(role=role, organisation=more.organisation or self._body_line(index + 3))
        self.used_lines.add(index + 1)
        return pointer

    def _body_line(self, index: int) -> str | None:
        """The body that a line of its own names, right below a speaker's name and role."""
        if index >= len(self.paragraphs) or self.paragraphs[index].blank:
            return None
        line = self.paragraphs[index]
        if line.end - line.start > 80:
            return None
        standing = read_standing(self.text, words_of(self.text, line.start, line.end))
        if (
            standing.role is not None
            or standing.organisation is None
            or len(standing.organisation) < line.end - line.start - 2
        ):
            return None
        self.used_lines.add(index)
        return standing.organisation

    def _from_sentence(self, index: int, floor: int, piece: Marked) -> SpeakerMention | None:
        """Who the sentence right before a quotation without a cue is about, if it is somebody."""
        text = self.text
        end = piece.outer_start
        while end > floor and (text[end - 1].isspace() or text[end - 1] in ".!?…*_"):
            end -= 1
        if end - floor < 3:
            return None
        start = last_sentence(text, max(floor, end - 240), end)
        pointer = leading_speaker(text, start, end, vouched=False)
        if pointer is None or pointer.kind == "body":
            pronoun = next((word for word in words_of(text, start, end) if word.lower in _THIRD_PERSON), None)
            if pronoun is not None:
                gender = _THIRD_PERSON[pronoun.lower]
                pointer = Pointer(pronoun.start, pronoun.end, "pronoun", gender, None, None)
        if pointer is None or not (pointer.kind == "person" or (pointer.kind == "pronoun" and pointer.gender in "mf")):
            return None
        return self._speaker(pointer)

    def _begins_sentence(self, floor: int, start: int) -> bool:
        """Whether nothing of the sentence stands between ``floor`` and ``start``."""
        before = self.text[max(floor, start - 6) : start].rstrip(" *_\u00a0\u202f\n>•-–—|([")
        return before == "" or before[-1] in ".!?…:,”\"’'"

    def _is_sentence(self, piece: Marked, start: int, end: int, floor: int, ceiling: int) -> bool:
        """Whether the piece is a sentence of its own between others: “In a heartbeat.”"""
        text = self.text
        if not ends_sentence(text, start, end) or text[start].islower() or is_title_case(text, start, end):
            return False
        before = text[max(floor, piece.outer_start - 4) : piece.outer_start].rstrip(" *_\u00a0")
        after = text[piece.outer_end : min(ceiling, piece.outer_end + 4)].lstrip(" *_\u00a0")
        return (
            before[-1:] in ("", ".", "!", "?", "…")
            and (not after or after[0].isupper())
            and word_count(text, start, end) > 1
        )

    def _say(self, index: int, piece: Marked, start: int, end: int, speaker: SpeakerMention | None, rule: str) -> None:
        if self.found and start < self.found[-1].end:
            return
        self.found.append(Quotation(start, end, speaker, _CONFIDENCE[rule], rule))
        if speaker is None:
            self.unattributed.append((len(self.found) - 1, piece.group))
        self.by_group[piece.group] = speaker or self.by_group.get(piece.group)
        self.last_said = (index, speaker)

    # --- speech without marks ---------------------------------------------------------------------------------------

    def _plain_paragraph(self, index: int) -> None:
        text = self.text
        paragraph = self.paragraphs[index]
        above = self.paragraphs[index - 1] if index else None
        marked = Marked(
            paragraph.start, paragraph.end, paragraph.start, paragraph.end, False, -index - 10**6, False, False, index
        )
        if above is not None and could_be_speech(text, paragraph) and index - 1 not in self.used_lines:
            cue = introduced_by(text, above)
            if (
                cue is not None
                and cue.pointer is not None
                and (cue.rule == "before" or (cue.rule == "label" and is_strict_label(text, cue)))
            ):
                self._say(index, marked, paragraph.start, paragraph.end, self._speaker(cue.pointer), "set_off_after")
                return
        inline = inline_speech(text, paragraph)
        if inline is not None:
            start, cue = inline
            self._say(index, marked, start, paragraph.end, self._speaker(cue.pointer), "set_off_inline")
            return
        if index + 1 < len(self.paragraphs) and could_be_speech(text, paragraph) and not is_dash_line(paragraph):
            line = self.paragraphs[index + 1]
            dashed = is_dash_line(line)
            if dashed and in_list_of_people(text, self.paragraphs, index + 1):
                return
            if not dashed and not (is_set_apart(text, paragraph)):
                return
            if not dashed and not in_first_person(text, paragraph) and not is_set_apart(text, paragraph):
                return
            pointer = signed_by(text, line, dashed=dashed)
            if pointer is None or (pointer.kind == "body" and not is_set_apart(text, paragraph)):
                return
            self.used_lines.add(index + 1)
            self._say(index, marked, paragraph.start, paragraph.end, self._speaker(pointer), "set_off_before")
