"""Takes the unit of a bare number from its column's heading or its label: "Hours given: 210", "| Weeks |"."""

from __future__ import annotations

from champion_extract.finding.numbers.draft import Draft
from champion_extract.finding.numbers.grid import Grid
from champion_extract.finding.numbers.lexing import BROKEN, Tokens
from champion_extract.finding.numbers.noun_phrases import nouns_of
from champion_extract.tables.number_words import units
from champion_extract.vocabulary import Unit

_LONGEST_TAIL = 10
_MOST_YEARS = 120
_DOING = frozenset(
    {"given", "running", "taken", "spent", "worked", "delivered", "completed", "open", "in", "of", "per"}
)


def take_labelled_unit(t: Tokens, draft: Draft, grid: Grid) -> bool:
    """Give a count the unit of its label, and tell whether there was one."""
    if draft.unit != "count" or draft.times:
        return False
    start, end = t.starts[draft.a], t.ends[draft.z - 1]
    cell = grid.cell(start)
    if cell is not None:
        if cell.heading is None or (cell.own[1] - cell.own[0]) - (end - start) > _LONGEST_TAIL:
            return False
        words = t.text[cell.heading[0] : cell.heading[1]].lower().split()
    else:
        colon = draft.a - 1
        closes = t.breaks[draft.z] == BROKEN or t.kinds[draft.z] == "p"
        if t.words[colon] != ":" or t.breaks[draft.a] == BROKEN or not closes:
            return False
        at = colon
        while at > max(0, colon - 7) and t.breaks[at] != BROKEN:
            at -= 1
        if t.breaks[at] != BROKEN:
            return False
        words = t.words[at:colon]
    unit = _unit_named(words)
    if unit is None or (unit == "duration_years" and draft.value > _MOST_YEARS):
        return False
    draft.unit = unit
    draft.rule = unit.split("_")[0]
    return True


def _unit_named(words: list[str]) -> Unit | None:
    signs = [word.strip("()[]") for word in words]
    if "\u00a3" in signs or "\u00a3k" in signs:
        return "money_gbp" if "\u00a3" in signs else None
    if "%" in signs:
        return "percent"
    for at, word in enumerate(signs[:4]):
        entry = units().get((word,))
        last = at + 1 == len(signs) or signs[at + 1] in _DOING
        if entry is not None and word in nouns_of("time") and word.endswith("s") and last:
            return entry.unit if entry.unit.startswith("duration") and entry.factor == 1 else None
    return None
