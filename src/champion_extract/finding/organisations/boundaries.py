"""Where a name begins and ends: words that stand beside names in capitals and belong to none.

"Winner Leeds City College", "Congratulations to Hadrian Rail", "Headteacher", "Our". Also whether a capital "The" is
part of the name.
"""

from __future__ import annotations

from champion_extract.finding.names.words import DIGITS, LOWER, Words
from champion_extract.finding.organisations.heads import head_beginning_at, head_ending_at
from champion_extract.tables.organisation_words import never_first, never_last, word_class

_TITLES_IN_NAMES = frozenset("sir dame lord lady dr king queen head".split())
_LEADING_LINKS = frozenset("of and for in at on upon under by with to &".split())


def first_of_name(words: Words, first: int, last: int) -> int:
    """The first word from ``first`` on with which a name can begin (may be ``last`` + 1)."""
    never = never_first()
    lowers = words.lowers
    while first <= last:
        lower = lowers[first]
        if (
            lower in _LEADING_LINKS
            or words.shapes[first] == LOWER
            or (words.shapes[first] == DIGITS and len(lower) == 4)
        ):
            first += 1
        elif lower in never:
            # "Our Lady of the Wayside", "Head Start", "All Saints": names all the same
            if lower == "our" and first < last and lowers[first + 1].startswith("lady"):
                return first
            if lower == "all" and first < last and lowers[first + 1].startswith(("saint", "soul", "hallow")):
                return first
            if first < last and lowers[first + 1] == "&" and words.shapes[first] != LOWER:
                return first  # "Till & Tarry"
            if lower in _TITLES_IN_NAMES and 1 <= last - first <= 4 and _named_for_person(words, first, last):
                return first
            if head_beginning_at(words, first, last) is not None:
                return first
            first += 1
        elif lower.endswith("'s") and lower[:-2] in word_class("body noun"):
            first += 1
        else:
            return first
    return first


def _named_for_person(words: Words, first: int, last: int) -> bool:
    """Whether a body's name goes on after a title: "Lady Margaret Academy", "Dr Penn's School"."""
    head = head_ending_at(words, first, last)
    return head is not None and head.first > first + 1 and head.type in ("school", "college", "trust", "charity", "nhs")


def last_of_name(words: Words, first: int, last: int) -> int:
    """The last word down from ``last`` with which a name can end (may be ``first`` - 1)."""
    never = never_last()
    while last >= first and (words.shapes[last] == LOWER or words.base(last) in never):
        last -= 1
    return last


def with_article(words: Words, first: int, last: int) -> tuple[int, bool]:
    """(first word, whether sure): takes a capital "The" before ``first`` into the name.

    Not so where it may only start a sentence, that is where the sentence goes on after the name; then the second
    value is False, and the caller looks for the same name elsewhere in the document.
    """
    before = first - 1
    if before < 0 or words.lowers[before] != "the" or words.forms[before] == "the" or not words.joined(before):
        return first, True
    if words.forms[before] == "THE" or (before > 0 and words.shapes[before - 1] == DIGITS):
        return first, False
    if not words.starts_sentence(before):
        return before, True
    following = words.text[words.ends[last] : words.ends[last] + 5].lstrip(" \t\u00a0*_")[:3]
    ends_item = (
        following == ""
        or following[0] in "\n|;)"
        or words.text[words.ends[last]] == "\n"
        or (following[0] in "–-·" or (following[0] in ",(" and not words.starts_line(before)))
    )
    if not ends_item and following[0] in ",(" and last + 1 < len(words):
        ends_item = words.shapes[last + 1] != LOWER
    previous = words.text[words.ends[before - 1] : words.starts[before]] if before else "\n"
    if previous.strip() == ":" and "\n" not in previous:
        return before, True
    if not ends_item or (previous[:1] in ".?!" and "\n" not in previous):
        return first, False
    return before, True
