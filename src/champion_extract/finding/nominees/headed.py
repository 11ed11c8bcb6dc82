"""Nominees by layout: under headings, in labelled lines and in lists, read from top to bottom.

What a heading or line says is in force until the next of its kind. What says nothing by itself is judged last.
"""

from __future__ import annotations

import re

from champion_extract.finding.nominees.categories import expected_kind, strength, theme_of
from champion_extract.finding.nominees.delimited_tables import delimited_tables
from champion_extract.finding.nominees.late_judgement import LateJudgement
from champion_extract.finding.nominees.layout_findings import Unsaid
from champion_extract.finding.nominees.lines import LineReading, read_line, reads_as_sentence
from champion_extract.finding.nominees.naming import names_in
from champion_extract.finding.nominees.outcomes import is_titled
from champion_extract.finding.nominees.pairs import weak_pair
from champion_extract.finding.nominees.stacked_tables import stacked_tables
from champion_extract.finding.nominees.tables import is_field_row, table_nominees
from champion_extract.tables.recognition import cues, fold

_GLUED = re.compile(
    r"([A-Z][\w’'&-]*(?: [\w’'&-]+){0,7}?[a-z])(?=(?:For|Recogni[sz]ing|Celebrating|Awarded|This (?:award|prize|"
    r"category)|Open to) [a-z])"
)
"""A category whose line break before the words that explain it is lost: "Into WorkFor employers that ..."."""


class LayoutReader(LateJudgement):
    """Reads one document's layout."""

    def read(self) -> None:
        """Read all sections, then judge the headings and pairs that were left open."""
        sections = self.page.sections
        self.theme_levels = self._levels_of_themes()
        self.list_levels = self._levels_of_lists()
        stacks = stacked_tables(self.page) | delimited_tables(self.page)
        index = 0
        while index < len(sections):
            kind = sections[index].kind
            stack = stacks.get(index) if not self.context.off_level else None
            if stack is not None:
                self.candidates.extend(stack.candidates)
                self.consumed.update(range(stack.start, stack.end))
                index = stack.end
                continue
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

    def _heading(self, index: int) -> None:
        section = self.page.sections[index]
        context = self.context
        if context.off_level and section.level <= context.off_level:
            context.off_level = 0
        words = self.page.words(index)
        if self.status.get(index - 1) == "outcome" and strength(words) < 2 and self._names_somebody(index):
            names = names_in(self.page, section.content_start, section.content_end, expected_kind(context.theme))
            self._add(index, names, context.theme, context.outcome, context.joint, "line", "listed", 0.85)
            return
        if len(words) <= 110 and self._owns_person_above(index, section.content_start, section.content_end):
            self.consumed.add(index)
            return
        reading = read_line(self.page, section.content_start, section.content_end) if len(words) <= 260 else None
        continues = reading is not None and reading.outcome is not None and reading.theme is None and not reading.cue
        if (
            context.theme is not None
            and section.level <= context.theme_level
            and not (continues and context.theme_level == 7)
        ):
            context.theme = None
        if context.outcome is not None and section.level <= context.outcome_level:
            context.outcome = None
        context.expecting = False
        if reading is None:
            if context.off_level:
                return
            if self._is_title(index):
                return
            pair = weak_pair(self.page, section.content_start, section.content_end)
            if pair and not self._named_by_finder_before(index, ":") and self._pair_names(pair[0], pair[1]):
                self.weak.append((index, pair[0], pair[1]))
                return
            if self._heads_a_list(index) or (section.level in self.theme_levels and self._opens_theme(index)):
                self.theme_levels.add(section.level)
                self.cards += 1
                context.theme, context.theme_level = theme_of(words), section.level
                context.expecting = True
                self.consumed.add(index)
                return
            if pair and not self._known_name(index):
                self.weak.append((index, pair[0], pair[1]))
                return
            self.unsaid.append(Unsaid(index, context.theme, context.outcome))
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
            self.cards += self._names_somebody(index + 1) if index + 1 < len(self.page.sections) else 0
            context.outcome, context.outcome_level = reading.outcome, section.level
        elif reading.outcome and reading.slot is None:
            context.outcome, context.outcome_level = reading.outcome, section.level
            context.off_level = 0
        if reading.slot is None:
            context.expecting = True
            context.joint = reading.joint
            if reading.theme is None:
                self.status[index] = "outcome"
            self.consumed.add(index)
            return
        self._emit(index, reading, "heading", 0.93)

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
        if (
            section.kind == "paragraph"
            and len(words) <= 80
            and not context.off_level
            and self._capital_theme(index, words)
        ):
            context.theme, context.theme_level, context.outcome, context.expecting = theme_of(words), 7, None, True
            self.status[index] = "theme"
            self.consumed.add(index)
            return
        glued = _GLUED.match(words) if section.kind == "paragraph" and not long else None
        if glued and not context.off_level:
            context.theme, context.theme_level = theme_of(glued.group(1)), min(self.theme_levels, default=2)
            context.outcome, context.expecting = None, True
            self.status[index] = "theme"
            self.consumed.add(index)
            return
        if not context.off_level and self._starts_card(index, words):
            context.theme, context.theme_level, context.outcome, context.expecting = theme_of(words), 7, None, True
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
        medal = self._medal(index)
        if medal is not None and reading is None and not long:
            names = names_in(self.page, start, end, expected_kind(context.theme))
            if names and weak_pair(self.page, start, end) is None:
                self._add(index, names, None, medal, False, "item", "labelled", 0.85)
                return
        sentence = reads_as_sentence(words, section.kind == "item") or long
        expecting = context.expecting and not sentence
        if not expecting or context.theme is None:
            pair = weak_pair(self.page, start, end)
            if pair and not (expecting and self._span_seen(start, start + len(pair[0]))):
                self.weak.append((index, pair[0], pair[1]))
                return
        if section.kind == "paragraph" and (self._after_items(index) or words.rstrip().endswith(":")):
            context.expecting = expecting = False
        if sentence:
            if section.kind == "paragraph":
                context.expecting = False
                if end - start > 140:
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
            self._add(
                index,
                names,
                context.theme,
                outcome,
                context.joint,
                "item" if section.kind == "item" else "line",
                "listed",
                0.85,
            )
            self.status[index] = "label"

    def _starts_card(self, index: int, words: str) -> bool:
        """Whether a line that follows a blank one and stands right over a name is one more category: the document has
        shown two of that shape, whose words were a category's."""
        sections = self.page.sections
        if sections[index].kind != "paragraph" or len(words) > 70 or ":" in words or index + 1 >= len(sections):
            return False
        text = self.page.text
        blank = "\n\n" in text[max(sections[index].content_start - 4, 0) : sections[index].content_start]
        close = "\n\n" not in text[sections[index].content_end : sections[index + 1].content_start]
        if not (blank and close) or not self._names_somebody(index + 1):
            return False
        if strength(words) == 2:
            self.line_cards += 1
            return False  # read as a label
        return (
            self.line_cards + self.cards >= 2
            and words[-1].isalpha()
            and is_titled(words)
            and not self._surely_named(index)
            and self._could_be_name(index)
            and not self._known_name(index)
        )

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
        if reading.theme is None:
            self.status[index] = "outcome"
        self.consumed.add(index)

    def _after_items(self, index: int) -> bool:
        """Whether a line follows a list: the list is over then."""
        return index > 0 and self.page.sections[index - 1].kind == "item"

    @staticmethod
    def _may_have_label(words: str, long: bool) -> bool:
        return not long or ":" in words[:150] or " – " in words[:150] or " - " in words[:150]
