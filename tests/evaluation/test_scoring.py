from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from champion_extract.errors import ReadingError
from champion_extract.evaluation.annotations import Annotations, QuoteFact
from champion_extract.evaluation.document_form import AnnotatedDocument
from champion_extract.evaluation.fields import FIELDS, field_called
from champion_extract.evaluation.gold_records import gold_extraction
from champion_extract.evaluation.normal_forms import same_speaker
from champion_extract.evaluation.scoring import Counts, evaluate, score_annotations
from champion_extract.records import Extraction

CASES = Path(__file__).parents[1] / "cases"
Make = Callable[..., AnnotatedDocument]


def rows_of(name: str) -> list[dict[str, str]]:
    with (CASES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


SCORING = rows_of("scoring.csv")


@pytest.mark.parametrize("row", SCORING, ids=[row["case"] for row in SCORING])
def test_cases_where_the_right_score_is_known(annotated: Make, row: dict[str, str]) -> None:
    gold, found = annotated(row["gold"]).gold, annotated(row["found"]).gold
    assert gold.text == found.text, "a case annotates one text twice"
    counts = score_annotations(gold, found)[field_called(row["field"]).name].counts
    assert counts == Counts(int(row["hits"]), int(row["in_gold"]), int(row["in_found"]))


@pytest.mark.parametrize("row", SCORING, ids=[row["case"] for row in SCORING])
def test_gold_and_found_may_change_places(annotated: Make, row: dict[str, str]) -> None:
    gold, found = annotated(row["gold"]).gold, annotated(row["found"]).gold
    forwards, backwards = score_annotations(gold, found), score_annotations(found, gold)
    for field in FIELDS:
        hits, in_gold, in_found = forwards[field.name].counts
        assert backwards[field.name].counts == Counts(hits, in_found, in_gold), field.name


def test_every_field_has_a_case() -> None:
    with_cases = {row["field"] for row in SCORING}
    implied = {"regions_overlapping", "region_names"}  # the same rules as for organisations
    assert {field.name for field in FIELDS} - with_cases == implied


@pytest.mark.parametrize("row", rows_of("speakers.csv"), ids=lambda row: f"{row['gold']} = {row['found']}"[:60])
def test_speakers(row: dict[str, str]) -> None:
    assert same_speaker(row["gold"], row["found"]) == (row["same"] == "yes")
    assert same_speaker(row["found"], row["gold"]) == (row["same"] == "yes")


@pytest.mark.parametrize("length", [200, 600, 5000])
def test_a_speaker_as_long_as_a_page_gains_nothing(length: int) -> None:
    text = '"Well done," said Jo Bloggs. ' + "And so on. " * 500
    pointer = (text.index("Jo"), text.index(". "))
    gold = Annotations(text=text, quotes=(QuoteFact(start=1, end=11, speaker="Jo Bloggs", pointers=(pointer,)),))
    for giant in (text[pointer[0] : pointer[0] + length], "Jo Bloggs" + "x" * length):
        for pointers in ((), (pointer,), ((pointer[0], pointer[0] + length),)):
            found = Annotations(text=text, quotes=(QuoteFact(start=1, end=11, speaker=giant, pointers=pointers),))
            assert score_annotations(gold, found)["quote_speaker"].counts.hits == 0


def test_a_speaker_that_points_to_the_whole_page_gains_nothing() -> None:
    text = '"Well done," she said. ' + "And so on. " * 60
    gold = Annotations(text=text, quotes=(QuoteFact(start=1, end=11, speaker="Jo Bloggs", pointers=((13, 16),)),))
    giant = QuoteFact(start=1, end=11, speaker="she", pointers=((13, 613),))
    assert score_annotations(gold, Annotations(text=text, quotes=(giant,)))["quote_speaker"].counts.hits == 0


def test_counts_give_precision_recall_and_f1() -> None:
    counts = Counts(hits=3, gold=4, found=6)
    assert (counts.precision, counts.recall, counts.f1) == (0.5, 0.75, 0.6)


def test_nothing_to_find_and_nothing_found_is_no_score() -> None:
    assert (Counts().precision, Counts().recall, Counts().f1) == (None, None, None)


def test_all_missed_is_nought() -> None:
    assert (Counts(0, 4, 0).recall, Counts(0, 4, 0).f1, Counts(0, 0, 4).f1) == (0, 0, 0)


BODY = (
    "[Hadrian Rail](org:employer; nominee:organisation,theme=Star,outcome=winner) met [3](number:count=3) in "
    '[Kent](region:county,in="South East"). "[Hi](quote:q1,speaker=Jo)" said [Jo](speaker:q1; person)'
)


def test_records_of_gold_score_one_everywhere(annotated: Make) -> None:
    document = annotated(BODY)
    evaluation = evaluate([document], lambda text: gold_extraction(document))
    assert not evaluation.failures
    for field in FIELDS:
        assert evaluation.counts(field.name) == Counts(1, 1, 1), field.name


def test_a_document_that_fails_is_named_and_the_others_go_on(annotated: Make) -> None:
    good, bad, worse = annotated(BODY, "good"), annotated(f"Bad: {BODY}", "bad"), annotated(f"Worse: {BODY}", "worse")

    def extract(text: str) -> Extraction:
        if text.startswith("Bad"):
            raise ReadingError("bad", "is empty", "Fill it")
        if text.startswith("Worse"):
            raise IndexError("list index out of range")
        return gold_extraction(good)

    evaluation = evaluate([good, bad, worse], extract)
    assert evaluation.failures == {"bad": "bad: is empty. Fill it", "worse": "IndexError: list index out of range"}
    assert evaluation.counts("organisations") == Counts(1, 3, 1)


def test_an_extractor_that_changes_the_text_fails(annotated: Make) -> None:
    first, second = annotated(BODY, "first"), annotated(f"{BODY}!", "second")
    evaluation = evaluate([first], lambda text: gold_extraction(second))
    assert "not the document's" in evaluation.failures["first"]


def test_groups_by_front_matter(annotated: Make) -> None:
    documents = [annotated(BODY, "one"), annotated(f"{BODY}!", "two", genre="blog")]
    by_text = {document.text: document for document in documents}
    groups = evaluate(documents, lambda text: gold_extraction(by_text[text])).groups("genre")
    assert {value: [one.document.id for one in group.documents] for value, group in groups.items()} == {
        "award_page": ["one"],
        "blog": ["two"],
    }
