"""Which of several places a name means: by what stands right behind it, by the company it keeps, by how well known it
is.

A name is taken to mean one place throughout a document, unless something right behind it says otherwise ("Newport,
Shropshire"). Each place that could be meant scores its size, and gains where the document names its county or region,
most if close by. A lead of ``LEAD`` decides; otherwise all that come close stay.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import get_args

from champion_extract.finding.places.matching import Match
from champion_extract.tables.gazetteer import Place
from champion_extract.vocabulary import EnglishRegion

LEAD = 2
_REACH = 10
_FEDERAL = frozenset(("United States", "Canada", "Australia"))
_NEAR = 300
_QUALIFIES = frozenset(
    (
        ",",
        ", in",
        "in",
        "(",
        ", (",
        "in the",
        ", in the",
        "on the",
        ", nr",
        ", near",
        "nr",
        "near",
        ", on the",
        "-",
        "–",
        "/",
    )
)


def qualified(text: str, match: Match, following: Match | None) -> Place | None:
    """The place that the next name decides: "Ashford in Kent", "Newport (Isle of Wight)"; None if it does not.

    Before an American state a name is that of a place there, known or not: "Bedford, Massachusetts".
    """
    if following is None or following.start - match.end > _REACH:
        return None
    gap = text[match.end : following.start].strip()
    state = following.places[0]
    if gap == "," and state.kind == "other" and state.country in _FEDERAL and match.places[0].kind != "county":
        abroad = [place for place in match.places if place.country == state.country]
        return abroad[0] if abroad else match.places[0]._replace(code=None, english_regions=(), country=state.country)
    if len(match.places) < 2 or gap not in _QUALIFIES:
        return None
    fitting = [place for place in match.places if any(_lies_in(place, wider) for wider in following.places)]
    return fitting[0] if len(fitting) == 1 else None


class Company:
    """The places that a document names without doubt, by where they lie."""

    def __init__(self, matches: Iterable[Match]) -> None:
        self._positions: dict[str, list[int]] = {}
        self._names: dict[str, set[str]] = {}
        for match in matches:
            for key in {key for place in match.places for key in _lies(place)}:
                self._positions.setdefault(key, []).append(match.start)
                self._names.setdefault(key, set()).add(match.key)

    def english(self, place: Place) -> bool:
        """Whether the document names a place in England; for the West, one in its own region."""
        regions = place.english_regions if place.name == "West" else get_args(EnglishRegion)
        return any(f"region {region}" in self._positions for region in regions)

    def surround(self, match: Match) -> bool:
        """Whether the document names another place of the same county, or its county."""
        counties = {place.county for place in match.places} - {""}
        return any(self._names.get(f"county {county}", set()) - {match.key} for county in counties)

    def decide(self, matches: Sequence[Match]) -> tuple[Place, ...]:
        """The places that ``matches``, which all bear one name, can mean: one if decided, else all that come close."""
        places = matches[0].places
        if len(places) == 1:
            return places
        scores = {place: self._score(place, matches) for place in places}
        ranked = sorted(places, key=lambda place: -scores[place])
        best = scores[ranked[0]]
        return tuple(place for place in ranked if best - scores[place] < LEAD)

    def _score(self, place: Place, matches: Sequence[Match]) -> float:
        score = float(place.size)
        if place.country:
            key = f"country {place.country}"
            if key not in self._positions:
                return score - 1
            return score + 2 + 2 * self._close(key, matches)
        county = f"county {place.county}"
        if place.county and county in self._positions:
            score += 2 + 3 * self._close(county, matches)
        regions = [f"region {region}" for region in place.english_regions]
        if any(region in self._positions for region in regions):
            score += 1 + 2 * any(self._close(region, matches) for region in regions)
        return score

    def _close(self, key: str, matches: Sequence[Match]) -> bool:
        positions = self._positions.get(key, [])
        for match in matches:
            at = bisect_left(positions, match.start - _NEAR)
            if at < len(positions) and positions[at] <= match.start + _NEAR:
                return True
        return False


def _lies(place: Place) -> list[str]:
    if place.country:
        return [f"country {place.country}"]
    keys = [f"county {place.county}"] if place.county else []
    if len(place.english_regions) == 1:
        keys.append(f"region {place.english_regions[0]}")
    return keys


def _lies_in(place: Place, wider: Place) -> bool:
    if place == wider:
        return False
    if place.country or wider.country:
        return place.country == wider.country
    if wider.county:
        return place.county == wider.county
    return bool(set(place.english_regions) & set(wider.english_regions))
