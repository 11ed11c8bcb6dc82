"""Finds the noun that follows a number: "500 pupils", "40% of our students", "double the number of mentors"."""

from __future__ import annotations

from champion_extract.finding.numbers.draft import Draft
from champion_extract.finding.numbers.lexing import BROKEN, GLUED, Tokens
from champion_extract.finding.numbers.noun_phrases import (
    NO_PHRASE,
    collect,
    ends_phrase,
    is_plural,
    nouns_of,
    skip_determiners,
)
from champion_extract.tables.number_words import changes

_SHARED_UNITS = frozenset({"percent", "ratio"})


AMOUNTS = frozenset(
    {"number", "numbers", "proportion", "percentage", "share", "amount", "volume", "ratio", "total", "rate"}
)


def noun_after(t: Tokens, draft: Draft, z: int, plural: bool, following: Draft | None = None) -> str | None:
    """Return the noun phrase from token ``z`` on, after "of the", "of our"; None if none begins there."""
    words, breaks = t.words, t.breaks
    if breaks[z] == BROKEN or not t.kinds[z]:
        return None
    shared = False
    if draft.hyphened and words[z] == "-":
        z += 1
        plural = False
    if words[z] in ("'",) and breaks[z] == GLUED:
        z += 1
    while words[z] == "*" and breaks[z] == GLUED:
        z += 1  # Markdown's **22,000** students
    if draft.unit in _SHARED_UNITS:
        z = past_brackets(t, z)
    if words[z] == "of" and breaks[z + 1] != BROKEN:
        z += 1
        shared = True
        plural = False
    if draft.unit.startswith("money") and words[z] == "in" and t.kinds[z + 1] == "w" and not t.capital(z + 1):
        # "£3,000 in prize money"
        if words[z + 1] in ends_phrase() or breaks[z + 1] == BROKEN or breaks[z] == BROKEN:
            return None
        z += 1
    if shared or draft.unit == "ratio":
        z = skip_determiners(t, z, shared and _year_olds(t, skip_determiners(t, z, False)) is None)
        if shared and words[z] in nouns_of("pronoun") and (words[z + 1] in ends_phrase() or t.kinds[z + 1] != "w"):
            return None
    if draft.hyphened and words[z] in nouns_of("heads") and draft.unit == "count":
        return None  # "a 12-strong team", "a five-person firm": the number alone
    if (
        draft.unit != "count"
        and words[z] in nouns_of("predicate")
        and (t.kinds[z + 1] != "w" or words[z + 1] in ends_phrase() or breaks[z + 1] == BROKEN)
    ):
        return None
    if words[z] in ("strong", "worth") and breaks[z + 1] != BROKEN:
        # "£5,000 worth of kit"
        z += 1
        if words[z] == "of":
            z = skip_determiners(t, z + 1)
    while (
        words[z] in nouns_of("more")
        and words[z] != "other"
        and breaks[z + 1] != BROKEN
        and words[z + 1] not in ("than",)
    ):
        z += 1
        if words[z] == "of":
            z = skip_determiners(t, z + 1)
    if (
        draft.unit in ("percent", "ratio")
        and not shared
        and words[z] in changes()
        and changes()[words[z]][1] in ("noun", "both")
    ):
        if words[z + 1] in ("in", "of"):
            return noun_after(t, draft, skip_determiners(t, z + 2), False)
        return None
    span = _year_olds(t, z) or collect(t, z, plural, shared)
    if span == NO_PHRASE and shared and words[z] in ("working", "living", "grown") and breaks[z + 1] != BROKEN:
        span = (z, max(collect(t, z + 1, False, True)[1], z))
    if span == NO_PHRASE or span[0] == span[1] or words[span[1] - 1].endswith("'s"):
        return None
    if (
        draft.unit == "percent"
        and not shared
        and not is_plural(t, span[1] - 1)
        and all(t.capital(at) for at in range(*span))
    ):
        return None  # "38% Sheffield College, 27% Longley Park"
    draft.phrase = span
    a, end = span
    if words[a - 1] == "-" and breaks[a - 1] == GLUED and (draft.hyphened or draft.unit == "rank"):
        end = a + 1  # "a five-person firm": persons
        draft.phrase = (a, end)
    if shared:
        # "two of the county's largest firms": firms, as no possessive is part of what is counted
        for at in range(a, end - 1):
            if words[at].endswith("'s") and t.kinds[at] == "w":
                a = at + 1
        draft.phrase = (a, end)
    if words[end - 1] in AMOUNTS and end - a == 1 and draft.unit != "rank":
        # "double the number of mentors": mentors
        if words[end] != "of" or breaks[end] == BROKEN:
            return None
        return noun_after(t, draft, skip_determiners(t, end + 1), False) or t.slice(a, end)
    text = t.slice(a, end)
    if (
        (
            following is not None
            and plural
            and not is_plural(t, end - 1)
            and following.phrase != NO_PHRASE
            and following.unit == "count"
        )
        and t.words[end] in ("and", "or", ",", "&", "/")
        and following.a - end <= 2
    ):
        head = t.slice(following.phrase[1] - 1, following.phrase[1])
        draft.phrase = (a, following.phrase[1])
        return f"{text} {head}"
    return text


