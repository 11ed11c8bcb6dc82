"""Finds what a sum of money is the price or the worth of: "a fund worth £2m", "the pack (£12)"."""

from __future__ import annotations

from champion_extract.finding.numbers.draft import Draft
from champion_extract.finding.numbers.lexing import BROKEN, Tokens
from champion_extract.finding.numbers.noun_phrases import is_plural, nouns_of
from champion_extract.finding.numbers.phrases_before import span_before
from champion_extract.finding.numbers.subjects import subject_before

_CLOSING = frozenset({")", ",", ".", ";", "each", "a", "per", ""})
_BEING = frozenset({"is", "are", "was", "were"})


def priced_before(t: Tokens, draft: Draft) -> str | None:
    """Return the thing before a sum that is its worth, or beside which it stands in brackets or between commas."""
    a = draft.a - 1
    if t.breaks[draft.a] == BROKEN:
        return None
    worth = (
        a - (t.words[a] in ("of", "to") and t.words[a - 1] == "worth") - 2 * (t.words[a - 1 : a + 1] == ["up", "to"])
    )
    if t.words[worth] == "worth":
        before = worth - (t.words[worth - 1] == ",")
        if t.words[before - 1] in _BEING:
            return subject_before(t, before - 1)
        return _thing(t, before, True)
    if t.words[a] == "for" and t.words[a - 1] in nouns_of("gathering"):
        return t.original(a - 1)  # "a cheque for £150"
    if t.words[a] == "(" or (t.words[a] == "," and (t.words[draft.z] in _CLOSING or t.breaks[draft.z] == BROKEN)):
        return _thing(t, a, t.words[a] == "(")
    return None


def _thing(t: Tokens, z: int, loose: bool) -> str | None:
    """Return the noun phrase that ends before ``z``; unless ``loose``, one with a determiner before it or a plural."""
    a, end = span_before(t, z)
    if end <= a or t.breaks[z] == BROKEN:
        return None
    named = all(t.capital(at) for at in range(a, end) if t.kinds[at] == "w")
    determined = t.words[a - 1] in nouns_of("determiner") and t.breaks[a] != BROKEN
    if (named and not t.begins(a)) or not (determined or (loose and is_plural(t, end - 1))):
        return None
    return t.slice(a, end)
