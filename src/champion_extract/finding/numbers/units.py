"""Reads the unit after a numeral ("per cent", "-year", "years old", "miles") and the currency around it."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from champion_extract.finding.numbers.lexing import BROKEN, GLUED, SPACED, Tokens
from champion_extract.tables.number_words import (
    CurrencyEntry,
    UnitEntry,
    Words,
    by_first_word,
    by_last_word,
    currencies,
    units,
)
from champion_extract.vocabulary import Unit

# "three academic years", "two full days": words that may stand between a number and its unit of time.
_BETWEEN = frozenset(
    {
        "academic",
        "school",
        "full",
        "calendar",
        "consecutive",
        "successive",
        "working",
        "financial",
        "whole",
        "solid",
        "further",
        "more",
        "extra",
        "additional",
        "long",
        "short",
        "happy",
        "busy",
        "teaching",
        "straight",
        "contact",
        "taught",
        "credit",
        "inspiring",
        "packed",
        "great",
        "entire",
        "different",
    }
)
_OLD = frozenset({"old", "olds", "older", "yo"})
_TIME = {"duration_years": "years", "duration_months": "months", "duration_weeks": "weeks", "duration_days": "days"}


class Measure(NamedTuple):
    """What a number measures; ``z`` is where its words end, ``factor`` what the value is to be multiplied by."""

    unit: Unit
    unit_text: str | None
    currency: str | None
    factor: float
    z: int


@cache
def _units_by_word() -> dict[str, list[tuple[Words, UnitEntry]]]:
    return by_first_word(units())


@cache
def _currencies_after() -> dict[str, list[tuple[Words, CurrencyEntry]]]:
    return by_first_word({words: entry for words, entry in currencies().items() if entry.place != "before"})


@cache
def _currencies_before() -> dict[str, list[tuple[Words, CurrencyEntry]]]:
    return by_last_word({words: entry for words, entry in currencies().items() if entry.place in ("before", "either")})


def currency_before(t: Tokens, i: int) -> tuple[CurrencyEntry, int] | None:
    """Return the currency whose sign or code ends just before token ``i``, and the token where it begins."""
    if t.breaks[i] == BROKEN:
        return None
    for words, entry in _currencies_before().get(t.words[i - 1], ()):
        if words[0] in ("a", "s") and not (t.breaks[i - 1] == GLUED and t.capital(i - 2)):
            continue
        if t.precedes(i - 1, words) and not (words == ("rs",) and not t.capital(i - 1)):
            return entry, i - len(words)
    return None


def _currency_after(t: Tokens, z: int) -> Measure | None:
    for words, entry in _currencies_after().get(t.words[z], ()):
        if not t.follows(z, words):
            continue
        if entry.place == "glued" and t.breaks[z] != GLUED:
            continue
        if t.kinds[z] == "p" and t.breaks[z + 1] == GLUED and t.kinds[z + 1] == "n":
            continue
        return money(entry, z + len(words))
    return None


def money(entry: CurrencyEntry, z: int) -> Measure:
    """Return the measure of an amount in this currency that ends at ``z``."""
    if entry.code == "GBP":
        return Measure("money_gbp", None, None, entry.factor, z)
    return Measure("money", None, entry.code, entry.factor, z)


def read_unit(t: Tokens, z: int, digits: bool) -> Measure | None:
    """Read the unit whose first word or sign is token ``z``, with or without a hyphen ("two-year", "28 - year old")."""
    at = z
    if t.breaks[at] == BROKEN:
        return None
    hyphen = t.words[at] == "-"
    if hyphen:
        at += 1
        if t.breaks[at] == BROKEN or t.kinds[at] != "w" or (t.breaks[z] != t.breaks[at]):
            return None
    found = _unit_at(t, at, digits, hyphen)
    if found is None and not hyphen and t.words[at] in _BETWEEN and t.breaks[at + 1] != BROKEN:
        further = _unit_at(t, at + 1 + (t.words[at + 1] in _BETWEEN), digits, False)
        if (further is not None and (further.unit in _TIME or further.unit_text in ("terms", "minutes"))) or (
            further is not None and further.unit == "duration_hours"
        ):
            found = further
    if found is None:
        return None
    return _age(t, found)


def _unit_at(t: Tokens, at: int, digits: bool, hyphen: bool) -> Measure | None:
    word = t.words[at]
    for words, entry in _units_by_word().get(word, ()):
        if not t.follows(at, words):
            continue
        if entry.form == "glued" and t.breaks[at] != GLUED and not hyphen:
            continue
        if entry.form == "glued" and not digits:
            continue
        if len(word) <= 2 and word.isalpha() and not digits:
            continue
        z = at + len(words)
        if word in ("year", "yr") and not hyphen and t.kinds[z] == "n" and t.breaks[z] == SPACED:
            return None  # "25 Year 9 students"
        if entry.form == "sign" and len(words) > 1 and t.breaks[at + 1] != GLUED and len(words[1]) == 1:
            continue
        return Measure(entry.unit, entry.unit_text, None, entry.factor, z)
    return None if hyphen and word in ("p",) else _currency_after(t, at)


def _age(t: Tokens, measure: Measure) -> Measure:
    """Turn "years old", "-year-old(s)", "years of age" into an age; months, weeks and days of age keep their unit."""
    plural = _TIME.get(measure.unit)
    if plural is None or measure.factor != 1:
        return measure
    z = measure.z
    at = z + (t.words[z] == "-")
    if t.breaks[z] == BROKEN or t.breaks[at] == BROKEN:
        return measure
    if t.words[at] in _OLD:
        end = at + 1
    elif t.words[at] == "of" and t.words[at + 1] == "age":
        end = at + 2
    else:
        return measure
    if t.words[at] == "older" and t.words[at - 1] != "-":
        return measure
    if plural == "years":
        return Measure("age", None, None, 1, end)
    return Measure("other", f"{plural} old", None, 1, end)
