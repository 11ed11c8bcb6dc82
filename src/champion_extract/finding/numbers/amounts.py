"""Settles what an amount measures where letters and signs are ambiguous: "50m pool", "-5%", "five pounds fifty"."""

from __future__ import annotations

from champion_extract.finding.numbers.draft import Draft
from champion_extract.finding.numbers.lexing import BROKEN, GLUED, SPACED, Tokens
from champion_extract.finding.numbers.noun_phrases import collect, ends_phrase, is_plural
from champion_extract.finding.numbers.numerals import Numeral, read_numeral
from champion_extract.finding.numbers.units import Measure, read_unit
from champion_extract.tables.number_words import number_words

_LENGTHS = frozenset({"tall", "long", "wide", "high", "deep", "pool", "sprint", "race", "dash", "away", "x"})


_RUNS = frozenset({"run", "race", "walk", "swim", "ride", "fun", "challenge", "trek", "charity"})


def read_sign(t: Tokens, draft: Draft) -> None:
    """Take a sign before the number into its words, and its minus into the value: "-5%", "minus two degrees", "+8"."""
    before = draft.a - 1
    if t.words[before] == "+" and t.breaks[draft.a] == GLUED and t.breaks[before] != GLUED:
        draft.a = before
        return
    if t.words[before] == "minus" and draft.unit_text in ("degrees", "°C", "°F") and t.breaks[draft.a] != BROKEN:
        draft.a, draft.value = before, -draft.value
        return
    if t.words[before] != "-" or t.kinds[draft.a] not in "np" or draft.upper is not None or t.breaks[draft.a] == BROKEN:
        return
    degrees = draft.unit_text in ("degrees", "°C", "°F")
    if t.breaks[draft.a] != GLUED and not (degrees and t.kinds[before - 1] == "w" and t.breaks[before] != BROKEN):
        return
    if (degrees or draft.unit in ("percent", "money", "money_gbp")) and t.breaks[before] != GLUED:
        draft.a, draft.value = before, -draft.value


def read_length(t: Tokens, numeral: Numeral) -> Measure | None:
    """Read "50m pool" and "10k run" as lengths, which otherwise are millions and thousands."""
    z = numeral.z
    after = t.words[z + 1]
    ends = after in ends_phrase() or after in _LENGTHS or t.kinds[z + 1] != "w" or t.breaks[z + 1] == BROKEN
    is_metre = numeral.digits and t.words[z] == "m" and t.breaks[z] == SPACED and not t.capital(z)
    if is_metre and numeral.scale == 1 and ends:
        return Measure("other", "metres", None, 1, z + 1)
    if not numeral.digits or numeral.scale == 1 or t.breaks[z] == BROKEN:
        return None  # nothing that could be a letter of scale
    letter = t.words[z - 1]
    if letter == "m" and t.words[z] in ("2", "²") and t.breaks[z] == GLUED:
        return Measure("other", "square metres", None, 1 / numeral.scale, z + 1)
    if letter == "m" and t.breaks[z - 1] == GLUED and numeral.value / numeral.scale >= 10 and _one_thing(t, z):
        return Measure("other", "metres", None, 1 / numeral.scale, z)
    if letter == "m" and t.words[z] in _LENGTHS:
        return Measure("other", "metres", None, 1 / numeral.scale, z)
    if letter == "k" and t.words[z] in _RUNS:
        return Measure("other", "km", None, 1 / numeral.scale, z)
    return None


def read_small_money(t: Tokens, numeral: Numeral, measure: Measure) -> tuple[Numeral, Measure]:
    """Read "75 USD million", "five pounds fifty", "three dollars and 40 cents": the small part adds to the amount."""
    z = measure.z
    if z == numeral.z or t.breaks[z] == BROKEN or measure.factor != 1:
        return numeral, measure
    scale = number_words().get(t.words[z])
    if scale is not None and scale.role == "scale" and scale.value >= 1000:
        return numeral._replace(value=numeral.value * scale.value), measure._replace(z=z + 1)
    if numeral.value != int(numeral.value) or numeral.scale > 1:
        return numeral, measure
    at = z + (t.words[z] == "and")
    small = read_numeral(t, at) if t.breaks[at] != BROKEN and t.kinds[at] in ("n", "w") else None
    if small is None or small.kind != "cardinal" or not 0 < small.value < 100 or small.a != at:
        return numeral, measure
    after = read_unit(t, small.z, small.digits)
    coins = after is not None and after.unit == measure.unit and after.factor == 0.01
    plain = after is None and (t.breaks[small.z] == BROKEN or t.kinds[small.z] == "p") and len(t.words[at]) > 1
    if not coins and not plain:
        return numeral, measure
    end = after.z if after is not None else small.z
    return numeral._replace(value=numeral.value + small.value / 100), measure._replace(z=end)


def _one_thing(t: Tokens, z: int) -> bool:
    """Tell "a 100m blade test hall" from "12m people": no plural follows."""
    if t.breaks[z] == BROKEN or t.kinds[z] != "w" or t.words[z] in ends_phrase():
        return False
    a, end = collect(t, z, True, False)
    return end > a and not is_plural(t, end - 1)
