"""Tells digits that are part of a code, an address, a telephone number, a time of day, a version or list numbering.

They are told from the signs around the digits, which no list of words can hold; words are in ``not_quantities.csv``.
"""

from __future__ import annotations

import re
from functools import cache

from champion_extract.finding.numbers.lexing import BROKEN, GLUED, SPACED, Tokens
from champion_extract.finding.numbers.line_numbers import counts_lines
from champion_extract.finding.numbers.telephones import end_of_phone, phone_start
from champion_extract.finding.numbers.times_of_day import end_of_time, time_of_day
from champion_extract.tables.number_words import currencies, not_quantity_words, number_words, units

_CHUNK = 80


_GLUED_SUFFIXES = frozenset(
    {"k", "m", "mn", "mil", "mill", "b", "bn", "tn", "trn", "st", "nd", "rd", "th", "s", "x", "yo"}
)


@cache
def _unit_words() -> frozenset[str]:
    return frozenset(words[0] for words in [*units(), *currencies()] if len(words) == 1 or len(words[0]) > 1)


def excluded_shape(t: Tokens, i: int) -> int:
    """Exclude digits that are part of a code, an address, a telephone number, a time, a version or list numbering."""
    words, breaks, kinds = t.words, t.breaks, t.kinds
    before, after = words[i - 1], words[i + 1]
    glued_before, glued_after = breaks[i] == GLUED, breaks[i + 1] == GLUED
    if len(words[i]) > 25 or (len(words[i]) > 6 and words[i].isdigit() and before not in _MONEY_SIGNS):
        return i + 1
    if words[i][0] == "0" and len(words[i]) > 1 and words[i].isdigit() and not phone_start(t, i):
        return _end_of_chunk(t, i)
    if (
        before == "'"
        and glued_before
        and len(words[i]) == 2
        and breaks[i - 1] != GLUED
        and kinds[i + 1] != "w"
        and after != "%"
    ):
        return i + 1  # '24
    if glued_after and _code_letter(t, i):
        return _end_of_chunk(t, i)
    typed_together = "," in words[i] or (kinds[i + 1] == "w" and after in ("million", "billion", "thousand"))
    if (
        glued_before
        and kinds[i - 1] == "w"
        and (before not in _PREFIXES or (before == "c" and t.capital(i - 1)))
        and not typed_together
        and (before, words[i]) != ("us", "$")
    ):
        return _end_of_chunk(t, i)
    if (
        glued_after
        and kinds[i + 1] == "w"
        and not typed_together
        and after not in _GLUED_SUFFIXES
        and after not in _unit_words()
    ):
        if after in not_quantity_words("time"):
            return end_of_time(t, i + 2)
        return _end_of_chunk(t, i)
    if (glued_before and before in "_@#\\=&^`%") or (glued_after and before != "~" and after in "_@\\=~^"):
        return _end_of_chunk(t, i)
    phone = end_of_phone(t, i)
    if phone:
        return phone
    # Time is told before web addresses, as both may have a colon.
    end = time_of_day(t, i)
    if end:
        return end
    if glued_after and after == "." and kinds[i + 2] == "n" and breaks[i + 2] == GLUED:
        return _end_of_chunk(t, i)
    if (glued_before or glued_after) and _in_web_address(t, i):
        return _end_of_chunk(t, i)
    hashes = i - 1
    while words[hashes] == "#" and breaks[hashes] == GLUED:
        hashes -= 1
    opens = breaks[i] == BROKEN or (before in _BULLETS and breaks[hashes] == BROKEN)
    if opens and breaks[i + 1] == SPACED and t.capital(i + 1) and counts_lines(t, i):
        return i + 1
    if opens and _PARAGRAPH_NUMBER.fullmatch(words[i]) and t.capital(i + 1) and breaks[i + 1] != GLUED:
        return i + 1
    # list numbering at the start of a line, footnotes
    if (
        (opens or (before == ":" and words[i] == "1" and t.capital(i + 2)))
        and after in (".", ")")
        and glued_after
        and breaks[i + 2] != GLUED
        and len(words[i]) <= 3
    ) and (breaks[i + 2] != BROKEN or t.capital(i + 2)):
        return i + 2
    if before == "(" and after in (")", ".") and breaks[i - 1] == BROKEN and len(words[i]) <= 2:
        return i + 2
    if before == "[" and after == "]" and len(words[i]) <= 3:
        return i + 2
    hyphened = before == "-" and glued_before and breaks[i - 1] == GLUED and kinds[i - 2] == "w"
    if hyphened and _names_with_hyphen(t, i):
        return _end_of_chunk(t, i)
    if before == "." and words[i - 2] in not_quantity_words("call"):
        return i + 1
    if before == "to" and len(words[i]) in (5, 6) and words[i].isdigit() and "text" in words[max(0, i - 6) : i]:
        return i + 1
    if (
        before in not_quantity_words("call")
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


_MONEY_SIGNS = frozenset({"£", "$", "€", "¥", "₹"})


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


def _names_with_hyphen(t: Tokens, i: int) -> bool:
    """Tell "post-16", "Covid-19", "G-7" from "mid-2023", "Year-10" and "sixteen-18"."""
    if len(t.words[i]) == 4 and t.words[i][:2] in ("19", "20"):
        return False
    word = t.words[i - 2]
    return not (word in _HYPHEN_PREFIXES or word in number_words() or word in _GLUED_SUFFIXES)


def _code_letter(t: Tokens, i: int) -> bool:
    """Tell "3M", "5G", "3D" and "4x4" from "3m people", "£3M" and "1.8M dollars"."""
    after = t.words[i + 1]
    if after == "x" and t.breaks[i + 2] == GLUED and t.kinds[i + 2] == "n":
        return True
    if len(after) != 1 or not t.capital(i + 1) or after == "k" or t.words[i - 1] in _MONEY_SIGNS:
        return False
    return not (t.breaks[i + 2] != BROKEN and (t.words[i + 2],) in currencies())


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


_BULLETS = frozenset({">", "*", "-", "\u2022", "#", "\u2192", "\u00a4", "\u00bb", "\u00b7", "\u27e9", "\u25cf"})
_PARAGRAPH_NUMBER = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}")


def _street(t: Tokens, i: int) -> int:
    """Exclude a house number: one to four capitalised words, the last of them Street, Road and so on."""
    streets = not_quantity_words("street")
    for offset in range(1, 6):
        at = i + offset
        if not t.capital(at) or t.breaks[at] == BROKEN:
            return 0
        if offset > 1 and t.words[at] in streets:
            return at + 1
    return 0
