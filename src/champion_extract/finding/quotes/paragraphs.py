"""The paragraphs that quotations stand in: lines, joined again where they were only wrapped.

Takes for granted that one line is one paragraph, as in text taken from web pages, unless lines break inside sentences.
Marks before the words (bullets, ``>``, ``#``, emphasis) are kept apart, for a dash there may open a speaker's line.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from champion_extract.tables.reporting import word_class

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c]+")


_LEAD = re.compile(r"[\s>|#*_•·▪◦‣●○■★☆⭐✓✔➤►▶→\-–—―~+\u200b\ufeff]{1,40}")


_TAIL = " \t\u00a0\u202f\u200b\ufeff|*_"


_SPACE = " \t\u00a0\u202f\u200b\ufeff"


_ENDS = ".!?…:;\"”'’»"


_MIN_WRAPPED = 40


_MAX_WRAPPED = 130


_LEAST_CARRIED = 3


class Paragraph(NamedTuple):
    """Words ``start`` to ``end`` of a paragraph without outer marks; ``lead`` are the marks before them, without
    spaces;
    ``blank`` tells whether an empty line (or nothing) stands before it."""

    start: int
    end: int
    lead: str
    blank: bool


def split_paragraphs(text: str) -> list[Paragraph]:
    """Cut ``text`` into paragraphs, in order; lines without words are left out."""
    found: list[Paragraph] = []
    width = _wrapping_width(text)
    previous_line_end = -2
    wrapped = False
    for match in _LINE.finditer(text):
        line_start, line_end = match.span()
        lead_match = _LEAD.match(text, line_start, line_end)
        start = lead_match.end() if lead_match else line_start
        end = line_end
        while end > start and text[end - 1] in _TAIL:
            end -= 1
        if end <= start:
            wrapped = False
            continue
        lead = text[line_start:start]
        for space in _SPACE:
            if space in lead:
                lead = lead.replace(space, "")
        adjacent = line_start - previous_line_end <= (2 if text[line_start - 2 : line_start] == "\r\n" else 1)
        previous_line_end = line_end
        if found and adjacent and _carries_on(text, found[-1], lead, start, wrapped, width):
            found[-1] = found[-1]._replace(end=end)
            wrapped = True
            continue
        wrapped = False
        found.append(Paragraph(start, end, lead, not adjacent))
    return found


def _wrapping_width(text: str) -> int:
    """The width at which all lines of the text were broken, 0 if they were not: no line is longer, and several times a
    line goes on in small letters."""
    longest = 0
    carried = 0
    open_end = False
    for match in _LINE.finditer(text):
        start, end = match.span()
        if end - start > _MAX_WRAPPED:
            return 0
        longest = max(longest, end - start)
        if open_end and text[start].islower() and text[start - 1] == "\n":
            carried += 1
        open_end = end - start >= _MIN_WRAPPED and text[end - 1] not in _ENDS
    return longest if carried >= _LEAST_CARRIED else 0


def _carries_on(text: str, before: Paragraph, lead: str, start: int, wrapped: bool, width: int) -> bool:
    """Whether the line from ``start`` only carries on the paragraph before it, because that line was full."""
    if lead not in ("", ">") or (lead == ">" and before.lead != ">"):
        return False
    last = text.rfind("\n", max(before.start, before.end - _MAX_WRAPPED - 1), before.end) + 1
    length = before.end - max(last, before.start)
    if not _MIN_WRAPPED <= length <= _MAX_WRAPPED:
        return False
    first = text[start]
    if text[before.end - 1] not in _ENDS:
        return first.islower() or wrapped or text[before.end - 1] == "," or _unfinished(text, before)
    if width and not lead:
        room = width - length - 1
        if room < width and " " not in text[start : start + room + 1] and "\n" not in text[start : start + room + 1]:
            return True  # the next word had no room left on the line
    return wrapped and first.islower()


def _unfinished(text: str, paragraph: Paragraph) -> bool:
    """Whether the last word is one that no line of its own ends with: "of our"."""
    space = text.rfind(" ", max(paragraph.start, paragraph.end - 8), paragraph.end)
    return space >= 0 and text[space + 1 : paragraph.end] in word_class("ends_no_line")
