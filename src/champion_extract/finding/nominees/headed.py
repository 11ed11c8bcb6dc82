"""Nominees by layout: under headings, in labelled lines and in lists, read from top to bottom with the category in force.

Headings that name somebody without saying more ("Midland Rail Alliance" over a paragraph) are judged last, by what the
document shows of the others: their category, their neighbours, whether they are known names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from champion_extract.finding.nominees.awards import scheme_near
from champion_extract.finding.nominees.categories import expected_kind, strength, theme_of
from champion_extract.finding.nominees.lines import (
    LABEL_LIMIT,
    LineReading,
    line_names,
    read_line,
    reads_as_sentence,
    slots_of,
    weak_pair,
)
from champion_extract.finding.nominees.naming import NOBODY, fullest_name, is_name, is_role, looks_like_person, names_in
from champion_extract.finding.nominees.naming import organisation_last, organisation_word
from champion_extract.finding.nominees.page import Candidate, Page
from champion_extract.finding.nominees.tables import is_field_row, table_nominees
from champion_extract.records import Outcome
from champion_extract.tables.recognition import cues, fold

_CLAUSE = re.compile(
    r"\b(?:wins?|won|scoops?|scooped|named|crowned|shortlisted|takes?|picks? up|has|have|is|are|was|were|how|why|what|with|will)\b"
)
_JUDGED = re.compile(r"\b(?:judges?|panel|chair|nominat\w+|entry|award|recogni[sz]\w+|champion|winner|finalist|shortlist\w*)\b", re.IGNORECASE)


_PAIR_INSIDE = re.compile(r"(?:(?<=[.!?]\s)|(?<=[.!?][”\"’')]\s)|(?<=\s-\s))([A-Z][^.:!?\n]{2,50}):\s+(?=[A-Z“a])")


_JOINT = re.compile(r"\(joint\b|\bjoint(?:ly)?\b(?! ventures?\b)", re.IGNORECASE)
_RESULTS = re.compile(r"\b(?:awards?|prizes?|winners?|results|honours|champions|pledge|medals?|shortlist|finalists?)\b", re.IGNORECASE)
_PLURAL_AFTER = re.compile(r"\b(?:winners|finalists|shortlist|results|nominees)\b", re.IGNORECASE)
_MEDAL = re.compile(r"(?:gold|silver|bronze)(?=\s*[:–—-])")


@dataclass
class Context:
    """What is in force at a place: category and outcome, each with the heading level that set it (7: a line)."""

    theme: str | None = None
    theme_level: int = 0
    outcome: Outcome | None = None
    outcome_level: int = 0
    off_level: int = 0
    expecting: bool = False
    joint: bool = False
    fallback: str | None = None


@dataclass
class Unsaid:
    """A heading that may be a nominee's name: nothing at it says so."""

    section: int
    theme: str | None
    outcome: Outcome | None


