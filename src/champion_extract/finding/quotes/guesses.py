"""Who speaks where no cue tells: whom the sentence, paragraph or line right beside a quotation is about."""

from __future__ import annotations

from collections.abc import Sequence

from champion_extract.finding.facts import SpeakerMention
from champion_extract.finding.quotes.candidates import Candidate
from champion_extract.finding.quotes.labels import signature
from champion_extract.finding.quotes.paragraphs import Paragraph
from champion_extract.finding.quotes.pointers import Pointer
from champion_extract.finding.quotes.speakers import Speakers
from champion_extract.finding.quotes.subjects import leading_speaker
from champion_extract.finding.quotes.topic import sentence_before, topic_of


class Guesses:
    """Guesses at speakers from what stands beside quotations of one document."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph], speakers: Speakers) -> None:
        self._text = text
        self._paragraphs = paragraphs
        self._speakers = speakers

    def signed_in_line(self, candidate: Candidate) -> SpeakerMention | None:
        """A paragraph that is a quotation and its speaker, with nothing between: “We won.” Jo Bloggs, Anytown
        School."""
        paragraph, piece = candidate.paragraph, candidate.piece
        remark = candidate.ends_sentence or (candidate.count > 2 and not candidate.in_title_case)
        if not (candidate.first and candidate.last and piece.closed and remark):
            return None
        if piece.outer_start - paragraph.start > 3 or paragraph.end - piece.outer_end <= 4:
            return None
        if self._text[piece.outer_end] == ":":
            return None  # a headline
        pointer = signature(self._text, piece.outer_end, paragraph.end)
        if pointer is not None and pointer.kind == "role" and pointer.start - piece.outer_end < 4:
            return self._speaker(pointer)
        if pointer is None or pointer.kind != "person":
            return None
        if not candidate.ends_sentence and pointer.organisation is None and pointer.role is None:
            return None
        known = pointer.end >= paragraph.end - 1 and self._speakers.knows(pointer)
        comma = self._text[pointer.end : pointer.end + 2].strip(".").startswith(",")
        if not (pointer.role or pointer.organisation or known or comma):
            return None
        return self._speaker(pointer)

    def paragraph_above(self, index: int, *, prose: bool) -> SpeakerMention | None:
        """Whom the prose right above a quotation that stands by itself is about: the only person it names, or the one
        its last sentence tells of."""
        if not index:
            return None
        above = self._paragraphs[index - 1]
        if above.end - above.start <= 60 or self._text[above.end - 1] not in ".!?…:" or above.lead:
            return None
        speaker = self._speakers.only_one_in(max(above.start, above.end - 1200), above.end)
        if speaker is not None or not prose:
            return speaker
        sentence = sentence_before(self._text, above.start, above.end)
        pointer = topic_of(self._text, *sentence) if sentence is not None else None
        return self._speaker(pointer) if pointer is not None else None

    def sentence(self, candidate: Candidate) -> SpeakerMention | None:
        """Who the sentence right before a quotation without a cue is about, if it is somebody."""
        sentence = sentence_before(self._text, candidate.floor, candidate.piece.outer_start)
        if sentence is None:
            return None
        first = self._text[sentence[0] : sentence[0] + 10].split(" ")[0].lower()
        if first in ("on", "about", "re") and self._text[sentence[1] - 1] == ":":
            return None  # "On Xyz School and Jo Bloggs: “…”" is what the words are about
        pointer = topic_of(self._text, *sentence)
        if pointer is not None:
            return self._speaker(pointer)
        return self._speakers.begun_by(*sentence) or self._speakers.named_in(*sentence)

    def new_topic(self, candidate: Candidate) -> SpeakerMention | None:
        """Whom a whole sentence between two quotations of a paragraph brings in: “…,” said Jo. Ash agreed. “…”"""
        sentence = sentence_before(self._text, candidate.floor, candidate.piece.outer_start)
        if sentence is None or not self._text[candidate.floor : sentence[0]].strip(" ,*_\u00a0"):
            return None
        known = self._speakers.begun_by(*sentence)
        if known is not None:
            return known
        pointer = leading_speaker(self._text, *sentence, vouched=False)
        if pointer is None or not (pointer.kind == "person" or (pointer.kind == "role" and _is_short(*sentence))):
            return None
        return self._speaker(pointer)

    def _speaker(self, pointer: Pointer) -> SpeakerMention:
        return self._speakers.resolve(pointer)


def _is_short(start: int, end: int) -> bool:
    return end - start < 60
