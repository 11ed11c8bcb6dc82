"""Pairing the double marks of one paragraph, with what is nested, repeated, stray or left open.

Works on a stack, so its time grows with the marks only.
"""

from __future__ import annotations

from typing import NamedTuple

from champion_extract.finding.quotes.paragraphs import Paragraph

BEFORE_OPENING = frozenset("([{—–-/>|:*_~\"“‘'…")


SENTENCE_END = frozenset(".!?…")


OPEN = 1


CLOSE = 2


EITHER = 3


class Marked(NamedTuple):
    """Words between quotation marks: ``start`` to ``end`` inside them, ``outer_start`` to ``outer_end`` with them.

    ``single``: the marks are single ones. ``group``: pieces of one quotation share it. ``opened``, ``closed``:
    whether the
    piece has its own opening and closing mark. ``paragraph``: index of its paragraph.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    single: bool
    group: int
    opened: bool
    closed: bool
    paragraph: int


class Mark(NamedTuple):
    """A double mark and whether it can open, close, or either (``turn``)."""

    start: int
    end: int
    turn: int


def pair_in_paragraph(
    text: str, paragraph: Paragraph, index: int, marks: list[Mark], group: int
) -> tuple[list[Marked], Marked | None]:
    """Pairs at the outermost level, and what was opened and not closed. ``group`` is the first pair's."""
    pairs: list[tuple[Mark, Mark, int]] = []  # opening, closing, depth
    stack: list[Mark] = []
    stray: Mark | None = None
    for mark in marks:
        if mark.turn == OPEN or (mark.turn == EITHER and not stack):
            if not stack and text[mark.start] in '"″' and mark.start and text[mark.start - 1].isdigit():
                continue  # inches
            stack.append(mark)
        elif stack:
            opening = stack.pop()
            pairs.append((opening, mark, len(stack)))
        elif stray is None and not pairs:
            stray = mark
    found: list[Marked] = []
    if stray is not None and stray.start > paragraph.start:
        found.append(Marked(paragraph.start, stray.start, paragraph.start, stray.end, False, group, False, True, index))
        group += 1
    floor = 0
    unclosed: Marked | None = None
    first_open = stack[0] if stack else None
    if first_open is not None:
        floor = len(stack)
    pairs.sort()
    last_end = -1
    inner = [pair for pair in pairs if pair[2] <= floor]
    emitted_open = first_open is None
    for opening, closing, _ in inner:
        if opening.start < last_end:
            continue
        if not emitted_open and first_open is not None and opening.start > first_open.start:
            emitted_open = True
            restarted = _after_sentence(text, opening.start, first_open.end)
            found.append(
                Marked(first_open.end, opening.start, first_open.start, opening.start, False, group, True, False, index)
            )
            if not restarted:
                group += 1
        found.append(Marked(opening.end, closing.start, opening.start, closing.end, False, group, True, True, index))
        last_end = closing.end
        group += 1
    if not emitted_open and first_open is not None:
        last_open = stack[-1]
        if last_open is not first_open and _after_sentence(text, last_open.start, first_open.end):
            found.append(
                Marked(
                    first_open.end, last_open.start, first_open.start, last_open.start, False, group, True, False, index
                )
            )
            first_open = last_open
        unclosed = Marked(
            first_open.end, paragraph.end, first_open.start, paragraph.end, False, group, True, False, index
        )
    return found, unclosed


def _after_sentence(text: str, position: int, floor: int) -> bool:
    """Whether a sentence ends right before ``position``."""
    place = position - 1
    while place > floor and text[place].isspace() and position - place < 4:
        place -= 1
    return place > floor and text[place] in SENTENCE_END and place < position - 1
