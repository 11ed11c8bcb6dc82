"""The tables of places: complete, consistent, quick to load, and in agreement with the registers where these are
present."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import get_args

import pytest

from champion_extract.errors import TableError
from champion_extract.tables import gazetteer as module
from champion_extract.tables.gazetteer import TABLES, Place, gazetteer, key_of
from champion_extract.tables.place_words import place_words
from champion_extract.vocabulary import EnglishRegion

DATA = Path(__file__).parents[3] / "shared" / "data"
COUNCILS = DATA / "places" / "uk_local_authorities.csv"
SCHOOLS = DATA / "registers" / "schools_gias.csv"

RENAMED = {
    "City of Bristol": "Bristol",
    "City of Lincoln": "Lincoln",
    "Dorset Council": "Dorset",
    "Dorset County": "Dorset",
    "Buckinghamshire County": "Buckinghamshire",
    "Kings Lynn and West Norfolk": "King's Lynn and West Norfolk",
    "St. Helens": "St Helens",
}
REGION_FAULTS = {"Derbyshire", "Lincolnshire"}  # the source says West Midlands, Yorkshire and The Humber
BORDER_TOWNS = {"todmorden", "alsager", "malpas", "faringdon", "banstead"}  # their post comes from the next region
NEW_CODES = {"Barnsley": "E08000038", "Sheffield": "E08000039"}  # since 2023; the source has the old ones


def rows_of(table: str) -> list[dict[str, str]]:
    source = files("champion_extract.tables").joinpath("place_data", table).read_text(encoding="utf-8")
    return list(csv.DictReader(source.splitlines()))


def source(path: Path) -> Iterator[dict[str, str]]:
    if not path.exists():
        pytest.skip(f"{path.name} is not beside this checkout; the tables are compared with it where it is")
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def test_the_tables_are_as_large_as_promised() -> None:
    councils = rows_of("councils.csv")
    current = Counter(row["tier"] for row in councils if not row["until"])
    assert current["county"] == 21
    assert current["unitary"] == 63
    assert current["metropolitan district"] == 36
    assert current["London borough"] == 32
    assert current["district"] == 164
    assert len(rows_of("towns.csv")) >= 1500
    assert {row["name"] for row in rows_of("regions.csv")} >= set(get_args(EnglishRegion))


def test_names_stand_without_their_article() -> None:
    names = [row["name"] for table in TABLES for row in rows_of(table)]
    assert [name for name in names if name.startswith("The ")] == ["The Hague"]


def test_every_region_and_nation_has_its_code() -> None:
    for name, code in [("North East", "E12000001"), ("South West", "E12000009"), ("England", "E92000001")]:
        assert gazetteer().by_key[key_of(name)][0].code == code


def test_no_row_stands_twice() -> None:
    for table in TABLES:
        rows = rows_of(table)
        seen = Counter(
            (row["name"], row["regions"], row.get("county", row.get("country")), row["code"]) for row in rows
        )
        assert [row for row, count in seen.items() if count > 1] == [], table


def test_codes_are_not_shared() -> None:
    seen = Counter(row["code"] for row in rows_of("councils.csv"))
    assert [code for code, count in seen.items() if count > 1] == []


def test_abolished_councils_lead_to_current_ones() -> None:
    councils = {row["code"]: row for row in rows_of("councils.csv")}
    abolished = [row for row in councils.values() if row["until"]]
    assert len(abolished) >= 40
    for row in abolished:
        assert row["successors"], row["name"]
        for code in row["successors"].split("|"):
            follower = councils[code]
            while follower["until"]:
                follower = councils[follower["successors"].split("|")[0]]
            assert follower["regions"] == row["regions"], row["name"]


@pytest.mark.parametrize("table", ["combined_authorities.csv", "hub_areas.csv"])
def test_members_are_current_councils_and_explain_the_regions(table: str) -> None:
    regions = {
        row["name"]: row["regions"] for row in rows_of("councils.csv") if not row["until"] or row["name"] == "Cumbria"
    }
    for row in rows_of(table):
        members = [name for name in row["members"].split("|") if name]
        unknown = [name for name in members if name not in regions and name != "Bournemouth, Christchurch and Poole"]
        assert unknown == [], row["name"]
        if members:
            assert {regions[name] for name in members} == set(row["regions"].split("|")), row["name"]


def test_every_spelling_leads_back_to_its_row() -> None:
    for table in TABLES:
        for row in rows_of(table):
            for name in [row["name"], *filter(None, row["also"].split("|"))]:
                places = gazetteer().by_key[key_of(name)]
                regions = tuple(filter(None, row["regions"].split("|")))
                assert any(set(regions) <= set(place.english_regions) for place in places), name


def test_towns_lie_in_a_region_of_their_county() -> None:
    regions = defaultdict(set)
    for row in rows_of("councils.csv"):
        regions[row["county"]].add(row["regions"])
    for table in ("towns.csv", "villages.csv"):
        wrong = [row["name"] for row in rows_of(table) if row["regions"] not in regions[row["county"]]]
        assert wrong == []


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Nowhere,hamlet,South East,Kent,,3,", "kind"),
        ("Nowhere,town,Wessex,Kent,,3,", "regions"),
        ("Nowhere,town,,Kent,,3,", "regions"),
        ("Nowhere,town,South East,Kent,E1,3,", "code"),
        ("Nowhere,town,South East,Kent,,9,", "size"),
        ("Nowhere,town,South East,Kent,,3,a||b", "spelling"),
        ("Nowhere,town,South East", "cells"),
        (",town,South East,Kent,,3,", "name"),
    ],
)
def test_a_bad_row_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, row: str, reason: str) -> None:
    folder = tmp_path / "place_data"
    folder.mkdir()
    (folder / "towns.csv").write_text(f"name,kind,regions,county,code,size,also\n{row}\n", encoding="utf-8")
    monkeypatch.setattr(module, "files", lambda _package: tmp_path)
    monkeypatch.setattr(module, "TABLES", ("towns.csv",))
    module.gazetteer.cache_clear()
    try:
        with pytest.raises(TableError, match=rf"towns\.csv, line 2: .*{reason}"):
            module.gazetteer()
    finally:
        module.gazetteer.cache_clear()


def test_word_tables_load() -> None:
    words = place_words()
    assert words.common["reading"] == "word"
    assert words.followers["council"] == "body"
    assert all(words.cues.values())


def test_councils_agree_with_the_register_of_councils() -> None:
    ours = {row["code"]: row for row in rows_of("councils.csv")}
    checked = 0
    for row in source(COUNCILS):
        if row["nation"] != "England" or row["local-authority-type"] in ("COMB", "SRA"):
            continue
        name = RENAMED.get(row["nice-name"], row["nice-name"])
        code = NEW_CODES.get(name, row["gss-code"])
        found = ours[code]
        assert found["name"] == name
        if row["region"] and name not in REGION_FAULTS:
            assert found["regions"] == row["region"], name
        assert bool(found["until"]) == (row["current-authority"] == "False"), name
        checked += 1
    assert checked == len(ours)


def test_towns_agree_with_the_postcodes_of_schools() -> None:
    """A town's schools have postcodes of districts where other towns of its region lie."""
    towns: dict[str, list[Place]] = defaultdict(list)
    for key, places in gazetteer().by_key.items():
        towns[key].extend(place for place in places if place.county and not place.country)
    schools: dict[str, Counter[str]] = defaultdict(Counter)
    for row in source(SCHOOLS):
        district = row["postcode"].partition(" ")[0]
        if row["town"] and district:
            schools[key_of(row["town"])][district.rstrip("0123456789")] += 1
    regions: dict[str, Counter[str]] = defaultdict(Counter)
    for key, areas in schools.items():
        if len(towns.get(key, ())) == 1:
            for area, count in areas.items():
                regions[area][towns[key][0].english_regions[0]] += count
    wrong = []
    compared = 0
    for key, areas in schools.items():
        if len(towns.get(key, ())) != 1 or areas.total() < 3:
            continue
        area = areas.most_common(1)[0][0]
        seen = regions[area]
        compared += 1
        if seen[towns[key][0].english_regions[0]] - areas[area] <= 0 and len(seen) > 1:
            wrong.append((key, area, towns[key][0].english_regions, seen.most_common(2)))
    assert compared > 700
    assert {key for key, *_ in wrong} <= BORDER_TOWNS, wrong
