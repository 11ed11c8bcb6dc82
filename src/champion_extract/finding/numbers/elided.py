"""Finds what a number counts where its noun is left out, from what was just said: "44 joined; 30 of them stayed".

Works through the numbers of a stretch of text in order and keeps the noun that was counted last. A noun is not carried
into another line or cell, as a list's items and a form's fields count different things.
"""

from __future__ import annotations

from champion_extract.finding.numbers.draft import Draft
from champion_extract.finding.numbers.lexing import BROKEN, Tokens
from champion_extract.finding.numbers.noun_phrases import (
    NO_PHRASE,
    is_plural,
    nouns_of,
    skip_determiners,
)
from champion_extract.finding.numbers.phrases_before import phrase_before

_NEAR, _FAR, _PLURAL_REACH = 20, 40, 26
_SHARING = frozenset({"count", "percent", "ratio"})
_MONEY = frozenset({"money", "money_gbp"})
_AIMS = frozenset({"target", "plan", "goal", "aim", "figure", "average", "forecast"})
_AGAINST = frozenset({"against", "versus", "vs", "with", "to", "than", "from", "of", "v"})
_HAVING = frozenset(
    {"have", "had", "has", "got", "found", "needs", "need", "took", "takes", "sent", "hosted", "met", "take", "'ve"}
)


def share_nouns(t: Tokens, drafts: list[Draft]) -> None:
    """Fill in ``of`` of the drafts that have none and go back to an earlier noun."""
    latest: str | None = None
    last_at = 0
    money: Draft | None = None
    previous: Draft | None = None
    for draft in drafts:
        if draft.unit == "age" and draft.of is None and latest is not None and _of_them(t, draft, last_at):
            draft.of = latest
        if draft.dated or draft.unit in ("age", "year_group", "rank", "other"):
            continue
        if previous is not None and _goes_with(t, previous, draft):
            draft.of = previous.of
        previous = draft
        if draft.unit in _MONEY:
            if money is not None and draft.of is None and _part_of_whole(t, draft) and draft.a - money.z < _NEAR:
                draft.of = money.of
            money = draft
            continue
        if latest is not None and _part_of_whole(t, draft):
            draft.of = latest
        if draft.of is None:
            draft.of = _recalled(t, draft, latest, last_at)
        if draft.of is not None and draft.unit in _SHARING:
            latest, last_at = draft.of, draft.z


def _recalled(t: Tokens, draft: Draft, latest: str | None, last_at: int) -> str | None:
    gap = draft.a - last_at
    near = latest is not None and 0 < gap < _NEAR and t.words[draft.a - 1] != "of" and _same_line(t, last_at, draft.a)
    pronoun = _of_pronoun(t, draft)
    if pronoun or draft.unit == "count":
        named = _last_plural(t, draft.a, last_at, _PLURAL_REACH if pronoun else 12)
        has = t.words[draft.a - 1] in _HAVING or t.words[draft.a - 1].endswith("'ve")
        if named is not None and ((pronoun and gap > 12) or (not pronoun and has and _ends(t, draft.z))):
            return named
    if near and draft.unit in ("count", "percent"):
        return latest  # a bare number soon after another mostly counts the same
    if near and draft.times and t.words[draft.z - 1] == "many":
        return latest  # "62 exhibitors, twice as many as last time"
    if _refers_back(t, draft) and latest is not None and gap < _FAR:
        return latest
    return None


def _ends(t: Tokens, z: int) -> bool:
    return t.breaks[z] == BROKEN or t.words[z] in (
        ".",
        ",",
        ";",
        "!",
        "?",
        ")",
        "now",
        "so",
        "by",
        "in",
        "'",
        "and",
        "last",
    )


def _goes_with(t: Tokens, previous: Draft, draft: Draft) -> bool:
    if previous.unit != draft.unit or previous.of is None:
        return False
    return _is_other_end(t, previous, draft) or (draft.of is None and _is_compared(t, previous, draft))


def _is_other_end(t: Tokens, previous: Draft, draft: Draft) -> bool:
    """Tell whether it is the second number of "from 40 pupils in 2019 to 75"."""
    close = draft.a - previous.z < 12 and draft.phrase == NO_PHRASE
    return close and t.words[draft.a - 1] == "to" and t.words[previous.a - 1] == "from"


def _is_compared(t: Tokens, previous: Draft, draft: Draft) -> bool:
    """Tell "18%, against a target of 20%", "28% (2016: 51%)", "£68 compared with £61"."""
    if draft.a - previous.z > 12 or not _same_line(t, previous.z, draft.a):
        return False
    before = t.words[draft.a - 1]
    if before == "of" and t.words[draft.a - 2] in _AIMS:
        return True
    if before == ":" and any(t.words[at] == "(" for at in range(max(previous.z, draft.a - 6), draft.a)):
        return True
    between = t.words[previous.z : draft.a]
    return any(word in ("against", "versus", "vs", "compared", "compares", "up", "down", "v") for word in between) and (
        before in _AGAINST or before in nouns_of("determiner")
    )


def _part_of_whole(t: Tokens, draft: Draft) -> bool:
    """Tell "of whom 30", "of which, 12"."""
    at = draft.a - 1 - (t.words[draft.a - 1] == ",")
    return t.words[at] in ("whom", "which") and t.words[at - 1] == "of"


def _of_them(t: Tokens, draft: Draft, last_at: int) -> bool:
    """Tell "half of them under 23"."""
    return (
        t.words[draft.a - 1] in ("them", "whom", "all", "both", "youngest", "oldest") and 0 < draft.a - last_at < _NEAR
    )


def _same_line(t: Tokens, a: int, z: int) -> bool:
    """Tell whether neither a line nor a cell ends between two tokens."""
    for at in range(a, z):
        if t.words[at] == "|" or (t.breaks[at + 1] == BROKEN and t.text[t.ends[at] : t.starts[at + 1]].strip(" ")):
            return False
    return True


def _of_pronoun(t: Tokens, draft: Draft) -> bool:
    z = draft.z
    return t.words[z] == "of" and t.words[skip_determiners(t, z + 1)] in ("them", "these", "those")


def _last_plural(t: Tokens, a: int, last_at: int, reach: int) -> str | None:
    """Return the nearest plural before token ``a`` that follows the last number's noun: "nursing homes, 14 of them"."""
    for at in range(a - 1, max(a - reach, last_at, 0), -1):
        if t.breaks[at + 1] == BROKEN and "\n" in t.text[t.ends[at] : t.starts[at + 1]]:
            return None
        if is_plural(t, at) and not t.capital(at) and t.words[at] not in nouns_of("time"):
            return phrase_before(t, at + 1)
    return None


def _refers_back(t: Tokens, draft: Draft) -> bool:
    """Tell whether a number without a noun counts what an earlier one counted: "of them", "40 went on to"."""
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
    return draft.unit in _SHARING and t.words[z] in nouns_of("verb")
