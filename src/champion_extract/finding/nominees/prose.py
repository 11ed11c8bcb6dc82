"""Nominees in running prose, paragraph by paragraph and sentence by sentence.

A sentence is read verb by verb, then for labels. A category that a sentence does not repeat is the last one
named in its paragraph or the ones before, or its heading's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from champion_extract.finding.nominees.categories import categories_in, strength, theme_of
from champion_extract.finding.nominees.naming import Name
from champion_extract.finding.nominees.prose_lists import ListReader
from champion_extract.finding.nominees.prose_names import TITLED
from champion_extract.finding.nominees.spots import Spot, spots_in
from champion_extract.tables.recognition import fold, recognition_verbs

_SENTENCE = re.compile(r"(?<=[.!?])[”\"’')]{0,2}\s+(?=[A-Z“\"‘'(•–-])|\n")


_ABBREVIATED = re.compile(r"(?:\b(?:St|Dr|Mr|Mrs|Ms|Prof|Rev|Sir|Mt|Fr|Co)|\b[A-Z])\.$")


_GATE = re.compile(
    r"\b(?:awards?|awarded|won|wins?|winners?|winning|shortlist\w*|finalists?|runners?-up|"
    r"runners? up|commended|nominat\w+|of the year|prizes?|trophy|accolades?|crowned|"
    r"scooped|scoops|best|title|honours?|honoured|category|took|congratulations|commendation|"
    r"certificate|medal|cup|went to|goes to|go to|hero|star|champions?|named|chosen|"
    r"selected|faces|beat|beating|saw off|fought off|ahead of|second|third|up against|in the running|meet|"
    r"recognised|leader)\b",
    re.IGNORECASE,
)


_AND = re.compile(r"\s(?:and|&)\s(?:the\s)?")


_JOIN = re.compile(r"\s(?:and|&|by|for|from|with)\s(?:the\s)?")
_GIVER = re.compile(r"((?:[A-Z][\w&-]*\s(?:of\s)?){1,4}[A-Z][\w-]*)[’']s\s(?=[A-Z])")
_COMPASS = re.compile(r"(?:North|South|East|West|Greater|Mid)\b")


_TAKES = re.compile(r"\s(?:won|wins|was|were|took|takes|scooped|has|have|received|collected|picked|bagged|landed)\b")


_PREVIOUS = re.compile(
    r"\b(?:last year[’']s|(?:two|three|four|five|\d+) years ago|previous|past|former|reigning|defending|"
    r"the \d{4} winners? (?:was|were)|previously)\b",
    re.IGNORECASE,
)


@cache
def _verbs() -> re.Pattern[str]:
    phrases = sorted(recognition_verbs(), key=len, reverse=True)
    copulas = [
        phrase
        for phrase in phrases
        if recognition_verbs()[phrase].weak and recognition_verbs()[phrase].frame == "named"
    ]
    plain = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases if phrase not in copulas)
    linking = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in copulas)
    return re.compile(
        rf"\b(?<!-)(?:{plain})\b|\b(?:{linking})\b(?=\s+(?:(?:the|our|this year[’']s|a|an|as)\s+)*(?:\d{{4}}\s+)?"
        rf"(?:joint\s+|overall\s+)?(?:winner|finalist|[A-Z‘“]|(?:\w+\s+){{0,2}}(?:finalists|winners|shortlisted)))",
        re.IGNORECASE,
    )


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Sentences between ``start`` and ``end``."""
    found: list[tuple[int, int]] = []
    low = start
    for match in _SENTENCE.finditer(text, start, end):
        if _ABBREVIATED.search(text[max(low, match.start() - 6) : match.start()]):
            continue
        if text[match.start() - 1] == "?" and match.start() - low <= 60 and "\n" not in match.group():
            continue  # "And the Unsung Hero? Maureen Tagg, who ..."
        if match.start() > low:
            found.append((low, match.start()))
        low = match.end()
    if low < end:
        found.append((low, end))
    return found


