"""Reads one numeral: digits, number words, mixtures of both ("2.5 million", "£45k"), fractions, ordinals, multiples.

Grammar of English cardinals in words: units, teens and tens add up; "hundred" multiplies what stands before it; each
greater scale closes a group; "and" joins only after a scale. Takes the tokens of ``lexing``; knows no units.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from champion_extract.finding.numbers.lexing import BROKEN, GLUED, Tokens
from champion_extract.tables.number_words import NumberWord, number_words

_SCALE_LETTERS = {
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mil": 1e6,
    "mill": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "tn": 1e12,
    "trn": 1e12,
}
_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_ARTICLES = frozenset({"a", "an"})
_MOST_DIGITS = 15
_LONGEST = 26


class Numeral(NamedTuple):
    """A number that was read from tokens ``a`` to ``z`` (end exclusive).

    ``kind``: "cardinal", "ordinal", "share" (a half, two thirds), "times" (twice, double), "multiplied" (doubled),
    "fold" or "period" (a decade). ``scale``: the factor of its last scale word, else 1. ``digits``: written in digits.
    """

    value: float
    a: int
    z: int
    kind: str
    scale: float
    digits: bool


@cache
def _role_of() -> dict[str, NumberWord]:
    return number_words()


def read_numeral(t: Tokens, i: int, money: bool = False) -> Numeral | None:
    """Read the numeral whose first digit, sign or number word is token ``i``; ``money`` if a currency sign precedes."""
    if t.kinds[i] == "n":
        return _digits(t, i, money)
    entry = _role_of().get(t.words[i])
    if entry is None:
        return None
    role = entry.role
    if role == "sign":
        return _scaled(t, Numeral(entry.value, i, i + 1, "share", 1, True), money)
    if role in ("unit", "teen", "ten", "scale"):
        return _words(t, i)
    if role == "ordinal":
        return Numeral(entry.value, i, i + 1, "ordinal", 1, False)
    if role == "part":
        return _half(t, i, entry.value)
    if role in ("times", "multiplied", "fold", "period"):
        a = i - 1 if role == "period" and t.words[i - 1] in _ARTICLES and t.breaks[i] != BROKEN else i
        return Numeral(entry.value, a, i + 1, role, 1, False)
    return None


def _digits(t: Tokens, i: int, money: bool) -> Numeral | None:
    raw = "".join(part for part in t.words[i] if part not in ", \u00a0\u202f\u2009\u2007")
    if len(raw) > _MOST_DIGITS:
        return None
    value = float(raw)
    z = i + 1
    word = t.words[z]
    if t.breaks[z] == GLUED and word in _ORDINAL_ENDINGS and "." not in raw:
        return Numeral(value, i, z + 1, "ordinal", 1, True)
    entry = _role_of().get(word)
    if entry is not None and entry.role == "sign" and t.breaks[z] != BROKEN and "." not in raw:
        return _scaled(t, Numeral(value + entry.value, i, z + 1, "cardinal", 1, True), money)
    # "2 1/2": a whole number and a fraction
    if t.kinds[z] == "n" and t.breaks[z] != BROKEN and t.words[z + 1] == "/" and t.words[z] in "123457":
        below = t.words[z + 2]
        if below in ("2", "3", "4", "8") and int(t.words[z] or 9) < int(below):
            return _scaled(t, Numeral(value + int(t.words[z]) / int(below), i, z + 3, "cardinal", 1, True), money)
    return _scaled(t, Numeral(value, i, z, "cardinal", 1, True), money)


def _scaled(t: Tokens, numeral: Numeral, money: bool) -> Numeral:
    """Apply "million", "thousand", "k", "m", "bn" and "and a half" that follow digits."""
    z = numeral.z
    half, z = _and_a_half(t, z)
    if half:
        numeral = numeral._replace(value=numeral.value + half, z=z, kind="cardinal")
    word = t.words[z]
    if t.breaks[z] == BROKEN:
        return numeral
    if word == "-" and t.words[z + 1] in ("million", "billion", "thousand"):
        z, word = z + 1, t.words[z + 1]
    entry = _role_of().get(word)
    if entry is not None and entry.role == "scale":
        numeral = Numeral(numeral.value * entry.value, numeral.a, z + 1, "cardinal", entry.value, True)
        half, z = _and_a_half(t, numeral.z)
        if half:
            numeral = numeral._replace(value=numeral.value + half * entry.value, z=z)
        return numeral
    scale = _SCALE_LETTERS.get(word)
    if scale is not None and (t.breaks[z] == GLUED or money):
        capital = t.original(z)[0].isupper()
        if (word == "b" and not money) or (word == "m" and capital and not money and not _currency_follows(t, z + 1)):
            return numeral
        if money or not capital or word == "k" or t.words[z + 1] in ("dollars", "euros", "pounds"):
            return Numeral(numeral.value * scale, numeral.a, z + 1, "cardinal", scale, True)
    return numeral


def _currency_follows(t: Tokens, z: int) -> bool:
    return t.words[z] in ("dollars", "euros", "pounds", "usd", "eur", "gbp")


def _and_a_half(t: Tokens, z: int) -> tuple[float, int]:
    """Read "and a half" (hyphens allowed) at ``z``: what it adds, and where it ends."""
    at = z + (t.words[z] == "-")
    if t.words[at] != "and" or t.breaks[at] == BROKEN:
        return 0, z
    at += 1 + (t.words[at + 1] == "-")
    if t.words[at] not in ("a", "one", "three"):
        return 0, z
    top = 3 if t.words[at] == "three" else 1
    at += 1 + (t.words[at + 1] == "-")
    if t.words[at] == "half" and top == 1:
        return 0.5, at + 1
    if t.words[at] in ("quarter", "quarters"):
        return 0.25 * top, at + 1
    return 0, z


def _words(t: Tokens, i: int) -> Numeral | None:
    roles = _role_of()
    words, breaks = t.words, t.breaks
    a = i
    total = group = 0.0
    scale = 1.0
    last = ""
    z = i
    first = roles[words[i]]
    if first.role == "scale":
        # "a hundred", "a dozen", "the dozen"; a bare "hundred" after "several" is no number
        if words[i - 1] in _ARTICLES and breaks[i] != BROKEN and words[i - 2] not in ("many", "in"):
            a = i - 1
        elif words[i] != "dozen" or words[i - 1] not in ("the", "these", "those", "our", "their"):
            return None
        group = 1.0
    while z < i + _LONGEST:
        entry = roles.get(words[z])
        role = entry.role if entry is not None else ""
        if entry is None or (z > i and breaks[z] == BROKEN):
            break
        if (role == "unit" and last in ("", "ten", "hundred", "scale") and not (entry.value == 0 and last)) or (
            role in ("teen", "ten") and last in ("", "hundred", "scale")
        ):
            group += entry.value
        elif role == "scale" and entry.value in (12, 100) and last in ("", "unit", "teen", "ten"):
            group = (group or 1) * entry.value
            role = "hundred"
            scale = entry.value
        elif role == "scale" and entry.value > 100 and last in ("", "unit", "teen", "ten", "hundred"):
            total += (group or 1) * entry.value
            group = 0.0
            scale = entry.value
        elif role in ("ordinal", "parts", "part") and z > i:
            return _compound(t, a, z, total + group, last, entry)
        else:
            break
        last = role
        z += 1
        step = z + (words[z] == "-" and last == "ten" and breaks[z] == GLUED)
        if words[z] == "and" and last in ("hundred", "scale"):
            step = z + 1
        if words[z] == "-" and (roles[words[z + 1]].role if words[z + 1] in roles else "") in (
            "parts",
            "part",
            "ordinal",
            "scale",
        ):
            step = z + 1
        if step > z:
            after = roles.get(words[step])
            if after is None or breaks[z] == BROKEN:
                break
            if words[z] == "and" and (after.role not in ("unit", "teen", "ten", "ordinal") or after.value == 0):
                break
            # "three hundred and two hundred" are two numbers, "a hundred and one thousand" is one
            if words[z] == "and" and (
                words[step + 1] == "hundred" or (last == "scale" and words[step + 1] in ("thousand", "million"))
            ):
                break
            z = step
    # trailing "and" or hyphen was not consumed by a word
    while z > i and words[z - 1] in ("and", "-"):
        z -= 1
    value = total + group
    half, after_half = _and_a_half(t, z)
    if half:
        value += half * (scale if scale > 100 else 1)
        z = after_half
        entry = roles.get(words[z])
        if entry is not None and entry.role == "scale" and breaks[z] != BROKEN:
            return Numeral(value * entry.value, a, z + 1, "cardinal", entry.value, False)
    return Numeral(value, a, z, "cardinal", scale if scale > 100 else 1, False)


def _compound(t: Tokens, a: int, z: int, value: float, last: str, entry: NumberWord) -> Numeral | None:
    """Finish "two thirds", "three-quarters", "one third", "twenty-first", "one hundredth"."""
    if entry.role == "parts" or (entry.role == "part" and value == 1) or (entry.role == "ordinal" and value == 1):
        if entry.value > 1 and value < entry.value and (entry.role != "ordinal" or entry.value > 2):
            share = Numeral(value / entry.value, a, z + 1, "share", 1, False)
            after = z + 1 + 2 * (t.words[z + 1] == "of" and t.words[z + 2] in _ARTICLES)
            scale = _role_of().get(t.words[after])
            if scale is not None and scale.role == "scale" and t.breaks[after] != BROKEN:
                return Numeral(share.value * scale.value, a, after + 1, "cardinal", scale.value, False)
            return share
        return Numeral(value, a, z, "cardinal", 1, False)
    if entry.role == "ordinal" and (
        (last == "ten" and entry.value < 10) or (last in ("hundred", "scale") and entry.value < 100)
    ):
        return Numeral(value + entry.value, a, z + 1, "ordinal", 1, False)
    end = z
    while end > a and t.words[end - 1] in ("and", "-"):
        end -= 1
    return Numeral(value, a, end, "cardinal", 1, False)


def _half(t: Tokens, i: int, below: float) -> Numeral | None:
    """Read "half", "a quarter", "half a million", "half a dozen", "half of"; what follows decides in ``shares``."""
    a = i
    z = i + 1
    roles = _role_of()
    if t.words[i - 1] in _ARTICLES and t.breaks[i] != BROKEN:
        a = i - 1
    if t.breaks[z] != BROKEN:
        # "half a million", "a quarter of a million", "half-million", "quarter million"
        at = z
        if t.words[z] == "-" or t.words[z] in _ARTICLES:
            at = z + 1
        elif t.words[z] == "of" and t.words[z + 1] in _ARTICLES:
            at = z + 2
        entry = roles.get(t.words[at])
        if entry is not None and entry.role == "scale" and t.breaks[at] != BROKEN:
            return Numeral(entry.value / below, a, at + 1, "cardinal", entry.value, False)
    return Numeral(1 / below, a, z, "share", 1, False)
