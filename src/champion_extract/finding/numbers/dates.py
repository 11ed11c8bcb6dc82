"""Reads calendar years, academic years, decades and full dates; tells dates without a year, which count for nothing."""

from __future__ import annotations

import re
from functools import cache

from champion_extract.finding.numbers.draft import Draft
from champion_extract.finding.numbers.lexing import BROKEN, GLUED, SPACED, Tokens
from champion_extract.tables.number_words import calendar, not_quantities

_FIRST_YEAR, _LAST_YEAR = 1800, 2100
_ORDINAL = frozenset({"st", "nd", "rd", "th"})
_NUMERIC_DATE = re.compile(r"([0-9]{1,4})([/.-])([0-9]{1,2})\2([0-9]{2,4})(?![0-9]|[./-][0-9])")


@cache
def _words(role: str) -> frozenset[str]:
    return calendar()[role]


@cache
def _event_words() -> frozenset[str]:
    return frozenset(words[0] for words in not_quantities()["event"])


def _is_year(t: Tokens, i: int) -> bool:
    return (
        t.kinds[i] == "n"
        and len(t.words[i]) == 4
        and t.words[i].isdigit()
        and (_FIRST_YEAR <= int(t.words[i]) <= _LAST_YEAR)
    )


def _is_day(t: Tokens, i: int) -> bool:
    return t.kinds[i] == "n" and len(t.words[i]) <= 2 and t.words[i].isdigit() and 1 <= int(t.words[i]) <= 31


def _is_month(t: Tokens, i: int) -> bool:
    word = t.words[i]
    if word not in _words("month"):
        return False
    if word not in ("may", "march", "mar", "sep", "dec", "jan") or t.capital(i):
        return True
    # the verbs "may" and "march" stand in no such company
    return (
        t.words[i + 1] == "." or t.words[i - 1] in ("on", "in", "of", "since", "until", "by") or t.kinds[i - 1] == "n"
    )


def read_numeric_date(t: Tokens, i: int) -> tuple[Draft | None, int]:
    """Read "12/03/2024", "12.03.24", "2024-03-12" as ``read_date`` does."""
    numeric = _NUMERIC_DATE.match(t.text, t.starts[i]) if t.breaks[i + 1] == GLUED else None
    return _numeric(t, i, numeric) if numeric is not None else (None, 0)


def read_date(t: Tokens, i: int) -> tuple[Draft | None, int]:
    """Read a date at token ``i``: the draft if it has a year, and the token after it; (None, 0) if it is no date."""
    if _is_year(t, i):
        return None, 0
    ordinal = t.breaks[i + 1] == GLUED and t.words[i + 1] in _ORDINAL
    if _is_day(t, i):
        found = _day_first(t, i, i + 1 + ordinal)
        if found[1]:
            return found
        return _month_first(t, i, i + 1 + ordinal, ordinal)
    return None, 0


def _numeric(t: Tokens, i: int, match: re.Match[str]) -> tuple[Draft | None, int]:
    z = i + 1
    while t.kinds[z] and t.starts[z] < match.end():
        z += 1
    one, mark, two, three = match.groups()
    if len(one) == 4 and _FIRST_YEAR <= int(one) <= _LAST_YEAR and int(two) <= 12 and len(three) == 2:
        year = int(one)
    elif len(three) == 4 and _FIRST_YEAR <= int(three) <= _LAST_YEAR and int(one) <= 31 and int(two) <= 31:
        year = int(three)
    elif len(three) == 2 and mark in "/." and 1 <= int(one) <= 31 and 1 <= int(two) <= 12:
        year = 2000 + int(three)
    else:
        return None, 0
    return Draft(i, z, i, year, None, "exact", "date", "date"), z


def _day_first(t: Tokens, i: int, z: int) -> tuple[Draft | None, int]:
    """Read "12 March 2024", "12th of March", "12-14 March 2024", "30 June and 1 July 2024"."""
    at = z
    if t.words[at] in ("-", "to", "and", "&", "/", "or", ",") and t.breaks[at] != BROKEN and _is_day(t, at + 1):
        later = at + 2 + (t.breaks[at + 2] == GLUED and t.words[at + 2] in _ORDINAL)
        if _is_month(t, later + (t.words[later] == "of")) and t.breaks[later] != BROKEN:
            at = later
    if t.words[at] == "of" and t.breaks[at] == SPACED:
        at += 1
    if not _is_month(t, at) or t.breaks[at] == BROKEN:
        return None, 0
    at += 1
    if t.words[at] == "." and t.breaks[at] == GLUED and len(t.words[at - 1]) <= 4:
        at += 1
    return _with_year(t, i, at)


def _month_first(t: Tokens, i: int, z: int, ordinal: bool) -> tuple[Draft | None, int]:
    """Read "March 12, 2024", "March 12th"."""
    month = i - 1
    if t.words[month] in ("the", ".") and t.breaks[i] != BROKEN:
        month -= 1
    if not _is_month(t, month) or t.breaks[i] == BROKEN:
        return None, 0
    if (
        not ordinal
        and t.words[z] not in (",", ".", "-", ";", ")", "to", "and", "at", "from", "for", "with", "in", "")
        and (t.breaks[z] != BROKEN and not _is_year(t, z))
    ):
        return None, 0
    draft, end = _with_year(t, i, z)
    if draft is not None:
        draft.a = month
    return draft, end


