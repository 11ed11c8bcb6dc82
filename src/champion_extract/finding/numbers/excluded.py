"""Tells which numbers state no quantity: labels, idioms, addresses, telephone numbers, times of day, names.

The words are in ``tables/numbers/not_quantities.csv``, each with an example. Shapes that no list of words can hold
(web addresses, postcodes, telephone numbers, version numbers, list numbering) are told here from the signs around.
"""

from __future__ import annotations

import re
from functools import cache

from champion_extract.finding.numbers.lexing import BROKEN, GLUED, SPACED, Tokens
from champion_extract.tables.number_words import Words, by_last_word, currencies, not_quantities, number_words, units

_PHONE = re.compile(r"(?:\+[0-9]{1,3}[ \u00a0]?\(?0?\)?|\(?0)[0-9]{1,5}\)?(?:[ \u00a0.-]?[0-9]{2,5}){1,4}(?![0-9])")
_CHUNK = 80
_GLUED_SUFFIXES = frozenset(
    {"k", "m", "mn", "mil", "mill", "b", "bn", "tn", "trn", "st", "nd", "rd", "th", "s", "x", "yo"}
)
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


def _words_of(kind: str) -> frozenset[str]:
    return _kinds()[kind]


@cache
def _kinds() -> dict[str, frozenset[str]]:
    return {kind: frozenset(words[0] for words in entries) for kind, entries in not_quantities().items()}


@cache
def _unit_words() -> frozenset[str]:
    return frozenset(words[0] for words in [*units(), *currencies()])


def excluded(t: Tokens, i: int) -> int:
    """Return 0 if the number at token ``i`` may state a quantity, else the token after all that it excludes."""
    if t.kinds[i] == "n":
        end = _shape(t, i)
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
    if word == "one":
        return _one(t, i)
    if word in ("first", "second", "third", "fourth", "fifth", "sixth") and t.capital(i) and not t.begins(i):
        # "the First Minister", "Second World War": inside a name
        return i + 1
    return 0


def ordinal_excluded(t: Tokens, z: int) -> bool:
    """Tell whether the word after an ordinal makes it no rank: a floor, a century, a weekday."""
    at = z + (t.words[z] == "-")
    return t.breaks[at] != BROKEN and t.words[at] in _words_of("ordinal_noun")


def compound_excluded(t: Tokens, z: int) -> bool:
    """Tell whether "-way", "-star", "-figure" follows, which makes the number part of a word."""
    if t.words[z] != "-" or t.breaks[z + 1] == BROKEN:
        return False
    if t.words[z + 1] == "a" and t.words[z + 2] == "-" and t.words[z + 3] in ("side", "day"):
        return True
    return t.words[z + 1] in _words_of("compound")


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
    while t.words[at] in (".", "#", ":") and t.breaks[at] == GLUED and t.breaks[at + 1] != BROKEN:
        at -= 1
    if t.breaks[at + 1] == BROKEN or t.breaks[i] == BROKEN:
        return 0
    for words, _ in _labels().get(t.words[at], ()):
        if t.precedes(at, words):
            if len(words[0]) <= 2 and t.words[at] not in ("ks", "no", "gb", "bm", "pp", "p", "pg", "q", "id"):
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


def _one(t: Tokens, i: int) -> int:
    """Exclude "one" unless it is a numeral before a noun."""
    after = t.words[i + 1]
    if t.breaks[i + 1] == BROKEN and t.words[i - 1] not in ("least", "than", "just", "only"):
        return i + 1
    if after in ("of", ".", ",", ";", "!", "?", ")"):
        return i + 1
    if t.begins(i) and t.kinds[i + 1] == "w" and t.words[i + 2] in _SPEAKING:
        return i + 1
    return 0


