"""Acronyms, short forms and later mentions: all names of one body within a document.

"North Fenland Combined Authority (NFCA)" makes every "NFCA" that body; "Hadrian Rail Limited" makes "Hadrian Rail" and
"Hadrian" it, where these are neither places nor common words. Takes for granted that the full names were found.
"""

from __future__ import annotations

import re

from champion_extract.finding.names.words import ACRONYM, LOWER, Words
from champion_extract.finding.organisations.candidates import Named
from champion_extract.finding.organisations.heads import head_ending_at, only_generic, only_places
from champion_extract.tables.name_words import given_names
from champion_extract.tables.organisation_words import generic_words, word_class

_NAMED_AFTER_AREAS = frozenset(("careers_hub", "lep", "local_authority", "combined_authority", "government"))
_IN_FULL = {"ltd": "limited", "lep": "local enterprise partnership", "mat": "multi academy trust", "uni": "university"}
_SPACE = re.compile(r"[\s\u200b]+")
_LEGAL = frozenset("ltd limited plc llp cic inc gmbh group holdings company uk cio".split())
_OTHER_KINDS = frozenset(("university", "metropolitan", "group"))


def key_of(written: str) -> str:
    """A name for comparing: case folded, without "the", apostrophes, full stops; "&" as "and", Ltd, LEP and MAT in
    full.
    """
    folded = written.lower().replace("’", "'").replace("'", "").replace(".", "").replace("&", " and ").replace("-", " ")
    parts = _SPACE.sub(" ", folded).strip().split(" ")
    if parts and parts[0] == "the":
        parts = parts[1:]
    if len(parts) > 1 and parts[-1] == "uk" and " ".join(parts[:-1]) not in generic_words():
        parts.pop()
    return " ".join(_IN_FULL.get(part, part) for part in parts)


def acronym_after(words: Words, last: int) -> int:
    """Word that stands alone in brackets after word ``last`` and looks like a short name, or -1."""
    following = last + 1
    if following >= len(words) or words.shapes[following] not in (ACRONYM,):
        return -1
    gap = words.gap(last)
    if gap.strip() not in ("(", "[", "(“", '("', "(‘", "('") or len(gap) > 4:
        return -1
    end = words.ends[following]
    closing = words.text[end : end + 2]
    if not closing or closing[0] not in ")]”\"’'":
        return -1
    return following if 2 <= len(words.forms[following]) <= 10 else -1


def initials_fit(words: Words, first: int, last: int, acronym: str) -> bool:
    """Whether the letters of ``acronym`` are, in order, among the first letters of the words, the first one first."""
    letters = [words.forms[position][0].upper() for position in range(first, last + 1)]
    wanted = [letter for letter in acronym.upper() if letter.isalnum()]
    if not wanted or not letters:
        return False
    position = 0
    for letter in letters:
        if position < len(wanted) and letter == wanted[position]:
            position += 1
    return position == len(wanted)


def short_forms(words: Words, name: Named) -> list[tuple[str, bool]]:
    """(key, joins) of the shorter names under which the body may be mentioned, longest first.

    ``joins``: a body that has the short form as its name is the same one; not so for forms that only guess.
    """
    first, last = name.first, name.last
    if words.lowers[first] == "the":
        first += 1
    found: list[tuple[str, bool]] = []
    end = last
    for _ in range(3):
        head = head_ending_at(words, first, end)
        if head is None or head.first <= first:
            break
        end = head.first - 1
        while end > first and (words.shapes[end] == LOWER or words.lowers[end] == "&"):
            end -= 1
        inner = head_ending_at(words, first, end)
        if inner is not None and inner.strength == "strong" and inner.type != name.type:
            break  # a combined authority is not its Careers Hub
        if name.type not in _NAMED_AFTER_AREAS and _stands_alone(words, first, end):
            found.append((_written(words, first, end), True))
    if name.type == "careers_hub" and end < last:
        found.append((_written(words, first, end) + " hub", True))
    if name.type in ("school", "college"):
        found += _school_forms(words, first, end, last)
    if (
        name.type in ("employer", "trust", "charity", "other", "project")
        and last > first
        and _naming(words, first)
        and (end > first or (name.type == "employer" and end == last))
    ):
        found.append((key_of(words.forms[first]), False))
    if name.type == "employer" and words.base(last) in word_class("paper") and last > first:
        found.append((words.base(last), False))
    letters = "".join(
        words.forms[position][0]
        for position in range(first, last + 1)
        if words.shapes[position] != LOWER and words.lowers[position] not in _LEGAL
    )
    if len(letters) >= 3 and letters.isupper():
        found.append((letters.lower(), False))
    return found


def place_form(words: Words, name: Named) -> str:
    """Key of the place by which a school, college or university may be called after "at", or ""."""
    if name.type not in ("school", "college", "university"):
        return ""
    first, last = name.first, name.last
    if words.lowers[first] == "the":
        first += 1
    if name.type == "university" and words.lowers[first] == "university" and last - first >= 2:
        first += 2
    else:
        while last > first and (words.base(last) in word_class("school kind") or words.lowers[last] in _OTHER_KINDS):
            last -= 1
    return _written(words, first, last) if only_places(words, first, last) else ""


def _school_forms(words: Words, first: int, end: int, last: int) -> list[tuple[str, bool]]:
    """ "St Wilfrid's" for "St Wilfrid's RC College", "Hartburn First" for "Hartburn Church of England First School"."""
    while end > first and (
        words.base(end) in word_class("school kind") or words.lowers[end] in word_class("denomination")
    ):
        end -= 1
    found = [(_written(words, first, end), False)] if _stands_alone(words, first, end) else []
    if end < last and not only_generic(words, first, end):
        begun = _written(words, first, end)
        for kind in range(end + 1, last + 1):
            if words.shapes[kind] != LOWER and words.lowers[kind] not in ("church", "england", "of"):
                found.append((f"{begun} {key_of(words.forms[kind])}", False))
                found.append((f"{begun} {_written(words, kind, last)}", False))
    return found


def _written(words: Words, first: int, last: int) -> str:
    return key_of(words.text[words.starts[first] : words.ends[last]])


def _naming(words: Words, position: int) -> bool:
    base = words.base(position)
    return (
        len(base) > 2
        and base not in generic_words()
        and base not in given_names()
        and base not in ("st", "saint", "new", "old", "our", "king", "queen")
        and not only_places(words, position, position)
        and words.shapes[position] != LOWER
    )


def _stands_alone(words: Words, first: int, last: int) -> bool:
    """Whether a cut-off name still names: no common noun, place or given name alone."""
    if only_generic(words, first, last) or only_places(words, first, last):
        return False
    if words.lowers[first] in ("st", "saint", "our"):
        return last > first
    return not (first == last and not _naming(words, first))
