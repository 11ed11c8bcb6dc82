"""The places that the package knows: England's regions, councils, counties, towns and named areas, and the world
outside.

The tables are the CSV files in ``place_data/``, whose README explains columns and sources. Each is read once, on
first use, and every row is checked. A name is looked up by its key (``key_of``): lower case, hyphens as spaces, no
apostrophes, "&" as "and". Where several tables hold the same place, the first in ``TABLES`` stands for it.
"""

from __future__ import annotations

import csv
import gc
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from importlib.resources import files
from itertools import repeat
from typing import NamedTuple, cast, get_args

from champion_extract.errors import TableError
from champion_extract.vocabulary import EnglishRegion, RegionKind

TABLES = (
    "regions.csv",
    "councils.csv",
    "counties.csv",
    "towns.csv",
    "villages.csv",
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
_SIZES = frozenset("12345")
_READINGS = frozenset(("one", "parts"))
_FOLDS = str.maketrans("", "", "'’")


class Place(NamedTuple):
    """One place.

    ``county``: the ceremonial county, empty where it is larger; ``country``: empty in England; ``size``: 1 (village)
    to 5 (known to all), how likely the bare name means this place; ``until``: the day a council was abolished, or
    empty; ``successors``: codes of the councils that followed it.
    """

    name: str
    code: str | None
    kind: RegionKind
    english_regions: tuple[EnglishRegion, ...]
    county: str
    country: str
    size: int
    until: str
    successors: tuple[str, ...]
    table: str


class Gazetteer(NamedTuple):
    """All places, and what is needed to find their names in a text.

    ``by_key``: the places of each key, best known first; ``longest``: for each first word of a key the number of
    words of the longest key that begins with it; ``capitals``: keys of names written in capitals only ("UK");
    ``lists``: keys of names that a reader takes for two places ("Kent and Medway"); ``apostrophes``: keys whose last
    word has one.
    """

    by_key: dict[str, tuple[Place, ...]]
    longest: dict[str, int]
    capitals: frozenset[str]
    lists: frozenset[str]
    apostrophes: frozenset[str]


def key_of(name: str) -> str:
    """The key under which ``name`` is found: "St. Helen's" gives "st helens", "Tyne & Wear" "tyne and wear"."""
    if name.replace(" ", "").isalpha():
        return name.lower()
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
    with _collection_paused():
        entries = [entry for table in TABLES for entry in _places(table)]
        for place, also, reads_as in entries:
            for name in (place.name, *also.split("|")) if also else (place.name,):
                key = key_of(name)
                known = by_key.get(key)
                if known is None:
                    by_key[key] = (place,)
                    _note_words(longest, key)
                elif not any(_same(place, other) for other in known):
                    by_key[key] = tuple(sorted((*known, place), key=_size, reverse=True))
                if reads_as == "parts":
                    lists.add(key)
                if "'" in name and "'" in name.rpartition(" ")[2]:
                    apostrophes.add(key)
                if name.isupper():
                    capitals.add(key)
    return Gazetteer(by_key, longest, frozenset(capitals), frozenset(lists), frozenset(apostrophes))


@contextmanager
def _collection_paused() -> Iterator[None]:
    """Keep the collector from walking the heap again and again while thousands of tuples are made that all stay."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _size(place: Place) -> int:
    return place.size


def _note_words(longest: dict[str, int], key: str) -> None:
    """Keep how many words the longest key has that begins as ``key`` does."""
    words = key.count(" ") + 1
    first = key.partition(" ")[0].rstrip(",") if words > 1 else key
    if longest.get(first, 0) < words:
        longest[first] = words


def _same(place: Place, other: Place) -> bool:
    """Whether a later row is a place that is known: in the same county, or an area that a region stands for."""
    if place.country != other.country or not set(place.english_regions) <= set(other.english_regions):
        return False
    return place.county == other.county or not other.county or not place.county


def _places(table: str) -> Iterator[tuple[Place, str, str]]:
    """Each place of a table with its other spellings and its ``reads_as``.

    Whole columns are checked at once, since there are thousands of rows; only a column with a fault is read row by
    row.
    """
    abroad = table == "abroad.csv"
    columns = (*_COLUMNS[:3], "country" if abroad else "county", *_COLUMNS[4:], *_EXTRA.get(table, ()))
    source = files("champion_extract.tables").joinpath("place_data", table).read_text(encoding="utf-8")
    reader = csv.reader(io.StringIO(source))
    if tuple(next(reader, ())) != columns:
        raise TableError(f"place_data/{table}", 1, f"the header is not {','.join(columns)}")
    rows = list(reader)
    if not rows:
        raise TableError(f"place_data/{table}", 2, "the table has no rows")
    if {len(row) for row in rows} - {len(columns)} or not _columns_hold(list(zip(*rows, strict=True)), columns, abroad):
        for line, row in enumerate(rows, 2):
            reason = _fault(row, columns, abroad)
            if reason is not None:
                raise TableError(f"place_data/{table}", line, reason)
    cells = dict(zip(columns, zip(*rows, strict=True), strict=True))
    nothing = ("",) * len(rows)
    countries = zip(cells.get("country", nothing), cells["name"], strict=True)
    fields = zip(
        cells["name"],
        [code or None for code in cells["code"]],
        cells["kind"],
        [_english(regions) or () for regions in cells["regions"]],
        cells.get("county", nothing),
        [within or name for within, name in countries] if abroad else nothing,
        map(int, cells["size"]),
        cells.get("until", nothing),
        [tuple(codes.split("|")) if codes else () for codes in cells.get("successors", nothing)],
        repeat(table, len(rows)),
        strict=True,
    )
    places: Iterator[Place] = map(partial(tuple.__new__, Place), fields)  # as Place(...) does, without a call to Python
    return zip(places, cells["also"], cells.get("reads_as", nothing), strict=True)


@cache
def _english(regions: str) -> tuple[EnglishRegion, ...] | None:
    """A cell of regions as a tuple; None if it is empty or names any other region."""
    split = regions.split("|")
    return cast("tuple[EnglishRegion, ...]", tuple(split)) if _REGIONS.issuperset(split) else None


def _columns_hold(cells: list[tuple[str, ...]], columns: tuple[str, ...], abroad: bool) -> bool:
    """Whether every cell of every column is as it should be."""
    rows = dict(zip(columns, cells, strict=True))
    regions = set(rows["regions"])
    return (
        all(name and name[0] != " " and name[-1] != " " for name in rows["name"])
        and _KINDS.issuperset(rows["kind"])
        and (regions == {""} if abroad else None not in map(_english, regions))
        and all(map(_CODE.fullmatch, filter(None, rows["code"])))
        and _SIZES.issuperset(rows["size"])
        and all(all(also.split("|")) for also in rows["also"] if also)
        and _READINGS.issuperset(rows.get("reads_as", ()))
    )


def _fault(row: list[str], columns: tuple[str, ...], abroad: bool) -> str | None:
    """What is wrong with a row, or None."""
    if len(row) != len(columns):
        return f"{len(row)} cells instead of {len(columns)}"
    cells = dict(zip(columns, row, strict=True))
    if not cells["name"] or cells["name"] != cells["name"].strip(" "):
        return "name is empty or has spaces around it"
    if cells["kind"] not in _KINDS:
        return f"kind {cells['kind']!r} is none of {', '.join(sorted(_KINDS))}"
    if abroad and cells["regions"]:
        return "regions are English, and the place is abroad"
    if not abroad and _english(cells["regions"]) is None:
        return f"regions {cells['regions']!r} are not English regions separated by |"
    if cells["code"] and not _CODE.fullmatch(cells["code"]):
        return f"code {cells['code']!r} is not a GSS code such as E10000016"
    if cells["size"] not in _SIZES:
        return f"size {cells['size']!r} is not a number from 1 to 5"
    if cells["also"] and not all(cells["also"].split("|")):
        return "also has an empty spelling"
    if cells.get("reads_as", "one") not in _READINGS:
        return "reads_as is neither one nor parts"
    return None