def _shape(t: Tokens, i: int) -> int:
    """Exclude digits that are part of a code, an address, a telephone number, a time, a version or list numbering."""
    words, breaks, kinds = t.words, t.breaks, t.kinds
    before, after = words[i - 1], words[i + 1]
    glued_before, glued_after = breaks[i] == GLUED, breaks[i + 1] == GLUED
    if len(words[i]) > 25 or (len(words[i]) > 7 and words[i].isdigit() and before not in _MONEY):
        return i + 1
    if glued_after and _code_letter(t, i):
        return _end_of_chunk(t, i)
    if glued_before and kinds[i - 1] == "w" and before not in _PREFIXES and (before, words[i]) != ("us", "$"):
        return _end_of_chunk(t, i)
    if glued_after and kinds[i + 1] == "w" and after not in _GLUED_SUFFIXES and after not in _unit_words():
        if after in _words_of("time"):
            return _time_end(t, i + 2)
        return _end_of_chunk(t, i)
    if (glued_before and before in "_@#\\=&~^`%") or (glued_after and after in "_@\\=~^"):
        if not (before == "~" and glued_before):
            return _end_of_chunk(t, i)
    phone = _phone(t, i)
    if phone:
        return phone
    # Time is told before web addresses, as both may have a colon.
    end = _time(t, i)
    if end:
        return end
    if glued_after and after == "." and kinds[i + 2] == "n" and breaks[i + 2] == GLUED:
        return _end_of_chunk(t, i)
    if (glued_before or glued_after) and _in_web_address(t, i):
        return _end_of_chunk(t, i)
    # list numbering at the start of a line, footnotes
    if breaks[i] == BROKEN and after in (".", ")") and glued_after and breaks[i + 2] != GLUED and len(words[i]) <= 3:
        if breaks[i + 2] != BROKEN or t.capital(i + 2):
            return i + 2
    if before == "(" and after in (")", ".") and breaks[i - 1] == BROKEN and len(words[i]) <= 2:
        return i + 2
    if before == "[" and after == "]" and len(words[i]) <= 3:
        return i + 2
    if before == "-" and glued_before and breaks[i - 1] == GLUED and kinds[i - 2] == "w":
        # "post-16", "Covid-19", "G-7", but "mid-2023", "Year-10" and "sixteen-18"
        if not (len(words[i]) == 4 and words[i][:2] in ("19", "20")) and words[i - 2] not in _HYPHEN_PREFIXES:
            if words[i - 2] not in number_words() and words[i - 2] not in _GLUED_SUFFIXES:
                return _end_of_chunk(t, i)
    if (
        before in _words_of("call")
        and breaks[i] != BROKEN
        and len(words[i]) >= 3
        and after not in ("pupils", "students")
    ):
        z = i + 1
        while kinds[z] == "n" and breaks[z] != BROKEN:
            z += 1
        return z
    if t.capital(i + 1) and breaks[i + 1] == SPACED and "," not in words[i]:
        return _street(t, i)
    return 0


def _code_letter(t: Tokens, i: int) -> bool:
    """Tell "3M", "5G", "3D" and "4x4" from "3m people", "£3M" and "1.8M dollars"."""
    after = t.words[i + 1]
    if after == "x" and t.breaks[i + 2] == GLUED and t.kinds[i + 2] == "n":
        return True
    if len(after) != 1 or not t.capital(i + 1) or after == "k" or t.words[i - 1] in _MONEY:
        return False
    return not (t.breaks[i + 2] != BROKEN and (t.words[i + 2],) in currencies())


_MONEY = frozenset({"£", "$", "€", "¥", "₹"})
_PREFIXES = frozenset(
    {"c", "ca", "y", "yr", "year", "years", "aged", "age", "rs", "over", "under", "gbp", "eur", "usd"}
)
_HYPHEN_PREFIXES = frozenset(
    {
        "year",
        "years",
        "y",
        "yr",
        "under",
        "over",
        "top",
        "age",
        "ages",
        "aged",
        "sub",
        "mid",
        "to",
        "and",
        "or",
        "early",
        "late",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
    }
)


def _end_of_chunk(t: Tokens, i: int) -> int:
    z = i + 1
    while t.breaks[z] == GLUED and t.words[z] not in (",", ";", ")", ""):
        z += 1
    return z


