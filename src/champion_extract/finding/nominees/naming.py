"""The names in a slot: what stands after "Winner:", in a list item or a heading of which we know that it names somebody.

A slot may hold a person with role and organisation, an organisation with its town, a project with its owner, two joint
winners or a whole list. Takes for granted that the slot was cut out by its layout; prose is not read here.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from champion_extract.finding.nominees.categories import cut_sponsor, strength, trimmed
from champion_extract.finding.nominees.outcomes import read_label
from champion_extract.finding.nominees.page import Page
from champion_extract.records import NomineeKind
from champion_extract.tables.recognition import cues, first_names, fold, form_fields, name_words, outcome_labels, table_columns

_SENTENCE_END = re.compile(r"(?<=[a-z0-9)’'”\"])[.!?]\s+(?=[A-Z“\"‘])|\n")
_ABBREVIATED = re.compile(r"\b(?:St|Dr|Mr|Mrs|Ms|Prof|Rev|Sir|Mt|Fr|Co|Bros|[A-Z])$")
_DESCRIPTION = re.compile(
    r"[,;]?\s+(?:who|which|whose|that|because|in recognition|after|thanks|said|was|were|is|are|has|have|had|will|won|wins|"
    r"received|recogni[sz]ed|impressed|nominated|sponsored|supported|nominated by)\b"
    r"|,\s+(?:an?|the|part of)\s+(?=[a-z])|,?\s+for\s+(?=[a-z0-9£]|[A-Z][a-z]+ing\b)|,?\s+with\s+(?=[a-z0-9£])|,\s+(?=(?:and\s+)?(?:they|he|she|it|we|our|their|his|her)\b)|\s+(?=[“\"])"
)
_HARD = re.compile(r"\s+·\s+|\s*//\s*|\s+[–—-]+\s+|\s*[–—]\s+|\s*\|\s*|\s*;\s*|,\s+(?:and\s+)?|\s*\(|\)\s*,?\s*|\s*\[|\]\s*|\s*/\s+|\s+/\s*|:\s+|\s*•\s*|\t+")
_BELONGS = re.compile(r"\s+(?:from|at|of|for|with|representing)\s+(?:the\s+)?(?=[A-Z0-9])|\s+@\s*")
_AND = re.compile(r"\s+(?:and|AND|&|with|/)\s+(?:joint\s+winners?\s+)?")
_BY = re.compile(r",?\s+(?:by|from|at|run by|led by|delivered by)\s+(?:the\s+)?(?=[A-Z0-9])")
_TITLES = frozenset("mr mrs ms miss mx dr prof professor sir dame lady lord rev reverend cllr councillor".split())
_PARTICLES = frozenset("de van von der den la le du da al el bin ap o' mac ben ibn".split())
_POSTNOMINALS = re.compile(r",?\s+(?:MBE|OBE|CBE|BEM|DL|JP|QC|KC|MP|PhD|FRSA)\b.*$")
_NOT_NAMES = frozenset(
    "tbc tba n/a none no one to be announced to be confirmed various all everyone you we us they it he she this these those here "
    "what why how when where who congratulations thank thanks read click find see watch visit book join more please yes winner".split()
)
_SMALL = frozenset("a an and as at by for from in into of on or the to up with & de la le du van von der den y".split())
_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
NOBODY = re.compile(
    r"\b(?:not awarded|no award|no winner|withheld|to be (?:announced|confirmed)|winners? announced)\b|"
    r"^(?:\d{1,2}(?:st|nd|rd|th)? )?(?:january|february|march|april|may|june|july|august|september|october|november|december)\b(?: \d|$)|"
    r"^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b|^\d[\d.,]*$|^section \w$|^(?:year|years|part|page|question|q)\b ?\d*$"
)
"""What stands in a name's place where nobody is named: "not awarded", a date, "Section D"."""
NAME_LIMIT = 120
"""A longer name is none, in characters."""


_FIRM = re.compile(r"[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,2}\s+(?:&|and)\s+(?:Co|Sons|Partners|Company|Daughters|Associates)\b")
_TEAM = re.compile(r"\b(?:Team|Department|Faculty|Staff)$")


class Name(NamedTuple):
    """Somebody named in a slot, with the words of the organisation that they belong to."""

    start: int
    end: int
    kind: NomineeKind
    organisation: str | None


