"""The names in a slot: what stands after "Winner:", in an item or a heading that is known to name somebody.

A slot may hold a person with role and organisation, an organisation with its town, a project with its owner, two joint
winners or a whole list. Takes for granted that the slot was cut out by its layout; prose is not read here.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from champion_extract.finding.nominees.categories import cut_sponsor, strength, trimmed
from champion_extract.finding.nominees.outcomes import read_label
from champion_extract.finding.nominees.page import Page
from champion_extract.finding.nominees.pieces import complete, person_shaped, pieces_of
from champion_extract.finding.nominees.shapes import (
    fullest_name,
    is_name,
    is_person,
    is_role,
    kind_of,
    looks_like_person,
    organisation_word,
)
from champion_extract.tables.recognition import fold, name_words
from champion_extract.vocabulary import NomineeKind

_SENTENCE_END = re.compile(r"(?<=[a-z0-9)’'”\"])[.!?]\s+(?=[A-Z“\"‘])|\n")


_ABBREVIATED = re.compile(r"\b(?:St|Dr|Mr|Mrs|Ms|Prof|Rev|Sir|Mt|Fr|Co|Bros|[A-Z])$")


_DESCRIPTION = re.compile(
    r"[,;]?\s+(?:who|which|whose|that|because|in recognition|after|thanks|said|was|were|"
    r"is|are|has|have|had|will|won|wins|received|recogni[sz]ed|impressed|nominated|sponsored|"
    r"supported|nominated by)\b|,\s+(?:an?|the|part of)\s+(?=[a-z])|,?\s+for\s+(?=[a-z0-9£]|"
    r"[A-Z][a-z]+ing\b)|,?\s+with\s+(?=[a-z0-9£])|,\s+(?=(?:and\s+)?(?:they|he|she|it|"
    r"we|our|their|his|her)\b)|\s+(?=[“\"])|\s+@(?=\w)"
)


_PICTURE = re.compile(r"\s*[\u2600-\u27bf\u2b50\U0001f300-\U0001faff]")


_POSTNOMINALS = re.compile(r",?\s+(?:MBE|OBE|CBE|BEM|DL|JP|QC|KC|MP|PhD|FRSA)\b.*$")


_TEAM = re.compile(r"\b(?:Team|Department|Faculty|Staff)$")


class Name(NamedTuple):
    """Somebody named in a slot, with the words of the organisation that they belong to."""

    start: int
    end: int
    kind: NomineeKind
    organisation: str | None


def names_in(
    page: Page, start: int, end: int, hint: str | None, strict: bool = True, several: bool = False
) -> list[Name]:
    """Those named in the slot between ``start`` and ``end``; none where it does not read as a name.

    ``several``: the label says that there are several ("Finalists:"), so that three words or more parted by commas are
    names, known or not.
    """
    text = page.text
    end = min(end, start + 1200)
    end = cut_sponsor(text, start, end)
    for found in _SENTENCE_END.finditer(text, start, end):
        if text[found.start()] == "\n" or not _ABBREVIATED.search(text[max(start, found.start() - 5) : found.start()]):
            end = found.start()
            break
    start, end = trimmed(text, start, end)
    if text[start : start + 1] == "@":
        start += 1
    late = re.compile(r"[Tt]he [Ll]ate\s+").match(text, start, end)
    start = late.end() if late else start
    lead = LOWER_LEAD.match(text, start, end)
    if lead and page.organisation_from(start) is None:
        start = lead.end()
    picture = _PICTURE.search(text, start + 2, end)
    if picture:
        end = picture.start()
    cut = _DESCRIPTION.search(text, start + 1, end)
    if cut and not _inside_mention(page, start, cut.start()):
        end = cut.start()
    start, end = trimmed(text, start, end)
    end = _complete_end(page, start, end)
    pieces = pieces_of(page, start, end, hint)
    listed = several and len(pieces) > 2 and all(sign in (",", ",and", "&", "") for *_, sign in pieces)
    if listed and any(complete(page, low, high) for low, high, _ in pieces):
        listed = all(" " in text[low:high] for low, high, _ in pieces)  # "Brock School, Maidstone, and Isle Academy"
    return _interpreted(page, pieces, hint, strict, listed)


LOWER_LEAD = re.compile(
    r"(?:(?:the|our|to|both|a|an|joint|award|awards|jointly|local|family|firm|school|"
    r"college|charity|pupil|student|community|very|own|well|done|employer|company|congratulations|"
    r"winners?|winner|is|are|was|were|goes|go|went|shared|by|between|[a-z]+-maker|careers|"
    r"leader|teacher|station|special|primary|secondary)\s+)+(?=[A-Z0-9])"
)


_AFTER_NAME = re.compile(r"\s+(?:in|near|based|on|near|across|around)\s+(?=[A-Za-z])|\s+(?=[a-z]{2,}\s+[a-z])")


def _complete_end(page: Page, start: int, end: int) -> int:
    """Where a name that is complete stops, if a place or more prose follows: "Hale Federation in west Cornwall"."""
    for found in _AFTER_NAME.finditer(page.text, start + 2, end):
        if page.text[found.end() : found.end() + 4] in ("and ", "for ", "the "):
            continue
        known = any(mention.end == found.start() for mention in page.organisations_in(start, found.start()))
        last = fold(page.text[max(start, found.start() - 24) : found.start()]).split(" ")[-1]
        whole = known or name_words().get(last) == "organisation" or looks_like_person(page.text[start : found.start()])
        if whole and not any(m.start < found.start() < m.end for m in page.organisations_in(start, end)):
            return found.start()
    return end


def _inside_mention(page: Page, start: int, offset: int) -> bool:
    mention = page.organisation_from(start)
    return mention is not None and mention.start < offset < mention.end


def _interpreted(
    page: Page, pieces: list[tuple[int, int, str]], hint: str | None, strict: bool, listed: bool
) -> list[Name]:
    names: list[Name] = []
    text = page.text
    for start, end, sign in pieces:
        words = text[start:end]
        post = _POSTNOMINALS.search(words)
        if post and post.start() > 3:
            end = start + post.start()
            words = text[start:end]
        if not names:
            mention = page.organisation_from(start)
            if mention and mention.end > end:
                end = mention.end
            if not is_name(page, start, end, strict):
                return []
            start = _after_possessive(page, start, end)
            names.append(Name(start, end, kind_of(page, start, end, hint), None))
            continue
        current = names[-1]
        start = _after_possessive(page, start, end)
        words = text[start:end]
        if start < current.end:
            continue
        if (
            words.isdigit()
            and len(words) <= 2
            and current.kind == "organisation"
            and organisation_word(text[current.start : current.end]) is None
        ):
            names[-1] = current._replace(kind="person")  # an age
            continue
        owned = _OF.match(words)
        if owned and current.kind == "person":
            start, sign = start + owned.end(), "@"
            words = text[start:end]
        person = looks_like_person(words) or is_person(page, start, end)
        if current.kind == "person":
            if person and sign in (")", "&", ",", ";", "/", ",and", "•", ",&", "·"):
                names.append(Name(start, end, "person", None))
            elif sign in (";", "/", "·") and is_name(page, start, end):
                names.append(Name(start, end, kind_of(page, start, end, hint), None))
            elif is_role(words) or words[:1].islower() or words[:1].isdigit():
                continue
            elif current.organisation is None and is_name(page, start, end) and _can_employ(page, start, end, sign):
                words = fullest_name(page, start, end)
                for place, name in enumerate(names):
                    if name.organisation is None and (place == len(names) - 1 or sign == "@"):
                        names[place] = name._replace(organisation=words)
            elif sign in ("&", ";", "/", "·") and is_name(page, start, end):
                names.append(Name(start, end, kind_of(page, start, end, hint), None))
            continue
        if person and not is_role(words):
            if hint == "person" and sign not in ("&", ";"):
                names[-1] = Name(start, end, "person", text[current.start : current.end])
            elif sign in ("&", ";", "/", "·", "•"):
                names.append(Name(start, end, "person", None))
            continue
        if (
            sign == ","
            and len(pieces) == 2
            and current.kind == "organisation"
            and person_shaped(text[current.start : current.end])
            and (hint == "person" or not page.organisations_in(current.start, current.end))
            and complete(page, start, end)
        ):
            names[-1] = Name(current.start, current.end, "person", fullest_name(page, start, end))
            continue
        if sign in ("&", ";", "•", "/", "·") or (sign[:1] == "," and (listed or _list_member(page, start, end))):
            if is_name(page, start, end, strict=not listed) and not _label(page, words):
                if (current.kind == "project" or _TEAM.search(text[current.start : current.end])) and sign[:1] == ",":
                    names[-1] = current._replace(organisation=words)
                else:
                    names.append(Name(start, end, kind_of(page, start, end, hint), None))
        elif (
            current.kind == "project"
            and current.organisation is None
            and is_name(page, start, end)
            and sign in ("@", "(", "–", "—", "-")
        ):
            names[-1] = current._replace(organisation=words)
    return names


_TRADE = re.compile(r"\s(?!(?:to|of|for|and|in|the|at|with|from|by|on)\s)[a-z][\w-]*\s$")
_POSSESSIVE = re.compile(r"[A-Z][\w-]+[’']s\s+")


def _after_possessive(page: Page, start: int, end: int) -> int:
    """Where the name begins in "Mexborough's DN Parcels", if a finder knows it without its town."""
    if not page.organisations_in(start, end):
        return start
    last = page.organisations_in(start, end)[-1]
    if last.end == end and _TRADE.search(page.text[start : last.start]) and page.organisation_from(start) is None:
        return last.start  # "Malton pickle-maker Hot Nell"
    town = _POSSESSIVE.match(page.text, start, end)
    if town and page.organisation_from(start) is None and page.organisation_from(town.end()) is not None:
        return town.end()
    return start


_OF = re.compile(r"(?:of|from|at)\s+(?:the\s+)?(?=[A-Z])")


def _label(page: Page, words: str) -> bool:
    return read_label(words, page.themes) is not None or strength(words) == 2


_COURSE = re.compile(r"(?:BA|BSc|MA|MSc|BEng|MEng|PhD|BEd|LLB|HND|HNC|BTEC|Level|Year|Grade)\b")


def _can_employ(page: Page, start: int, end: int, sign: str) -> bool:
    """Whether the words after a person's name are their organisation, and not their town."""
    words = page.text[start:end]
    if _label(page, words) or _COURSE.match(words):
        return False
    if page.organisations_in(start, end) or organisation_word(words):
        return True
    if sign[:1] == "," and page.organisations:
        return False  # the finder of organisations works here, and saw none
    if sign[:1] == "," and " " not in words:
        return False  # "Kit Lumley, Sheerness": a town as likely as not
    return sign in ("@", "(", "–", "—", "-", "|", ",") and not is_role(words) and not words.isupper()


def _list_member(page: Page, start: int, end: int) -> bool:
    """Whether words after a comma are one more name, and not the town of the one before."""
    return (bool(page.organisations_in(start, end)) and complete(page, start, end)) or organisation_word(
        page.text[start:end]
    ) is not None
