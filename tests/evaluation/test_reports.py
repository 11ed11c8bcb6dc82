"""Tables, listed mistakes, the HTML report, and JSON for later comparison."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest

from champion_extract.errors import RecordError
from champion_extract.evaluation.comparison import compare, describe_comparison, read_scores
from champion_extract.evaluation.document_form import AnnotatedDocument
from champion_extract.evaluation.mistakes import Mistake, describe, mistakes_of
from champion_extract.evaluation.report_html import html_report
from champion_extract.evaluation.report_table import report
from champion_extract.evaluation.scoring import Evaluation, score_document
from champion_extract.evaluation.summary import as_json, write_scores

Make = Callable[..., AnnotatedDocument]
Score = Callable[..., Evaluation]
GOLD = (
    '[Hadrian Rail](org:employer) and [Fell Foods](org:employer) in [Kent](region:county,in="South East") '
    "met [over 3](number:count=3,more_than) pupils"
)
FOUND = (
    "[Hadrian Rail](org:charity) and Fell [Foods](org:employer) in Kent "
    "met over [3](number:count=3) [pupils](region:town)"
)


@pytest.fixture
def scored(annotated: Make) -> Score:
    """An evaluation of documents given as (gold, found)."""

    def make(*pairs: tuple[str, str], **front_matter: str) -> Evaluation:
        return Evaluation(
            tuple(
                score_document(annotated(gold, f"page{number}", **front_matter), annotated(found).gold)
                for number, (gold, found) in enumerate(pairs)
            )
        )

    return make


def verdicts(mistakes: list[Mistake], text: str) -> list[tuple[str, str, str | None, str | None]]:
    return [
        (
            one.kind,
            one.verdict,
            one.wanted and text[one.wanted.fact.start : one.wanted.fact.end],
            one.found and text[one.found.fact.start : one.found.fact.end],
        )
        for one in mistakes
    ]


def test_each_mistake_is_listed_once_in_reading_order(scored: Score) -> None:
    (score,) = scored((GOLD, FOUND)).documents
    assert verdicts(mistakes_of(score), score.document.text) == [
        ("organisation", "wrong detail", "Hadrian Rail", "Hadrian Rail"),
        ("organisation", "wrong span", "Fell Foods", "Foods"),
        ("region", "missed", "Kent", None),
        ("number", "missed", "over 3", None),
        ("number", "false alarm", None, "3"),
        ("region", "false alarm", None, "pupils"),
    ]


def test_a_mistake_says_where_and_what(scored: Score) -> None:
    (score,) = scored((f"First line.\n{GOLD}", f"First line.\n{FOUND}")).documents
    described = describe(mistakes_of(score)[0], score)
    assert described.splitlines() == [
        "page0.md:9: organisation, wrong detail (organisation + type)",
        "    First line.⏎»Hadrian Rail« and Fell Foods in Kent met over 3 pupils",
        "    gold:  [Hadrian Rail](org:employer)",
        "    found: [Hadrian Rail](org:charity)  confidence 1.00",
    ]


def test_two_categories_on_one_name_are_compared_each_with_its_own(scored: Score) -> None:
    (score,) = scored(
        (
            "[Jo](nominee:person,theme=A; nominee:person,theme=B)",
            "[Jo](nominee:person,theme=C; nominee:person,theme=A)",
        )
    ).documents
    (mistake,) = mistakes_of(score)
    assert describe(mistake, score).endswith("[Jo](nominee:person,theme=C)  confidence 1.00")


def test_gold_against_itself_has_no_mistakes(scored: Score) -> None:
    (score,) = scored((GOLD, GOLD)).documents
    assert mistakes_of(score) == []


def test_the_markdown_table_has_a_row_for_each_field_and_group(scored: Score) -> None:
    table = report(scored((GOLD, FOUND), (FOUND, FOUND), genre="blog"), markdown=True)
    assert "| organisations | 0.750 | 0.750 | 0.750 |" in table
    assert "| region + English region | 0.500 | 0.500 | 0.500 |" in table
    assert re.search(r"^\| blog \| 2 \| 0\.75 \|", table, re.MULTILINE)
    assert len({line.count("|") for line in table.split("\n\n")[1].splitlines()}) == 1
    assert "| nominees | – | – | – |" in table


def test_html_shows_the_text_to_the_letter_and_escapes_it(scored: Score) -> None:
    body = (
        '<script>alert(1)</script> & [Hadrian "Rail"](org:employer,name="</style><b>") \\[x\\]\n\n  '
        "[[Fell](region:town) Council](org:local_authority)"
    )
    evaluation = scored((body, body.replace("(region:town)", "(region:city)")))
    page = html_report(evaluation)
    match = re.search(r'<div class="text">(.*?)</div>', page, re.DOTALL)
    assert match is not None
    assert unescape(re.sub(r"<[^>]*>", "", match[1])) == evaluation.documents[0].document.text
    assert "<script" not in page
    assert "</style><b>" not in page
    assert "http" not in page.replace("http-equiv", "")


def test_html_colours_hits_misses_and_false_alarms(scored: Score) -> None:
    page = html_report(scored((GOLD, FOUND)))
    for verdict in ("hit", "detail", "missed", "alarm"):
        assert f'class="fact {verdict} first last"' in page


def test_json_holds_no_words_of_the_documents(scored: Score) -> None:
    data = json.dumps(as_json(scored((GOLD, FOUND))))
    assert "Hadrian" not in data
    assert "Kent" not in data


def compared(tmp_path: Path, old: Evaluation, new: Evaluation, with_words: bool = True) -> str:
    write_scores(tmp_path / "old.json", old)
    return describe_comparison(compare(read_scores(tmp_path / "old.json"), new), new, with_words=with_words)


def test_repairs_and_regressions_are_listed_once(tmp_path: Path, scored: Score) -> None:
    better, worse = scored((GOLD, GOLD), (FOUND, FOUND)), scored((GOLD, FOUND), (FOUND, FOUND))
    said = compared(tmp_path, worse, better)
    assert "repaired: regions, found now: page0: Hadrian Rail and Fell Foods in »Kent« met over 3 pupils" in said
    assert "repaired: regions, false alarm gone: page0: " in said
    assert said.count("»Kent«") == 1
    assert "broken" not in said
    said = compared(tmp_path, better, worse)
    assert "broken: regions, missed now: page0: " in said
    assert "broken: organisation + type, missed now: page0: »Hadrian Rail«" in said
    assert "repaired" not in said


def test_without_words_only_the_place_is_said(tmp_path: Path, scored: Score) -> None:
    said = compared(tmp_path, scored((GOLD, FOUND)), scored((GOLD, GOLD)), with_words=False)
    assert "found now: page0: 31 to 35" in said
    assert "Kent" not in said


def test_the_difference_is_taken_over_documents_that_both_have(tmp_path: Path, scored: Score) -> None:
    said = compared(tmp_path, scored((GOLD, FOUND), (FOUND, FOUND)), scored((GOLD, GOLD)))
    assert "1 documents compared; 1 only before, 0 only now" in said


def test_the_same_again_is_no_difference(tmp_path: Path, scored: Score) -> None:
    evaluation = scored((GOLD, FOUND), (GOLD.replace("Kent", "Ayr"), FOUND.replace("Kent", "Ayr")))
    said = compared(tmp_path, evaluation, evaluation)
    assert "nothing broken, nothing repaired" in said
    assert "*" not in said.split("\n\n", 1)[1]


def test_changed_gold_is_said(tmp_path: Path, scored: Score) -> None:
    said = compared(tmp_path, scored((GOLD, FOUND)), scored((GOLD.replace("org:employer", "org:charity"), FOUND)))
    assert "the annotation has changed since" in said


def test_scores_of_other_documents_cannot_be_compared(tmp_path: Path, scored: Score) -> None:
    with pytest.raises(RecordError, match="no document is in both"):
        compared(tmp_path, scored((GOLD, FOUND)), scored(("Other text", "Other text")))


OLD_SCORES = [
    "{",
    "[]",
    '{"schema": "champion-extract scores 0", "corpus": {"hash": ""}, "documents": {}}',
    '{"schema": "champion-extract scores 1", "corpus": {"hash": ""}, "documents": {"page": []}}',
]


@pytest.mark.parametrize("content", OLD_SCORES)
def test_old_scores_that_cannot_be_used(tmp_path: Path, content: str) -> None:
    path = tmp_path / "old.json"
    path.write_text(content)
    with pytest.raises(RecordError, match="Give a file that 'evaluate --json' of this version wrote"):
        read_scores(path)
