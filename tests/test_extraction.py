"""From a document to its records: whole pages, and promises that hold for any text."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from champion_extract.errors import EmptySourceError
from champion_extract.extraction import extract
from champion_extract.gathering import fold
from champion_extract.reading import find_sources
from champion_extract.records import Extraction, Record

SAMPLES = Path(__file__).resolve().parents[1] / "corpus" / "samples"


def nominees(extraction: Extraction) -> list[Record]:
    return [record for record in extraction.records if record.kind == "nominee"]


def test_the_award_page_gives_ten_nominees_under_four_themes(seeds: Path) -> None:
    found = nominees(extract(seeds / "careers-excellence-2024.txt"))
    assert [(record.theme, fold(record.nominee.name)) for record in found if record.nominee] == [
        ("Widening Opportunity", "Midland Metro Alliance"),
        ("Widening Opportunity", "West of England Combined Authority (WECA) Effective Transitions Project"),
        ("Widening Opportunity", "The Chiltern School"),
        ("Building Future Skills", "Altimex Limited"),
        ("Building Future Skills", "Hull and East Yorkshire Careers Hub"),
        ("Building Future Skills", "Lancaster & Morecambe College"),
        ("Raising Quality", "Morgan Sindall Construction"),
        ("Raising Quality", "Greater Manchester Combined Authority Careers Hub"),
        ("Raising Quality", "Turner Schools Multi Academy Trust"),
        (
            "The Careers & Enterprise Company (CEC) Chair’s Choice",
            "Greater London Authority and Think Forward Effective Transitions Project",
        ),
    ]
    for record in found:
        assert len(record.quotes) == 1
        assert record.quotes[0].speaker is not None
    assert [record.quotes[0].speaker.name for record in found if record.quotes[0].speaker] == (
        ["selection panel"] * 9 + ["Nicky Morgan"]
    )


def test_the_blog_gives_its_page_and_no_nominee(seeds: Path) -> None:
    extraction = extract(seeds / "network-blog.txt")
    assert [record.kind for record in extraction.records] == ["page"]
    assert {"Cumbria", "Derby", "Luton", "East Sussex"} <= {region.name for region in extraction.records[0].regions}


@pytest.mark.parametrize(
    "source", [source.name for source in find_sources([SAMPLES])], ids=lambda name: Path(name).name
)
def test_the_samples_give_the_golden_records(source: str, root: Path) -> None:
    golden = root / "tests" / "golden" / (Path(source).name + ".jsonl")
    lines = [
        record.model_copy(update={"document": record.document.model_copy(update={"source": Path(source).name})})
        for record in extract(Path(source)).records
    ]
    assert [line.model_dump_json() for line in lines] == golden.read_text("utf-8").splitlines(), (
        "make golden, and read the diff"
    )


def test_a_string_is_text_even_if_it_names_a_file() -> None:
    assert extract(str(SAMPLES / "awards-news.txt")).document.text == str(SAMPLES / "awards-news.txt")


def test_nothing_to_read_says_so() -> None:
    with pytest.raises(EmptySourceError, match="no text"):
        extract(" \n")


def test_each_fact_stands_in_one_record_and_ids_count_through() -> None:
    extraction = extract(SAMPLES / "hub-awards.txt")
    counted = Counter((kind, start, end) for kind, _, start, end in extraction.spans() if kind != "nominee")
    assert max(counted.values()) == 1
    names: dict[str, str] = {}
    for record in extraction.records:
        for organisation in record.organisations:
            assert names.setdefault(organisation.id, organisation.name) == organisation.name
    assert sorted(names, key=lambda name: int(name[1:])) == [f"o{number + 1}" for number in range(len(names))]


def test_a_second_category_points_to_the_first_record() -> None:
    text = "Employer of the Year: Hadrian Rail Ltd\n\nApprentice Champion of the Year: Hadrian Rail Ltd\n"
    found = nominees(extract(text))
    assert [record.theme for record in found] == ["Employer of the Year", "Apprentice Champion of the Year"]
    assert [record.same_as for record in found] == [None, found[0].record_id]


def test_one_english_region_under_two_names_is_one() -> None:
    (page,) = extract("Five hubs in the East of England met. Students in the East and in Kent came too.").records
    assert [(region.name, region.code, len(region.mentions)) for region in page.regions] == [
        ("East of England", "E12000006", 2),
        ("Kent", "E10000016", 1),
    ]


WORDS = st.sampled_from(
    "Winner: |Hadrian Rail Ltd|“|”|'|’s|said Jo Bloggs|\n|\n\n|# |- | / |Kent|Hull|over 1,250|£2.5m|one in four"
    "|Years 7-9|School|the Trust| and |, |. |\u00a0|\u200b|🎉|Employer of the Year|(NFCA)|2018/19|half of|St |&|COLLEGE"
    "|\t|é|Chair's comments:".split("|")
)


@settings(max_examples=150)
@given(st.one_of(st.text(min_size=1, max_size=200), st.lists(WORDS, min_size=1, max_size=60).map("".join)))
def test_any_text_gives_valid_records(text: str) -> None:
    if text.isspace():
        return
    extraction = extract(text)  # the model itself refuses spans that do not slice back
    assert extraction.records[0].kind == "page"