def _in_web_address(t: Tokens, i: int) -> bool:
    """Tell whether the unbroken run of characters around the number is a web or mail address."""
    text, start, end = t.text, t.starts[i], t.ends[i]
    if start < t.address_end:
        return t.address
    low = start
    while low > 0 and start - low < _CHUNK and not text[low - 1].isspace():
        low -= 1
    high = end
    while high < len(text) and high - end < _CHUNK and not text[high].isspace():
        high += 1
    chunk = text[low:high].lower()
    t.address = "://" in chunk or "www." in chunk or "@" in chunk or _DOMAIN.search(chunk) is not None
    t.address_end = high
    return t.address


_DOMAIN = re.compile(r"[a-z][a-z0-9-]{0,40}\.(?:co|com|org|net|uk|gov|ac|info|io|eu|pdf|jpg|png|docx?|html?)(?![a-z])")


def _phone(t: Tokens, i: int) -> int:
    if not (t.words[i][0] == "0" or t.words[i - 1] in ("+", "(")) or len(t.words[i]) > 12:
        return 0
    start = t.starts[i]
    if t.words[i - 1] == "+" and t.breaks[i] == GLUED:
        start -= 1
    match = _PHONE.match(t.text, start)
    if match is None or not 9 <= sum(c.isdigit() for c in match.group()) <= 15:
        return 0
    z = i + 1
    while t.kinds[z] and t.starts[z] < match.end():
        z += 1
    return z


def _time(t: Tokens, i: int) -> int:
    """Exclude "9.30am", "2 pm", "14:30", "9-11am", "10 o'clock", "from 9.30 to 3.15"."""
    words, breaks, kinds = t.words, t.breaks, t.kinds
    word, after = words[i], words[i + 1]
    if "," in word or len(word) > 5:
        return 0
    if after == ":" and breaks[i + 1] == GLUED and breaks[i + 2] == GLUED and kinds[i + 2] == "n":
        if t.words[i - 2] == "ratio" or t.words[i + 3] in ("ratio", "split", "scale"):
            return 0
        # ratios such as 4:1 and 1:25 have no two digits after a colon below 60
        if len(words[i + 2]) == 2 and float(words[i + 2]) < 60 and words[i + 2] in _MINUTES and float(word) < 25:
            return _time_end(t, i + 3)
        return 0
    if _clock(t, i + 1):
        return _time_end(t, i + 1)
    if after in ("-", "to", "and") and kinds[i + 2] == "n" and _clock(t, i + 3) and len(words[i + 2]) <= 5:
        return _time_end(t, i + 3)
    if (
        "." in word
        and word[-3:] in (".00", ".15", ".30", ".45")
        and float(word) < 24
        and words[i - 1] in ("at", "from", "until", "till", "by", "to", "-", "before", "after", "and", "between")
        and (kinds[i + 1] != "w" or after in ("to", "until", "till", "on", "and", "for", "start", "finish"))
        and after != "%"
    ):
        started = words[i - 1] not in ("to", "-", "and", "by") or "." in words[i - 2]
        if started and not (words[i - 1] == "from" and "." not in words[i + 2]):
            return _time_end(t, i + 1)
    return 0


_MINUTES = frozenset(f"{minute:02d}" for minute in range(60))


def _clock(t: Tokens, z: int) -> bool:
    if t.breaks[z] == BROKEN:
        return False
    word = t.words[z]
    if word in ("a", "p") and t.words[z + 1] == "." and t.words[z + 2] == "m" and t.breaks[z + 1] == GLUED:
        return True
    return word in _words_of("time") and not (word == "hrs" and t.breaks[z] != GLUED)


def _time_end(t: Tokens, z: int) -> int:
    while t.words[z] in ("am", "pm", "a", "p", ".", "m", "o'clock", "noon", "hrs") and t.breaks[z] != BROKEN:
        if t.words[z] == "." and t.breaks[z + 1] != GLUED and t.words[z - 1] != "m":
            break
        if t.words[z] == "a" and t.words[z + 1] != ".":
            break
        z += 1
    return z


def _street(t: Tokens, i: int) -> int:
    """Exclude a house number: one to four capitalised words, the last of them Street, Road and so on."""
    streets = _words_of("street")
    for offset in range(1, 6):
        at = i + offset
        if not t.capital(at) or t.breaks[at] == BROKEN:
            return 0
        if offset > 1 and t.words[at] in streets:
            return at + 1
    return 0
