"""Nominees that prose names by their place in a list: "with X second and Y third", "and Classroom to Y", "X – Best School".

What stands beside such a name is no verb of winning: an ordinal, the "to" of the sentence's first part, a dash.
"""

from __future__ import annotations

import re

from champion_extract.finding.nominees.categories import expected_kind, theme_of
from champion_extract.finding.nominees.naming import Name
from champion_extract.finding.nominees.prose_labels import LabelReader
from champion_extract.finding.nominees.shapes import kind_of, looks_like_person, organisation_word
from champion_extract.finding.nominees.spots import Spot, spots_in
from champion_extract.records import Outcome

_RANKED = re.compile(
    r"(?:,?\s+who|,?\s+which)?\s+(?:(?:coming|came|finished|finishing|placed|was|were|in)\s+)?(?:a\s+(?:close|worthy)\s+)?"
    r"(?:second|third|(?<=in )second place|runners?-up)(?:\s+place)?\b(?!\s+(?:for|in|to|year|half|phase|time|of|school|shift))"
)


_ELLIPSIS = re.compile(
    r"[,;]?\s+(?:and|while|with)\s+(?:the\s+)?(?P<theme>[A-Z][\w’'&-]*(?:\s(?:(?:of|for|the|and|in)\s){0,2}[A-Z&][\w’'&-]*){0,5})"
    r"(?:\s\([^()\n]{2,30}\))?(?:\s+(?:award|prize|title|category|trophy))?(?:,)?\s+to\s+(?:the\s+|our\s+)?(?=[A-Z0-9])"
)


_DASHED = re.compile(r"\s+[–—-]\s+(?:(?:our|the|your|winner of|winners? of|winner,)\s+(?:the\s+)?)?$")


_RIVALS = re.compile(
    r"\b(?:beat|beats|beating|beaten|saw off|sees off|seeing off|fought off|fighting off|fended off|pipped|pipping|"
    r"edged out|edging out|up against|faces|facing|ahead of|beating off|alongside fellow finalists?)\s+"
    r"(?:(?:stiff|strong|fierce|tough|off)\s+)*(?:competition\s+from\s+)?(?:(?:fellow|other)\s+)?"
    r"(?:(?:finalists|nominees|rivals)\s+)?(?:the\s+)?(?=[A-Z0-9])"
)


_LOSING = re.compile(
    r"\b(?:losing out to|lost out to|pipped (?:to the post )?by|beaten by|second to|behind|runners?-up to)\s+"
    r"(?:the\s+)?(?:winners?,?\s+)?(?=[A-Z0-9])"
)


_BETWEEN_RIVALS = re.compile(
    r"\s*(?:\([^()\n]{0,40}\)\s*)?(?:,\s+(?:of|from|in)\s+[A-Z]\w+)?,?\s*(?:who\s+[a-z ]{3,30},)?\s*(?:and\s+)?(?:also\s+)?"
    r"(?:(?:the|its|their|from)\s+)?(?:[A-Z][\w-]+[’']s\s+)?"
)


class ListReader(LabelReader):
    """Reads names in the lists of a sentence."""

    def _listed_names(
        self, index: int, low: int, high: int, strong: list[tuple[int, int]], theme: str | None, found_before: int
    ) -> None:
        """All of them; ``found_before``: how many candidates there were before the sentence was read."""
        named = theme_of(self.page.text[strong[-1][0] : strong[-1][1]]) if strong else theme
        self._dashed(index, low, high, strong)
        if any(found.rule == "prose_goes_to" for found in self.candidates[found_before:]):
            self._elliptic(index, low, high)
        if len(self.candidates) > found_before:
            named = self.candidates[found_before].theme
        if named is not None:
            self._rivals(index, low, high, named)
            self._ranked(index, low, high, named)

    def _elliptic(self, index: int, low: int, high: int) -> None:
        """ "Farming went to X, and Sport to Y": the verb is not said again."""
        for match in _ELLIPSIS.finditer(self.page.text, low, high):
            start, end = match.span("theme")
            if self.page.organisations_in(start, end) or self.page.people_in(start, end):
                continue
            theme = theme_of(match["theme"])
            names = self._unseen(self._after(match.end(), high, high, theme)[:1])
            if names:
                self._add(index, names, [theme], "winner", False, low, high, "prose_elliptic", 0.75)

    def _dashed(self, index: int, low: int, high: int, strong: list[tuple[int, int]]) -> None:
        """ "Anytown School – School of the Year": a name and its category, and nothing else in the sentence."""
        text = self.page.text
        for start, end in strong:
            dash = _DASHED.search(text, max(low, start - 40), start)
            if not dash or (text[end : end + 1] or ".") not in ".!;,\n":
                continue
            beside = [spot for spot in spots_in(self.page, low, dash.start()) if spot.end == dash.start()]
            names = self._unseen([self._as_name(spot, theme_of(text[start:end])) for spot in beside[-1:]])
            if names:
                outcome = self.page.outcome or self.page.fallback_outcome
                self._add(index, names, [theme_of(text[start:end])], outcome, False, low, high, "prose_dashed", 0.75)

    def _ranked(self, index: int, low: int, high: int, theme: str) -> None:
        """ "with X second and Y third": runners-up."""
        text = self.page.text
        for match in _RANKED.finditer(text, low, high):
            beside = [
                spot
                for spot in spots_in(self.page, max(low, match.start() - 90), match.start())
                if spot.end == match.start() and self._sure(spot)
            ]
            names = self._unseen([self._as_name(spot, theme) for spot in beside])
            if names:
                self._add(index, names, [theme], "runner_up", False, low, high, "prose_ranked", 0.75)

    def _rivals(self, index: int, low: int, high: int, theme: str) -> None:
        """ "beating Kestrel Foods and Jolly & Sons": finalists; "losing out to Kestrel Foods": the winner."""
        patterns: tuple[tuple[re.Pattern[str], Outcome], ...] = ((_RIVALS, "finalist"), (_LOSING, "winner"))
        for pattern, outcome in patterns:
            for match in pattern.finditer(self.page.text, low, high):
                at = match.end()
                names: list[Name] = []
                sure = False
                for spot in spots_in(self.page, at, high):
                    gap = _BETWEEN_RIVALS.fullmatch(self.page.text, at, spot.start)
                    if not gap or (names and outcome == "winner"):
                        break
                    sure = sure or self._sure(spot)
                    names.append(self._as_name(spot, theme))
                    at = spot.end
                names = self._unseen(names) if sure else []
                if names:
                    self._add(index, names, [theme], outcome, False, low, high, "prose_rival", 0.65)

    def _sure(self, spot: Spot) -> bool:
        """Whether a spot is a name beyond doubt: another finder saw it, or it is written as one."""
        words = self.page.text[spot.start : spot.end]
        return spot.known or (" " in words and (organisation_word(words) is not None or looks_like_person(words)))

    def _as_name(self, spot: Spot, theme: str | None) -> Name:
        kind = "person" if spot.person else kind_of(self.page, spot.start, spot.end, expected_kind(theme))
        return Name(spot.start, spot.end, kind, None)

    def _unseen(self, names: list[Name]) -> list[Name]:
        """Those of ``names`` that this sentence has not told already."""
        return [
            name
            for name in names
            if not any(found.start < name.end and name.start < found.end for found in self.candidates[-12:])
        ]