def _with_year(t: Tokens, i: int, z: int) -> tuple[Draft | None, int]:
    at = z + (t.words[z] == ",")
    if not _is_year(t, at) or t.breaks[at] == BROKEN:
        return None, z
    a = i
    before = i - 1
    if t.words[before] == "the":
        before -= 1
    if t.words[before] == "," and t.words[before - 1] in _words("weekday"):
        before -= 1
    if t.words[before] in _words("weekday") and t.breaks[i] != BROKEN:
        a = before
    return Draft(a, at + 1, i, int(t.words[at]), None, "exact", "date", "date"), at + 1


def read_year(t: Tokens, i: int) -> tuple[Draft | None, int]:
    """Read a calendar or academic year at token ``i``, or tell one that is part of a name: (None, end)."""
    if not _is_year(t, i):
        return _short_academic(t, i)
    year = int(t.words[i])
    z = i + 1
    upper: int | None = None
    if t.words[z] == "s" and t.breaks[z] == GLUED and year % 10 == 0:
        return Draft(i, z + 1, i, year, year + 9, "range", "year", "decade"), z + 1
    joiner = t.words[z]
    if joiner in ("/", "-") and t.breaks[z] != BROKEN and t.breaks[z] == t.breaks[z + 1]:
        upper = _second_year(t, z + 1, year, t.breaks[z] == GLUED)
        z = z + 2 if upper is not None else z
    elif joiner in ("to", "until", "and", "through") and t.breaks[z] != BROKEN and _is_year(t, z + 1):
        later = int(t.words[z + 1])
        between = t.words[i - 1] == "between"
        if later > year and (between if joiner == "and" else True):
            upper, z = later, z + 2
    if upper is None and _counts_things(t, i, year):
        return None, 0
    if _in_name(t, i, z):
        return None, z
    a = i
    if (
        upper is not None
        and t.breaks[i] != BROKEN
        and (t.words[i - 1] == "between" or (t.words[i - 1] == "from" and joiner in ("to", "until", "through")))
    ):
        a = i - 1
    return Draft(a, z, i, year, upper, "range" if upper is not None else "exact", "year", "year"), z


def _second_year(t: Tokens, i: int, year: int, glued: bool) -> int | None:
    if _is_year(t, i) and int(t.words[i]) > year:
        return int(t.words[i])
    if glued and t.kinds[i] == "n" and len(t.words[i]) == 2 and t.words[i].isdigit():
        upper = year // 100 * 100 + int(t.words[i])
        return upper if year < upper <= year + 30 else None
    return None


def _short_academic(t: Tokens, i: int) -> tuple[Draft | None, int]:
    """Read "academic year 22/23"."""
    if t.words[i - 1] == "year" and t.words[i + 1] in ("/", "-") and t.kinds[i + 2] == "n":
        one, two = t.words[i], t.words[i + 2]
        if len(one) == len(two) == 2 and one.isdigit() and two.isdigit() and int(two) == int(one) + 1 > 14:
            return Draft(i, i + 3, i, 2000 + int(one), 2000 + int(two), "range", "year", "year"), i + 3
    return None, 0


def _counts_things(t: Tokens, i: int, year: int) -> bool:
    """Tell whether four digits are a count: a round number, or one after a qualifier, before a plural."""
    after = t.words[i + 1]
    if t.breaks[i + 1] == GLUED and after in ("+", "%"):
        return True
    if t.breaks[i] != BROKEN and t.words[i - 1] in (
        "than",
        "least",
        "over",
        "nearly",
        "almost",
        "approximately",
        "to",
        "total",
    ):
        near = t.words[i - 1]
        if near == "to":
            return t.words[i - 2] == "up" and t.words[i - 3] not in ("run", "leading", "lead")
        return near != "over" or _plural(t, i + 1) or _plural(t, i + 2)
    if year % 100 == 0 or (year % 50 == 0 and not 1950 <= year <= 2050):
        return _plural(t, i + 1) or (
            _plural(t, i + 2) and t.kinds[i + 1] == "w" and after not in ("and", "the", "in", "of")
        )
    return False


def _plural(t: Tokens, i: int) -> bool:
    word = t.words[i]
    return (
        t.breaks[i] != BROKEN
        and not t.capital(i)
        and (
            word in ("people", "children", "staff", "women", "men")
            or (len(word) > 4 and word.endswith("s") and word[-2] not in "su")
        )
    )


def _in_name(t: Tokens, i: int, z: int) -> bool:
    """Tell whether the year belongs to a name: "Careers Excellence 2024", "the 2023 Fenland Awards"."""
    before = i - 1
    for at in range(before, max(before - 9, -1), -1):
        if t.words[at] in ("©", "copyright"):
            return False
        if t.breaks[at] == BROKEN:
            break
    if t.breaks[i] == SPACED and t.capital(before):
        word = t.words[before]
        if z - i > 1 and word not in _event_words():
            return False  # "Annual Review 2024-25"
        if not (word in _words("month") or word in _words("season") or word in _words("leading")):
            return True
        if word == "year" and t.words[before - 1] == "the" and t.words[before - 2] == "of":
            return True
    for offset in range(5):
        at = z + offset
        if t.breaks[at] != SPACED or not (t.capital(at) or t.words[at] in ("of", "and", "&", "for")):
            return False
        if t.words[at] in _event_words() and t.capital(at):
            return True
    return False