@lru_cache(maxsize=4096)
def looks_like_person(words: str) -> bool:
    """Whether ``words`` have the shape of a person's name with a known given name or a title."""
    parts = words.replace("\u00a0", " ").split()
    if parts and fold(parts[0]).rstrip(".") in _TITLES:
        return 2 <= len(parts) <= 6 and all(part[0].isupper() or fold(part) in _PARTICLES for part in parts)
    if not 2 <= len(parts) <= 5:
        return False
    kinds = name_words()
    for place, part in enumerate(parts):
        bare = part.strip(".,’'“”\"")
        if not bare or any(character.isdigit() for character in bare):
            return False
        if fold(bare) in _PARTICLES and 0 < place < len(parts) - 1:
            continue
        if not bare[0].isupper() or kinds.get(fold(bare)) in ("organisation", "project") and place:
            return False
        if len(bare) > 3 and bare.isupper() and not words.isupper():
            return False
    given = fold(parts[0]).strip(".'")
    return given in first_names() or given.split("-")[0] in first_names()


@lru_cache(maxsize=4096)
def organisation_word(words: str) -> str | None:
    """What the words of a name show it to be: "project", "organisation" or nothing."""
    kinds = name_words()
    found = [kinds.get(fold(word).rstrip(".,'’")) for word in _WORD.findall(words)]
    if found and found[-1] == "project":
        return "project"
    return "organisation" if "organisation" in found else None


def organisation_last(words: str) -> bool:
    """Whether the last word of ``words`` is one that ends organisations' names."""
    found = _WORD.findall(words)
    return bool(found) and name_words().get(fold(found[-1]).rstrip(".")) == "organisation"


def is_role(words: str) -> bool:
    """Whether ``words`` say what a person is ("Careers Leader", "Year 12 student")."""
    kinds = [name_words().get(fold(word).rstrip(".,'’")) for word in _WORD.findall(words)]
    return bool(kinds) and (kinds[-1] == "role" or ("role" in kinds and "organisation" not in kinds) or words[:1].islower() and "role" in kinds)


def kind_of(page: Page, start: int, end: int, hint: str | None) -> NomineeKind:
    """Kind of the nominee named between ``start`` and ``end``; ``hint``: what its category is for."""
    words = page.text[start:end]
    shown = organisation_word(words)
    mentions = page.organisations_in(start, end)
    covering = [mention for mention in mentions if 2 * (mention.end - mention.start) >= end - start]
    people = page.people_in(start, end)
    if people and people[0].end - people[0].start >= 0.6 * (end - start) and shown is None:
        return "person"
    if shown == "project":
        return "project"
    if covering:
        return "project" if covering[0].type == "project" else "organisation"
    if shown == "organisation":
        return "organisation"
    if looks_like_person(words):
        return "person"
    if hint == "person" and 2 <= words.count(" ") + 1 <= 4 and _capitals(words) and "&" not in words and " and " not in words:
        return "person"
    if hint == "project" or words[:1] in "“‘\"'":
        return "project"
    return "organisation"


def _capitals(words: str) -> bool:
    """Whether ``words`` are written as a name: they begin with a capital, as most of their longer words do."""
    counted = high = 0
    for word in words.split():
        bare = word.strip("()“”\"'‘’.,&-–")
        if not bare or bare.casefold() in _SMALL:
            continue
        counted += 1
        high += bare[0].isupper() or bare[0].isdigit() or any(letter.isupper() for letter in bare[1:])
    return counted > 0 and high >= 0.7 * counted


def is_name(page: Page, start: int, end: int, strict: bool = True) -> bool:
    """Whether the words between ``start`` and ``end`` can be a nominee's name. Not ``strict``: a label vouches for them."""
    folded = fold(page.text[start : min(end, start + 60)]).strip(" .:!?*")
    return folded not in form_fields() and folded not in table_columns() and reads_as_name(page, start, end, strict)


def reads_as_name(page: Page, start: int, end: int, strict: bool = True) -> bool:
    """Whether words are written as a name, be it a nominee's or a category's."""
    words = page.text[start:end]
    if not 2 <= len(words) <= NAME_LIMIT or words.count(" ") > 15:
        return False
    folded = fold(words).strip(" .:!?*")
    first = folded.split(" ", 1)[0]
    if page.award is not None and fold(page.award) in folded and not folded.startswith("team "):
        return False
    if folded in cues() or folded in outcome_labels() or folded in page.themes or words[-1] in "?":
        return False
    if folded in _NOT_NAMES or first in _NOT_NAMES and page.organisation_from(start) is None and not looks_like_person(words):
        return False
    if not any(letter.isalpha() for letter in words) or " @" in words or "·" in words or NOBODY.search(folded):
        return False
    if page.organisation_from(start) is not None:
        return True
    if not (words[0].isupper() or words[0].isdigit() or words[0] in "“‘\"'@"):
        return not strict and words.count(" ") <= 2
    return _capitals(words)


