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
from champion_extract.finding.numbers.grid import Grid
from champion_extract.finding.numbers.lexing import BROKEN, Tokens
from champion_extract.finding.numbers.noun_phrases import (
    NO_PHRASE,
    is_plural,
    nouns_of,
    phrase_before,
    skip_determiners,
)
from champion_extract.tables.number_words import number_words

_NEAR = 20

def find_counted(t: Tokens, drafts: list[Draft], grid: Grid) -> None:
    """Fill in ``of`` of each draft; later ones first, as a noun may be shared back ("3 primary and 3 special ones")."""
    following: Draft | None = None
    for draft in reversed(drafts):
        if not draft.dated:
            draft.of = _own(t, draft, following, grid)
            if (
                draft.of is None
                and following is not None
                and draft.unit == following.unit
                and _joined(t, draft, following)
            ):
                draft.of = following.of
        following = draft
    latest: str | None = None
    last_at = 0
    previous: Draft | None = None
    for draft in drafts:
        if draft.dated or draft.unit in ("age", "year_group", "rank"):
            continue
        # "from 40 pupils in 2019 to 75"
        if (
            (
                previous is not None
                and previous.of is not None
                and previous.unit == draft.unit
                and draft.a - previous.z < 12
            )
            and t.words[draft.a - 1] == "to"
            and t.words[previous.a - 1] == "from"
            and draft.phrase == NO_PHRASE
        ):
            draft.of = previous.of
        previous = draft
        whom = draft.a - 1 - (t.words[draft.a - 1] == ",")
        if t.words[whom] in ("whom", "which") and t.words[whom - 1] == "of" and latest is not None:
            draft.of = latest
        near = latest is not None and 0 < draft.a - last_at < _NEAR and t.words[draft.a - 1] != "of"
        near = near and _same_line(t, last_at, draft.a)
        if draft.of is None and draft.unit in ("count", "percent") and near:
            draft.of = latest  # a bare number soon after another mostly counts the same
        if draft.of is None and _refers_back(t, draft):
            named = _last_plural(t, draft.a, last_at) if _of_pronoun(t, draft) else None
            if named is not None:
                draft.of = named
            elif latest is not None and draft.a - last_at < 40:
                draft.of = latest
        if draft.of is not None and draft.unit in ("count", "percent", "ratio"):
            latest, last_at = draft.of, draft.z


def _same_line(t: Tokens, a: int, z: int) -> bool:
    """Tell whether neither a line nor a cell ends between two tokens."""
    for at in range(a, z):
        if t.words[at] == "|" or (
            t.breaks[at + 1] == BROKEN and not t.text[t.ends[at] : t.starts[at + 1]].strip(" ") == ""
        ):
            return False
    return True


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


def _of_pronoun(t: Tokens, draft: Draft) -> bool:
    z = draft.z
    return t.words[z] == "of" and t.words[skip_determiners(t, z + 1)] in ("them", "these", "those")


def _last_plural(t: Tokens, a: int, last_at: int) -> str | None:
    """Return the nearest plural before token ``a`` that follows the last number's noun: "nursing homes, 14 of them"."""
    for at in range(a - 1, max(a - 10, last_at + 4, 0), -1):
        if t.breaks[at] == BROKEN or t.words[at] in (".", ";"):
            return None
        if is_plural(t, at) and t.words[at - 1] not in ("of",):
            return phrase_before(t, at + 1)
    return None


def _refers_back(t: Tokens, draft: Draft) -> bool:
    """Tell whether a number without a noun counts what an earlier one counted: "of them", "40 went on to"."""
    if draft.unit in ("money", "money_gbp", "other"):
        return False
    z, a = draft.z, draft.a
    if t.breaks[a] != BROKEN:
        if t.words[a - 1] == "from" and t.words[a - 2] in ("up", "down"):
            return True
        before = a - 1 - (t.words[a - 1] == ",")
        if t.words[before] in ("whom", "these", "them", "those") and t.words[before - 1] == "of":
            return True
    if t.breaks[z] == BROKEN:
        return False
    if t.words[z] == "of":
        return t.words[skip_determiners(t, z + 1)] in nouns_of("pronoun")
    return draft.unit in ("count", "percent", "ratio") and t.words[z] in nouns_of("verb")
