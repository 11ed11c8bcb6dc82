"""Tables whose columns are parted by semicolons or by runs of spaces: "Entrant; Base; Staff", a row to a line.

Takes for granted that each row is a section of its own. A heading right over such a table is its category where the
document has several of them.
"""

from __future__ import annotations

import re

from champion_extract.finding.nominees.categories import theme_of, trimmed
from champion_extract.finding.nominees.page import Candidate, Page
from champion_extract.finding.nominees.stacked_tables import StackedTable
from champion_extract.finding.nominees.tables import Column, header_of, row_under_header
from champion_extract.tables.recognition import cues, fold

_SEPARATORS = {"; ": re.compile(r";\s+"), "  ": re.compile(r"[ \u00a0]{2,}")}
"""What stands in every row of such a table, which is cheap to look for, and what parts its cells."""
_LONGEST_ROW = 220


def delimited_tables(page: Page) -> dict[int, StackedTable]:
    """All such tables of a document, by the index of the section that holds their headers."""
    headed: list[tuple[int, list[Column], re.Pattern[str], int]] = []
    index = 0
    while index < len(page.sections) - 2:
        header = _header_at(page, index)
        end = index + 1
        if header is not None:
            columns, separator = header
            while end < len(page.sections) and len(_cells(page, end, separator)) > 1:
                end += 1
            if end - index > 2:
                headed.append((index, columns, separator, end))
        index = end if header is not None else index + 1
    found: dict[int, StackedTable] = {}
    for first, columns, separator, end in headed:
        theme = _heading_over(page, first) if len(headed) > 1 else None
        candidates: list[Candidate] = []
        carried: str | None = None
        for row in range(first + 1, end):
            carried, more = row_under_header(page, row, _cells(page, row, separator), columns, carried, theme, None)
            candidates.extend(more)
        if candidates:
            found[first] = StackedTable(first, end, candidates)
    return found


def _header_at(page: Page, index: int) -> tuple[list[Column], re.Pattern[str]] | None:
    section = page.sections[index]
    for sign, separator in _SEPARATORS.items():
        if page.text.find(sign, section.content_start, section.content_end) < 0:
            continue
        cells = _cells(page, index, separator)
        if len(cells) < 3:
            continue
        columns = header_of(page, cells)
        if columns is not None and "nominee" in {column.role for column in columns}:
            return columns, separator
    return None


def _cells(page: Page, index: int, separator: re.Pattern[str]) -> list[tuple[int, int]]:
    """The cells of a section, one that is no row of a table gives none."""
    section = page.sections[index]
    start, end = section.content_start, section.content_end
    if section.kind not in ("paragraph", "heading", "item", "row") or end - start > _LONGEST_ROW:
        return []
    cells: list[tuple[int, int]] = []
    at = start
    for mark in separator.finditer(page.text, start, end):
        cells.append(trimmed(page.text, at, mark.start()))
        at = mark.end()
    cells.append(trimmed(page.text, at, end))
    return cells


def _heading_over(page: Page, first: int) -> str | None:
    above = page.sections[first - 1] if first else None
    if above is None or above.kind != "heading" or above.level == 1 or above.content_end - above.content_start > 60:
        return None
    words = page.words(first - 1)
    return None if fold(words).strip(" .:") in cues() else theme_of(words)
