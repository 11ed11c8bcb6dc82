"""Whom the sentence right before a quotation is about: “… has run it since 2017. “It started with a spreadsheet.””"""

from __future__ import annotations

from champion_extract.finding.quotes.pointers import Pointer
from champion_extract.finding.quotes.sentences import last_sentence
from champion_extract.finding.quotes.subjects import leading_speaker
from champion_extract.finding.quotes.words import words_of

_THIRD_PERSON = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
_REACH = 240


def sentence_before(text: str, floor: int, mark: int) -> tuple[int, int] | None:
    """Start and end of the sentence that ends right before ``mark``, not before ``floor``; None if there is none."""
    end = mark
    while end > floor and (text[end - 1].isspace() or text[end - 1] in ".!?…*_"):
        end -= 1
    if end - floor < 3:
        return None
    return last_sentence(text, max(floor, end - _REACH), end), end


def topic_of(text: str, start: int, end: int) -> Pointer | None:
    """The person, or the pronoun for one, that a sentence begins with or else has as its first pronoun."""
    pointer = leading_speaker(text, start, end, vouched=False)
    if pointer is None or pointer.kind == "body" or (pointer.kind == "pronoun" and pointer.gender not in "mf"):
        pronoun = next((word for word in words_of(text, start, end) if word.lower in _THIRD_PERSON), None)
        if pronoun is None:
            return None
        return Pointer(pronoun.start, pronoun.end, "pronoun", _THIRD_PERSON[pronoun.lower], None, None)
    return pointer if pointer.kind == "person" or (pointer.kind == "pronoun" and pointer.gender in "mf") else None
