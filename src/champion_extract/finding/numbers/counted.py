"""Finds what a number counts, without a parser: the noun phrase after it, before it, or that of an earlier number.

The noun is looked for after the number, then before it; a number without one may share that of its neighbour.
"""

from __future__ import annotations

from champion_extract.finding.numbers.counted_after import noun_after, people_after, sized
from champion_extract.finding.numbers.counted_before import (
    measured_before,
    of_age,
    people_in,
    stated_of,
    subject_of_change,
)
from champion_extract.finding.numbers.counted_in_table import noun_in_table
from champion_extract.finding.numbers.draft import Draft
from champion_extract.finding.numbers.elided import share_nouns
from champion_extract.finding.numbers.grid import Grid
from champion_extract.finding.numbers.labelled_units import take_labelled_unit
from champion_extract.finding.numbers.lexing import BROKEN, Tokens
from champion_extract.finding.numbers.noun_phrases import (
    NO_PHRASE,
)
from champion_extract.tables.number_words import number_words


def find_counted(t: Tokens, drafts: list[Draft], grid: Grid) -> None:
    """Fill in ``of`` of each draft; later ones first, as a noun may be shared back ("3 primary and 3 special ones")."""
    following: Draft | None = None
    for draft in reversed(drafts):
        if not draft.dated and not (take_labelled_unit(t, draft, grid) and draft.dated):
            draft.of = _own(t, draft, following, grid)
            if (
                draft.of is None
                and following is not None
                and draft.unit == following.unit
                and _joined(t, draft, following)
            ):
                draft.of = following.of
        following = draft
    share_nouns(t, drafts)


def _joined(t: Tokens, draft: Draft, following: Draft) -> bool:
    """Tell whether two numbers share the later noun: "Year 12 and Year 13 students", "from 5 to 25 schools"."""
    gap = following.a - draft.z
    if gap != 1 or t.breaks[draft.z] == BROKEN or t.breaks[following.a] == BROKEN:
        return False
    return t.words[draft.z] in ("and", "or", ",", "/", "&", "to") and following.phrase != NO_PHRASE


def _own(t: Tokens, draft: Draft, following: Draft | None, grid: Grid) -> str | None:
    if draft.unit == "age":
        return of_age(t, draft)
    if draft.unit == "rank":
        return _ranked(t, draft)
    if draft.unit == "year_group":
        return people_after(t, draft) or people_in(t, draft)
    if draft.unit in ("money", "money_gbp"):
        found = noun_after(t, draft, draft.z, False) or noun_in_table(t, draft, grid)
        return found or measured_before(t, draft) or subject_of_change(t, draft) or stated_of(t, draft)
    if draft.unit == "other":
        return sized(t, draft)
    of = noun_after(t, draft, draft.z, draft.value != 1 and draft.unit == "count", following)
    if of is None:
        of = noun_in_table(t, draft, grid) or subject_of_change(t, draft) or stated_of(t, draft)
    return of


def _ranked(t: Tokens, draft: Draft) -> str | None:
    z = draft.z
    if t.words[z] in ("and", "or", ",", "to") and t.words[z + 1] in number_words() and t.breaks[z + 1] != BROKEN:
        z += 2
    while t.breaks[z] != BROKEN and t.words[z] in ("-", "ever", "consecutive", "successive", "annual"):
        z += 1
    return noun_after(t, draft, z, False)
