"""Who is recognised: cases of every layout, and what must hold for any text.

``tests/cases/nominees.csv``: ``text`` ("\\n" and "\\t" stand for line break and tab), ``nominees`` (joined by " && ",
each "name ~ kind ~ theme ~ outcome ~ award ~ year ~ joint ~ organisation", "-" for none), ``layout``, ``state``
("open": a reader would say so, the finder does not yet), ``note``.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from champion_extract.finding.facts import NomineeMention, OrganisationMention, OtherName
from champion_extract.finding.nominees import find_nominees
from champion_extract.finding.sections import find_sections

CASES = Path(__file__).parents[1] / "cases" / "nominees.csv"
_ESCAPES = (("\\n", "\n"), ("\\t", "\t"))


def _found(
    text: str, organisations: tuple[OrganisationMention, ...] = (), names: tuple[OtherName, ...] = ()
) -> list[NomineeMention]:
    return find_nominees(text, find_sections(text), organisations, names)


def _shown(text: str) -> list[str]:
    return [
        " ~ ".join(
            "-" if value is None else str(value)
            for value in (
                text[found.start : found.end],
                found.kind,
                found.theme,
                found.outcome,
                found.award,
                found.year,
                "joint" if found.joint else None,
                found.organisation,
            )
        )
        for found in _found(text)
    ]


def _cases() -> list[object]:
    with CASES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    cases: list[object] = []
    for number, row in enumerate(rows, start=2):
        text = row["text"]
        for written, meant in _ESCAPES:
            text = text.replace(written, meant)
        expected = row["nominees"].split(" && ") if row["nominees"] else []
        marks = (
            [pytest.mark.xfail(reason="a layout that is not read yet", strict=True)] if row["state"] == "open" else []
        )
        cases.append(pytest.param(text, expected, id=f"{number}-{row['layout']}-{row['note'][:40]}", marks=marks))
    return cases


@pytest.mark.parametrize(("text", "expected"), _cases())
def test_case(text: str, expected: list[str]) -> None:
    assert _shown(text) == expected


def test_there_are_enough_cases_and_few_are_open() -> None:
    with CASES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) >= 150
    assert sum(row["state"] == "open" for row in rows) <= 0.08 * len(rows)


def test_a_name_that_no_finder_knows_is_found_by_its_place() -> None:
    text = "Fenland Awards 2024: the winners\n\nEmployer of the Year: Zyxq"
    assert [text[found.start : found.end] for found in _found(text)] == ["Zyxq"]


def test_an_organisation_that_a_finder_knows_is_not_parted() -> None:
    text = "Fenland Awards 2024: the winners\n\nEmployer of the Year: Chalk, Down and Weald School"
    start = text.index("Chalk")
    known = OrganisationMention(start, len(text), "Chalk, Down and Weald School", "school", 0.9, "test")
    assert [text[found.start : found.end] for found in _found(text, (known,))] == ["Chalk, Down and Weald School"]


def test_a_name_that_a_finder_saw_running_into_the_next_line_ends_with_its_line() -> None:
    text = "The winners are:\nEmployer of the Year – Hadrian Rail\nSchool of the Year – Anytown High"
    start = text.index("Hadrian")
    known = OrganisationMention(start, start + 19, "Hadrian Rail\nSchool", "school", 0.9, "test")
    assert [text[found.start : found.end] for found in _found(text, (known,))] == ["Hadrian Rail", "Anytown High"]


def test_runners_up_after_a_paragraph_on_several_categories_have_none() -> None:
    text = (
        "Fenland Careers Awards\n\nAcme Works Ltd won Employer of the Year and Bell School won School of the Year.\n\n"
        "Runners-up were Hartley Works Ltd and Sutton School."
    )
    assert [found.theme for found in _found(text)] == ["Employer of the Year", "School of the Year", None, None]


def test_the_organisation_of_a_person_is_given_by_its_fullest_name() -> None:
    text = (
        "Fenland Awards 2024: the winners\n\nMentor of the Year: Jo Bloggs, Hadrian\n\nHadrian Rail Ltd is in Carlisle."
    )
    start = text.index("Hadrian")
    known = OrganisationMention(start, start + 7, "Hadrian Rail Ltd", "employer", 0.9, "test")
    assert [found.organisation for found in _found(text, (known,))] == ["Hadrian Rail Ltd"]


PAGE = """# Fenland Careers Awards 2024

