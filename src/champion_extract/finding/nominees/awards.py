"""What a document awards: its scheme, its year, its categories, and whether anything is awarded at all."""

from __future__ import annotations

import re

from champion_extract.finding.nominees.categories import RUN, strength, theme_of
from champion_extract.finding.nominees.outcomes import stated_outcome
from champion_extract.finding.nominees.page import Page
from champion_extract.finding.nominees.schemes import (
    BEFORE_SCHEME,
    DETERMINER,
    dated,
    lower_scheme,
    scheme_near,
    without_year,
    year_after,
    year_in,
)
from champion_extract.records import Outcome
from champion_extract.tables.recognition import cues, fold, generic_words, scheme_words

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)"
)


_DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{_MONTH}\.?,?\s+((?:19|20)\d\d)\b|\b\d{{1,2}}[/.]\d{{1,2}}[/.]((?:19|20)\d\d)\b",
    re.IGNORECASE,
)


_FULL_DATE = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}\.?,?\s+((?:19|20)\d\d)\b()", re.IGNORECASE)


_GIVEN = re.compile(
    r"\b(?:award(?:s|ed)?|winners?|won|wins|shortlist(?:ed)?|finalists?|runners?-up|"
    r"highly commended|nominat(?:ed|ion|ions|ing)|nominees?|champions? (?:have been|"
    r"were|was|has been) (?:identified|selected|chosen)|prizes?|trophy|scooped|crowned|"
    r"medal|commendation|accolades?|oscars|of the year)\b|\N{FIRST PLACE MEDAL}",
    re.IGNORECASE,
)


_CHAMPIONS = re.compile(
    r"\b(?:recogni[sz]|celebrat|honour)\w*\b[^.\n]{0,120}\b(?:champions|heroes|stars|excellence)\b", re.IGNORECASE
)


def read_page(page: Page) -> None:
    """Fill in the page's award, year, outcome and themes, and whether anything is awarded in it."""
    text = page.text
    given = _GIVEN.search(text) is not None or _CHAMPIONS.search(text) is not None
    if not given and page.sections:
        title, _ = _title(page)
        given = _named_in_title(title) is not None
    page.awarding = given
    if not given:
        return
    page.themes = _themes(page)
    title, title_end = _title(page)
    page.title_end = title_end
    scheme = (
        scheme_near(text, 0, title_end)
        or _named_in_title(title)
        or scheme_near(text, 0, len(text))
        or scheme_near(text, 0, len(text), dated())
        or lower_scheme(text)
    )
    award, year = scheme if scheme else _from_title(title)
    if award is None:
        award, year = _named_scheme(page) or (None, year)
    award = _as_called(page, award) if award else None
    if award is None and (tag := _HASHTAG.search(text)):
        award = tag.group()
    if year is None and award is not None:
        at = re.search(re.escape(award) + r"[\s,(]{1,3}((?:19|20)\d\d[/–-]?\d{0,2})", text)
        before = re.search(r"((?:19|20)\d\d[/–-]?\d{0,2})\s+" + re.escape(award), text)
        found = at or before
        year = year_in(found.group(1)) if found else None
    if year is None:
        year = year_in(title) or year_in(text[:title_end]) or _filed_year(text)
    if year is None and (date := _DATE.search(text, 0, 700) or _FULL_DATE.search(text)):
        year = int(date.group(1) or date.group(2))
        page.year_is_date = True
    page.award, page.year = award, year
    heading = text[:title_end].replace(award, " ") if award else text[:title_end]
    stated = stated_outcome(heading)
    page.themes |= _named_categories(page, award)
    page.outcome = (stated if stated in ("winner", "shortlisted", "finalist", "nominated") else None) or _announced(
        page
    )
    if page.outcome == "finalist" and re.search(r"\bshortlist\b", text[:1500], re.IGNORECASE):
        page.outcome = "shortlisted"
    if page.outcome is None and _WON.search(text):
        page.fallback_outcome = "winner"


_FILED = re.compile(r"[>›»/|][ \u00a0]*((?:19|20)\d\d)[ \u00a0]*(?:[>›»/|]|$)", re.MULTILINE)
_THAT_YEARS = re.compile(r"\bthe ((?:19|20)\d\d) (?:title|awards?|prizes?|winners?|ceremony|trophy)\b")


def _filed_year(text: str) -> int | None:
    """The year that the page is filed under ("Home > Awards > 2024"), or that is said of a title ("the 2023 title")."""
    found = _FILED.search(text, 0, 400) or _THAT_YEARS.search(text)
    return int(found.group(1)) if found else None


def _named_scheme(page: Page) -> tuple[str, int | None] | None:
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


def _as_called(page: Page, award: str) -> str:
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


_SCHEME_NAMES = frozenset({"awards", "prizes", "prize", "heroes", "stars", "champions", "honours", "medals", "oscars"})


_WON = re.compile(
    r"\b(?:winners?|winning|won|wins?|trophy|trophies|awards|prizes?|congratulations|commended|runner-up|judges)\b",
    re.IGNORECASE,
)


