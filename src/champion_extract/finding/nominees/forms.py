"""Nomination forms and field lists: "Nominee: ...", "Category: ...", "Organisation: ..." on lines or in rows of two cells."""

from __future__ import annotations

from typing import NamedTuple

from champion_extract.finding.nominees.awards import without_year, year_in
from champion_extract.finding.nominees.categories import expected_kind, theme_of, trimmed
from champion_extract.finding.nominees.naming import names_in
from champion_extract.finding.nominees.outcomes import read_label
from champion_extract.finding.nominees.page import Candidate, Page
from champion_extract.finding.nominees.tables import cells_of
from champion_extract.tables.recognition import fold, form_fields

_MARKS = " :.*_#?"


class Field(NamedTuple):
    """A filled field: what it holds, its label's words, where its value stands, its section."""

    holds: str
    label: str
    start: int
    end: int
    section: int


def read_fields(page: Page) -> list[Field]:
    """All filled fields of the document, in order."""
    found: list[Field] = []
    pending: tuple[str, str] | None = None
    for index, section in enumerate(page.sections):
        start, end = section.content_start, section.content_end
        if section.kind == "row":
            cells = cells_of(page, index)
            if len(cells) == 2 and cells[1][1] > cells[1][0]:
                label = fold(page.text[cells[0][0] : cells[0][1]]).strip(_MARKS)
                if label in form_fields():
                    found.append(Field(form_fields()[label], label, *cells[1], index))
            pending = None
            continue
        colon = -1
        for mark in (":", "?"):
            at = page.text.find(mark, start, min(end, start + 70))
            if at >= 0:
                colon = at if colon < 0 else min(colon, at)
        label = fold(page.text[start : colon if colon >= 0 else min(end, start + 70)]).strip(_MARKS)
        if label in form_fields():
            low, high = trimmed(page.text, colon + 1, end) if colon >= 0 else (end, end)
            if low < high:
                found.append(Field(form_fields()[label], label, low, high, index))
                pending = None
            else:
                pending = (form_fields()[label], label)
        elif pending is not None:
            if end - start <= 200 and section.kind in ("paragraph", "heading", "item"):
                found.append(Field(*pending, start, end, index))
            pending = None
    return found


def form_nominees(page: Page) -> list[Candidate]:
    """Nominees of filled forms; none unless a nominee's field stands with one for category, organisation or award."""
    fields = read_fields(page)
    groups: list[dict[str, Field]] = []
    for field in fields:
        if not groups or field.holds in groups[-1] and field.holds in ("nominee", "theme"):
            groups.append({})
        elif groups and field.section - max(member.section for member in groups[-1].values()) > 12:
            groups.append({})
        groups[-1].setdefault(field.holds, field)
    found: list[Candidate] = []
    carried: Field | None = None
    for place, group in enumerate(groups):
        theme_field = group.get("theme")
        if "nominee" not in group:
            if theme_field is not None and len(group) > 1 and "organisation" in group:
                group["nominee"] = group["organisation"]._replace(label="nominee")
            else:
                carried = theme_field or carried
                continue
        if theme_field is None and not ({"organisation", "award", "outcome"} & group.keys()) and carried is None:
            continue
        theme_field = theme_field or carried
        field = group["nominee"]
        theme = theme_of(page.text[theme_field.start : min(theme_field.end, theme_field.start + 120)]) if theme_field else None
        names = names_in(page, field.start, field.end, expected_kind(theme) or _kind_of_label(field.label), strict=False)
        owner = group.get("organisation")
        stated = read_label(field.label, page.themes)
        outcome = (stated.outcome if stated and "nomin" not in field.label else None) or (
            "nominated" if "nomin" in field.label or "entr" in field.label else page.outcome
        )
        if "outcome" in group:
            told = read_label(page.text[group["outcome"].start : group["outcome"].end], page.themes)
            outcome = (told.outcome if told else None) or outcome
        first = min(member.section for member in group.values())
        stop = min((member.section for member in groups[place + 1].values()), default=len(page.sections)) if place + 1 < len(groups) else len(page.sections)
        block = (page.sections[first].start, page.sections[stop].start if stop < len(page.sections) else len(page.text))
        for name in names:
            words = page.text[owner.start : owner.end] if owner and owner is not field and owner.start != field.start else None
            candidate = Candidate(
                name.start, name.end, name.kind, field.section, "field", "form_field", theme, outcome,
                len(names) > 1 and outcome == "winner",
                name.organisation or (words if words and name.kind != "organisation" and len(words) <= 120 else None),
                confidence=0.93, block=block,
            )  # fmt: skip
            if "award" in group:
                candidate.award = without_year(page.text[group["award"].start : group["award"].end])[:120]
                candidate.year = year_in(page.text[group["award"].start : group["award"].end])
            if "year" in group:
                candidate.year = year_in(page.text[group["year"].start : group["year"].end])
            found.append(candidate)
    return found


def _kind_of_label(label: str) -> str | None:
    for words, kind in (("person", "person"), ("individual", "person"), ("full name", "person"), ("project", "project")):
        if words in label and "organisation" not in label and "team" not in label:
            return kind
    return None
