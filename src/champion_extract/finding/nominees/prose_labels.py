"""Nominees beside labels inside prose: "Best School: X; Best College: Y", "X, winner of Y", "ahead of runner-up X"."""

from __future__ import annotations

import re

from champion_extract.finding.nominees.categories import expected_kind, strength, theme_of
from champion_extract.finding.nominees.naming import Name, names_in
from champion_extract.finding.nominees.outcomes import stated_outcome
from champion_extract.finding.nominees.prose_verbs import VerbReader
from champion_extract.finding.nominees.schemes import scheme_near
from champion_extract.finding.nominees.shapes import kind_of
from champion_extract.finding.nominees.spots import Spot, spots_in
from champion_extract.finding.nominees.subjects import subjects_before
from champion_extract.tables.recognition import fold, outcome_labels

_AS_WINNER = re.compile(
    r"\b(joint winners?|overall winners?|winners?|runners?-up|runners? up|finalists?|"
    r"recipients?|shortlisted|highly commended|nominees?)\s+(?:of|in|for|at)\s+(?:(?:the|"
    r"this year[’']s|our|last night[’']s|a|an)\s+)?(?:(?:prestigious|coveted|inaugural|"
    r"national|regional|first|top)\s+)?(?:(?:19|20)\d\d\s+)?(?=[A-Z‘“\"])"
)


_LABEL_NAME = re.compile(
    r"\b(joint winners?|overall winners?|winners?|runners?-up|runners? up|finalists?|"
    r"highly commended|commended|joint runners?-up|in the running|Joint winners?|Winners?|"
    r"Runners?[- ]up|Finalists?|Highly [Cc]ommended|Shortlisted|Commended|Nominees?)(?:\s+(?:was|"
    r"were|is|are|included|include)\b|\s*[:–—]|\s+-)?\s+(?=(?:the\s+)?[A-Z0-9@])"
)


_CATEGORY_MARK = re.compile(
    r"[’”\"']?\s*(?:(?:[Aa]ward|[Cc]ategory|[Pp]rize)\s*)?(?:\([^()\n]{0,80}\)\s*)?(?:[Jj]oint\s+)"
    r"?(?:[Ww]inners?\s*)?(?:[:?]|\s[–—-])\s+(?=[A-Z0-9@“‘])"
)


_ARE = re.compile(r"\b(?:were|are)\b")


_CATEGORY_WINNER = re.compile(r"\s+winners?\s*(?:,|was|is|were|are)?\s+(?=[A-Z])")


_PRAISE = re.compile(
    r"\b(?:congratulations|congrats|well done|huge congratulations|kudos|hats off|bravo|"
    r"meet|introducing|we meet|interview with|interview:)\s+(?:(?:also|too|as well|again)\s+)?(?:to\s+|"
    r"go to\s+)?(?:the\s"
    r"+|our\s+|all at\s+|everyone at\s+)?(?=[A-Z@])",
    re.IGNORECASE,
)


_BEFORE_WINNER = re.compile(
    r"[\s,(–—-]*(?:(?:the|a|an|is|was|as|are|were|our|proud|became|and|joint|been|named|"
    r"crowned|announced|has|have|\d{4})\b\s*)*$"
)


