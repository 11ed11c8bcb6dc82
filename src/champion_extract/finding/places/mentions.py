"""Places of a text: match, judge whether each name stands alone and means a place, then decide which place it is."""

from __future__ import annotations

from collections.abc import Sequence

from champion_extract.finding.facts import PlaceMention
from champion_extract.finding.places.candidates import unlike
from champion_extract.finding.places.compass import is_bare_point, joined, read_point
from champion_extract.finding.places.deciding import Company, qualified
from champion_extract.finding.places.evidence import Neighbours, in_list, is_place
from champion_extract.finding.places.matching import Match, matches
from champion_extract.finding.places.standing import Standing, standing
from champion_extract.finding.places.surroundings import Lines, Names
from champion_extract.tables.gazetteer import Place
from champion_extract.tables.place_words import place_words

_UNDECIDED = 0.45
_LESSER = 3
_LOCAL = frozenset(("town", "area", "city"))
_LONGEST_PERSON = 40


def find_places(text: str, names: Sequence[tuple[int, int]] = ()) -> list[PlaceMention]:
    """Every mention of a place that stands by itself in ``text``, in order, none overlapping.

    ``names`` are the spans of organisations, people, programmes and the like: a place inside one is not a mention,
    but helps to decide which place another name means. A name that could be several places keeps all of them,
    likeliest first, with a confidence below one half. Linear in the length of the text; never raises.
    """
    spans = Names(names)
    found = joined(text, matches(text), spans)
    if not found:
        return []
    lines = Lines(text)
    starts = {match.start: match.end for match in found if not is_bare_point(match)}
    judged = [standing(text, match, spans, starts, lines.in_capitals(match.start)) for match in found]
    shortened = _short_forms(text, found, judged, spans)
    known = _known(found, judged)
    company = Company(match for match in known if match is not None and len(match.places) == 1)
    sure = [match if match is not None and match.key not in shortened else None for match in known]
    _spread_along_lists(text, found, judged, sure)
    kept: list[tuple[Match, float, Match | None]] = []
    last: Match | None = None
    for index, match in enumerate(found):
        following = sure[index + 1] if index + 1 < len(found) else None
        if judged[index] is not Standing.ALONE:
            last = None
            continue
        if is_bare_point(match):
            places, confidence = read_point(text, match, found[index + 1] if index + 1 < len(found) else None, last)
            if places and not company.english(places[0]) and confidence < 0.9:
                places, confidence = (), 0.0
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


def _known(found: list[Match], judged: list[Standing]) -> list[Match | None]:
    """For each match itself if its name needs no evidence to be a place, inside a body's name or alone; else None."""
    common = place_words().common
    return [
        match
        if verdict in (Standing.ALONE, Standing.INSIDE) and match.key not in common and match.places[0].size > 1
        else None
        for match, verdict in zip(found, judged, strict=True)
    ]


def _spread_along_lists(text: str, found: list[Match], judged: list[Standing], sure: list[Match | None]) -> None:
    """Make names sure that stand before a sure one in a list: "Kinver, Enville and Stourbridge"."""
    for index in range(len(found) - 2, -1, -1):
        following = sure[index + 1]
        alone = judged[index] is Standing.ALONE and judged[index + 1] is Standing.ALONE
        if alone and following is not None and in_list(text, found[index], following):
            sure[index] = found[index]


def _short_forms(text: str, found: list[Match], judged: list[Standing], names: Names) -> frozenset[str]:
    """Keys of places that also begin a body's or bear a person's name here: alone they may be its short form."""
    shortened: set[str] = set()
    for match, verdict in zip(found, judged, strict=True):
        place = match.places[0]
        if verdict is Standing.PERSON:
            shortened.add(match.key)
        elif verdict is not Standing.INSIDE or place.kind not in _LOCAL:
            continue
        elif place.size <= _LESSER or _ends_a_persons_name(text, match, names):
            shortened.add(match.key)
    return frozenset(shortened)


def _ends_a_persons_name(text: str, match: Match, names: Names) -> bool:
    """Whether a known name of two or three words, none of them "of", ends in the place: "Jane Lancaster"."""
    span = names.over(match.start, match.end)
    if span is None or span[1] != match.end or span[1] - span[0] > _LONGEST_PERSON:
        return False
    words = text[span[0] : match.start].split()
    return 1 <= len(words) <= 2 and all(word[:1].isupper() and not word.isupper() for word in words)


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
