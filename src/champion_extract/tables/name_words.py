"""Words that tell names which are no organisations: given names, titles, roles, heads of things, known things, places.

The data stand in ``names/*.csv`` (columns in its README); everything is read once, on first use, lower case.
"""

from __future__ import annotations

from functools import cache

from champion_extract.errors import TableError
from champion_extract.tables.gazetteer import gazetteer
from champion_extract.tables.organisation_words import rows, word_set

THING_KINDS = frozenset(
    "award event programme project campaign qualification framework product publication venue subject role building"
    " other person".split()
)


@cache
def given_names() -> frozenset[str]:
    """Given names common in England."""
    return word_set("names", "given_names.csv", "name")


@cache
def titles() -> frozenset[str]:
    """Titles that stand before a person's name, without full stop."""
    return word_set("names", "titles.csv", "title")


@cache
def roles() -> frozenset[tuple[str, ...]]:
    """What people are called by their work, as words."""
    return frozenset(tuple(row["role"].lower().split()) for _, row in rows("names", "roles.csv", ("role",)))


@cache
def role_words() -> frozenset[str]:
    """Main words of roles: "manager" of "careers manager", "head" of "head of careers"."""
    return frozenset(role[role.index("of") - 1] if "of" in role[1:] else role[-1] for role in roles())


@cache
def thing_heads() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """(words, kind) of phrases that end the name of a thing, by their last word, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for line, row in rows("names", "thing_heads.csv", ("phrase", "kind")):
        if row["kind"] not in THING_KINDS:
            raise TableError("names/thing_heads.csv", line, f"unknown kind {row['kind']!r}")
        words = tuple(row["phrase"].lower().split())
        found.setdefault(words[-1], []).append((words, row["kind"]))
    return {word: tuple(sorted(group, key=lambda each: -len(each[0]))) for word, group in found.items()}


@cache
def things() -> tuple[tuple[str, str], ...]:
    """(name, kind) of known things, as written."""
    found = []
    for line, row in rows("names", "things.csv", ("name", "kind")):
        if row["kind"] not in THING_KINDS:
            raise TableError("names/things.csv", line, f"unknown kind {row['kind']!r}")
        found.append((row["name"], row["kind"]))
    return tuple(found)


@cache
def place_names() -> frozenset[str]:
    """Keys of the gazetteer's place names ("stoke on trent", "kings lynn"): enough to tell a place from a firm."""
    return frozenset(gazetteer().by_key)


@cache
def place_first_words() -> frozenset[str]:
    """First words of place names, so that most words need no look-up of longer ones."""
    return frozenset(gazetteer().longest)
