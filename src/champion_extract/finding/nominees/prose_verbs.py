"""Nominees by verbs: "X won CATEGORY", "X was shortlisted for CATEGORY", "CATEGORY went to X"."""

from __future__ import annotations

import re

from champion_extract.finding.nominees.categories import expected_kind, theme_of
from champion_extract.finding.nominees.naming import Name, names_in
from champion_extract.finding.nominees.outcomes import stated_outcome
from champion_extract.finding.nominees.prose_objects import ObjectReader
from champion_extract.finding.nominees.schemes import scheme_near
from champion_extract.finding.nominees.spots import Spot
from champion_extract.finding.nominees.subjects import subjects_before
from champion_extract.tables.recognition import RecognitionVerb, fold, no_awards
from champion_extract.vocabulary import Outcome

_GENERIC = re.compile(
    r"^\s*(?:at\s+(?:the|this)\b|(?:an?|the|two|three|four|its|their|his|her|another|"
    r"this|top|first)?\s*(?:[\w’'-]+\s+){0,5}?(?:awards?|prizes?|titles?|accolades?|"
    r"trophy|trophies|honours?|gold|silver)\b)"
)


_UNREAL = re.compile(
    r"\b(?:will|could|would|can|may|might|to|should|not|never|if|hope|hopes|hoping|whether|"
    r"who|which|how|what)\s+(?:be\s+|have\s+)?$",
    re.IGNORECASE,
)


_NAMED_WINNER = re.compile(
    r"\s*(?:as\s+)?(?:the\s+|a\s+|an\s+|our\s+|among\s+the\s+|one\s+of\s+the\s+)?(?:joint\s+|"
    r"overall\s+|worthy\s+|deserving\s+|national\s+|regional\s+)*(?:winners?|finalists?|"
    r"runners?-up|nominees?|recipients?)\b(?!\s+we)",
    re.IGNORECASE,
)


_PRONOUN = re.compile(
    r"(?:^|[\s“\"‘'(])(?:they|it|he|she|who|which|and|also|the (?:school|college|company|"
    r"firm|team|charity|business|trust|hub|academy|organisation|employer|project|duo|pair|winners?))"
    r"(?:,[^,.]{3,90},)?\s*(?:also|has|have|then|jointly|both)?\s*$",
    re.IGNORECASE,
)


_RUNNING = re.compile(
    r"(?<![\w-])(?:in the running|vying|competing|contending|battling|battle|up|in contention|contest\w*)\b", re.I
)


_APPOSED = re.compile(r"\*{0,2}(?:,\s[^,.]{3,60},|\s\([^()]{2,40}\))\s+")
_GRADED = re.compile(r"(?:the\s+)?((?:gold|silver|bronze|platinum)(?:\s+(?:award|medal|prize))?)\s+$", re.IGNORECASE)


_AFTER_DOING = re.compile(r"\b(?:after|by|on|upon|having|following|for)\s+(?:being\s+|also\s+|jointly\s+)?$")


_PRIZE_WORD = re.compile(
    r"\b(?:awards?|prizes?|title|trophy|accolade|honours?|category|winners?|finalists?|medal|of the year)\b",
    re.IGNORECASE,
)
_NAMING = re.compile(r"\b(?:has|have|today|proudly)\s+$")


_NO_CATEGORY = re.compile(r"Y(?:ear|r)?\s?\d|St\.? [A-Z]")
_GOING = re.compile(
    r"\s+(?:see|visit|watch|meet|find|work|help|talk|speak|look|school|university|college|press|print|town|bed|court)\b"
)


_THE_AWARD = re.compile(
    r"\s*(?:(?:the|this|that)\s+(?:award|title|category|prize|trophy|honour)\b|(?:it|this one)(?=\s*[,.;!]|"
    r"\s+(?:for|with|and|by|after)\b))"
)


_AWARD_WORD = re.compile(r"\b(?:award|title|prize|trophy|accolade|honour|medal|cup|place)s?\b", re.IGNORECASE)


