"""The parts of a document: headings, paragraphs, list items, table rows and the page's furniture.

``find_sections`` covers every character exactly once. A section begins with its first line and runs to the next
section's, so that blank lines belong to what stands before them. Lines that were wrapped at a width are one paragraph.
"""

from __future__ import annotations

from champion_extract.finding.facts import Section
from champion_extract.finding.sections.headings import LONG_LINE, is_heading, plain_levels
from champion_extract.finding.sections.lines import HEADING_LIMIT, Line, read_lines
from champion_extract.finding.sections.titles import find_title

__all__ = ["find_sections", "find_title"]

_KINDS = {
    "markdown": "heading",
    "bold": "heading",
    "bullet": "item",
    "number": "item",
    "row": "row",
    "navigation": "navigation",
    "caption": "caption",
    "footer": "footer",
}
_WRAP_LIMIT = 130


def find_sections(text: str) -> list[Section]:
    """Sections of ``text``, in order, each character in exactly one; none for an empty text.

    Headings nest by their level; the title, where there is one, is level 1. Never raises; linear in the text's length.
    """
    lines = read_lines(text)
    if not lines:
        return [Section(0, len(text), "paragraph", 0, -1, 0, 0)] if text else []
    kinds, levels = _kinds(text, lines)
    joined = _joined(text, lines, kinds)
    return _nested(text, lines, kinds, levels, joined)


def _kinds(text: str, lines: list[Line]) -> tuple[list[str], list[int]]:
    """Kind of each line ("rule" for a rule), and its level where it is a heading."""
    gaps = sum(1 for line in lines[1:] if line.gap)
    gaps_tell = 0 < gaps < 0.9 * (len(lines) - 1) or len(lines) < 4
    doubled = gaps >= 0.9 * (len(lines) - 1)
    kinds: list[str] = []
    plain: list[int] = []
    for at, line in enumerate(lines):
        kind = _KINDS.get(line.form, line.form)
        if line.form in ("plain", "number"):
            if _underlined(text, lines, at) or is_heading(text, lines, at, gaps_tell or doubled):
                kind = "heading"
                plain.append(at)
            elif line.form == "plain":
                kind = "paragraph"
        elif line.form == "bold" and (
            at + 1 == len(lines) or text[line.content_end - 1] in ".,;" or text[line.content] in '“"‘'
        ):
            kind = "paragraph"
        kinds.append(kind)
    return kinds, _levels(text, lines, kinds, plain)


def _underlined(text: str, lines: list[Line], at: int) -> bool:
    """Whether the next line is the rule under a heading ("=====")."""
    if at + 1 >= len(lines) or lines[at + 1].form != "rule" or lines[at + 1].gap:
        return False
    line = lines[at]
    return line.end - line.start <= HEADING_LIMIT and text[lines[at + 1].start] in "=-"


def _levels(text: str, lines: list[Line], kinds: list[str], plain: list[int]) -> list[int]:
    levels = [line.level for line in lines]
    marked = [line.level for line in lines if line.form == "markdown"]
    for at, line in enumerate(lines):
        if line.form == "bold" and kinds[at] == "heading":
            levels[at] = min(max(marked, default=1) + 1, 6)
    if marked:
        for at in plain:
            levels[at] = min(max(marked) + 1, 6)
        return levels
    if plain:
        title = next((at for at, kind in enumerate(kinds) if kind in ("heading", "paragraph", "item", "row")), -1)
        if plain[0] == title:
            levels[title] = 1
            plain = plain[1:]
        for at, level in zip(plain, plain_levels(text, lines, plain, 2), strict=True):
            levels[at] = level
    return levels


def _joined(text: str, lines: list[Line], kinds: list[str]) -> list[bool]:
    """Whether each line continues the one before it: it was wrapped at a width, or begins in mid-sentence."""
    joined = [False] * len(lines)
    at = 0
    while at < len(lines):
        end = at + 1
        while end < len(lines) and not lines[end].gap and kinds[end] == "paragraph":
            end += 1
        if kinds[at] in ("paragraph", "item") and end > at + 1:
            lengths = [line.end - line.start for line in lines[at:end]]
            width = max(lengths)
            if sum(length >= 0.7 * width for length in lengths[:-1]) < 0.8 * (len(lengths) - 1):
                width = 0  # lines of a list: wrapped ones would be about equally long
            for place in range(at + 1, end):
                joined[place] = _continues(text, lines[place - 1], lines[place], width)
        at = end
    return joined


def _continues(text: str, above: Line, line: Line, width: int) -> bool:
    length = above.end - above.start
    if _dashed(text, line) and _dashed(text, above):
        return False
    if _labelled(text, line) or (_labelled(text, above) and length < LONG_LINE):
        return False  # "Best School: X" over "Runner-up: Y" are two lines, however long
    if text[line.start].islower() and length >= 30 and text[above.end - 1] not in ".!?:":
        return True
    if not LONG_LINE // 2 <= width <= _WRAP_LIMIT:
        return False
    stop = text.find(" ", line.start, line.start + 40)
    first_word = (stop if stop > 0 else min(line.end, line.start + 40)) - line.start
    return length >= 45 and length + 1 + first_word > width - 2 and text[above.end - 1] not in ".!?:"


def _dashed(text: str, line: Line) -> bool:
    """Whether a dash parts the first words of a line from the rest, as in "Best School – Anytown School"."""
    return any(text.find(mark, line.start, min(line.end, line.start + 60)) > 0 for mark in (" – ", " - ", " — "))


def _labelled(text: str, line: Line) -> bool:
    """Whether a line begins with a label of a few words and a colon."""
    colon = text.find(":", line.start, min(line.end, line.start + 70))
    return colon > 0 and text[colon + 1 : colon + 2].isspace() and text.count(" ", line.start, colon) <= 8


def _nested(text: str, lines: list[Line], kinds: list[str], levels: list[int], joined: list[bool]) -> list[Section]:
    """Sections with their parents. A rule belongs to what stands before it, a continuing line to its paragraph."""
    starts = [at for at in range(len(lines)) if not (joined[at] or (kinds[at] == "rule" and at))]
    sections: list[Section] = []
    open_headings: list[tuple[int, int]] = []  # (level, index), levels rising
    for place, at in enumerate(starts):
        following = starts[place + 1] if place + 1 < len(starts) else len(lines)
        line = lines[at]
        kind = "paragraph" if kinds[at] == "rule" else kinds[at]
        level = levels[at] if kind == "heading" else 0
        if level:
            while open_headings and open_headings[-1][0] >= level:
                open_headings.pop()
        parent = open_headings[-1][1] if open_headings else -1
        if level:
            open_headings.append((level, len(sections)))
        last = max(
            (lines[index].content_end for index in range(at, following) if kinds[index] != "rule"),
            default=line.content_end,
        )
        floor = lines[at - 1].end if at else 0
        start = text.rfind("\n", floor, line.start) + 1 or line.start if place else 0
        sections.append(Section(start, 0, kind, level, parent, line.content, max(last, line.content)))
    ends = [section.start for section in sections[1:]] + [len(text)]
    return [section._replace(end=end) for section, end in zip(sections, ends, strict=True)]
