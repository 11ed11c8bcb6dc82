"""Words that tell how organisations are named: heads by type, words at a name's edges, common nouns, cues.

The data stand in ``organisations/*.csv`` (columns in its README); everything is read once, on first use, lower case.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, get_args

from champion_extract.errors import TableError
from champion_extract.tables.rows import table_rows
from champion_extract.vocabulary import OrganisationType

_TYPES = frozenset(get_args(OrganisationType))


class Head(NamedTuple):
    """Words that make a name the name of a body: ``words`` end it ("careers hub") or begin it ("university of").

    ``strength``: "strong" (a naming word before it suffices), "weak" (also a common noun or a trade: wants a word that
    is neither common noun nor place), "place" (wants a place).
    """

    words: tuple[str, ...]
    type: OrganisationType
    begins: bool
    strength: str


class Cue(NamedTuple):
    """Words beside a name that speak for an organisation, with their weight."""

    words: tuple[str, ...]
    weight: int


def rows(folder: str, table: str, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield (line, row) of a CSV table under ``tables/folder``, a row as a dictionary by column."""
    for line, cells in table_rows(f"{folder}/{table}", columns):
        yield line, dict(zip(columns, cells, strict=True))


def word_set(folder: str, table: str, column: str) -> frozenset[str]:
    """The lower-case words of a table with one column."""
    return frozenset(row[column].lower() for _, row in rows(folder, table, (column,)))


@cache
def heads() -> tuple[Head, ...]:
    """All heads, longest first."""
    found = []
    for line, row in rows("organisations", "heads.csv", ("phrase", "type", "side", "strength")):
        if row["type"] not in _TYPES:
            raise TableError("organisations/heads.csv", line, f"unknown type {row['type']!r}")
        if row["side"] not in ("left", "right"):
            raise TableError("organisations/heads.csv", line, f"side is left or right, not {row['side']!r}")
        if row["strength"] not in ("strong", "weak", "place"):
            raise TableError("organisations/heads.csv", line, f"unknown strength {row['strength']!r}")
        phrase = tuple(row["phrase"].lower().split())
        found.append(Head(phrase, row["type"], row["side"] == "left", row["strength"]))  # type: ignore[arg-type]
    return tuple(sorted(found, key=lambda head: -len(head.words)))


@cache
def heads_by_last_word() -> dict[str, tuple[Head, ...]]:
    """Heads that end a name, by their last word, longest first."""
    found: dict[str, list[Head]] = {}
    for head in heads():
        if not head.begins:
            found.setdefault(head.words[-1], []).append(head)
    return {word: tuple(group) for word, group in found.items()}


@cache
def heads_by_first_word() -> dict[str, tuple[Head, ...]]:
    """Heads that begin a name ("university of"), by their first word, longest first."""
    found: dict[str, list[Head]] = {}
    for head in heads():
        if head.begins:
            found.setdefault(head.words[0], []).append(head)
    return {word: tuple(group) for word, group in found.items()}


@cache
def joining_heads() -> frozenset[tuple[str, str]]:
    """Pairs of words around an "and" that stand within one head ("fire and rescue")."""
    pairs = set()
    for head in heads():
        for before, link, after in zip(head.words, head.words[1:], head.words[2:], strict=False):
            if link in ("and", "&"):
                pairs.add((before, after))
    return frozenset(pairs)


@cache
def never_first() -> frozenset[str]:
    """Words with which no organisation's name begins."""
    return frozenset(
        row["word"].lower()
        for _, row in rows("organisations", "edge_words.csv", ("word", "start", "end"))
        if row["start"] == "yes"
    )


@cache
def never_last() -> frozenset[str]:
    """Words with which no organisation's name ends."""
    return frozenset(
        row["word"].lower()
        for _, row in rows("organisations", "edge_words.csv", ("word", "start", "end"))
        if row["end"] == "yes"
    )


@cache
def generic_words() -> frozenset[str]:
    """Common nouns and adjectives that name nobody by themselves, however they are capitalised."""
    return word_set("organisations", "generic_words.csv", "word")


@cache
def cues_before() -> dict[str, int]:
    """Weight of words directly before a name, by the words joined with spaces."""
    return _cues("before")


@cache
def cues_after() -> dict[str, int]:
    """Weight of words directly after a name, by the words joined with spaces."""
    return _cues("after")


def _cues(side: str) -> dict[str, int]:
    found = {}
    for line, row in rows("organisations", "cues.csv", ("phrase", "side", "weight")):
        if row["side"] not in ("before", "after") or not row["weight"].isdigit():
            raise TableError("organisations/cues.csv", line, "side is before or after, weight a whole number")
        if row["side"] == side:
            found[row["phrase"].lower()] = int(row["weight"])
    return found


@cache
def kinds_of_body() -> dict[str, OrganisationType]:
    """Nouns that say what a body is ("a local engineering firm"), with the type they speak for."""
    found: dict[str, OrganisationType] = {}
    for line, row in rows("organisations", "kinds_of_body.csv", ("noun", "type")):
        if row["type"] not in _TYPES:
            raise TableError("organisations/kinds_of_body.csv", line, f"unknown type {row['type']!r}")
        found[row["noun"].lower()] = row["type"]  # type: ignore[assignment]
    return found


@cache
def label_words(names: str) -> tuple[str, ...]:
    """Words in a label before a colon or dash after which a body ("body") or a person ("person") is named."""
    return tuple(
        row["words"].lower()
        for _, row in rows("organisations", "labels.csv", ("words", "names"))
        if row["names"] == names
    )


@cache
def subject_verbs() -> frozenset[str]:
    """Verbs of which organisations are often the subject in write-ups."""
    return word_set("organisations", "verbs.csv", "verb")


def word_class(name: str) -> frozenset[str]:
    """The words of one class of ``word_classes.csv``; its README says what each class is for."""
    found = _word_classes().get(name)
    if found is None:
        raise TableError("organisations/word_classes.csv", 1, f"no word of class {name!r}")
    return found


@cache
def _word_classes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for _, row in rows("organisations", "word_classes.csv", ("word", "class")):
        found.setdefault(row["class"], set()).add(row["word"].lower())
    return {name: frozenset(group) for name, group in found.items()}
