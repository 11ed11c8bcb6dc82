"""Labels that hold for all that stands below them: "What the judges said" over a list of citations.

Only those who judge are so announced for several quotations; a label ends with the next short line without a mark.
"""

from __future__ import annotations

from champion_extract.finding.quotes.labels import label_speaker
from champion_extract.finding.quotes.paragraphs import Paragraph
from champion_extract.finding.quotes.pointers import Pointer
from champion_extract.finding.quotes.words import words_of
from champion_extract.tables.reporting import word_class

_LONGEST = 80
"""Characters of a line that is a label or a heading."""
_SHORT = 60
"""Characters of a line that ends what a label holds for."""


class StandingLabel:
    """The judges announced by a label for the quotations below; paragraphs are to be shown in order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.pointer: Pointer | None = None

    def see(self, paragraph: Paragraph) -> None:
        """Take in a paragraph without quotations."""
        text = self._text
        if paragraph.end - paragraph.start > _LONGEST or text[paragraph.end - 1] in ".!?,;":
            return
        words = words_of(text, paragraph.start, paragraph.end)
        if not words or len(words) > 10:
            return
        label = label_speaker(text, words, paragraph.end)
        pointer = label.pointer if label is not None else None
        if pointer is not None and _names_judges(text, pointer):
            self.pointer = pointer
        elif paragraph.blank and paragraph.end - paragraph.start <= _SHORT and words[0].lower != "by":
            self.pointer = self.pointer if "," in text[paragraph.start : paragraph.end] else None


def _names_judges(text: str, pointer: Pointer) -> bool:
    if pointer.kind not in ("body", "role"):
        return False
    return any(
        word.lower.rstrip("'") in word_class("judging_group") for word in words_of(text, pointer.start, pointer.end)
    )
