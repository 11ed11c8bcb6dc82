"""Tables whose cells came out one to a line: "Category / Winner / Runner-up", then three lines for each row.

Takes for granted that each cell is a section of its own. A stack is believed only if its lines fall into rows under
the headers: the places of the nominees hold names, those of the categories none.
"""

from __future__ import annotations

from typing import NamedTuple

from champion_extract.finding.nominees.categories import strength
from champion_extract.finding.nominees.naming import names_in
from champion_extract.finding.nominees.outcomes import read_label
from champion_extract.finding.nominees.page import Candidate, Page
from champion_extract.finding.nominees.tables import Column, header_of, row_under_header
from champion_extract.tables.recognition import fold, table_columns

_LONGEST_HEADER = 40
_LONGEST_CELL = 160
_MOST_COLUMNS = 7


class StackedTable(NamedTuple):
    """The sections from ``start`` to before ``end`` are a table's cells; ``candidates``: whom it names."""

    start: int
    end: int
    candidates: list[Candidate]


def stacked_tables(page: Page) -> dict[int, StackedTable]:
    """All such tables of a document, by the index of the section that is their first header."""
    found: dict[int, StackedTable] = {}
    index = 0
    while index < len(page.sections) - 5:
        stack = _stack_at(page, index) if _is_header(page, index) and _is_header(page, index + 1) else None
        if stack is not None:
            found[index] = stack
            index = stack.end
        else:
            index += 1
    return found


def _is_header(page: Page, index: int) -> bool:
    section = page.sections[index]
    if section.kind not in ("paragraph", "heading") or section.content_end - section.content_start > _LONGEST_HEADER:
        return False
    words = page.words(index)
    if fold(words).strip(" :*") in table_columns():
        return True
    label = read_label(words, frozenset())
    return label is not None and label.outcome is not None and label.theme is None


def _is_cell(page: Page, index: int) -> bool:
    section = page.sections[index]
    return (
        section.kind in ("paragraph", "heading", "item")
        and section.level != 1
        and section.content_end - section.content_start <= _LONGEST_CELL
    )


def _stack_at(page: Page, first: int) -> StackedTable | None:
    """The table whose headers begin at ``first``: as wide as makes most of its rows sound."""
    width = 2
    while width < _MOST_COLUMNS and first + width < len(page.sections) and _is_header(page, first + width):
        width += 1
    spans = [(page.sections[at].content_start, page.sections[at].content_end) for at in range(first, first + width)]
    columns = header_of(page, spans)
    if columns is None or not {"nominee", "name"} & {column.role for column in columns}:
        return None
    rows: list[list[int]] = []
    at = first + width
    while at + width <= len(page.sections) and all(_is_cell(page, cell) for cell in range(at, at + width)):
        row = list(range(at, at + width))
        if not _is_sound(page, columns, row):
            break
        rows.append(row)
        at += width
    if len(rows) < 2:
        return None
    candidates: list[Candidate] = []
    carried: str | None = None
    for row in rows:
        cells = [(page.sections[cell].content_start, page.sections[cell].content_end) for cell in row]
        carried, more = row_under_header(page, row[0], cells, columns, carried, None, None)
        for candidate in more:
            candidate.section = page.section_at(candidate.start)
        candidates.extend(more)
    return StackedTable(first, at, candidates) if candidates else None


def _is_sound(page: Page, columns: list[Column], row: list[int]) -> bool:
    """Whether a row's cells are what its columns hold."""
    named = wanted = 0
    for column, cell in zip(columns, row, strict=True):
        section = page.sections[cell]
        if column.role in ("nominee", "name"):
            wanted += 1
            names = names_in(page, section.content_start, section.content_end, None, strict=False)
            named += bool(names) and strength(page.words(cell)) < 2
        elif column.role == "theme" and (
            page.people_in(section.content_start, section.content_end) or _is_header(page, cell)
        ):
            return False
    return named > 0 and 2 * named >= wanted
