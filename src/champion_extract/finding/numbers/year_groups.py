"""Reads school year groups: "Year 10", "Years 8-13", "Years 9, 10 and 11", "Y7", "Year 12/13"."""

from __future__ import annotations

from champion_extract.finding.numbers.draft import Draft
from champion_extract.finding.numbers.lexing import BROKEN, GLUED, Tokens
from champion_extract.finding.numbers.numerals import read_numeral
from champion_extract.tables.number_words import calendar

_LAST_GROUP = 14


def read_year_group(t: Tokens, i: int) -> Draft | None:
    """Read "Year 10", "Years 8-13", "Years 9, 10 and 11", "Y7", "Year 12/13" whose first number is token ``i``."""
    label = i - 1
    if t.words[label] == "-" and t.breaks[i] == GLUED:
        label -= 1
    word = t.words[label]
    if word not in calendar()["group"] or t.breaks[i] == BROKEN:
        return None
    if word == "y" and t.breaks[i] != GLUED:
        return None
    first = _group_number(t, i)
    if first is None:
        return None
    plural = word in ("years", "yrs")
    if (
        not plural
        and word == "year"
        and not t.capital(label)
        and t.breaks[label] != BROKEN
        and (
            t.words[label - 1]
            in ("a", "per", "each", "every", "this", "last", "next", "one", "the", "past", "school", "academic")
        )
    ):
        return None
    # "4 years 6 months", "for years 20 pupils"
    if plural and not t.capital(label) and t.kinds[label - 1] == "n":
        return None
    values = [first]
    z = i + 1
    ranged, joiner_of_range = False, ""
    while True:
        at = z
        if t.words[at] == "s" and t.breaks[at] == GLUED:
            at += 1
        joiner = t.words[at]
        if t.breaks[at] == BROKEN or joiner not in ("-", "to", "and", "&", ",", "/", "or", "through"):
            break
        at += 1
        if joiner == "," and t.words[at] in ("and", "&", "or"):
            at += 1
        repeated = t.words[at] in calendar()["group"] and t.breaks[at] != BROKEN
        if repeated:
            at += 1
        number = _group_number(t, at)
        if number is None or t.breaks[at] == BROKEN:
            break
        if joiner in ("-", "to", "/", "through"):
            ranged, joiner_of_range = True, joiner
            if number <= values[-1] or (joiner == "to" and not plural and not repeated and not t.capital(label)):
                break
        elif repeated or number != values[-1] + 1 or _counts(t, at):
            break
        values.append(number)
        z = at + 1
        if ranged:
            break
    if (
        word == "year"
        and len(values) == 1
        and t.words[z] == "of"
        and t.words[z + 1] in ("the", "our", "its", "their", "this")
    ):
        return None
    a = label
    if t.words[z] == "s" and t.breaks[z] == GLUED:
        z += 1
    if (
        len(values) > 1
        and t.breaks[a] != BROKEN
        and (
            (t.words[a - 1] == "from" and ranged and joiner_of_range == "to")
            or (t.words[a - 1] == "between" and not ranged)
        )
    ):
        a -= 1
    if len(values) == 1:
        return Draft(a, z, i, values[0], None, "exact", "year_group", "year group")
    return Draft(a, z, i, values[0], values[-1], "range", "year_group", "year group")


def _counts(t: Tokens, at: int) -> bool:
    """Tell whether the number counts what follows rather than joins the list: "Year 7 and 8 teachers" stays a list."""
    return t.kinds[at] == "n" and "," in t.words[at]


def _group_number(t: Tokens, i: int) -> int | None:
    numeral = read_numeral(t, i)
    if numeral is None or numeral.kind != "cardinal" or numeral.z != i + 1:
        return None
    value = numeral.value
    return int(value) if value == int(value) and 1 <= value <= _LAST_GROUP else None
