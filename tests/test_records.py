"""The data model refuses what would break the promise that each fact points into the text."""

from __future__ import annotations

import json

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from champion_extract.reading import document_from_text
from champion_extract.records import Extraction, Mention, Number, Organisation, Quote, Record, Section, Speaker

SCHEMA = jsonschema.Draft202012Validator(Record.model_json_schema(mode="serialization"))
TEXT = "Hadrian Rail met over 1,250 apprentices. “We did it,” said Jo."


def page(text: str = TEXT, /, **parts: object) -> Extraction:
    document = document_from_text(text)
    record = Record.model_validate(
        {
            "record_id": f"{document.id}:page",
            "kind": "page",
            "document": document,
            "section": Section(start=0, end=len(text)),
            **parts,
        }
    )
    return Extraction(document=document, records=(record,))


def organisation(text: str, start: int) -> Organisation:
    mention = Mention(text=text, start=start, end=start + len(text))
    return Organisation(id="o1", name=text, type="employer", role="mentioned", mentions=(mention,))


def test_a_span_that_slices_back_is_taken() -> None:
    assert page(organisations=(organisation("Hadrian Rail", 0),)).records[0].organisations[0].name == "Hadrian Rail"


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ({"organisations": (organisation("Hadrian Rail", 1),)}, "reads 'adrian Rail '"),
        ({"organisations": (organisation("Hadrian Rail", 0), organisation("Hadrian Rail", 0))}, "stands twice"),
        ({"numbers": (Number(text="1,250", start=21, end=26, value=1250),)}, "reads '"),
        (
            {
                "quotes": (
                    Quote(
                        text="We did it,",
                        start=42,
                        end=52,
                        speaker=Speaker(name="Jo", text="Jo", start=0, end=2),
                    ),
                )
            },
            "speaker at 0..2",
        ),
    ],
)
def test_a_span_that_does_not_slice_back_is_refused(parts: dict[str, object], reason: str) -> None:
    with pytest.raises(ValidationError, match=reason):
        page(TEXT, **parts)


@pytest.mark.parametrize(
    ("model", "values", "reason"),
    [
        (Mention, {"text": "abc", "start": 0, "end": 2}, "2 long"),
        (Number, {"text": "3", "start": 0, "end": 1, "value": 3, "upper": 4}, "upper belongs"),
        (Number, {"text": "3", "start": 0, "end": 1, "value": 3, "unit": "money"}, "currency belongs"),
        (Number, {"text": "3", "start": 0, "end": 1, "value": 3, "unit_text": "miles"}, "unit_text belongs"),
        (Speaker, {"name": "Jo", "text": "Jo"}, "together or not at all"),
        (Section, {"start": -1, "end": 2}, "greater than or equal"),
        (Section, {"start": 0, "end": 2, "colour": "red"}, "Extra inputs"),
    ],
)
def test_what_makes_no_sense_is_refused(model: type, values: dict[str, object], reason: str) -> None:
    with pytest.raises(ValidationError, match=reason):
        model(**values)


def test_records_are_frozen() -> None:
    record = page().records[0]
    with pytest.raises(ValidationError, match="frozen"):
        record.award = "another"  # type: ignore[misc]


@given(st.text(min_size=1).filter(lambda text: not text.isspace()))
def test_any_text_becomes_a_document_that_json_can_hold(text: str) -> None:
    extraction = page(text)
    record = extraction.records[0]
    assert Record.model_validate_json(record.model_dump_json()) == record
    SCHEMA.validate(json.loads(record.model_dump_json()))
