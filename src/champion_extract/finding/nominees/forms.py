"""Nomination forms and field lists: "Nominee: ...", "Category: ..." on lines or in rows of two cells."""

from __future__ import annotations

import re
from typing import NamedTuple

from champion_extract.finding.nominees.categories import expected_kind, theme_of, trimmed
from champion_extract.finding.nominees.naming import Name, names_in
from champion_extract.finding.nominees.outcomes import read_label
from champion_extract.finding.nominees.page import Candidate, Page
from champion_extract.finding.nominees.schemes import without_year, year_in
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
    nominating = False
    for index, section in enumerate(page.sections):
        start, end = section.content_start, section.content_end
        if section.kind == "row":
            cells = cells_of(page, index)
            if len(cells) == 2 and cells[1][1] > cells[1][0]:
                label = _label(page.text[cells[0][0] : cells[0][1]])
                if label in form_fields():
                    found.append(Field(form_fields()[label], label, *cells[1], index))
            pending = None
            continue
        colon = -1
        for mark in (":", "?"):
            at = page.text.find(mark, start, min(end, start + 70))
            if at >= 0:
                colon = at if colon < 0 else min(colon, at)
        capitals = _CAPITALS.match(page.text, start, end) if colon < 0 or colon > start + 40 else None
        if capitals and _label(capitals.group()) in form_fields():
            colon = capitals.end() - 1  # "ENTRANT Unilever": a label in capitals, and no mark after it
        label = _label(page.text[start : colon if colon >= 0 else min(end, start + 70)])
        if label in ("name", "full name") and nominating:
            label = "name of nominee"
        if _NOMINATOR.search(label):
            nominating = False
        elif _NOMINEE.search(label) and label not in form_fields():
            nominating = True
        if label in form_fields():
            low, high = trimmed(page.text, colon + 1, end) if colon >= 0 else (end, end)
            hint = _HINT.match(page.text, low, high)
            if hint:
                low, high = trimmed(page.text, hint.end(), high)
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


_CAPITALS = re.compile(
    r"[A-Z][A-Z’'/&]+(?: [A-Z’'/&]{2,}){0,4}(?: {2,8}(?=[A-Z0-9])| (?=[A-Z0-9][\w’'-]*[a-z])|"
    r" (?=[A-Z]\w* [A-Z]\w*[a-z]))"
)
_LETTERED = re.compile(r"^\(?(?:[a-h]|q?\d{1,2})[.)]\s+")
_BRACKET = re.compile(r"\s*\([^()]*\)\s*$")
_HINT = re.compile(r"\([^()\n]{0,60}\)\s*:?\s*")
_STRUCK = re.compile(r"\s*/?\s*~~[^~\n]{0,60}~~")
_TICKED = re.compile(r"\[\s*[xX✓✔]\s*\]\s*([^\[\]\n]+)|[☑☒]\s*([^☐☑☒\n]+)")
_NOMINEE = re.compile(
    r"\b(?:who are you nominating|nominee details|details of (?:the )?nominee|about the nominee|"
    r"your nominee|the nominee|who is being nominated)\b"
)
_NOMINATOR = re.compile(
    r"\b(?:your details|about you|nominated by|nominator|who is making|your name|making this nomination)\b"
)


def _label(words: str) -> str:
    return _BRACKET.sub("", _LETTERED.sub("", fold(words)).strip(_MARKS)).strip(_MARKS)


def _value(page: Page, field: Field) -> str:
    """What a field says; of boxes the ticked one."""
    words = page.text[field.start : min(field.end, field.start + 300)]
    words = _STRUCK.sub("", words)
    ticked = _TICKED.search(words)
    return (ticked.group(1) or ticked.group(2)).strip() if ticked else words[:120]


def form_nominees(page: Page) -> list[Candidate]:
    """Nominees of filled forms; none unless a nominee's field stands with one for category, organisation or award."""
    fields = read_fields(page)
    fields = _award_apart(fields)
    groups: list[dict[str, Field]] = []
    for field in fields:
        if (
            not groups
            or (field.holds in groups[-1] and field.holds in ("nominee", "theme"))
            or (groups and field.section - max(member.section for member in groups[-1].values()) > 12)
        ):
            groups.append({})
        groups[-1].setdefault(field.holds, field)
    found: list[Candidate] = []
    carried: Field | None = None
    for place, group in enumerate(groups):
        theme_field = group.get("theme")
        if "nominee" not in group and "name" in group and theme_field is not None:
            group["nominee"] = group["name"]
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
        theme = theme_of(_value(page, theme_field)) if theme_field else None
        hint = expected_kind(theme) or _kind_of_label(field.label)
        names = names_in(page, field.start, field.end, hint, strict=False)
        if not names:
            inside = page.organisations_in(field.start, min(field.end, field.start + 200))
            names = [Name(mention.start, mention.end, "organisation", None) for mention in inside[:1]]
        owner = group.get("organisation")
        stated = read_label(field.label, page.themes)
        outcome = (stated.outcome if stated and "nomin" not in field.label else None) or (
            "nominated" if "nomin" in field.label or "entr" in field.label else page.outcome
        )
        if "outcome" in group:
            told = read_label(_BRACKET.sub("", page.text[group["outcome"].start : group["outcome"].end]), page.themes)
            outcome = (told.outcome if told else None) or outcome
        first = min(member.section for member in group.values())
        stop = (
            min((member.section for member in groups[place + 1].values()), default=len(page.sections))
            if place + 1 < len(groups)
            else len(page.sections)
        )
        block = (page.sections[first].start, page.sections[stop].start if stop < len(page.sections) else len(page.text))
        for name in names:
            words = (
                page.text[owner.start : owner.end]
                if owner and owner is not field and owner.start != field.start
                else None
            )
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


def _award_apart(fields: list[Field]) -> list[Field]:
    """Where a form asks for both award and category, the award is the scheme."""
    if any(field.holds == "theme" and field.label.startswith("award") for field in fields) and any(
        field.holds == "theme" and ("categor" in field.label or "theme" in field.label) for field in fields
    ):
        return [
            field._replace(holds="award")
            if field.holds == "theme" and field.label.startswith("award") and "categor" not in field.label
            else field
            for field in fields
        ]
    return fields


def _kind_of_label(label: str) -> str | None:
    for words, kind in (
        ("person", "person"),
        ("individual", "person"),
        ("full name", "person"),
        ("project", "project"),
    ):
        if words in label and "organisation" not in label and "team" not in label:
            return kind
    return None
