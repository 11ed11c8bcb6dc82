"""Finds the rows and columns of plain-text tables, so that a number can be read under its column's heading.

A table is a run of lines whose cells are parted by "|", tabs or runs of spaces, the first of them its headings. Lines
are looked at once, and only in a text that holds such a sign; a cell is looked up by its offset.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

_SIGNS = ("|", "\t", "   ")
_RULE = re.compile(r"[\s|:+=\-\u2013\u2014]+")
_SPACES = re.compile(r" {2,}(?=\S)")
_LONGEST_CELL = 120
_LONGEST_LINE = 1200
_FEWEST_COLUMNS = 2

Cells = list[tuple[int, int]]


class Cell(NamedTuple):
    """Where a number stands in a table: spans of its own cell, of its column's heading and of the cell that names its
    row: the first, or without headings the nearest in words.

    ``heading`` is None for a table without headings; ``above`` are the first cells of the rows before, nearest first.
    """

    own: tuple[int, int]
    heading: tuple[int, int] | None
    first: tuple[int, int]
    above: list[tuple[int, int]]


class Grid:
    """All tables of one text."""

    __slots__ = ("_heads", "_places", "_rows", "_starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts: list[int] = []  # of each row, in order
        self._rows: list[Cells] = []
        self._heads: list[Cells | None] = []
        self._places: list[int] = []  # of each row in its table
        if any(sign in text for sign in _SIGNS):
            self._read()

    def cell(self, offset: int) -> Cell | None:
        """Return the cell of a table in which ``offset`` lies, unless it is among the headings or the first cells."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0 or self._places[at] < 0:
            return None
        row = self._rows[at]
        column = bisect_right(row, (offset, len(self.text) + 1)) - 1
        if column < 1 or not row[column][0] <= offset < row[column][1]:
            return None
        head = self._heads[at]
        heading = head[column] if head is not None and column < len(head) else None
        if head is not None and len(row) == len(head) + 1:
            heading = head[column - 1]  # the corner above the first cells was left out
        nearest = range(at - 1, max(at - 1 - min(self._places[at], 6), -1), -1)
        first = row[0]
        if head is None:  # "Employees | 1,200 | Apprentices | 64": the nearest cell in words
            first = next((cell for cell in reversed(row[:column]) if self.text[cell[0] : cell[0] + 1].isalpha()), first)
        return Cell(row[column], heading, first, [self._rows[above][0] for above in nearest])

    def _read(self) -> None:
        text, start = self.text, 0
        table: list[tuple[int, Cells]] = []
        kind = ""
        size = len(text)
        while start <= size:
            end = text.find("\n", start)
            end = size if end < 0 else end
            line = text[start : min(end, start + _LONGEST_LINE)]
            found = next((sign for sign in _SIGNS if sign in line), "") if end - start <= _LONGEST_LINE else ""
            if found == "|" and _RULE.fullmatch(line):
                start = end + 1
                continue
            cells = _cells(text, start, end, found) if found else []
            if len(cells) < _FEWEST_COLUMNS or (table and found != kind):
                self._keep(table)
                table = []
            if len(cells) >= _FEWEST_COLUMNS:
                kind = found
                table.append((start, cells))
            start = end + 1
        self._keep(table)

    def _keep(self, table: list[tuple[int, Cells]]) -> None:
        if not table:
            return
        head = table[0][1] if len(table) > 1 and _is_heading(self.text, table[0][1]) else None
        for place, (start, cells) in enumerate(table):
            self._starts.append(start)
            self._rows.append(cells)
            self._heads.append(head)
            self._places.append(-1 if place == 0 and head is not None else place)
        # what follows the table belongs to no row
        self._starts.append(table[-1][1][-1][1] + 2)
        self._rows.append([])
        self._heads.append(None)
        self._places.append(-1)


def _cells(text: str, start: int, end: int, sign: str) -> Cells:
    cells: Cells = []
    if sign == "   ":
        at = start
        for match in _SPACES.finditer(text, start, end):
            cells.append(_stripped(text, at, match.start()))
            at = match.end()
        cells.append(_stripped(text, at, end))
        return cells if all(end - start <= _LONGEST_CELL for start, end in cells) else []
    at = start
    while at <= end:
        stop = text.find(sign, at, end)
        stop = end if stop < 0 else stop
        cells.append(_stripped(text, at, stop))
        at = stop + 1
    if sign == "|" and len(cells) > 1:
        cells = cells[1:] if cells[0][0] == cells[0][1] else cells
        cells = cells[:-1] if cells[-1][0] == cells[-1][1] else cells
    return cells


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " *_\u00a0":
        start += 1
    while end > start and text[end - 1] in " *_\u00a0":
        end -= 1
    return start, end


def _is_heading(text: str, cells: Cells) -> bool:
    """Tell whether no cell of the first row but a year is a figure."""
    for start, end in cells:
        first = text[start : start + 1]
        if first.isdigit() and not (end - start >= 4 and text[start : start + 2] in ("19", "20")):
            return False
        if first and first in "£$€~<>+" and text[start + 1 : start + 2].isdigit():
            return False
    return True
