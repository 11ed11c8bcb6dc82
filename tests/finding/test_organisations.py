"""Organisations: what a reader marks and what not, one body under several names, and how the finder bears hostile
text.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from champion_extract.finding.organisations import classify, find_names, trim_name
from champion_extract.tables.known_bodies import known_bodies
from champion_extract.tables.organisation_words import heads

CASES = Path(__file__).parents[1] / "cases" / "organisations.csv"


def _rows() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _unescaped(words: str) -> str:
    return words.replace("\\n", "\n").replace("\\t", "\t").replace("\\u00a0", "\u00a0")


@pytest.mark.parametrize("row", [pytest.param(row, id=f"{row['category']}-{row['text'][:40]}") for row in _rows()])
def test_case(row: dict[str, str]) -> None:
    text = _unescaped(row["text"])
    found = []
    for mention in find_names(text).organisations:
        words = text[mention.start : mention.end]
        other_name = f"={mention.name}" if mention.name != " ".join(words.split()) else ""
        found.append(f"{words}:{mention.type}{other_name}")
    assert found == [item for item in _unescaped(row["organisations"]).split("; ") if item], row["note"]


def test_there_are_enough_cases_and_none_twice() -> None:
    rows = _rows()
    assert len(rows) >= 250
    assert len({row["text"] for row in rows}) == len(rows)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Oakmere Primary School", "school"),
        ("St Wilfrid's RC College", "school"),
        ("Lancaster & Morecambe College", "college"),
        ("University of the West of England", "university"),
        ("Turner Schools Multi Academy Trust", "trust"),
        ("Hull and East Yorkshire Careers Hub", "careers_hub"),
        ("Solent LEP", "lep"),
        ("Fenwold Borough Council", "local_authority"),
        ("North Fenland Combined Authority", "combined_authority"),
        ("Ministry of Justice", "government"),
        ("Derwent NHS Foundation Trust", "nhs"),
        ("Larkhill Foundation", "charity"),
        ("Altimex Limited", "employer"),
        ("Calder Valley Rail Partnership", "other"),
        ("Foxglove Hart", "employer"),
        ("", "employer"),
    ],
)
def test_type_of_a_name_that_only_the_page_revealed(name: str, kind: str) -> None:
    assert classify(name) == kind


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Winner: Oakmere Primary School, Derby", "Oakmere Primary School"),
        ("  Foxglove Hart  ", "Foxglove Hart"),
        ("1. Leeds City College (gold)", "Leeds City College"),
        ("", ""),
    ],
)
def test_name_is_trimmed_out_of_a_line(line: str, name: str) -> None:
    start, end = trim_name(line)
    assert line[start:end] == name


@pytest.mark.parametrize(("form", "written"), [("caps", str.upper), ("curly", lambda t: t.replace("'", "’"))])
def test_known_bodies_are_found_however_written(form: str, written: object) -> None:
    """Nine in ten known bodies of two words or more are found whole in a sentence, with their type."""
    assert callable(written)
    missed = []
    bodies = [body for body in known_bodies() if len(body.name.split()) > 1 and body.name not in body.cautious]
    for body in bodies[::7]:
        name = written(body.name)
        text = f"Mentors from {name} helped."
        found = [text[mention.start : mention.end] for mention in find_names(text).organisations]
        if name not in found and name.removeprefix("THE ") not in found:
            missed.append(name)
    assert len(missed) <= len(bodies[::7]) / 10, (form, missed)


def test_no_place_alone_is_a_name_of_a_known_body() -> None:
    from champion_extract.tables.gazetteer import gazetteer, key_of

    places = {key for key, found in gazetteer().by_key.items() if any(not place.country for place in found)}
    plain = [
        (body.id, name)
        for body in known_bodies()
        for name in (body.name, *body.aliases)
        if name not in body.cautious and name.istitle() and name.isalpha() and key_of(name) in places
    ]
    assert plain == []


def test_tables_hold_what_linking_needs() -> None:
    bodies = known_bodies()
    assert len(bodies) >= 700
    types = {body.type for body in bodies}
    assert types >= {"college", "university", "trust", "careers_hub", "lep", "local_authority", "combined_authority"}
    assert sum(body.type == "local_authority" for body in bodies) >= 316
    assert len(heads()) > 300


@given(
    st.text(alphabet=st.sampled_from("Aa Bb'’&.-()\n\t,:École 1 St The of and Ltd School\u200b\u00a0😀"), max_size=300)
)
@settings(max_examples=150, deadline=None)
def test_any_text_gives_spans_that_slice_back_and_do_not_cross(text: str) -> None:
    organisations, others = find_names(text)
    last = (-1, 0)
    open_ends: list[int] = []
    for mention in organisations:
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]
        assert (mention.start, -mention.end) >= (last[0], -last[1])
        while open_ends and open_ends[-1] <= mention.start:
            open_ends.pop()
        assert not open_ends or mention.end <= open_ends[-1]
        open_ends.append(mention.end)
        last = (mention.start, mention.end)
        assert mention.name
        assert 0 < mention.confidence <= 1
        assert mention.rule
    for name in others:
        assert 0 <= name.start < name.end <= len(text)


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_no_text_raises(text: str) -> None:
    find_names(text)
    classify(text)
    start, end = trim_name(text)
    assert 0 <= start <= end <= len(text)


def test_one_body_keeps_one_name_through_a_document() -> None:
    text = (
        "Hadrian Rail won.\n\nThe North Fenland Combined Authority (NFCA) paid. Hadrian Rail Limited thanked NFCA, and "
        "Hadrian's apprentices cheered. NFCA's mayor came."
    )
    names = {text[mention.start : mention.end]: mention.name for mention in find_names(text).organisations}
    assert names == {
        "Hadrian Rail": "Hadrian Rail Limited",
        "North Fenland Combined Authority": "North Fenland Combined Authority",
        "NFCA": "North Fenland Combined Authority",
        "Hadrian Rail Limited": "Hadrian Rail Limited",
        "Hadrian": "Hadrian Rail Limited",
    }


def test_a_bad_row_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    from champion_extract.errors import TableError
    from champion_extract.tables import known_bodies as module

    row = dict.fromkeys(("id", "name", "type", "aliases", "cautious", "region", "town"), "")
    monkeypatch.setattr(
        module, "rows", lambda *_: iter([(7, {**row, "id": "Not A Slug", "name": "X", "type": "school"})])
    )
    module.known_bodies.cache_clear()
    try:
        with pytest.raises(TableError, match="line 7"):
            module.known_bodies()
    finally:
        module.known_bodies.cache_clear()
