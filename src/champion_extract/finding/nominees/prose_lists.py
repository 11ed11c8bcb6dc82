"""Nominees that prose names by their place in a list: "with X second and Y third", "and Sport to Y", "X – Best School".

What stands beside such a name is no verb of winning: an ordinal, the "to" of the sentence's first part, a dash.
"""

from __future__ import annotations

import re

from champion_extract.finding.nominees.categories import expected_kind, theme_of
from champion_extract.finding.nominees.naming import Name
from champion_extract.finding.nominees.prose_labels import LabelReader
from champion_extract.finding.nominees.prose_names import ELLIPSIS
from champion_extract.finding.nominees.shapes import kind_of, looks_like_person, organisation_word
from champion_extract.finding.nominees.spots import Spot, spots_in
from champion_extract.finding.nominees.subjects import subjects_before
from champion_extract.vocabulary import Outcome

_RANKED = re.compile(
    r"(?:,?\s+who|,?\s+which)?\s+(?:(?:coming|came|finished|finishing|placed|was|were|in)\s+)?(?:a\s+(?:close|"
    r"worthy)\s+)?"
    r"(?:second|third|(?<=in )second place|runners?-up)(?:\s+place)?\b(?!\s+(?:for|in|to|year|half|phase|time|"
    r"of|school|shift))"
)


_DASHED = re.compile(
    r"(?:\s+[–—-]\s+|(?P<comma>,\s+))(?:(?:our|the|your|winner of|winners? of|winner,)\s+(?:the\s+)?)?$"
)


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
    r"\s*(?:\([^()\n]{0,40}\)\s*)?(?:,\s+(?:of|from|"
    r"in)\s+[A-Z]\w+)?,?\s*(?:who\s+[a-z ]{3,30},)?\s*(?:and\s+)?(?:also\s+)?"
    r"(?:(?:the|its|their|from)\s+)?(?:[A-Z][\w-]+[’']s\s+)?"
)


_BEATS = re.compile(
    r"\b(?:beat|saw off|fought off|fended off|pipped|edged out|held off)\s+(?=(?:off\s+)?(?:[\w’'-]+\s+){0,5}?"
    r"(?:[A-Z]|finalists|nominees|entries|entrants|rivals|contenders|competition))"
)


_PRONOUN_AFTER = re.compile(r"\b(?:they|it|he|she|we|who|which)\s*(?:also\s*)?$", re.IGNORECASE)


_TIED = re.compile(
    r"\b(?:could(?:n[’']t| not)|unable to) (?:split|separate|choose between|decide between|pick between|"
    r"part)\s+(?:the\s+)?"
    r"(?=[A-Z])"
)


_TIED_IN = re.compile(
    r"\s+(?:in|for)\s+(?:the\s+)?(?P<theme>[A-Z][\w’'&-]*(?:\s(?:(?:of|for|the|and|in)\s){0,2}[A-Z&][\w’'&-]*){0,5})"
)


_EMPLOYED = re.compile(r",?\s+(?:[a-z]+\s+){0,3}(?:of|from|at)\s+(?:the\s+)?|\s+\(")


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
        self._tied(index, low, high, named)
        if named is not None:
            self._beaters(index, low, high, named)
            self._rivals(index, low, high, named)
            self._ranked(index, low, high, named)

    def _elliptic(self, index: int, low: int, high: int) -> None:
        """ "Farming went to X, and Sport to Y": the verb is not said again."""
        for match in ELLIPSIS.finditer(self.page.text, low, high):
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
            if not dash or (text[end : end + 1] or ".") not in (":" if dash["comma"] else ".!;,\n"):
                continue
            beside = [spot for spot in spots_in(self.page, low, dash.start()) if spot.end == dash.start()]
            lead = text[low : beside[-1].start] if beside else ""
            if dash["comma"] and lead.strip() not in ("", "On", "For", "To"):
                continue
            names = self._unseen([self._as_name(spot, theme_of(text[start:end])) for spot in beside[-1:]])
            if names:
                outcome = self.page.outcome or "winner"
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
                    if names and _EMPLOYED.fullmatch(self.page.text, at, spot.start):
                        at = spot.end  # the employer of the one before
                        continue
                    gap = _BETWEEN_RIVALS.fullmatch(self.page.text, at, spot.start)
                    if not gap or (names and outcome == "winner"):
                        break
                    sure = sure or self._sure(spot)
                    names.append(self._as_name(spot, theme))
                    at = spot.end
                names = self._unseen(names) if sure else []
                last = self.candidates[-1].outcome if self.candidates else None
                if outcome == "finalist" and last in ("shortlisted", "nominated"):
                    outcome = last  # nothing is decided yet
                if names:
                    self._add(index, names, [theme], outcome, False, low, high, "prose_rival", 0.65)

    def _beaters(self, index: int, low: int, high: int, theme: str) -> None:
        """ "Lambton Residential saw off 17 other finalists": who beats others has won."""
        for match in _BEATS.finditer(self.page.text, low, high):
            spots = spots_in(self.page, low, match.start())
            names = self._unseen(subjects_before(self.page, spots, low, match.start(), expected_kind(theme)))
            if names and not _PRONOUN_AFTER.search(self.page.text, max(low, match.start() - 30), match.start()):
                self._add(index, names[:1], [theme], "winner", False, low, high, "prose_beats", 0.65)

    def _tied(self, index: int, low: int, high: int, theme: str | None) -> None:
        """ "The judges could not split X and Y in Best School": joint winners."""
        match = _TIED.search(self.page.text, low, high)
        if not match:
            return
        names = self._unseen(
            [half for name in self._after(match.end(), high, high, theme) for half in self._halves(name)]
        )
        after = _TIED_IN.match(self.page.text, names[-1].end, high) if len(names) > 1 else None
        theme = theme_of(after["theme"]) if after else theme
        if len(names) > 1 and theme is not None:
            self._add(index, names[:2], [theme], "winner", True, low, high, "prose_tied", 0.7)

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