def past_brackets(t: Tokens, z: int) -> int:
    """Skip "(74%)" in "three-quarters (74%) of firms", and its end for the number inside."""
    if words_close(t, z):
        return z + 1
    if t.words[z] == "(":
        for at in range(z + 1, z + 6):
            if words_close(t, at):
                return at + 1
    return z


def words_close(t: Tokens, z: int) -> bool:
    """Tell whether a bracket closes at token ``z`` before "of"."""
    return t.words[z] == ")" and t.words[z + 1] == "of" and t.breaks[z + 1] != BROKEN


def _year_olds(t: Tokens, z: int) -> tuple[int, int] | None:
    """Return the tokens of "16- and 17-year-olds", people who are named by their age."""
    if t.kinds[z] != "n" or len(t.words[z]) > 2:
        return None
    for at in range(z + 1, z + 9):
        if t.words[at] == "olds" and t.words[at - 1] in ("-", "year"):
            return z, at + 1
        if t.breaks[at] == BROKEN or not (t.kinds[at] == "n" or t.words[at] in ("-", "and", "to", "year", "or")):
            return None
    return None


def people_after(t: Tokens, draft: Draft) -> str | None:
    """Return the people after a year group: "Year 10 textiles students", "Year 11 prefect"; None for "Year 6 teacher".

    A person in the singular ends the phrase: "a Year 9 boy wrote".
    """
    z = draft.z
    if t.breaks[z] == BROKEN:
        return None
    for at in range(z, z + 2):
        if t.breaks[at] == BROKEN or t.kinds[at] != "w" or t.words[at] in ends_phrase():
            break
        if t.words[at] in nouns_of("people") | nouns_of("class") and not is_plural(t, at):
            if is_plural(t, at + 1):
                break
            return t.slice(z, at + 1)
    after = noun_after(t, draft, z, True)
    if after is None:
        return None
    head = after.split()[-1].lower()
    if head in nouns_of("people") or head in nouns_of("class") or (head.endswith(_PERSONS) and not _no_person(head)):
        return after
    return None


_PERSONS = ("ers", "ors", "ists", "eers", "mates", "ants")


def _no_person(head: str) -> bool:
    return head in nouns_of("thing")


_LENGTHS = frozenset({"miles", "minutes", "metres", "km", "yards", "seconds", "feet", "terms", "kilometres", "inches"})


def sized(t: Tokens, draft: Draft) -> str | None:
    """Return what has the size: "5 tonnes of waste"; none for "a 12-tonne crane".

    A distance or a time is of nothing: "two miles of the desk", "40 minutes".
    """
    z = draft.z
    if t.words[z] == "of" and t.breaks[z] != BROKEN:
        return noun_after(t, draft, z, False) if draft.unit_text not in _LENGTHS else None
    return None