_ANNOUNCED = re.compile(
    r"\b(?:shortlist (?:for|is|of|has)|shortlist here|the shortlist|(?P<finalists>finalists (?:nam"
    r"ed|announced|revealed|are|in|for|have|will))|(?P<winners>(?:the|our|meet the|all the) winner"
    r"s (?:are|were|of|in)|winners announced))\b",
    re.IGNORECASE,
)


def _announced(page: Page) -> Outcome | None:
    """What the first lines announce, where the title does not say it."""
    found = _ANNOUNCED.search(page.text, 0, 1500)
    if not found:
        return None
    return "finalist" if found["finalists"] else "winner" if found["winners"] else "shortlisted"


_LABEL_LINE = re.compile(
    r"(?:\S+\s+){0,3}(?:winners?|shortlisted|finalists?|commended|runners?-up|gold|silver)\s*[:–-]\s", re.IGNORECASE
)


def _named_categories(page: Page, award: str | None) -> frozenset[str]:
    """Names that another finder took for an award's, but for the scheme itself: they are its categories."""
    found: set[str] = set()
    for name in page.names:
        if name.kind != "award":
            continue
        words = theme_of(page.text[name.start : name.end])
        folded = fold(words)
        last = folded.rsplit(" ", 1)[-1]
        if " " in folded and last not in scheme_words() and (award is None or folded not in fold(award)):
            found.add(folded)
    return frozenset(found)


def _title(page: Page) -> tuple[str, int]:
    """The title's words, and where the lines that work as title end."""
    seen = 0
    end = 0
    title = ""
    for index, section in enumerate(page.sections[:14]):
        if section.kind in ("navigation", "caption", "footer"):
            continue
        words = page.words(index)
        if not title and (section.kind == "row" or ("  " in words and len(words) < 90)):
            continue  # a menu that nothing gave away
        if len(words) > 140 and title:
            break
        if not title:
            title = words[:200]
        if (
            seen
            and _LABEL_LINE.match(words)
            and scheme_near(page.text, section.content_start, section.content_end) is None
        ):
            break
        end = min(section.content_end, section.content_start + 200)
        seen += 1
        if seen == 3:
            break
    return title, end


_TITLE_TAIL = re.compile(
    r"\s*[:–—|-]\s+(?:(?:meet|the|our|your|full|all|and|announcing)\s+)*(?:winners?|"
    r"finalists?|shortlist(?:ed)?|nominees|champions|results)\b.*$|\s+(?:winners?|finalists?|"
    r"shortlist(?:ed)?|nominees|results)(?:\s+(?:announced|revealed|list|in full|20\d\d))*$",
    re.IGNORECASE,
)


_HASHTAG = re.compile(r"#\w{0,40}(?:Heroes|Stars|Awards|Champions)\d{0,4}\b")


def _named_in_title(title: str) -> tuple[str, int | None] | None:
    """A scheme in a title whose last word shows one: "East Coast Careers Champions – nomination form"."""
    for run in RUN.finditer(title):
        words = DETERMINER.sub("", without_year(run.group()))
        last = fold(words).rsplit(" ", 1)
        if len(last) == 2 and last[1] in scheme_words() and last[0] not in ("our", "meet the", "the"):
            return words, year_in(run.group()) or year_in(title[run.end() : run.end() + 8])
    return None


def _from_title(title: str) -> tuple[str | None, int | None]:
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
    if len(runs) == 1 and not re.fullmatch(_MONTH, runs[0]) and len(runs[0]) >= len(words) - 4 and 1 < len(words.split()) <= 9:
        return runs[0], year
    return None, year


_CALLED = re.compile(
    r"\bthe\s+([A-Z][\w’'&-]*(?:\s(?:(?:of|in|the|for|and|to)\s){0,2}[A-Z&][\w’'&-]*){0,6})\s+(?:c"
    r"ategory|prize|trophy|title|award)\b"
)


_COUNTED_THEMES = re.compile(r"\b(?:themes|categories|awards|strands|pillars)\b[^.\n]{0,60}:?\s*$", re.IGNORECASE)


def _themes(page: Page) -> frozenset[str]:
    """Folded categories that the document lists after "three themes:" or under a heading such as "Categories"."""
    found: set[str] = set()
    listing = False
    for index, section in enumerate(page.sections):
        if section.kind == "item":
            words = page.words(index) if section.content_end - section.content_start <= 100 else ""
            if listing and words:
                found.add(fold(theme_of(words)))
        elif section.kind in ("paragraph", "heading"):
            tail = page.text[max(section.content_start, section.content_end - 100) : section.content_end]
            label = fold(tail).strip(" :.")
            listing = cues().get(label) == "themes" or (
                section.kind == "paragraph" and tail.endswith(":") and _COUNTED_THEMES.search(tail) is not None
            )
            if section.kind == "heading" and strength(page.words(index)[:120]) == 2:
                found.add(fold(theme_of(page.words(index))))
    found.update(
        fold(match.group(1)) for match in _CALLED.finditer(page.text) if fold(match.group(1)) not in generic_words()
    )
    found.discard("")
    return frozenset(found)
