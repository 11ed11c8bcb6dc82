"""The scheme that a document is about, and its year, where the title or another finder names it."""

from __future__ import annotations

import re

from champion_extract.finding.nominees.categories import RUN, strength
from champion_extract.finding.nominees.page import Page
from champion_extract.finding.nominees.schemes import BEFORE_SCHEME, DETERMINER, without_year, year_after, year_in
from champion_extract.tables.recognition import fold, scheme_words

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)"
)


_TITLE_TAIL = re.compile(
    r"\s*[:–—|-]\s+(?:(?:meet|the|our|your|full|all|and|announcing)\s+)*(?:winners?|"
    r"finalists?|shortlist(?:ed)?|nominees|champions|results)\b.*$|\s+(?:winners?|finalists?|"
    r"shortlist(?:ed)?|nominees|results)(?:\s+(?:announced|revealed|list|in full|20\d\d))*$",
    re.IGNORECASE,
)


HASHTAG = re.compile(r"#\w{0,40}(?:Heroes|Stars|Awards|Champions)\d{0,4}\b")


_FILED = re.compile(r"[>›»/|][ \u00a0]*((?:19|20)\d\d)[ \u00a0]*(?:[>›»/|]|$)", re.MULTILINE)


_THAT_YEARS = re.compile(r"\bthe ((?:19|20)\d\d) (?:title|awards?|prizes?|winners?|ceremony|trophy)\b")


_SCHEME_NAMES = frozenset({"awards", "prizes", "prize", "heroes", "stars", "champions", "honours", "medals", "oscars"})


def filed_year(text: str) -> int | None:
    """The year that the page is filed under ("Home > Awards > 2024"), or that is said of a title ("the 2023 title")."""
    found = _FILED.search(text, 0, 400) or _THAT_YEARS.search(text)
    return int(found.group(1)) if found else None


def title_year(lines: str) -> int | None:
    """The year in the lines that work as title, sentences apart."""
    return next(
        (year for line in lines.split("\n") if len(line) <= 110 and line[-1:] != "." and (year := year_in(line))), None
    )


def named_scheme(page: Page) -> tuple[str, int | None] | None:
    """A name that another finder took for an award's and whose last word is a scheme's: "the Sentinel Vale Heroes"."""
    text = page.text
    for name in page.names:
        if name.kind != "award":
            continue
        run = next(
            (run for run in RUN.finditer(text, max(name.start - 60, 0), name.end) if run.end() == name.end), None
        )
        start = run.start() if run and run.start() < name.start and "\n" not in run.group() else name.start
        words = DETERMINER.sub("", without_year(BEFORE_SCHEME.sub("", text[start : name.end])))
        last = fold(words).rsplit(" ", 1)
        if len(last) == 2 and last[1] in _SCHEME_NAMES and strength(words) < 2 and "\n" not in words:
            return words, year_in(text[name.start : name.end]) or year_after(text[name.end : name.end + 14])
    return None


def as_called(page: Page, award: str) -> str:
    """The scheme as the text calls it: without the body that gives it, if it goes by the rest alone as well, and with
    the words before it, if "Careers Awards" is short for "the Pallet & Dock Careers Awards"."""
    text = page.text
    at = text.find(award)
    giver = page.organisation_from(at) if at >= 0 else None
    rest = text[giver.end : at + len(award)].strip() if giver and giver.end < at + len(award) else ""
    if " " in rest and rest[0].isupper() and (f"The {rest}" in text or f"the {rest}" in text):
        return rest
    if award.count(" ") <= 1:
        for name in page.names:
            words = text[name.start : name.end]
            if name.kind == "award" and words.endswith(" " + award) and text[name.start - 4 : name.start] == "the ":
                return words
    return award


def named_in_title(title: str) -> tuple[str, int | None] | None:
    """A scheme in a title whose last word shows one: "East Coast Careers Champions – nomination form"."""
    for run in RUN.finditer(title):
        words = DETERMINER.sub("", without_year(run.group()))
        last = fold(words).rsplit(" ", 1)
        if len(last) == 2 and last[1] in scheme_words() and last[0] not in ("our", "meet the", "the"):
            return words, year_in(run.group()) or year_after(title[run.end() : run.end() + 8])
    return None


def from_title(title: str) -> tuple[str | None, int | None]:
    """ "Careers Excellence 2024", "Careers Stars 2025: meet the winners": the scheme of a title, with its year."""
    tail = _TITLE_TAIL.search(title)
    head = title[: tail.start()] if tail else title
    year = year_in(head)
    words = without_year(head.strip())
    if words == head.strip() and not tail:
        return None, None
    if tail and ": " in words:
        before, _, after = words.rpartition(": ")  # "Thames Chamber: Inspiring Futures 2023 – the winners"
        words = without_year(after if year_in(before) is None else before)
    runs = [match.group() for match in RUN.finditer(words)]
    if (
        len(runs) == 1
        and not re.fullmatch(MONTH, runs[0])
        and len(runs[0]) >= len(words) - 4
        and 1 < len(words.split()) <= 9
    ):
        return runs[0], year
    return None, year
