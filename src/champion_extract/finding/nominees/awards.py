"""The award scheme that a document is about, its year, its categories, and whether anything is awarded at all."""

from __future__ import annotations

import re
from functools import cache

from champion_extract.finding.nominees.categories import RUN, strength, theme_of
from champion_extract.finding.nominees.outcomes import stated_outcome
from champion_extract.finding.nominees.page import Page
from champion_extract.records import Outcome
from champion_extract.tables.recognition import cues, fold, generic_words, no_awards, scheme_words

_LEAD_IN = re.compile(
    r"^.{0,90}\b(?:for|at|to|in|by)\s+the\s+(?=\S+\s)|^(?:January|February|March|April|May|June|July|August|September|October|November|December|Tonight|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)[’']s\s+|^Last\s+\S+[’']s\s+|^This\s+\S+[’']s\s+"
)
_DETERMINER = re.compile(r"^(?:The|THE|Our|This|Your|Their|Annual)\s+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?:\s?[/–-]\s?(?:20)?\d\d(?!\d))?(?!\d)")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)"
)
_DATE = re.compile(rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{_MONTH}\.?,?\s+((?:19|20)\d\d)\b|\b\d{{1,2}}[/.]\d{{1,2}}[/.]((?:19|20)\d\d)\b", re.IGNORECASE)
_FULL_DATE = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}\.?,?\s+((?:19|20)\d\d)\b()", re.IGNORECASE)
_YEARS_ROUND = re.compile(r"^(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?\s+|[\s,]+(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?$")
_BEFORE_SCHEME = re.compile(
    r"^.*?\b(?:winners?|finalists?|shortlist(?:ed)?|success|triumph|night|ceremony|nominations?|entries|celebrating|"
    r"announcing|results|honours|double|gold|at|from|wins?|scoops?|takes?|hosts?|celebrates?)\b\s+(?:(?:of|at|in|for|from|on|to)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_AWARDING = re.compile(
    r"\b(?:awards?|awarded|winners?|won|wins|shortlist(?:ed)?|finalists?|runners?-up|highly commended|commended|nominat\w+|"
    r"nominees?|champions|recogni[sz](?:es?|ed|ing)|celebrat(?:es?|ed|ing)|honoured|prize|prizes|trophy|scooped|crowned)\b",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"\b(?:award(?:s|ed)?|winners?|won|wins|shortlist(?:ed)?|finalists?|runners?-up|highly commended|nominat(?:ed|ion|ions|ing)|"
    r"nominees?|champions? (?:have been|were|was|has been) (?:identified|selected|chosen)|prizes?|trophy|scooped|crowned|"
    r"medal|commendation|accolades?)\b",
    re.IGNORECASE,
)
_CHAMPIONS = re.compile(r"\b(?:recogni[sz]|celebrat|honour)\w*\b[^.\n]{0,120}\b(?:champions|heroes|stars|excellence)\b", re.IGNORECASE)


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


def without_year(words: str) -> str:
    """``words`` without a year before or after."""
    return _YEARS_ROUND.sub("", words).strip(" ,–—-:")


@cache
def _anchors() -> re.Pattern[str]:
    words = [word for word, sure in scheme_words().items() if sure == "yes"]
    forms = [form for word in words for form in (word.title(), word.upper())]
    return re.compile(r"\b(?:" + "|".join(forms) + r")\b")


_LOWER_SCHEME = re.compile(r"(?<=[A-Za-z])\s+awards\b")


def _lower_scheme(text: str) -> tuple[str, int | None] | None:
    """ "the Amber & Peak Careers Night awards": a scheme whose last word is in small letters."""
    for anchor in _LOWER_SCHEME.finditer(text):
        low = max(anchor.start() - 90, 0)
        for run in RUN.finditer(text, low, anchor.start() + 1):
            if run.end() == anchor.start() and " " in run.group():
                words = _DETERMINER.sub("", _LEAD_IN.sub("", text[run.start() : anchor.end()]))
                if words.count(" ") >= 2:
                    return without_year(words), year_in(text[anchor.end() : anchor.end() + 7])
    return None


@cache
def _dated() -> re.Pattern[str]:
    forms = [form for word in scheme_words() for form in (word.title(), word.upper())]
    return re.compile(r"\b(?:" + "|".join(forms) + r")(?=[\s,(’']{1,3}(?:19|20)\d\d)")


def scheme_near(text: str, start: int, end: int, anchors: re.Pattern[str] | None = None) -> tuple[str, int | None] | None:
    """The first scheme ("... Awards") between ``start`` and ``end``, as worded without its year, and that year."""
    for anchor in (anchors or _anchors()).finditer(text, start, end):
        line = max(text.rfind("\n", max(start, anchor.start() - 120), anchor.start()) + 1, start, anchor.start() - 120)
        for run in RUN.finditer(text, line, min(anchor.end() + 1, end)):
            if not run.start() < anchor.end() <= run.end():
                continue
            words = text[run.start() : anchor.end()]
            cut = _BEFORE_SCHEME.match(words)
            if cut and cut.end() < len(words) - 6:
                words = words[cut.end() :]
            words = _LEAD_IN.sub("", words)
            words = _DETERMINER.sub("", words)
            if " " not in without_year(words) or any(part in fold(words) for part in no_awards()):
                continue
            after = text[anchor.end() : anchor.end() + 14]
            before = text[max(run.start() - 8, 0) : run.start()] + words[:8]
            year = year_in(after) if re.match(r"[\s,(’']*(?:19|20)\d\d", after) else year_in(before)
            return without_year(words), year
    return None


