"""Tells the numbers of a list's lines, written without a full stop, from quantities: "1 Crash on A38"."""

from __future__ import annotations

import re

from champion_extract.finding.numbers.lexing import Tokens

_LONGEST_ITEM = 160
_LINE_NUMBER = re.compile(r"[0-9]{1,2} [^\W\d_a-z]")


def counts_lines(t: Tokens, i: int) -> bool:
    """Tell whether the line before or after begins with the number before or after: a numbered list without stops."""
    if not t.words[i].isdigit() or len(t.words[i]) > 2:
        return False
    number, text = int(t.words[i]), t.text
    start = text.rfind("\n", max(0, t.starts[i] - 4), t.starts[i]) + 1
    if start == 0 and t.starts[i] > 4:
        return False
    after = text.find("\n", t.ends[i], t.ends[i] + _LONGEST_ITEM)
    if after >= 0 and _LINE_NUMBER.match(text, after + 1) and text.startswith(str(number + 1), after + 1):
        return True
    before = text.rfind("\n", max(0, start - _LONGEST_ITEM), max(0, start - 1)) + 1
    return number > 1 and bool(_LINE_NUMBER.match(text, before)) and text.startswith(str(number - 1), before)
