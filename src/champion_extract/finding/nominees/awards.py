"""What a document awards: its scheme, its year, its categories, and whether anything is awarded at all."""

from __future__ import annotations

import re

from champion_extract.finding.nominees.categories import strength, theme_of
from champion_extract.finding.nominees.outcomes import stated_outcome
from champion_extract.finding.nominees.page import Page
from champion_extract.finding.nominees.scheme_naming import (
    HASHTAG,
    MONTH,
    as_called,
    filed_year,
    from_title,
    named_in_title,
    named_scheme,
    title_year,
)
from champion_extract.finding.nominees.schemes import (
    dated,
    lower_scheme,
    scheme_near,
    year_in,
)
from champion_extract.tables.recognition import cues, fold, generic_words, scheme_words
from champion_extract.vocabulary import Outcome

_DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{MONTH}\.?,?\s+((?:19|20)\d\d)\b|\b\d{{1,2}}[/.]\d{{1,2}}[/.]((?:19|"
    rf"20)\d\d)\b",
    re.IGNORECASE,
)


_FULL_DATE = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}\.?,?\s+((?:19|20)\d\d)\b()", re.IGNORECASE)


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
        given = named_in_title(title) is not None
    page.awarding = given
    if not given:
        return
    page.themes = _themes(page)
    title, title_end = _title(page)
    page.title_end = title_end
    scheme = (
        scheme_near(text, 0, title_end)
        or named_in_title(title)
        or scheme_near(text, 0, len(text))
        or scheme_near(text, 0, len(text), dated())
        or lower_scheme(text)
    )
    award, year = scheme if scheme else from_title(title)
    if award is None:
        award, year = named_scheme(page) or (None, year)
    award = as_called(page, award) if award else None
    if award is None and (tag := HASHTAG.search(text)):
        award = tag.group()
    if year is None and award is not None:
        at = re.search(re.escape(award) + r"[\s,(]{1,3}((?:19|20)\d\d[/–-]?\d{0,2})", text)
        before = re.search(r"((?:19|20)\d\d[/–-]?\d{0,2})\s+" + re.escape(award), text)
        found = at or before
        year = year_in(found.group(1)) if found else None
    if year is None:
        year = year_in(title) or title_year(text[:title_end]) or filed_year(text)
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
