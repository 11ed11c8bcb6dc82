"""Where a name begins and ends: words that stand beside names in capitals and belong to none.

"Winner Leeds City College", "Congratulations to Hadrian Rail", "Headteacher", "Our". Also whether a capital "The" is
part of the name.
"""

from __future__ import annotations

from champion_extract.finding.names.words import DIGITS, LOWER, Words
from champion_extract.finding.organisations.heads import head_ending_at
from champion_extract.tables.organisation_words import never_first, never_last

_LEADING_LINKS = frozenset("of and for in at on upon under by with to &".split())


def first_of_name(words: Words, first: int, last: int) -> int:
    """The first word from ``first`` on with which a name can begin (may be ``last`` + 1)."""
    never = never_first()
    lowers = words.lowers
    while first <= last:
        lower = lowers[first]
        if lower in _LEADING_LINKS or words.shapes[first] == LOWER:
            first += 1
        elif words.shapes[first] == DIGITS and len(lower) == 4:
            first += 1
        elif lower in never:
            # "Our Lady of the Wayside", "Head Start", "All Saints": names all the same
            if lower == "our" and first < last and lowers[first + 1].startswith("lady"):
                return first
            if lower == "all" and first < last and lowers[first + 1].startswith(("saint", "soul", "hallow")):
                return first
            if lower == "sir" and first < last and head_ending_at(words, first, last) is not None:
                return first
            first += 1
        else:
            return first
    return first


def last_of_name(words: Words, first: int, last: int) -> int:
    """The last word down from ``last`` with which a name can end (may be ``first`` - 1)."""
    never = never_last()
    while last >= first and (words.shapes[last] == LOWER or words.base(last) in never):
        last -= 1
    return last


def with_article(words: Words, first: int) -> tuple[int, bool]:
    """(first word, whether sure): takes a capital "The" before ``first`` into the name, unless it may only start a
    sentence; then the second value is False and the caller looks for the same name elsewhere in the document."""
    before = first - 1
    if before < 0 or words.lowers[before] != "the" or words.forms[before] != "The" or not words.joined(before):
        return first, True
    if not words.starts_sentence(before):
        return before, True
    return first, False
