"""Who a verb in prose is about: the names before it in its clause, with what belongs to them.

"Jo Bloggs, Careers Leader at Anytown School, was named ...": the name nearest to the verb is the person's organisation,
the one before it the subject. Names are those that other finders saw, and capitalised words where they saw none.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from champion_extract.finding.nominees.categories import strength
from champion_extract.finding.nominees.naming import Name, fullest_name, is_role, kind_of, looks_like_person, organisation_word
from champion_extract.finding.nominees.page import Page
from champion_extract.records import NomineeKind
from champion_extract.tables.recognition import fold

_CAPITAL = r"[A-Z0-9][\w’'&.-]*"
_NAME_RUN = re.compile(
    rf"(?<![\w’'-])(?:{_CAPITAL})(?:[ \u00a0\u202f](?:(?:of the|of|for|and|&|the|in|de|van|der|le|la|at|on|upon)[ \u00a0\u202f])?{_CAPITAL}){{0,11}}"
)
_OPENERS = frozenset(
    "the a an this that these those last next on in at for with from by and but so or as when while after before during since "
    "congratulations well huge big our their his her its it he she they we you i my your there here now today yesterday tonight "
    "meanwhile also finally first firstly second thirdly lastly other others both local national regional special joint overall "
    "headteacher principal head pupil pupils student students teacher careers winner winners runner-up finalist finalists judges "
    "not only one two three four five six seven eight nine ten among elsewhere over under following previous earlier later every each "
    "all some many more most another such no yes if although though despite thanks owner founder director manager ceo chair chief "
    "there apprentice employer business school college company charity firm year young congratulating celebrating taking winning".split()
)
_NOT_SUBJECTS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december spring summer autumn winter england uk britain covid christmas easter i mr mrs ms dr".split()
)
_PREPOSITION = re.compile(r"(?:\b(?:from|at|of|in|for|with|by|near|to|against|ahead of|alongside|including|like|via|on|through|beating|than)\s+(?:the\s+|a\s+|an\s+|local\s+)?|\()$", re.IGNORECASE)
_ROLE_GAP = re.compile(r"^\s*,?\s*(?:[\w’'&-]+\s+){0,8}(?:from|at|of|in|for|with)\s+(?:the\s+)?$|^\s*\($|^\s*,\s*(?:who\b.{0,120})?$|^\s+of\s+(?:the\s+)?$", re.IGNORECASE)
_JOINED = re.compile(r"^\s*,?\s*(?:and|&|along with|together with|as well as)\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}$|^,\s+$")
_DESCRIPTION_GAP = re.compile(r"^\s*(?:,|\(|who\b|which\b|also\b|has\b|have\b|then\b|jointly\b|both\b|each\b|was\b|were\b|\d|[–—-])|^\s*$")


class Spot(NamedTuple):
    """A name in prose; ``known``: another finder saw it."""

    start: int
    end: int
    person: bool
    known: bool


def spots_in(page: Page, start: int, end: int) -> list[Spot]:
    """Names between ``start`` and ``end``, in order, without overlaps."""
    text = page.text
    found = [Spot(mention.start, mention.end, False, True) for mention in page.organisations_in(start, end)]
    found += [Spot(name.start, name.end, True, True) for name in page.people_in(start, end)]
    found.sort()
    taken = [(spot.start, spot.end) for spot in found]
    for run in _NAME_RUN.finditer(text, start, end):
        low, high = run.start(), run.end()
        while high > low and text[high - 1] in ".'’-&":
            high -= 1
        if any(a < high and low < b for a, b in taken):
            found.extend(_around(text, low, high, taken))
            continue
        found.extend(_own(text, low, high, start))
    found.sort()
    kept: list[Spot] = []
    for spot in found:
        if not kept or spot.start >= kept[-1].end:
            kept.append(spot)
    return kept


def _around(text: str, low: int, high: int, taken: list[tuple[int, int]]) -> list[Spot]:
    """Nothing: a run that touches a known name is that name and its context."""
    return []


_NUMBERED_NAME = re.compile(r"(?:First|Second|Third|One|Two|Three|Four|Five|Local|Open|Young|All)\s+[A-Z]\w+(?:,|$)")


def _own(text: str, low: int, high: int, sentence: int) -> list[Spot]:
    """A capitalised run as names: openers cut off, "X and Y" parted where both stand for themselves."""
    words = text[low:high]
    opener = re.match(r"[\w’'-]+\s+(?:the\s+)?", words)
    while opener and (fold(opener.group()).split()[0] in _OPENERS and not _NUMBERED_NAME.match(words)) and not fold(words).startswith("the ") :
        low += opener.end()
        words = text[low:high]
        opener = re.match(r"[\w’'-]+\s+(?:the\s+)?", words)
    if re.match(r"The\s+[A-Z]", words) and organisation_word(words) is None:
        low += 4
        words = text[low:high]
    possessive = re.search(r"[’']s?\s", words)
    if possessive and not re.search(r"\bSt\.? \w+[’']s?\s", words) and organisation_word(words[possessive.end() :]) is None:
        right = _own(text, low + possessive.end(), high, sentence)
        return [Spot(low, low + possessive.start(), looks_like_person(text[low : low + possessive.start()]), False), *right]
    folded = fold(words).strip(" .")
    if not folded or folded in _NOT_SUBJECTS or folded in _OPENERS or folded.isdigit() or folded[:1].isdigit() and " " not in folded:
        return []
    if strength(words) == 2 or folded.endswith(("awards", "award")) or not any(letter.isalpha() for letter in words):
        return []
    join = re.search(r"\s(?:and|&)\s(?:the\s)?", words)
    if join:
        left, right = words[: join.start()], words[join.end() :]
        both_people = looks_like_person(left) and looks_like_person(right)
        both_bodies = organisation_word(left) and organisation_word(right) and " " in left and " " in right
        if both_people or both_bodies or looks_like_person(left) and organisation_word(right):
            return _own(text, low, low + join.start(), sentence) + _own(text, low + join.end(), high, sentence)
    end = low + len(words.rstrip(" .,'’")) if words.endswith((".", "'", "’")) else high
    possessive_end = re.search(r"[’']s$", text[low:end])
    if possessive_end:
        end -= 2
    return [Spot(low, end, looks_like_person(text[low:end]), False)] if end > low else []


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
            if not spot.person and not is_role(text[spot.start : spot.end]) and _OWNER_GAP.match(text[bounded : spot.start]):
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
        break
    if at < 0:
        team = next((spot for spot in reversed(inside) if not spot.person and _TEAM.match(text, spot.end, high)), None)
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


_TEAM = re.compile(r"[’']s?\s+(?:[\w’'-]+\s+){0,6}(?:team|staff|department|crew|students|pupils|apprentices|volunteers)\s*$")
_OWNER_GAP = re.compile(r"^,\s+(?:who\s+)?(?:[\w’'&-]+\s+){0,9}?(?:from|at|of|for|with)\s+(?:the\s+)?$|^,\s+$")
_OPENING = re.compile(r"\b(?:from|at|in|on|for|of|with|by|after|before|since|near|to)\s+(?:the\s+|[a-z]+\s+){0,2}$", re.IGNORECASE)


def _before_apposition(page: Page, spots: list[Spot], low: int, high: int) -> int | None:
    """Where the subject ends, if a description between commas parts it from its verb: "X, the Kent brewer, was named"."""
    text = page.text
    tail = high
    while tail > low and (text[tail - 1].isspace() or text[tail - 1] in "–—"):
        tail -= 1
    if tail <= low or text[tail - 1] not in ",)" and text[tail : tail + 1] not in "–—":
        trimmed_tail = re.search(r",\s+(?:has|have|also|was|were|which|who)\s*$", text[max(low, high - 12) : high])
        if not trimmed_tail and not re.search(r",\s+(?:who|which)\s+(?:has|have|also)?\s*$", text[max(low, high - 16) : high]):
            if not re.search(r",\s+(?:who|which)\b[^.]{0,160}\sand\s*$", text[max(low, high - 190) : high]):
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
    if bare.casefold() in ("also", "has", "have", "then", "jointly", "both", "each", "team", "who", "has also", "had", "and"):
        return True
    return gap[0] in ",( –—" and (bare[:1] in ",(–—" or bare.startswith(("who", "which", "of", "from", "at", "in", "team", "also", "has", "have", "based", "for", "was", "were", "proudly", "has been", "and")))


def _named(page: Page, spot: Spot, organisation: str | None, hint: str | None) -> Name:
    kind: NomineeKind = "person" if spot.person else kind_of(page, spot.start, spot.end, hint)
    return Name(spot.start, spot.end, kind, organisation if kind != "organisation" else None)