class VerbReader(ObjectReader):
    """Reads one verb at a time; the sentence reader says which."""

    def _verb(
        self,
        index: int,
        verb: RecognitionVerb,
        clause: int,
        match: re.Match[str],
        bound: int,
        high: int,
        categories: list[tuple[int, int, int]],
        spots: list[Spot],
        theme: str | None,
        sentence: int,
    ) -> int | None:
        text = self.page.text
        before_verb = text[max(clause, match.start() - 20) : match.start()]
        relative = re.search(r"\b(?:who|which)\s+(?:have\s+)?$", before_verb) is not None
        if _UNREAL.search(before_verb) and verb.frame != "goes_to" and not relative:
            return None
        if verb.frame == "goes_to":
            return self._given(index, clause, match, high, bound, categories, theme)
        if verb.weak and verb.frame == "named" and fold(match.group()) in ("is", "was", "are", "were"):
            before = [
                c
                for c in categories
                if c[2] == 2
                and c[0] >= clause
                and (c[1] <= match.start() <= c[1] + 2 or _APPOSED.fullmatch(text, c[1], match.start()))
            ]
            if before:
                return self._given(index, clause, match, high, bound, categories, theme)
        objects, object_end = self._objects(match.end(), bound, categories, verb, fold(match.group()))
        outcome = verb.outcome
        gap = text[match.end() : objects[0][0]] if objects else text[match.end() : min(match.end() + 40, bound)]
        if objects or verb.frame != "wins":
            told = stated_outcome(gap)
            if told and verb.frame != "listed":
                outcome = told
        themes: list[str | None] = [theme_of(text[a:b]) for a, b in objects]
        generic = False
        if not objects and verb.frame != "wins":
            prior = [(a, b) for a, b, weight in categories if weight == 2 and sentence <= a and b <= match.start()]
            theme = theme_of(text[prior[-1][0] : prior[-1][1]]) if prior else theme
        if not objects:
            if verb.frame == "named":
                if (
                    not _NAMED_WINNER.match(gap) or (fold(match.group()) == "named" and _NAMING.search(before_verb))
                ) or (theme is None and self.page.award is None and scheme_near(text, sentence, high) is None):
                    return None  # "the winner of Monday's debate" is nobody's award
                themes = [theme]
            elif verb.frame == "listed":
                themes = [theme]
                generic = theme is None and scheme_near(text, match.end(), bound) is None and self.page.award is None
                if generic and not _PRIZE_WORD.search(text, sentence, high):
                    return None  # "nine shortlisted suppliers"
                generic = generic or verb.weak
            else:
                if not _GENERIC.match(text[match.end() : min(bound, match.end() + 90)]) and not (
                    theme and _THE_AWARD.match(text, match.end(), bound)
                ):
                    return None
                if any(part in fold(text[match.end() : min(bound, match.end() + 60)]) for part in no_awards()):
                    return None
                themes = [theme if _THE_AWARD.match(text, match.end(), bound) else None]
                generic = verb.weak
            object_end = match.end()
        if (
            generic
            and verb.frame != "listed"
            and verb.weak
            and not re.match(r"\s*(?:an?|the|another|its|their|two|three)\b", text[match.end() : bound])
        ):
            return None
        subjects = subjects_before(self.page, spots, clause, match.start(), expected_kind(themes[0]))
        if not subjects and objects and _AFTER_DOING.search(text, max(clause, match.start() - 24), match.start()):
            subjects = self._celebrating(spots, clause, match.start(), themes[0])
        if not subjects and relative and objects:
            subjects = self._antecedent(spots, clause, match.start(), themes[0])
        if not subjects and objects and _PRONOUN.search(text[clause : match.start()] or " "):
            personal = re.search(r"\b(?:he|she)\b", text[clause : match.start()], re.IGNORECASE)
            if personal and self.last_named is not None and match.start() - self.last_named[0] < 800:
                subjects = [self.last_named[1]]
            elif self.last_subjects:
                subjects = self.last_subjects
        subjects = [self._fuller(name) for name in subjects]
        if not subjects and verb.frame == "listed":
            subjects = self._listed_after(match.end() if not objects else object_end, bound, high, themes[0])
        if not subjects and objects and clause == sentence and not self.last_subjects:
            subjects = self._describe(sentence, match.start(), high, themes, outcome)
        if not subjects:
            return object_end if objects else None
        if fold(match.group()).startswith("share") or "jointly" in gap:
            subjects = subjects + self._sharers(object_end, high, themes[0])
        joint = (len(subjects) > 1 and outcome == "winner") or "joint" in fold(text[match.start() : object_end])[:60]
        self._add(
            index,
            subjects,
            themes,
            outcome,
            joint and outcome == "winner",
            sentence,
            high,
            f"prose_{verb.frame}",
            0.6 if generic or not objects else 0.85,
        )
        self.last_subjects = subjects
        return object_end

    def _listed_after(self, at: int, bound: int, high: int, theme: str | None) -> list[Name]:
        """ "Shortlisted for Best School are X, Y and Z": names after the verb's object."""
        text = self.page.text
        lead = re.compile(
            r"[^.:]{0,64}?(?:\b(?:are|were|was|is|include|included)\b\s*:?|:)\s+(?:the\s+)?(?=[A-Z])"
        ).match(text, at, high)
        if not lead:
            return []
        return names_in(self.page, lead.end(), high, expected_kind(theme))

    def _given(
        self,
        index: int,
        clause: int,
        match: re.Match[str],
        high: int,
        bound: int,
        categories: list[tuple[int, int, int]],
        theme: str | None,
    ) -> int | None:
        text = self.page.text
        ahead = [(low, end, weight) for low, end, weight in categories if clause <= low and end <= match.start()]
        before = (
            [(low, end) for low, end, weight in ahead if weight == 2]
            or [(low, end) for low, end, weight in ahead if weight == 1]
            or [
                (low, end)
                for low, end, _ in ahead
                if (match.start() - end <= 3 or (low - clause <= 6 and _APPOSED.fullmatch(text, end, match.start())))
                and self.page.award is not None
                and (" " in text[low:end] or low == clause)
                and not self.page.organisations_in(low, end)
                and not self.page.people_in(low, end)
                and not _NO_CATEGORY.match(text, low, end)
            ]
        )
        if _GOING.match(text, match.end(), min(match.end() + 24, high)):
            return None  # "Year 10 went to see Siemens"
        named: str | None = None
        graded = _GRADED.search(text, max(clause, match.start() - 24), match.start())
        if graded and not any(weight == 2 and end <= graded.start() for _, end, weight in ahead):
            named = graded.group(1)
        elif before:
            low, end = before[-1]
            named = theme_of(text[low:end])
        elif re.search(
            r"\b(?:award|title|prize|trophy|accolade|honour|cheer of the night|spot|place|it)\b",
            text[clause : match.start()],
            re.IGNORECASE,
        ):
            named = theme
        else:
            return None
        if named is None and not _AWARD_WORD.search(text, clause, match.start()):
            return None  # "it goes to the Supreme Court"
        stop = bound if bound < high else high
        names = self._after(match.end(), stop, high, named)
        if "shared" in match.group() or "between" in match.group():
            names = [part for name in names for part in self._halves(name)]
        if not names:
            return None
        outcome: Outcome = (None if graded else stated_outcome(text[clause : match.start()])) or "winner"
        linking = fold(match.group()) in ("is", "was", "are", "were")
        if linking and _RUNNING.search(text, clause, match.start()):
            outcome = self.page.outcome if self.page.outcome == "finalist" else "shortlisted"
        elif outcome in ("shortlisted", "finalist", "nominated"):
            outcome = "winner"
        self._add(
            index, names, [named], outcome, len(names) > 1 and outcome == "winner", clause, high, "prose_goes_to", 0.85
        )
        self.last_subjects = names
        return names[-1].end