class ProseReader(ListReader):
    """Reads the paragraphs of one document; ``candidates`` are the nominees found."""

    def read(self, skip: set[int]) -> None:
        """Read all paragraphs, items and headings but those in ``skip``."""
        for index, section in enumerate(self.page.sections):
            if section.kind == "heading" and section.level > 1:
                self.described = None
            if index in skip or section.kind not in ("paragraph", "heading", "item"):
                continue
            if section.content_end - section.content_start > 20_000 or _GATE.search(
                self.page.text, section.content_start, section.content_end
            ):
                self._paragraph(index, section.content_start, section.content_end)

    def _paragraph(self, index: int, start: int, end: int) -> None:
        theme = self.theme_at.get(index)
        if theme is None:
            theme = self._placed_before(index, end)
        if theme is None and self.last_theme is not None and index - self.last_theme[0] <= 4 and self.single:
            theme = self.last_theme[1]
        text = self.page.text
        self.told = set()
        for low, high in sentences(text, start, end):
            if high - low > 1500:
                high = low + 1500
            if self.described is not None:
                self._name_described(index, low, high)
            if self.placed:
                theme = self._placed_before(index, low) or theme
            if not _GATE.search(text, low, high):
                self._remember(low, high)
                continue
            named = self._sentence(index, low, high, theme)
            if named:
                theme = named
                self.last_theme = (index, named)
            self._remember(low, high)
        if self.told:
            self.single = len(self.told) == 1

    def _without_next(self, low: int, high: int, weight: int) -> tuple[int, int, int]:
        """A category without the name after it: "won Employer of the Year and Anytown College won ..."."""
        text = self.page.text
        giver = _GIVER.match(text, low, high)
        if giver and (_COMPASS.match(text, low, high) or self._is_organisation(low, giver.end(1))):
            low = giver.end()  # "South Yorkshire's Hands-On Employer award"
        for join in _JOIN.finditer(text, low, high):
            known = self.page.organisation_from(join.end()) or any(
                name.start == join.end() for name in self.page.people_in(join.end(), join.end() + 60)
            )
            if strength(text[low : join.start()]) == 2 and (
                known or (_AND.match(text, join.start()) and _TAKES.match(text, high))
            ):
                return low, join.start(), 2
        return low, high, weight

    def _is_organisation(self, low: int, end: int) -> bool:
        return any(mention.end == end for mention in self.page.organisations_in(low, end))

    def _after_category(self, spot: Spot, strong: list[tuple[int, int]]) -> Spot:
        """The second half of a run of capitals whose first half is a category: "... of the Year and X College"."""
        for _, end in strong:
            if spot.start < end < spot.end and (join := _AND.match(self.page.text, end, spot.end)):
                return spot._replace(start=join.end())
        return spot

    def _placed_before(self, index: int, offset: int) -> str | None:
        """The category of the last nominee that the layout placed in this section."""
        place = bisect_right(self.placed, (offset, "")) - 1
        if place >= 0 and self.placed[place][0] >= self.page.sections[index].start:
            return self.placed[place][1]
        return None

    def _remember(self, low: int, high: int) -> None:
        """Keep the first person named in a sentence: "she" in the next may be that one."""
        people = self.page.people_in(low, min(high, low + 300))
        for name in people:
            if " " in self.page.text[name.start : name.end] and not TITLED.match(self.page.text[name.start : name.end]):
                self.last_named = (low, Name(name.start, name.end, "person", None))
                break
        else:
            found = (
                [spot for spot in spots_in(self.page, low, min(high, low + 120)) if spot.person]
                if not self.page.people
                else []
            )
            if found:
                self.last_named = (low, Name(found[0].start, found[0].end, "person", None))

    def _sentence(self, index: int, low: int, high: int, theme: str | None) -> str | None:
        """Read one sentence; gives the last category it names."""
        text = self.page.text
        categories = [self._without_next(*found) for found in categories_in(text, low, high, self.page.themes)]
        strong = [(a, b) for a, b, weight in categories if weight == 2]
        self.told.update(fold(theme_of(text[a:b])) for a, b in strong)
        spots: list[Spot] | None = None
        found_before = len(self.candidates)
        if _PREVIOUS.search(text, low, high):
            return theme_of(text[strong[-1][0] : strong[-1][1]]) if strong else None
        done: list[tuple[int, int]] = []
        self._marked(index, low, high, strong, done, theme)
        clause = low
        matches = [
            match for match in _verbs().finditer(text, low, high) if not any(a <= match.start() < b for a, b in done)
        ]
        for place, match in enumerate(matches):
            verb = recognition_verbs().get(fold(match.group()))
            if verb is None or match.start() < clause:
                continue
            if any(a <= match.start() < b for a, b in strong):
                continue
            bound = matches[place + 1].start() if place + 1 < len(matches) else high
            if spots is None:
                spots = [
                    spot
                    for found in spots_in(self.page, low, high)
                    for spot in (self._after_category(found, strong),)
                    if not any(a < spot.end and spot.start < b for a, b in strong)
                ]
            stop = self._verb(index, verb, clause, match, bound, high, categories, spots, theme, low)
            if stop:
                clause = stop
        spots = spots if spots is not None else []
        self._winners_of(index, low, high, categories, spots or None, theme)
        self._bracketed(index, low, high, strong)
        self._label_names(index, low, high, theme, strong)
        self._listed_names(index, low, high, strong, theme, found_before)
        first = min((found.start for found in self.candidates[found_before:] if found.start >= low), default=high)
        self._praised(index, low, first, [pair for pair in strong if pair[1] <= first], theme)
        return theme_of(text[strong[-1][0] : strong[-1][1]]) if strong else None
