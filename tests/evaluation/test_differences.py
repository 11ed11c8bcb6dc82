from __future__ import annotations

from collections.abc import Callable

from champion_extract.evaluation.differences import differences
from champion_extract.evaluation.document_form import AnnotatedDocument
from champion_extract.evaluation.gold_records import gold_extraction
from champion_extract.records import Record, Region

Make = Callable[..., AnnotatedDocument]
BODY = (
    "[Hadrian Rail](org:employer; nominee:organisation,theme=Star,outcome=winner) met [3](number:count=3,of=pupils) in "
    '[Kent](region:county,in="South East"). "[Hi](quote:q1,speaker=Jo,role=Head)" said [Jo](speaker:q1)'
)


def records(document: AnnotatedDocument) -> tuple[Record, ...]:
    return gold_extraction(document).records


def described(annotated: Make, old: str, new: str) -> list[str]:
    return [one.describe() for one in differences(records(annotated(old)), records(annotated(new)))]


def test_a_run_against_itself_has_no_differences(annotated: Make) -> None:
    assert described(annotated, BODY, BODY) == []


def test_added_removed_and_changed_facts(annotated: Make) -> None:
    new = BODY.replace("org:employer", "org:charity").replace("[3](number:count=3,of=pupils)", "3")
    new = new.replace("said [Jo](speaker:q1)", "said [Jo](speaker:q1; region:town)")
    assert described(annotated, BODY, new) == [
        "changed: page.md 0-12 organisation 'Hadrian Rail': type: employer -> charity",
        "removed: page.md 17-18 number '3'",
        "added: page.md 38-40 region 'Jo'",
    ]


def test_attributes_of_records_numbers_and_speakers(annotated: Make) -> None:
    new = (
        BODY.replace("outcome=winner", "outcome=finalist")
        .replace("of=pupils", "of=girls")
        .replace("role=Head", "role=Chair")
    )
    changes = described(annotated, BODY, new)
    assert changes[0] == "changed: page.md 0-12 nominee 'Hadrian Rail': outcome: winner -> finalist"
    assert changes[1] == "changed: page.md 17-18 number '3': of: pupils -> girls"
    assert "speaker: {name: Jo, role: Head" in changes[2]
    assert "-> {name: Jo, role: Chair" in changes[2]


def test_a_second_category_of_the_same_nominee_is_its_own_fact(annotated: Make) -> None:
    new = BODY.replace("outcome=winner)", "outcome=winner; nominee:organisation,theme=Sun)")
    assert described(annotated, BODY, new) == ["added: page.md 0-12 nominee 'Hadrian Rail'"]


def test_numbers_of_records_and_organisations_do_not_matter(annotated: Make) -> None:
    body = BODY + " and [Ash](org:charity; nominee:organisation)"
    old = BODY + " and Ash"
    assert described(annotated, old, body) == [
        "added: page.md 45-48 nominee 'Ash'",
        "added: page.md 45-48 organisation 'Ash'",
    ]


def test_inherited_regions_are_compared_though_they_have_no_place(annotated: Make) -> None:
    page, nominee = records(annotated(BODY))
    inherited = Region(name="Kent", kind="county", english_regions=("South East",), basis="page")
    with_region = nominee.model_copy(update={"regions": (inherited,)})
    (difference,) = differences([page, nominee], [page, with_region])
    assert difference.describe() == "added: page.md inherited region 'Kent of Hadrian Rail (Star)'"


def test_confidence_counts_only_if_asked_for(annotated: Make) -> None:
    page, nominee = records(annotated(BODY))
    (number,) = page.numbers
    unsure = page.model_copy(update={"numbers": (number.model_copy(update={"confidence": 0.5, "rule": "digits"}),)})
    assert differences([page, nominee], [unsure, nominee]) == []
    (difference,) = differences([page, nominee], [unsure, nominee], with_confidence=True)
    assert difference.describe() == "changed: page.md 17-18 number '3': confidence: 1.0 -> 0.5; rule:  -> digits"


def test_another_text_is_another_document(annotated: Make) -> None:
    changes = described(annotated, BODY, BODY + "!")
    assert {change.split(":")[0] for change in changes} == {"added", "removed"}
