"""Places in single names: what a place's name could mean, and where an organisation's name says that it is."""

from __future__ import annotations

from champion_extract.finding.facts import PlaceCandidate
from champion_extract.finding.places.candidates import candidate, unlike
from champion_extract.finding.places.compass import is_bare_point, joined
from champion_extract.finding.places.deciding import Company
from champion_extract.finding.places.matching import Match, matches
from champion_extract.finding.places.surroundings import Names
from champion_extract.tables.gazetteer import Place, gazetteer, key_of
from champion_extract.tables.place_words import place_words

_WELL_KNOWN = 3
_WHOLE_COUNTRIES = frozenset(("england", "uk", "united kingdom", "britain", "great britain", "gb", "europe"))
_VILLAGE_SCHOOLS = frozenset(
    ("primary", "cofe", "c", "ce", "church", "village", "parish", "infant", "junior", "first", "nursery")
)


def known_places(name: str) -> list[Place]:
    """Every row of the tables that ``name`` could mean, best known first; spelling as in ``gazetteer.key_of``."""
    places = gazetteer().by_key.get(key_of(name).removeprefix("the "), ())
    return sorted(places, key=lambda place: -place.size)


def look_up(name: str) -> list[PlaceCandidate]:
    """The same as facts: every place that ``name`` could mean, best known first, each once; empty if none is known."""
    return list(unlike(tuple(known_places(name))))


def places_in(name: str) -> list[PlaceCandidate]:
    """The places named in an organisation's name, in order: "Hull and East Yorkshire Careers Hub", "Kent County
    Council".

    A name that could be several places counts only if the rest of the name decides; a common word ("Reading",
    "Street") only if the place is well known and a body's noun follows or "of" stands before it. England and the
    kingdom as a whole say nothing of where a body is, and are left out.
    """
    found = joined(name, matches(name), Names(()))
    words = place_words()
    decided: dict[PlaceCandidate, None] = {}
    company = Company(match for match in found if len(match.places) == 1 and match.key not in words.common)
    for match in found:
        if is_bare_point(match) or match.key in _WHOLE_COUNTRIES:
            continue
        if match.key in words.common and not _in_common(name, match):
            continue
        if match.places[0].size == 1 and not _names_its_school(name, match):
            continue
        places = company.decide([match])
        if len(places) == 1:
            decided[candidate(places[0])] = None
    return list(decided)


def _names_its_school(name: str, match: Match) -> bool:
    """Whether a village's name is followed as a village school's is; firms and people bear villages' names as well."""
    following = name[match.end :].split(None, 1)
    return bool(following) and key_of(following[0]) in _VILLAGE_SCHOOLS


def _in_common(name: str, match: Match) -> bool:
    """Whether a common word is a place in ``name``: only a town that many know, and only before a body's noun or
    after "of"."""
    place = match.places[0]
    if place.size < _WELL_KNOWN or place.kind not in ("city", "town"):
        return False
    following = name[match.end :].split(None, 1)
    body = bool(following) and place_words().followers.get(key_of(following[0])) in ("joint", "body")
    return body or name[: match.start].lower().endswith((" of ", " in "))
