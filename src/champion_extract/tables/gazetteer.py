"""The places that the package knows: England's regions, councils, counties, towns and named areas, and the world outside.

The tables are the CSV files in ``place_data/``, whose README explains columns and sources. Each is read once, on first use,
and every row is checked. A name is looked up by its key (``key_of``): lower case, hyphens as spaces, no apostrophes, "&" as
"and". Where several tables hold the same place, the first in ``TABLES`` stands for it.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple, cast, get_args

from champion_extract.errors import TableError
from champion_extract.records import EnglishRegion, RegionKind

TABLES = (
    "regions.csv",
    "councils.csv",
    "counties.csv",
    "towns.csv",
    "combined_authorities.csv",
    "hub_areas.csv",
    "areas.csv",
    "abroad.csv",
)
_COLUMNS = ("name", "kind", "regions", "county", "code", "size", "also")
_EXTRA: dict[str, tuple[str, ...]] = {
    "councils.csv": ("tier", "former", "until", "successors"),
    "combined_authorities.csv": ("since", "members", "reads_as"),
    "hub_areas.csv": ("used_by", "members", "reads_as"),
}
_CODE = re.compile(r"[EWSNK]\d{8}")
_KINDS = frozenset(get_args(RegionKind))
_REGIONS = frozenset(get_args(EnglishRegion))
_WORDS = re.compile(r"\w+(?:['’]\w+)*|&|,")
_FOLDS = str.maketrans("", "", "'’")


class Place(NamedTuple):
    """One place.

    ``county``: the ceremonial county, empty where it is larger; ``country``: empty in England; ``size``: 1 (village) to
    5 (known to all), how likely the bare name means this place; ``until``: the day a council was abolished, or empty.
    """

    name: str
    code: str | None
    kind: RegionKind
    english_regions: tuple[EnglishRegion, ...]
    county: str
    country: str
    size: int
    until: str
    table: str


class Gazetteer(NamedTuple):
    """All places by key, for each first word of a key the number of words of the longest key that begins with it, the
    keys of names written in capitals only ("UK"), those of names that a reader takes for a list ("Kent and Medway"), and those whose last word
    has an apostrophe ("St Helen's")."""

    by_key: dict[str, tuple[Place, ...]]
    longest: dict[str, int]
    capitals: frozenset[str]
    lists: frozenset[str]
    apostrophes: frozenset[str]


def key_of(name: str) -> str:
    """The key under which ``name`` is found: "St. Helen's" gives "st helens", "Bath & N. E. Somerset" "bath and n e somerset"."""
    words: list[str] = []
    for word in _WORDS.findall(name):
        if word == ",":
            if words:
                words[-1] += ","
        else:
            words.append("and" if word == "&" else word.translate(_FOLDS).lower())
    return " ".join(words)


@cache
def gazetteer() -> Gazetteer:
    """Every table, read and joined. Raises ``TableError`` for a row that does not validate."""
    by_key: dict[str, tuple[Place, ...]] = {}
    longest: dict[str, int] = {}
    capitals: set[str] = set()
    lists: set[str] = set()
    apostrophes: set[str] = set()
    for table in TABLES:
        for place, names, parts in _places(table):
            for name in names:
                key = key_of(name)
                if "'" in name.rpartition(" ")[2]:
                    apostrophes.add(key)
                known = by_key.get(key, ())
                if any(_same(place, other) for other in known):
                    continue
                by_key[key] = (*known, place)
                if parts:
                    lists.add(key)
                if name.isupper():
                    capitals.add(key)
                words = key.split(" ")
                if longest.get(words[0], 0) < len(words):
                    longest[words[0]] = len(words)
    return Gazetteer(by_key, longest, frozenset(capitals), frozenset(lists), frozenset(apostrophes))


def _same(place: Place, other: Place) -> bool:
    """Whether a later row names a place that is known: the same county, or an area that a region or council stands for."""
    if place.country != other.country or not set(place.english_regions) <= set(other.english_regions):
        return False
    return place.county == other.county or not other.county or not place.county


def _places(table: str) -> Iterator[tuple[Place, list[str], bool]]:
    columns = (*_COLUMNS[:3], "country", *_COLUMNS[4:]) if table == "abroad.csv" else _COLUMNS
    columns += _EXTRA.get(table, ())
    source = files("champion_extract.tables").joinpath("place_data", table).read_text(encoding="utf-8")
    reader = csv.reader(io.StringIO(source))
    if tuple(next(reader, ())) != columns:
        raise TableError(f"place_data/{table}", 1, f"the header is not {','.join(columns)}")
    until = columns.index("until") if "until" in columns else None
    reads_as = columns.index("reads_as") if "reads_as" in columns else None
    for row in reader:
        reason = _fault(row, columns, table)
        if reason is not None:
            raise TableError(f"place_data/{table}", reader.line_num, reason)
        name, kind, regions, within, code, size, also = row[:7]
        abroad = table == "abroad.csv"
        place = Place(
            name,
            code or None,
            cast(RegionKind, kind),
            cast("tuple[EnglishRegion, ...]", tuple(regions.split("|")) if regions else ()),
            "" if abroad else within,
            (within or name) if abroad else "",
            int(size),
            row[until] if until is not None else "",
            table,
        )
        parts = reads_as is not None and row[reads_as] == "parts"
        yield place, [name, *also.split("|")] if also else [name], parts


def _fault(row: list[str], columns: tuple[str, ...], table: str) -> str | None:
    """What is wrong with a row, or None."""
    if len(row) != len(columns):
        return f"{len(row)} cells instead of {len(columns)}"
    name, kind, regions, _, code, size, also = row[:7]
    if not name or name != name.strip():
        return "name is empty or has spaces around it"
    if kind not in _KINDS:
        return f"kind {kind!r} is none of {', '.join(sorted(_KINDS))}"
    if table == "abroad.csv":
        if regions:
            return "regions are English, and the place is abroad"
    elif not regions or not _REGIONS.issuperset(regions.split("|")):
        return f"regions {regions!r} are not English regions separated by |"
    if code and not _CODE.fullmatch(code):
        return f"code {code!r} is not a GSS code such as E10000016"
    if size not in ("1", "2", "3", "4", "5"):
        return f"size {size!r} is not a number from 1 to 5"
    if also and not all(also.split("|")):
        return "also has an empty spelling"
    if "reads_as" in columns and row[columns.index("reads_as")] not in ("one", "parts"):
        return "reads_as is neither one nor parts"
    return None
