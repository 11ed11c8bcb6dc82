"""Joins two numbers into a range: "3-19", "between 20 and 30", "£10,000 to £15,000", "16- to 18-year-olds"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from champion_extract.finding.numbers.lexing import BROKEN, GLUED, Tokens
from champion_extract.finding.numbers.numerals import Numeral, read_numeral
from champion_extract.finding.numbers.units import Measure, currency_before, money, read_unit
from champion_extract.tables.number_words import changes

_CUE_REACH = 14


class Range(NamedTuple):
    """Two ends of a range, their measure if any, and where the words end."""

    low: float
    high: float
    measure: Measure | None
    z: int
    joiner: str


@cache
def _change_words() -> frozenset[str]:
    return frozenset(word for word, (_, role) in changes().items() if role != "than")


def changes_before(t: Tokens, i: int) -> int:
    """Return the nearest word of change before token ``i`` in its sentence, within reach, or -1."""
    cues = _change_words()
    at = i - 1
    if t.breaks[i] == BROKEN:
        return -1
    for _ in range(_CUE_REACH):
        word = t.words[at]
        if word in cues:
            return at
        if t.breaks[at] == BROKEN or word in (".", ";", "!", "?"):
            return -1
        at -= 1
    return -1


def read_range(t: Tokens, first: Numeral, start: int, measure: Measure | None, between: bool) -> Range | None:
    """Read the second end of a range that begins with ``first`` (with its ``measure``), or None if there is none."""
    z = measure.z if measure is not None and measure.z != first.z else first.z
    joiner = t.words[z]
    if t.breaks[z] == BROKEN:
        return None
    at = z + 1
    if joiner == "-" and t.words[at] in ("to", "and", "or"):
        joiner = t.words[at]
        at += 1
        if t.words[at] == "-" and t.breaks[at] == GLUED:
            at += 1
    if joiner not in ("-", "to", "and", "or"):
        return None
    if t.breaks[at] == BROKEN:
        return None
    if joiner == "-" and t.breaks[z] != t.breaks[z + 1] and not (t.kinds[z - 1] == "n" and t.kinds[at] == "n"):
        return None
    while t.kinds[at] == "p" and t.words[at] in "£$€¥" and t.kinds[at]:
        at += 1
    if t.words[at] in ("a", "an") and t.breaks[at + 1] != BROKEN:
        at += 1
    currency = currency_before(t, at) if t.kinds[at] == "n" else None
    priced = measure is not None and measure.unit.startswith("money") and measure.z == first.z
    second = read_numeral(t, at, currency is not None or priced)
    if second is None or second.kind != "cardinal" or second.a < z:
        return None
    if currency is not None and not priced:
        return None
    low, high = first.value, second.value
    if second.scale > 1 and first.scale == 1 and low < high / second.scale:
        low *= second.scale
    if low >= high:
        return None
    if joiner == "or" and not (high <= 20 and high - low <= 2):
        return None
    if t.kinds[at] == "n" and len(t.words[at]) == 4 and 1900 <= second.value <= 2100 and low < 100 and not priced:
        return None
    after = read_unit(t, second.z, second.digits)
    if after is not None and after.unit.startswith("money") and priced:
        after = None
    if joiner == "and" and not between and not (after is not None and after.unit == "age" and high == low + 1):
        return None  # but "16- and 17-year-olds"
    if measure is not None and not priced and (after is None or after.unit != measure.unit):
        return None
    end = after.z if after is not None else second.z
    if priced and currency is not None:
        after = money(currency[0], second.z)
    elif priced:
        after = measure
    if (
        joiner == "-"
        and after is None
        and t.breaks[z] == GLUED
        and t.words[second.z] == "-"
        and t.kinds[second.z + 1] == "n"
    ):
        # 1-2-3, 11-12-13: no range
        return None
    return Range(low, high, after, end, joiner)
