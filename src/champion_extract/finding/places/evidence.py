"""Names that are also common words or given names: whether the text makes them places.

"Reading", "Bath" or "Chelsea" count where a word like "in" or "near" stands before them, where their county stands
behind, where they stand in a list of places or before "-based", or, less surely, where the document is about their
county. So do villages, whose names firms and people bear as well, and places that are part of a longer name elsewhere
in the document, whose short form they may be.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from champion_extract.finding.places.deciding import Company
from champion_extract.finding.places.matching import Match
from champion_extract.finding.places.surroundings import opens_sentence, word_after, word_before
from champion_extract.tables.place_words import place_words

_SURE, _SHOWN, _LIKELY = 0.97, 0.94, 0.88  # by evidence: none needed, beside the name, only what the document is about
_LIST_GAPS = frozenset((",", "and", "&", ", and", "/", "or", "•", ", nr", ", near", "|", ";", "·", "to", "-", "–"))
_TAILS = re.compile(r"(?:-|‑| )(?:based|wide|born|area\b|region\b)")
_SUBJECTS = re.compile(
    r"(?:,| and| &| or)\s+(?:Writing|Maths|Mathematics|English|Spelling|Arithmetic|Phonics)\b", re.IGNORECASE
)
_NUMBER = re.compile(r"\s*\d")
_APPOSED_STARTS = (",", "–", "—", "(")
_APPOSED_ENDS = ("", ",", ".", "\n", ")", ";")
_BUILDING_ENDS = re.compile(
    r"\b(?:Road|Street|Lane|Avenue|House|Hall|Centre|Park|Way|Square|Place|Hotel|Church|School|Campus|Estate), \Z"
)
_CELL_STARTS = ("|", "\t", "•")
_WEAKLY_LOCATING = frozenset(("at", "of", "to", "off", "over", "by"))
_ARTICLES = frozenset(("the", "The", "a", "A"))
_LABEL = re.compile(r"(\w+)[*_]{0,2}:[*_]{0,2}[ \t\u00a0]{0,3}\Z")
_LIST_REACH = 12
_CELL_ENDS = re.compile(r" {0,3}(?:\||\t|\n|\Z)")


class Neighbours(NamedTuple):
    """The matches on both sides that are surely places, or None."""

    before: Match | None
    after: Match | None


def is_place(
    text: str, match: Match, neighbours: Neighbours, company: Company, capitals: bool, doubted: bool = False
) -> float:
    """How sure it is that the name means a place: 0 if it does not.

    ``doubted``: it is also part of a body's or person's name in this document; ``capitals``: its line has no small
    letters.
    """
    words = place_words()
    use = words.common.get(match.key)
    before = word_before(text, match.start)
    after = word_after(text, match.end)
    says = after is not None and after.text in words.cues["says"]
    locating = before is not None and before.text.lower() in words.cues["locating"]
    locating = locating or (before is None and _labelled(text, match))
    if doubted and use is None:
        use = "given"
        locating = locating or (before is not None and before.text == "of")
    if use is None and match.places[0].size == 1:
        use = "village"
    if use is None:
        if says and not locating and match.places[0].kind in ("city", "town", "borough", "area"):
            return 0.0
        return _SURE
    if use == "acronym":
        return 0.0 if capitals else _SURE
    if use == "the":
        return _SHOWN if before is not None and before.text.lower() == "the" and not capitals else 0.0
    if _SUBJECTS.match(text, match.end):
        return 0.0
    listed = _listed(text, match, neighbours)
    if _TAILS.match(text, match.end) or listed == "qualified":
        return _SURE
    if use == "month":
        dated = _NUMBER.match(text, match.end) or (before is not None and before.text[:1].isdigit())
        return _LIKELY if (listed or company.surround(match)) and not dated else 0.0
    if after is not None and words.followers.get(after.key) == "people" and not after.capital:
        return _SHOWN
    if locating and not (capitals and use == "word"):
        people_too = use == "given" and before is not None and before.text.lower() == "from" and not doubted
        if not people_too or company.surround(match):
            return _SHOWN
    if listed:
        return _SHOWN
    if says:
        return 0.0
    if doubted and before is not None and before.text in _ARTICLES and after is not None and not after.capital:
        return _LIKELY
    if use == "village" and before is not None and before.text == "at":
        return _LIKELY
    apposed = _apposed(text, match)
    if apposed and _BUILDING_ENDS.search(text[max(0, match.start - 24) : match.start]):
        return _SHOWN
    if not company.surround(match):
        return 0.0
    if use == "village" and before is not None and before.text in _ARTICLES and after is not None and not after.capital:
        return _LIKELY
    if use == "word" and not capitals and not opens_sentence(text, match.start):
        return _LIKELY
    if apposed:
        return _LIKELY
    if use == "village" and (before is not None and before.text in _WEAKLY_LOCATING):
        return _LIKELY
    if (
        _CELL_ENDS.match(text, match.end)
        and text[max(0, match.start - 3) : match.start].rstrip(" ")[-1:] in _CELL_STARTS
    ):
        return _LIKELY
    return 0.0


def _labelled(text: str, match: Match) -> bool:
    """Whether a form's label stands before the name: "Where: Tealby"."""
    label = _LABEL.search(text[max(0, match.start - 20) : match.start])
    return label is not None and label.group(1).lower() in place_words().cues["label"]


def _apposed(text: str, match: Match) -> bool:
    """Whether the name stands between commas or behind a dash: "at the Showground, Detling, on Thursday"."""
    return (
        text[max(0, match.start - 2) : match.start].strip() in _APPOSED_STARTS
        and text[match.end : match.end + 1] in _APPOSED_ENDS
    )


def _listed(text: str, match: Match, neighbours: Neighbours) -> str:
    """Return "qualified" if the name's county stands right behind it, "listed" if a place stands beside it, else ""."""
    after, before = neighbours.after, neighbours.before
    if after is not None and after.start - match.end <= _LIST_REACH:
        gap = text[match.end : after.start].strip()
        wider = {place.county for place in after.places} | {place.country for place in after.places}
        if gap in (",", "in", "(") and any((place.county or place.country) in wider - {""} for place in match.places):
            return "qualified"
        if gap in _LIST_GAPS:
            return "listed"
    return "listed" if before is not None and in_list(text, before, match) else ""


def in_list(text: str, first: Match, second: Match) -> bool:
    """Whether only what separates the items of a list stands between two names."""
    return second.start - first.end <= _LIST_REACH and text[first.end : second.start].strip() in _LIST_GAPS
