"""Tells which numbers state no quantity: labels, idioms, addresses, telephone numbers, times of day, names.

The words are in ``tables/numbers/not_quantities.csv``, each with an example. Shapes that no list of words can hold
(web addresses, postcodes, telephone numbers, version numbers, list numbering) are told here from the signs around.
"""

from __future__ import annotations

from functools import cache

from champion_extract.finding.numbers.lexing import BROKEN, GLUED, SPACED, Tokens
from champion_extract.finding.numbers.noun_phrases import ends_phrase
from champion_extract.finding.numbers.shapes import excluded_shape
from champion_extract.tables.number_words import Words, by_last_word, not_quantities, not_quantity_words, number_words

_SPEAKING = frozenset(
    {"said", "told", "says", "commented", "added", "wrote", "described", "explained", "remarked", "put"}
)


@cache
def _labels() -> dict[str, list[tuple[Words, str]]]:
    return by_last_word(not_quantities()["label"])


@cache
def _idioms() -> dict[tuple[str, str], list[tuple[int, Words]]]:
    """Index idioms by each number in them and the word after it, or before it if it is last, with its place."""
    index: dict[tuple[str, str], list[tuple[int, Words]]] = {}
    for words in not_quantities()["idiom"]:
        for place, word in enumerate(words):
            if word in number_words() or word[0].isdigit():
                pair = (word, words[place + 1]) if place + 1 < len(words) else (words[place - 1], word)
                index.setdefault(pair, []).append((place, words))
    for found in index.values():
        found.sort(key=lambda item: -len(item[1]))
    return index


def excluded(t: Tokens, i: int) -> int:
    """Return 0 if the number at token ``i`` may state a quantity, else the token after all that it excludes."""
    if t.kinds[i] == "n":
        end = excluded_shape(t, i)
        if end:
            return end
    end = _idiom(t, i)
    if end:
        return end
    end = _label(t, i)
    if end:
        return end
    word = t.words[i]
    if t.words[i + 1] == "o'clock":
        return i + 2
    if t.words[i + 1] == "past" and (t.words[i + 2] in number_words() or t.kinds[i + 2] == "n"):
        return i + 3  # "at ten past seven"
    if word == "one":
        return _one(t, i)
    if word in ("first", "second", "third", "fourth", "fifth", "sixth") and t.capital(i) and not t.begins(i):
        # "the First Minister", "Second World War": inside a name
        return i + 1
    return 0


def ordinal_excluded(t: Tokens, z: int) -> bool:
    """Tell whether the word after an ordinal makes it no rank: a floor, a century, a weekday."""
    at = z + (t.words[z] == "-")
    return t.breaks[at] != BROKEN and t.words[at] in not_quantity_words("ordinal_noun")


def compound_excluded(t: Tokens, z: int) -> bool:
    """Tell whether "-way", "-star", "-figure" follows, which makes the number part of a word."""
    if t.words[z] != "-" or t.breaks[z + 1] == BROKEN:
        return False
    if t.words[z + 1] == "a" and t.words[z + 2] == "-" and t.words[z + 3] in ("side", "day"):
        return True
    return t.words[z + 1] in not_quantity_words("compound")


def _idiom(t: Tokens, i: int) -> int:
    idioms, word = _idioms(), t.words[i]
    after, before = t.words[i + 1], t.words[i - 1]
    if after == "-":
        after = t.words[i + 2]
    if before == "-":
        before = t.words[i - 2]
    for place, words in idioms.get((word, after), []) + idioms.get((before, word), []):
        at = i
        if words == ("one", "day") and t.words[i + 1] == "-":
            continue  # "a one-day event"
        for _ in range(place):
            at -= 1
            if t.words[at] == "-":
                at -= 1
        if at < 0:
            continue
        for offset, word in enumerate(words):
            if offset and t.words[at] == "-" and t.breaks[at] != BROKEN:
                at += 1
            if t.words[at] != word or (offset and t.breaks[at] == BROKEN):
                break
            at += 1
        else:
            if (
                words[-1] in ("past", "to")
                and t.breaks[at] != BROKEN
                and (t.kinds[at] == "n" or t.words[at] in number_words())
            ):
                at += 1  # "half past nine"
            return max(at, i + 1)
    return 0


