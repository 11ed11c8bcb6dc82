"""How far a body's name reaches from its head, to the left and to the right.

"Clifton Rail Seating" goes on after its head, "University of Hull Careers Fair" ends before the event, "HR Manager
Hadrian Rail" begins after the role. Takes for granted that the words are one piece of a run of capitals.
"""

from __future__ import annotations

from champion_extract.finding.names.things import thing_head
from champion_extract.finding.names.words import ACRONYM, LOWER, Words
from champion_extract.finding.organisations.heads import (
    HeadSpan,
    head_beginning_at,
    head_ending_at,
    naming_words,
    only_generic,
    only_places,
)
from champion_extract.finding.organisations.known import KnownSpan
from champion_extract.tables.name_words import given_names, role_words, titles
from champion_extract.tables.organisation_words import generic_words, never_last, word_class

_LEGAL = frozenset(("ltd", "limited", "plc", "llp", "cic", "inc", "gmbh"))


def extended(words: Words, first: int, end: int, last: int, head: HeadSpan) -> int:
    """The end of a name that goes on after its head: "Clifton Rail Seating", "Outwood Academy Easingwold", "Toyoda
    Tools UK".
    """
    if end == last or words.lowers[end].endswith("'s"):
        return end
    if words.lowers[end + 1] in ("uk", "europe", "group", "international", "north", "south") and end + 1 == last:
        return end + 1
    if head.type not in ("school", "employer", "college") or words.lowers[end] in _LEGAL or last - end > 2:
        return end
    if head.type == "employer" and end + 1 == last and words.base(last) not in word_class("page word"):
        trade = head_ending_at(words, last, last)
        if words.base(last) in word_class("ends after trade") or (trade is not None and trade.type == "employer"):
            return last
    place = only_places(words, end + 1, last)
    if head.type == "employer" and place:
        return end
    if place and words.lowers[end] not in ("academy", "utc", "form", "school"):
        return end
    if not place:
        for position in range(end + 1, last + 1):
            lower = words.base(position)
            if not unexplained(words, position) or lower in given_names() or thing_head(words, end + 1, last)[0] >= 0:
                return end
    return last


def stronger_before(words: Words, first: int, end: int, head: HeadSpan) -> tuple[int, HeadSpan]:
    """A strong head with only common nouns between it and a page's word ends the name: "Oakmere Trust | News"."""
    for earlier in range(head.first - 1, first, -1):
        strong = head_ending_at(words, first, earlier)
        if (
            strong is not None
            and strong.strength == "strong"
            and words.base(end) in word_class("page word")
            and only_generic(words, earlier + 1, end)
            and head.type != "school"
            and naming_words(words, first, strong.first - 1)[0]
        ):
            return earlier, strong
    return end, head


def end_of_left_headed(words: Words, first: int, last: int) -> int:
    """Last word of a name such as "University of the West of England Careers Fair" that goes on at ``first``."""
    end = last
    while end > first:
        start, kind = thing_head(words, first, end)
        if start <= first or kind not in ("award", "event", "programme", "publication", "project"):
            break
        end = start - 1
        while end > first and words.base(end) in ("careers", "career", "annual", "jobs", "open"):
            end -= 1
    while end >= first and words.shapes[end] == LOWER:
        end -= 1
    return end


def left_head(words: Words, first: int, last: int) -> HeadSpan | None:
    """The first head in the piece that begins a name and has a naming word after it ("University of Hull")."""
    for position in range(first, last):
        head = head_beginning_at(words, position, last)
        if head is not None and (
            head.strength == "strong"
            or naming_words(words, head.last + 1, last)[1]
            or (
                head.type in ("employer", "charity", "government", "nhs", "school")
                and naming_words(words, head.last + 1, last)[0]
            )
        ):
            return head
    return None


def after_roles(words: Words, first: int, head_first: int) -> int:
    """Start of the name after leading words such as "HR Manager" or "Careers Leader"."""
    roles = role_words()
    generic = generic_words()
    for position in range(head_first - 1, first - 1, -1):
        if (
            words.base(position) in roles
            and all(words.base(before) in generic for before in range(first, position))
            and naming_words(words, position + 1, head_first - 1)[0]
        ):
            return position + 1
    return first


def naming_or_adjective(words: Words, first: int, last: int) -> bool:
    """Whether words before a leading head belong to it: "Royal College of", "London School of"."""
    return last - first < 3 and all(words.base(position) not in role_words() for position in range(first, last + 1))


def trusted(words: Words, first: int, last: int, spans: list[KnownSpan]) -> list[KnownSpan]:
    """The known names without those of one word that stand within a longer unknown name ("Hickling Reed Cruises")."""
    kept = []
    for span in spans:
        if (
            span.first == span.last < last
            and head_beginning_at(words, span.first, last) is not None
            and (
                span.known.type == "government"
                or words.shapes[span.last + 1] == ACRONYM
                or only_places(words, span.last + 1, last)
            )
        ):
            continue  # "NHS Cheshire and Merseyside", "RAF Cosford"
        if span.first == span.last and span.known.kind != "organisation" and span.first > first:
            continue
        if span.first == span.last and words.shapes[span.first] != ACRONYM:
            if span.first > first and unexplained(words, span.first - 1):
                continue
            if span.known.cautious and span.last < last and only_places(words, span.last + 1, last):
                continue
            if (
                span.last < last
                and unexplained(words, span.last + 1)
                and (span.known.cautious or span.known.kind != "organisation")
            ):
                continue
        elif (
            span.first > first
            and span.last == last
            and head_ending_at(words, span.first, span.last) is not None
            and (unexplained(words, span.first - 1) or only_places(words, first, span.first - 1))
        ):
            continue  # "Southwark Riverside College" is not Riverside College
        kept.append(span)
    return kept


def unexplained(words: Words, position: int) -> bool:
    """Whether the word is neither common noun, place, role nor title, so that it may be part of an unknown name."""
    lower = words.base(position)
    if words.shapes[position] == LOWER:
        return lower == "&"
    return (
        lower not in generic_words()
        and lower not in role_words()
        and lower != "the"
        and lower not in titles()
        and not lower.isdigit()
        and not only_places(words, position, position)
        and lower not in never_last()
    )
