"""Reads lengths of time without a numeral: "a decade", "the past fortnight", "more than a year"."""

from __future__ import annotations

from champion_extract.finding.numbers.comparing import comparator_before, means_during
from champion_extract.finding.numbers.draft import Draft
from champion_extract.finding.numbers.lexing import BROKEN, Tokens
from champion_extract.finding.numbers.noun_phrases import ends_phrase
from champion_extract.finding.numbers.numerals import Numeral
from champion_extract.finding.numbers.units import read_unit


def read_period(t: Tokens, numeral: Numeral) -> Draft | None:
    """Read "a decade", "the past decade", "a fortnight"."""
    measure = read_unit(t, numeral.z - 1, False)
    if measure is None or t.words[numeral.z - 1] == "century":
        return None
    before = t.words[numeral.a - 1]
    follows_word = numeral.a < numeral.z - 1 and t.kinds[numeral.a - 1] == "w" and t.breaks[numeral.a] != BROKEN
    is_free = before in ends_phrase() or before.endswith("ed") or comparator_before(t, numeral.a) is not None
    if follows_word and not is_free:
        return None  # "one afternoon a fortnight"
    if numeral.a == numeral.z - 1 and t.words[numeral.a - 1] not in ("past", "last", "previous", "next", "coming"):
        return None
    if (
        t.words[numeral.a - 1] in ("in", "once", "per")
        and t.words[numeral.a] == "a"
        and t.words[numeral.a - 2] == "once"
    ):
        return None
    return Draft(
        numeral.a, measure.z, numeral.z - 1, measure.factor, None, "exact", measure.unit, "duration", measure.unit_text
    )


def read_single(t: Tokens, i: int) -> Draft | None:
    """Read the article at token ``i`` as one, where a qualifier makes "more than a year" a quantity."""
    found = comparator_before(t, i)
    measure = read_unit(t, i + 1, False)
    if t.words[i - 1] == "within" and measure is not None and t.words[i + 2] not in ("-", "'"):
        rule = measure.unit.split("_")[0]
        return Draft(i, measure.z, i, measure.factor, None, "exact", measure.unit, rule, measure.unit_text)
    if found is None or measure is None or t.words[i + 2] in ("-", "'"):
        return None
    comparator, start = found
    if means_during(t, start, measure.z, 1) or t.words[start] in ("about", "around"):
        return None
    rule = measure.unit.split("_")[0]
    return Draft(start, measure.z, i, measure.factor, None, comparator, measure.unit, rule, measure.unit_text)
