"""Words that tell whether a place's name is a place here: cues before it, words after it, names that are also words.

Three CSV files in ``place_data/``: ``common_names.csv`` (names that need evidence), ``followers.csv`` (what a word in
capitals after a place makes of it) and ``cues.csv`` (words before a place). Read once, on first use; every row is
checked.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

from champion_extract.errors import TableError
from champion_extract.tables.gazetteer import key_of

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


def _rows(table: str) -> list[tuple[str, str]]:
    source = files("champion_extract.tables").joinpath("place_data", table).read_text(encoding="utf-8")
    reader = csv.reader(io.StringIO(source))
    header = next(reader, [])
    if header[1:] not in (["use"], ["use", "note"]):
        raise TableError(f"place_data/{table}", 1, "the header is not word,use or name,use,note")
    rows: list[tuple[str, str]] = []
    for row in reader:
        if len(row) != len(header) or not row[0].strip():
            raise TableError(f"place_data/{table}", reader.line_num, f"{len(row)} cells, or none in the first column")
        if row[1] not in _ALLOWED[table]:
            allowed = ", ".join(sorted(_ALLOWED[table]))
            raise TableError(f"place_data/{table}", reader.line_num, f"use {row[1]!r} is none of {allowed}")
        rows.append((key_of(row[0]), row[1]))
    return rows
