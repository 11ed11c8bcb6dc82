"""Who a verb in prose is about: the names before it in its clause, with what belongs to them.

"Jo Bloggs, Careers Leader at Anytown School, was named ...": the name nearest to the verb is the person's organisation,
the one before it the subject.
"""

from __future__ import annotations

import re

from champion_extract.finding.nominees.naming import Name
from champion_extract.finding.nominees.page import Page
from champion_extract.finding.nominees.shapes import fullest_name, is_role, kind_of, organisation_word
from champion_extract.finding.nominees.spots import Spot
from champion_extract.vocabulary import NomineeKind

_PREPOSITION = re.compile(
    r"(?:\b(?:from|at|of|in|for|with|by|near|to|against|ahead of|alongside|including|"
    r"like|via|on|through|beating|than)\s+(?:the\s+|a\s+|an\s+|local\s+)?|\()$",
    re.IGNORECASE,
)


_ROLE_GAP = re.compile(
    r"^\s*,?\s*(?:[\w’'&-]+\s+){0,8}(?:from|at|of|in|for|with)\s+(?:the\s+)?$|^\s*\($|"
    r"^\s*,\s*(?:who\b.{0,120})?$|^\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)


_JOINED = re.compile(r"^\s*,?\s*(?:and|&|along with|together with|as well as)\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}$|^,\s+$")


def _strip_possessive(text: str, spot: Spot, limit: int) -> bool:
    return text[spot.end : min(spot.end + 2, limit)] in ("'s", "’s") or text[spot.end : spot.end + 1] in ("’", "'")


def subjects_before(page: Page, spots: list[Spot], low: int, high: int, hint: str | None) -> list[Name]:
    """The subject of a verb at ``high`` whose clause begins at ``low``: one name, or those joined by "and"."""
    text = page.text
    organisation: str | None = None
    bounded = _before_apposition(page, spots, low, high)
    if bounded is not None:
        owners = [spot for spot in spots if bounded < spot.start and spot.end <= high]
        for spot in owners[:2]:
            if (
                not spot.person
                and not is_role(text[spot.start : spot.end])
                and _OWNER_GAP.match(text[bounded : spot.start])
            ):
                organisation = fullest_name(page, spot.start, spot.end)
                break
        high = bounded
    inside = [spot for spot in spots if low <= spot.start and spot.end <= high]
    at = len(inside) - 1
    while at >= 0:
        spot = inside[at]
        if _strip_possessive(text, spot, high):
            rest = text[spot.end : high].strip()
            if rest in ("'s", "’s", "'", "’") and spot.end + 3 >= high:  # "St Oswin's won": no possessive
                inside[at] = spot._replace(end=spot.end + len(rest))
                break
            organisation = organisation or (None if spot.person else fullest_name(page, spot.start, spot.end))
            at -= 1
            continue
        before = text[max(low, spot.start - 24) : spot.start]
        earlier = inside[at - 1] if at else None
        gap = text[earlier.end : spot.start] if earlier else ""
        if _PREPOSITION.search(before) or (
            earlier is not None and earlier.person and not spot.person and len(gap) <= 90 and _ROLE_GAP.match(gap)
        ):
            if not spot.person and organisation is None:
                organisation = fullest_name(page, spot.start, spot.end)
            at -= 1
            continue
        if is_role(text[spot.start : spot.end]) and not spot.known:
            at -= 1
            continue
        if (
            gap == ", "
            and not (spot.known or spot.person)
            and text[spot.end : spot.end + 1] == ","
            and organisation_word(text[spot.start : spot.end]) is None
        ):
            at -= 1  # "Bluewater Bowl, Dartford, came second"
            continue
        break
    if at < 0:
        team = next((spot for spot in reversed(inside) if not spot.person and _TEAM.match(text, spot.end, high)), None)
        if team is None:
            team = next((spot for spot in inside if not spot.person and _TEAM_AT.search(text[low : spot.start])), None)
        return [_named(page, team, None, hint)] if team is not None else []
    subject = inside[at]
    if bounded is None and not _near(text, subject.end, high):
        return []
    names = [_named(page, subject, organisation, hint)]
    while at > 0:
        earlier = inside[at - 1]
        gap = text[earlier.end : inside[at].start]
        if not _JOINED.match(gap) or _PREPOSITION.search(text[max(low, earlier.start - 24) : earlier.start]):
            break
        if gap.strip() == "," and (earlier.person != inside[at].person or len(names) < 2):
            break
        names.insert(0, _named(page, earlier, None, hint))
        at -= 1
    return names


_TEAM_AT = re.compile(
    r"\b(?:team|staff|department|students|pupils|apprentices|learners|volunteers|group)\s+(?:at|from|of)\s+(?:the\s+)?$"
)
_TEAM = re.compile(
    r"[’']s?\s+(?:[\w’'-]+\s+){0,6}(?:team|staff|department|crew|students|pupils|apprentices|volunteers)\s*$"
)


_OWNER_GAP = re.compile(r"^,\s+(?:who\s+)?(?:[\w’'&-]+\s+){0,9}?(?:from|at|of|for|with)\s+(?:the\s+)?$|^,\s+$")


_OPENING = re.compile(
    r"\b(?:from|at|in|on|for|of|with|by|after|before|since|near|to)\s+(?:the\s+|[a-z]+\s+){0,2}$", re.IGNORECASE
)


def _before_apposition(page: Page, spots: list[Spot], low: int, high: int) -> int | None:
    """Where the subject ends, if a description parts it from its verb: "X, the Kent brewer, was named"."""
    text = page.text
    tail = high
    while tail > low and (text[tail - 1].isspace() or text[tail - 1] in "–—"):
        tail -= 1
    if tail <= low or (text[tail - 1] not in ",)" and text[tail : tail + 1] not in "–—"):
        trimmed_tail = re.search(r",\s+(?:has|have|also|was|were|which|who)\s*$", text[max(low, high - 12) : high])
        if (
            not trimmed_tail
            and not re.search(r",\s+(?:who|which)\s+(?:has|have|also)?\s*$", text[max(low, high - 16) : high])
            and not re.search(r",\s+(?:who|which)\b[^.]{0,160}\sand\s*$", text[max(low, high - 190) : high])
        ):
            return None
    for spot in spots:
        if spot.start < low or spot.end > high:
            continue
        after = text[spot.end : spot.end + 2]
        if after[:1] not in ",(" and after != " (" and after not in (" –", " —"):
            continue
        if spot.end + 2 >= high or _OPENING.search(text[max(low, spot.start - 24) : spot.start]):
            continue
        return spot.end
    return None


def _near(text: str, end: int, verb: int) -> bool:
    """Whether what stands between a subject and its verb is nothing, or a description of it."""
    gap = text[end:verb]
    if len(gap) <= 3:
        return True
    if len(gap) > 220:
        return False
    bare = gap.strip()
    if bare.casefold() in (
        "also",
        "has",
        "have",
        "then",
        "jointly",
        "both",
        "each",
        "team",
        "who",
        "has also",
        "had",
        "and",
    ):
        return True
    return gap[0] in ",( –—" and (
        bare[:1] in ",(–—"
        or bare.startswith(
            (
                "who",
                "which",
                "of",
                "from",
                "at",
                "in",
                "team",
                "also",
                "has",
                "have",
                "based",
                "for",
                "was",
                "were",
                "proudly",
                "has been",
                "and",
            )
        )
    )


def _named(page: Page, spot: Spot, organisation: str | None, hint: str | None) -> Name:
    kind: NomineeKind = "person" if spot.person else kind_of(page, spot.start, spot.end, hint)
    return Name(spot.start, spot.end, kind, organisation if kind != "organisation" else None)
