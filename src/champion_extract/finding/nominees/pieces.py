"""A slot cut into pieces: at dashes, commas, brackets, and at "and" where both sides are names of their own."""

from __future__ import annotations

import re

from champion_extract.finding.nominees.categories import trimmed
from champion_extract.finding.nominees.page import Page
from champion_extract.finding.nominees.shapes import WORD, is_person, is_role, looks_like_person, organisation_word

_HARD = re.compile(
    r"\s+·\s+|\s*//\s*|\s+[–—-]+\s+|\s*[–—]\s+|\s*\|\s*|\s*;\s*|,\s+(?:and\s+)?|\s*\(|"
    r"\)\s*,?\s*|\s*\[|\]\s*|\s*/\s+|\s+/\s*|:\s+|\s*•\s*|\t+"
)


_BELONGS = re.compile(r"\s+(?:from|at|of|for|with|representing)\s+(?:the\s+)?(?=[A-Z0-9])|\s+@\s*")


_AND = re.compile(r"\s+(?:and|AND|&|with|/)\s+(?:joint\s+winners?\s+)?")


_BY = re.compile(r",?\s+(?:by|from|at|run by|led by|delivered by)\s+(?:the\s+)?(?=[A-Z0-9])")


_LIST = re.compile(r"[A-Z0-9][^,()]*,[^()]*\sand\s[A-Z0-9][^()]*|[A-Z0-9][^,()]*(?:,\s+[A-Z0-9][^,()]*){2,}")


_LAST = re.compile(r"([A-Z][\w’'-]*(?: [A-Z][\w’'-]*)+) and (?:the )?([A-Z][\w’'-]*(?: [\w’'-]+)* [A-Z][\w’'-]*)")


_COMPANY = re.compile(r"\s(?:Ltd|Limited|LLP|plc|PLC|CIC|UK)\b")


_FIRM = re.compile(r"[A-Z][\w’'-]*\s+(?:&|and)\s+(?:Co|Partners|Company|Associates)\b")


def pieces_of(page: Page, start: int, end: int, hint: str | None = None) -> list[tuple[int, int, str]]:
    """The slot cut at its separators: (start, end, the separator before)."""
    text = page.text
    cuts: list[tuple[int, int, str]] = []
    at, mark = start, ""
    mentions = page.organisations_in(start, end)
    listed = 0  # where a bracket ends that holds a list of names: "GCSE to Work (Haverstock, Regent High and Acland)"
    for found in _HARD.finditer(text, start, end):
        if found.group()[0] == "," and " " not in text[at : found.start()] and _FIRM.match(text, found.end(), end):
            continue  # "Brookes, Hale & Co Ltd" is one firm
        if any(mention.start < found.start() and found.end() < mention.end for mention in mentions):
            continue
        if found.end() <= listed:
            continue
        symbol = found.group().strip()[:1] or found.group()[:1]
        if symbol == "(":
            closing = text.find(")", found.end(), end)
            if (
                0 < closing < end - 1
                and text[closing + 1 : closing + 3].strip()[:1].isupper()
                and _acronym(text[found.end() : closing])
            ):
                continue  # "West of England Combined Authority (WECA) Effective Transitions Project" is one name
            if closing > 0 and _COMPANY.match(text, closing + 1, end):
                continue  # "Tweddle & Rutter (Fish Merchants) Ltd"
            inside = text[found.end() : max(closing, found.end())]
            if found.start() > at and _LIST.fullmatch(inside) and not is_role(inside.split(",")[0]):
                listed = closing
        if symbol == ")" and not (cuts and mark == "("):
            continue
        cuts.append((at, found.start(), mark))
        at, mark = found.end(), "," + found.group().strip(" ,") if symbol == "," else symbol
    cuts.append((at, end, mark))
    pieces: list[tuple[int, int, str]] = []
    for place, (low, high, sign) in enumerate(cuts):
        low, high = trimmed(text, low, high)
        last = _LAST.fullmatch(text, low, high) if sign == "," and place == len(cuts) - 1 else None
        if (
            last
            and all(complete(page, *trimmed(text, first, end)) for first, end, _ in cuts[:-1])
            and not any(mention.start < last.end(1) < mention.end for mention in mentions)
        ):
            pieces.append((low, last.end(1), sign))
            low, sign = last.start(2), "&"
        if low < high:
            pieces.extend(_soft(page, low, high, sign, hint))
    return pieces


def _acronym(words: str) -> bool:
    return words.isupper() and " " not in words


def person_shaped(words: str) -> bool:
    """Whether ``words`` could be a person's name, were the given name known: two or three capitalised words."""
    parts = words.split()
    return (
        2 <= len(parts) <= 3
        and all(part[0].isupper() and part[-1].isalpha() and not part.isupper() for part in parts)
        and organisation_word(words) is None
    )


def _soft(page: Page, start: int, end: int, sign: str, hint: str | None = None) -> list[tuple[int, int, str]]:
    """A piece cut at "from", "at", "and" where what stands on both sides are names of their own."""
    text = page.text
    for found in _BELONGS.finditer(text, start, end):
        left = text[start : found.start()]
        if (
            looks_like_person(left)
            or is_person(page, start, found.start())
            or (hint == "person" and person_shaped(left))
            or is_role(left)
        ):
            return [(start, found.start(), sign), *_soft(page, found.end(), end, "@", hint)]
    for found in _AND.finditer(text, start, end):
        if _separate(page, start, found.start(), found.end(), end):
            return [(start, found.start(), sign), *_soft(page, found.end(), end, "&", hint)]
    found_by = _BY.search(text, start, end)
    if (
        found_by
        and found_by.group().strip().startswith(("by", ",", "run", "led", "delivered"))
        and found_by.start() > start
    ):
        return [(start, found_by.start(), sign), (found_by.end(), end, "@")]
    return [(start, end, sign)]


def _separate(page: Page, start: int, left_end: int, right_start: int, end: int) -> bool:
    """Whether "X and Y" names two: both are complete names, and no finder reads them as one."""
    text = page.text
    if any(mention.start < left_end and mention.end > right_start for mention in page.organisations_in(start, end)):
        return False
    left, right = text[start:left_end], text[right_start:end]
    left_person = looks_like_person(left) or is_person(page, start, left_end)
    right_person = (
        looks_like_person(right)
        or is_person(page, right_start, end)
        or any(name.start == right_start for name in page.people_in(right_start, end))
    )
    if not right_person:
        head = _BELONGS.split(right, maxsplit=1)[0]
        right_person = looks_like_person(head)
    if left_person and right_person:
        return True
    if organisation_word(right) == "project" and organisation_word(left) != "project":
        return False  # "A and B Transitions Project": a pair with a name of its own
    left_known = complete(page, start, left_end)
    right_known = complete(page, right_start, end)
    return (left_known or left_person) and (right_known or right_person)


def complete(page: Page, start: int, end: int) -> bool:
    """Whether words are a whole name by themselves: a finder says so, or a word that ends names is among them."""
    words = page.text[start:end]
    if any(mention.end >= end - 1 or mention.start == start for mention in page.organisations_in(start, end)):
        return True
    if organisation_word(words) is None:
        return False
    last = WORD.findall(words)
    first_words = len(last) >= 2
    return first_words and words[:1].isupper()
