"""Finds what a number in a table counts: its column's heading or its row's first cell."""

from __future__ import annotations

from champion_extract.finding.numbers.draft import Draft
from champion_extract.finding.numbers.grid import Grid
from champion_extract.finding.numbers.labels import label_noun, names_amount
from champion_extract.finding.numbers.lexing import Tokens

_COUNTABLE = frozenset({"count", "percent", "ratio", "money", "money_gbp"})
_LONGEST_TAIL = 14
_PARTS = ("of which", "of whom", "of these", "of those", "which", "whom", "...", "\u2026", "including", "incl")


def noun_in_table(t: Tokens, draft: Draft, grid: Grid) -> str | None:
    """Return what the table says that the number counts: the heading of its column, else the first cell of its row."""
    if draft.unit not in _COUNTABLE:
        return None
    start, end = t.starts[draft.a], t.ends[draft.z - 1]
    cell = grid.cell(start)
    if cell is None or end > cell.own[1] or (cell.own[1] - cell.own[0]) - (end - start) > _LONGEST_TAIL:
        return None
    heading = label_noun(t.text, *cell.heading) if cell.heading is not None else None
    if heading is not None and names_amount(heading):
        return heading
    for label in (cell.first, *cell.above):
        words = t.text[label[0] : label[1]].lower()
        if words.startswith(_PARTS):
            continue  # "of which manufacturing" is a part of what the row above names
        named = label_noun(t.text, *label, of_row=True)
        if (
            named is None
            and heading is not None
            and (draft.unit == "count" or not heading[:1].isupper() or heading.isupper())
        ):
            return heading  # "Reading" over a percentage is a place
        return named
    return heading
