"""Names of award categories: whether words are one, how they are cut out of a line, and where prose holds them.

A category's theme is given as worded, without year, sponsor, the word "category" and a label before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from champion_extract.tables.recognition import (
    category_kinds,
    category_words,
    fold,
    generic_words,
    no_awards,
    small_words,
)

_LABEL = re.compile(r"(?:(?:award )?categor(?:y|ies)|theme|award)(?:\s+\d{1,2})?\s*[:–—-]\s+", re.IGNORECASE)
_NUMBER = re.compile(r"\(?\d{1,2}[.):]\s+|#\d{1,2}\s+")
_YEAR_END = re.compile(r"[\s,(–—-]*(?:19|20)\d\d(?:\s?[/–-]\s?\d\d(?:\d\d)?)?\)?\s*$")
_YEAR_START = re.compile(r"^(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?\s+")
_SPONSOR = re.compile(
    r"[\s,;:(\[–—|-]*\b(?:(?:kindly|proudly|generously)\s+)?(?:sponsored|supported|presented|"
    r"funded|powered|brought\s+to\s+you)\s+by\b|[\s,;(\[–—|-]+(?:in\s+association|in\s+partnership"
    r")\s+with\b|[\s,;(\[–—|-]+sponsor(?:s)?\s*:",
    re.IGNORECASE,
)
_TAIL = re.compile(r"\s+(?:category|categories|title|section|accolade)$|\s+(?:award|awards|prize|trophy|honour)$")
_NO_QUALIFIER = re.compile(r"\s*(?:new\b|sponsor|supported|presented|winner|joint|(?:19|20)\d\d|cont)", re.IGNORECASE)
_LEAD = re.compile(r"^(?:the|our|a|an|this year's|this year’s|its|their)\s+", re.IGNORECASE)
_TRIM = " \t\n\r\f\v\u00a0\u202f\u200b.,:;–—-*_|#>→•!“”\"‘'"
_WORD = re.compile(r"[A-Za-z]+")

_CAPITAL = r"[A-Z][\w’'&-]*"
_JOIN = r"(?:of\s+the|of|for\s+the|for|in\s+the|in|and|&|or|to|the|into|with|by)"
RUN = re.compile(
    rf"(?<![\w’'-]){_CAPITAL}(?:[ \u00a0\u202f](?:{_JOIN}[ \u00a0\u202f])?(?:{_CAPITAL}|\d{{2,4}}s?(?![\w]))){{0,14}}"
)
"""Capitalised words with what joins them, as a category or scheme is written."""
_NOUN_AFTER = re.compile(
    r"['’”\"]?\s+(?:award|awards|prize|category|categories|title|trophy|accolade|honour|"
    r"medal|gong|crown|certificate|section|competition)\b"
)
_QUOTED = re.compile(r"[‘“\"']([A-Z][^‘’“”\"'\n]{2,60})[’”\"']")


@cache
def _entries() -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    strong = [entry for entry in category_words() if entry.strong]
    weak = [entry for entry in category_words() if not entry.strong]
    return (
        tuple(entry.words + " " for entry in strong if entry.place == "start"),
        tuple(
            " " + entry.words if entry.words[0].isalpha() else entry.words for entry in strong if entry.place == "end"
        ),
        tuple(entry.words for entry in strong if entry.place == "any"),
        tuple(entry.words + " " for entry in weak if entry.place == "start"),
        tuple(" " + entry.words for entry in weak if entry.place != "start"),
    )


@lru_cache(maxsize=4096)
def strength(words: str) -> int:
    """2 if ``words`` are headed like a category, 1 if they could well be one, 0 otherwise."""
    folded = _YEAR_END.sub("", fold(words)).strip(_TRIM)
    if not folded or len(folded) > 110:
        return 0
    starts, ends, anywhere, weak_starts, weak_ends = _entries()
    if folded.startswith(starts) or folded.endswith(ends) or any(part in folded for part in anywhere):
        return 0 if any(part in folded for part in no_awards()) else 2
    if folded.startswith(weak_starts) or folded.endswith(weak_ends):
        return 1
    return 0


@lru_cache(maxsize=1024)
def expected_kind(theme: str | None) -> str | None:
    """The kind of nominee that a category is for, where its words tell."""
    if not theme:
        return None
    kinds = category_kinds()
    before = re.split(r"\bof the\b|\bfor\b", fold(theme))
    for part in before[:1] + before[1:]:
        for word in reversed(_WORD.findall(part)):
            if word in kinds:
                return kinds[word]
    for entry in category_words():
        if entry.kind and entry.words in fold(theme):
            return entry.kind
    return None


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """``start``, ``end`` without outer white space, marks and punctuation."""
    while start < end and (text[start] in _TRIM or (ord(text[start]) >= 0x2190 and not text[start].isalpha())):
        start += 1
    while end > start and (text[end - 1] in _TRIM or (ord(text[end - 1]) >= 0x2190 and not text[end - 1].isalpha())):
        end -= 1
    return start, end


_SPONSOR_MARKS = (" by", "ponsor", "with", " BY", "PONSOR", "WITH")
"""One of them stands in every note on a sponsor; to look for them is much cheaper than the pattern."""


def cut_sponsor(text: str, start: int, end: int) -> int:
    """Where, between ``start`` and ``end``, a note on the sponsor begins; ``end`` if there is none."""
    piece = text[start : min(end, start + 400)]
    if not any(mark in piece for mark in _SPONSOR_MARKS):
        return end
    found = _SPONSOR.search(text, start, min(end, start + 400))
    return found.start() if found else end


def theme_of(words: str) -> str:
    """A category as worded: without label, number, year, sponsor, bracket and the word "category"."""
    end = cut_sponsor(words, 0, len(words))
    start, end = trimmed(words, 0, end)
    if end < len(words) and words[end] == ")" and words.find("(", start, end) >= 0:
        end += 1  # a bracket that narrows the category belongs to it: "Careers Leader (Secondary)"
    bracket = words.rfind("(", start, end)
    if bracket > start and (")" not in words[bracket:end] or _NO_QUALIFIER.match(words, bracket + 1)):
        end = bracket
    theme = words[start:end]
    for pattern in (_LABEL, _NUMBER, _YEAR_START):
        match = pattern.match(theme)
        if match:
            theme = theme[match.end() :]
    theme = _YEAR_END.sub("", theme)
    lead = _LEAD.match(theme)
    if lead and (theme[0].islower() or _TAIL.search(theme)):
        theme = theme[lead.end() :]
    theme = _TAIL.sub("", theme)
    start, end = trimmed(theme, 0, len(theme))
    return theme[start:end]


def categories_in(text: str, start: int, end: int, themes: frozenset[str]) -> Iterator[tuple[int, int, int]]:
    """Categories named in a piece of prose: (start, end, strength), end without a following "award" or "category"."""
    end = min(end, start + 600)
    for match in RUN.finditer(text, start, end):
        for low, high in _parts(text, match.start(), match.end()):
            words = text[low:high]
            folded = fold(words)
            if folded in small_words("no category"):
                continue
            if any(part in folded for part in no_awards()):
                continue
            if folded.endswith("awards") and not folded.startswith("best "):
                continue
            if folded in themes or strength(words) == 2:
                yield low, _with_qualifier(text, high, end), 2
            elif _NOUN_AFTER.match(text, high, min(high + 24, end)):
                yield low, high, 2
            else:
                yield low, high, 1 if strength(words) else 0
    yield from _lower_in(text, start, end)


_QUALIFIER = re.compile(r" \([^()\n]{3,40}\)")


def _with_qualifier(text: str, high: int, end: int) -> int:
    """The end of a category with the bracket that narrows it: "Careers Champion (North and Midlands)"."""
    bracket = _QUALIFIER.match(text, high, end)
    return bracket.end() if bracket and not _NO_QUALIFIER.match(bracket.group(), 2) else high


_LOWER = re.compile(r"\bthe\s+((?:[a-z][\w’'&-]*\s+){1,5})(?:category|prize|award|trophy|section)\b")


_BEST = re.compile(
    r"\b(?:for|in|the|as)\s+(?:the\s+)?((?:best|outstanding|most)\s+[a-z][\w’'&-]*(?:\s+[a-z][\w’'&-]*){0,4}?)"
    r"(?=\s+(?:was|were|is|are|went|goes|has|category|award|prize)\b|[,.:;])"
)


def _lower_in(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """ "the outreach category": a category in small letters, if its words say more than "national" or "top"."""
    generic = generic_words()
    for match in _LOWER.finditer(text, start, end):
        words = match.group(1).split()
        while words and words[0] in generic:
            words.pop(0)
        if words and not any(word in generic for word in words):
            high = match.start(1) + len(match.group(1).rstrip())
            yield high - len(" ".join(words)), high, 2
    for match in _BEST.finditer(text, start, end):
        yield match.start(1), match.end(1), 2


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A run split at "and" where both sides are categories by themselves; a leading "The" and year cut off."""
    words = text[start:end]
    label = re.match(
        (
            r"(?:(?:Highly\s+)?Commended|Joint\s+Winners?|Winners?|Runners?[- ][Uu]p|Finalists?|"
            r"Shortlisted|Nominated|Vying|Competing|Battling|Contending|Up)\s+(?:for|in|of)\s+(?:the\s+)?(?=[A-Z])"
        ),
        words,
    )
    if label:
        start += label.end()
        words = text[start:end]
    lead = re.match(r"(?:The|This|Our|And|But|In|At|For|A|An|Also|With)\s+(?:(?:the|our|a)\s+)?(?=[A-Z])", words)
    if lead and not words.startswith("The Careers"):
        start += lead.end()
    scheme = re.match(r"(.+?)\s+(?:in|at|from|for)\s+the\s+.*(?:Awards|AWARDS|Prizes|Oscars)$", text[start:end])
    if scheme and strength(scheme.group(1)) == 2:
        end = start + scheme.end(1)
    year = _YEAR_END.search(text[start:end])
    if year and year.start():
        end = start + year.start()
    for join in re.finditer(r"\s(?:and|&)\s(?:the\s)?", text[start:end]):
        left, right = text[start : start + join.start()], text[start + join.end() : end]
        if strength(left) == 2 and strength(right) == 2:
            return [(start, start + join.start()), *_parts(text, start + join.end(), end)]
    return [(start, end)]
