"""Nominees in tables: rows under a header ("Category | Winner | Highly commended"), or pairs without one."""

from __future__ import annotations

import re
from typing import NamedTuple

from champion_extract.finding.nominees.categories import expected_kind, strength, theme_of, trimmed
from champion_extract.finding.nominees.naming import Name, names_in
from champion_extract.finding.nominees.outcomes import read_label, stated_outcome
from champion_extract.finding.nominees.page import Candidate, Page
from champion_extract.finding.nominees.schemes import year_in
from champion_extract.finding.nominees.shapes import fullest_name
from champion_extract.tables.recognition import fold, form_fields, table_columns
from champion_extract.vocabulary import Outcome

_CELL = re.compile(r"[^|\t\n]+")
_MARKS = " :.*_#"


class Column(NamedTuple):
    """What a column holds, and the outcome that its header states."""

    role: str
    outcome: Outcome | None
    sponsor: bool = False


def cells_of(page: Page, index: int) -> list[tuple[int, int]]:
    """The cells of row ``index``, empty ones as (at, at)."""
    section = page.sections[index]
    text = page.text
    start, end = section.content_start, section.content_end
    if start < end and text[start] == "|":
        start += 1
    if end > start and text[end - 1] == "|":
        end -= 1
    mark = "|" if text.find("|", start, end) >= 0 else "\t"
    cells: list[tuple[int, int]] = []
    at = start
    while at <= end:
        stop = text.find(mark, at, end)
        stop = end if stop < 0 else stop
        cells.append(trimmed(text, at, stop))
        at = stop + 1
    return cells


def header_of(page: Page, cells: list[tuple[int, int]]) -> list[Column] | None:
    """What the columns hold, if ``cells`` are a header."""
    columns: list[Column] = []
    known = 0
    for start, end in cells:
        words = page.text[start:end]
        folded = fold(words).strip(_MARKS)
        role = table_columns().get(folded)
        label = read_label(words, frozenset()) if words and len(words) <= 60 else None
        outcome = label.outcome if label and not (label.outcome == "nominated" and page.outcome) else None
        if role is None and label is None and words and (told := stated_outcome(words)) is not None:
            role, outcome = "nominee", told
        if role is None and label is not None and label.outcome is not None and label.theme is None:
            role = "nominee"
        known += role is not None
        columns.append(
            Column(role or "other", outcome, any(word in folded for word in ("sponsor", "present", "judge", "by")))
        )
    filled = sum(1 for start, end in cells if end > start)
    if (
        filled < 2
        or known == 0
        or ((2 * known < filled or known < 2) and "nominee" not in {column.role for column in columns})
    ):
        return None
    roles = {column.role for column in columns}
    first = fold(page.text[cells[0][0] : cells[0][1]]).strip(_MARKS)
    if (
        columns[0].role == "other"
        and first not in table_columns()
        and not columns[0].sponsor
        and "theme" not in roles
        and "nominee" in roles
    ):
        columns[0] = columns[0]._replace(role="theme")
    return columns


def table_nominees(
    page: Page, rows: list[int], theme: str | None, outcome: Outcome | None, above: str | None = None
) -> list[Candidate]:
    """Nominees of the table whose rows are the sections ``rows``. ``theme``, ``outcome``: of the heading right over it,
    which is enough to read it as a list; ``above``: the category in force, for a table whose header names winners."""
    grid = [(index, cells_of(page, index)) for index in rows]
    grid = [(index, cells) for index, cells in grid if any(end > start for start, end in cells)]
    if not grid:
        return []
    header = header_of(page, grid[0][1])
    found: list[Candidate] = []
    carried: str | None = None
    for index, cells in grid[1:] if header else grid:
        if header:
            carried, more = row_under_header(page, index, cells, header, carried, theme or above, outcome)
        else:
            carried, more = _without_header(page, index, cells, carried, theme, outcome)
        found.extend(more)
    return found


def is_field_row(page: Page, index: int) -> bool:
    """Whether row ``index`` is a form's field: "Nominee | Jo Bloggs"."""
    cells = cells_of(page, index)
    return len(cells) == 2 and fold(page.text[cells[0][0] : cells[0][1]]).strip(_MARKS) in form_fields()


