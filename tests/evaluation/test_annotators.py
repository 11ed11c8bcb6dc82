"""What helps annotators: warnings, counts, and agreement of two."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from champion_extract.errors import CorpusError
from champion_extract.evaluation.agreement import agreement
from champion_extract.evaluation.consistency import warnings_of
from champion_extract.evaluation.corpus import read_corpus
from champion_extract.evaluation.document_form import AnnotatedDocument
from champion_extract.evaluation.scoring import Counts
from champion_extract.evaluation.statistics import statistics

Make = Callable[..., AnnotatedDocument]
Folder = Callable[..., Path]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("[Fell Foods](org:employer) and\nFell Foods", "'Fell Foods' is bare here and annotated in line 8"),
        ("[1,250](number:count=1250) and 1,250", "'1,250' is bare here"),
        ("[Ash](org:employer) and [Ash](org:charity)", "'Ash' is charity here and employer in line 8"),
        ("[Kent](region:county) [Kent](region:town)", "'Kent' is town in no English region here"),
        ("[Ash](org:employer,name=Ashes)", 'name="Ashes" does not stand in the text'),
        ('"[Hi](quote:speaker="Jo Bloggs")" said Jo', 'speaker="Jo Bloggs" does not stand in the text'),
        ("[Jo](person; nominee:person,theme=Star)", 'theme="Star" does not stand in the text'),
        ("[3](number:count=3,of=pupils) schools", 'of="pupils" has words that are not in the text'),
        ("[Jo](nominee:person)", "nominee 'Jo' has no organisation or person label"),
    ],
)
def test_what_is_probably_not_meant(annotated: Make, body: str, expected: str) -> None:
    warnings = [warning.what for warning in warnings_of(annotated(body))]
    assert len(warnings) == 1, warnings
    assert expected in warnings[0]


@pytest.mark.parametrize(
    "body",
    [
        '[Kent](region:county,in="South East") and [Kent County Council](org:local_authority)',
        '[Kent](region:county) and "[in [Kent](region:county)](quote)"',
        "[Ash](org:employer) washes Ashford",
        "[three](number:count=3) of three",
        '[3](number:count=3,of="primary schools") primary and [4](number:count=4,of=schools) secondary schools',
        '[Fell\nFoods](org:employer) is [FF](org:employer,name="Fell Foods")',
        '"[Hi](quote:speaker="selection panel")" said our Selection Panel',
    ],
)
def test_what_is_fine(annotated: Make, body: str) -> None:
    assert warnings_of(annotated(body)) == []


def test_a_real_page_is_pointed_out(annotated: Make) -> None:
    (warning,) = warnings_of(annotated("words", origin="https://example.org/awards"))
    assert "Only invented documents" in warning.what


def test_bare_words_inside_a_quotation_are_pointed_out(annotated: Make) -> None:
    (warning,) = warnings_of(annotated('[Fell Foods](org:employer): "[we like Fell Foods](quote)"'))
    assert "is bare here" in warning.what


def test_counts_and_what_is_thin(folder: Folder) -> None:
    body = "[Fell Foods](org:employer; nominee:organisation,outcome=winner) met " + "[3](number:count=3) " * 6
    result = statistics(read_corpus(folder(one=body + "a.", two=body + "b.")))
    assert (result.documents, result.median_words) == (2, 10)
    assert result.tables["genre"]["award_page"] == 2
    assert result.tables["genre"]["blog"] == 0
    assert result.tables["unit"]["count"] == 12
    assert "count" not in result.thin["unit"]
    assert "winner" in result.thin["outcome"]
    report = result.report()
    assert "2 documents, 20 words, median 10" in report
    assert "  genre: annual_report, blog" in report


def test_agreement_scores_one_annotator_against_the_other(folder: Folder) -> None:
    first = folder("first", page="[Ash](org:employer) in [Kent](region:county)", alone="Words.")
    second = folder("second", page="[Ash](org:charity) in Kent")
    evaluation, alone = agreement(read_corpus(first), read_corpus(second))
    assert evaluation.counts("organisations") == Counts(1, 1, 1)
    assert evaluation.counts("organisation_type") == Counts(0, 1, 1)
    assert evaluation.counts("regions") == Counts(0, 1, 0)
    assert alone == ("alone",)


def test_annotators_must_not_change_the_text(folder: Folder) -> None:
    first, second = (
        folder("first", page="One\n[Kent](region:county)"),
        folder("second", page="One\n[Kant](region:county)"),
    )
    with pytest.raises(CorpusError, match=r"page\.md:9: the text differs from .*page\.md:9, 'ant' for 'ent'"):
        agreement(read_corpus(first), read_corpus(second))


def test_folders_without_a_document_in_common(folder: Folder) -> None:
    with pytest.raises(CorpusError, match="share no document"):
        agreement(read_corpus(folder("first", one="One.")), read_corpus(folder("second", two="Two.")))
