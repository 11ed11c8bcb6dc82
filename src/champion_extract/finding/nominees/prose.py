"""Nominees in running prose: "X was named Y of the Year, while Z won ...", "the Y award went to X", "X, winner of Y".

A sentence is read verb by verb. What stands before "won" is its subject, the category after it its object; "went to" is
the other way round. A category that a sentence does not repeat is the last one named in its paragraph, or its heading's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from champion_extract.finding.nominees.awards import scheme_after, scheme_near, without_year, year_in
from champion_extract.finding.nominees.categories import categories_in, expected_kind, strength, theme_of
from champion_extract.finding.nominees.naming import Name, is_role, names_in
from champion_extract.finding.nominees.outcomes import stated_outcome
from champion_extract.finding.nominees.page import Candidate, Page
from champion_extract.finding.nominees.subjects import Spot, spots_in, subjects_before
from champion_extract.records import Outcome
from champion_extract.tables.recognition import RecognitionVerb, fold, no_awards, outcome_labels, recognition_verbs

_SENTENCE = re.compile(r"(?<=[.!?])[”\"’')]{0,2}\s+(?=[A-Z“\"‘'(•–-])|\n")
_ABBREVIATED = re.compile(r"(?:\b(?:St|Dr|Mr|Mrs|Ms|Prof|Rev|Sir|Mt|Fr|Co)|\b[A-Z])\.$")
_GATE = re.compile(
    r"\b(?:awards?|awarded|won|wins?|winners?|winning|shortlist\w*|finalists?|runners?-up|runners? up|commended|nominat\w+|of the year|"
    r"prizes?|trophy|accolades?|crowned|scooped|scoops|best|title|honours?|honoured|category|took|congratulations|commendation|certificate|"
    r"medal|cup|went to|goes to|go to|hero|star|champions?|named|chosen|selected|faces|up against|in the running|meet|recognised|leader)\b",
    re.IGNORECASE,
)
_GAP = re.compile(
    r"^(?:[\s,‘“\"'’:]|\b(?:the|a|an|our|its|their|his|her|this|that|year[’']s|prestigious|coveted|first|ever|inaugural|joint|overall|title|titles|of|"
    r"award|awards|prize|prizes|accolade|for|winner|winners|in|as|to|be|both|top|national|regional|local|county|category|categories|"
    r"runner-up|runners-up|finalist|finalists|highly|commended|gold|silver|bronze|named|been|also|two|three|new|newly|\d{4}|hotly|contested|"
    r"much|special|among|three|four|five|six|seven|eight|nine|ten|second|third|certificate|trophy|judges[’']?|being|one|by|with)\b)*$",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"^\s*(?:at\s+(?:the|this)\b|(?:an?|the|two|three|four|its|their|his|her|another|this|top|first)?\s*(?:[\w’'-]+\s+){0,5}?"
    r"(?:awards?|prizes?|titles?|accolades?|trophy|trophies|honours?|gold|silver)\b)"
)
_PREVIOUS = re.compile(r"\b(?:last year[’']s|previous|past|former|reigning|defending|the \d{4} winners? (?:was|were)|previously)\b", re.IGNORECASE)
_UNREAL = re.compile(r"\b(?:will|could|would|can|may|might|to|should|not|never|if|hope|hopes|hoping|whether|who|which|how|what)\s+(?:be\s+|have\s+)?$", re.IGNORECASE)
_AS_WINNER = re.compile(
    r"\b(joint winners?|overall winners?|winners?|runners?-up|runners? up|finalists?|recipients?|shortlisted|highly commended|nominees?)\s+"
    r"(?:of|in|for|at)\s+(?:(?:the|this year[’']s|our|last night[’']s|a|an)\s+)?(?:(?:prestigious|coveted|inaugural|national|regional|first|top)\s+)?(?:(?:19|20)\d\d\s+)?(?=[A-Z‘“\"])"
)
_LABEL_NAME = re.compile(
    r"\b(joint winners?|overall winners?|winners?|runners?-up|runners? up|finalists?|highly commended|commended|joint runners?-up|in the running|"
    r"Joint winners?|Winners?|Runners?[- ]up|Finalists?|Highly [Cc]ommended|Shortlisted|Commended|Nominees?)"
    r"(?:\s+(?:was|were|is|are|included|include)\b|\s*[:–—]|\s+-)?\s+(?=(?:the\s+)?[A-Z0-9@])"
)
_CATEGORY_MARK = re.compile(r"[’”\"']?\s*(?:(?:[Aa]ward|[Cc]ategory|[Pp]rize)\s*)?(?:\([^()\n]{0,80}\)\s*)?(?:[Jj]oint\s+)?(?:[Ww]inners?\s*)?(?:[:?]|\s[–—-])\s+(?=[A-Z0-9@“‘])")
_CATEGORY_WINNER = re.compile(r"\s+winners?\s*(?:,|was|is|were|are)?\s+(?=[A-Z])")
_PRAISE = re.compile(r"\b(?:congratulations|congrats|well done|huge congratulations|kudos|hats off|bravo|meet|introducing|we meet|interview with|interview:)\s+(?:also\s+)?(?:to\s+|go to\s+)?(?:the\s+|our\s+|all at\s+|everyone at\s+)?(?=[A-Z@])", re.IGNORECASE)


@cache
def _verbs() -> re.Pattern[str]:
    phrases = sorted(recognition_verbs(), key=len, reverse=True)
    copulas = [phrase for phrase in phrases if recognition_verbs()[phrase].weak and recognition_verbs()[phrase].frame == "named"]
    plain = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases if phrase not in copulas)
    linking = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in copulas)
    return re.compile(
        rf"\b(?:{plain})\b|\b(?:{linking})\b(?=\s+(?:(?:the|our|this year[’']s|a|an|as)\s+)*(?:\d{{4}}\s+)?(?:joint\s+|overall\s+)?(?:winner|finalist|[A-Z‘“]|(?:\w+\s+){{0,2}}(?:finalists|winners|shortlisted)))",
        re.IGNORECASE,
    )


_NAMED_WINNER = re.compile(
    r"\s*(?:as\s+)?(?:the\s+|a\s+|an\s+|our\s+|among\s+the\s+|one\s+of\s+the\s+)?(?:joint\s+|overall\s+|worthy\s+|deserving\s+|national\s+|regional\s+)*"
    r"(?:winners?|finalists?|runners?-up|nominees?|recipients?)\b(?!\s+we)", re.IGNORECASE
)
_TITLED = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame)\.?\s+\S+$")
_PRONOUN = re.compile(
    r"(?:^|[\s“\"‘'(])(?:they|it|he|she|who|which|and|also|the (?:school|college|company|firm|team|charity|business|trust|hub|academy|organisation|employer))"
    r"\s*(?:also|has|have|then|jointly|both)?\s*$", re.IGNORECASE
)


_DIRECT = re.compile(
    r"\s*(?:(?:as|in|for|the|our|a|an|title|of|joint|joint winners?|winners?|finalists?|runners?-up|among|one|two|three|four|five|six|category|"
    r"this year[’']s|shortlisted|also|both|by|judges|prestigious|coveted|\d{4})[\s‘“\"']+)*", re.IGNORECASE
)


_LATE = re.compile(r"[.;]")


class ProseReader:
    """Reads the paragraphs of one document; ``candidates`` are those found."""

    def __init__(self, page: Page, theme_at: dict[int, str], placed: list[tuple[int, str]] | None = None) -> None:
        self.page = page
        self.placed = placed or []
        self.theme_at = theme_at
        self.candidates: list[Candidate] = []
        self.last_subjects: list[Name] = []
        self.last_theme: tuple[int, str] | None = None
        self.last_named: tuple[int, Name] | None = None
        self.last_scheme: tuple[int, str] | None = None

    def read(self, skip: set[int]) -> None:
        """Read all paragraphs, items and headings but those in ``skip``."""
        for index, section in enumerate(self.page.sections):
            if index in skip or section.kind not in ("paragraph", "heading", "item"):
                continue
            if section.content_end - section.content_start > 20_000:
                self._pieces(index)
            elif _GATE.search(self.page.text, section.content_start, section.content_end):
                self._paragraph(index, section.content_start, section.content_end)

    def _pieces(self, index: int) -> None:
        """A document in one block, sentence by sentence."""
        section = self.page.sections[index]
        self._paragraph(index, section.content_start, section.content_end)

    def _paragraph(self, index: int, start: int, end: int) -> None:
        theme = self.theme_at.get(index)
        if theme is None:
            theme = self._placed_before(index, end)
        if theme is None and self.last_theme is not None and index - self.last_theme[0] <= 4:
            theme = self.last_theme[1]
        text = self.page.text
        for low, high in sentences(text, start, end):
            if high - low > 1500:
                high = low + 1500
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
            if " " in self.page.text[name.start : name.end] and not _TITLED.match(self.page.text[name.start : name.end]):
                self.last_named = (low, Name(name.start, name.end, "person", None))
                break
        else:
            found = [spot for spot in spots_in(self.page, low, min(high, low + 120)) if spot.person] if not self.page.people else []
            if found:
                self.last_named = (low, Name(found[0].start, found[0].end, "person", None))

    def _sentence(self, index: int, low: int, high: int, theme: str | None) -> str | None:
        """Read one sentence; gives the last category it names."""
        text = self.page.text
        categories = list(categories_in(text, low, high, self.page.themes))
        strong = [(a, b) for a, b, weight in categories if weight == 2]
        spots: list[Spot] | None = None
        found_before = len(self.candidates)
        if _PREVIOUS.search(text, low, high):
            return theme_of(text[strong[-1][0] : strong[-1][1]]) if strong else None
        done: list[tuple[int, int]] = []
        self._marked(index, low, high, strong, done, theme)
        clause = low
        matches = [match for match in _verbs().finditer(text, low, high) if not any(a <= match.start() < b for a, b in done)]
        for place, match in enumerate(matches):
            verb = recognition_verbs().get(fold(match.group()))
            if verb is None or match.start() < clause:
                continue
            if any(a <= match.start() < b for a, b in strong):
                continue
            bound = matches[place + 1].start() if place + 1 < len(matches) else high
            if spots is None:
                spots = [spot for spot in spots_in(self.page, low, high) if not any(a < spot.end and spot.start < b for a, b in strong)]
            stop = self._verb(index, verb, clause, match, bound, high, categories, spots, theme, low)
            if stop:
                clause = stop
        spots = spots if spots is not None else []
        self._winners_of(index, low, high, categories, spots or None, theme)
        self._bracketed(index, low, high, strong)
        self._label_names(index, low, high, theme, strong)
        if len(self.candidates) == found_before:
            self._praised(index, low, high, strong, theme)
        return theme_of(text[strong[-1][0] : strong[-1][1]]) if strong else None

    # "X won CATEGORY", "CATEGORY went to X", "X was shortlisted for CATEGORY"

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
        if _UNREAL.search(text, max(clause, match.start() - 20), match.start()) and not verb.frame == "goes_to":
            if not re.search(r"\b(?:who|which)\s+(?:have\s+)?$", text[max(clause, match.start() - 20) : match.start()]):
                return None
        if verb.frame == "goes_to":
            return self._given(index, clause, match, high, bound, categories, theme)
        if verb.weak and verb.frame == "named" and fold(match.group()) in ("is", "was", "are", "were"):
            before = [c for c in categories if c[2] == 2 and c[1] <= match.start() <= c[1] + 2 and c[0] >= clause]
            if before:
                return self._given(index, clause, match, high, bound, categories, theme)
        objects, object_end = self._objects(match.end(), bound, categories, verb)
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
                if not _NAMED_WINNER.match(gap):
                    return None
                themes = [theme]
            elif verb.frame == "listed":
                themes = [theme]
                generic = theme is None and scheme_near(text, match.end(), bound) is None and self.page.award is None
                generic = generic or verb.weak
            else:
                if not _GENERIC.match(text[match.end() : min(bound, match.end() + 90)]) and not (
                    theme and re.match(r"\s*(?:the|this)\s+(?:award|title|category|prize)\b", text[match.end() : bound])
                ):
                    return None
                if any(part in fold(text[match.end() : min(bound, match.end() + 60)]) for part in no_awards()):
                    return None
                themes = [theme if re.match(r"\s*(?:the|this)\s+(?:award|title|category|prize)\b", text[match.end() : bound]) else None]
                generic = verb.weak
            object_end = match.end()
        if generic and verb.frame != "listed" and verb.weak and not re.match(r"\s*(?:an?|the|another|its|their|two|three)\b", text[match.end() : bound]):
            return None
        subjects = subjects_before(self.page, spots, clause, match.start(), expected_kind(themes[0]))
        if not subjects and objects and _PRONOUN.search(text[clause : match.start()] or " "):
            personal = re.search(r"\b(?:he|she)\b", text[clause : match.start()], re.IGNORECASE)
            if personal and self.last_named is not None and match.start() - self.last_named[0] < 800:
                subjects = [self.last_named[1]]
            elif self.last_subjects:
                subjects = self.last_subjects
        subjects = [self._fuller(name) for name in subjects]
        if not subjects and verb.frame == "listed":
            subjects = self._listed_after(match.end() if not objects else object_end, bound, high, themes[0])
        if not subjects:
            return object_end if objects else None
        joint = len(subjects) > 1 and outcome == "winner" or "joint" in fold(text[match.start() : object_end])[:60]
        self._add(index, subjects, themes, outcome, joint and outcome == "winner", sentence, high, f"prose_{verb.frame}", 0.6 if generic or not objects else 0.85)
        self.last_subjects = subjects
        return object_end

    def _fuller(self, name: Name) -> Name:
        """ "Mr Treloar" is the Pasco Treloar named before."""
        text = self.page.text
        words = text[name.start : name.end]
        if not _TITLED.match(words):
            return name
        surname = words.split()[-1]
        for known in self.page.people_in(max(0, name.start - 2000), name.start):
            full = text[known.start : known.end]
            if full.endswith(" " + surname) and not _TITLED.match(full):
                return Name(known.start, known.end, "person", name.organisation)
        return name

    def _objects(
        self, at: int, bound: int, categories: list[tuple[int, int, int]], verb: RecognitionVerb
    ) -> tuple[list[tuple[int, int]], int]:
        """The categories that are a verb's object, and where they end."""
        text = self.page.text
        objects: list[tuple[int, int]] = []
        end = at
        for low, high, weight in categories:
            if low < at or high > bound or low - end > 110:
                continue
            gap = text[end:low]
            if not objects:
                near = _GAP.match(gap) is not None or (weight == 2 and verb.frame != "named" and len(gap) <= 45 and gap.count(",") == 0)
                if not near:
                    if weight == 2 and verb.frame == "wins" and not verb.weak and len(gap) <= 60:
                        near = True
                    else:
                        continue
                sure = verb.frame == "listed" or verb.frame == "wins" and self.page.award is not None or "crown" in text[at - 8 : at]
                if re.search(r"\b(?:finalists?|shortlist(?:ed)?|winners?|runners?-up)\b", gap) and not _LATE.search(gap):
                    sure = True
                elif weight == 1 and verb.weak and re.fullmatch(r"\s*(?:our|this year[’']s)\s+(?:new\s+)?", gap):
                    sure = True  # "is our School Champion"
                elif weight < 2 and verb.weak and verb.frame == "wins" and scheme_near(text, high, min(bound + 60, high + 90)):
                    sure = True  # "took Schools Engagement at last week's Cargo Future Awards"
                elif weight < 2 and verb.weak:
                    continue
                if weight < 2 and (not self._takes_any(gap, low, high, sure, verb.frame == "wins")):
                    continue
            elif weight < 2 or not re.fullmatch(r"[’”\"']?\s*(?:award|category|prize|title)?s?\s*,?\s*(?:(?:and|as well as|plus|also)\s+)*(?:(?:the|a|for|our)\s+)*[‘“\"']?", gap):
                break
            high = self._qualified(low, high, bound)
            objects.append((low, high))
            end = high
        return objects, end

    def _qualified(self, low: int, high: int, bound: int) -> int:
        """The end of a category with the bracket that narrows it: "Careers Champion (North)"."""
        bracket = re.compile(r" \([A-Z][^()\n]{2,40}\)").match(self.page.text, high, bound)
        return bracket.end() if bracket else high

    def _takes_any(self, gap: str, low: int, high: int, sure: bool, winning: bool) -> bool:
        """Whether capitalised words that are no known category may be one here: "won the Employer Engagement ..."."""
        text = self.page.text
        words = text[low:high]
        if not _DIRECT.fullmatch(gap):
            return False
        if is_role(words) and strength(words) == 0 and not winning:
            return False
        if any(mention.end >= high for mention in self.page.organisations_in(max(low - 1, 0), high)) or fold(words).endswith("awards"):
            return strength(words) >= 1 and " " in words
        return sure or strength(words) >= 1

    def _listed_after(self, at: int, bound: int, high: int, theme: str | None) -> list[Name]:
        """ "Shortlisted for Best School are X, Y and Z": names after the verb's object."""
        text = self.page.text
        lead = re.compile(r"[^.:]{0,24}?(?:\b(?:are|were|was|is|include|included)\b\s*:?|:)\s+(?:the\s+)?(?=[A-Z])").match(text, at, high)
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
                if match.start() - end <= 3 and " " in text[low:end]
                and not self.page.organisations_in(low, end) and not self.page.people_in(low, end)
            ]
        )
        named: str | None = None
        if before:
            low, end = before[-1]
            named = theme_of(text[low:end])
        elif re.search(r"\b(?:award|title|prize|trophy|accolade|honour|cheer of the night|spot|place|it)\b", text[clause : match.start()], re.IGNORECASE):
            named = theme
        else:
            return None
        if text[clause : match.start()].strip().casefold() == "it" and theme is None:
            return None
        stop = bound if bound < high else high
        names = self._after(match.end(), stop, high, named)
        if not names:
            return None
        outcome: Outcome = stated_outcome(text[clause : match.start()]) or "winner"
        if outcome in ("shortlisted", "finalist", "nominated"):
            outcome = "winner"
        self._add(index, names, [named], outcome, len(names) > 1 and outcome == "winner", clause, high, "prose_goes_to", 0.85)
        self.last_subjects = names
        return names[-1].end

    def _after(self, at: int, stop: int, high: int, theme: str | None) -> list[Name]:
        """Names that follow ``at`` in a sentence: up to where the next clause begins."""
        text = self.page.text
        lead = re.compile(r"\s*(?:[a-z][\w’'-]*\s+){0,7}(?=[A-Z0-9])").match(text, at, stop)
        at = lead.end() if lead else at
        cut = re.compile(r",?\s+(?:while|whilst|with|and\s+the|but|as|after|before|when)\s|;|,\s+(?:and\s+)?(?:the|with|while)\s").search(text, at, stop)
        end = cut.start() if cut and not (cut.group().strip().startswith("and") and self._continues_name(at, cut.start(), stop)) else stop
        known = [spot for spot in spots_in(self.page, at, min(end, at + 200)) if spot.start == at and spot.known]
        names = names_in(self.page, at, end, expected_kind(theme))
        if not names and known:
            names = [Name(known[0].start, known[0].end, "person" if known[0].person else "organisation", None)]
        return names

    def _continues_name(self, at: int, cut: int, stop: int) -> bool:
        return any(mention.start < cut < mention.end for mention in self.page.organisations_in(at, stop))

    def _scheme_after(self, index: int, low: int, high: int) -> tuple[str, int | None] | None:
        """The scheme at which the sentence's category was won, or, where none is named, the one named just before."""
        for start, end, weight in categories_in(self.page.text, low, high, self.page.themes):
            scheme = scheme_after(self.page.text, end, high)
            if scheme is not None:
                self.last_scheme = (index, scheme[0])
                return scheme
        if self.page.award is None and self.last_scheme is not None and index - self.last_scheme[0] <= 3:
            return self.last_scheme[1], None
        return None

    # labels inside prose

    def _marked(self, index: int, low: int, high: int, strong: list[tuple[int, int]], done: list[tuple[int, int]], theme: str | None) -> None:
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
                outcome = (stated_outcome(label.group(1)) if label and begin != mark.end() else None) or stated_outcome(mark.group()) or self.page.outcome
                self._add(index, names, [named], outcome, len(names) > 1 and outcome == "winner", low, high, "prose_label", 0.8)
                self.last_subjects = names
                done.append((start, names[-1].end))

    def _winners_of(
        self, index: int, low: int, high: int, categories: list[tuple[int, int, int]], spots: list[Spot] | None, theme: str | None
    ) -> None:
        """ "X, winner of the Y award", "the winner of Y was X", "Y winner X"."""
        text = self.page.text
        for match in _AS_WINNER.finditer(text, low, high):
            following = [(a, b, w) for a, b, w in categories if match.end() - 1 <= a <= match.end() + 30]
            if not following:
                continue
            start, end, weight = following[0]
            scheme = scheme_near(text, match.end(), min(high, end + 8)) is not None
            if weight < 2 and not scheme and not strength(text[start:end]) and not re.match(r"(?:winners?|recipients?)", match.group(1)):
                continue
            named = None if scheme and weight < 2 else theme_of(text[start:end])
            outcome = stated_outcome(match.group(1))
            after = re.compile(r"[’”\"']?\s*(?:award|category|prize|title)?\s*(?:(?:in\s+)?(?:19|20)\d\d)?\s*(?:,\s+|\s+(?:was|is|were|are)\s+|\s*[:–—]\s+|\s+-\s+)(?:(?:the|our|local)\s+)?(?=[A-Z])").match(text, end, high)
            names: list[Name] = []
            if spots is None:
                spots = spots_in(self.page, low, high)
            free = [spot for spot in spots if not any(a < spot.end and spot.start < b for a, b, w in categories if w == 2)]
            before = text[max(low, match.start() - 40) : match.start()]
            if re.search(r"(?:,|\(|–|—|-|\bis|\bwas|\bas|\bare|\bwere|\bthe|\ba|\band|\bbecame|\bour)\s*(?:the\s+|a\s+|an\s+|our\s+|\d{4}\s+|proud\s+|joint\s+)*$", before):
                names = subjects_before(self.page, free, low, match.start() - len(before) + len(re.sub(r"[\s,(–—-]*(?:(?:the|a|an|is|was|as|are|were|our|proud|became|and|joint|been|named|crowned|announced|has|have|\d{4})\b\s*)*$", "", before)), expected_kind(named))
            if not names and after:
                names = names_in(self.page, after.end(), high, expected_kind(named))
            if names:
                self._add(index, names, [named], outcome, len(names) > 1 and outcome == "winner", low, high, "prose_winner_of", 0.8)
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
                spots = [spot for spot in spots_in(self.page, max(low, start - 140), start - 1) if start - 3 <= spot.end + 1]
                if spots:
                    names = subjects_before(self.page, spots, low, spots[-1].end, None)
                    outcome = stated_outcome(text[low:start]) or self.page.outcome
                    self._add(index, names[-1:], [theme_of(text[start:end])], outcome, False, low, high, "prose_bracket", 0.8)

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
            capital = match.group(1)[0].isupper() and (":" in match.group() or "–" in match.group() or "-" in match.group()[-3:])
            if named is None and not capital:
                continue
            stop = min([pair[0] for pair in strong if pair[0] > match.end()] + [later.start() for later in matches[place + 1 : place + 2]] + [high])
            names = self._after(match.end(), stop, high, named)
            if not capital and re.search(r"\b(?:were|are|include|included|:)\s*$", match.group()) is None:
                names = names[:1]
            if names:
                self._add(index, names, [named], label.outcome, label.joint or len(names) > 1 and label.outcome == "winner" and named is not None, low, high, "prose_label", 0.75)

    def _praised(self, index: int, low: int, high: int, strong: list[tuple[int, int]], theme: str | None) -> None:
        """ "Congratulations to X, our Careers Leader of the Year!" """
        text = self.page.text
        match = _PRAISE.search(text, low, high)
        if not match or not (strong or theme):
            return
        named = theme_of(text[strong[0][0] : strong[0][1]]) if strong else theme
        stop = strong[0][0] if strong and strong[0][0] > match.end() else high
        stop = match.end() + len(re.sub(r"(?:[\s,(–—-]+(?:(?:our|the|a|an|who|is|was|named|winner|winners|of|who\s+won|this|year[’']s)\b)?)+$", "", text[match.end() : stop]))
        names = names_in(self.page, match.end(), stop, expected_kind(named))
        if names:
            outcome = stated_outcome(text[low:high]) or self.page.outcome or "winner"
            self._add(index, names, [named], outcome, False, low, high, "prose_praise", 0.7)

    def _add(
        self,
        index: int,
        names: list[Name],
        themes: list[str | None],
        outcome: Outcome | None,
        joint: bool,
        low: int,
        high: int,
        rule: str,
        confidence: float,
    ) -> None:
        text = self.page.text
        scheme = scheme_near(text, low, high) or self._scheme_after(index, low, high)
        for theme in themes:
            award, year = scheme if scheme else (None, None)
            if theme and scheme is None and self.page.award is None and re.search(r"\b(?:Award|Prize|Medal|Trophy)$", theme) and "of the" not in theme:
                award, theme = theme, None
            if award is not None and year is None:
                year = year_in(text[low:high]) if re.search(r"\b(?:19|20)\d\d\s+" + re.escape(award.split()[0]), text[low:high]) else None
            for name in names:
                self.candidates.append(
                    Candidate(
                        name.start, name.end, name.kind, index, "sentence", rule, theme, outcome, joint, name.organisation,
                        without_year(award) if award else None, year, confidence, (low, high),
                    )  # fmt: skip
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
