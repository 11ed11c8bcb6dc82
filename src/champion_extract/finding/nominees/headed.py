"""Nominees by layout: under headings, in labelled lines and in lists, read from top to bottom with the category in force.

Headings that name somebody without saying more ("Midland Rail Alliance" over a paragraph) are judged last, by what the
document shows of the others: their category, their neighbours, whether they are known names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

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
from champion_extract.finding.nominees.naming import is_name, looks_like_person, names_in
from champion_extract.finding.nominees.naming import organisation_word
from champion_extract.finding.nominees.page import Candidate, Page
from champion_extract.finding.nominees.tables import is_field_row, table_nominees
from champion_extract.records import Outcome
from champion_extract.tables.recognition import cues, fold

_CLAUSE = re.compile(
    r"\b(?:wins?|won|scoops?|scooped|named|crowned|shortlisted|takes?|picks? up|has|have|is|are|was|were|how|why|what|with|will)\b"
)
_JUDGED = re.compile(r"\b(?:judges?|panel|chair|nominat\w+|entry|award|recogni[sz]\w+|champion|winner|finalist|shortlist\w*)\b", re.IGNORECASE)


_PAIR_INSIDE = re.compile(r"(?:(?<=[.!?]\s)|(?<=[.!?][”\"’')]\s)|(?<=\s-\s))([A-Z][^.:!?\n]{2,50}):\s+(?=[A-Z“a])")


@dataclass
class Context:
    """What is in force at a place: category and outcome, each with the heading level that set it (7: a line)."""

    theme: str | None = None
    theme_level: int = 0
    outcome: Outcome | None = None
    outcome_level: int = 0
    off_level: int = 0
    expecting: bool = False
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
        self.weak: list[tuple[int, str, tuple[int, int]]] = []
        self.strong_pairs = 0

    def read(self) -> None:
        """Read all sections, then judge the headings and pairs that were left open."""
        sections = self.page.sections
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
            if self.context.theme:
                self.theme_at[index] = self.context.theme
            index += 1
        self._judge_headings()
        self._judge_pairs()
        self._inherit()

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
            if self._heads_a_list(index):
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
            if reading.cue not in ("neutral", "themes") or reading.cue == "themes":
                if reading.cue != "neutral":
                    context.off_level = section.level
            return
        if self._is_title(index) and reading.slot is not None:
            return  # "Fenland Awards 2024: the winners" is a title; "X wins Y" is read as prose
        if reading.theme:
            context.theme, context.theme_level = reading.theme, section.level
            context.off_level = 0
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
        return self.page.sections[index].level == 1 and all(
            section.kind != "heading" for section in self.page.sections[:index]
        )

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
        reading = read_line(self.page, start, min(end, start + 420)) if self._may_have_label(words, long) else None
        if reading is not None and reading.cue:
            bare = fold(words).strip(" :.")
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
        sentence = reads_as_sentence(words) or long
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
        if names:
            outcome = context.outcome or self.page.outcome
            self._add(index, names, context.theme, outcome, False, "item" if section.kind == "item" else "line", "listed", 0.85)

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
        else:
            context.outcome, context.outcome_level = reading.outcome, 7
        context.off_level = 0
        context.expecting = True
        self.consumed.add(index)

    # what was found

    def _emit(self, index: int, reading: LineReading, form: str, confidence: float) -> bool:
        assert reading.slot is not None
        context = self.context
        theme = reading.theme or context.theme
        if theme is None and reading.outcome is not None and context.fallback and strength(context.fallback) >= 0:
            theme = self._fallback_theme(index)
        outcome = reading.outcome or context.outcome or self.page.outcome
        if not self._add_slot(index, reading.slot, theme, outcome, reading.joint, form, "labelled", confidence):
            return False
        if form == "heading" or reading.outcome is None:
            context.expecting = False
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
                self._add(index, names, theme, told, joint and part.outcome is None or part.joint, form, rule, confidence)
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

    def _fallback_theme(self, index: int) -> str | None:
        """The heading right above a "Winner: X" line, if it is not itself a name: then it is the category."""
        words = self.context.fallback
        last = self.unsaid[-1] if self.unsaid else None
        if words is None or last is None or self._known_name(last.section) or index - last.section > 3:
            return None
        self.unsaid.pop()
        self.context.theme = theme_of(words)
        self.context.theme_level = self.page.sections[last.section].level
        return self.context.theme

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
        if len(words) > LABEL_LIMIT or strength(words) == 2 or words.endswith(("?", "!")):
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
        if self.has_form or not self.weak or page.award is None and page.outcome is None and not self.strong_pairs:
            return
        named = []
        for index, theme, slot in self.weak:
            names = names_in(page, slot[0], slot[1], expected_kind(theme)) if index not in self.consumed or self._inside(index) else []
            if names:
                named.append((index, theme, slot, self._known_span(names[0].start, names[0].end)))
        known = sum(1 for *_, is_known in named if is_known)
        if known + self.strong_pairs < 2 or 2 * known < len(named) and self.strong_pairs < len(named):
            return
        for index, theme, slot, is_known in named:
            section = page.sections[index]
            form = "item" if section.kind == "item" else "line"
            self._add_slot(index, slot, theme, page.outcome, False, form, "pair", 0.8 if is_known else 0.7)

    def _inside(self, index: int) -> bool:
        section = self.page.sections[index]
        return section.content_end - section.content_start > 240

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