def _label(t: Tokens, i: int) -> int:
    """Exclude a number after a label, and those listed with it: "Levels 2 and 3", "Key Stages 3-5"."""
    at = i - 1
    while (
        (
            t.words[at] == "#"
            or (t.words[at] == "." and len(t.words[at - 1]) < 5)
            or (t.words[at] == ":" and t.kinds[i] == "n" and t.words[at - 1] not in _COUNTED_LABELS)
        )
        and t.breaks[at] == GLUED
        and t.breaks[at + 1] != BROKEN
    ):
        at -= 1
    if t.breaks[at + 1] == BROKEN or t.breaks[i] == BROKEN:
        return 0
    if t.words[i - 1] == ":" and t.kinds[i + 1] == "w" and t.breaks[i + 1] == SPACED and not t.capital(i + 1):
        return 0  # "Who took part: 36 pupils"
    for words, _ in _labels().get(t.words[at], ()):
        if t.precedes(at, words):
            if len(words[0]) <= 2 and t.words[at] not in ("ks", "no", "gb", "bm", "pp", "p", "pg", "q", "id", "wk"):
                continue
            if not _is_label(t, at, i):
                continue
            return _listed(t, i)
    return 0


def _is_label(t: Tokens, at: int, i: int) -> bool:
    """Tell a label ("Week 3", "at stage 2") from a noun that merely stands before a count ("each week 30 pupils")."""
    word = t.words[at]
    if t.kinds[i] == "w" and t.words[i] not in number_words():
        return False
    if word == "no" and not (t.capital(at) or t.words[at + 1] == "."):
        return False
    if word in (
        "week",
        "day",
        "month",
        "term",
        "session",
        "lesson",
        "year",
        "quarter",
        "round",
        "group",
        "team",
        "call",
    ):
        before = t.words[at - 1]
        if t.breaks[at] != BROKEN and before in (
            "each",
            "every",
            "this",
            "last",
            "next",
            "a",
            "per",
            "that",
            "the",
            "one",
            "past",
            "same",
        ):
            return False
    if word in ("post", "pre", "covid", "stem"):
        return len(t.words[i]) <= 4
    if t.kinds[i] == "n" and ("," in t.words[i] or _plural_follows(t, i)):
        return t.capital(at) and not _plural_follows(t, i)
    return not (t.kinds[i] == "w" and t.words[i] in ("half", "quarter", "first", "second", "third", "double"))


def _plural_follows(t: Tokens, i: int) -> bool:
    """Tell whether a lower-case plural follows at once: "at the Hall 200 students met"."""
    after = t.words[i + 1]
    return (
        t.breaks[i + 1] == SPACED
        and (len(t.words[i]) > 2 or t.kinds[i] == "w")
        and len(after) > 4
        and after.endswith("s")
        and not after.endswith("ss")
        and not t.capital(i + 1)
        and t.words[i - 1]
        not in ("level", "levels", "stage", "benchmark", "benchmarks", "grade", "band", "tier", "phase")
    )


def _listed(t: Tokens, i: int) -> int:
    z = i + 1
    while True:
        while t.kinds[z] == "w" and t.breaks[z] == GLUED:
            z += 1
        at = z
        while (
            t.words[at] in ("-", ",", "and", "to", "&", "/", "or", "+", "of") and t.breaks[at] != BROKEN and at < z + 2
        ):
            at += 1
        if at == z or t.breaks[at] == BROKEN:
            return z
        if t.kinds[at] == "n" and len(t.words[at]) <= 2 and t.words[at + 1] not in ("%", "per", "percent"):
            if _plural_follows(t, at):
                return z
            z = at + 1
        elif t.kinds[at] == "w" and t.words[at] in number_words() and number_words()[t.words[at]].role == "unit":
            z = at + 1
        else:
            return z


_COUNTED_LABELS = frozenset(
    {"awards", "award", "winner", "projects", "project", "units", "days", "weeks", "terms", "questions", "class"}
)


def _one(t: Tokens, i: int) -> int:
    """Exclude "one" unless it is a numeral before a noun."""
    after = t.words[i + 1]
    if t.breaks[i + 1] == BROKEN and t.words[i - 1] not in ("least", "than", "just", "only"):
        return i + 1
    if after in ("of", ".", ",", ";", "!", "?", ")", ":", '"', "\u201d", "-") and not (
        after == "-" and t.breaks[i + 1] == 0
    ):
        return i + 1
    if t.begins(i) and after in ("afternoon", "morning", "evening", "night", "summer", "winter"):
        return i + 1
    if (
        t.kinds[i + 1] == "w"
        and after in ends_phrase()
        and after not in ("and", "or", "to")
        and t.words[i - 1] not in ("least", "than", "just", "only", "to")
    ):
        return i + 1
    # "one parent said", "said one judge": some one, not a number of them
    if t.words[i - 1] in _SPEAKING and t.breaks[i] != BROKEN:
        return i + 1
    for at in range(i + 2, i + 5):
        if t.breaks[at - 1] == BROKEN or t.kinds[at - 1] != "w" or t.words[at - 1] in ends_phrase():
            break
        if t.words[at] in _SPEAKING and t.breaks[at] != BROKEN:
            return i + 1
    return 0
