"""Where names of places stand in a text: the longest at each word in capitals, whether or not it is a place there.

One pass: a word in capitals is looked up among the first words of all known names, and only where it is one are the
words behind it read. Names match over hyphens, spaces of any kind and a single line break. Takes for granted that a
name's words begin in capitals, but for small words such as "upon"; names that are capitals only ("UK") match in
capitals only.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from champion_extract.tables.gazetteer import Place, gazetteer

_CAPITAL = re.compile(r"(?<!\w)[A-ZÀ-Þ]\w*(?:['’]\w+)*")
_NEXT = re.compile(r"(\.?,?[ \u00a0\u2009\u202f]{1,3}|[-\u2010-\u2013]| ?\n ?)(\w+(?:['’]\w+)*|&)")
_FOLDS = str.maketrans("", "", "'’")
_SMALL = frozenset(
    "and of the on in upon under le la de by with next super sub cum en with near to over st don't".split()
)
_POSSESSIVES = ("'s", "’s", "'S", "’S")
_ENGLAND_PARTS = re.compile(
    r"\b((?:north|south|east|west|mid)(?:[ \u00a0-]?(?:east|west))?)[ \u00a0]of[ \u00a0]\Z", re.IGNORECASE
)


class Match(NamedTuple):
    """A known name at ``text[start:end]``; ``places`` are all that bear it, likeliest table first."""

    start: int
    end: int
    key: str
    places: tuple[Place, ...]


def matches(text: str) -> list[Match]:
    """All names in order, none overlapping."""
    known = gazetteer()
    found: list[Match] = []
    reached = 0
    for capital in _CAPITAL.finditer(text):
        start = capital.start()
        if start < reached:
            continue
        word = capital.group().translate(_FOLDS).lower()
        longest = known.longest.get(word)
        if longest is None and capital.group()[-2:] in _POSSESSIVES:
            longest = known.longest.get(word[:-1])
        if longest is None:
            continue
        match = _longest(text, start, capital.end(), longest)
        if match is not None:
            if match.key == "england":
                match = _part_of_england(text, match)
            found.append(match)
            reached = match.end
    return found


def _longest(text: str, start: int, first_end: int, longest: int) -> Match | None:
    """The longest name that begins at ``start``, of at most ``longest`` words."""
    known = gazetteer()
    ends = [first_end]
    folded = [text[start:first_end].translate(_FOLDS).lower()]
    while len(ends) < longest:
        following = _NEXT.match(text, ends[-1])
        if following is None:
            break
        gap, word = following.groups()
        if gap[0] == "." and folded[-1] not in ("st", "co"):
            break
        fold = "and" if word == "&" else word.translate(_FOLDS).lower()
        if not word[0].isupper() and fold not in _SMALL:
            break
        if "," in gap:
            folded[-1] += ","
        folded.append(fold)
        ends.append(following.end())
    for count in range(len(ends), 0, -1):
        last = folded[count - 1].removesuffix(",")
        key = " ".join((*folded[: count - 1], last))
        end = ends[count - 1]
        places = known.by_key.get(key)
        if text[end - 2 : end] in _POSSESSIVES and key not in known.apostrophes:
            key, end = key[:-1], end - 2
            places = known.by_key.get(key)
        if places is None or key in known.lists or (key in known.capitals and not text[start:end].isupper()):
            continue
        return Match(start, end, key, places)
    return None


def _part_of_england(text: str, match: Match) -> Match:
    """ "north west of England" as one name, also where it is written small: no other small words name a region."""
    window = max(0, match.start - 20)
    part = _ENGLAND_PARTS.search(text[window : match.start])
    if part is None:
        return match
    key = part.group(1).lower().replace("-", " ").replace("\u00a0", " ")
    places = gazetteer().by_key.get(key) or gazetteer().by_key.get(f"{key} of england")
    return Match(window + part.start(), match.end, key, places) if places else match
