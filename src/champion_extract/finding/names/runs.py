"""Runs of words in capitals: the stretches of a text in which names can stand.

A run holds words in capitals, figures after the first word ("Channel 4"), "&", and the small words that names are made
with ("of", "and", "for the") where a word in capitals follows. It is cut at 24 words, so that what is done inside a run
stays bounded whatever the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from champion_extract.finding.names.words import DIGITS, LOWER, Words

LINKS = frozenset(
    "of and the for in at on upon under by le la de with to y du des del von van der den al bin ibn da di".split()
) | {"&"}
"""Small words that may stand between the words of a name."""

MAX_RUN = 24
"""Words in a run; no name is longer."""


def runs(words: Words) -> Iterator[tuple[int, int]]:
    """Yield (first, last) word of each run, both inside it, in order."""
    shapes = words.shapes
    lowers = words.lowers
    joined = words.joined
    size = len(shapes)
    index = 0
    while index < size:
        if shapes[index] == LOWER or shapes[index] == DIGITS:
            index += 1
            continue
        first = last = index
        while last - first < MAX_RUN and joined(last):
            following = last + 1
            if shapes[following] != LOWER:
                last = following
                continue
            reached = _over_links(lowers, shapes, joined, following, size)
            if reached < 0:
                break
            last = reached
        yield first, last
        index = last + 1


def _over_links(lowers: list[str], shapes: list[int], joined: object, position: int, size: int) -> int:
    """The word in capitals that follows at most three small words from ``position`` on, or -1."""
    for _ in range(3):
        if lowers[position] not in LINKS or not joined(position):  # type: ignore[operator]
            return -1
        position += 1
        if position >= size:
            return -1
        if shapes[position] != LOWER:
            return position if shapes[position] != DIGITS else -1
    return -1