## Employer of the Year

### Hadrian Rail

The firm met 200 pupils.

The judges said: "A fine example."

### Jolly & Sons

A bakery with an open door.

## About the awards

They are run by Fenland Careers Hub.
"""


def test_the_block_of_a_headed_nominee_runs_to_the_next_heading() -> None:
    first, second = _found(PAGE)
    assert PAGE[first.block_start : first.block_end].startswith("### Hadrian Rail")
    assert PAGE[first.block_start : first.block_end].endswith('"A fine example."')
    assert PAGE[second.block_start : second.block_end].endswith("an open door.")
    assert not first.shared
    assert not second.shared


def test_nominees_of_one_line_share_it_and_own_their_names() -> None:
    text = "Fenland Awards 2024: the winners\n\nBest Partnership: Anytown School and Hadrian Rail Ltd"
    for found in _found(text):
        assert found.shared
        assert (found.block_start, found.block_end) == (found.start, found.end)


def test_a_sentence_is_the_block_where_a_paragraph_names_two() -> None:
    text = "Fenland Awards 2024\n\nHadrian Rail won Employer of the Year. Bell School was named School of the Year."
    first, second = _found(text)
    assert text[first.block_start : first.block_end] == "Hadrian Rail won Employer of the Year."
    assert text[second.block_start : second.block_end] == "Bell School was named School of the Year."


def test_a_page_about_one_nominee_gives_one_with_the_whole_text() -> None:
    text = (
        "Bell School wins School of the Year\n\n"
        "Bell School has won School of the Year at the Fen Awards 2024.\n\nIt has 900 pupils."
    )
    (found,) = _found(text)
    assert text[found.block_start : found.block_end] == text


_WORDS = st.sampled_from(
    "Winner: winners Highly commended – | - • # ## ### \n \n\n \t Best School of the Year Award Awards 2024 Jo Bloggs "
    "Anytown School Ltd and & , ; : ( ) “ ” was named won went to the shortlisted for Category Nominee: sponsored by "
    "[x] ** * _ ? ! . é 🏆 \u00a0 \u200b".split(" ")
)
_TEXTS = st.one_of(
    st.text(max_size=300), st.lists(_WORDS, max_size=80).map(" ".join), st.lists(_WORDS, max_size=80).map("".join)
)


@settings(max_examples=250, deadline=None)
@given(_TEXTS)
def test_any_text_gives_nominees_within_their_blocks_or_none(text: str) -> None:
    found = _found(text)
    for nominee in found:
        assert 0 <= nominee.start < nominee.end <= len(text)
        assert text[nominee.start : nominee.end].strip() == text[nominee.start : nominee.end]
        assert nominee.block_start <= nominee.start
        assert nominee.end <= nominee.block_end <= len(text)
        assert 0 <= nominee.confidence <= 1
        assert nominee.theme != ""
    assert [nominee.start for nominee in found] == sorted(nominee.start for nominee in found)
    distinct = {(nominee.start, nominee.end) for nominee in found}
    for start, end in distinct:
        assert not any(
            start < other_end and other_start < end and (start, end) != (other_start, other_end)
            for other_start, other_end in distinct
        )
    owned = [(nominee.start, nominee.block_start, nominee.block_end) for nominee in found if not nominee.shared]
    for start, block_start, block_end in owned:
        assert not any(block_start <= other < block_end for other, _ in distinct if other != start)
