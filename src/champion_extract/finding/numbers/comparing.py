"""Finds the qualifier before or after a number: "just under", "no fewer than", "+", "or more"."""

from __future__ import annotations

from functools import cache

from champion_extract.finding.numbers.lexing import BROKEN, GLUED, Tokens
from champion_extract.finding.numbers.ranges import changes_before
from champion_extract.tables.number_words import (
    ComparatorEntry,
    Words,
    by_first_word,
    by_last_word,
    comparators,
    degrees,
)
from champion_extract.vocabulary import Comparator

_TAKES_DEGREE = frozenset({"more_than", "less_than"})
_SPREAD = frozenset(
    {
        "delivered",
        "spread",
        "held",
        "run",
        "running",
        "ran",
        "split",
        "staggered",
        "phased",
        "completed",
        "place",
        "taught",
        "worked",
        "rolled",
        "hosted",
        "over",
    }
)
# Before "over three years" these words say that the time was longer; without them it says during.
_LONGER = frozenset(
    {
        "for",
        "lasting",
        "lasted",
        "spanning",
        "spans",
        "spanned",
        "with",
        "has",
        "have",
        "had",
        "of",
        "just",
        "well",
        "a",
        "totalling",
        "total",
        "after",
        "nearly",
        "took",
        "taking",
        "takes",
        "is",
        "was",
        "being",
        "gained",
        "and",
        "brings",
    }
)


@cache
def _before() -> dict[str, list[tuple[Words, ComparatorEntry]]]:
    return by_last_word(comparators("before"))


@cache
def _after() -> dict[str, list[tuple[Words, ComparatorEntry]]]:
    return by_first_word(comparators("after"))


@cache
def _degrees() -> dict[str, list[tuple[Words, None]]]:
    return by_last_word(dict.fromkeys(degrees()))


def comparator_before(t: Tokens, a: int) -> tuple[Comparator, int] | None:
    """Return the comparator of the words that end just before token ``a``, and where they begin with their degree."""
    if a <= 0 or t.breaks[a] == BROKEN:
        return None
    for words, entry in _before().get(t.words[a - 1], ()):
        if not t.precedes(a - 1, words):
            continue
        start = a - len(words)
        if t.breaks[start] != BROKEN and t.words[start - 1] in entry.not_after:
            continue
        if words in ((">",), ("<",)) and t.breaks[start] == BROKEN and t.breaks[a] != GLUED:
            continue  # a quoted line of mail, or a quotation in Markdown
        if words == ("up", "to") and _of_change(t, start):
            continue
        if words[-1] in ("c", "ca") and t.capital(a - 1):
            continue
        if words[-1] in ("c", "ca") and not (t.kinds[a] in "np" and t.words[a] not in ("(", "-")):
            continue
        return entry.comparator, _with_degree(t, start, entry.comparator, words)
    return None


def _of_change(t: Tokens, start: int) -> bool:
    """Tell "brought the average up to 5.6" from "an increase of up to 5%"."""
    cue = changes_before(t, start)
    return cue >= max(0, start - 5) and t.words[start - 1] not in ("of", "by", "for", "with")


def _with_degree(t: Tokens, start: int, comparator: Comparator, words: Words) -> int:
    if t.breaks[start] == BROKEN:
        return start
    if comparator in _TAKES_DEGREE:
        for degree, _ in _degrees().get(t.words[start - 1], ()):
            if t.precedes(start - 1, degree):
                start -= len(degree)
                if t.breaks[start] != BROKEN and t.words[start - 1] in ("just", "very", "well") and degree != ("just",):
                    start -= 1
                return start
    elif (t.words[start - 1] == "very" and words in (("nearly",), ("almost",))) or (
        t.words[start - 1] == "just" and words in (("about",), ("around",)) and t.words[start - 2] not in ("not", "all")
    ):
        return start - 1
    return start


def comparator_after(t: Tokens, z: int) -> tuple[Comparator, int] | None:
    """Return the comparator of the words from token ``z`` on, and where they end."""
    if t.breaks[z] == BROKEN:
        return None
    for words, entry in _after().get(t.words[z], ()):
        if not t.follows(z, words):
            continue
        if words in (("+",), ("ish",)) and t.breaks[z] != GLUED:
            continue
        if words == ("plus",) and (
            t.kinds[z + 1] == "n"
            or t.capital(z + 1)
            or t.words[z + 1] in ("a", "an", "the", "our", "their", "other", "further", "many", "more", "one", "two")
        ):
            continue
        if words in (("upwards",), ("maximum",), ("minimum",), ("max",)) and t.words[z + 1] == "of":
            continue
        if words == ("odd",) and t.breaks[z + 1] == BROKEN:
            continue
        if words == ("at", "least") and t.kinds[z + 2] in ("n", "w"):
            continue
        return entry.comparator, z + len(words)
    return None


def means_during(t: Tokens, start: int, z: int, value: float) -> bool:
    """Tell whether "over" at ``start`` before a length of time ending at ``z`` says during, not more than.

    "delivered over six weeks", "Over three years, the hub" against "for over ten years", "over 20 years' experience".
    """
    if t.words[start] != "over":
        return False
    after = t.words[z]
    if t.words[z - 1].endswith("'") or after == "'" or after in ("of", "ago", "old", "experience", "worth", "since"):
        return False
    if t.breaks[start] == BROKEN:
        return True
    before = t.words[start - 1]
    if before in _LONGER:
        return False
    return before in _SPREAD or value < 10 or t.words[z - 1] in ("weeks", "days", "months", "terms")


def spread_over(t: Tokens, start: int) -> bool:
    """Tell whether "over" follows a word such as "delivered", so that a small count after it says how it was spread."""
    return t.words[start] == "over" and t.breaks[start] != BROKEN and t.words[start - 1] in _SPREAD
