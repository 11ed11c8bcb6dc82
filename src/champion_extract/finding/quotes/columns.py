"""Quotations in table cells: the head of their column may tell who speaks ("What the judges said").

Takes for granted that cells are parted by ``|`` and that a table's first row is its head.
"""

from __future__ import annotations

from collections.abc import Sequence

from champion_extract.finding.quotes.cues import Cue
from champion_extract.finding.quotes.labels import label_speaker, signature
from champion_extract.finding.quotes.pairs import Marked
from champion_extract.finding.quotes.paragraphs import Paragraph
from champion_extract.finding.quotes.words import words_of

_LONGEST = 60
"""Rows above the first quotation of a table among which its head is looked for."""
_WIDEST = 2000
"""Characters of a row in which cells are counted."""
_MARKS = "\"“„«‘'`*_ \t\u00a0"


class Columns:
    """The heads of the columns of a document's tables; rows are to be asked for in order."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph]) -> None:
        self._text = text
        self._paragraphs = paragraphs
        self._heads: dict[int, int] = {}

    def label(self, index: int, piece: Marked) -> Cue | None:
        """The label over the cell that ``piece``, in paragraph ``index``, fills; None if there is none."""
        text = self._text
        row = self._paragraphs[index]
        before = text[max(row.start, piece.outer_start - 3) : piece.outer_start].rstrip(_MARKS)
        after = text[piece.outer_end : min(row.end, piece.outer_end + 3)].strip("| *_")
        if not before.endswith("|") or after:
            return None
        head = self._head(index)
        if head == index or piece.outer_start - row.start > _WIDEST:
            return None
        start, end = self._paragraphs[head].start, self._paragraphs[head].end
        for _ in range(text.count("|", row.start, piece.outer_start)):
            start = text.find("|", start, end) + 1
            if not start:
                return None
        cell_end = text.find("|", start, end)
        words = words_of(text, start, cell_end if cell_end >= 0 else end)
        label = label_speaker(text, words, words[-1].end) if words else None
        if label is None or (label.pointer is not None and label.pointer.kind != "pronoun"):
            return label
        first_end = text.find("|", row.start, row.end)
        pointer = signature(text, row.start, first_end) if first_end >= 0 else None
        return label._replace(pointer=pointer)

    def _head(self, index: int) -> int:
        """Index of the first row of the table that paragraph ``index`` is a row of."""
        head = self._heads.get(index - 1, index)
        if head == index:
            while head and index - head < _LONGEST and self._is_row(head - 1):
                head -= 1
        self._heads[index] = head
        return head

    def _is_row(self, index: int) -> bool:
        return "|" in self._text[self._paragraphs[index].start : self._paragraphs[index].end]
