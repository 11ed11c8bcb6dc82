"""Cutting a run of capitals at the small words that stand between names and not within one.

"Blackpool and The Fylde College" is one piece, "Barclays and Leeds City College" two; "Head of Careers at Leeds City
College" is three, "University of the West of England" one. Takes for granted the known names found in the run.
"""

from __future__ import annotations

from champion_extract.finding.names.people import person_end
from champion_extract.finding.names.words import ACRONYM, CAPITAL, DIGITS, LOWER, Words
from champion_extract.finding.organisations.conjunctions import and_joins, complete
from champion_extract.finding.organisations.heads import (
    head_beginning_at,
    head_ending_at,
    naming_words,
    place_at,
)
from champion_extract.finding.organisations.known import KnownSpan
from champion_extract.tables.name_words import role_words
from champion_extract.tables.organisation_words import generic_words, word_class

_SIMPLE_LINKS = frozenset("le la de y du des del van von der den al bin ibn da di".split())


def pieces(words: Words, first: int, last: int, known: list[KnownSpan]) -> list[tuple[int, int]]:
    """(first, last) word of each piece of the run, in order; small words between pieces are in none."""
    inside: set[int] = set()
    for span in known:
        inside.update(range(span.first + 1, span.last + 1))
    found: list[tuple[int, int]] = []
    start = first
    position = first
    shapes, lowers = words.shapes, words.lowers
    while position <= last:
        if shapes[position] == DIGITS and _is_date(words, position, last):
            if position > start:
                found.append((start, position - 1))
            position += 1
            if position <= last and lowers[position] in word_class("month"):
                position += 1
            start = position
            continue
        if (
            position - start >= 2
            and shapes[position] == CAPITAL
            and lowers[position] not in ("the", "plc", "ltd", "llp")
            and shapes[position - 1] == ACRONYM
            and len(lowers[position - 1]) > 4
            and _capitals_before(words, start, position)
        ):
            found.append((start, position - 1))
            start = position
        link = shapes[position] == LOWER or lowers[position] == "&" or (lowers[position] == "the" and position > start)
        if not link or position in inside:
            if (
                position < last
                and position not in inside
                and lowers[position].endswith("'s")
                and _possessive_splits(words, start, position, last, known)
            ):
                found.append((start, position))
                start = position + 1
            position += 1
            continue
        end = position
        while end < last and (shapes[end + 1] == LOWER or lowers[end + 1] in ("the", "&")):
            end += 1
        if end >= last:
            break
        if position == start or not _joins(words, start, position, end, last, known):
            if position > start:
                found.append((start, position - 1))
            start = end if lowers[end] == "the" and shapes[end] == CAPITAL else end + 1
            position = end + 1
            continue
        position = end + 1
    while last >= start and (shapes[last] == LOWER or lowers[last] == "&"):
        last -= 1
    if start <= last:
        found.append((start, last))
    return found


def _is_date(words: Words, position: int, last: int) -> bool:
    """Whether the figures stand beside a month or are a year, so that no name runs over them."""
    form = words.forms[position]
    if len(form) == 4 and form.isdigit() and form[:2] in ("19", "20"):
        return True
    return (position < last and words.lowers[position + 1] in word_class("month")) or words.lowers[
        position - 1
    ] in word_class("month")


def _capitals_before(words: Words, start: int, position: int) -> bool:
    """Whether all words from ``start`` to before ``position`` stand in capitals throughout."""
    return all(words.forms[at].isupper() for at in range(start, position) if words.lowers[at] != "&")


def _possessive_splits(words: Words, start: int, position: int, last: int, known: list[KnownSpan]) -> bool:
    if complete(words, start, position, known):
        return True
    return place_at(words, start, position) == position and words.lowers[position][:-2] not in ("king", "queen")


def _joins(words: Words, start: int, position: int, end: int, last: int, known: list[KnownSpan]) -> bool:
    """Whether the small words ``position`` to ``end`` stand within a name that begins at ``start``."""
    lowers = words.lowers
    link = lowers[position]
    before = position - 1
    left = words.base(before)
    right = end + 1
    if words.shapes[right] == DIGITS and link != "&":
        return False
    if link in ("and", "&"):
        return and_joins(words, start, position, end, last, known)
    if lowers[before].endswith("'s") and link != "of":
        return False
    if link == "of":
        if left in role_words() or left in word_class("ends before of"):
            return False
        if head_beginning_at(words, before, last) is not None:
            return True
        if any(span.last == before and not span.known.cautious for span in known):
            return False
        ended = head_ending_at(words, start, before)
        if (
            ended is not None
            and ended.strength == "strong"
            and ended.type in ("employer", "trust", "lep", "careers_hub")
        ):
            return left in ("company", "bank", "society")
        reached, _, sure = person_end(words, start, before, generic_words())
        return not (reached == before and before > start and sure > 0.8)
    if link == "for":
        return left in word_class("takes for") and not complete_to_the_right(words, right, last)
    if link in ("on", "upon", "under", "in", "by", "super"):
        if link == "upon":
            return True
        if link == "in" and left in word_class("group in"):
            return True
        if link == "in" and words.lowers[right] in generic_words() and _left_headed(words, start, before):
            return True
        return lowers[right] in word_class("river") or place_at(words, before, last) >= right
    return link in _SIMPLE_LINKS


def _left_headed(words: Words, first: int, last: int) -> bool:
    """Whether a head such as "Association of" begins the words: "in Education" may still belong to them."""
    for position in range(first, last):
        head = head_beginning_at(words, position, last)
        if head is not None and head.strength == "strong" and head.type == "other":
            return True
    return False


def complete_to_the_right(words: Words, right: int, last: int) -> bool:
    """Whether a whole body's name stands from ``right`` to the end of the run."""
    head = head_ending_at(words, right, last)
    return head is not None and naming_words(words, right, head.first - 1)[0]
