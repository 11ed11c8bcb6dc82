"""Points of the compass: "the East", "East and Southeast of England", "North Leeds", "East and West Sussex".

A bare "North", "South", "East" or "West" is a place after "the" with nothing in capitals behind it, or beside a name
that it shares an ending with. A point right before a place makes one name with it: an area, with that place's English
regions.
"""

from __future__ import annotations

import re

from champion_extract.finding.places.matching import Match
from champion_extract.finding.places.surroundings import Names, Word, word_after, word_before
from champion_extract.tables.gazetteer import Place, gazetteer
from champion_extract.tables.place_words import place_words

_POINT = re.compile(r"(?:north|south|east|west)(?: ?(?:east|west))?\Z")
_LEADING = re.compile(r"(?:north|south|east|west)(?: ?(?:east|west))?(?: |\Z)")
_PREFIXES = frozenset(("Central", "Mid", "Inner", "Outer", "Upper", "Lower", "Greater"))
_LAST = frozenset(word[-1] for word in _PREFIXES)
_JOINTS = frozenset(("and", "&", "/", ",", "or", ", and", "and the", "to"))
_REACH = 9
_BARE = {"north": 0.75, "east": 0.75, "south": 0.7, "west": 0.6}


def joined(text: str, found: list[Match], names: Names) -> list[Match]:
    """``found`` with points of the compass and words like "Central" made one name with the place right behind them."""
    result: list[Match] = []
    for match in found:
        wide = match.places[0].kind in ("country", "region") or match.places[0].country
        if wide or match.key in place_words().common or names.over(match.start, match.end):
            result.append(match)
            continue
        if result and _POINT.match(result[-1].key) and text[result[-1].end : match.start] in (" ", "\u00a0", "-"):
            point = result.pop()
            result.append(_area(text, point.start, match))
            continue
        before = word_before(text, match.start) if text[max(0, match.start - 2) : match.start - 1] in _LAST else None
        if before is not None and _narrows(before) and not _LEADING.match(match.key):
            match = _area(text, before.start, match)
        result.append(match)
    return result


def _narrows(word: Word) -> bool:
    """Whether the word before a place makes it a smaller one: "Central", "Upper". In small letters it stays outside."""
    return word.text in _PREFIXES


def _area(text: str, start: int, match: Match) -> Match:
    name = " ".join(text[start : match.end].split())
    places = tuple(place._replace(name=name, kind="area", code=None) for place in match.places)
    return Match(start, match.end, name.lower(), places)


def is_bare_point(match: Match) -> bool:
    """Whether the name is one of the four points alone."""
    return match.key in _BARE


def read_point(
    text: str, match: Match, following: Match | None, preceding: Match | None
) -> tuple[tuple[Place, ...], float]:
    """What a bare point means here, and how surely; no places if it is only a direction."""
    if following is not None and following.start - match.end <= _REACH:
        gap = text[match.end : following.start].strip()
        leading = _LEADING.match(following.key)
        if gap in _JOINTS and leading is not None:
            rest = following.key[leading.end() :]
            places = gazetteer().by_key.get(f"{match.key} {rest}") if rest else None
            if places is None and following.places[0].kind == "region":
                places = match.places
            if places is not None:
                return places, 0.9
        if gap in _JOINTS and following.key == "midlands":
            return match.places, 0.9
    after = word_after(text, match.end)
    if after is not None and (after.capital or after.text in ("of", "side", "wing", "coast", "end", "face", "bank")):
        return (), 0.0
    if text[match.end : match.end + 1] in "-‐‑" and match.end < len(text):
        return (), 0.0
    before = word_before(text, match.start)
    if before is not None and before.text.lower() == "the":
        return match.places, _BARE[match.key]
    if preceding is not None and preceding.places[0].kind == "region":
        gap = text[preceding.end : match.start].strip() if match.start - preceding.end <= _REACH else "far"
        article = text[max(0, preceding.start - 4) : preceding.start].lower()
        if gap in _JOINTS and article == "the ":
            return match.places, 0.7
    return (), 0.0
