"""The lines of a text, each with what it looks like: heading mark, bullet, table row, furniture of the page, or plain.

A line here is one that holds something; blank lines count as the gap before the next. Takes nothing for granted.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from champion_extract.tables.recognition import fold, page_furniture

_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
_LINE = re.compile(rf"[^\s{_INVISIBLE}][^\n\f\v\u2028\u2029]*")
_MARKDOWN = re.compile(r"(#{1,6})(?:[ \t\u00a0]+|(?=[^#\s]))")
_CLOSING_MARKS = re.compile(r"[\s#]+\Z")
_BULLET = re.compile(
    r"(?:[-*+](?=\s)|[•·‣▪▫■□●○◦◆◇➢➤►▶✓✔✦❖]|[–—](?=\s)|o(?=[ \t\u00a0]{1,8}[A-Z]))[\s\u200b]{0,8}(?=\S)"
)
_NUMBERED = re.compile(r"(?:\(?\d{1,3}[.)]|\([a-zA-Z]\)|[a-z]\))\s{1,8}(?=\S)")
_NO_BULLETS = frozenset("\"'“”‘’«»„([{<>&@#£$€–—|/\\^~")
_RULE = re.compile(r"[-*_=~–—•·.\s]{3,}\Z")
_BOLD = re.compile(
    r"(\*\*|__)(?=\S)([^*_]{1,160})\1[:.]?\Z|(?P<slanted>[*_])(?=[^\s*_])(?P<words>[^*_]{1,80})(?P=slanted)\Z"
)
_DELIMITER_ROW = re.compile(r"[|:\-\s]{3,}\Z")
_PICTURE_FILE = re.compile(r"!?(?:\[[^\]]{0,120}\]\()?\S{1,120}\.(?:png|jpe?g|gif|svg|webp|avif)\)?\Z")
_NAVIGATION_SPLIT = re.compile(r"\s*[|>›»/·•]\s*|\s{2,}|\t")

HEADING_LIMIT = 130
"""A line longer than this, in characters, is no heading."""


class Line(NamedTuple):
    """A line that is not blank. ``start``, ``end``: without outer white space. ``gap``: blank lines before it.

    ``form``: "markdown" (``level`` counts its marks), "bold", "rule", "bullet", "number", "row", "navigation",
    "caption", "footer" or "plain". ``content``, ``content_end``: its words without marks.
    """

    start: int
    end: int
    gap: int
    form: str
    level: int
    content: int
    content_end: int


def read_lines(text: str) -> list[Line]:
    """The lines of ``text`` that hold something."""
    lines: list[Line] = []
    previous = 0
    for match in _LINE.finditer(text):
        start = match.start()
        words = match.group().rstrip().rstrip(_INVISIBLE)
        end = start + len(words)
        gap = max(text.count("\n", previous, start) - (1 if lines else 0), 0)
        lines.append(_classified(words, start, end, gap))
        previous = end
    return lines


def _classified(words: str, start: int, end: int, gap: int) -> Line:
    first = words[0]
    if first == "#" and (marks := _MARKDOWN.match(words)):
        content = start + marks.end()
        closing = _CLOSING_MARKS.search(words, max(marks.end(), len(words) - 12))
        return Line(
            start, end, gap, "markdown", len(marks.group(1)), content, start + closing.start() if closing else end
        )
    if first in "-*_=~–—•·." and _RULE.match(words):
        return Line(start, end, gap, "rule", 0, end, end)
    if len(words) <= 400 and (kind := furniture(words)):
        return Line(start, end, gap, kind, 0, start, end)
    if first in "*_" and (bold := _BOLD.match(words)):
        group: int | str = "words" if bold["slanted"] else 2
        return Line(start, end, gap, "bold", 0, start + bold.start(group), start + bold.end(group))
    if (
        not first.isalnum()
        and first not in _NO_BULLETS
        and len(words) > 2
        and words[1] in " \t\u00a0"
        and words[2:].strip()
    ):
        return Line(start, end, gap, "bullet", 0, start + len(words) - len(words[1:].lstrip()), end)
    if "|" in words or "\t" in words:
        row = _row(words, start, end, gap)
        if row is not None:
            return row
    if not first.isalnum() or first == "o":
        if bullet := _BULLET.match(words):
            return Line(start, end, gap, "bullet", 0, start + bullet.end(), end)
        if picture := _pictures(words):
            return Line(start, end, gap, "bullet", 0, start + picture, end)
    if (first.isdigit() or first in "(abcdefgh") and (number := _NUMBERED.match(words)):
        return Line(start, end, gap, "number", 0, start + number.end(), end)
    return Line(start, end, gap, "plain", 0, start, end)


def _pictures(words: str) -> int:
    """Length of the emoji and the space with which ``words`` begin; 0 if they begin otherwise."""
    at = 0
    while (
        at < len(words) and at < 12 and ((ord(words[at]) >= 0x2190 and not words[at].isalpha()) or words[at].isspace())
    ):
        at += 1
    return at if 0 < at < len(words) else 0


def _row(words: str, start: int, end: int, gap: int) -> Line | None:
    if "|" in words:
        if _DELIMITER_ROW.match(words):
            return Line(start, end, gap, "row", 0, end, end)
        inner = words.strip("| \u00a0")
        if len(words) > 300 and max(map(len, inner.split("|"))) > 250:
            return None  # prose in which a bar stands somewhere
        if "|" not in inner:  # "| Blogs |", a tab of the page's menu
            return Line(start, end, gap, "navigation", 0, start, end) if words[0] == words[-1] == "|" else None
        return Line(start, end, gap, "row", 0, start, end)
    cells = [cell for cell in words.split("\t") if cell.strip()]
    if len(cells) > 1 and max(map(len, cells[:-1])) <= 80:
        return Line(start, end, gap, "row", 0, start, end)
    return None


def furniture(words: str) -> str | None:
    """ "navigation", "caption" or "footer" if ``words``, a line, belong to the page and not to its text."""
    table = page_furniture()
    folded = fold(words).strip("|<>«»‹›←→•*_[] ")
    bare = folded.rstrip(":.…!> ")
    known = table.get(bare) or table.get(folded)
    if known is not None:
        return known.kind
    limit = len(folded)
    at = 0
    for _ in range(6):  # the longest phrase of the table that may begin a line has six words
        at = folded.find(" ", at + 1)
        head = folded[: at if at > 0 else limit]
        known = table.get(head) or table.get(head.rstrip(":,.")) or (table.get(head + ":") if at < 0 else None)
        if known is not None and not known.whole and _fits(known.kind, head, folded):
            return known.kind
        if at < 0:
            break
    if folded[:1] == "©":
        return "footer"
    if _PICTURE_FILE.match(folded):
        return "caption"
    parts = folded.split()
    if 1 < len(parts) <= 6 and all(part in table for part in parts):
        return "navigation"
    return _menu(folded)


def _fits(kind: str, head: str, folded: str) -> bool:
    # "Pictured above are the winners, who ..." is a caption at any length; a menu's line is short, or ends in a link.
    return kind != "navigation" or len(folded) <= 90 or "cookie" in folded[:60]


def _menu(folded: str) -> str | None:
    """Navigation, if most cells of the line are: "Home | About | Contact", "Home > News"."""
    if len(folded) > 200 or not any(mark in folded for mark in "|>›»/·•"):
        return None
    cells = [cell for cell in _NAVIGATION_SPLIT.split(folded) if cell]
    table = page_furniture()
    kinds = [table[cell].kind for cell in cells if cell in table and table[cell].whole]
    if len(cells) > 1 and 2 * len(kinds) >= len(cells):
        return kinds[0]
    return None
