"""Places of the tables as the facts that finders return."""

from __future__ import annotations

from functools import lru_cache

from champion_extract.finding.facts import PlaceCandidate
from champion_extract.tables.gazetteer import Place


@lru_cache(maxsize=8192)
def candidate(place: Place) -> PlaceCandidate:
    """``place`` as a fact."""
    return PlaceCandidate(place.name, place.code, place.kind, place.english_regions)


def unlike(places: tuple[Place, ...]) -> tuple[PlaceCandidate, ...]:
    """``places`` as facts, in order, each once."""
    return tuple(dict.fromkeys(candidate(place) for place in places))
