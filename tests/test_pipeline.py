"""The pipeline: the shipped model is the one in models/, fits this version, and others are refused by name."""

from __future__ import annotations

import filecmp
import json
import shutil
from pathlib import Path

import pytest
import spacy

from champion_extract import pipeline
from champion_extract.errors import ModelError
from champion_extract.extraction import extract


def test_the_tree_keeps_one_model_and_the_package_ships_it(root: Path) -> None:
    kept = [folder for folder in (root / "models").iterdir() if folder.is_dir()]
    assert [folder.name for folder in kept] == [pipeline.shipped().name]
    compared = filecmp.dircmp(kept[0], pipeline.shipped())
    assert not compared.diff_files + compared.left_only + compared.right_only, "build again: make model"


def test_the_shipped_model_is_what_build_builds() -> None:
    assert pipeline.load().config.to_str() == pipeline.build().config.to_str(), "build again: make model"


@pytest.mark.parametrize(
    ("fits", "message"),
    [
        (">=0.0.1,<0.1", "made for champion-extract >=0.0.1,<0.1, this is 0.1.0"),
        ("", "unknown"),
        (None, "no model there"),
    ],
)
def test_a_model_that_does_not_fit_is_refused(tmp_path: Path, fits: str | None, message: str) -> None:
    folder = tmp_path / "model"
    shutil.copytree(pipeline.shipped(), folder)
    meta = json.loads((folder / "meta.json").read_text("utf-8"))
    if fits is None:
        (folder / "meta.json").unlink()
    else:
        (folder / "meta.json").write_text(json.dumps({**meta, "champion_extract": fits}), "utf-8")
    with pytest.raises(ModelError, match=message):
        pipeline.load(folder)


def test_one_component_can_be_used_alone() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("champion_numbers")
    doc = nlp("They met more than 6,000 students in Kent.")
    assert [(span.text, span.label_) for span in doc.spans["numbers"]] == [("more than 6,000", "count")]


def test_facts_survive_the_journey_to_another_process() -> None:
    nlp = pipeline.load()
    text = "Employer of the Year: Hadrian Rail Ltd of Newport. “We did it,” said Jo Bloggs. It met 40 pupils."
    (doc,) = nlp.pipe([text], batch_size=1)
    doc = spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes())
    from champion_extract.components.handover import take
    from champion_extract.finding.facts import PlaceMention, Quantity, Quotation

    for group, kind in (("numbers", Quantity), ("regions", PlaceMention), ("quotes", Quotation)):
        facts = take(doc, group, kind)
        assert facts
        assert all(isinstance(fact, kind) for fact in facts)
    assert extract(text, nlp).records[0].document.text == text
