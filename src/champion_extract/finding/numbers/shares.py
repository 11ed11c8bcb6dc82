"""Reads ratios: "one in four", "4 out of 5", "4/5", "4:1", "two-thirds", "twice as many", "doubled", "threefold"."""

from __future__ import annotations

from functools import cache

from champion_extract.finding.numbers.draft import Draft
from champion_extract.finding.numbers.lexing import BROKEN, GLUED, Tokens
from champion_extract.finding.numbers.numerals import Numeral, read_numeral
from champion_extract.finding.numbers.units import read_unit
from champion_extract.tables.number_words import nouns

_THAN = frozenset(
    {"more", "higher", "larger", "bigger", "greater", "faster", "better", "less", "fewer", "lower", "likelier"}
)
_WHOLE = frozenset({"the", "that", "what", "its", "their", "our", "those", "his", "her", "last", "this"})
_TO_DOUBLE = frozenset(
    {"to", "will", "than", "nearly", "almost", "over", "could", "may", "would", "by", "at", "was", "is", "about"}
)
_POOREST = frozenset(
    {"deprived", "disadvantaged", "poorest", "top", "bottom", "richest", "affluent", "lowest", "highest"}
)
_WITHIN_A_YEAR = frozenset(
    {"year", "years", "month", "months", "week", "weeks", "day", "days", "hours", "minutes", "terms"}
)


@cache
def _ends_noun() -> frozenset[str]:
    return nouns()["stop"] | nouns()["verb"]


def read_ratio(t: Tokens, first: Numeral) -> Draft | None:
    """Read "1 in 4", "one in every five", "four out of five", "4/5", "4:1" that begins with this numeral."""
    z = first.z
    if t.breaks[z] == BROKEN or first.scale > 1:
        return None
    word = t.words[z]
    if word in ("/", ":"):
        return _signed(t, first, word)
    at = z
    if word == "-" and t.words[z + 1] == "in":
        at = z + 1
    if t.words[at] == "in":
        at += 1
    elif word == "out" and t.words[z + 1] == "of":
        at = z + 2
    else:
        return None
    out = t.words[at - 1] == "of"
    if t.words[at] == "-":
        at += 1
    if t.words[at] in ("every", "each", "the", "all") and not (t.words[at] in ("the", "all") and not out):
        at += 1
    second = _plain(t, at)
    if second is None or not 0 < first.value < second.value + out or second.value < 2:
        return None
    if not out:
        whole_first = first.value == int(first.value) and second.value <= 1000
        year_like = t.kinds[at] == "n" and len(t.words[at]) == 4 and second.value > 1800
        if (
            not whole_first
            or year_like
            or (t.words[second.z] in _WITHIN_A_YEAR and not t.capital(second.z))
            or t.words[second.z] in ("%", "per")
        ):
            return None
        if first.digits != second.digits and first.value > 9:
            return None
        if t.words[second.z] == "-" or t.words[second.z] == "/":
            return None
    return _ratio(first, second.z, first.value / second.value)


def _signed(t: Tokens, first: Numeral, sign: str) -> Draft | None:
    z = first.z
    second = _plain(t, z + 1)
    if second is None or not (first.digits and second.digits) or second.value == 0:
        return None
    if t.breaks[z] != t.breaks[z + 1] or (t.words[second.z] in ("/", ":") and t.breaks[second.z] == GLUED):
        return None
    if first.value != int(first.value) or second.value != int(second.value):
        return None
    if sign == "/" and (first.value > second.value or t.breaks[z] != GLUED):
        return None
    return _ratio(first, second.z, first.value / second.value)


def _plain(t: Tokens, i: int) -> Numeral | None:
    if t.breaks[i] == BROKEN or not t.kinds[i]:
        return None
    numeral = read_numeral(t, i)
    return numeral if numeral is not None and numeral.kind == "cardinal" and numeral.scale == 1 else None


def _ratio(numeral: Numeral, z: int, value: float) -> Draft:
    return Draft(numeral.a, z, numeral.a, round(value, 4), None, "exact", "ratio", "ratio")