def names_in(page: Page, start: int, end: int, hint: str | None, strict: bool = True) -> list[Name]:
    """Those named in the slot between ``start`` and ``end``; none where it does not read as a name."""
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
    lead = LOWER_LEAD.match(text, start, end)
    if lead and page.organisation_from(start) is None:
        start = lead.end()
    cut = _DESCRIPTION.search(text, start + 1, end)
    if cut and not _inside_mention(page, start, cut.start()):
        end = cut.start()
    start, end = trimmed(text, start, end)
    end = _complete_end(page, start, end)
    pieces = _pieces(page, start, end, hint)
    return _interpreted(page, pieces, hint, strict)


LOWER_LEAD = re.compile(
    r"(?:(?:the|our|to|both|a|an|joint|award|awards|jointly|local|family|firm|school|college|charity|pupil|student|community|very|own|well|"
    r"done|employer|company|congratulations|winners?|winner|is|are|was|were|goes|go|went|shared|by|between|[a-z]+-maker|careers|leader|"
    r"teacher|station|special|primary|secondary)\s+)+(?=[A-Z0-9])"
)
_AFTER_NAME = re.compile(r"\s+(?:in|near|based|on|near|across|around)\s+(?=[A-Za-z])|\s+(?=[a-z]{2,}\s+[a-z])")


def _complete_end(page: Page, start: int, end: int) -> int:
    """Where a name that is complete stops, if a place or more prose follows: "Hale Federation in west Cornwall"."""
    for found in _AFTER_NAME.finditer(page.text, start + 2, end):
        if page.text[found.end() : found.end() + 4] in ("and ", "for ", "the "):
            continue
        known = any(mention.end == found.start() for mention in page.organisations_in(start, found.start()))
        last = fold(page.text[max(start, found.start() - 24) : found.start()]).split(" ")[-1]
        if known or name_words().get(last) == "organisation" or looks_like_person(page.text[start : found.start()]):
            if not any(mention.start < found.start() < mention.end for mention in page.organisations_in(start, end)):
                return found.start()
    return end


def _inside_mention(page: Page, start: int, offset: int) -> bool:
    mention = page.organisation_from(start)
    return mention is not None and mention.start < offset < mention.end


def _pieces(page: Page, start: int, end: int, hint: str | None = None) -> list[tuple[int, int, str]]:
    """The slot cut at its separators: (start, end, the separator before)."""
    text = page.text
    cuts: list[tuple[int, int, str]] = []
    at, mark = start, ""
    mentions = page.organisations_in(start, end)
    for found in _HARD.finditer(text, start, end):
        if found.group()[0] == "," and _FIRM.match(text, found.end(), end):
            continue  # "Brookes, Hale & Co Ltd" is one firm
        if any(mention.start < found.start() and found.end() < mention.end for mention in mentions):
            continue
        symbol = found.group().strip()[:1] or found.group()[:1]
        if symbol == "(":
            closing = text.find(")", found.end(), end)
            if 0 < closing < end - 1 and text[closing + 1 : closing + 3].strip()[:1].isupper() and _acronym(text[found.end() : closing]):
                continue  # "West of England Combined Authority (WECA) Effective Transitions Project" is one name
        if symbol == ")" and not (cuts and mark == "("):
            continue
        cuts.append((at, found.start(), mark))
        at, mark = found.end(), "," + found.group().strip(" ,") if symbol == "," else symbol
    cuts.append((at, end, mark))
    pieces: list[tuple[int, int, str]] = []
    for low, high, sign in cuts:
        low, high = trimmed(text, low, high)
        if low < high:
            pieces.extend(_soft(page, low, high, sign, hint))
    return pieces


def _acronym(words: str) -> bool:
    return words.isupper() and " " not in words


def _person_shaped(words: str) -> bool:
    """Whether ``words`` could be a person's name, were the given name known: two or three capitalised words."""
    parts = words.split()
    return 2 <= len(parts) <= 3 and all(part[0].isupper() and part[-1].isalpha() and not part.isupper() for part in parts) and organisation_word(words) is None


