"""docs/evaluation.md against the commands and fields that it explains."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer
from typer.main import get_command

from champion_extract.cli.corpus import corpus
from champion_extract.cli.diff import diff
from champion_extract.cli.evaluate import evaluate
from champion_extract.evaluation.fields import FIELDS

DOCS = (Path(__file__).parents[2] / "docs" / "evaluation.md").read_text("utf-8")


def parameters_of(command: str) -> set[str]:
    app = typer.Typer()
    app.command("evaluate")(evaluate)
    app.command("diff")(diff)
    app.add_typer(corpus, name="corpus")
    group = get_command(app)
    context = typer.Context(group)
    found = group.get_command(context, command)  # type: ignore[attr-defined]
    assert found is not None, f"there is no command {command}"
    return {option for parameter in found.params for option in parameter.opts if option.startswith("--")}


def test_every_option_is_explained_and_none_is_made_up() -> None:
    explained = set(re.findall(r"--[a-z][a-z-]+", DOCS))
    existing = parameters_of("evaluate")
    assert explained - existing == set()
    assert existing - explained == {"--markdown"}, "the README shows it"


@pytest.mark.parametrize("command", sorted(set(re.findall(r"champion-extract (\w+)", DOCS))))
def test_every_command_exists(command: str) -> None:
    parameters_of(command)


@pytest.mark.parametrize("word", sorted({word for field in FIELDS for word in re.findall(r"[a-z]{4,}", field.title)}))
def test_every_field_is_explained(word: str) -> None:
    assert word.removesuffix("s") in DOCS
