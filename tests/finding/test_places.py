"""Places: what a reader marks and what not, which place a name means, and how the finder bears hostile text."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from champion_extract.finding.places import find_places, look_up, places_in
from champion_extract.tables.gazetteer import gazetteer
from champion_extract.tables.place_words import place_words

CASES = Path(__file__).parents[1] / "cases" / "places.csv"


def _cases() -> list[Any]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return [pytest.param(row, id=f"{row['category']}-{row['text'][:40]}") for row in csv.DictReader(file)]


def _unescaped(words: str) -> str:
    return words.replace("\\n", "\n").replace("\\u00a0", "\u00a0")


@pytest.mark.parametrize("row", _cases())
def test_case(row: dict[str, str]) -> None:
    text = _unescaped(row["text"])
    names = [(text.index(name), text.index(name) + len(name)) for name in row["names"].split("|") if name]
    found = []
    for mention in find_places(text, names):
        regions = sorted({region for place in mention.candidates for region in place.english_regions})
        found.append((text[mention.start : mention.end], mention.candidates[0].kind, regions))
    expected = []
    for item in _unescaped(row["places"]).split("; "):
        if item:
            words, kind, regions_text = item.rsplit(":", 2)
            expected.append((words, kind, sorted(filter(None, regions_text.split("|")))))
    assert found == expected, row["note"]


def test_there_are_cases_of_every_category() -> None:
    with CASES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) >= 200
    assert len({row["text"] for row in rows}) == len(rows)


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("Hull and East Yorkshire Careers Hub", ["Hull and East Yorkshire"]),
        ("Kent County Council", ["Kent"]),
        ("Lancaster & Morecambe College", ["Lancaster", "Morecambe"]),
        ("Reading School", ["Reading"]),
        ("University of Bath", ["Bath"]),
        ("Street Child", []),
        ("The Chiltern School", []),
        ("Newport High School", []),
        ("Greater Manchester Combined Authority", ["Greater Manchester"]),
        ("West of England Combined Authority", ["West of England"]),
        ("North East Lincolnshire Council", ["North East Lincolnshire"]),
        ("Altimex Limited", []),
        ("Norfolk and Suffolk Chamber", ["Norfolk", "Suffolk"]),
        ("Hope Academy", []),
        ("Sport England", []),
        ("Transport for Wales", ["Wales"]),
        ("Hickling Reed Cruises", []),
        ("Hemsby Primary School", ["Hemsby"]),
        ("", []),
    ],
)
def test_places_in_an_organisations_name(name: str, places: list[str]) -> None:
    assert [place.name for place in places_in(name)] == places


def test_look_up_shows_all_that_bear_a_name() -> None:
    assert {place.english_regions for place in look_up("Newport")} == {
        (),
        ("South East",),
        ("West Midlands",),
        ("East of England",),
    }
    assert [place.code for place in look_up("kent")] == ["E10000016"]
    assert [place.name for place in look_up("the Midlands")] == ["Midlands"]
    assert look_up("Nowhere-on-Sea") == []


def test_undecided_places_are_unsure() -> None:
    (mention,) = find_places("We live in Richmond.")
    assert len(mention.candidates) > 1
    assert mention.confidence < 0.5


def test_the_same_name_means_the_same_place_throughout() -> None:
    text = "Newport, Shropshire, has two schools.\n\nPupils from Newport met employers."
    mentions = [mention for mention in find_places(text) if text[mention.start : mention.end] == "Newport"]
    assert len(mentions) == 2
    assert mentions[0].candidates == mentions[1].candidates
    assert mentions[0].candidates[0].english_regions == ("West Midlands",)


def test_an_organisation_tells_which_place_is_meant() -> None:
    text = "North Yorkshire Council thanked the school in Richmond."
    (mention,) = find_places(text, [(0, 23)])
    assert mention.candidates[0].english_regions == ("Yorkshire and The Humber",)


_PIECES = st.one_of(
    st.sampled_from([place.name for places in gazetteer().by_key.values() for place in places]),
    st.sampled_from(
        [*place_words().followers, *place_words().common, "of", "and", "&", "the", "in", ",", "Dr", "said", "'s"]
    ),
    st.sampled_from(["\n", "\n\n", "-", "\u00a0", ".", "/", "@", "#", "’s", "|", "•"]),
    st.text(max_size=6),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=30), st.lists(st.tuples(st.integers(0, 80), st.integers(0, 30)), max_size=4))
def test_mentions_slice_back_and_do_not_overlap(pieces: list[str], spans: list[tuple[int, int]]) -> None:
    text = " ".join(pieces)
    names = [(start, start + length) for start, length in spans]
    end = 0
    for mention in find_places(text, names):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.candidates
        assert 0 < mention.confidence <= 1
        assert not any(start < mention.end and mention.start < stop for start, stop in names if start < stop)
        assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]
        end = mention.end


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_any_text_is_borne(text: str) -> None:
    find_places(text)
    places_in(text)
    look_up(text)
