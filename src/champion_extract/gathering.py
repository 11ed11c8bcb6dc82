"""From mentions to a record's organisations and regions: one entry an organisation or place, with all its mentions.

Also merges what the page's structure says into what was found by name: a nominee is an organisation even where no
other rule knew its name. Nothing here knows spaCy.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence

from champion_extract.finding.facts import NomineeMention, OrganisationMention, PlaceCandidate, PlaceMention
from champion_extract.finding.organisations import classify
from champion_extract.finding.places import places_in
from champion_extract.records import Mention, Organisation, Region, RegionCandidate
from champion_extract.vocabulary import EnglishRegion, RegionBasis

_CALLED_BY_PLACE = frozenset(
    {"school", "college", "university", "careers_hub", "lep", "local_authority", "combined_authority", "nhs"}
)


def with_nominees(
    text: str, nominees: Sequence[NomineeMention], mentions: Sequence[OrganisationMention]
) -> tuple[list[OrganisationMention], list[str | None]]:
    """``mentions`` with the nominees among them, and for each nominee the name of its organisation.

    A nominee's span wins over mentions that cross it or lie in it, but for those that name a body which is also named
    elsewhere: an inner name counts if it is another body's full name.
    """
    kept = {(mention.start, mention.end): mention for mention in mentions}
    named = _places_of_names(mentions)
    overlapping = _Overlaps(mentions)
    own: list[str | None] = []
    for nominee in nominees:
        span = (nominee.start, nominee.end)
        if nominee.kind == "person":
            own.append(_employer(nominee, named))
            continue
        found = kept.get(span)
        if found is None:
            for other in overlapping(*span):
                inside = span[0] <= other.start and other.end <= span[1]
                if not inside or (nominee.kind != "project" and len(named.get(fold(other.name), ())) < 2):
                    kept.pop((other.start, other.end), None)
            name = fold(text[slice(*span)])
            same = named.get(name.casefold())
            type = "project" if nominee.kind == "project" else same[0].type if same else classify(name)
            found = OrganisationMention(
                *span, same[0].name if same else name, type, nominee.confidence, f"nominee:{nominee.rule}"
            )
        elif nominee.kind == "project":
            found = found._replace(type="project")
        kept[span] = found
        named.setdefault(found.name.casefold(), []).append(found)
        own.append(found.name)
    projects = {mention.name for mention in kept.values() if mention.type == "project"}
    settled = [
        mention._replace(type="project") if mention.name in projects else mention
        for mention in sorted(kept.values(), key=lambda mention: (mention.start, -mention.end))
    ]
    return settled, own


def _places_of_names(mentions: Iterable[OrganisationMention]) -> dict[str, list[OrganisationMention]]:
    named: dict[str, list[OrganisationMention]] = {}
    for mention in mentions:
        named.setdefault(mention.name.casefold(), []).append(mention)
    return named


def _employer(nominee: NomineeMention, named: Mapping[str, Sequence[OrganisationMention]]) -> str | None:
    if nominee.organisation is None:
        return None
    found = named.get(fold(nominee.organisation).casefold())
    return found[0].name if found else None


class _Overlaps:
    """Which mentions overlap a span, by bisection: a page may have thousands of both."""

    def __init__(self, mentions: Sequence[OrganisationMention]) -> None:
        self._mentions = sorted(mentions, key=lambda mention: mention.start)
        self._starts = [mention.start for mention in self._mentions]
        self._longest = max((mention.end - mention.start for mention in mentions), default=0)

    def __call__(self, start: int, end: int) -> list[OrganisationMention]:
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        return [mention for mention in self._mentions[first:last] if mention.end > start]


def fold(words: str) -> str:
    """A name on one line: white space of any kind, U+00A0 among it, as single spaces."""
    return " ".join(words.split())


def gather_organisations(
    text: str,
    mentions: Iterable[OrganisationMention],
    ids: Mapping[str, str],
    types: Mapping[str, str],
    nominee: str | None,
) -> tuple[Organisation, ...]:
    """One entry a name, in the order of first mention; ``nominee`` is the id of the one that the record recognises."""
    groups: dict[str, list[OrganisationMention]] = {}
    for mention in mentions:
        groups.setdefault(mention.name, []).append(mention)
    return tuple(
        Organisation.model_validate(
            {
                "id": ids[name],
                "name": name,
                "type": types[name],
                "role": "nominee" if ids[name] == nominee else "mentioned",
                "mentions": tuple(_mention(text, mention) for mention in group),
            }
        )
        for name, group in groups.items()
    )


def gather_regions(text: str, mentions: Iterable[PlaceMention]) -> tuple[Region, ...]:
    """One entry a place, in the order of first mention; mentions that could be the same places stand together.

    "East of England" and "the East" of the same document are one English region.
    """
    groups: dict[object, list[PlaceMention]] = {}
    for mention in mentions:
        groups.setdefault(_place_key(mention.candidates), []).append(mention)
    return tuple(
        _region(
            max((mention.candidates for mention in group), key=lambda candidates: candidates[0].code is not None),
            "mention",
            tuple(_mention(text, mention) for mention in group),
        )
        for group in groups.values()
    )


def _place_key(candidates: tuple[PlaceCandidate, ...]) -> object:
    first = candidates[0]
    if len(candidates) == 1 and first.kind == "region" and len(first.english_regions) == 1:
        return first.english_regions
    return candidates


def inherited_regions(
    organisations: Sequence[Organisation], page: Sequence[Region], about: Collection[EnglishRegion]
) -> tuple[Region, ...]:
    """The regions of a record whose text names none: what its organisations' names say, else the page's.

    The organisation that the record recognises is asked first. ``about`` are the English regions that the document
    names: a town in a name counts only if it lies in one of them, or if the document names none and the body is one
    that is called by where it is. "Preston & Lark" is as likely a family's name as Lancashire's.
    """
    for asked in ([one for one in organisations if one.role == "nominee"], organisations):
        found: dict[PlaceCandidate, None] = {}
        for organisation in asked:
            local = organisation.type in _CALLED_BY_PLACE
            for candidate in places_in(organisation.name):
                fits = any(region in about for region in candidate.english_regions)
                if fits or (local and (not about or candidate.kind not in ("town", "area"))):
                    found[candidate] = None
        if found:
            return tuple(_region((candidate,), "organisation", ()) for candidate in found)
    return tuple(
        region.model_copy(update={"basis": "page", "mentions": ()}) for region in page if region.basis == "mention"
    )


def _region(candidates: tuple[PlaceCandidate, ...], basis: RegionBasis, mentions: tuple[Mention, ...]) -> Region:
    first = candidates[0]
    certain = len(candidates) == 1
    regions: dict[EnglishRegion, None] = {}
    for candidate in candidates:
        regions.update(dict.fromkeys(candidate.english_regions))
    return Region(
        name=first.name,
        code=first.code if certain else None,
        kind=first.kind,
        english_regions=tuple(regions),
        basis=basis,
        candidates=()
        if certain
        else tuple(
            RegionCandidate(code=one.code, kind=one.kind, english_regions=one.english_regions) for one in candidates
        ),
        mentions=mentions,
    )


def _mention(text: str, found: OrganisationMention | PlaceMention) -> Mention:
    return Mention(
        text=text[found.start : found.end],
        start=found.start,
        end=found.end,
        confidence=found.confidence,
        rule=found.rule,
    )
