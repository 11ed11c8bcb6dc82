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
from champion_extract.tables.organisation_words import generic_words

_SPACE = re.compile(r"[\s\u200b]+")
_LEGAL = frozenset("ltd limited plc llp cic inc gmbh group holdings company uk cio".split())
_PAPERS = frozenset("gazette herald chronicle echo mercury observer telegraph courier advertiser argus sentinel journal".split())


def key_of(written: str) -> str:
    """A name for comparing: case folded, without "the", apostrophes, full stops; "&" as "and", Ltd as limited."""
    folded = written.lower().replace("’", "'").replace("'", "").replace(".", "").replace("&", " and ").replace("-", " ")
    parts = _SPACE.sub(" ", folded).strip().split(" ")
    if parts and parts[0] == "the":
        parts = parts[1:]
    return " ".join("limited" if part == "ltd" else part for part in parts)


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


def short_forms(words: Words, name: Named) -> list[str]:
    """Keys of the shorter names under which the body may be mentioned later, longest first."""
    first, last = name.first, name.last
    if words.lowers[first] == "the":
        first += 1
    found: list[str] = []
    end = last
    for _ in range(3):
        head = head_ending_at(words, first, end)
        if head is None or head.first <= first:
            break
        end = head.first - 1
        while end > first and (words.shapes[end] == LOWER or words.lowers[end] == "&"):
            end -= 1
        if _stands_alone(words, first, end):
            found.append(key_of(words.text[words.starts[first] : words.ends[end]]))
    if name.type == "careers_hub" and end < last:
        place = words.text[words.starts[first] : words.ends[end]]
        found.append(key_of(place + " Hub"))
    if name.type in ("school", "college"):
        # "St Wilfrid's RC College" is "St Wilfrid's"; "Oakmere Community College" is also "Oakmere College"
        while end > first and words.base(end) in generic_words():
            end -= 1
        if _stands_alone(words, first, end):
            found.append(key_of(words.text[words.starts[first] : words.ends[end]]))
        if end < last - 1 and not only_generic(words, first, end):
            found.append(key_of(words.text[words.starts[first] : words.ends[end]] + " " + words.forms[last]))
    if name.type in ("employer", "trust", "charity", "other", "project") and end > first and _naming(words, first):
        found.append(key_of(words.forms[first]))
    elif name.type == "employer" and last > first and _naming(words, first) and end == last:
        found.append(key_of(words.forms[first]))
    if name.type == "employer" and words.base(last) in _PAPERS and last > first:
        found.append(words.base(last))
    letters = [words.forms[position][0] for position in range(first, last + 1)
               if words.shapes[position] != LOWER and words.lowers[position] not in _LEGAL and words.lowers[position] != "&"]
    if len(letters) >= 3 and "".join(letters).isupper():
        found.append("".join(letters).lower())
    return list(dict.fromkeys(found))


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
