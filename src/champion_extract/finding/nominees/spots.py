"""Names in a piece of prose: those that other finders saw, and capitalised words where they saw none."""

from __future__ import annotations

import re
from typing import NamedTuple

from champion_extract.finding.nominees.categories import strength
from champion_extract.finding.nominees.page import Page
from champion_extract.finding.nominees.shapes import is_role, looks_like_person, organisation_word
from champion_extract.tables.recognition import fold, small_words

_CAPITAL = r"[A-Z0-9][\w’'&.-]*"


_NAME_RUN = re.compile(
    rf"(?<![\w’'-])(?:{_CAPITAL})"
    rf"(?:[ \u00a0\u202f](?:"
    rf"(?:of the|of|for|and|&|the|in|de|van|der|le|la|at|on|upon)[ \u00a0\u202f])?{_CAPITAL}){{0,11}}"
)


class Spot(NamedTuple):
    """A name in prose; ``known``: another finder saw it."""

    start: int
    end: int
    person: bool
    known: bool


def spots_in(page: Page, start: int, end: int) -> list[Spot]:
    """Names between ``start`` and ``end``, in order, without overlaps."""
    text = page.text
    found = [Spot(mention.start, mention.end, False, True) for mention in page.organisations_in(start, end)]
    found += [Spot(name.start, name.end, True, True) for name in page.people_in(start, end)]
    found.sort()
    taken = [(spot.start, spot.end) for spot in found]
    for run in _NAME_RUN.finditer(text, start, end):
        low, high = run.start(), run.end()
        while high > low and text[high - 1] in ".'’-&":
            high -= 1
        if any(a < high and low < b for a, b in taken):
            continue
        found.extend(_own(text, low, high, start))
    found.sort()
    kept: list[Spot] = []
    for spot in found:
        if not kept or spot.start >= kept[-1].end:
            kept.append(spot)
    return kept


_GLUED = re.compile(r"[A-Z][a-z]{2,}(?:[A-Z][a-z]{2,}){2,}")
_HEADLINE_BEFORE = re.compile(r"(?:[A-Z’'&]{2,}\s+){3,}(?=[A-Z][a-z])")


_NUMBERED_NAME = re.compile(r"(?:First|Second|Third|One|Two|Three|Four|Five|Local|Open|Young|All)\s+[A-Z]\w+(?:,|$)")


def _own(text: str, low: int, high: int, sentence: int) -> list[Spot]:
    """A capitalised run as names: openers cut off, "X and Y" parted where both stand for themselves."""
    if _GLUED.match(text, low, high):
        return []  # words of a menu whose spaces are lost
    headline = _HEADLINE_BEFORE.match(text, low, high)
    if headline:
        low = headline.end()  # a headline in capitals whose line break is lost
    words = text[low:high]
    opener = re.match(r"[\w’'-]+\s+(?:the\s+)?", words)
    while (
        opener
        and (fold(opener.group()).split()[0] in small_words("opener") and not _NUMBERED_NAME.match(words))
        and not fold(words).startswith("the ")
    ):
        low += opener.end()
        words = text[low:high]
        opener = re.match(r"[\w’'-]+\s+(?:the\s+)?", words)
    if re.match(r"The\s+[A-Z]", words) and organisation_word(words) is None:
        low += 4
        words = text[low:high]
    possessive = re.search(r"[’']s?\s", words)
    if (
        possessive
        and not re.search(r"\bSt\.? \w+[’']s?\s", words)
        and organisation_word(words[possessive.end() :]) is None
    ):
        right = _own(text, low + possessive.end(), high, sentence)
        return [
            Spot(low, low + possessive.start(), looks_like_person(text[low : low + possessive.start()]), False),
            *right,
        ]
    folded = fold(words).strip(" .")
    if (
        not folded
        or folded in small_words("no subject")
        or folded in small_words("opener")
        or folded.isdigit()
        or (folded[:1].isdigit() and " " not in folded)
    ):
        return []
    both = re.search(r"\s(?:and|&)\s(?:the\s)?", words)
    if both and strength(words[: both.start()]) == 2 and organisation_word(words[both.end() :]) == "organisation":
        return _own(text, low + both.end(), high, sentence)  # "won Employer of the Year and Anytown College won ..."
    if strength(words) == 2 or folded.endswith(("awards", "award")) or not any(letter.isalpha() for letter in words):
        return []
    town = re.search(r"\s(?:in|on|near)\s(?=[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)?$)", words)
    if town and " " in words[: town.start()]:
        high = low + town.start()
        words = text[low:high]
    placed = re.search(r"\s(?:at|of|from)\s(?:the\s)?", words)
    if placed and is_role(words[: placed.start()]):
        return _own(text, low + placed.end(), high, sentence)
    join = re.search(r"\s(?:and|&)\s(?:the\s)?", words)
    if join:
        one, other = words[: join.start()], words[join.end() :]
        both_people = looks_like_person(one) and looks_like_person(other)
        both_bodies = organisation_word(one) and organisation_word(other) and " " in one and " " in other
        if both_people or both_bodies or (looks_like_person(one) and organisation_word(other)):
            return _own(text, low, low + join.start(), sentence) + _own(text, low + join.end(), high, sentence)
    end = low + len(words.rstrip(" .,'’")) if words.endswith((".", "'", "’")) else high
    possessive_end = re.search(r"[’']s$", text[low:end])
    if possessive_end:
        end -= 2
    return [Spot(low, end, looks_like_person(text[low:end]), False)] if end > low else []
