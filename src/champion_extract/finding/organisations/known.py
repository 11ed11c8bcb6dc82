"""Known names in a text: bodies and things of the tables, by a tree of words.

Matching disregards case (but an acronym must stand in capitals), "&"/"and", apostrophes and a trailing 's. The tree is
entered only at words in capitals, so that the cost follows the number of names and not of words.
"""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from champion_extract.finding.names.words import ACRONYM, CAPITAL, LOWER, Words
from champion_extract.tables.known_bodies import known_bodies
from champion_extract.tables.name_words import things
from champion_extract.vocabulary import OrganisationType

_END = ""
_MOST_WORDS = 14


class KnownName(NamedTuple):
    """What a known name stands for: ``kind`` "organisation" or a kind of thing; ``id`` and ``type`` of a body."""

    kind: str
    id: str
    name: str
    type: OrganisationType
    written: str
    cautious: bool


class KnownSpan(NamedTuple):
    """Words ``first`` to ``last`` bear a known name; ``possessive`` if a trailing 's is not part of it."""

    first: int
    last: int
    known: KnownName
    possessive: bool


def key_words(name: str) -> list[str]:
    """The words of a name as the tree holds them."""
    return [_key(lower) for lower in Words(name).lowers]


def _key(lower: str) -> str:
    if lower == "&":
        return "and"
    return (
        lower.replace("'", "").replace("-", " ").replace(".", "")
        if "'" in lower or "-" in lower or "." in lower
        else lower
    )


@cache
def tree() -> dict[str, Any]:
    """All known names as nested dictionaries from word to word; the empty word leads to the ``KnownName``."""
    root: dict[str, Any] = {}
    for body in known_bodies():
        for written in (body.name, *body.aliases, *body.cautious):
            cautious = written in body.cautious
            _plant(root, written, KnownName("organisation", body.id, body.name, body.type, written, cautious))
    for name, kind in things():
        _plant(root, name, KnownName(kind, "", name, "other", name, False))
    return root


def _plant(root: dict[str, Any], written: str, known: KnownName) -> None:
    keys = key_words(written)
    if keys and keys[0] == "the":
        keys = keys[1:]
    node = root
    for key in keys:
        node = node.setdefault(key, {})
    node.setdefault(_END, known)


def known_at(words: Words, first: int) -> KnownSpan | None:
    """The longest known name that begins at word ``first``, or None."""
    lowers = words.lowers
    node = tree().get(_key(lowers[first]))
    possessive = False
    if node is None:
        if not lowers[first].endswith("'s"):
            return None
        node = tree().get(lowers[first][:-2])
        if node is None:
            return None
        possessive = True
    best: KnownSpan | None = None
    position = first
    size = len(lowers)
    while True:
        known = node.get(_END)
        if known is not None and _fits(words, first, position, known, possessive):
            best = KnownSpan(first, position, known, possessive)
        if possessive:
            # a possessive may be in the name ("Duke of Edinburgh's Award") only as its own key, tried below
            return best
        following = position + 1
        if following >= size or following - first >= _MOST_WORDS:
            return best
        key = _key(lowers[following])
        step = node.get(key)
        if step is None and lowers[following].endswith("'s"):
            step = node.get(lowers[following][:-2])
            possessive = True
        if step is None or not (words.joined(position) or (following - first >= 1 and words.gap(position) == ", ")):
            return best
        node = step
        position = following


def _fits(words: Words, first: int, last: int, known: KnownName, possessive: bool) -> bool:
    written = known.written
    form = words.forms[first] if first == last else ""
    if form:
        if possessive:
            form = form[:-2]
        if written.startswith("The "):
            return first > 0 and words.forms[first - 1] == "The" and form == written[4:]
        if written.isupper() or not written[1:].islower():
            return form == written.rstrip(".")
        return words.shapes[first] == CAPITAL or (words.shapes[first] == ACRONYM and len(form) > 4) or form == written
    if words.shapes[first] == LOWER:
        return False
    return words.shapes[last] != LOWER or words.forms[last] == written.split()[-1]
