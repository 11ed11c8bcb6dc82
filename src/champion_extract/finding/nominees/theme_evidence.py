"""What shows that a line or heading is a category though its words do not: what stands under it, others like it."""

from __future__ import annotations

import re

from champion_extract.finding.nominees.categories import strength, theme_of
from champion_extract.finding.nominees.lines import LABEL_LIMIT, read_line, reads_as_sentence
from champion_extract.finding.nominees.name_evidence import CLAUSE, NameEvidence
from champion_extract.finding.nominees.naming import names_in
from champion_extract.finding.nominees.shapes import is_name
from champion_extract.tables.recognition import cues, fold

RESULTS = re.compile(
    r"\b(?:awards?|prizes?|winners?|results|honours|champions|pledge|medals?|shortlist|finalists?)\b", re.IGNORECASE
)


class ThemeEvidence(NameEvidence):
    """Questions about categories of one page."""

    first_heading: int
    theme_levels: set[int]
    list_levels: set[int]
    cards: int
    """How many headings were categories right over a name so far."""

    def _is_title(self, index: int) -> bool:
        return index == self.first_heading and self.page.sections[index].level == 1

    def _levels_of_themes(self) -> set[int]:
        """Levels whose headings are categories: one is worded so, or most stand right over a known name."""
        page = self.page
        if page.award is None and page.outcome is None:
            return set()
        levels: set[int] = set()
        over: dict[int, list[bool]] = {}
        for index, section in enumerate(page.sections[:-1]):
            if section.kind != "heading" or section.level == 1 or self._surely_named(index):
                continue
            words = page.words(index)
            if len(words) <= LABEL_LIMIT and (strength(words) == 2 or fold(theme_of(words)) in page.themes):
                levels.add(section.level)
            elif fold(words).strip(" .:") not in cues():
                following = page.sections[index + 1]
                short = following.kind == "paragraph" and following.content_end - following.content_start <= 110
                over.setdefault(section.level, []).append(short and self._names_somebody(index + 1))
        levels.update(level for level, named in over.items() if sum(named) >= 2 and sum(named) >= 0.6 * len(named))
        return levels

    def _opens_theme(self, index: int) -> bool:
        """Whether a heading of the level of known themes is one too: it names nobody, and a short line follows."""
        page = self.page
        words = page.words(index)
        if (
            self._surely_named(index)
            or len(words) > 80
            or fold(words).strip(" .:") in cues()
            or words.endswith(("?", "!", "."))
        ):
            return False
        following = next(
            (s for s in page.sections[index + 1 : index + 4] if s.kind in ("paragraph", "item", "heading", "row")), None
        )
        if following is None or following.content_end - following.content_start > 200 or CLAUSE.search(words):
            return False
        at = page.sections.index(following, index)
        below = page.words(at)
        if reads_as_sentence(below) or below.endswith("."):
            return False
        reading = read_line(page, following.content_start, following.content_end)
        if reading is not None or self._names_somebody(at):
            return True
        # a card like the ones before it: a short line in capitals, as a name is written
        section = page.sections[at]
        return (
            self.cards >= 2
            and section.kind == "paragraph"
            and section.content_end - section.content_start <= 60
            and is_name(page, section.content_start, section.content_end)
        )

    def _levels_of_lists(self) -> set[int]:
        """Levels of which several headings stand right over lists of names, some of them known: on a page that speaks
        of winners or a shortlist those are categories, whatever they are called."""
        page = self.page
        if page.outcome is None:
            return set()
        lists: dict[int, list[tuple[int, int, int]]] = {}
        for index, section in enumerate(page.sections[:-1]):
            if section.kind != "heading" or page.sections[index + 1].kind != "item" or self._surely_named(index):
                continue
            words = page.words(index)
            if len(words) > 60 or words.endswith(("?", ".")) or fold(words).strip(" .:") in cues():
                continue
            items = named = known = 0
            for item in page.sections[index + 1 : index + 13]:
                if item.kind != "item":
                    break
                low = item.content_start
                names = names_in(page, low, min(item.content_end, low + 300), None)
                items += 1
                named += bool(names) and names[0].start <= low + 4
                known += bool(names) and self._known_span(names[0].start, names[0].end)
            lists.setdefault(section.level, []).append((items, named, known))
        return {
            level
            for level, found in lists.items()
            if len(found) >= 2
            and sum(named for _, named, _ in found) >= 0.9 * sum(items for items, _, _ in found)
            and 4 * sum(known for *_, known in found) >= sum(items for items, _, _ in found)
        }

    def _heads_a_list(self, index: int) -> bool:
        """Whether a heading that is no known category stands right over a list of names: then it is one here."""
        page = self.page
        if (page.award is None and page.outcome is None) or self._surely_named(index):
            return False
        words = page.words(index)
        if (
            len(words) > 80
            or words.endswith(("?", ".", ":"))
            or fold(words).strip(" .:") in cues()
            or CLAUSE.search(words)
        ):
            return False
        items = []
        for section in page.sections[index + 1 : index + 13]:
            if section.kind != "item":
                break
            items.append(section)
        named = 0
        for section in items:
            low = section.content_start
            names = names_in(page, low, min(section.content_end, low + 300), None)
            named += bool(names) and (names[0].kind == "person" or self._known_span(names[0].start, names[0].end))
        if items and page.sections[index].level in self.list_levels:
            return True
        return bool(items) and 2 * named >= len(items) and (page.outcome is not None or len(items) == named)

    def _heads_items(self, index: int) -> bool:
        """Whether an item stands over deeper ones: then it is the category of a list in two levels."""
        page = self.page
        if page.award is None and page.outcome is None and not RESULTS.search(page.text, 0, 400):
            return False
        sections = page.sections
        if index + 1 >= len(sections) or sections[index + 1].kind != "item":
            return False
        if self._surely_named(index):
            return False
        words = page.words(index)
        return len(words) <= 90 and ": " not in words and self._indent(index + 1) > self._indent(index)

    def _indent(self, index: int) -> int:
        section = self.page.sections[index]
        at = section.start
        while at < section.content_start and self.page.text[at].isspace():
            at += 1
        return at - (self.page.text.rfind("\n", section.start, at) + 1 or section.start)

    def _parts_themes(self, parent: int) -> bool:
        """Whether heading ``parent`` is a theme over names: not the title, and names stand under it."""
        section = self.page.sections[parent]
        if self._is_title(parent) or section.level == 1:
            return False
        words = self.page.words(parent)
        return len(words) <= LABEL_LIMIT and not CLAUSE.search(fold(words)) and fold(words).strip(" .:") not in cues()
