"""Award schemes in a text ("the Fenland Careers Awards 2024"), and their years."""

from __future__ import annotations

import re
from functools import cache

from champion_extract.finding.nominees.categories import RUN
from champion_extract.tables.recognition import fold, no_awards, scheme_words

_LEAD_IN = re.compile(
    r"^.{0,90}\b(?:for|at|to|in|by)\s+the\s+(?=\S+\s)|^(?:January|February|March|April|"
    r"May|June|July|August|September|October|November|December|Tonight|Monday|Tuesday|"
    r"Wednesday|Thursday|Friday|Saturday|Sunday)[’']s\s+|^Last\s+\S+[’']s\s+|^This\s+\S+[’']s\s+"
)


DETERMINER = re.compile(r"^(?:The|THE|Our|This|Your|Their|Annual)\s+")


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?:\s?[/–-]\s?(?:20)?\d\d(?!\d))?(?!\d)")


_YEARS_ROUND = re.compile(r"^(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?\s+|[\s,]+(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?$")


BEFORE_SCHEME = re.compile(
    r"^.*?\b(?:winners?|finalists?|shortlist(?:ed)?|success|triumph|night|ceremony|nominations?|"
    r"entries|celebrating|announcing|results|honours|double|gold|at|from|wins?|scoops?|"
    r"takes|hosts?|celebrates?|announces?|names?|crowns|reveals?|unveils?)\b\s+(?:(?:of|at|in|for|from|on|"
    r"to)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)


_LISTED_BEFORE = re.compile(r"(?:^|(?<=\n)|(?<=the ))(?:[A-Z][\w’'-]*,\s){1,3}$")


def year_in(words: str) -> int | None:
    """The first year in ``words``; of "2023/24" the later."""
    match = _YEAR.search(words)
    if match is None:
        return None
    found = match.group()
    first = int(found[:4])
    if len(found) > 4:
        tail = re.sub(r"\D", "", found[4:])
        last = int(tail) if len(tail) == 4 else first - first % 100 + int(tail)
        return last if first <= last <= first + 2 else first
    return first


_SHORT_YEAR = re.compile(r"\s[’'‘](\d\d)(?!\w)")


def year_after(words: str) -> int | None:
    """The year with which ``words``, those after a scheme's name, begin: "2024", "(2023/24)", "’24"."""
    short = _SHORT_YEAR.match(words)
    if short:
        return 2000 + int(short.group(1))
    return year_in(words) if re.match(r"[\s,(’']*(?:19|20)\d\d", words) else None


def without_year(words: str) -> str:
    """``words`` without a year before or after."""
    return _YEARS_ROUND.sub("", words).strip(" ,–—-:")


@cache
def _anchors() -> re.Pattern[str]:
    words = [word for word, sure in scheme_words().items() if sure == "yes"]
    forms = [form for word in words for form in (word.title(), word.upper())]
    return re.compile(r"\b(?:" + "|".join(forms) + r")\b")


_LOWER_SCHEME = re.compile(r"(?<=[A-Za-z])\s+awards\b")


def lower_scheme(text: str) -> tuple[str, int | None] | None:
    """ "the Amber & Peak Careers Night awards": a scheme whose last word is in small letters."""
    for anchor in _LOWER_SCHEME.finditer(text):
        low = max(anchor.start() - 90, 0)
        for run in RUN.finditer(text, low, anchor.start() + 1):
            if run.end() == anchor.start() and " " in run.group():
                words = DETERMINER.sub("", _LEAD_IN.sub("", text[run.start() : anchor.end()]))
                if words.count(" ") >= 2:
                    return without_year(words), year_in(text[anchor.end() : anchor.end() + 7])
    return None


@cache
def dated() -> re.Pattern[str]:
    """Matches the last word of a scheme where a year follows."""
    forms = [form for word in scheme_words() for form in (word.title(), word.upper())]
    return re.compile(r"\b(?:" + "|".join(forms) + r")(?=[\s,(’']{1,3}(?:19|20)\d\d|\s[’'‘]\d\d(?!\w))")


def scheme_near(
    text: str, start: int, end: int, anchors: re.Pattern[str] | None = None
) -> tuple[str, int | None] | None:
    """The first scheme ("... Awards") between ``start`` and ``end``, as worded without its year, and that year."""
    for anchor in (anchors or _anchors()).finditer(text, start, end):
        line = max(text.rfind("\n", max(start, anchor.start() - 120), anchor.start()) + 1, start, anchor.start() - 120)
        for run in RUN.finditer(text, line, min(anchor.end() + 1, end)):
            if not run.start() < anchor.end() <= run.end():
                continue
            begin = run.start()
            listed = _LISTED_BEFORE.search(text, max(begin - 60, 0), begin) if text[begin - 2 : begin] == ", " else None
            if listed and text[anchor.start() : anchor.end()].lower() == "awards":
                begin = listed.start()  # "Kit, Grit & Careers Awards"
            words = text[begin : anchor.end()]
            cut = BEFORE_SCHEME.match(words)
            if cut and cut.end() < len(words) - 6:
                words = words[cut.end() :]
            words = _LEAD_IN.sub("", words)
            words = DETERMINER.sub("", words)
            if " " not in without_year(words) or any(part in fold(words) for part in no_awards()):
                continue
            after = text[anchor.end() : anchor.end() + 14]
            before = text[max(begin - 8, 0) : begin] + words[:8]
            year = year_after(after) or year_in(before)
            return without_year(words), year
    return None


_AT = re.compile(
    r"[’”\"']?,?\s+(?:(?:award|awards|prize|category|title|trophy|accolade|certificate)\s+)?(?:at|"
    r"in)\s+(?:the|this year[’']s|last night[’']s)\s+(?=[A-Z0-9])"
)


def scheme_after(text: str, at: int, end: int) -> tuple[str, int | None] | None:
    """The scheme that follows a category: "the Schools prize at the Golden Pallets"; any plural will do there."""
    lead = _AT.match(text, at, end)
    if not lead:
        return None
    run = RUN.match(text, lead.end(), min(end, lead.end() + 120))
    if not run:
        return None
    year = year_in(run.group()) or year_in(text[run.end() : run.end() + 6])
    words = without_year(run.group().split(" in ")[0])
    last = fold(words).split()[-1] if words else ""
    if " " not in words or (
        not last.endswith("s") and last not in scheme_words() and last not in ("prize", "award", "prizes")
    ):
        return None
    return words, year
