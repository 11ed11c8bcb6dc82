"""Words quoted twice: a quotation set large on a page is said by whoever says the same words in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from champion_extract.finding.facts import Quotation

_WORD = re.compile(r"\w+")
_LEAST = 4
"""Words that a quotation set large has at least."""
_MOST = 40
"""Quotations of a document that are looked for again."""
_LONGEST = 400
_LOOSE = frozenset(("paragraph", "continued", "sentence", "line_above"))
"""Rules by which a quotation's speaker is only guessed, or not known."""


def speakers_of_repeated(text: str, found: Sequence[Quotation]) -> list[Quotation]:
    """``found`` with the speakers of quotations by themselves whose words are said again elsewhere with a cue."""
    loose = [
        index
        for index, quote in enumerate(found)
        if (quote.speaker is None or quote.rule == "paragraph")
        and quote.rule in _LOOSE
        and quote.end - quote.start <= _LONGEST
    ][:_MOST]
    if not loose:
        return list(found)
    lines: list[str] = []
    places: list[int] = []  # index of the quotation that each character range of the joined text belongs to
    starts: list[int] = []
    at = 0
    for index, quote in enumerate(found):
        if quote.speaker is None or quote.rule == "paragraph":
            continue
        line = f" {_plain(text, quote)} \n"
        lines.append(line)
        starts.append(at)
        places.append(index)
        at += len(line)
    joined = "".join(lines)
    given = list(found)
    for index in loose:
        words = _plain(text, found[index])
        if words.count(" ") + 1 < _LEAST:
            continue
        place = joined.find(f" {words} ")
        if place < 0:
            continue
        low, high = 0, len(starts)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if starts[middle] <= place else (low, middle)
        given[index] = found[index]._replace(speaker=found[places[low]].speaker)
    return given


def _plain(text: str, quote: Quotation) -> str:
    """The words of a quotation in lower case, single spaces between them."""
    return " ".join(_WORD.findall(text[quote.start : quote.end].lower()))