class LayoutReader:
    """Reads one document's layout. ``candidates``: those found; ``consumed``: sections that prose need not read again."""

    def __init__(self, page: Page, has_form: bool = False) -> None:
        self.page = page
        self.has_form = has_form
        self.context = Context()
        self.candidates: list[Candidate] = []
        self.consumed: set[int] = set()
        self.unsaid: list[Unsaid] = []
        self.theme_at: dict[int, str] = {}
        self.theme_levels: set[int] = set()
        self.first_heading = next((at for at, section in enumerate(page.sections) if section.kind == "heading"), -1)
        self.status: dict[int, str] = {}
        self.weak: list[tuple[int, str, tuple[int, int]]] = []
        self.strong_pairs = 0

    def read(self) -> None:
        """Read all sections, then judge the headings and pairs that were left open."""
        sections = self.page.sections
        self.theme_levels = self._levels_of_themes()
        index = 0
        while index < len(sections):
            kind = sections[index].kind
            if kind == "row":
                stop = index
                while stop < len(sections) and sections[stop].kind == "row":
                    stop += 1
                self._table(list(range(index, stop)))
                index = stop
                continue
            if kind == "heading":
                self._heading(index)
            elif kind in ("item", "paragraph"):
                self._line(index)
            elif kind == "navigation":
                self.context.expecting = False
            if self.context.theme:
                self.theme_at[index] = self.context.theme
            index += 1
        self._judge_headings()
        self._judge_pairs()
        self._inherit()
        self._beside_winners()

    def _table(self, rows: list[int]) -> None:
        if self.context.off_level:
            self.consumed.update(rows)
            return
        plain = [index for index in rows if not is_field_row(self.page, index)]
        self.candidates.extend(
            table_nominees(
                self.page,
                plain,
                self.context.theme if self.context.expecting else None,
                self.context.outcome if self.context.expecting else None,
                self.context.theme,
            )
        )
        self.consumed.update(rows)

    # headings

    def _heading(self, index: int) -> None:
        section = self.page.sections[index]
        context = self.context
        if context.off_level and section.level <= context.off_level:
            context.off_level = 0
        words = self.page.words(index)
        reading = read_line(self.page, section.content_start, section.content_end) if len(words) <= 260 else None
        continues = reading is not None and reading.outcome is not None and reading.theme is None and not reading.cue
        if context.theme is not None and section.level <= context.theme_level and not (continues and context.theme_level == 7):
            context.theme = None
        if context.outcome is not None and section.level <= context.outcome_level:
            context.outcome = None
        context.expecting = False
        if reading is None:
            if context.off_level:
                return
            if self._is_title(index):
                return
            if self._heads_a_list(index) or section.level in self.theme_levels and self._opens_theme(index):
                self.theme_levels.add(section.level)
                context.theme, context.theme_level = theme_of(words), section.level
                context.expecting = True
                self.consumed.add(index)
                return
            pair = weak_pair(self.page, section.content_start, section.content_end)
            if pair and not self._known_name(index):
                self.weak.append((index, pair[0], pair[1]))
                return
            self.unsaid.append(Unsaid(index, context.theme, context.outcome))
            if context.theme is None:
                context.fallback = words if len(words) <= 110 else None
            return
        if reading.cue:
            if reading.cue != "neutral" and fold(words).strip(" .:*_") in cues():
                context.off_level = section.level
            return
        if self._is_title(index) and reading.slot is not None:
            return  # "Fenland Awards 2024: the winners" is a title; "X wins Y" is read as prose
        if reading.theme:
            context.theme, context.theme_level = reading.theme, section.level
            context.off_level = 0
            self.theme_levels.add(section.level)
            context.outcome, context.outcome_level = reading.outcome, section.level
        elif reading.outcome and reading.slot is None:
            context.outcome, context.outcome_level = reading.outcome, section.level
            context.off_level = 0
        if reading.slot is None:
            context.expecting = True
            context.fallback = None
            self.consumed.add(index)
            return
        self._emit(index, reading, "heading", 0.93)

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
            if section.kind != "heading" or section.level == 1 or self._known_name(index):
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
        if self._known_name(index) or len(words) > 80 or fold(words).strip(" .:") in cues() or words.endswith(("?", "!", ".")):
            return False
        following = next((s for s in page.sections[index + 1 : index + 4] if s.kind in ("paragraph", "item", "heading", "row")), None)
        if following is None or following.content_end - following.content_start > 200:
            return False
        return not reads_as_sentence(page.text[following.content_start : following.content_end]) and not _CLAUSE.search(words)

    def _heads_a_list(self, index: int) -> bool:
        """Whether a heading that is no known category stands right over a list of names: then it is one here."""
        page = self.page
        if page.award is None and page.outcome is None or self._known_name(index):
            return False
        words = page.words(index)
        if len(words) > 80 or words.endswith(("?", ".", ":")) or fold(words).strip(" .:") in cues() or _CLAUSE.search(words):
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
        return bool(items) and 2 * named >= len(items) and (page.outcome is not None or len(items) == named)

    # lines and items

    def _line(self, index: int) -> None:
        section = self.page.sections[index]
        context = self.context
        start, end = section.content_start, section.content_end
        words = self.page.text[start : min(end, start + 420)]
        long = end - start > 240
        if section.kind == "item" and not long and self._heads_items(index):
            context.theme, context.theme_level = theme_of(words), 7
            context.outcome, context.expecting, context.joint = None, True, False
            self.status[index] = "theme"
            self.consumed.add(index)
            return
        reading = read_line(self.page, start, min(end, start + 420)) if self._may_have_label(words, long) else None
        if reading is not None and reading.cue:
            bare = fold(words).strip(" :.")
            self.status[index] = "cue"
            if bare in cues() and reading.cue not in ("neutral", "themes"):
                context.off_level = 7
            self.consumed.add(index) if reading.cue in ("sponsor", "host", "judge", "previous") and not long else None
            return
        if reading is not None and reading.slot is None and not long:
            self._label_alone(index, reading)
            return
        if context.off_level:
            if reading is not None and reading.theme and context.off_level == 7:
                context.off_level = 0
            else:
                return
        if reading is not None and reading.slot is not None:
            if reading.theme:
                self.strong_pairs += 1
            if self._emit(index, reading, "item" if section.kind == "item" else "line", 0.92):
                if reading.theme and section.kind != "item":
                    context.theme, context.theme_level = reading.theme, 7
                return
        sentence = reads_as_sentence(words, section.kind == "item") or long
        expecting = context.expecting and not sentence
        if not expecting or context.theme is None:
            pair = weak_pair(self.page, start, end)
            if pair and not (expecting and self._known_span(start, start + len(pair[0]))):
                self.weak.append((index, pair[0], pair[1]))
                return
        if section.kind == "paragraph" and (self._after_items(index) or words.rstrip().endswith(":")):
            context.expecting = expecting = False
        if sentence:
            if section.kind == "paragraph":
                context.expecting = False
                if long:
                    self._pairs_inside(index)
            return
        if not expecting:
            return
        names = names_in(self.page, start, end, expected_kind(context.theme))
        if names and section.kind == "paragraph" and self._capital_theme(index, words):
            context.theme, context.theme_level, context.outcome = theme_of(words), 7, None
            self.status[index] = "theme"
            return
        if names and section.kind == "paragraph" and self._owns_person_above(index, names[0].start, names[0].end):
            self.consumed.add(index)
            return
        if names:
            outcome = context.outcome or self.page.outcome
            self._add(index, names, context.theme, outcome, context.joint, "item" if section.kind == "item" else "line", "listed", 0.85)
            self.status[index] = "label"

    def _capital_theme(self, index: int, words: str) -> bool:
        """Whether a line in capitals is one more category, where the category in force is in capitals too."""
        section = self.page.sections[index]
        theme = self.context.theme
        known = self.page.organisations_in(section.content_start, section.content_end) or self.page.people_in(section.content_start, section.content_end)
        return theme is not None and theme.isupper() and words.isupper() and not known

    def _owns_person_above(self, index: int, start: int, end: int) -> bool:
        """Whether a line is the organisation of the person named on the line above; then it is kept as that."""
        last = self.candidates[-1] if self.candidates else None
        if last is None or last.kind != "person" or last.section != index - 1 or last.rule not in ("line_listed", "line_over", "heading_named"):
            return False
        if looks_like_person(self.page.text[start:end]) or self.page.people_in(start, end):
            return False
        if last.organisation is None:
            last.organisation = fullest_name(self.page, start, end)
        return True

    def _heads_items(self, index: int) -> bool:
        """Whether an item stands over deeper ones: then it is the category of a list in two levels."""
        page = self.page
        if page.award is None and page.outcome is None and not _RESULTS.search(page.text, 0, 400):
            return False
        sections = page.sections
        if index + 1 >= len(sections) or sections[index + 1].kind != "item":
            return False
        if self._named_by_finder(index) if self.page.organisations or self.page.names else organisation_last(self.page.words(index)):
            return False
        words = page.words(index)
        return len(words) <= 90 and ": " not in words and self._indent(index + 1) > self._indent(index)

    def _named_by_finder(self, index: int) -> bool:
        section = self.page.sections[index]
        start, end = section.content_start, section.content_end
        return bool(self.page.organisations_in(start, end) or self.page.people_in(start, end))

    def _indent(self, index: int) -> int:
        section = self.page.sections[index]
        at = section.start
        while at < section.content_start and self.page.text[at].isspace():
            at += 1
        return at - (self.page.text.rfind("\n", section.start, at) + 1 or section.start)

    def _after_items(self, index: int) -> bool:
        """Whether a line follows a list: the list is over then."""
        return index > 0 and self.page.sections[index - 1].kind == "item"

    @staticmethod
    def _may_have_label(words: str, long: bool) -> bool:
        return not long or ":" in words[:150] or " – " in words[:150] or " - " in words[:150]

    def _label_alone(self, index: int, reading: LineReading) -> None:
        context = self.context
        last = self.unsaid[-1] if self.unsaid else None
        if last is not None and last.section == index - 1 and self._known_name(last.section):
            if reading.theme:
                last.theme = reading.theme
            last.outcome = reading.outcome or last.outcome
            self.consumed.add(index)
            return
        if reading.theme:
            context.theme, context.theme_level = reading.theme, 7
            context.outcome, context.outcome_level = reading.outcome, 7
            self.status[index] = "theme"
        else:
            context.theme = self._theme_above(index) or context.theme
            context.outcome, context.outcome_level = reading.outcome, 7
        context.joint = reading.joint
        context.off_level = 0
        context.expecting = True
        self.status.setdefault(index, "label")
        self.consumed.add(index)

    # what was found

    def _emit(self, index: int, reading: LineReading, form: str, confidence: float) -> bool:
        assert reading.slot is not None
        context = self.context
        theme = reading.theme or context.theme
        if reading.theme is None and reading.outcome is not None and form != "heading":
            theme = self._theme_above(index) or theme
        if self.page.award is not None and fold(self.page.award) in fold(self.page.text[reading.slot[0] : min(reading.slot[1], reading.slot[0] + 200)]):
            return False
        if index < 5 and _PLURAL_AFTER.search(self.page.text, reading.slot[1], self.page.sections[index].content_end):
            return False  # "Classroom-to-Cab: 2025 winners" is a title
        outcome = reading.outcome or context.outcome or self.page.outcome
        medal = _MEDAL.match(fold(self.page.words(index)[:40]))
        if theme is None and reading.outcome and medal:
            theme, outcome = self.page.words(index)[: medal.end()], None  # "Gold: X" where nothing else is a category
        if not self._add_slot(index, reading.slot, theme, outcome, reading.joint, form, "labelled", confidence):
            return False
        context.expecting = form == "item" and context.expecting
        self.status[index] = "themed" if reading.theme else "label"
        return True

    def _add_slot(
        self,
        index: int,
        slot: tuple[int, int],
        theme: str | None,
        outcome: Outcome | None,
        joint: bool,
        form: str,
        rule: str,
        confidence: float,
    ) -> bool:
        """Add those named in a slot, each part of it with its own outcome."""
        some = False
        for part in slots_of(self.page.text, *slot):
            names = line_names(self.page, (part.start, part.end), theme, labelled=True)
            if not names and not some:
                return False
            if names:
                told = part.outcome or outcome
                shared = joint and part.outcome is None or part.joint or _JOINT.search(self.page.text, part.start, part.end) is not None
                self._add(index, names, theme, told, shared, form, rule, confidence)
                some = True
        return some

    def _pairs_inside(self, index: int) -> None:
        """Pairs at the start of sentences of a long paragraph: a document whose line breaks are lost."""
        section = self.page.sections[index]
        for found in _PAIR_INSIDE.finditer(self.page.text, section.content_start, section.content_end):
            start = found.start(1)
            pair = weak_pair(self.page, start, min(section.content_end, start + 400))
            if pair:
                self.weak.append((index, pair[0], pair[1]))

    def _theme_above(self, index: int) -> str | None:
        """The line right over "Winner: X", sponsors and other outcomes apart: whatever its words, it is the category."""
        page = self.page
        unlabelled: int | None = None
        for above in range(index - 1, max(index - 14, -1), -1):
            section = page.sections[above]
            status = self.status.get(above)
            if status == "themed":
                return None
            if status in ("label", "cue") or section.kind in ("navigation", "caption"):
                continue
            words = page.words(above)
            if (
                status == "theme"
                or section.kind not in ("heading", "paragraph")
                or len(words) > 90
                or words[-1:] in ".!?;,”\"’…"
                or section.level == 1
                or scheme_near(page.text, section.content_start, section.content_end) is not None
                or page.award is not None and fold(page.award) in fold(words)
                or fold(words).strip(" .:*_") in cues()
                or _CLAUSE.search(words)
                or ": " in words
            ):
                return None
            if unlabelled is None and above not in self.consumed and self._names_somebody(above):
                unlabelled = above
                continue
            if unlabelled is None and is_role(re.split(r",", words)[0]) and above + 1 == index and self._names_somebody(above - 1):
                continue
            if self.unsaid and self.unsaid[-1].section in (above, unlabelled):
                self.unsaid.pop()
            if self.unsaid and self.unsaid[-1].section == above:
                self.unsaid.pop()
            self.context.theme = theme_of(words)
            self.context.theme_level = section.level or 7
            self.status[above] = "theme"
            self.consumed.add(above)
            if unlabelled is not None:
                line = page.sections[unlabelled]
                names = names_in(page, line.content_start, line.content_end, expected_kind(self.context.theme))
                if names:
                    self._add(unlabelled, names, self.context.theme, "winner", False, "line", "over", 0.85)
                    self.status[unlabelled] = "label"
            return self.context.theme
        return None

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
        return names[0].kind == "person" or bool(self.page.organisations_in(names[0].start, names[0].end)) or (
            not self.page.organisations and organisation_last(self.page.text[names[0].start : names[0].end])
        )

    def _add(
        self,
        index: int,
        names: list,  # type: ignore[type-arg]
        theme: str | None,
        outcome: Outcome | None,
        joint: bool,
        form: str,
        rule: str,
        confidence: float,
    ) -> None:
        shared = joint or (len(names) > 1 and outcome == "winner" and theme is not None)
        for name in names:
            self.candidates.append(
                Candidate(
                    name.start, name.end, name.kind, index, form, f"{form}_{rule}", theme, outcome, shared,
                    name.organisation, confidence=confidence,
                )  # fmt: skip
            )
        if self.page.sections[index].content_end - self.page.sections[index].content_start <= 420:
            self.consumed.add(index)

    # headings that say nothing but a name

    def _known_span(self, start: int, end: int) -> bool:
        words = self.page.text[start:end]
        return (
            organisation_word(words) is not None
            or looks_like_person(words)
            or bool(self.page.organisations_in(start, end))
            or bool(self.page.people_in(start, end))
        )

    def _known_name(self, index: int) -> bool:
        section = self.page.sections[index]
        start, end = section.content_start, section.content_end
        words = self.page.text[start:end]
        if end - start > LABEL_LIMIT:
            return False
        head = re.split(r",|\s[–—-]\s|\(|: ", words, maxsplit=1)[0].strip()
        return organisation_word(head) is not None or looks_like_person(head) or any(
            mention.start <= start + 4 for mention in self.page.organisations_in(start, end)
        ) or any(name.start <= start + 1 for name in self.page.people_in(start, end))

    def _judge_headings(self) -> None:
        page = self.page
        children: dict[int, list[Unsaid]] = {}
        for unsaid in self.unsaid:
            children.setdefault(page.sections[unsaid.section].parent, []).append(unsaid)
        themed = {parent for parent in children if parent >= 0 and self._parts_themes(parent)}
        for parent, group in children.items():
            leaves = [unsaid for unsaid in group if unsaid.section not in themed]
            names = [unsaid for unsaid in leaves if self._could_be_name(unsaid.section)]
            known = [unsaid for unsaid in names if self._known_name(unsaid.section)]
            if not names:
                continue
            parent_theme = theme_of(page.words(parent)) if parent in themed else None
            for unsaid in names:
                theme = unsaid.theme or parent_theme
                told = theme is not None or unsaid.outcome is not None
                is_known = unsaid in known
                judged = self._body_says(unsaid.section)
                if told and (is_known or 3 * len(known) >= len(names) or judged):
                    confidence = 0.93 if is_known else 0.8
                elif is_known and (page.outcome or judged) and page.award and len(known) >= 2:
                    confidence = 0.75
                else:
                    continue
                section = page.sections[unsaid.section]
                found = names_in(page, section.content_start, section.content_end, expected_kind(theme))
                if found:
                    self._add(unsaid.section, found, theme, unsaid.outcome or page.outcome, False, "heading", "named", confidence)

    def _parts_themes(self, parent: int) -> bool:
        """Whether heading ``parent`` is a theme over names: not the title, and names stand under it."""
        section = self.page.sections[parent]
        if self._is_title(parent) or section.level == 1:
            return False
        words = self.page.words(parent)
        return len(words) <= LABEL_LIMIT and not _CLAUSE.search(fold(words)) and fold(words).strip(" .:") not in cues()

    def _could_be_name(self, index: int) -> bool:
        section = self.page.sections[index]
        words = self.page.words(index)
        if len(words) > LABEL_LIMIT or strength(words) == 2 or NOBODY.search(fold(words)) or words.endswith(("?", "!")):
            return False
        if not is_name(self.page, section.content_start, section.content_start + len(re.split(r",|\s[–—-]\s|\(", words, maxsplit=1)[0].strip())):
            return False
        return not _CLAUSE.search(re.split(r",", words)[0]) or self._known_name(index) and not _CLAUSE.search(words)

    def _body_says(self, index: int) -> bool:
        """Whether the text under heading ``index`` speaks of judges or an award."""
        page = self.page
        for section in page.sections[index + 1 : index + 6]:
            if section.kind == "heading":
                return False
            if _JUDGED.search(page.text, section.content_start, min(section.content_end, section.content_start + 1500)):
                return True
        return False

    def _judge_pairs(self) -> None:
        """ "Bright Beginnings: Hartburn School" counts where the page is about an award and several lines are like it."""
        page = self.page
        told = page.award is not None or page.outcome is not None or self.strong_pairs > 0
        if self.has_form or not self.weak:
            return
        named = []
        for index, theme, slot in self.weak:
            names = names_in(page, slot[0], slot[1], expected_kind(theme)) if index not in self.consumed or self._inside(index) else []
            if names:
                named.append((index, theme, slot, self._known_span(names[0].start, names[0].end)))
        known = sum(1 for *_, is_known in named if is_known)
        if not told and (known < 3 or not _RESULTS.search(page.text, 0, 400)):
            return
        if known + self.strong_pairs < 2 or 2 * known < len(named) and self.strong_pairs < len(named):
            return
        for index, theme, slot, is_known in named:
            section = page.sections[index]
            form = "item" if section.kind == "item" else "line"
            self._add_slot(index, slot, theme, page.outcome, False, form, "pair", 0.8 if is_known else 0.7)

    def _inside(self, index: int) -> bool:
        section = self.page.sections[index]
        return section.content_end - section.content_start > 240

    def _beside_winners(self) -> None:
        """In a list where one is marked as the winner, those without a mark are not winners but finalists."""
        marked = {(found.theme, self.page.sections[found.section].parent) for found in self.candidates if found.rule == "item_labelled" and found.outcome == "winner"}
        for candidate in self.candidates:
            if candidate.rule == "item_listed" and (candidate.theme, self.page.sections[candidate.section].parent) in marked:
                candidate.outcome = self.page.outcome if self.page.outcome in ("shortlisted", "nominated") else "finalist"

    def _inherit(self) -> None:
        """Give a "Highly commended: X" the category of the nominee before it, if no heading has come between."""
        page = self.page
        last: Candidate | None = None
        for candidate in sorted(self.candidates, key=lambda found: found.start):
            if candidate.theme is None and candidate.form != "heading" and last is not None:
                same = page.sections[candidate.section].parent
                if same in (last.section, page.sections[last.section].parent):
                    candidate.theme = last.theme
            if candidate.theme is not None:
                last = candidate
