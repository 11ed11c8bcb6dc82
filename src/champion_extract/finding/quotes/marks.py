"""Pairing quotation marks: straight, curly, low-9, doubled single ones, guillemets, mixed, stray and unclosed.

Pairs are sought paragraph by paragraph, so a stray mark spoils its own paragraph at most. Double marks are paired first;
single ones, which may be apostrophes, only outside those. A quotation that runs over several paragraphs, each with an
opening mark or only the first, gives one piece a paragraph, all with one ``group``. What is nested is not given.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from champion_extract.finding.quotes.paragraphs import Paragraph
from champion_extract.tables.reporting import word_set

_DOUBLE = re.compile(r"(?<!')''(?!')|``|[\"“”„‟«»＂″]")
_SINGLE = re.compile(r"(?<![^\W_])['’‘‚‛‹›](?!')|(?<!')['’‹›](?![^\W_'])")
_WORD = re.compile(r"[^\W_]{1,12}")
_OPENING = frozenset("“„‟«")
_CLOSING = frozenset("”»")
_BEFORE_OPENING = frozenset("([{—–-/>|:*_~\"“‘'…")
_SENTENCE_END = frozenset(".!?…")
_MAX_CARRIED = 4
_MAX_SINGLE_SCAN = 40

OPEN, CLOSE, EITHER = 1, 2, 3


class Marked(NamedTuple):
    """Words between quotation marks: ``start`` to ``end`` inside them, ``outer_start`` to ``outer_end`` with them.

    ``single``: the marks are single ones. ``group``: pieces of one quotation share it. ``opened``, ``closed``: whether the
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


class _Mark(NamedTuple):
    start: int
    end: int
    turn: int


def marked_words(text: str, paragraphs: Sequence[Paragraph]) -> list[Marked]:
    """All pieces of ``text`` between quotation marks, sorted, not overlapping."""
    doubles = _pair_doubles(text, paragraphs)
    singles = _pair_singles(text, paragraphs, doubles)
    if not singles:
        return doubles
    return _merge(doubles, singles)


def _turn(text: str, start: int, end: int) -> int:
    """Whether a double mark can open, close, or either, by its shape and by what stands beside it."""
    shape = text[start]
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    left = before.isspace() or before in _BEFORE_OPENING or before == "\u200b"
    right = not (after.isalnum() or after in "$£€#@&")
    if shape in _OPENING:
        return EITHER if (not left and right and shape == "“" and not before.isspace()) else OPEN
    if shape in _CLOSING:
        return EITHER if (left and not right and before.isspace()) else CLOSE
    if left and not right:
        return OPEN
    if right and not left:
        return CLOSE
    if left and before.isspace() and not after.isspace():
        return OPEN
    return EITHER


def _double_marks(text: str, start: int, end: int) -> list[_Mark]:
    return [
        _Mark(match.start(), match.end(), _turn(text, match.start(), match.end()))
        for match in _DOUBLE.finditer(text, start, end)
    ]


def _pair_doubles(text: str, paragraphs: Sequence[Paragraph]) -> list[Marked]:
    found: list[Marked] = []
    group = 0
    carried: list[Marked] = []  # pieces of a quotation that no mark has closed yet
    for index, paragraph in enumerate(paragraphs):
        marks = _double_marks(text, paragraph.start, paragraph.end)
        if carried:
            if marks and marks[0].start <= paragraph.start + 2 and marks[0].turn != CLOSE:
                found.extend(carried)
                group = carried[-1].group
                carried = []
            elif marks and _first_closes(marks):
                found.extend(carried)
                close = marks.pop(0)
                found.append(
                    Marked(
                        paragraph.start,
                        close.start,
                        paragraph.start,
                        close.end,
                        False,
                        carried[-1].group,
                        False,
                        True,
                        index,
                    )
                )
                carried = []
                group += 1
            elif not marks and len(carried) < _MAX_CARRIED and _looks_like_prose(text, paragraph):
                carried.append(
                    Marked(
                        paragraph.start,
                        paragraph.end,
                        paragraph.start,
                        paragraph.end,
                        False,
                        carried[-1].group,
                        False,
                        False,
                        index,
                    )
                )
                continue
            else:
                found.append(carried[0])
                carried = []
                group += 1
        if not marks:
            continue
        pieces, left_open = _pair_in_paragraph(text, paragraph, index, marks, group)
        found.extend(pieces)
        group = max(group, pieces[-1].group + 1 if pieces else group)
        if left_open is not None:
            carried = [left_open._replace(group=group if left_open.group < 0 else left_open.group)]
    if carried:
        found.append(carried[0])
    return found


