"""The spaCy pipeline: built from its components, or loaded from the model that the package ships.

A model is a folder NAME-VERSION as spaCy writes it; its meta.json says for which versions of this package it was
made, and one that does not fit is refused. Options of the components live in the model's config.cfg.
"""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.util import is_compatible_version

from champion_extract import __version__, components
from champion_extract.errors import ModelError
from champion_extract.reading import MAX_CHARACTERS

COMPONENTS = (
    "champion_sections",
    "champion_organisations",
    "champion_regions",
    "champion_numbers",
    "champion_quotes",
    "champion_nominees",
)
MODEL_NAME = "champion_rules"
MODEL_VERSION = "0.1.0"
FITS = ">=0.1,<0.2"
"""The versions of this package that a model built by this version fits."""


def build() -> Language:
    """A new pipeline of rules and tables on spaCy's English tokeniser; ``build().to_disk(FOLDER)`` is a model."""
    assert components  # the factories are known once this package is imported, also without entry points
    nlp = spacy.blank("en")
    nlp.max_length = MAX_CHARACTERS
    for component in COMPONENTS:
        nlp.add_pipe(component)
    nlp.meta.update({"name": MODEL_NAME, "version": MODEL_VERSION, "champion_extract": FITS})
    return nlp


@cache
def load(model: Path | None = None) -> Language:
    """The pipeline of ``model``, by default of the one that the package ships; loaded once.

    Raises ``ModelError`` where there is none or it was made for other versions, naming both and the remedy.
    """
    folder = shipped() if model is None else model
    meta = folder / "meta.json"
    if not meta.is_file():
        raise ModelError(f"{folder}: no model there (meta.json is missing). Name a folder that holds one")
    fits = json.loads(meta.read_text("utf-8")).get("champion_extract", "")
    if not fits or not is_compatible_version(__version__, fits):
        raise ModelError(
            f"{folder}: made for champion-extract {fits or 'unknown'}, this is {__version__}. "
            f"Install a fitting one: pip install 'champion-extract{fits}'"
        )
    nlp = spacy.load(folder)
    nlp.max_length = MAX_CHARACTERS
    return nlp


def shipped() -> Path:
    """The folder of the model inside the package; ``ModelError`` if the package was built without one."""
    models = resources.files("champion_extract").joinpath("models")
    if models.is_dir():
        for folder in sorted(models.iterdir(), key=lambda entry: entry.name):
            if folder.joinpath("meta.json").is_file() and isinstance(folder, Path):
                return folder
    raise ModelError(
        "champion-extract was installed without its model. "
        "Install it again: pip install --force-reinstall champion-extract"
    )
