"""The gender of people whose given name does not tell it: by a title before the surname, else by the next pronoun."""

from __future__ import annotations

import re

_TITLED = re.compile(r"\b(Mr|Mrs|Ms|Miss|Dame|Sir|Madam)\.?[ \u00a0](?:[A-Z][\w’'-]+ )?([A-Z][\w’'-]+)")
_MALE = frozenset(("Mr", "Sir"))
_PRONOUN = re.compile(r"[“”\"\n]|\b(?:(he|his|himself)|(she|hers|herself))\b", re.IGNORECASE)
_REACH = 220


def genders_by_title(text: str) -> dict[str, str]:
    """The gender ("m" or "f") of each surname, in lower case, that a title tells; "u" where titles disagree."""
    found: dict[str, str] = {}
    for match in _TITLED.finditer(text):
        surname = match[2].lower()
        for ending in ("'s", "’s"):
            surname = surname.removesuffix(ending)
        gender = "m" if match[1] in _MALE else "f"
        found[surname] = gender if found.get(surname, gender) == gender else "u"
    return found


def gender_by_pronoun(text: str, end: int, limit: int) -> str:
    """The gender of the pronoun after a name that ends at ``end``, before ``limit``, line end and quotation; else "u".

    "her" tells nothing, for it may be somebody else: "Vik thanked her".
    """
    stop = min(len(text), end + _REACH, limit)
    match = _PRONOUN.search(text, end, stop)
    if match is None or match.lastindex is None:
        return "u"
    return "m" if match[1] else "f"
