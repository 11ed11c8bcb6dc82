from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from champion_extract.errors import GateError
from champion_extract.evaluation.document_form import AnnotatedDocument
from champion_extract.evaluation.gate import SCHEMA, Floors, check, read_floors, updated, write_floors
from champion_extract.evaluation.scoring import Evaluation, score_document

Make = Callable[..., AnnotatedDocument]
GOLD = "[Hadrian Rail](org:employer) and [Fell Foods](org:employer) met [3](number:count=3)"
HALF = "[Hadrian Rail](org:employer) and Fell Foods met [3](number:count=3)"


@pytest.fixture
def whole(annotated: Make) -> Evaluation:
    return Evaluation((score_document(annotated(GOLD), annotated(GOLD).gold),))


@pytest.fixture
def half(annotated: Make) -> Evaluation:
    return Evaluation((score_document(annotated(GOLD), annotated(HALF).gold),))


def test_floors_that_hold(whole: Evaluation) -> None:
    result = check(whole, updated(None, whole))
    assert result.report() == "gate: all floors hold"


def test_what_fell_below_which_floor(whole: Evaluation, half: Evaluation) -> None:
    result = check(half, updated(None, whole))
    assert "below its floor: organisations, F1 0.6667, floor 1.0000" in result.report()
    assert {one.field for one in result.fallen} >= {"organisations", "organisation_type"}
    assert not {one.field for one in result.fallen} & {"numbers", "number_of"}


def test_updating_raises(whole: Evaluation, half: Evaluation) -> None:
    low = updated(None, half)
    assert low.f1["organisations"] == 0.6666, "cut off, so that the score is not below its own floor"
    assert not check(half, low).fallen
    assert updated(low, whole).f1["organisations"] == 1.0


def test_updating_never_lowers_unasked(whole: Evaluation, half: Evaluation) -> None:
    high = updated(None, whole)
    assert updated(high, half).f1 == high.f1
    assert updated(high, half, allow_lower=True).f1["organisations"] == 0.6666


def test_a_floor_of_what_is_not_measured_any_more_stays_and_fails(annotated: Make, whole: Evaluation) -> None:
    nothing = Evaluation((score_document(annotated("words"), annotated("words").gold),))
    floors = updated(updated(None, whole), nothing)
    assert floors.f1["organisations"] == 1.0
    assert "organisations, nothing to score" in check(nothing, floors).report()


def test_floors_of_another_corpus_are_compared_and_named(whole: Evaluation, half: Evaluation) -> None:
    floors = Floors("0" * 64, 40, {"organisations": 0.9})
    report = check(half, floors).report()
    assert "floors are of another corpus: 40 documents, hash 000000000000" in report
    assert "--update-floors" in report
    assert "below its floor: organisations" in report


def test_a_field_without_floor_is_named(whole: Evaluation) -> None:
    floors = updated(None, whole)
    del floors.f1["numbers"]
    result = check(whole, floors)
    assert not result.fallen
    assert "no floor for numbers. Add them with --update-floors" in result.report()


def test_floors_survive_a_round_trip(tmp_path: Path, whole: Evaluation) -> None:
    floors = updated(None, whole)
    write_floors(tmp_path / "floors.json", floors)
    assert read_floors(tmp_path / "floors.json") == floors


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("{", "cannot be read as JSON"),
        ("[]", "floors of schema None"),
        ('{"schema": "champion-extract floors 0"}', "floors of schema 'champion-extract floors 0'; this version reads"),
        (json.dumps({"schema": SCHEMA}), "needs 'floors' and 'corpus'"),
        (
            json.dumps({"schema": SCHEMA, "corpus": {"hash": ""}, "floors": {"beauty": 0.5, "regions": 90}}),
            "unknown field 'beauty'; regions is 90, not between 0 and 1",
        ),
    ],
)
def test_floors_that_cannot_be_used(tmp_path: Path, content: str, expected: str) -> None:
    path = tmp_path / "floors.json"
    path.write_text(content)
    with pytest.raises(GateError) as caught:
        read_floors(path)
    assert expected in str(caught.value)
    assert str(path) in str(caught.value)


def test_floors_that_are_missing(tmp_path: Path) -> None:
    with pytest.raises(GateError, match="there are no floors yet. Make them with --gate"):
        read_floors(tmp_path / "floors.json")
