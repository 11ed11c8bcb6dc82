"""The category that is a verb's object: "won the [School of the Year] award", "picked up the [Partnership Award]"."""

from __future__ import annotations

import re

from champion_extract.finding.nominees.categories import strength
from champion_extract.finding.nominees.prose_implied import ImpliedReader
from champion_extract.finding.nominees.schemes import scheme_near
from champion_extract.finding.nominees.shapes import is_role
from champion_extract.tables.recognition import RecognitionVerb, fold

_GAP = re.compile(
    r"^(?:[\s,‘“\"'’:]|\b(?:the|a|an|our|its|their|his|her|this|that|year[’']s|prestigious|"
    r"coveted|first|ever|inaugural|joint|overall|title|titles|of|award|awards|prize|"
    r"prizes|accolade|for|winner|winners|in|as|to|be|both|top|national|regional|local|"
    r"county|category|categories|runner-up|runners-up|finalist|finalists|highly|commended|"
    r"gold|silver|bronze|named|been|also|two|three|new|newly|\d{4}|hotly|contested|much|"
    r"special|among|three|four|five|six|seven|eight|nine|ten|second|third|certificate|"
    r"trophy|judges[’']?|being|one|by|with)\b)*$",
    re.IGNORECASE,
)


_DIRECT = re.compile(
    r"\s*(?:(?:as|in|for|the|our|a|an|title|of|joint|joint winners?|winners?|finalists?|"
    r"runners?-up|among|one|two|three|four|five|six|category|this year[’']s|shortlisted|"
    r"also|both|by|judges|prestigious|coveted|\d{4})[\s‘“\"']+)*",
    re.IGNORECASE,
)


_ENDS_AS_AWARD = re.compile(r"\b(?:Award|Prize|Trophy|Medal|Shield|Cup)$")


_GIVER = re.compile(r"(?:[A-Z][\w&-]*\s(?:of\s)?){1,4}[A-Z][\w-]*[’']s\s$")


_LATE = re.compile(r"[.;]")


class ObjectReader(ImpliedReader):
    """Reads what was won."""

    def _objects(
        self, at: int, bound: int, categories: list[tuple[int, int, int]], verb: RecognitionVerb, match_words: str
    ) -> tuple[list[tuple[int, int]], int]:
        """The categories that are a verb's object, and where they end."""
        text = self.page.text
        objects: list[tuple[int, int]] = []
        end = at
        for low, high, weight in categories:
            if low < at or high > bound or low - end > 110:
                continue
            gap = _GIVER.sub("", text[end:low])
            if not objects:
                near = _GAP.match(gap) is not None or (
                    weight == 2 and verb.frame != "named" and len(gap) <= 45 and gap.count(",") == 0
                )
                if not near:
                    if weight == 2 and verb.frame == "wins" and not verb.weak and len(gap) <= 60:
                        near = True
                    else:
                        continue
                sure = (
                    verb.frame == "listed"
                    or (verb.frame == "wins" and self.page.award is not None)
                    or "crown" in text[at - 8 : at]
                )
                if re.search(r"\b(?:finalists?|shortlist(?:ed)?|winners?|runners?-up)\b", gap) and not _LATE.search(
                    gap
                ):
                    sure = True
                elif weight == 1 and verb.weak and re.fullmatch(r"\s*(?:our|this year[’']s)\s+(?:new\s+)?", gap):
                    sure = True  # "is our School Champion"
                elif (
                    weight < 2
                    and (verb.frame == "named" or (verb.weak and verb.frame == "wins"))
                    and not (verb.weak and verb.frame == "named")
                    and not is_role(text[low:high])
                    and scheme_near(text, high, min(bound + 60, high + 90))
                ):
                    sure = True  # "took Schools Engagement at last week's Cargo Future Awards"
                elif (
                    weight
                    and verb.weak
                    and verb.frame == "wins"
                    and _ENDS_AS_AWARD.search(text, low, high)
                    and re.fullmatch(r"\s*(?:the|a|an|its|their|our)\s+", gap)
                ):
                    sure = True  # "picked up the Partnership Award"
                elif weight < 2 and verb.weak and self._taken(match_words, gap, low, high):
                    sure = True
                elif weight < 2 and verb.weak:
                    continue
                if weight < 2 and (not self._takes_any(gap, low, high, sure, verb.frame == "wins")):
                    continue
            elif weight < 2 or not re.fullmatch(
                (
                    r"[’”\"']?\s*(?:award|category|prize|title)?s?\s*,?\s*(?:(?:and|as well as|plus|"
                    r"also)\s+)*(?:(?:the|a|for|our)\s+)*[‘“\"']?"
                ),
                gap,
            ):
                break
            high = self._qualified(low, high, bound)
            objects.append((low, high))
            end = high
        return objects, end

    def _taken(self, verb: str, gap: str, low: int, high: int) -> bool:
        """ "X took Defence, and Y took Sport": on an award's page, a name that is nobody's, after the verb."""
        if (
            self.page.award is None
            or verb not in ("took", "takes", "collected", "claimed", "lifted", "shared")
            or gap.strip() not in ("", "the")
        ):
            return False
        if self.page.organisations_in(low, high) or self.page.people_in(low, high):
            return False
        return self.page.text[high : high + 1] in (",", ".", ";", "!") or self.page.text[high : high + 4] in (
            " and",
            " wit",
            " for",
        )

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
        if any(mention.end >= high for mention in self.page.organisations_in(max(low - 1, 0), high)) or fold(
            words
        ).endswith("awards"):
            return strength(words) >= 1 and " " in words
        return sure or strength(words) >= 1
