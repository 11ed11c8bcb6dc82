"""Whether a place's name stands by itself, or inside the name of a body, a thing, a street or a person.

Other finders say where such names are, but may miss some: what stands beside a place tells as well. A word in
capitals right behind a place makes both one name ("Kent Wildlife Trust", "Kent Smith"), unless it is known to follow
places ("Kent Schools", "Greater Manchester Mayor"); so does one right before it ("Sport England", "Dr Preston") and a
body "of" it ("Bank of England").
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from typing import TypeGuard

from champion_extract.finding.places.matching import Match
from champion_extract.finding.places.surroundings import Names, Word, opens_sentence, word_after, word_before
from champion_extract.tables.gazetteer import gazetteer
from champion_extract.tables.place_words import PlaceWords, place_words

_STEPS = 7
_SMALL = 2
_DASHES = "-‐‑"
_LOCATING = frozenset(("in", "across", "around", "throughout", "near", "outside"))
_OUTSIDE = frozenset(("role", "people", "news"))
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?")
_COMPANY_ENDS = re.compile(r"\) (?:Ltd|Limited|LLP|plc|PLC|UK)\b")
_OVER_LINES = frozenset(
    (
        *("County", "City", "Borough", "District", "Council", "College", "University", "School", "Academy"),
        *("Careers", "Combined", "Chamber", "Hub", "Partnership"),
    )
)
_BOROUGH = ("london borough of", "royal borough of")


class Standing(Enum):
    """What a match is. Only ``ALONE`` is a mention; ``INSIDE`` still tells where the document is about."""

    ALONE = "alone"
    INSIDE = "inside"
    PERSON = "person"
    NOTHING = "nothing"


def standing(text: str, match: Match, names: Names, starts: Mapping[int, int], capitals: bool) -> Standing:
    """Judge ``match``. ``starts`` gives the end of the match that begins somewhere; ``capitals``: its line has no
    small letters, so that they tell nothing."""
    words = place_words()
    before = word_before(text, match.start)
    span = names.over(match.start, match.end)
    # A name that is nothing but the place, behind "in", was taken for a body's: bodies are not lived or worked in.
    if span is not None and not (span == (match.start, match.end) and _located(before)):
        return Standing.INSIDE
    if _COMPANY_ENDS.match(text, match.end):
        return Standing.INSIDE
    attached = _attached(text, match, words)
    if attached is not None:
        return attached
    if match.key.startswith(_BOROUGH) and not _located(word_before(text, before.start) if _is_the(before) else before):
        return Standing.INSIDE
    if before is not None:
        judged = _judged_before(text, match, before, names, words, capitals)
        if judged is not None:
            return judged
    return _judged_after(text, match, before, names, words, starts, capitals)


def _attached(text: str, match: Match, words: PlaceWords) -> Standing | None:
    """What a character without a space between makes of the name: an address, a hashtag, a double-barrelled surname."""
    before = text[match.start - 1] if match.start else " "
    after = text[match.end : match.end + 2]
    if before in "@#_\\=" or (before == "." and match.start > 1 and text[match.start - 2].isalnum()):
        return Standing.NOTHING
    if before == "/" and _in_address(text, match.start):
        return Standing.NOTHING
    if after[:1] in ("@", "_") or (after[:1] == "." and after[1:].isalnum() and after[1:].islower()):
        return Standing.NOTHING
    if before in _DASHES and match.start > 1:
        low = max(0, match.start - 24)
        prior = text[low : match.start - 1].replace("\n", " ").rpartition(" ")[2]
        if (
            prior[:1].isupper()
            and prior.lower() not in gazetteer().by_key
            and prior.lower() not in words.cues["prefix"]
        ):
            return Standing.INSIDE
    if after[:1] and after[:1] in _DASHES and after[1:].isupper():
        window = text[match.end + 1 : match.end + 32]
        head = window.split(" ", 1)[0].rstrip(".,;:)").lower()
        known = gazetteer().longest
        if head not in known and head.split("-")[0] not in known and not head.startswith("based"):
            return Standing.INSIDE
    return None


def _in_address(text: str, start: int) -> bool:
    window = text[max(0, start - 60) : start]
    token = window.replace("\n", " ").rpartition(" ")[2]
    return "." in token or ":" in token


def _judged_before(
    text: str, match: Match, before: Word, names: Names, words: PlaceWords, capitals: bool
) -> Standing | None:
    key = before.key
    if key in words.cues["title"] and before.capital:
        return Standing.PERSON
    if key in ("of", "for", "the") and not capitals:
        head = before if key != "the" else word_before(text, before.start)
        if head is not None and head.key in ("of", "for"):
            prior = word_before(text, head.start)
            heads = words.cues["of_head" if head.key == "of" else "for_head"]
            named = prior is not None and names.over(prior.start, prior.end) is None
            if named and prior is not None and prior.capital:
                owner = prior.text.endswith(("'s", "’s"))
                return Standing.INSIDE if owner or prior.key in heads else None
        return None
    if not before.capital or capitals:
        return None
    span = names.over(before.start, before.end)
    if span is not None and span[0] < before.start:
        return None
    if key in words.cues["starter"] or key in words.cues["prefix"] or key in gazetteer().by_key:
        return None
    if before.apart or (opens_sentence(text, before.start) and key.endswith(("ing", "ed"))):
        return None
    return Standing.INSIDE


def _judged_after(
    text: str,
    match: Match,
    before: Word | None,
    names: Names,
    words: PlaceWords,
    starts: Mapping[int, int],
    capitals: bool,
) -> Standing:
    """Walk the words behind the place for as long as they could belong to one name."""
    if text[match.end : match.end + 1] in ("'", "’"):
        return _judged_owner(text, match, names)
    first, joined, unknown = True, False, False
    at = match.end
    for _ in range(_STEPS):
        word = word_after(text, at)
        if word is None or names.over(word.start, word.end):
            break
        if word.text in ("and", "&"):
            following = word_after(text, word.end)
            if following is None or not following.capital or names.over(following.start, following.end):
                break
            if first and word.text == "and":
                if following.start not in starts:
                    break
                joined = True
            at, first = starts.get(following.start, word.end), False
            continue
        use = words.followers.get(word.key)
        if not word.capital or (word.apart and not _goes_on(text, word)):
            break
        if first and _stands_before(text, word, use, names, words):
            return Standing.ALONE
        if use == "joint" or (use in ("body", "people") and first):
            return Standing.INSIDE
        # "Kent and Medway College" is one body, but "in Leeds and Bradford College" names a place first.
        if use in ("body", *(() if joined else ("building", "thing"))) and not (joined and _located(before)):
            return Standing.INSIDE
        if first and use is None and word.start not in starts and not _POSTCODE.fullmatch(word.text.rstrip(".,")):
            unknown = True
        first = False
        at = word.end
        if text[at - 1] in ".,":
            break
    # A word in capitals that no list knows makes a name with the place; in a line of capitals it says nothing.
    return Standing.INSIDE if unknown and not capitals and not _held(text, before, words) else Standing.ALONE


def _goes_on(text: str, word: Word) -> bool:
    """Whether a word at a line's start goes on with a name, and opens none, as "School of the Year" does."""
    following = word_after(text, word.end)
    return word.text in _OVER_LINES and (following is None or following.text != "of")


