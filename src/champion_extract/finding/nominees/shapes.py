"""What words look like: a person, an organisation, a project, a role, a name at all.

Judged by capitals, by words that end names and by given names; what other finders saw comes first.
"""

from __future__ import annotations

import re
from functools import lru_cache

from champion_extract.finding.nominees.page import Page
from champion_extract.tables.name_words import given_names
from champion_extract.tables.recognition import (
    cues,
    fold,
    form_fields,
    name_words,
    outcome_labels,
    small_words,
    table_columns,
)
from champion_extract.vocabulary import NomineeKind

WORD = re.compile(r"[^\W\d_][\w’'.-]*")


NOBODY = re.compile(
    r"\b(?:not awarded|not given|none given|no award|no winner|withheld|to be (?:announced|confirmed)|winners? announce"
    r"d)\b|^(?:\d{1,2}(?:st|nd|rd|th)? )?(?:january|february|march|april|may|june|july|"
    r"august|september|october|november|december)\b(?: \d|$)|^(?:monday|tuesday|wednesday|"
    r"thursday|friday|saturday|sunday)\b|^\d[\d.,]*$|^section \w$|^\d+\.\d+ |^form \b|^(?:nomination|entry|judging|"
    r"application) (?:form|record|pack)s?$|^(?:year|years|part|"
    r"page|question|q)\b ?\d*$"
)
"""What stands in a name's place where nobody is named: "not awarded", a date, "Section D"."""


NAME_LIMIT = 120
"""A longer name is none, in characters."""


@lru_cache(maxsize=4096)
def looks_like_person(words: str) -> bool:
    """Whether ``words`` have the shape of a person's name with a known given name or a title."""
    parts = words.replace("\u00a0", " ").split()
    if parts and fold(parts[0]).rstrip(".") in small_words("title"):
        return 2 <= len(parts) <= 6 and all(
            part[0].isupper() or fold(part) in small_words("particle") for part in parts
        )
    if not 2 <= len(parts) <= 5:
        return False
    kinds = name_words()
    for place, part in enumerate(parts):
        bare = part.strip(".,’'“”\"")
        if not bare or any(character.isdigit() for character in bare):
            return False
        if fold(bare) in small_words("particle") and 0 < place < len(parts) - 1:
            continue
        if not bare[0].isupper() or (kinds.get(fold(bare)) in ("organisation", "project") and place):
            return False
        if len(bare) > 3 and bare.isupper() and not words.isupper():
            return False
    given = fold(parts[0]).strip(".'")
    return given in given_names() or given.split("-")[0] in given_names()


@lru_cache(maxsize=4096)
def organisation_word(words: str) -> str | None:
    """What the words of a name show it to be: "project", "organisation" or nothing."""
    kinds = name_words()
    found = [kinds.get(fold(word).rstrip(".,'’")) for word in WORD.findall(words)]
    if found and found[-1] == "project":
        return "project"
    return "organisation" if "organisation" in found else None


def organisation_last(words: str) -> bool:
    """Whether the last word of ``words`` is one that ends organisations' names."""
    found = WORD.findall(words)
    return bool(found) and name_words().get(fold(found[-1]).rstrip(".")) == "organisation"


def is_role(words: str) -> bool:
    """Whether ``words`` say what a person is ("Careers Leader", "Year 12 student")."""
    kinds = [name_words().get(fold(word).rstrip(".,'’")) for word in WORD.findall(words)]
    return bool(kinds) and (
        kinds[-1] == "role"
        or ("role" in kinds and "organisation" not in kinds)
        or (words[:1].islower() and "role" in kinds)
    )


def kind_of(page: Page, start: int, end: int, hint: str | None) -> NomineeKind:
    """Kind of the nominee named between ``start`` and ``end``; ``hint``: what its category is for."""
    words = page.text[start:end]
    shown = organisation_word(words)
    mentions = page.organisations_in(start, end)
    covering = [mention for mention in mentions if 2 * (mention.end - mention.start) >= end - start]
    people = page.people_in(start, end)
    if people and people[0].end - people[0].start >= 0.6 * (end - start) and shown is None:
        return "person"
    if shown == "project":
        return "project"
    if covering:
        return "project" if covering[0].type == "project" else "organisation"
    if shown == "organisation":
        return "organisation"
    if looks_like_person(words):
        return "person"
    if (
        hint == "person"
        and 2 <= words.count(" ") + 1 <= 4
        and _capitals(words)
        and "&" not in words
        and " and " not in words
    ):
        return "person"
    if hint == "project" or words[:1] in "“‘\"'":
        return "project"
    return "organisation"


def _capitals(words: str) -> bool:
    """Whether ``words`` are written as a name: they begin with a capital, as most of their longer words do."""
    counted = high = 0
    for word in words.split():
        bare = word.strip("()“”\"'‘’.,&-–")
        if not bare or bare.casefold() in small_words("small"):
            continue
        counted += 1
        high += bare[0].isupper() or bare[0].isdigit() or any(letter.isupper() for letter in bare[1:])
    return counted > 0 and high >= 0.7 * counted


def is_name(page: Page, start: int, end: int, strict: bool = True) -> bool:
    """Whether the words between ``start`` and ``end`` can be a nominee's name. Not ``strict``: a label says so."""
    folded = fold(page.text[start : min(end, start + 60)]).strip(" .:!?*")
    return folded not in form_fields() and folded not in table_columns() and reads_as_name(page, start, end, strict)


def reads_as_name(page: Page, start: int, end: int, strict: bool = True) -> bool:
    """Whether words are written as a name, be it a nominee's or a category's."""
    words = page.text[start:end]
    if not 2 <= len(words) <= NAME_LIMIT or words.count(" ") > 15:
        return False
    folded = fold(words).strip(" .:!?*")
    first = folded.split(" ", 1)[0].split("'", 1)[0]
    if page.award is not None and fold(page.award) in folded and not folded.startswith("team "):
        return False
    if folded in cues() or folded in outcome_labels() or folded in page.themes or words[-1] in "?":
        return False
    if folded in small_words("no name") or (
        first in small_words("no name") and page.organisation_from(start) is None and not looks_like_person(words)
    ):
        return False
    if (
        not any(letter.isalpha() for letter in words)
        or " @" in words
        or "·" in words
        or "**" in words
        or "»" in words
        or folded == "form"
        or NOBODY.search(folded)
    ):
        return False
    if page.organisation_from(start) is not None:
        return True
    if not (words[0].isupper() or words[0].isdigit() or words[0] in "“‘\"'@"):
        return not strict and words.count(" ") <= 2
    return _capitals(words)


def is_person(page: Page, start: int, end: int) -> bool:
    """Whether another finder saw a person there."""
    return any(name.start <= start + 1 and name.end >= end - 1 for name in page.people_in(start, end))


def fullest_name(page: Page, start: int, end: int) -> str:
    """The words of an organisation, or its fullest name in the document where a finder knows that."""
    mention = page.organisation_from(start)
    return mention.name if mention is not None and mention.end == end else page.text[start:end]
