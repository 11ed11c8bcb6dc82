"""Subjects that do not stand right before their verb: "X is celebrating after winning ...", "to X, which won ..."."""

from __future__ import annotations

import re

from champion_extract.finding.nominees.categories import expected_kind
from champion_extract.finding.nominees.naming import Name
from champion_extract.finding.nominees.prose_descriptions import DescriptionReader
from champion_extract.finding.nominees.shapes import kind_of
from champion_extract.finding.nominees.spots import Spot

_RELATIVE = re.compile(r",?\s+(?:who|which)\s+(?:have\s+|has\s+)?|,\s+(?:[a-z][\w-]*\s+){0,4}(?:of|in|from|at)\s+")
_PLACED = re.compile(r",\s+(?:[a-z][\w-]*\s+){0,4}(?:of|in|from|at)\s+$")


_SHARED_WITH = re.compile(
    r"[’”\"']?\s*(?:award|prize|title|category|trophy|honours?)?\s*(?:jointly\s+)?with\s+(?:the\s+)?(?=[A-Z])"
)


_SENTENCE_LEAD = re.compile(r"[“\"‘'\s]*(?:(?:The|A|An)\s+)?(?:(?:[A-Z][\w’'-]*|[a-z]+)[\s-]+){0,4}")


class ImpliedReader(DescriptionReader):
    """Finds subjects that the clause of the verb does not name."""

    def _sharers(self, at: int, high: int, theme: str | None) -> list[Name]:
        """With whom a prize was shared: "shared the Partnership Award with Y"."""
        lead = _SHARED_WITH.match(self.page.text, at, high)
        return self._after(lead.end(), high, high, theme)[:1] if lead else []

    def _celebrating(self, spots: list[Spot], clause: int, verb: int, theme: str | None) -> list[Name]:
        """Who "is celebrating after taking home" a prize: the one with whom the sentence begins."""
        first = next((spot for spot in spots if clause <= spot.start < spot.end < verb), None)
        if (
            first is None
            or not first.known
            or verb - first.end > 120
            or not _SENTENCE_LEAD.fullmatch(self.page.text, clause, first.start)
        ):
            return []
        kind = "person" if first.person else kind_of(self.page, first.start, first.end, expected_kind(theme))
        return [Name(first.start, first.end, kind, None)]

    def _antecedent(self, spots: list[Spot], clause: int, verb: int, theme: str | None) -> list[Name]:
        """Whom a "who" or "which" before a verb stands for, whatever X is in its own clause: "to X, which won"."""
        text = self.page.text
        for spot in reversed(spots):
            if clause <= spot.start and spot.end < verb:
                if not _RELATIVE.fullmatch(text, spot.end, verb):
                    return []
                if _PLACED.search(text, max(clause, spot.start - 60), spot.start):
                    verb = spot.start  # the town of the one before
                    continue
                kind = "person" if spot.person else kind_of(self.page, spot.start, spot.end, expected_kind(theme))
                return [Name(spot.start, spot.end, kind, None)]
        return []