class LabelReader(VerbReader):
    """Reads what a sentence says without a verb of winning."""

    def _marked(
        self,
        index: int,
        low: int,
        high: int,
        strong: list[tuple[int, int]],
        done: list[tuple[int, int]],
        theme: str | None,
    ) -> None:
        """ "Best School: X; Best College: Y", "And the Unsung Hero? X": categories followed by a mark and a name."""
        text = self.page.text
        for place, (start, end) in enumerate(strong):
            mark = _CATEGORY_MARK.match(text, end, min(high, end + 120))
            if not mark:
                continue
            stop = strong[place + 1][0] if place + 1 < len(strong) else high
            label = _LABEL_NAME.search(text, mark.end(), stop)
            slot_end = label.start() if label and label.start() > mark.end() + 2 else stop
            begin = label.end() if label and label.start() <= mark.end() + 2 else mark.end()
            slot_end = stop if begin != mark.end() else slot_end
            named = theme_of(text[start:end])
            names = names_in(self.page, begin, slot_end, expected_kind(named))
            if names:
                outcome = (
                    (stated_outcome(label.group(1)) if label and begin != mark.end() else None)
                    or stated_outcome(mark.group())
                    or self.page.outcome
                )
                self._add(
                    index,
                    names,
                    [named],
                    outcome,
                    len(names) > 1 and outcome == "winner",
                    low,
                    high,
                    "prose_label",
                    0.8,
                )
                self.last_subjects = names
                done.append((start, names[-1].end))

    def _winners_of(
        self,
        index: int,
        low: int,
        high: int,
        categories: list[tuple[int, int, int]],
        spots: list[Spot] | None,
        theme: str | None,
    ) -> None:
        """ "X, winner of the Y award", "the winner of Y was X", "Y winner X"."""
        text = self.page.text
        for match in _AS_WINNER.finditer(text, low, high):
            following = [(a, b, w) for a, b, w in categories if match.end() - 1 <= a <= match.end() + 30]
            if not following:
                continue
            start, end, weight = following[0]
            scheme = scheme_near(text, match.end(), min(high, end + 8)) is not None
            if (
                weight < 2
                and not scheme
                and not strength(text[start:end])
                and not re.match(r"(?:winners?|recipients?)", match.group(1))
            ):
                continue
            named = None if scheme and weight < 2 else theme_of(text[start:end])
            outcome = stated_outcome(match.group(1))
            after = re.compile(
                r"[’”\"']?\s*(?:award|category|prize|title)?\s*(?:(?:in\s+)?(?:19|20)\d\d)?\s*(?:,\s+|"
                r"\s+(?:was|is|were|are)\s+|\s*[:–—]\s+|\s+-\s+)(?:(?:the|our|local)\s+)?(?=[A-Z])"
            ).match(text, end, high)
            names: list[Name] = []
            if spots is None:
                spots = spots_in(self.page, low, high)
            free = [
                spot for spot in spots if not any(a < spot.end and spot.start < b for a, b, w in categories if w == 2)
            ]
            before = text[max(low, match.start() - 40) : match.start()]
            if re.search(
                (
                    r"(?:,|\(|–|—|-|\bis|\bwas|\bas|\bare|\bwere|\bthe|\ba|\band|\bbecame|\bour)\s*(?:the\s+|"
                    r"a\s+|an\s+|our\s+|\d{4}\s+|proud\s+|joint\s+)*$"
                ),
                before,
            ):
                stop = match.start() - len(before) + len(_BEFORE_WINNER.sub("", before))
                beside = [spot for spot in free if spot.end == stop]
                names = (
                    [
                        Name(
                            beside[0].start,
                            beside[0].end,
                            "person"
                            if beside[0].person
                            else kind_of(self.page, beside[0].start, beside[0].end, expected_kind(named)),
                            None,
                        )
                    ]
                    if beside
                    else subjects_before(
                        self.page,
                        free,
                        low,
                        match.start()
                        - len(before)
                        + len(
                            re.sub(
                                (
                                    r"[\s,(–—-]*(?:(?:the|a|an|is|was|as|are|were|our|proud|became|and|joint|"
                                    r"been|named|"
                                    r"crowned|announced|has|have|\d{4})\b\s*)*$"
                                ),
                                "",
                                before,
                            )
                        ),
                        expected_kind(named),
                    )
                )
            if not names and after:
                names = names_in(self.page, after.end(), high, expected_kind(named))
            if names:
                self._add(
                    index,
                    names,
                    [named],
                    outcome,
                    len(names) > 1 and outcome == "winner",
                    low,
                    high,
                    "prose_winner_of",
                    0.8,
                )
                self.last_subjects = names
        for start, end, weight in categories:
            if weight == 2 and (tail := _CATEGORY_WINNER.match(text, end, min(high, end + 30))):
                named = theme_of(text[start:end])
                names = self._after(tail.end(), high, high, named)[:1]
                if names:
                    self._add(index, names, [named], "winner", False, low, high, "prose_category_winner", 0.8)

    def _bracketed(self, index: int, low: int, high: int, strong: list[tuple[int, int]]) -> None:
        """ "The winners were X (Best School) and Y (Best College)"."""
        text = self.page.text
        for start, end in strong:
            if start > low + 2 and text[start - 1] == "(" and text[end : end + 1] in (")", ",", ";"):
                spots = [
                    spot for spot in spots_in(self.page, max(low, start - 140), start - 1) if start - 3 <= spot.end + 1
                ]
                if spots:
                    names = subjects_before(self.page, spots, low, spots[-1].end, None)
                    if not names or names[-1].start < spots[-1].start:
                        person = spots[-1].person
                        kind = "person" if person else kind_of(self.page, spots[-1].start, spots[-1].end, None)
                        names = [Name(spots[-1].start, spots[-1].end, kind, None)]
                    outcome = stated_outcome(text[low:start]) or self.page.outcome
                    self._add(
                        index, names[-1:], [theme_of(text[start:end])], outcome, False, low, high, "prose_bracket", 0.8
                    )

    def _label_names(self, index: int, low: int, high: int, theme: str | None, strong: list[tuple[int, int]]) -> None:
        """ "ahead of runner-up X", "Highly commended: X" inside a paragraph."""
        text = self.page.text
        matches = list(_LABEL_NAME.finditer(text, low, high))
        for place, match in enumerate(matches):
            before = [pair for pair in strong if pair[1] <= match.start()]
            named = theme_of(text[before[-1][0] : before[-1][1]]) if before else theme
            if any(start <= match.end() < end for start, end in strong):
                continue
            label = outcome_labels().get(fold(match.group(1)))
            if label is None:
                continue
            capital = match.group(1)[0].isupper() and (
                ":" in match.group() or "–" in match.group() or "-" in match.group()[-3:]
            )
            opens = match.start() <= low + 4 and match.group(1)[0].isupper() and _ARE.search(match.group()) is not None
            if named is None and not capital and not (opens and self.page.award is not None):
                continue
            stop = min(
                [pair[0] for pair in strong if pair[0] > match.end()]
                + [later.start() for later in matches[place + 1 : place + 2]]
                + [high]
            )
            names = self._after(match.end(), stop, high, named)
            if not capital and re.search(r"\b(?:were|are|include|included|:)\s*$", match.group()) is None:
                names = names[:1]
            names = [name for name in names if not any(found.start == name.start for found in self.candidates[-8:])]
            if names:
                self._add(
                    index,
                    names,
                    [named],
                    label.outcome,
                    label.joint or (len(names) > 1 and label.outcome == "winner" and named is not None),
                    low,
                    high,
                    "prose_label",
                    0.75,
                )

    def _praised(self, index: int, low: int, high: int, strong: list[tuple[int, int]], theme: str | None) -> None:
        """ "Congratulations to X, our Careers Leader of the Year!" """
        text = self.page.text
        match = _PRAISE.search(text, low, high)
        if not match or match.end() >= high or not (strong or theme):
            return
        named = theme_of(text[strong[0][0] : strong[0][1]]) if strong else theme
        stop = strong[0][0] if strong and strong[0][0] > match.end() else high
        stop = match.end() + len(
            re.sub(
                r"(?:[\s,(–—-]+(?:(?:our|the|a|an|who|is|was|named|winner|winners|of|who\s+won|this|year[’']s)\b)?)+$",
                "",
                text[match.end() : stop],
            )
        )
        names = names_in(self.page, match.end(), stop, expected_kind(named))
        if names:
            outcome = stated_outcome(text[low:high]) or self.page.outcome or "winner"
            self._add(index, names, [named], outcome, False, low, high, "prose_praise", 0.7)
