from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from champion_extract.errors import CorpusError
from champion_extract.evaluation.annotations import (
    Annotations,
    NomineeFact,
    NumberFact,
    OrganisationFact,
    OtherNameFact,
    QuoteFact,
    RegionFact,
)
from champion_extract.evaluation.document_form import AnnotatedDocument, format_document, parse_document

CASES = Path(__file__).parents[1] / "cases" / "corpus_form.csv"
HEAD = "---\ngenre: award_page\nlayout: headings\npublisher: careers_hub\nregion: South East\norigin: invented\n---\n"

with CASES.open(encoding="utf-8", newline="") as file:
    FAULTY = [(row["body"], row["fault"]) for row in csv.DictReader(file)]

Make = Callable[..., AnnotatedDocument]


@pytest.mark.parametrize(("body", "expected"), FAULTY, ids=[fault for _, fault in FAULTY])
def test_a_fault_is_named_with_its_line_and_remedy(body: str, expected: str) -> None:
    faults = parse_document(f"{HEAD}A line before.\n\n{body}\n" if body else HEAD).faults
    assert any(expected in fault.what for fault in faults), faults
    assert all(fault.line >= 8 for fault in faults), "the line is that of the file, front matter included"


UNSEEN = ["\u00a0", "\u202f", "\u200b", "\u00ad", "\ufe0f", "\t", "\u2028", "\x0b", "\ue000"]


@pytest.mark.parametrize("character", UNSEEN)
def test_a_character_that_cannot_be_seen_is_written_as_its_code_point(annotated: Make, character: str) -> None:
    escape = f"\\u{{{ord(character):X}}}"
    (fault,) = parse_document(f"{HEAD}met Hadrian{character}Rail\n").faults
    assert fault.what.endswith(f"Write it as {escape}")
    document = annotated(f"met Hadrian{escape}Rail")
    assert document.text == f"met Hadrian{character}Rail"
    assert escape in format_document(document)


def test_all_faults_come_at_once_in_order_of_lines() -> None:
    faults = parse_document(f"{HEAD}[a](org:scool)\n[b](number:tons=3)\n[c](region:shire)\n").faults
    assert [fault.line for fault in faults] == [8, 9, 10]


def test_a_fault_in_one_label_does_not_hide_its_neighbours() -> None:
    document, faults = parse_document(f"{HEAD}[Jo](nominee:human; person) of [Hadrian Rail](org:employer)\n")
    assert len(faults) == 1
    assert len(document.gold.organisations) == 1
    assert len(document.gold.other_names) == 1


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("", "no front matter"),
        ("---\ngenre: award_page\n", "no front matter"),
        ("---\ngenre: sermon\n---\n", "unknown genre 'sermon'. There are award_page"),
        ("---\ngenre: blog\ngenre: blog\n---\n", "'genre' stands twice"),
        ("---\ngenre: blog\n---\n", "front matter without layout, publisher, region, origin"),
        ("---\ncolour: blue\n---\n", "unknown key 'colour'"),
        ("---\nwords\n---\n", "a line of front matter is 'key: value'"),
        ("---\norigin:\n---\n", "unknown origin ''"),
    ],
)
def test_faults_of_front_matter(head: str, expected: str) -> None:
    faults = parse_document(f"{head}Text.\n").faults
    assert any(expected in fault.what for fault in faults), faults


def test_everything_that_can_be_said_is_understood(annotated: Make) -> None:
    gold = annotated(
        'The [[Kent County Council](org:local_authority,name="Kent County Council") Careers Hub]'
        '(org:careers_hub,known="GB-X-1",optional; nominee:organisation,theme="Going, Further",outcome=winner,'
        "award=Stars,year=2024,joint) in\n"
        '[Southeast](region:region,name="South East",in="South East|London",code=E12000008) met '
        '[about €3m](number:money=3000000,approx,currency=EUR,of=funding,up,target,period="last year") and '
        "[3 to 5 miles](number:other=3..5,unit=miles).\n"
        r'"[Well \[done\]](quote:q1,speaker="Jo \"Bo\"",role=Head)" said [she](speaker:q1)'
        " of [National Careers Week](thing:event), [Jo](person)"
    ).gold
    text = gold.text
    assert text.endswith('"Well [done]" said she of National Careers Week, Jo')
    assert [text[fact.start : fact.end] for fact in gold.organisations] == [
        "Kent County Council Careers Hub",
        "Kent County Council",
    ]
    assert gold.organisations[0] == OrganisationFact(
        start=4, end=35, name="Kent County Council Careers Hub", type="careers_hub", known="GB-X-1", optional=True
    )
    assert gold.nominees == (
        NomineeFact(
            start=4,
            end=35,
            kind="organisation",
            theme="Going, Further",
            outcome="winner",
            award="Stars",
            year=2024,
            joint=True,
        ),
    )
    assert gold.regions == (
        RegionFact(
            start=39,
            end=48,
            name="South East",
            kind="region",
            english_regions=("South East", "London"),
            code="E12000008",
        ),
    )
    money, miles = gold.numbers
    assert money == NumberFact(
        start=53,
        end=62,
        value=3_000_000,
        comparator="approx",
        unit="money",
        currency="EUR",
        of="funding",
        direction="up",
        status="target",
        period="last year",
    )
    assert (miles.value, miles.upper, miles.comparator, miles.unit_text) == (3, 5, "range", "miles")
    (quote,) = gold.quotes
    assert isinstance(quote, QuoteFact)
    assert (quote.speaker, quote.role) == ('Jo "Bo"', "Head")
    assert [text[start:end] for start, end in quote.pointers] == ["she"]
    assert [fact.kind for fact in gold.other_names] == ["event", "person"]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("no\\u{A0}break", "no\u00a0break"),
        ("end of line\\u{20}\nnext", "end of line \nnext"),
        ("two lines\n\n", "two lines\n\n"),
        ("\n\nlines before", "\n\nlines before"),
        ("\\[sic\\] C:\\\\", "[sic] C:\\"),
        ("[Kent](region:county)(see below)", "Kent(see below)"),
        ("[Kent\nCounty](region:county)", "Kent\nCounty"),
        ("---\nrule", "---\nrule"),
    ],
)
def test_the_text_is_to_the_letter(annotated: Make, body: str, text: str) -> None:
    document = annotated(body)
    assert document.text == text
    assert format_document(document).endswith(f"---\n{body}\n")


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    source = f"{HEAD}one\ntwo\n"
    assert parse_document("\ufeff" + source.replace("\n", "\r\n")) == parse_document(source)


def test_the_last_line_feed_is_asked_for() -> None:
    (fault,) = parse_document(f"{HEAD}text").faults
    assert fault.what == "the file does not end with a line feed. Add one"


def test_a_quotation_may_have_several_pointers_and_a_pointer_several_quotations(annotated: Make) -> None:
    document = annotated(
        '[Jo](speaker:a): "[One](quote:a,speaker=Jo)," [she](speaker:a; speaker:b) said, "[two](quote:b,speaker=Jo)"'
    )
    assert [len(quote.pointers) for quote in document.gold.quotes] == [2, 1]
    assert parse_document(format_document(document), "page").document == document


def test_crossing_spans_cannot_be_written() -> None:
    facts = (OtherNameFact(start=0, end=5, kind="person"), OtherNameFact(start=3, end=8, kind="person"))
    document = AnnotatedDocument("page", {}, Annotations(text="ten words", other_names=facts))
    with pytest.raises(CorpusError, match="crosses"):
        format_document(document)
