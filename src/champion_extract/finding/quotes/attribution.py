"""Puts it together: which marked words are quotations, which paragraphs are speech without marks, and who says each.

Goes through the text once. For each piece the words beside it decide first, then the lines above and below, then what
was quoted before it; a piece that nothing vouches for is a quotation only if it reads as speech.
"""

from __future__ import annotations

from typing import NamedTuple

from champion_extract.finding.facts import Quotation, SpeakerMention
from champion_extract.finding.quotes.candidates import Candidate
from champion_extract.finding.quotes.columns import Columns
from champion_extract.finding.quotes.confidence import CONFIDENCE
from champion_extract.finding.quotes.deciding_cue import find_cue, is_called, weigh_cue
from champion_extract.finding.quotes.guesses import Guesses
from champion_extract.finding.quotes.lines import Lines
from champion_extract.finding.quotes.lost_marks import lost_close, lost_open
from champion_extract.finding.quotes.marks import marked_words
from champion_extract.finding.quotes.pairs import Marked
from champion_extract.finding.quotes.paragraphs import Paragraph, split_paragraphs
from champion_extract.finding.quotes.pointers import Pointer
from champion_extract.finding.quotes.repeated import speakers_of_repeated
from champion_extract.finding.quotes.set_off import set_off_speech
from champion_extract.finding.quotes.speakers import Speakers
from champion_extract.finding.quotes.speech import is_pull_quotation
from champion_extract.finding.quotes.standing_labels import StandingLabel
from champion_extract.finding.quotes.statements import Statements

_OUTER = " \t\u00a0\u202f\u200b\n\r"
_LOOKED_BACK = 20


class _Decision(NamedTuple):
    """A candidate taken for a quotation: whose, and by which rule."""

    speaker: SpeakerMention | None
    rule: str


def find_quotes(text: str) -> list[Quotation]:
    """Quotations of ``text`` in order, not overlapping: the words inside the marks, one a paragraph and a piece.

    Offsets are code points. Takes any text and never raises. A quotation whose speaker the text does not tell has none.
    """
    paragraphs = split_paragraphs(text)
    return _Attribution(text, paragraphs).run() if paragraphs else []


