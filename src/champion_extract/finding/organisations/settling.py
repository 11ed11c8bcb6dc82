"""Types that a name leaves open, settled by the words around it.

A "College" may be a secondary school, a "Trust" one of schools or a charity, a body named like a firm a charity:
"Year 9", "its nine academies", "registered charity" nearby tell. Takes for granted the type that the head gave.
"""

from __future__ import annotations

import re

from champion_extract.finding.names.words import Words
from champion_extract.finding.organisations.candidates import Named
from champion_extract.finding.organisations.heads import place_at
from champion_extract.tables.organisation_words import generic_words
from champion_extract.vocabulary import OrganisationType

_REACH = 220
"""Characters before and after the name that are looked at."""

_SECONDARY = re.compile(r"\b(?:[Yy]ear (?:7|8|9|10|11)|[Yy]ears 7|secondary school|11[-–]1[68]|headteacher)\b")
_SCHOOLS = re.compile(
    r"\b(?:academies|academy|multi-academy|(?:its|our|the|across) (?:\w+ )?schools|pupils|primaries|secondaries)\b"
)
_CHARITY = re.compile(r"\b(?:registered charity|charity number|charity no|[Tt]he charity|a charity|donations?)\b")


def settled_type(words: Words, name: Named) -> OrganisationType:
    """The name's type, changed where the words around it say otherwise."""
    last = words.base(name.last)
    if name.type == "college" and last == "college" and words.base(name.last - 1) != "form":
        if place_at(words, name.first, name.last) < 0 and _near(words, name, _SECONDARY, 120):
            return "school"
    elif name.type == "charity" and last == "trust" and words.base(name.last - 1) != "community":
        if _near(words, name, _SCHOOLS):
            return "trust"
    elif name.type == "school" and last == "federation":
        if words.base(name.last - 1) in generic_words():
            return "other"  # "Master Builders Federation", but "Dearne & Wath Federation" is one of schools
    elif name.type == "employer" and name.rule in ("context", "capitals") and _near(words, name, _CHARITY, 90):
        return "charity"
    return name.type


def _near(words: Words, name: Named, pattern: re.Pattern[str], reach: int = _REACH) -> bool:
    start, end = words.starts[name.first], words.ends[name.last]
    return pattern.search(words.text, max(0, start - reach), min(len(words.text), end + reach)) is not None
