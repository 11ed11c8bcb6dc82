"""Finds the subject of the clause in which a number is said of something: "attendance among boys had risen to 94%".

The subject is the first noun phrase of the clause, past what only places it ("In the past year attendance ..."); what
stands between it and the verb belongs to it and is left out. Windows are bounded.
"""

from __future__ import annotations

from champion_extract.finding.numbers.lexing import BROKEN, GLUED, Tokens
from champion_extract.finding.numbers.noun_phrases import collect, ends_phrase, nouns_of, skip_determiners
from champion_extract.tables.number_words import number_words

_REACH = 22
_SIGNS = frozenset(
    {".", ";", ":", "!", "?", ",", "(", ")", '"', "\u201c", "\u201d", "\u2018", "|", "\u2022", "*", "\u00b7"}
)
_JOINING = frozenset({"but", "while", "whereas", "although", "though", "because", "that", "which", "who", "when", "if"})
_PLACING = frozenset({"in", "at", "on", "by", "from", "since", "during", "over", "across", "for", "after", "before"})


def subject_before(t: Tokens, z: int) -> str | None:
    """Return the noun phrase of the subject whose verb, or "up" and "down", is token ``z``; None if there is none."""
    start = _clause_start(t, z)
    start = _past_placing(t, start, z)
    if t.words[start] in nouns_of("determiner"):
        start += 1  # also where it opens a line
    start = skip_determiners(t, start, False)
    while start < z and t.words[start] in nouns_of("amount") and t.words[start + 1] == "of":
        start = skip_determiners(t, start + 2)
    if t.words[start] in ("average", "mean", "median") and start + 1 < z:
        start += 1
    if start >= z or (t.breaks[start + 1] == BROKEN and start + 1 < z):
        return None
    first = t.words[start]
    if first in nouns_of("pronoun") or first in ends_phrase() or t.kinds[start] != "w" or first in number_words():
        return None
    a, end = collect(t, start, False, True, z)
    if end <= a:
        return None
    for at in range(a, end - 1):
        if t.words[at].endswith("'s"):
            a = at + 1
    if t.words[end - 1] in nouns_of("amount") or t.words[end - 1] in ("target", "aim", "goal", "answer"):
        return None
    return t.slice(a, end)


def refers_to_subject(t: Tokens, z: int) -> bool:
    """Tell whether the subject before token ``z`` is "it", "this" or "they": what was spoken of before."""
    return t.words[z - 1] in ("it", "this", "they", "that") and t.breaks[z] != BROKEN


def _clause_start(t: Tokens, z: int) -> int:
    at = z
    limit = max(0, z - _REACH)
    while at > limit and t.breaks[at] != BROKEN:
        word = t.words[at - 1]
        if word in _SIGNS or (word == "-" and t.breaks[at] != GLUED):
            break
        if word in _JOINING and at < z:
            break
        if word == "and" and (
            t.words[at] in nouns_of("determiner") or t.kinds[at - 2] == "n" or t.words[at - 2] == "%"
        ):
            break
        at -= 1
    return at


def _past_placing(t: Tokens, start: int, z: int) -> int:
    """Skip what opens a clause: conjunctions, adverbs, and "in the past year", "at Hull", "in Year 10"."""
    for _ in range(3):
        while start < z and (t.words[start] in ("and", "so", "now", "here", "as", "then", "meanwhile", "also", "-")):
            start += 1
        if t.words[start] not in _PLACING:
            return start
        at = skip_determiners(t, start + 1)
        if at < z and t.capital(at):
            while at < z and (t.capital(at) or (t.words[at] in ("of", "and", "&", "-") and t.capital(at + 1))):
                at += 1
            while at < z and t.kinds[at] == "n":
                at += 1
        elif any(t.words[place] in nouns_of("time") for place in range(at, min(at + 4, z))):
            at = next(place for place in range(at, z) if t.words[place] in nouns_of("time")) + 1
        else:
            at = max(collect(t, at, False, True, z)[1], at)
        if at >= z:
            return start
        start = at
        if t.words[start] == "of":
            start = _past_of(t, start, z)
    return start


def _past_of(t: Tokens, start: int, z: int) -> int:
    at = skip_determiners(t, start + 1)
    if t.capital(at):
        while at < z and t.capital(at):
            at += 1
        return at
    return max(collect(t, at, False, True, z)[1], at)