class _Attribution:
    """One pass over a document."""

    def __init__(self, text: str, paragraphs: list[Paragraph]) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self.pieces = marked_words(text, paragraphs)
        self.speakers = Speakers(text)
        self.guesses = Guesses(text, paragraphs, self.speakers)
        self.lines = Lines(text, paragraphs)
        self.columns = Columns(text, paragraphs)
        self.standing = StandingLabel(text)
        self.statements = Statements(text, paragraphs)
        self.found: list[Quotation] = []
        self.by_group: dict[int, SpeakerMention | None] = {}
        self.last_paragraph = -9  # of the quotation before
        self.set_off = -9  # paragraph of unmarked speech that may go on
        self.last_prose = -9  # paragraph without quotations
        self.here: list[Quotation] = []  # quotations of the paragraph at hand
        self.unattributed: list[tuple[int, int]] = []  # index in found and group of what has no speaker yet

    def run(self) -> list[Quotation]:
        """All quotations, in order."""
        at = 0
        pieces = self.pieces
        for index in range(len(self.paragraphs)):
            first = at
            while at < len(pieces) and pieces[at].paragraph == index:
                at += 1
            self.here = []
            if at > first:
                self._marked_paragraph(index, pieces[first:at])
                if not self.here and all(piece.single and piece.end - piece.start < 30 for piece in pieces[first:at]):
                    self._plain_paragraph(index)
            else:
                self.standing.see(self.paragraphs[index])
                self.last_prose = index
                if index not in self.lines.used:
                    self._plain_paragraph(index)
        for place, group in self.unattributed:
            speaker = self.by_group.get(group)
            if speaker is not None:
                self.found[place] = self.found[place]._replace(speaker=speaker)
        return speakers_of_repeated(self.text, self.found)

    def _marked_paragraph(self, index: int, pieces: list[Marked]) -> None:
        paragraph = self.paragraphs[index]
        self.speakers.quoted = [(piece.start, piece.end) for piece in pieces]
        for number, piece in enumerate(pieces):
            final = number + 1 == len(pieces)
            floor = pieces[number - 1].outer_end if number else paragraph.start
            next_start = -1 if final else pieces[number + 1].outer_start
            start, end = self._trim(piece)
            if end > start and not piece.closed and final and piece.outer_end == paragraph.end:
                cut = lost_close(self.text, start, end)
                if cut is not None:
                    end = cut
                    piece = piece._replace(end=cut, outer_end=cut, closed=True)
            if end <= start:
                continue
            unopened = not piece.opened and not number and piece.group not in self.by_group
            if unopened and lost_open(self.text, paragraph, piece) is None:
                continue
            room = (floor, paragraph.end if final else next_start)
            candidate = Candidate(self.text, paragraph, piece, (start, end), room, (not number, final))
            decision = self._decide(index, candidate, next_start)
            if decision is not None:
                self._say(index, piece.group, start, end, decision)

    def _trim(self, piece: Marked) -> tuple[int, int]:
        start, end = piece.start, piece.end
        while start < end and self.text[start] in _OUTER:
            start += 1
        while end > start and self.text[end - 1] in _OUTER:
            end -= 1
        return start, end

    def _decide(self, index: int, candidate: Candidate, next_start: int) -> _Decision | None:
        """Whether the candidate is a quotation, and whose."""
        piece = candidate.piece
        spoken = self.here[-1].speaker if self.here else None
        cue = find_cue(candidate, next_start, shared=not candidate.first and spoken is not None)
        cue = cue or self.columns.label(index, piece)
        if cue is None and self.here and candidate.follows_in_sentence() and candidate.is_fragment(""):
            listed = self.here[-1].rule == "label" or candidate.between.strip(" ,\u00a0") in ("", "and", "or", "&")
            if listed or self.text[candidate.start].islower() or candidate.speaks:
                return _Decision(spoken, "fragment")
        if cue is not None:
            cue = weigh_cue(candidate, cue)
        if cue is None:
            signed = self.guesses.signed_in_line(candidate)
            if signed is not None:
                return _Decision(signed, "signed")
        elif is_called(candidate, cue) and candidate.count < 8:
            cue = None
            if candidate.in_title_case or candidate.count < 5:
                return None
        if cue is None:
            return self._decide_without_cue(index, candidate)
        speaker = self._speaker(cue.pointer)
        if speaker is None and cue.rule in ("before", "after"):
            speaker = spoken if self.here else self._recent(index)
        if speaker is None and candidate.whole:
            speaker = self._speaker(self.lines.speaker(index)[0])
        return _Decision(speaker, cue.rule if cue.direct else "fragment")

    def _decide_without_cue(self, index: int, candidate: Candidate) -> _Decision | None:
        piece = candidate.piece
        if piece.group in self.by_group:
            return _Decision(self.by_group[piece.group], "continued")
        if candidate.whole:
            pointer, rule = self.lines.speaker(index)
            if rule:
                titled = rule == "line_above" and pointer is None and candidate.in_title_case and candidate.count < 8
                return None if titled else _Decision(self._speaker(pointer), rule)
        if candidate.named or (candidate.names and candidate.count < 9):
            return None
        sentence = candidate.ends_sentence and candidate.count > 1 and not candidate.in_title_case
        if self.here and (candidate.speaks or sentence):
            speaker = self.guesses.new_topic(candidate) or self.here[-1].speaker
            return _Decision(speaker if speaker is not None else self.guesses.sentence(candidate), "same_paragraph")
        pulled = candidate.whole and is_pull_quotation(self.text, candidate.start, candidate.end)
        if not (candidate.speaks or pulled or candidate.is_own_sentence()):
            return None
        judges = self._speaker(self.standing.pointer)
        if candidate.whole and not (candidate.count < 4 and piece.single):
            speaker = judges or self._carried(index) or self._above(index)
            return _Decision(speaker, "paragraph")
        runs_on = candidate.last and candidate.speaks and candidate.begins_sentence()
        if not (piece.opened and (piece.closed or runs_on)) or (
            piece.single and candidate.count < 6 and not candidate.ends_sentence
        ):
            return None
        speaker = judges or self.guesses.sentence(candidate)
        if speaker is None and candidate.first and candidate.piece.outer_start - candidate.paragraph.start < 3:
            speaker = self._above(index)
        return _Decision(speaker, "sentence")

    def _plain_paragraph(self, index: int) -> None:
        row = self.statements.row(index)
        found = (*row, "set_off_inline") if row is not None else None
        found = found or set_off_speech(self.text, self.paragraphs, index, self.lines.used) or self._statement(index)
        if found is not None:
            start, pointer, rule = found
            self._say(index, -index - 10**9, start, self.paragraphs[index].end, _Decision(self._speaker(pointer), rule))
            if rule == "set_off_after":
                self.set_off = index
        elif self.set_off == index - 1 == self.last_paragraph and self.statements.goes_on(index):
            start, end = self.paragraphs[index].start, self.paragraphs[index].end
            self._say(index, -index - 10**9, start, end, _Decision(self.found[-1].speaker, "set_off_after"))
            self.set_off = index

    def _statement(self, index: int) -> tuple[int, Pointer, str] | None:
        """Speech without marks on a card: where it begins, who speaks, and the rule."""
        start = self.paragraphs[index].start
        pointer = self.statements.below_line(index)
        if pointer is not None:
            return start, pointer, "set_off_after"
        signed = self.statements.above_lines(index)
        if signed is None:
            return None
        self.lines.used.update(range(index + 1, index + 1 + signed[1]))
        return start, signed[0], "set_off_before"

    def _speaker(self, pointer: Pointer | None) -> SpeakerMention | None:
        return self.speakers.resolve(pointer) if pointer is not None else None

    def _recent(self, index: int) -> SpeakerMention | None:
        return self.found[-1].speaker if self.found and index - self.last_paragraph <= 3 else None

    def _carried(self, index: int) -> SpeakerMention | None:
        """Who goes on speaking in a paragraph of its own: who was quoted in the paragraph right before it."""
        if index - self.last_paragraph != 1 or self.found[-1].rule in ("signed", "line_below"):
            return None
        return self.found[-1].speaker

    def _above(self, index: int) -> SpeakerMention | None:
        return self.guesses.paragraph_above(index, prose=self.last_prose == index - 1)

    def _say(self, index: int, group: int, start: int, end: int, decision: _Decision) -> None:
        if self.found and start < self.found[-1].end:
            return
        quotation = Quotation(start, end, decision.speaker, CONFIDENCE[decision.rule], decision.rule)
        if decision.speaker is None:
            self.unattributed.append((len(self.found), group))
        elif self.here and self.here[-1].speaker is None:  # “There's a buzz.” Claire pauses. “You can hear it.”
            for back in range(len(self.found) - min(len(self.here), _LOOKED_BACK), len(self.found)):
                if self.found[back].speaker is None:
                    self.found[back] = self.found[back]._replace(speaker=decision.speaker)
        self.found.append(quotation)
        self.here.append(quotation)
        self.by_group[group] = decision.speaker or self.by_group.get(group)
        self.last_paragraph = index
