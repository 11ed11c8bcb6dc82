"""Tells telephone numbers from quantities: "01642 496 0101", "+44 (0)20 7946 0000"."""

from __future__ import annotations

import re

from champion_extract.finding.numbers.lexing import GLUED, Tokens

_PHONE = re.compile(r"(?:\+[0-9]{1,3}[ \u00a0]?\(?0?\)?|\(?0)[0-9]{1,5}\)?(?:[ \u00a0.-]?[0-9]{2,5}){1,4}(?![0-9])")


def phone_start(t: Tokens, i: int) -> bool:
    """Tell whether a telephone number begins with the digits at token ``i``."""
    return end_of_phone(t, i) > 0


def end_of_phone(t: Tokens, i: int) -> int:
    """Return the token after the telephone number that begins at ``i``, or 0."""
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
