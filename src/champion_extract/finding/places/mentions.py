"""Places of a text: match, judge whether each name stands by itself and means a place, then decide which place it is."""

from __future__ import annotations

from collections.abc import Sequence

from champion_extract.finding.facts import PlaceMention
from champion_extract.finding.places.candidates import unlike
from champion_extract.finding.places.compass import is_bare_point, joined, read_point
from champion_extract.finding.places.deciding import Company, qualified
from champion_extract.finding.places.evidence import Neighbours, is_place
from champion_extract.finding.places.matching import Match, matches
from champion_extract.finding.places.standing import Standing, standing
from champion_extract.finding.places.surroundings import Lines, Names
from champion_extract.tables.gazetteer import Place
from champion_extract.tables.place_words import place_words

_UNDECIDED = 0.45
_LESSER = 3
_LOCAL = frozenset(("town", "area"))


def find_places(text: str, names: Sequence[tuple[int, int]] = ()) -> list[PlaceMention]:
    """Every mention of a place that stands by itself in ``text``, in order, none overlapping.

    ``names`` are the spans of organisations, people, programmes and the like: a place inside one is not a mention, but
    helps to decide which place another name means. A name that could be several places keeps all of them, likeliest
    first, with a confidence below one half. Linear in the length of the text; never raises.
    """
    spans = Names(names)
    found = joined(text, matches(text), spans)
    if not found:
        return []
    lines = Lines(text)
    starts = {match.start: match.end for match in found if not is_bare_point(match)}
    judged = [standing(text, match, spans, starts, lines.in_capitals(match.start)) for match in found]
    shortened = _short_forms(found, judged)
    common = place_words().common
    sure = [
        match if verdict in (Standing.ALONE, Standing.INSIDE) and match.key not in common else None
        for match, verdict in zip(found, judged, strict=True)
    ]
    company = Company(match for match in sure if match is not None and len(match.places) == 1)
    kept: list[tuple[Match, float, Match | None]] = []
    last: Match | None = None
    for index, match in enumerate(found):
        following = sure[index + 1] if index + 1 < len(found) else None
        if judged[index] is not Standing.ALONE:
            last = None
            continue
        if is_bare_point(match):
            places, confidence = read_point(text, match, found[index + 1] if index + 1 < len(found) else None, last)
            if places:
                match = match._replace(places=places, key=f"{match.key}={places[0].name}")
        else:
            before = last or (sure[index - 1] if index else None)
            neighbours = Neighbours(before, following)
            doubted = match.key in shortened
            confidence = is_place(text, match, neighbours, company, lines.in_capitals(match.start), doubted)
        if confidence == 0.0:
            last = None
            continue
        last = match
        kept.append((match, confidence, found[index + 1] if index + 1 < len(found) else None))
    return _decided(text, kept, company)


def _short_forms(found: list[Match], judged: list[Standing]) -> frozenset[str]:
    """Keys of lesser places that also begin a body's or bear a person's name here: alone they may be its short form."""
    return frozenset(
        match.key
        for match, verdict in zip(found, judged, strict=True)
        if verdict is Standing.PERSON
        or (verdict is Standing.INSIDE and match.places[0].size <= _LESSER and match.places[0].kind in _LOCAL)
    )


def _decided(text: str, kept: list[tuple[Match, float, Match | None]], company: Company) -> list[PlaceMention]:
    """Decide each name once for the whole text, but for mentions that say themselves which place they mean."""
    by_key: dict[str, list[Match]] = {}
    said: dict[str, Place] = {}
    own: dict[int, Place] = {}
    for match, _, following in kept:
        by_key.setdefault(match.key, []).append(match)
        place = qualified(text, match, following)
        if place is not None:
            own[match.start] = place
            said.setdefault(match.key, place)
    meant = {key: (said[key],) if key in said else company.decide(group) for key, group in by_key.items()}
    mentions: list[PlaceMention] = []
    for match, confidence, _ in kept:
        places = (own[match.start],) if match.start in own else meant[match.key]
        facts = unlike(places)
        rule = "place" if len(match.places) == 1 else "place, decided" if len(facts) == 1 else "place, undecided"
        sureness = confidence if len(facts) == 1 else min(confidence, _UNDECIDED)
        mentions.append(PlaceMention(match.start, match.end, facts, sureness, rule))
    return mentions
