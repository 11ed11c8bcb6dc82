"""Whether "and" or "&" stands within a name or between two.

"Blackpool and The Fylde College" is one name, "Barclays and Leeds City College" are two. Decided by what is complete
on the left, and by places, heads and common nouns on both sides.
"""

from __future__ import annotations

from champion_extract.finding.names.people import person_end
from champion_extract.finding.names.things import thing_head
from champion_extract.finding.names.words import LOWER, Words
from champion_extract.finding.organisations.heads import (
    head_beginning_at,
    head_ending_at,
    naming_words,
    only_generic,
    only_places,
    place_at,
)
from champion_extract.finding.organisations.known import KnownSpan
from champion_extract.tables.organisation_words import generic_words, joining_heads, word_class

_LEGAL = frozenset(("ltd", "limited", "plc", "llp", "cic", "inc", "gmbh", "group", "co"))
_OF_AREAS = frozenset(("careers_hub", "lep", "combined_authority", "nhs"))
"""Types that are named after two areas more often than they stand in a list."""


def complete(words: Words, first: int, last: int, known: list[KnownSpan]) -> bool:
    """Whether the words up to ``last`` already end a body's name."""
    for span in known:
        if span.last == last and span.first >= first and span.known.kind == "organisation" and not span.known.cautious:
            return True
    if words.lowers[last] == "uk" and last > first:
        last -= 1
    head = head_ending_at(words, first, last)
    if head is not None:
        named, unusual = naming_words(words, first, head.first - 1)
        return named if head.strength == "strong" else unusual and not only_generic(words, first, last)
    if last - first >= 2:
        for position in range(first, last):
            head = head_beginning_at(words, position, last)
            if head is not None and head.strength == "strong":
                return True
    return False


def and_joins(words: Words, start: int, position: int, end: int, last: int, known: list[KnownSpan]) -> bool:
    """Whether the words ``position`` to ``end``, an "and" with what belongs to it, stand within the name that begins at
    ``start``; ``last`` ends the run."""
    lowers = words.lowers
    before, right = position - 1, end + 1
    if lowers[start] == "the" and start < before:
        start += 1
    if end > position and lowers[end] == "the" and words.shapes[end] == LOWER and not only_places(words, start, before):
        return False
    if lowers[right] in word_class("family") and words.base(before) not in generic_words():
        return True
    if (words.base(before), words.base(right)) in joining_heads():
        return True
    if words.base(before) in generic_words() and start < before:
        for candidate in range(right, min(last, right + 3) + 1):
            head = head_ending_at(words, right, candidate)
            if head is not None and head.type == "school" and only_generic(words, right, candidate):
                return True  # "Infant and Nursery School"
    if (
        only_places(words, start, before)
        and not (start > 0 and words.gap(start - 1).startswith(","))
        and any(span.first == right and span.known.type == "careers_hub" for span in known)
    ):
        return True  # "Herefordshire and Marches Careers Hub", though Marches Careers Hub is known
    if any(span.first == right and span.known.kind == "organisation" and not span.known.cautious for span in known):
        return False
    if _joins_in_body_of(words, start, before, right, last):
        return True
    if complete(words, start, before, known) and not (
        lowers[position] == "&" and _is_firm(words, start, before, known)
    ):
        return False
    if (
        thing_head(words, start, before)[0] >= 0
        and lowers[position] == "and"
        and not only_generic(words, start, before)
    ):
        return False
    person, _, sure = person_end(words, start, before, generic_words())
    if person == before and sure > 0.8 and lowers[position] == "and":
        return False
    if (
        head_beginning_at(words, start, last) is not None
        and only_places(words, start + 1, before)
        and right <= last
        and place_at(words, right, last) >= 0
    ):
        return True  # "NHS Cheshire and Merseyside"
    head_at = -1
    weak = False
    type_ = ""
    for candidate in range(right, min(last, right + 7) + 1):
        head = head_ending_at(words, right, candidate)
        if head is not None and (head_at < 0 or weak):
            head_at, weak, type_ = candidate, head.strength == "weak", head.type
        elif head_at < 0 and thing_head(words, right, candidate)[0] >= 0:
            head_at, weak = candidate, True
    if head_at < 0:
        return lowers[position] == "&" and words.shapes[before] != LOWER
    if lowers[position] == "&":
        return True
    if only_generic(words, start, before):
        return start == before or only_generic(words, right, head_at)
    left_place = only_places(words, start, before)
    right_place = place_at(words, right, last) >= 0
    if left_place and start > 0 and lowers[start - 1] in ("in", "near", "across") and not right_place:
        return False
    if left_place:
        return right_place or (head_at > right and not weak)
    if type_ in _OF_AREAS and not (start > 0 and words.gap(start - 1).startswith(",")):
        return True
    if right_place:
        return False
    if start < before:
        return only_generic(words, right, head_at - 1) and head_at > right
    if weak:
        return False
    # one unknown word on the left: "Coast and Vale Learning Trust", but "Hadrian and Vecta Coatings Ltd" after a comma
    return head_at > right and not (start > 0 and words.gap(start - 1).startswith(","))


def _joins_in_body_of(words: Words, start: int, before: int, right: int, last: int) -> bool:
    """Whether a body named after what it is of goes on after "and": "Guild of Weavers and Spinners", "University of
    Ouse and Derwent"; not "Institute of Physics and Barclays"."""
    for position in range(start, before):
        head = head_beginning_at(words, position, before)
        if head is not None and head.strength == "strong":
            break
    else:
        return False
    if words.lowers[head.last] != "of" or before - head.last > 4:
        return False
    if head.type == "university":
        return before == head.last + 1 and right == last and only_places(words, right, last)
    if head.type != "other" or last - right > 2 or head_ending_at(words, right, last) is not None:
        return False
    ending = words.lowers[last]
    return (ending.endswith("s") and "'" not in ending and place_at(words, right, last) < 0) or only_generic(
        words, right, last
    )


def _is_firm(words: Words, first: int, last: int, known: list[KnownSpan]) -> bool:
    """Whether the words end in a trade word that may go on with "&": "Moorclose Tyres & Exhausts"."""
    if any(span.last == last for span in known):
        return False
    head = head_ending_at(words, first, last)
    return head is not None and head.type in ("employer", "other") and words.lowers[last] not in _LEGAL
