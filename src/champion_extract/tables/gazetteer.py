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
_SIZES = {"1": 1, "2": 2, "3": 3, "4": 4, "5": 5}
_FOLDS = str.maketrans("", "", "'’")


class Place(NamedTuple):
    """One place.

    ``county``: the ceremonial county, empty where it is larger; ``country``: empty in England; ``size``: 1 (village) to
    5 (known to all), how likely the bare name means this place; ``until``: the day a council was abolished, or empty;
    ``successors``: codes of the councils that followed it.
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

    ``by_key``: the places of each key; ``longest``: for each first word of a key the number of words of the longest key
    that begins with it; ``capitals``: keys of names written in capitals only ("UK"); ``lists``: keys of names that a reader
    takes for two places ("Kent and Medway"); ``apostrophes``: keys whose last word has one ("St Helen's").
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
    for table in TABLES:
        for place, also, parts in _places(table):
            for name in (place.name, *also.split("|")) if also else (place.name,):
                key = key_of(name)
                known = by_key.get(key)
                if known is None:
                    by_key[key] = (place,)
                    _note_words(longest, key)
                elif not any(_same(place, other) for other in known):
                    by_key[key] = (*known, place)
                if parts:
                    lists.add(key)
                if "'" in name and "'" in name.rpartition(" ")[2]:
                    apostrophes.add(key)
                if name.isupper():
                    capitals.add(key)
    return Gazetteer(by_key, longest, frozenset(capitals), frozenset(lists), frozenset(apostrophes))


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


def _places(table: str) -> Iterator[tuple[Place, str, bool]]:
    """Each place of a table with its other spellings, and whether a reader takes its name for a list."""
    abroad = table == "abroad.csv"
    columns = (*_COLUMNS[:3], "country" if abroad else "county", *_COLUMNS[4:], *_EXTRA.get(table, ()))
    source = files("champion_extract.tables").joinpath("place_data", table).read_text(encoding="utf-8")
    reader = csv.reader(io.StringIO(source))
    if tuple(next(reader, ())) != columns:
        raise TableError(f"place_data/{table}", 1, f"the header is not {','.join(columns)}")
    width = len(columns)
    until = columns.index("until") if "until" in columns else 0
    reads_as = columns.index("reads_as") if "reads_as" in columns else 0
    for row in reader:
        if len(row) != width:
            raise TableError(f"place_data/{table}", reader.line_num, f"{len(row)} cells instead of {width}")
        name, kind, regions, wider, code, size, also, *_ = row
        english = _english(regions)
        # Nearly all rows pass this; only the others are asked what is wrong with them.
        if code or also or abroad or english is None or not name or kind not in _KINDS or size not in _SIZES:
            reason = _fault(row, abroad)
            if reason is not None:
                raise TableError(f"place_data/{table}", reader.line_num, reason)
        if reads_as and row[reads_as] not in ("one", "parts"):
            raise TableError(f"place_data/{table}", reader.line_num, "reads_as is neither one nor parts")
        successors = tuple(row[until + 1].split("|")) if until and row[until + 1] else ()
        place = Place(
            name,
            code or None,
            cast("RegionKind", kind),
            english or (),
            "" if abroad else wider,
            (wider or name) if abroad else "",
            _SIZES[size],
            row[until] if until else "",
            successors,
            table,
        )
        yield place, also, reads_as > 0 and row[reads_as] == "parts"


@cache
def _english(regions: str) -> tuple[EnglishRegion, ...] | None:
    """A cell of regions as a tuple; None if it is empty or names any other region."""
    split = regions.split("|")
    return cast("tuple[EnglishRegion, ...]", tuple(split)) if _REGIONS.issuperset(split) else None


def _fault(row: list[str], abroad: bool) -> str | None:
    """What is wrong with a row, or None."""
    name, kind, regions, _, code, size, also = row[:7]
    if not name or name != name.strip():
        return "name is empty or has spaces around it"
    if kind not in _KINDS:
        return f"kind {kind!r} is none of {', '.join(sorted(_KINDS))}"
    if abroad and regions:
        return "regions are English, and the place is abroad"
    if not abroad and _english(regions) is None:
        return f"regions {regions!r} are not English regions separated by |"
    if code and not _CODE.fullmatch(code):
        return f"code {code!r} is not a GSS code such as E10000016"
    if size not in _SIZES:
        return f"size {size!r} is not a number from 1 to 5"
    if also and not all(also.split("|")):
        return "also has an empty spelling"
    return None
