"""Words between quotation marks: double marks paired paragraph by paragraph, single ones outside those.

Straight, curly, low-9, doubled single marks and guillemets, mixed, stray and unclosed: a stray mark spoils its own
paragraph at most. A quotation that runs over several paragraphs, each with an opening mark or only the first, gives one
piece a paragraph, all with one ``group``. What is nested is not given.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from champion_extract.finding.quotes.pairs import (
    BEFORE_OPENING,
    CLOSE,
    EITHER,
    OPEN,
    SENTENCE_END,
    Mark,
    Marked,
    pair_in_paragraph,
)
from champion_extract.finding.quotes.paragraphs import Paragraph
from champion_extract.finding.quotes.single_marks import pair_singles

_DOUBLE = re.compile(r"(?<!')''(?!')|``|[\"“”„‟«»＂″]")


_OPENING = frozenset("“„‟«")


_CLOSING = frozenset("”»")


_MAX_CARRIED = 4


def marked_words(text: str, paragraphs: Sequence[Paragraph]) -> list[Marked]:
    """All pieces of ``text`` between quotation marks, sorted, not overlapping."""
    doubles = _pair_doubles(text, paragraphs)
    singles = pair_singles(text, paragraphs, doubles)
    if not singles:
        return doubles
    return _merge(doubles, singles)


def _turn(text: str, start: int, end: int) -> int:
    """Whether a double mark can open, close, or either, by its shape and by what stands beside it."""
    shape = text[start]
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    left = before.isspace() or before in BEFORE_OPENING or before == "\u200b"
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


def _double_marks(text: str, start: int, end: int) -> list[Mark]:
    return [
        Mark(match.start(), match.end(), _turn(text, match.start(), match.end()))
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
                found.append(carried[0])  # marks before each paragraph: those without are none of the quotation
                group = carried[-1].group + (len(carried) > 1)
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
        pieces, left_open = pair_in_paragraph(text, paragraph, index, marks, group)
        found.extend(pieces)
        group = max(group, pieces[-1].group + 1 if pieces else group)
        if left_open is not None:
            carried = [left_open._replace(group=group if left_open.group < 0 else left_open.group)]
    if carried:
        found.append(carried[0])
    return found


def _first_closes(marks: list[Mark]) -> bool:
    """Whether the first mark closes what an earlier paragraph opened: it can only close, or the count is odd."""
    return marks[0].turn == CLOSE


def _looks_like_prose(text: str, paragraph: Paragraph) -> bool:
    return paragraph.end - paragraph.start > 60 or text[paragraph.end - 1] in SENTENCE_END


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