def row_under_header(
    page: Page,
    index: int,
    cells: list[tuple[int, int]],
    header: list[Column],
    carried: str | None,
    theme: str | None,
    outcome: Outcome | None,
) -> tuple[str | None, list[Candidate]]:
    """The category to carry to the next row, and the nominees of a row whose cells are ``cells``."""
    words = {
        column.role: page.text[start:end]
        for column, (start, end) in zip(header, cells, strict=False)
        if end > start and column.role in ("theme", "organisation", "outcome", "year")
    }
    row_theme = theme_of(words["theme"]) if "theme" in words else carried
    stated = read_label(words["outcome"], page.themes) if "outcome" in words else None
    row_outcome = (stated.outcome if stated else None) or outcome or page.outcome
    roles = [column.role for column in header]
    decided = stated is not None and stated.outcome is not None
    if not {"nominee", "theme"} & set(roles) and theme is None and outcome is None and not decided:
        return row_theme, []  # a table of people or bodies, not of an award
    wanted = "nominee" if "nominee" in roles else "name" if "name" in roles else "organisation"
    named = row_theme or theme
    found: list[Candidate] = []
    for column, (start, end) in zip(header, cells, strict=False):
        if column.role != wanted or end <= start:
            continue
        names = names_in(page, start, end, expected_kind(named), strict=False)
        owner = _owner(page, header, cells) if wanted != "organisation" else None
        joint = len(names) > 1 and (column.outcome or row_outcome or page.fallback_outcome) == "winner"
        for name in names:
            found.append(
                _candidate(page, index, name, named, column.outcome or row_outcome, joint, owner, "table_header", 0.92)
            )
            if "year" in words:
                found[-1].year = year_in(words["year"])
    return row_theme, found


def _owner(page: Page, header: list[Column], cells: list[tuple[int, int]]) -> str | None:
    """The organisation in a row: its column's, else a cell that is nothing but an organisation's name."""
    for column, (start, end) in zip(header, cells, strict=False):
        if column.role == "organisation" and end > start:
            return fullest_name(page, start, end)
    for column, (start, end) in zip(header, cells, strict=False):
        mention = page.organisation_from(start) if column.role == "other" and column.outcome is None else None
        if mention is not None and mention.end == end and not _is_sponsor(page, header, start, cells):
            return mention.name
    return None


def _is_sponsor(page: Page, header: list[Column], start: int, cells: list[tuple[int, int]]) -> bool:
    return any(
        column.role == "other" and column.sponsor and low == start
        for column, (low, _) in zip(header, cells, strict=False)
    )


def _without_header(
    page: Page,
    index: int,
    cells: list[tuple[int, int]],
    carried: str | None,
    theme: str | None,
    outcome: Outcome | None,
) -> tuple[str | None, list[Candidate]]:
    filled = [(start, end) for start, end in cells if end > start]
    if not filled:
        return carried, []
    words = page.text[filled[0][0] : filled[0][1]]
    label = read_label(words, page.themes)
    row_theme, row_outcome, slot, rest = theme, outcome or page.outcome, filled[0], filled[1:]
    if label and label.cue:
        return carried, []
    if label and len(filled) == 1:
        return label.theme or carried, []
    if label:
        row_theme, row_outcome = label.theme or carried or theme, label.outcome or row_outcome
        slot, rest = filled[1], filled[2:]
    elif len(filled) > 1 and (second := read_label(page.text[filled[1][0] : filled[1][1]], page.themes)):
        if second.cue:
            return carried, []
        row_theme, row_outcome = second.theme or carried or theme, second.outcome or row_outcome
        rest = filled[2:]
    elif theme is None and outcome is None:
        return carried, []
    for start, end in list(rest):
        more = read_label(page.text[start:end], page.themes) if end - start <= 80 else None
        if more and not more.cue:
            row_theme, row_outcome = more.theme or row_theme, more.outcome or row_outcome
            rest.remove((start, end))
    names = names_in(page, slot[0], slot[1], expected_kind(row_theme))
    owner = page.text[rest[0][0] : rest[0][1]] if rest and rest[0][1] - rest[0][0] <= 90 else None
    joint = len(names) > 1 and row_outcome == "winner"
    return (
        label.theme if label and label.theme else carried,
        [_candidate(page, index, name, row_theme, row_outcome, joint, owner, "table_pair", 0.85) for name in names],
    )


def _candidate(
    page: Page,
    index: int,
    name: Name,
    theme: str | None,
    outcome: Outcome | None,
    joint: bool,
    owner: str | None,
    rule: str,
    confidence: float,
) -> Candidate:
    organisation = name.organisation
    if organisation is None and owner and name.kind != "organisation" and strength(owner) < 2:
        organisation = owner
    return Candidate(
        name.start, name.end, name.kind, index, "row", rule, theme, outcome, joint, organisation, confidence=confidence
    )
