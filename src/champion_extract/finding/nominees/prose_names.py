"""What the readers of prose share: who was named before, names after a verb, and the nominees found so far."""

from __future__ import annotations

import re
from typing import NamedTuple

from champion_extract.finding.nominees.categories import categories_in, expected_kind
from champion_extract.finding.nominees.naming import Name, names_in
from champion_extract.finding.nominees.page import Candidate, Page
from champion_extract.finding.nominees.schemes import scheme_after, scheme_near, without_year, year_in
from champion_extract.finding.nominees.shapes import kind_of, looks_like_person
from champion_extract.finding.nominees.spots import spots_in
from champion_extract.vocabulary import Outcome

TITLED = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame)\.?\s+\S+$")


_BY_ANOTHER = re.compile(
    r"\b(?:sponsored|presented|supported|judged|hosted|introduced|announced|handed over|funded|run|organised)\s+by\b"
)


ELLIPSIS = re.compile(
    r"[,;]?\s+(?:and|while|with)\s+(?:the\s+)?(?P<theme>[A-Z][\w’'&-]*(?:\s(?:(?:of|for|the|and|"
    r"in)\s){0,2}[A-Z&][\w’'&-]*){0,5})"
    r"(?:\s\([^()\n]{2,30}\))?(?:\s+(?:award|prize|title|category|trophy))?(?:,)?\s+to\s+(?:the\s+|our\s+)?(?=[A-Z0-9])"
)
"""Where a sentence goes on without its verb: "X went to Y, and Sport to Z"."""


class Described(NamedTuple):
    """A winner who was described and not yet named; ``left``: sentences in which the name may still begin."""

    end: int
    themes: list[str | None]
    person: bool
    left: int


class ProseNames:
    """What was read of one document's prose; ``candidates`` are the nominees found."""

    def __init__(self, page: Page, theme_at: dict[int, str], placed: list[tuple[int, str]] | None = None) -> None:
        self.page = page
        self.placed = placed or []
        self.theme_at = theme_at
        self.candidates: list[Candidate] = []
        self.last_subjects: list[Name] = []
        self.last_theme: tuple[int, str] | None = None
        self.told: set[str] = set()  # the categories that the paragraph has named so far
        self.single = True  # whether the paragraph that named a category last named no other
        self.described: Described | None = None
        self.last_named: tuple[int, Name] | None = None
        self.last_scheme: tuple[int, str] | None = None

    def _fuller(self, name: Name) -> Name:
        """ "Mr Treloar" is the Pasco Treloar named before."""
        text = self.page.text
        words = text[name.start : name.end]
        if not TITLED.match(words):
            return name
        surname = words.split()[-1]
        for known in self.page.people_in(max(0, name.start - 2000), name.start):
            full = text[known.start : known.end]
            if full.endswith(" " + surname) and not TITLED.match(full):
                return Name(known.start, known.end, "person", name.organisation)
        if not self.page.people:
            named = re.compile(r"\b(?:[A-Z][\w’'-]+ ){1,2}" + re.escape(surname) + r"\b")
            for found in named.finditer(text, max(0, name.start - 2000), name.start):
                if looks_like_person(found.group()) and not TITLED.match(found.group()):
                    return Name(found.start(), found.end(), "person", name.organisation)
        return name

    def _halves(self, name: Name) -> list[Name]:
        """Both names of "X and Y", where the verb says that there are two."""
        text = self.page.text
        join = re.compile(r"\s+and\s+(?:the\s+)?(?:[a-z][\w-]+\s+){0,3}(?=[A-Z])").search(text, name.start, name.end)
        if not join or any(m.start < join.start() < m.end for m in self.page.organisations_in(name.start, name.end)):
            return [name]
        return [
            Name(low, high, kind_of(self.page, low, high, None), None)
            for low, high in ((name.start, join.start()), (join.end(), name.end))
        ]

    def _after(self, at: int, stop: int, high: int, theme: str | None) -> list[Name]:
        """Names that follow ``at`` in a sentence: up to where the next clause begins."""
        text = self.page.text
        lead = re.compile(r"\s*(?:[a-z][\w’'-]*\s+){0,7}(?=[A-Z0-9])").match(text, at, stop)
        if lead and _BY_ANOTHER.search(lead.group()):
            return []
        at = lead.end() if lead else at
        cut = re.compile(
            r",?\s+(?:while|whilst|with|and\s+the|but|as|after|before|when)\s|;|,\s+(?:and\s+)?(?:the|with|while)\s"
        ).search(text, at, stop)
        end = (
            cut.start()
            if cut and not (cut.group().strip().startswith("and") and self._continues_name(at, cut.start(), stop))
            else stop
        )
        known = [spot for spot in spots_in(self.page, at, min(end, at + 200)) if spot.start == at and spot.known]
        again = ELLIPSIS.search(text, at, end)
        if again and not self._continues_name(at, again.start() + 2, end):
            end = again.start()
        names = names_in(self.page, at, end, expected_kind(theme))
        if not names and known:
            names = [Name(known[0].start, known[0].end, "person" if known[0].person else "organisation", None)]
        return names

    def _continues_name(self, at: int, cut: int, stop: int) -> bool:
        return any(mention.start < cut < mention.end for mention in self.page.organisations_in(at, stop))

    def _scheme_after(self, index: int, low: int, high: int) -> tuple[str, int | None] | None:
        """The scheme at which the sentence's category was won, or, where none is named, the one named just before."""
        for _start, end, _weight in categories_in(self.page.text, low, high, self.page.themes):
            scheme = scheme_after(self.page.text, end, high)
            if scheme is not None:
                self.last_scheme = (index, scheme[0])
                return scheme
        if self.page.award is None and self.last_scheme is not None and index - self.last_scheme[0] <= 3:
            return self.last_scheme[1], None
        return None

    def _add(
        self,
        index: int,
        names: list[Name],
        themes: list[str | None],
        outcome: Outcome | None,
        joint: bool,
        low: int,
        high: int,
        rule: str,
        confidence: float,
    ) -> None:
        text = self.page.text
        scheme = scheme_near(text, low, high) or self._scheme_after(index, low, high)
        for theme in themes:
            award, year = scheme if scheme else (None, None)
            if (
                theme
                and scheme is None
                and self.page.award is None
                and re.search(r"\b(?:Award|Prize|Medal|Trophy)$", theme)
                and "of the" not in theme
            ):
                award, theme = theme, None
            if award is not None and year is None:
                year = (
                    year_in(text[low:high])
                    if re.search(r"\b(?:19|20)\d\d\s+" + re.escape(award.split()[0]), text[low:high])
                    else None
                )
            for name in names:
                here = low <= name.start < high  # else a pronoun led to a name that stands before
                self.candidates.append(
                    Candidate(
                        name.start,
                        name.end,
                        name.kind,
                        index if here else self.page.section_at(name.start),
                        "sentence",
                        rule,
                        theme,
                        outcome,
                        joint,
                        name.organisation,
                        without_year(award) if award else None,
                        year,
                        confidence,
                        (low, high) if here else (name.start, name.end),
                    )
                )
