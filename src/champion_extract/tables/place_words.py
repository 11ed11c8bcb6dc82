"""Words that tell whether a place's name is a place here: cues before it, words after it, names that are also words.

Three CSV files in ``place_data/``: ``common_names.csv`` (names that need evidence), ``followers.csv`` (what a word in
capitals after a place makes of it) and ``cues.csv`` (words before a place). Read once, on first use; every row is
checked.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from champion_extract.errors import TableError
from champion_extract.tables.gazetteer import key_of
from champion_extract.tables.rows import table_rows

_ALLOWED = {
    "common_names.csv": frozenset(("word", "given", "month", "compass", "the", "acronym")),
    "followers.csv": frozenset(("joint", "body", "building", "thing", "role", "people", "news")),
    "cues.csv": frozenset(("locating", "starter", "title", "says", "of_head", "for_head", "prefix", "label")),
}


class PlaceWords(NamedTuple):
    """The lists; ``common`` and ``followers`` by key, ``cues`` as a set of keys for each use."""

    common: Mapping[str, str]
    followers: Mapping[str, str]
    cues: Mapping[str, frozenset[str]]


@cache
def place_words() -> PlaceWords:
    """The three lists. Raises ``TableError`` for a row that does not validate."""
    cues: dict[str, set[str]] = {use: set() for use in _ALLOWED["cues.csv"]}
    for word, use in _rows("cues.csv"):
        cues[use].add(word)
    return PlaceWords(
        MappingProxyType(dict(_rows("common_names.csv"))),
        MappingProxyType(dict(_rows("followers.csv"))),
        MappingProxyType({use: frozenset(words) for use, words in cues.items()}),
    )


def _rows(name: str) -> list[tuple[str, str]]:
    table = f"place_data/{name}"
    rows: list[tuple[str, str]] = []
    for line, cells in table_rows(table, ("name" if name == "common_names.csv" else "word", "use")):
        if cells[1] not in _ALLOWED[name]:
            allowed = ", ".join(sorted(_ALLOWED[name]))
            raise TableError(table, line, f"use {cells[1]!r} is none of {allowed}")
        rows.append((key_of(cells[0]), cells[1]))
    return rows
