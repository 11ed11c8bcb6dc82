"""evaluate, diff and corpus as a user runs them; the extractor is a stand-in that returns what the test says."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
import typer
from typer.testing import CliRunner, Result

from champion_extract.cli.corpus import corpus
from champion_extract.cli.diff import diff
from champion_extract.cli.evaluate import evaluate
from champion_extract.errors import ChampionExtractError, ReadingError
from champion_extract.evaluation.document_form import parse_document
from champion_extract.evaluation.gold_records import gold_extraction
from champion_extract.export.jsonl import record_line
from champion_extract.records import Extraction

app = typer.Typer()
app.command("evaluate")(evaluate)
app.command("diff")(diff)
app.add_typer(corpus, name="corpus")

HEAD = "---\ngenre: blog\nlayout: paragraphs\npublisher: other\nregion: none\norigin: invented\n---\n"
GOLD = "[Hadrian Rail](org:employer) met [3](number:count=3) in [Kent](region:county)"
FOUND = "[Hadrian Rail](org:employer) met [3](number:count=3) in Kent"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(one) for one in arguments])


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Say what the extractor finds: found("[Kent](region:county)")."""

    def say(body: str) -> None:
        document = parse_document(f"{HEAD}{body}\n", "page").document

        def extract(text: str) -> Extraction:
            if text != document.text:
                raise ReadingError("text", "is not the one that the test is about", "Mend the test")
            return gold_extraction(document)

        stand_in = ModuleType("champion_extract.extraction")
        stand_in.extract = extract  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, "champion_extract.extraction", stand_in)

    return say


@pytest.fixture
def dev(tmp_path: Path) -> Path:
    folder = tmp_path / "dev"
    folder.mkdir()
    (folder / "page.md").write_text(f"{HEAD}{GOLD}\n", "utf-8")
    return folder


def test_scores_are_printed(dev: Path, found: Callable[[str], None]) -> None:
    found(FOUND)
    result = run("evaluate", dev)
    assert result.exit_code == 0
    assert "organisation + type" in result.output
    assert run("evaluate", dev, "--markdown").output.splitlines()[2].startswith("| field | precision |")


def test_the_extractor_is_the_one_that_users_call(dev: Path, tmp_path: Path) -> None:
    result = run("evaluate", dev, "--json", tmp_path / "scores.json")
    assert result.exit_code == 0, result.output
    assert json.loads((tmp_path / "scores.json").read_text())["documents"]["page"]["failure"] is None


def test_errors_are_listed(dev: Path, found: Callable[[str], None]) -> None:
    found(FOUND)
    assert "page.md:8: region, missed" in run("evaluate", dev, "--errors").output


def test_html_is_written(dev: Path, tmp_path: Path, found: Callable[[str], None]) -> None:
    found(FOUND)
    assert run("evaluate", dev, "--html", tmp_path / "out" / "report.html").exit_code == 0
    assert "Hadrian Rail" in (tmp_path / "out" / "report.html").read_text("utf-8")


def test_the_gate_fails_when_an_extractor_breaks(dev: Path, tmp_path: Path, found: Callable[[str], None]) -> None:
    floors = tmp_path / "floors.json"
    found(GOLD)
    with pytest.raises(ChampionExtractError, match="no floors yet"):
        CliRunner().invoke(app, ["evaluate", str(dev), "--gate", str(floors)], catch_exceptions=False)
    assert run("evaluate", dev, "--gate", floors, "--update-floors").exit_code == 0
    assert run("evaluate", dev, "--gate", floors).exit_code == 0
    found(FOUND)
    result = run("evaluate", dev, "--gate", floors)
    assert result.exit_code == 1
    assert "below its floor: regions, F1 0.0000, floor 1.0000" in result.output
    assert run("evaluate", dev, "--gate", floors, "--update-floors").exit_code == 1
    assert json.loads(floors.read_text())["floors"]["regions"] == 1.0
    assert run("evaluate", dev, "--gate", floors, "--update-floors", "--allow-lower").exit_code == 0


