"""What is judged when the whole page was read: headings that are mere names, pairs that their number shows."""

from __future__ import annotations

from champion_extract.finding.nominees.categories import expected_kind, theme_of
from champion_extract.finding.nominees.layout_findings import LayoutFindings, Unsaid
from champion_extract.finding.nominees.naming import names_in
from champion_extract.finding.nominees.page import Candidate
from champion_extract.finding.nominees.theme_evidence import RESULTS
from champion_extract.tables.recognition import fold


class LateJudgement(LayoutFindings):
    """Judges what the reader left open."""

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
                    self._add(
                        unsaid.section,
                        found,
                        theme,
                        unsaid.outcome or page.outcome,
                        False,
                        "heading",
                        "named",
                        confidence,
                    )

    def _judge_pairs(self) -> None:
        """ "Bright Beginnings: Hartburn School" counts where the page is about an award and has more like it."""
        page = self.page
        told = page.award is not None or page.outcome is not None or self.strong_pairs > 0
        if self.has_form or not self.weak:
            return
        named = []
        for index, theme, slot in self.weak:
            if page.award is not None and fold(page.award) in fold(page.text[slot[0] : min(slot[1], slot[0] + 200)]):
                continue  # "Fenland Chamber: Inspiring Futures 2023" is a title
            names = (
                names_in(page, slot[0], slot[1], expected_kind(theme))
                if index not in self.consumed or self._inside(index)
                else []
            )
            if names:
                named.append((index, theme, slot, sum(self._known_span(name.start, name.end) for name in names)))
        known = sum(count for *_, count in named)
        if not told and (known < 3 or not RESULTS.search(page.text, 0, 400)):
            return
        if known + self.strong_pairs < 2 or (
            2 * sum(count > 0 for *_, count in named) < len(named) and self.strong_pairs < len(named)
        ):
            return
        for index, theme, slot, count in named:
            section = page.sections[index]
            form = "item" if section.kind == "item" else "line"
            outcome = self._medal(index) or page.outcome
            self._add_slot(index, slot, theme, outcome, False, form, "pair", 0.8 if count else 0.7)

    def _inside(self, index: int) -> bool:
        section = self.page.sections[index]
        return section.content_end - section.content_start > 140

    def _beside_winners(self) -> None:
        """In a list where one is marked as the winner, those without a mark are not winners but finalists."""
        marked = {
            (found.theme, self.page.sections[found.section].parent)
            for found in self.candidates
            if found.rule == "item_labelled" and found.outcome == "winner"
        }
        for candidate in self.candidates:
            if (
                candidate.rule == "item_listed"
                and (candidate.theme, self.page.sections[candidate.section].parent) in marked
            ):
                candidate.outcome = (
                    self.page.outcome if self.page.outcome in ("shortlisted", "nominated") else "finalist"
                )

    def _inherit(self) -> None:
        """Give a "Highly commended: X" the category of the nominee before it, if no heading has come between."""
        page = self.page
        last: Candidate | None = None
        for candidate in sorted(self.candidates, key=lambda found: found.start):
            overall = fold(page.words(candidate.section)[:8]) == "overall"
            if candidate.theme is None and candidate.form != "heading" and last is not None and not overall:
                same = page.sections[candidate.section].parent
                if same in (last.section, page.sections[last.section].parent):
                    candidate.theme = last.theme
            if candidate.theme is not None:
                last = candidate