def _first_closes(marks: list[_Mark]) -> bool:
    """Whether the first mark closes what an earlier paragraph opened: it can only close, or the count is odd."""
    return marks[0].turn == CLOSE


def _looks_like_prose(text: str, paragraph: Paragraph) -> bool:
    return paragraph.end - paragraph.start > 60 or text[paragraph.end - 1] in _SENTENCE_END


def _pair_in_paragraph(
    text: str, paragraph: Paragraph, index: int, marks: list[_Mark], group: int
) -> tuple[list[Marked], Marked | None]:
    """Pairs at the outermost level, and what was opened and not closed. ``group`` is the first pair's."""
    pairs: list[tuple[_Mark, _Mark, int]] = []  # opening, closing, depth
    stack: list[_Mark] = []
    stray: _Mark | None = None
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
    joined = False
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
            joined = restarted
            if not restarted:
                group += 1
        found.append(Marked(opening.end, closing.start, opening.start, closing.end, False, group, True, True, index))
        last_end = closing.end
        joined = False
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
    return place > floor and text[place] in _SENTENCE_END and place < position - 1


def _pair_singles(text: str, paragraphs: Sequence[Paragraph], doubles: Sequence[Marked]) -> list[Marked]:
    found: list[Marked] = []
    group = -1
    carried = False  # the paragraph before left a single mark open, and this one opens with another
    next_double = 0
    for index, paragraph in enumerate(paragraphs):
        marks: list[re.Match[str]] = []
        for match in _SINGLE.finditer(text, paragraph.start, paragraph.end):
            while next_double < len(doubles) and doubles[next_double].outer_end <= match.start():
                next_double += 1
            if next_double < len(doubles) and doubles[next_double].outer_start <= match.start():
                continue
            marks.append(match)
        position = 0
        count = len(marks)
        if carried and not (marks and marks[0].start() <= paragraph.start + 1):
            group -= 1
        carried = False
        while position < count:
            place = marks[position].start()
            if not _opens_single(text, place):
                position += 1
                continue
            closing, following = _closing_single(text, marks, position)
            if closing < 0:
                if position + 1 == count and _next_opens(text, paragraphs, index):
                    found.append(
                        Marked(place + 1, paragraph.end, place, paragraph.end, True, group, True, False, index)
                    )
                    carried = True
                    break
                position += 1
                continue
            found.append(Marked(place + 1, closing, place, closing + 1, True, group, True, True, index))
            group -= 1
            position = following
    return found


def _next_opens(text: str, paragraphs: Sequence[Paragraph], index: int) -> bool:
    return index + 1 < len(paragraphs) and _opens_single(text, paragraphs[index + 1].start)


def _opens_single(text: str, place: int) -> bool:
    shape = text[place]
    if shape not in "'‘‚‛‹’":
        return False
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    if not (before.isspace() or before in _BEFORE_OPENING) or after.isspace():
        return False
    if after.isdigit() and shape != "‘":
        return not text[place + 1 : place + 3].isdigit() or text[place + 3 : place + 4] not in ("s", " ")
    if shape == "’" and not after.isupper():
        return False
    word = _WORD.match(text, place + 1)
    if word is not None and word.group().lower() in word_set("elisions"):
        return shape == "‘" and word.group()[0].isupper()
    return after.isalnum() or after in '£$€…[*_"“@#.'


def _closing_single(text: str, marks: Sequence[re.Match[str]], opened: int) -> tuple[int, int]:
    """Where the single quotation opened by mark ``opened`` closes, and the next mark to look at; -1 if nowhere."""
    weak = -1
    weak_next = -1
    start = marks[opened].start()
    for offset in range(opened + 1, min(len(marks), opened + _MAX_SINGLE_SCAN)):
        place = marks[offset].start()
        if _opens_single(text, place):
            if weak >= 0:
                break
            continue
        shape = text[place]
        before = text[place - 1]
        if shape not in "'’›" or before.isspace() or place <= start + 1:
            continue
        after = text[place + 1] if place + 1 < len(text) else " "
        if after.isalnum():
            continue
        if before in "sS" and after.isspace() and text[place + 2 : place + 3].islower():
            if weak < 0:
                weak, weak_next = place, offset + 1
            continue
        return place, offset + 1
    return weak, weak_next


def _merge(doubles: Sequence[Marked], singles: Sequence[Marked]) -> list[Marked]:
    """Both kinds in order; a single pair that encloses short double ones takes them in, another overlap is dropped."""
    merged: list[Marked] = []
    at = 0
    for piece in sorted([*doubles, *singles], key=lambda piece: (piece.outer_start, -piece.outer_end)):
        if piece.outer_start < at:
            continue
        merged.append(piece)
        at = piece.outer_end
    return merged
