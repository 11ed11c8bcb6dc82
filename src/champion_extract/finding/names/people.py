"""Telling people's names among words in capitals.

Evidence, strongest first: a title before ("Dr", "Cllr"), a given name with one to three words after it, a role
before or after ("headteacher Xyz Abc", "Xyz Abc, Head of Careers"). Takes for granted that the words are one run of
capitals.
"""

from __future__ import annotations

from champion_extract.finding.names.words import ACRONYM, LOWER, Words
from champion_extract.tables.name_words import given_names, place_names, role_words, titles
from champion_extract.tables.organisation_words import never_first, word_class

_PARTICLES = frozenset("de la le van von der den bin ibn al el da di du dos abu".split())


def person_end(words: Words, first: int, last: int, generic: frozenset[str]) -> tuple[int, str, float]:
    """Last word of the person's name that begins at word ``first`` of the run, with rule and confidence; -1 if none is
    seen.

    ``generic``: common nouns, which never are surnames here.
    """
    lowers = words.lowers
    shapes = words.shapes
    given = given_names()
    position = first
    titled = False
    while position <= last and lowers[position].rstrip(".") in titles():
        titled = True
        position += 1
    if position > last:
        return -1, "", 0.0
    head = words.base(position)
    known = any(part in given for part in head.split("-")) or head.rstrip(".") in given
    initial = len(head.replace(".", "")) == 1 and words.forms[position][0].isupper()
    if not titled and not known and not initial:
        return -1, "", 0.0
    if titled and head in generic:
        return -1, "", 0.0
    end = position
    if lowers[position].endswith("'s"):
        if titled:
            return position, "title", 0.9
        return (position, "given name", 0.5) if known else (-1, "", 0.0)
    while end < last and end - position < 3:
        following = end + 1
        lower = words.base(following)
        if shapes[following] == LOWER:
            if lower in _PARTICLES and following < last and shapes[following + 1] != LOWER:
                end = following
                continue
            break
        if lower in generic or lower in role_words():
            break
        if shapes[following] == ACRONYM and shapes[position] != ACRONYM and len(lower) < 5 and end > position:
            break
        end = following
        if lowers[following].endswith("'s"):
            break
    if end == position:
        if titled:
            return end, "title", 0.9
        alone = known and not initial and head not in word_class("month") and shapes[position] != ACRONYM
        return (end, "given name", 0.4) if alone else (-1, "", 0.0)
    if initial and not titled and words.base(position + 1) in never_first():
        return -1, "", 0.0  # "Q. Who"
    if initial and not titled and (end - position > 2 or lowers[end] in place_names()):
        return -1, "", 0.0
    return end, "title" if titled else "given name", 0.95 if titled else 0.85
