"""A document as the nominee finders see it: its text, its sections, the names that others found, its award and year.

Takes for granted that sections are in order and cover the text, as ``find_sections`` gives them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from champion_extract.finding.facts import OrganisationMention, OtherName, Section
from champion_extract.vocabulary import NomineeKind, Outcome


@dataclass
class Candidate:
    """A nominee as one finder saw it; ``section`` is the index of its section, ``form`` the layout: "heading", "line",
    "item", "row", "field" or "sentence". ``block`` is set where the layout itself says what belongs to it."""

    start: int
    end: int
    kind: NomineeKind
    section: int
    form: str
    rule: str
    theme: str | None = None
    outcome: Outcome | None = None
    joint: bool = False
    organisation: str | None = None
    award: str | None = None
    year: int | None = None
    confidence: float = 0.8
    block: tuple[int, int] | None = None


@dataclass
class Page:
    """One document. ``outcome``: what its title speaks of; ``fallback_outcome``: of those
    beside whom nothing stands; ``themes``: folded names of the categories that it lists."""

    text: str
    sections: Sequence[Section]
    organisations: Sequence[OrganisationMention]
    names: Sequence[OtherName]
    award: str | None = None
    year: int | None = None
    year_is_date: bool = False
    outcome: Outcome | None = None
    fallback_outcome: Outcome | None = None
    themes: frozenset[str] = field(default_factory=frozenset)
    awarding: bool = False
    title_end: int = 0

    def words(self, index: int) -> str:
        """The content of section ``index``."""
        section = self.sections[index]
        return self.text[section.content_start : section.content_end]

    @cached_property
    def _organisation_starts(self) -> list[int]:
        return [mention.start for mention in self.sorted_organisations]

    @cached_property
    def sorted_organisations(self) -> list[OrganisationMention]:
        """Organisation mentions by start, the longest first, each cut where its section ends: a name that another
        finder saw running on into the next line or item is two things here."""
        cut: list[OrganisationMention] = []
        for mention in self.organisations:
            section = self.sections[self.section_at(mention.start)]
            if mention.end > section.content_end > mention.start:
                end = section.content_end
                mention = mention._replace(end=end, name=self.text[mention.start : end])
            cut.append(mention)
        return sorted(cut, key=lambda mention: (mention.start, -mention.end))

    @cached_property
    def people(self) -> list[OtherName]:
        """Persons by start."""
        return sorted(
            name
            for name in self.names
            if name.kind == "person" and name.end <= self.sections[self.section_at(name.start)].end
        )

    @cached_property
    def _people_starts(self) -> list[int]:
        return [name.start for name in self.people]

    @cached_property
    def _section_starts(self) -> list[int]:
        return [section.start for section in self.sections]

    def section_at(self, offset: int) -> int:
        """Index of the section that holds ``offset``."""
        return max(bisect_right(self._section_starts, offset) - 1, 0)

    def organisations_in(self, start: int, end: int) -> list[OrganisationMention]:
        """Mentions that begin within ``start`` and ``end`` and end there too, inner ones left out."""
        low = bisect_left(self._organisation_starts, start)
        high = bisect_left(self._organisation_starts, end, low)
        found: list[OrganisationMention] = []
        for mention in self.sorted_organisations[low:high]:
            if mention.end <= end and (not found or mention.start >= found[-1].end):
                found.append(mention)
        return found

    def people_in(self, start: int, end: int) -> list[OtherName]:
        """Persons named between ``start`` and ``end``."""
        low = bisect_left(self._people_starts, start)
        high = bisect_left(self._people_starts, end, low)
        return [name for name in self.people[low:high] if name.end <= end]

    def organisation_from(self, start: int) -> OrganisationMention | None:
        """The longest mention that begins at ``start``."""
        low = bisect_left(self._organisation_starts, start)
        if low < len(self.sorted_organisations) and self.sorted_organisations[low].start == start:
            return self.sorted_organisations[low]
        return None