def read_share(t: Tokens, numeral: Numeral) -> Draft | None:
    """Read "half of", "a third", "two-thirds", "three quarters", and parts of a unit: "half a day", "half-hour"."""
    a, z = numeral.a, numeral.z
    word = t.words[z]
    bare = a == numeral.z - 1 and t.kinds[a] == "w"
    if t.breaks[z] != BROKEN:
        at = z
        if word in ("a", "an", "-"):
            at = z + 1
        elif word == "of" and t.words[z + 1] in ("a", "an"):
            at = z + 2
        measure = read_unit(t, at, numeral.digits) if at > z else None
        if measure is None and (not bare or word in ("day", "days")):
            measure = read_unit(t, z, numeral.digits)
        if measure is not None and (at == z or t.words[at] != "-"):
            if measure.unit == "percent":
                return None
            rule = "part of a unit"
            if t.words[z] == "-" or at == z:
                a = numeral.z - 1 if t.words[numeral.z - 1] in ("half", "quarter") else a
            value = numeral.value * measure.factor
            return Draft(
                a,
                measure.z,
                numeral.z - 1,
                value,
                None,
                "exact",
                measure.unit,
                rule,
                measure.unit_text,
                measure.currency,
            )
    longer = _unit_and_a_half(t, numeral)
    if longer is not None:
        return longer
    if bare and t.words[a] == "quarter" and word != "of":
        return None
    if bare and word == "as" and t.words[z + 1] in ("many", "much", "likely", "big", "large"):
        z += 2
        half = Draft(a, z, numeral.z - 1, numeral.value, None, "exact", "ratio", "multiple", direction="down")
        return half
    if bare and not _share_follows(t, z) and t.words[a - 1] not in ("is", "are", "was", "were"):
        return None
    if word == "-" and t.breaks[z] != BROKEN and t.breaks[z + 1] == GLUED:
        return None
    return Draft(a, z, numeral.z - 1, round(numeral.value, 4), None, "exact", "ratio", "share")


def _unit_and_a_half(t: Tokens, numeral: Numeral) -> Draft | None:
    """Read "an hour and a half"."""
    a = numeral.a
    if t.words[a] != "a" or t.words[a - 1] != "and" or t.words[a - 3] not in ("a", "an") or t.breaks[a - 1] == BROKEN:
        return None
    measure = read_unit(t, a - 2, False)
    if measure is None or measure.z != a - 1:
        return None
    value = (1 + numeral.value) * measure.factor
    return Draft(a - 3, numeral.z, numeral.z - 1, value, None, "exact", measure.unit, "duration", measure.unit_text)


def _share_follows(t: Tokens, z: int) -> bool:
    return t.breaks[z] == BROKEN or (t.kinds[z] == "p" and t.words[z] != "-") or t.words[z] in _ends_noun()


def third_is_share(t: Tokens, numeral: Numeral) -> bool:
    """Tell whether "a third", "a fifth" is a share, not the next in a row ("a third school")."""
    is_part = t.words[numeral.z] == "of" and 2 < numeral.value <= 10 and not numeral.digits
    if is_part and t.breaks[numeral.a] != BROKEN and t.words[numeral.a - 1] in _POOREST:
        return True
    if (
        numeral.value < 3
        or numeral.value == 4
        or numeral.digits
        or t.words[numeral.a - 1] != "a"
        or t.breaks[numeral.a] == BROKEN
    ):
        return False
    word = t.words[numeral.z]
    if word in ("of", "more", "fewer", "less", "higher", "lower"):
        return True
    return _share_follows(t, numeral.z)


def read_multiple(t: Tokens, numeral: Numeral) -> Draft | None:
    """Read "doubled", "twice as many", "double the number", "threefold"."""
    z = numeral.z
    word = t.words[z] if t.breaks[z] != BROKEN else ""
    down = numeral.value < 1
    if numeral.kind == "times":
        if word == "as" and t.kinds[z + 1] == "w":
            z += 2
        elif t.words[numeral.a] == "twice":
            if word not in _WHOLE:
                return None
        elif not (word in _WHOLE or (t.words[numeral.a - 1] in _TO_DOUBLE and t.breaks[numeral.a] != BROKEN)) or (
            t.words[numeral.a - 1] in ("was", "is", "at") and word not in _WHOLE
        ):
            return None
    draft = Draft(
        numeral.a, z, numeral.a, numeral.value, None, "exact", "ratio", "multiple", direction="up", times=True
    )
    if down:
        draft.direction = "down"
    return draft


def read_times(t: Tokens, numeral: Numeral) -> Draft | None:
    """Read "three times as many", "ten times more", "four times the average", "3x", "two-fold"."""
    z = numeral.z
    if t.breaks[z] == BROKEN:
        return None
    if t.words[z] == "x" and t.breaks[z] == GLUED:
        end = z + 1
    elif t.words[z] == "-" and t.words[z + 1] in ("fold", "times"):
        end = z + 2
    elif t.words[z] == "times" and t.breaks[z + 1] != BROKEN:
        after = t.words[z + 1]
        if after == "as" and t.kinds[z + 2] == "w":
            end = z + 3
        elif (
            after in _THAN
            or (after.endswith("er") and t.words[z + 2] == "than")
            or (after in _WHOLE and t.words[z + 2] not in ("year", "term", "week", "month", "season"))
        ):
            end = z + 1
        else:
            return None
    else:
        return None
    return Draft(
        numeral.a, end, numeral.a, numeral.value, None, "exact", "ratio", "multiple", direction="up", times=True
    )
