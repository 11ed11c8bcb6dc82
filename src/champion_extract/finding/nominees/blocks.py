"""One record a nominee and category, and the smallest block of text that names it and no other nominee."""

from __future__ import annotations

import re
from bisect import bisect_right

from champion_extract.finding.facts import NomineeMention
from champion_extract.finding.nominees.merging import folded_name
from champion_extract.finding.nominees.page import Candidate, Page

_STRONG_FORMS = ("heading", "line", "item", "row", "field")


def mentions(page: Page, candidates: list[Candidate]) -> list[NomineeMention]:
    """``candidates``, merged and in order of the text, as mentions with their blocks."""
    placed = _Blocks(page, candidates)
    found: list[NomineeMention] = []
    for candidate in candidates:
        start, end, shared, heading = placed.of(candidate)
        if candidate.kind == "person" and candidate.organisation is None and not shared:
            candidate.organisation = _employer_in(page, candidate, start, end)
        graded = candidate.rule.endswith("pair") and _GRADE.match(candidate.theme or "") is not None
        award = candidate.award or page.award
        year = candidate.year
        if year is None and candidate.award and candidate.award != page.award:
            dated = re.search(re.escape(candidate.award) + r"[\s,(]{1,3}((?:19|20)\d\d)", page.text)
            year = int(dated.group(1)) if dated else None
        if year is None and not (candidate.form == "field" and page.year_is_date):
            year = page.year
        found.append(
            NomineeMention(
                candidate.start,
                candidate.end,
                candidate.kind,
                award,
                candidate.theme or None,
                None if graded else candidate.outcome or page.fallback_outcome,
                year,
                candidate.joint,
                candidate.organisation,
                start,
                end,
                heading,
                shared,
                candidate.confidence,
                candidate.rule,
            )
        )
    return found


_GRADE = re.compile(r"(?:gold|silver|bronze|platinum|special mention)\b(?! (?:award|medal) for)", re.IGNORECASE)
"""A category that is a grade: those who reach it have not won against anybody."""


_EMPLOYED = re.compile(r"\b(?:at|of|from|for|with|joined|runs|leads)\s+(?:the\s+)?$")


def _employer_in(page: Page, candidate: Candidate, start: int, end: int) -> str | None:
    """The organisation that the first lines of a person's block put them in: "Gwenda teaches at Nunthorpe School"."""
    given = page.text[candidate.start : candidate.end].split(" ")
    for mention in page.organisations_in(candidate.end, min(end, candidate.end + 320))[:2]:
        if not _EMPLOYED.search(page.text[max(mention.start - 12, candidate.end) : mention.start]):
            continue
        between = page.text[candidate.end : mention.start]
        if between.count(". ") <= 1 and (
            (". " not in between and "\n" not in between)
            or any(part in between for part in (given[0], given[-1], " she ", " he ", "She ", "He "))
        ):
            return mention.name
    return None


class _Blocks:
    """Blocks of the nominees of one document."""

    def __init__(self, page: Page, candidates: list[Candidate]) -> None:
        self.page = page
        self.spans = sorted({(candidate.start, candidate.end) for candidate in candidates})
        self.starts = [start for start, _ in self.spans]
        self.sections = sorted({candidate.section for candidate in candidates})
        self.laid = sorted({candidate.section for candidate in candidates if candidate.form != "sentence"})
        self.heading_sections = [index for index, section in enumerate(page.sections) if section.kind == "heading"]
        self.extent_ends = _extent_ends(page)

    def of(self, candidate: Candidate) -> tuple[int, int, bool, str | None]:
        """(start, end, shared, heading) of ``candidate``'s block."""
        page = self.page
        section = page.sections[candidate.section]
        heading = self._heading_above(candidate.section)
        if candidate.form in _STRONG_FORMS:
            if self._others(candidate, section.start, section.end):
                return candidate.start, candidate.end, True, heading
            if candidate.form == "field" and candidate.block and not self._others(candidate, *candidate.block):
                return self._trimmed(*candidate.block, False, heading)
            if candidate.form in ("heading", "line"):
                return self._trimmed(
                    section.start, self._run_end(candidate.section, candidate.form == "heading"), False, heading
                )
            return self._trimmed(section.start, section.end, False, heading)
        if section.kind == "heading" and not self._others(candidate, section.start, section.end):
            return self._trimmed(
                section.start, self._run_end(candidate.section, True), False, page.words(candidate.section)
            )
        owner = self._naming_heading(candidate)
        if owner is not None:
            start, end = page.sections[owner].start, self.extent_ends[owner]
            if not self._others(candidate, start, end):
                return self._trimmed(start, end, False, page.words(owner))
        if not self._others(candidate, section.start, section.end):
            return self._trimmed(section.start, section.end, False, heading)
        assert candidate.block is not None
        if not self._others(candidate, *candidate.block):
            return (*candidate.block, False, heading)
        return candidate.start, candidate.end, True, heading

    def _others(self, candidate: Candidate, start: int, end: int) -> bool:
        """Whether another nominee is named between ``start`` and ``end``."""
        low = bisect_right(self.starts, start - 1)
        high = bisect_right(self.starts, end - 1)
        own = (candidate.start, candidate.end)
        return high - low > (1 if start <= own[0] < end else 0)

    def _run_end(self, index: int, headed: bool) -> int:
        """Where the block that begins with section ``index`` ends: at the next nominee, category or equal heading."""
        sections = self.page.sections
        end = self.extent_ends[index] if headed else self._next_heading(index)
        place = bisect_right(self.sections, index)
        if place < len(self.sections):
            end = min(end, sections[self.sections[place]].start)
        at = index + 1
        while at < len(sections) and sections[at].start < end:
            kind = sections[at].kind
            if kind == "footer" or (not headed and kind in ("navigation", "row")):
                return sections[at].start
            at += 1
        return end

    def _next_heading(self, index: int) -> int:
        place = bisect_right(self.heading_sections, index)
        if place < len(self.heading_sections):
            return self.page.sections[self.heading_sections[place]].start
        return len(self.page.text)

    def _heading_above(self, index: int) -> str | None:
        section = self.page.sections[index]
        if section.kind == "heading":
            return self.page.words(index)
        return self.page.words(section.parent) if section.parent >= 0 else None

    def _naming_heading(self, candidate: Candidate) -> int | None:
        """The nearest heading above a sentence that names its nominee or its category."""
        page = self.page
        name = folded_name(page.text[candidate.start : candidate.end])
        theme = folded_name(candidate.theme) if candidate.theme else None
        parent = page.sections[candidate.section].parent
        while parent >= 0:
            words = folded_name(page.words(parent)[:200])
            if name in words or (theme is not None and theme in words):
                return parent
            parent = page.sections[parent].parent
        return None

    def _trimmed(self, start: int, end: int, shared: bool, heading: str | None) -> tuple[int, int, bool, str | None]:
        text = self.page.text
        while end > start and text[end - 1].isspace():
            end -= 1
        while start < end and text[start].isspace():
            start += 1
        return start, end, shared, heading


def _extent_ends(page: Page) -> dict[int, int]:
    """For each heading, where the next heading of the same or a higher level begins."""
    ends: dict[int, int] = {}
    open_headings: list[int] = []
    for index, section in enumerate(page.sections):
        if section.kind != "heading":
            continue
        while open_headings and page.sections[open_headings[-1]].level >= section.level:
            ends[open_headings.pop()] = section.start
        open_headings.append(index)
    for index in open_headings:
        ends[index] = len(page.text)
    return ends