def test_options_that_need_another(dev: Path) -> None:
    assert run("evaluate", dev, "--update-floors").exit_code == 2
    assert run("evaluate", dev, "--gate", "floors.json", "--allow-lower").exit_code == 2


def test_a_test_split_is_not_shown_unasked(dev: Path, tmp_path: Path, found: Callable[[str], None]) -> None:
    found(FOUND)
    test = dev.rename(tmp_path / "test")
    old, html = tmp_path / "old.json", tmp_path / "report.html"
    assert run("evaluate", test, "--json", old).exit_code == 0
    assert "Kent" not in old.read_text()
    for option in (["--errors"], ["--html", str(html)]):
        result = run("evaluate", test, *option)
        assert result.exit_code == 2
        assert "--spoil-test" in result.output
        assert "Kent" not in result.output
    assert not html.exists()
    found(GOLD)
    assert "Kent" not in run("evaluate", test, "--against", old).output
    assert "Kent" in run("evaluate", test, "--against", old, "--spoil-test").output
    found(FOUND)
    assert "Kent" in run("evaluate", test, "--errors", "--spoil-test").output


def test_what_was_repaired_since(dev: Path, tmp_path: Path, found: Callable[[str], None]) -> None:
    found(FOUND)
    run("evaluate", dev, "--json", tmp_path / "old.json")
    found(GOLD)
    assert "repaired: regions, found now: page: " in run("evaluate", dev, "--against", tmp_path / "old.json").output


def test_a_document_that_fails_fails_the_run(dev: Path, found: Callable[[str], None]) -> None:
    found("Another text")
    result = run("evaluate", dev)
    assert result.exit_code == 1
    assert "failed: page: text: is not the one" in result.output


def test_diff_of_two_runs(dev: Path, tmp_path: Path) -> None:
    old, new = tmp_path / "old.jsonl", tmp_path / "new.jsonl"
    for path, body in ((old, GOLD), (new, FOUND)):
        document = parse_document(f"{HEAD}{body}\n", "page", Path("page.md")).document
        path.write_bytes(b"".join(map(record_line, gold_extraction(document).records)))
    assert run("diff", old, old).exit_code == 0
    result = run("diff", old, new)
    assert result.exit_code == 1
    assert result.output.splitlines() == ["removed: page.md 22-26 region 'Kent'", "0 added, 1 removed, 0 changed"]


def test_corpus_check(dev: Path) -> None:
    assert run("corpus", "check", dev).output == "1 documents, no faults, 0 warnings\n"
    (dev / "two.md").write_text(f"{HEAD}[Fell](org:employer) and Fell\n", "utf-8")
    assert "two.md:8: warning: 'Fell' is bare here" in run("corpus", "check", dev).output
    (dev / "three.md").write_text(f"{HEAD}[Fell](org:firm) and [\n", "utf-8")
    result = run("corpus", "check", dev)
    assert result.exit_code == 1
    assert f"{dev / 'three.md'}:8: 'Fell': unknown type of organisation 'firm'" in result.output
    assert "'[' is never closed" in result.output


def test_warnings_about_a_test_split_are_shown_only_when_it_is_checked_alone(dev: Path, tmp_path: Path) -> None:
    test = tmp_path / "test"
    test.mkdir()
    (test / "two.md").write_text(f"{HEAD}[Fell](org:employer) and Fell\n", "utf-8")
    assert "'Fell' is bare here" in run("corpus", "check", test).output
    result = run("corpus", "check", dev, test)
    assert result.exit_code == 0
    assert "Fell" not in result.output
    assert "1 warnings, 1 of them about the test split" in result.output


def test_corpus_stats(dev: Path) -> None:
    assert run("corpus", "stats", dev).output.startswith("1 documents, 6 words")


def test_corpus_agree(dev: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "page.md").write_text(f"{HEAD}{FOUND}\n", "utf-8")
    assert run("corpus", "agree", dev, dev).exit_code == 0
    assert "region, missed" in run("corpus", "agree", dev, other, "--errors").output
    (other / "more.md").write_text(f"{HEAD}More\n", "utf-8")
    assert run("corpus", "agree", dev, other).exit_code == 1
