"""Pairs of a category that only its place vouches for and a name: "Bright Beginnings: Hartburn School"."""

from __future__ import annotations

import re

from champion_extract.finding.nominees.categories import cut_sponsor, theme_of, trimmed
from champion_extract.finding.nominees.naming import LOWER_LEAD
from champion_extract.finding.nominees.outcomes import read_label
from champion_extract.finding.nominees.page import Page
from champion_extract.finding.nominees.shapes import looks_like_person, reads_as_name
from champion_extract.tables.recognition import cues, fold, name_words, small_words

_PAIR_MARK = re.compile(r"\s*:\*{0,2}\s+|\s+[–—-]\s+|\s*[→»]\s*")


_CLAUSE_WORD = re.compile(
    r"\b(?:is|are|was|were|said|says|has|have|will|we|you|they|how|what|why|when|where|who|this|that)\b|[?!.]",
    re.IGNORECASE,
)


def weak_pair(page: Page, start: int, end: int) -> tuple[str, tuple[int, int]] | None:
    """ "Bright Beginnings: Hartburn School": a category that only its place vouches for, and the slot after it."""
    text = page.text
    found = _PAIR_MARK.search(text, start + 2, min(end, start + 90))
    if not found:
        return None
    words = text[start : cut_sponsor(text, start, found.start())]
    theme = theme_of(words)
    folded = fold(theme).strip(" :.?")
    if (
        not theme
        or theme.count(" ") > 8
        or folded in cues()
        or folded in small_words("no category before a colon")
        or looks_like_person(theme)
    ):
        return None
    label = read_label(theme, frozenset())
    said = (label is not None and label.outcome is not None and label.theme is None) or folded.startswith("shortlist")
    if said and folded not in ("gold", "silver", "bronze"):
        return None  # "Highly commended: X" is no category
    bracket = theme.find(" (")
    bare = theme[:bracket] if bracket > 0 else theme
    at = text.find(bare, start, found.start())
    if (
        at < 0
        or not _category_shaped(page, at, at + len(bare))
        or (":" not in found.group() and _is_body(page, at, at + len(bare)))
    ):
        return None
    low, high = trimmed(text, found.end(), end)
    if (
        low >= high
        or text[low] in "“\"‘'"
        or not (text[low].isupper() or text[low].isdigit() or LOWER_LEAD.match(text, low, high))
    ):
        return None
    return theme, (low, high)


def _category_shaped(page: Page, start: int, end: int) -> bool:
    words = page.text[start:end]
    if len(words) <= 2 and words.isupper():
        return False  # initials in an interview
    if fold(words) in ("gold", "silver", "bronze") or fold(words) in page.themes or reads_as_name(page, start, end):
        return True
    return (
        words[:1].isupper()
        and words.count(" ") <= 4
        and page.text[end : end + 3].strip()[:1] in (":", "→", "»")
        and not _CLAUSE_WORD.search(words)
    )


def _is_body(page: Page, start: int, end: int) -> bool:
    """Whether the words before a dash are an organisation's name: then what follows is no winner of theirs."""
    last = fold(page.text[start:end]).rsplit(" ", 1)[-1]
    if page.organisations:
        return page.organisation_from(start) is not None
    return page.organisation_from(start) is not None or (
        " " in page.text[start:end] and name_words().get(last) == "organisation"
    )
