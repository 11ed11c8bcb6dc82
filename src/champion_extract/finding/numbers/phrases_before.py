"""Finds the noun phrase that ends before a token, walking back: "attendance" before "rose", "a budget" before "of"."""

from __future__ import annotations

from champion_extract.finding.numbers.lexing import BROKEN, GLUED, Tokens
from champion_extract.finding.numbers.noun_phrases import ends_phrase, nouns_of
from champion_extract.tables.number_words import number_words

_LONGEST = 7


def phrase_before(t: Tokens, z: int) -> str | None:
    """Return the noun phrase that ends before token ``z``."""
    a, end = span_before(t, z)
    return t.slice(a, end) if end > a else None


def span_before(t: Tokens, z: int) -> tuple[int, int]:
    """Return the tokens of the noun phrase that ends before token ``z``; empty if there is none."""
    a = z
    while a > 0 and z - a < _LONGEST and t.breaks[a] != BROKEN:
        word = t.words[a - 1]
        if t.kinds[a - 1] == "p" and word == "-" and t.breaks[a - 1] == GLUED:
            a -= 1
            continue
        if word == "sixth" and (t.words[a] == "-" or t.words[a].startswith("form")):
            a -= 1
            continue
        if t.kinds[a - 1] != "w" or word in ends_phrase() or word in number_words():
            break
        if (
            word.endswith(("ed", "ing"))
            and t.words[a] != "-"
            and a - 1 > 0
            and word not in ("training",)
            and z - a >= 1
        ):
            break
        a -= 1
        if t.breaks[a] == BROKEN:
            break
    for at in range(a, z - 1):
        if t.words[at].endswith("'s"):
            a = at + 1
    if t.words[a - 1] == "to" and z - a > 1:
        a += 1  # the verb of "to reach pupils"
    while a < z and (t.words[a] in nouns_of("more") or t.words[a] == "-"):
        a += 1
    return a, z
