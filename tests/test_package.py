"""The package's face: few names, all there, and cheap to import."""

from __future__ import annotations

import subprocess
import sys

import pytest

import champion_extract


def test_every_public_name_is_there() -> None:
    for name in champion_extract.__all__:
        assert getattr(champion_extract, name) is not None


def test_an_unknown_name_is_refused_by_name() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Champion'"):
        _ = champion_extract.Champion


def test_importing_loads_neither_spacy_nor_pydantic() -> None:
    code = (
        "import sys, champion_extract, champion_extract.cli; "
        "print(sorted({'spacy', 'pydantic', 'lxml', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
