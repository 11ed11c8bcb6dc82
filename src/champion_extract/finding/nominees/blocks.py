"""One record a nominee and category, and the smallest block of text that names it and no other nominee."""

from __future__ import annotations

import re
from bisect import bisect_right

from champion_extract.finding.facts import NomineeMention
from champion_extract.finding.nominees.page import Candidate, Page
from champion_extract.tables.recognition import fold

_NOT_LETTERS = re.compile(r"[^\w]+")
_STRONG_FORMS = ("heading", "line", "item", "row", "field")


def merged(page: Page, candidates: list[Candidate]) -> list[Candidate]:
    """Candidates with those of one nominee and category made one: the layout's before the prose's, else the first.

    What the kept one does not say is filled in from the others.
    """
    candidates = [found for found in candidates if not _is_scheme(page, found)]
    for candidate in candidates:
        _without_title(page, candidate)
    ordered = sorted(
        candidates,
        key=lambda found: (found.form == "sentence" and found.section > 0 and not _heading(page, found), found.start),
    )
    for candidate in ordered:
        _to_headline(page, candidate)
    kept: list[Candidate] = []
    by_name: dict[str, list[Candidate]] = {}
    for candidate in ordered:
        key = _key(page.text[candidate.start : candidate.end])
        same = by_name.setdefault(key, [])
        twin = next((other for other in same if _same_category(other, candidate)), None)
        if twin is None and candidate.form == "sentence":
            twin = (
                next(
                    (
                        other
                        for name, others in by_name.items()
                        if name != key
                        and (
                            name.startswith(key + " ")
                            or key.startswith(name + " ")
                            or (candidate.kind == "person" and name.endswith(" " + key))
                        )
                        for other in others
                        if _same_category(other, candidate)
                    ),
                    None,
                )
                if len(by_name) <= 400
                else None
            )
        overlapping = twin is None and any(
            other.start < candidate.end
            and candidate.start < other.end
            and (other.start, other.end) != (candidate.start, candidate.end)
            for other in kept[-8:]
        )
        if twin is not None:
            _fill(twin, candidate)
        elif not overlapping:
            same.append(candidate)
            kept.append(candidate)
    return sorted(kept, key=lambda found: (found.start, found.end))


def with_only_theme(candidates: list[Candidate]) -> list[Candidate]:
    """Give those beside the winner ("Also shortlisted were X and Y") the category, where the page has one only."""
    themes = {_key(found.theme) for found in candidates if found.theme}
    first = next((found for found in candidates if found.theme and found.outcome in ("winner", None)), None)
    if len(themes) == 1 and first is not None:
        for found in candidates:
            if found.theme is None and found.outcome not in ("winner", None) and found.start > first.start:
                found.theme = first.theme
    return candidates


_TITLED = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Mx|Cllr|Councillor|Lt\.? (?:Col|Cdr)|Lt|Col|Capt|Captain|Major|Maj|Sgt|Cpl|PC|Pc|WO[12]|Cdr|Flt Lt)\.? "
    r"(?=[A-Z][\w’'.-]* (?:[a-z]+ )?[A-Z])"
)


def _without_title(page: Page, candidate: Candidate) -> None:
    """Leave the title out of a person's span where a whole name follows: "Mrs Nesta Hathaway"."""
    title = _TITLED.match(page.text, candidate.start, candidate.end) if candidate.kind == "person" else None
    if title:
        candidate.start = title.end()


def _is_scheme(page: Page, candidate: Candidate) -> bool:
    """Whether a candidate is the award itself: "Shortlist: Careers Awards"."""
    words = _key(page.text[candidate.start : candidate.end])
    return words.endswith((" awards", " award", " prize", " cup", " medal", " trophy")) or (page.award is not None and " " in words and words in _key(page.award))


_HEADLINE = re.compile(
    r"\b(?:wins?|won|scoops?|final|finals|finalists?|awards?|prizes?|gongs?|honours?|shortlist(?:ed)?|champions?|crowned|named|"
    r"success|triumphs?|medal|trophy|best|recognised|commended)\b",
    re.IGNORECASE,
)


def _to_headline(page: Page, candidate: Candidate) -> None:
    """Move a nominee found in the text to the headline, if that names it too and speaks of an award: it is the first
    line that says so."""
    if candidate.form != "sentence" or candidate.start < page.title_end or candidate.joint:
        return
    title = page.text[: page.title_end]
    name = page.text[candidate.start : candidate.end]
    at = title.lower().find(name.lower())
    if at < 0 or len(title.lower()) != len(title) or not _HEADLINE.search(title, at + len(name)):
        return
    after = title[at + len(name) : at + len(name) + 1]
    if after.isalnum() or (at and title[at - 1].isalnum()):
        return
    candidate.start, candidate.end = at, at + len(name)
    candidate.section = page.section_at(at)
    candidate.block = (at, at + len(name))


def _heading(page: Page, candidate: Candidate) -> bool:
    return page.sections[candidate.section].kind == "heading"


def _key(words: str) -> str:
    folded = _NOT_LETTERS.sub(" ", fold(words)).strip()
    return folded[4:] if folded.startswith("the ") else folded


def _same_category(one: Candidate, other: Candidate) -> bool:
    if one.theme is None or other.theme is None:
        return True
    left, right = _key(one.theme), _key(other.theme)
    return left == right or left in right or right in left


def _fill(kept: Candidate, other: Candidate) -> None:
    if kept.theme is None:
        kept.theme = other.theme
    if kept.outcome is None:
        kept.outcome = other.outcome
    kept.organisation = kept.organisation or other.organisation
    kept.award = kept.award or other.award
    kept.year = kept.year or other.year
    kept.joint = kept.joint or other.joint
    kept.confidence = min(0.97, max(kept.confidence, other.confidence) + 0.03)


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
        name = _key(page.text[candidate.start : candidate.end])
        theme = _key(candidate.theme) if candidate.theme else None
        parent = page.sections[candidate.section].parent
        while parent >= 0:
            words = _key(page.words(parent)[:200])
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
