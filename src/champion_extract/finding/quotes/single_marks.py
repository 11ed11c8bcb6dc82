"""Pairing single quotation marks, which may be apostrophes.

An opening mark stands before a word and behind space; elisions ("'til", "'90s") open nothing. Of the marks that could
close, one behind an s and before a word in lower case ("the pupils' work") counts only if no better one follows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from champion_extract.finding.quotes.pairs import BEFORE_OPENING, Marked
from champion_extract.finding.quotes.paragraphs import Paragraph
from champion_extract.tables.reporting import word_set

_SINGLE = re.compile(r"(?<![^\W_])['’‘‚‛‹›](?!')|(?<!')['’‹›](?![^\W_'])")


_FIRST_WORD = re.compile(r"[^\W_]{1,12}")


_MAX_SINGLE_SCAN = 40


def pair_singles(text: str, paragraphs: Sequence[Paragraph], doubles: Sequence[Marked]) -> list[Marked]:
    """Pieces between single marks, in order; marks inside ``doubles`` are left alone."""
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
        opens = [_opens_single(text, mark.start()) for mark in marks]
        if carried and not (marks and marks[0].start() <= paragraph.start + 1):
            group -= 1
        carried = False
        while position < count:
            place = marks[position].start()
            if not opens[position]:
                position += 1
                continue
            closing, following = _closing_single(text, marks, opens, position)
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
    if not (before.isspace() or before in BEFORE_OPENING) or after.isspace():
        return False
    if after.isdigit() and shape != "‘":
        return not text[place + 1 : place + 3].isdigit() or text[place + 3 : place + 4] not in ("s", " ")
    if shape == "’" and not after.isupper():
        return False
    word = _FIRST_WORD.match(text, place + 1)
    if word is not None and word.group().lower() in word_set("elisions"):
        return shape == "‘" and word.group()[0].isupper()
    return after.isalnum() or after in '£$€…[*_"“@#.'


def _closing_single(text: str, marks: Sequence[re.Match[str]], opens: Sequence[bool], opened: int) -> tuple[int, int]:
    """Where the single quotation opened by mark ``opened`` closes, and the next mark to look at; -1 if nowhere."""
    weak = -1
    weak_next = -1
    start = marks[opened].start()
    for offset in range(opened + 1, min(len(marks), opened + _MAX_SINGLE_SCAN)):
        place = marks[offset].start()
        if opens[offset]:
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
