"""Finds what a number in a table or a form counts: its column's heading, its row's first cell, or the label by it."""

from __future__ import annotations

from champion_extract.finding.numbers.draft import Draft
from champion_extract.finding.numbers.grid import Grid
from champion_extract.finding.numbers.lexing import SPACED, Tokens
from champion_extract.finding.numbers.noun_phrases import collect, ends_phrase, is_plural, nouns_of, skip_determiners
from champion_extract.tables.number_words import nouns, number_words

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
    if cell.heading is not None:
        named = label_noun(t.text, *cell.heading)
        if named is not None:
            return named
    for label in (cell.first, *cell.above):
        words = t.text[label[0] : label[1]].lower()
        if words.startswith(_PARTS):
            continue  # "of which manufacturing" is a part of what the row above names
        return label_noun(t.text, *label, of_row=True)
    return None


def label_noun(text: str, start: int, end: int, of_row: bool = False) -> str | None:
    """Return the noun of a label between two offsets: "Number of placements held" names placements.

    None where the label is a time, a name (of a row: each of its words has a capital) or says only "Number", "Total".
    """
    cell = Tokens(text, start, end)
    if cell.size:
        cell.breaks[0] = SPACED  # nothing before it could break it off
    at = skip_determiners(cell, 0, False)
    for _ in range(3):
        if cell.words[at] in nouns_of("amount") or cell.words[at] in ("no", "avg", "average", "mean", "%"):
            at += 1 + (cell.words[at + 1] == ".")
            at = skip_determiners(cell, at + 1) if cell.words[at] == "of" else at
        else:
            break
    if at >= cell.size or cell.kinds[at] == "n" or cell.words[at] in number_words():
        return None
    a, z = collect(cell, at, False, False)
    if z <= a or cell.words[z - 1] in nouns_of("time"):
        return None
    # "Schools engaged", "Settings reporting": what was done to them is no part of the noun
    while z - a > 1 and cell.words[z - 1].endswith(("ed", "ing")) and is_plural(cell, z - 2):
        z -= 1
    for place in range(a, z - 1):
        if cell.words[place + 1].endswith("ed") and cell.words[place + 1] not in nouns()["plural"] and place + 2 == z:
            z = place + 1
            break
    capitals = sum(cell.capital(place) for place in range(a, z))
    if of_row and z - a > 1 and capitals == z - a:
        return None
    if of_row and z - a == 1 and capitals and not is_plural(cell, a) and cell.words[a] not in nouns_of("gathering"):
        return None
    if cell.words[a] in ends_phrase():
        return None
    return cell.slice(a, z)