def _soft(page: Page, start: int, end: int, sign: str, hint: str | None = None) -> list[tuple[int, int, str]]:
    """A piece cut at "from", "at", "and" where what stands on both sides are names of their own."""
    text = page.text
    for found in _BELONGS.finditer(text, start, end):
        left = text[start : found.start()]
        if looks_like_person(left) or _is_person(page, start, found.start()) or hint == "person" and _person_shaped(left) or is_role(left):
            return [(start, found.start(), sign), *_soft(page, found.end(), end, "@", hint)]
    for found in _AND.finditer(text, start, end):
        if _separate(page, start, found.start(), found.end(), end):
            return [(start, found.start(), sign), *_soft(page, found.end(), end, "&", hint)]
    found_by = _BY.search(text, start, end)
    if found_by and found_by.group().strip().startswith(("by", ",", "run", "led", "delivered")) and found_by.start() > start:
        return [(start, found_by.start(), sign), (found_by.end(), end, "@")]
    return [(start, end, sign)]


def _is_person(page: Page, start: int, end: int) -> bool:
    return any(name.start <= start + 1 and name.end >= end - 1 for name in page.people_in(start, end))


def _separate(page: Page, start: int, left_end: int, right_start: int, end: int) -> bool:
    """Whether "X and Y" names two: both are complete names, and no finder reads them as one."""
    text = page.text
    if any(mention.start < left_end and mention.end > right_start for mention in page.organisations_in(start, end)):
        return False
    left, right = text[start:left_end], text[right_start:end]
    left_person = looks_like_person(left) or _is_person(page, start, left_end)
    right_person = looks_like_person(right) or _is_person(page, right_start, end) or any(
        name.start == right_start for name in page.people_in(right_start, end)
    )
    if not right_person:
        head = _BELONGS.split(right, maxsplit=1)[0]
        right_person = looks_like_person(head)
    if left_person and right_person:
        return True
    if organisation_word(right) == "project" and organisation_word(left) != "project":
        return False  # "A and B Transitions Project": a pair with a name of its own
    left_known = _complete(page, start, left_end)
    right_known = _complete(page, right_start, end)
    return (left_known or left_person) and (right_known or right_person)


def _complete(page: Page, start: int, end: int) -> bool:
    words = page.text[start:end]
    if any(mention.end >= end - 1 or mention.start == start for mention in page.organisations_in(start, end)):
        return True
    if organisation_word(words) is None:
        return False
    last = _WORD.findall(words)
    first_words = len(last) >= 2
    return first_words and words[:1].isupper()


def _interpreted(page: Page, pieces: list[tuple[int, int, str]], hint: str | None, strict: bool) -> list[Name]:
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
        person = looks_like_person(words) or _is_person(page, start, end)
        if current.kind == "person":
            if person and sign in ("&", ",", ";", "/", ",and", "•", ",&", "·"):
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
        if sign in ("&", ";", "•", "/", "·") or (sign[:1] == "," and _list_member(page, start, end)):
            if is_name(page, start, end) and not _label(page, words):
                if (current.kind == "project" or _TEAM.search(text[current.start : current.end])) and sign[:1] == ",":
                    names[-1] = current._replace(organisation=words)
                else:
                    names.append(Name(start, end, kind_of(page, start, end, hint), None))
        elif current.kind == "project" and current.organisation is None and is_name(page, start, end) and sign in ("@", "(", "–", "—", "-"):
            names[-1] = current._replace(organisation=words)
    return names


_POSSESSIVE = re.compile(r"[A-Z][\w-]+[’']s\s+")


def _after_possessive(page: Page, start: int, end: int) -> int:
    """Where the name begins in "Mexborough's DN Parcels", if a finder knows it without its town."""
    if not page.organisations_in(start, end):
        return start
    last = page.organisations_in(start, end)[-1]
    if last.end == end and re.search(r"\s[a-z][\w-]*\s$", page.text[start : last.start]) and page.organisation_from(start) is None:
        return last.start  # "Malton pickle-maker Hot Nell"
    town = _POSSESSIVE.match(page.text, start, end)
    if town and page.organisation_from(start) is None and page.organisation_from(town.end()) is not None:
        return town.end()
    return start


def fullest_name(page: Page, start: int, end: int) -> str:
    """The words of an organisation, or its fullest name in the document where a finder knows that."""
    mention = page.organisation_from(start)
    return mention.name if mention is not None and mention.end == end else page.text[start:end]


def _label(page: Page, words: str) -> bool:
    return read_label(words, page.themes) is not None or strength(words) == 2


def _can_employ(page: Page, start: int, end: int, sign: str) -> bool:
    """Whether the words after a person's name are their organisation, and not their town."""
    words = page.text[start:end]
    if _label(page, words):
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
    return bool(page.organisations_in(start, end)) and _complete(page, start, end) or organisation_word(page.text[start:end]) is not None