_AT = re.compile(r"[’”\"']?,?\s+(?:(?:award|awards|prize|category|title|trophy|accolade|certificate)\s+)?(?:at|in)\s+(?:the|this year[’']s|last night[’']s)\s+(?=[A-Z0-9])")


def scheme_after(text: str, at: int, end: int) -> tuple[str, int | None] | None:
    """The scheme that follows a category: "... the Schools prize at the Golden Pallets"; any plural name will do there."""
    lead = _AT.match(text, at, end)
    if not lead:
        return None
    run = RUN.match(text, lead.end(), min(end, lead.end() + 120))
    if not run:
        return None
    year = year_in(run.group()) or year_in(text[run.end() : run.end() + 6])
    words = without_year(run.group())
    last = fold(words).split()[-1] if words else ""
    if " " not in words or not last.endswith("s") and last not in scheme_words() and last not in ("prize", "award", "prizes"):
        return None
    return words, year


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
    scheme = (
        scheme_near(text, 0, title_end)
        or _named_in_title(title)
        or scheme_near(text, 0, len(text))
        or scheme_near(text, 0, len(text), _dated())
        or _lower_scheme(text)
    )
    award, year = scheme if scheme else _from_title(title)
    if award is None and (tag := _HASHTAG.search(text)):
        award = tag.group()
    if year is None and award is not None:
        at = re.search(re.escape(award) + r"[\s,(]{1,3}((?:19|20)\d\d[/–-]?\d{0,2})", text)
        before = re.search(r"((?:19|20)\d\d[/–-]?\d{0,2})\s+" + re.escape(award), text)
        found = at or before
        year = year_in(found.group(1)) if found else None
    if year is None:
        year = year_in(title)
    if year is None and (date := _DATE.search(text, 0, 700) or _FULL_DATE.search(text)):
        year = int(date.group(1) or date.group(2))
        page.year_is_date = True
    page.award, page.year = award, year
    heading = text[:title_end].replace(award, " ") if award else text[:title_end]
    stated = stated_outcome(heading)
    page.outcome = (stated if stated in ("winner", "shortlisted", "finalist", "nominated") else None) or _announced(page)
    if page.outcome == "finalist" and re.search(r"\bshortlist\b", text[:1500], re.IGNORECASE):
        page.outcome = "shortlisted"
    if page.outcome is None and _WON.search(text):
        page.fallback_outcome = "winner"


_WON = re.compile(r"\b(?:winners?|winning|won|wins?|trophy|trophies|awards|prizes?|congratulations|commended|runner-up)\b", re.IGNORECASE)
_ANNOUNCED = re.compile(
    r"\b(?:shortlist (?:for|is|of|has)|shortlist here|the shortlist|(?P<finalists>finalists (?:named|announced|revealed|are|in|for|have|will))|"
    r"(?P<winners>(?:the|our|meet the|all the) winners (?:are|were|of|in)|winners announced))\b",
    re.IGNORECASE,
)


def _announced(page: Page) -> Outcome | None:
    """What the first lines announce, where the title does not say it."""
    found = _ANNOUNCED.search(page.text, 0, 1500)
    if not found:
        return None
    return "finalist" if found["finalists"] else "winner" if found["winners"] else "shortlisted"


_LABEL_LINE = re.compile(r"(?:\S+\s+){0,3}(?:winners?|shortlisted|finalists?|commended|runners?-up|gold|silver)\s*[:–-]\s", re.IGNORECASE)


def _title(page: Page) -> tuple[str, int]:
    """The title's words, and where the lines that work as title end."""
    seen = 0
    end = 0
    title = ""
    for index, section in enumerate(page.sections[:14]):
        if section.kind in ("navigation", "caption", "footer"):
            continue
        words = page.words(index)
        if not title and (section.kind == "row" or "  " in words and len(words) < 90):
            continue  # a menu that nothing gave away
        if len(words) > 140 and title:
            break
        if not title:
            title = words[:200]
        if seen and _LABEL_LINE.match(words) and scheme_near(page.text, section.content_start, section.content_end) is None:
            break
        end = min(section.content_end, section.content_start + 200)
        seen += 1
        if seen == 3:
            break
    return title, end


_TITLE_TAIL = re.compile(
    r"\s*[:–—|-]\s+(?:(?:meet|the|our|your|full|all|and|announcing)\s+)*(?:winners?|finalists?|shortlist(?:ed)?|nominees|champions|results)\b.*$"
    r"|\s+(?:winners?|finalists?|shortlist(?:ed)?|nominees|results)(?:\s+(?:announced|revealed|list|in full|20\d\d))*$",
    re.IGNORECASE,
)


_HASHTAG = re.compile(r"#\w{0,40}(?:Heroes|Stars|Awards|Champions)\d{0,4}\b")


def _named_in_title(title: str) -> tuple[str, int | None] | None:
    """A scheme in a title whose last word shows one: "East Coast Careers Champions – nomination form"."""
    for run in RUN.finditer(title):
        words = _DETERMINER.sub("", without_year(run.group()))
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
    runs = [match.group() for match in RUN.finditer(words)]
    if len(runs) == 1 and len(runs[0]) >= len(words) - 4 and 1 < len(words.split()) <= 9:
        return runs[0], year
    return None, year


_CALLED = re.compile(
    r"\bthe\s+([A-Z][\w’'&-]*(?:\s(?:(?:of|in|the|for|and|to)\s){0,2}[A-Z&][\w’'&-]*){0,6})\s+(?:category|prize|trophy|title|award)\b"
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
    found.update(fold(match.group(1)) for match in _CALLED.finditer(page.text) if fold(match.group(1)) not in generic_words())
    found.discard("")
    return frozenset(found)
