"""Reads all quantities of a text: numerals first, then what they count, then the sentence around them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from champion_extract.finding.facts import Quantity
from champion_extract.finding.numbers.confidence import confidence
from champion_extract.finding.numbers.context import place_in_context
from champion_extract.finding.numbers.counted import find_counted
from champion_extract.finding.numbers.draft import Draft
from champion_extract.finding.numbers.grammar import read_quantity
from champion_extract.finding.numbers.grid import Grid
from champion_extract.finding.numbers.lexing import Tokens, regions
from champion_extract.finding.numbers.periods import read_single
from champion_extract.tables.number_words import number_words


def parse_quantities(text: str, skip: Sequence[tuple[int, int]] = ()) -> list[Quantity]:
    """Return the quantities of ``text``, in order and not overlapping; offsets are code points into it.

    ``skip`` are spans of the text, such as names of organisations and awards, inside which no number counts. Never
    raises on any text; time grows linearly with its length.
    """
    spans = _merged(skip)
    found: list[Quantity] = []
    last = 0
    grid = Grid(text)
    for tokens in regions(text):
        drafts = _read(tokens, spans)
        if not drafts:
            continue
        find_counted(tokens, drafts, grid)
        place_in_context(tokens, drafts)
        for draft in drafts:
            quantity = _quantity(tokens, draft)
            if quantity.start >= last:
                found.append(quantity)
                last = quantity.end
    return found


_ARTICLES = frozenset({"a", "an"})
_SINGLE_UNITS = frozenset({"year", "month", "week", "day", "hour", "minute", "term", "mile"})


@cache
def _anchors() -> frozenset[str]:
    return frozenset(number_words())


def _read(t: Tokens, spans: list[tuple[int, int]]) -> list[Draft]:
    drafts: list[Draft] = []
    anchors, kinds, words = _anchors(), t.kinds, t.words
    i = floor = 0
    while i < t.size:
        if kinds[i] != "n" and words[i] not in anchors:
            if words[i] in _ARTICLES and words[i + 1] in _SINGLE_UNITS:
                draft = read_single(t, i) if i >= floor else None
                if draft is not None and draft.a >= floor:
                    drafts.append(draft)
                    i = floor = draft.z
                    continue
            i += 1
            continue
        if spans and _inside(spans, t.starts[i]):
            i += 1
            floor = i
            continue
        draft, after = read_quantity(t, i)
        if draft is not None and draft.a >= floor:
            drafts.append(draft)
            floor = draft.z
        i = max(after, i + 1)
    return drafts


def _merged(skip: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(skip):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _inside(spans: list[tuple[int, int]], offset: int) -> bool:
    at = bisect_right(spans, (offset, len(spans) and 1 << 62)) - 1
    return at >= 0 and spans[at][0] <= offset < spans[at][1]


def _quantity(t: Tokens, draft: Draft) -> Quantity:
    return Quantity(
        start=t.starts[draft.a],
        end=t.ends[draft.z - 1],
        value=_plain(draft.value),
        upper=_plain(draft.upper) if draft.upper is not None else None,
        comparator=draft.comparator,
        unit=draft.unit,
        unit_text=_unit_words(t, draft) if draft.unit_text is not None else None,
        currency=draft.currency,
        of=draft.of,
        direction=draft.direction,
        status=draft.status,
        period=draft.period,
        confidence=confidence(t, draft),
        rule=f"numbers.{draft.rule.replace(' ', '_')}",
    )


_SCALES = frozenset({"k", "m", "bn", "mn"})
_NO_UNIT = frozenset({"or", "more", "less", "plus", "at", "a", "an", "of", "and", "half", "upwards", "further"})


def _unit_words(t: Tokens, draft: Draft) -> str | None:
    """Return the words of the unit as they stand after the numeral: "sq ft", "minute", "m"; else the unit's name."""
    start = draft.z
    while start > draft.core + 1 and t.kinds[start - 1] == "w" and t.words[start - 1] not in number_words():
        start -= 1
    end = draft.z
    while end > start and t.words[end - 1] in _NO_UNIT:
        end -= 1
    while start < end and t.words[start] in _NO_UNIT:
        start += 1
    if end - start > 1 and t.words[start] in _SCALES:
        start += 1
    return t.slice(start, end) if start < end else draft.unit_text


def _plain(value: float) -> float | int:
    """Return a whole number as int, any other rounded to what a text can state."""
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded
