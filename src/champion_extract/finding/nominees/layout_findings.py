"""Nominees found by layout so far, with the category and outcome in force, and how one more is added."""

from __future__ import annotations

import re
from dataclasses import dataclass

from champion_extract.finding.nominees.categories import expected_kind, strength, theme_of
from champion_extract.finding.nominees.lines import LineReading, line_names, slots_of
from champion_extract.finding.nominees.name_evidence import CLAUSE
from champion_extract.finding.nominees.naming import names_in
from champion_extract.finding.nominees.outcomes import read_label
from champion_extract.finding.nominees.page import Candidate, Page
from champion_extract.finding.nominees.pairs import weak_pair
from champion_extract.finding.nominees.schemes import scheme_near
from champion_extract.finding.nominees.shapes import fullest_name, is_role, looks_like_person
from champion_extract.finding.nominees.theme_evidence import ThemeEvidence
from champion_extract.tables.recognition import cues, fold
from champion_extract.vocabulary import Outcome

_PAIR_INSIDE = re.compile(r"(?:(?<=[.!?]\s)|(?<=[.!?][”\"’')]\s)|(?<=\s-\s))([A-Z][^.:!?\n]{2,50}):\s+(?=[A-Z“a])")


_JOINT = re.compile(r"\(joint\b|\bjoint(?:ly)?\b(?! ventures?\b)", re.IGNORECASE)


_PLURAL_AFTER = re.compile(r"\b(?:winners|finalists|shortlist|results|nominees)\b", re.IGNORECASE)


_BRACKETED = re.compile(r"\(([^()\n]{4,80})\)")


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


@dataclass
class Unsaid:
    """A heading that may be a nominee's name: nothing at it says so."""

    section: int
    theme: str | None
    outcome: Outcome | None


class LayoutFindings(ThemeEvidence):
    """What was read of one document. ``candidates``: found; ``consumed``: sections that prose need not read again."""

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
        self.list_levels: set[int] = set()
        self.cards = 0
        self.line_cards = 0
        self.status: dict[int, str] = {}
        self.weak: list[tuple[int, str, tuple[int, int]]] = []
        self.strong_pairs = 0

    def _emit(self, index: int, reading: LineReading, form: str, confidence: float) -> bool:
        assert reading.slot is not None
        context = self.context
        theme = reading.theme or context.theme
        if reading.theme is None and reading.outcome is not None and form != "heading":
            theme = self._theme_above(index) or theme
        if reading.theme is None and fold(self.page.words(index)[:8]) == "overall":
            theme = None  # "Overall winner: X" is of no category
        if self.page.award is not None and fold(self.page.award) in fold(
            self.page.text[reading.slot[0] : min(reading.slot[1], reading.slot[0] + 200)]
        ):
            return False
        if len(_BRACKETED.findall(self.page.text, *reading.slot)) > 1 and self._brackets_themes(*reading.slot):
            return False  # "Other winners: X (Best School), Y (Best College)"
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

    def _brackets_themes(self, start: int, end: int) -> bool:
        """Whether two brackets or more of a slot hold categories."""
        return sum(strength(words) == 2 for words in _BRACKETED.findall(self.page.text, start, end)) > 1

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
                shared = (
                    (joint and part.outcome is None)
                    or part.joint
                    or _JOINT.search(self.page.text, part.start, part.end) is not None
                )
                self._add(index, names, theme, told, shared, form, rule, confidence)
                some = True
        return some

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
                    name.start,
                    name.end,
                    name.kind,
                    index,
                    form,
                    f"{form}_{rule}",
                    theme,
                    outcome,
                    shared,
                    name.organisation,
                    confidence=confidence,
                )
            )
        if self.page.sections[index].content_end - self.page.sections[index].content_start <= 420:
            self.consumed.add(index)

    def _pairs_inside(self, index: int) -> None:
        """Pairs at the start of sentences of a long paragraph: a document whose line breaks are lost."""
        section = self.page.sections[index]
        for found in _PAIR_INSIDE.finditer(self.page.text, section.content_start, section.content_end):
            start = found.start(1)
            later = _PAIR_INSIDE.search(self.page.text, found.end(), min(section.content_end, start + 400))
            pair = weak_pair(self.page, start, later.start() if later else min(section.content_end, start + 400))
            if pair:
                self.weak.append((index, pair[0], pair[1]))

    def _theme_above(self, index: int) -> str | None:
        """The line right over "Winner: X", but for sponsors and other outcomes: it is the category."""
        page = self.page
        unlabelled: int | None = None
        for above in range(index - 1, max(index - 14, -1), -1):
            section = page.sections[above]
            status = self.status.get(above)
            if status == "themed":
                return None
            if status in ("label", "cue", "outcome") or section.kind in ("navigation", "caption"):
                continue
            words = page.words(above)
            if (
                status == "theme"
                or section.kind not in ("heading", "paragraph")
                or len(words) > 90
                or words[-1:] in '.!?;,”"’…'
                or section.level == 1
                or scheme_near(page.text, section.content_start, section.content_end) is not None
                or (page.award is not None and fold(page.award) in fold(words))
                or fold(words).strip(" .:*_") in cues()
                or CLAUSE.search(words)
                or ": " in words
            ):
                return None
            capital = words.isupper() and self.context.theme is not None and self.context.theme.isupper()
            if unlabelled is None and not capital and above not in self.consumed and self._names_somebody(above):
                unlabelled = above
                continue
            if (
                unlabelled is None
                and is_role(re.split(r",", words)[0])
                and above + 1 == index
                and self._names_somebody(above - 1)
            ):
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

    def _owns_person_above(self, index: int, start: int, end: int) -> bool:
        """Whether a line is the organisation of the person named on the line above; then it is kept as that."""
        last = self.candidates[-1] if self.candidates else None
        if (
            last is None
            or last.kind != "person"
            or last.section != index - 1
            or last.rule not in ("line_listed", "line_over", "heading_named")
        ):
            return False
        words = self.page.text[start:end]
        role, comma, _rest = words.partition(", ")
        if is_role(role) and not self.page.organisations_in(start, start + len(role)):
            if comma and last.organisation is None:
                last.organisation = fullest_name(self.page, start + len(role) + 2, end)
            return True
        if (
            looks_like_person(words)
            or self.page.people_in(start, end)
            or strength(words) == 2
            or (words.isupper() and " " in words)
        ):
            return False
        names = names_in(self.page, start, end, None)
        if not names or not self._known_span(names[0].start, names[0].end):
            return False
        start, end = names[0].start, names[0].end
        if last.organisation is None:
            last.organisation = fullest_name(self.page, start, end)
        return True

    def _medal(self, index: int) -> Outcome | None:
        """The outcome that a medal in place of a bullet shows."""
        section = self.page.sections[index]
        mark = self.page.text[section.start : section.content_start]
        if "\N{FIRST PLACE MEDAL}" in mark:
            return "winner"
        return "runner_up" if "\N{SECOND PLACE MEDAL}" in mark or "\N{THIRD PLACE MEDAL}" in mark else None

    def _capital_theme(self, index: int, words: str) -> bool:
        """Whether a line in capitals is one more category, where the category in force is in capitals too."""
        section = self.page.sections[index]
        theme = self.context.theme
        known = self.page.organisations_in(section.content_start, section.content_end) or self.page.people_in(
            section.content_start, section.content_end
        )
        if theme is None or not theme.isupper() or not words.isupper() or known:
            return False
        bare = fold(words).strip(" .:!")
        return (
            bare not in cues()
            and read_label(words, frozenset()) is None
            and sum(letter.isalpha() for letter in words) > 3
        )
