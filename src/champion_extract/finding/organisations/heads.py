"""How bodies are named: the words that end or begin their names, by type.

"Oakmere Primary School", "University of the West of England", "Ministry of Justice". A head alone is nobody's name
("the Combined Authority"): it wants a naming word, one that is no common noun. Takes for granted that the words are
one piece of a run of capitals.
"""

from __future__ import annotations

from typing import NamedTuple

from champion_extract.finding.names.words import LOWER, Words
from champion_extract.tables.name_words import place_first_words, place_names
from champion_extract.tables.organisation_words import generic_words, heads_by_first_word, heads_by_last_word
from champion_extract.vocabulary import OrganisationType

_SMALL = frozenset("of and the for in at on upon under by le la de with to y & a an".split())
_STILL_LAST = frozenset("college school academy trust university foundation group council".split())


class HeadSpan(NamedTuple):
    """A head stands at words ``first`` to ``last``."""

    first: int
    last: int
    type: OrganisationType
    begins: bool
    strength: str


def head_ending_at(words: Words, first: int, last: int) -> HeadSpan | None:
    """The longest head that ends a name at word ``last`` and begins at or after word ``first``."""
    group = heads_by_last_word().get(words.base(last))
    if group is None:
        group = heads_by_last_word().get(words.lowers[last])
        if group is None:
            return None
    lowers = words.lowers
    for head in group:
        size = len(head.words)
        start = last - size + 1
        if start < first:
            continue
        for offset in range(size - 1):
            if lowers[start + offset] != head.words[offset]:
                break
        else:
            return HeadSpan(start, last, head.type, False, head.strength)
    return None


def head_beginning_at(words: Words, first: int, last: int) -> HeadSpan | None:
    """The head that begins a name at word ``first`` ("University of"), if a word follows it within the piece."""
    group = heads_by_first_word().get(words.lowers[first])
    if group is None:
        return None
    lowers = words.lowers
    for head in group:
        end = first + len(head.words) - 1
        if end < last and all(lowers[first + offset] == word for offset, word in enumerate(head.words)):
            return HeadSpan(first, end, head.type, True, head.strength)
    return None


def naming_words(words: Words, first: int, last: int) -> tuple[bool, bool]:
    """(whether a word from ``first`` to ``last`` names somebody, whether one does that is no place)."""
    generic = generic_words()
    named = unusual = False
    position = first
    while position <= last:
        lower = words.base(position)
        if lower in _SMALL or lower == "the":
            position += 1
            continue
        reached = place_at(words, position, last)
        if reached >= 0:
            named = True
            position = reached + 1
            continue
        if lower not in generic and words.shapes[position] != LOWER and not lower.isdigit():
            named = unusual = True
        position += 1
    return named, unusual


def place_at(words: Words, first: int, last: int) -> int:
    """Last word of the longest place name that begins at word ``first``, or -1."""
    name = _place_key(words.lowers[first] if first < last else words.base(first))
    if name.partition(" ")[0] not in place_first_words():
        return first if words.lowers[first].endswith("'s") and words.base(first) in place_names() else -1
    places = place_names()
    best = first if name in places or words.base(first) in places else -1
    for position in range(first + 1, min(last, first + 4) + 1):
        if _place_key(f"{name} {words.base(position)}") in places:
            best = position
        name = f"{name} {_place_key(words.lowers[position])}"
    return best


def _place_key(lower: str) -> str:
    return lower.replace("-", " ").replace("'", "").replace("&", "and")


def only_places(words: Words, first: int, last: int) -> bool:
    """Whether the words are place names and small words between them, and nothing else."""
    position = first
    while position <= last:
        if words.lowers[position] in _SMALL or words.lowers[position] == "the":
            position += 1
            continue
        reached = place_at(words, position, last)
        if reached < 0:
            return False
        position = reached + 1
    return True


def only_generic(words: Words, first: int, last: int) -> bool:
    """Whether every word is a common noun or a small word."""
    generic = generic_words()
    for position in range(first, last + 1):
        lower = words.lowers[position]
        if lower in _SMALL or lower == "the" or lower in generic or words.base(position) in generic:
            continue
        if lower.isdigit():
            continue
        return False
    return True
