"""What shows that a line is somebody's name: finders, words that end names, given names, its surroundings."""

from __future__ import annotations

import re

from champion_extract.finding.nominees.categories import expected_kind, strength
from champion_extract.finding.nominees.lines import LABEL_LIMIT
from champion_extract.finding.nominees.naming import names_in
from champion_extract.finding.nominees.page import Page
from champion_extract.finding.nominees.shapes import (
    NOBODY,
    is_name,
    looks_like_person,
    organisation_last,
    organisation_word,
)
from champion_extract.tables.recognition import fold

CLAUSE = re.compile(
    r"\b(?:wins?|won|scoops?|scooped|named|crowned|shortlisted|takes?|picks? up|has|"
    r"have|is|are|was|were|how|why|what|with|will)\b"
)


_JUDGED = re.compile(
    r"\b(?:judges?|panel|chair|nominat\w+|entry|award|recogni[sz]\w+|champion|winner|finalist|shortlist\w*)\b",
    re.IGNORECASE,
)


class NameEvidence:
    """Questions about the lines of one page."""

    page: Page

    def _known_span(self, start: int, end: int) -> bool:
        words = self.page.text[start:end]
        return (
            organisation_word(words) is not None
            or looks_like_person(words)
            or bool(self.page.organisations_in(start, end))
            or bool(self.page.people_in(start, end))
        )

    def _span_seen(self, start: int, end: int) -> bool:
        """Whether a finder saw a name between ``start`` and ``end``; where none looked, whether it is a person's."""
        if self.page.organisations or self.page.names:
            return bool(self.page.organisations_in(start, end) or self.page.people_in(start, end))
        return looks_like_person(self.page.text[start:end])

    def _known_name(self, index: int) -> bool:
        section = self.page.sections[index]
        start, end = section.content_start, section.content_end
        words = self.page.text[start:end]
        if end - start > LABEL_LIMIT:
            return False
        head = re.split(r",|\s[–—-]\s|\(|: ", words, maxsplit=1)[0].strip()
        return (
            organisation_word(head) is not None
            or looks_like_person(head)
            or any(mention.start <= start + 4 for mention in self.page.organisations_in(start, end))
            or any(name.start <= start + 1 for name in self.page.people_in(start, end))
        )

    def _named_by_finder(self, index: int) -> bool:
        section = self.page.sections[index]
        start, end = section.content_start, section.content_end
        return bool(self.page.organisations_in(start, end) or self.page.people_in(start, end))

    def _named_by_finder_before(self, index: int, mark: str) -> bool:
        section = self.page.sections[index]
        stop = self.page.text.find(mark, section.content_start, section.content_end)
        return stop > 0 and bool(
            self.page.organisations_in(section.content_start, stop) or self.page.people_in(section.content_start, stop)
        )

    def _surely_named(self, index: int) -> bool:
        """Whether a line is a name for certain: a finder saw one, or, where none looked, it is written as one."""
        if self.page.organisations or self.page.names:
            return self._named_by_finder(index)
        words = self.page.words(index)
        return (organisation_last(words) and not words.isupper()) or looks_like_person(
            re.split(r",|\s[–—-]\s", words)[0].strip()
        )

    def _names_somebody(self, index: int) -> bool:
        """Whether a line is a known name, alone or with role, organisation or town."""
        if index < 0:
            return False
        section = self.page.sections[index]
        words = self.page.words(index)
        if section.kind not in ("paragraph", "heading") or len(words) > 110 or strength(words) == 2:
            return False
        names = names_in(self.page, section.content_start, section.content_end, None)
        if not names or names[0].start > section.content_start + 4:
            return False
        return (
            names[0].kind == "person"
            or bool(self.page.organisations_in(names[0].start, names[0].end))
            or (not self.page.organisations and organisation_last(self.page.text[names[0].start : names[0].end]))
        )

    def _pair_names(self, theme: str, slot: tuple[int, int]) -> bool:
        """Whether the slot of a pair names somebody known."""
        names = names_in(self.page, slot[0], slot[1], expected_kind(theme))
        return bool(names) and self._known_span(names[0].start, names[0].end)

    def _could_be_name(self, index: int) -> bool:
        section = self.page.sections[index]
        words = self.page.words(index)
        if len(words) > LABEL_LIMIT or strength(words) == 2 or NOBODY.search(fold(words)) or words.endswith(("?", "!")):
            return False
        if not is_name(
            self.page,
            section.content_start,
            section.content_start + len(re.split(r",|\s[–—-]\s|\(", words, maxsplit=1)[0].strip()),
        ):
            return False
        return not CLAUSE.search(re.split(r",", words)[0]) or (self._known_name(index) and not CLAUSE.search(words))

    def _body_says(self, index: int) -> bool:
        """Whether the text under heading ``index`` speaks of judges or an award."""
        page = self.page
        for section in page.sections[index + 1 : index + 6]:
            if section.kind == "heading":
                return False
            if _JUDGED.search(page.text, section.content_start, min(section.content_end, section.content_start + 1500)):
                return True
        return False