def _stands_before(text: str, word: Word, use: str | None, names: Names, words: PlaceWords) -> bool:
    """Whether the word behind a place is one that places stand before: "Leeds City Centre", "Kent Pupils Win"."""
    second = word_after(text, word.end)
    if second is not None and second.capital and f"{word.key} {second.key}" in words.followers:
        return True
    return use == "news" or (use in _OUTSIDE and not _body_follows(text, word, names, words))


def _held(text: str, before: Word | None, words: PlaceWords) -> bool:
    """Whether the place is part of an office, whose holder's name may follow: "Mayor of London Jo Bloggs"."""
    if before is None or before.key not in ("of", "for"):
        return False
    office = word_before(text, before.start)
    return office is not None and words.followers.get(office.key) == "role"


def _judged_owner(text: str, match: Match, names: Names) -> Standing:
    """ "Kent's Careers Hub" names Kent, "Yaxley's Caravans" a firm."""
    owned = word_after(text, match.end + 2)
    if match.places[0].size > _SMALL or owned is None or not owned.capital or names.over(owned.start, owned.end):
        return Standing.ALONE
    return Standing.INSIDE


def _body_follows(text: str, word: Word, names: Names, words: PlaceWords) -> bool:
    """Whether a body's noun follows in the same run of capitals: "Kent Schools Partnership"."""
    at = word.end
    for _ in range(3):
        following = word_after(text, at)
        if following is None or not following.capital or names.over(following.start, following.end):
            return False
        use = words.followers.get(following.key)
        if use in ("joint", "body", "thing"):
            return True
        if use == "news":
            return False
        at = following.end
    return False


def _is_the(word: Word | None) -> TypeGuard[Word]:
    return word is not None and word.key == "the"


def _located(before: Word | None) -> bool:
    return before is not None and before.text.lower() in _LOCATING
