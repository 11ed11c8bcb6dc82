"""Build hook: copies the shipped model from models/ into the package, where importlib.resources finds it.

models/ holds one folder NAME-VERSION/; the copy under src/champion_extract/models/ is not kept in git.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ModelHook(BuildHookInterface[Any]):
    """Copies before each build of a wheel, editable ones among them."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Replace the package's copy by what models/ holds now; ``version`` and ``build_data`` are hatch's."""
        root = Path(self.root)
        copy = root / "src" / "champion_extract" / "models"
        shutil.rmtree(copy, ignore_errors=True)
        copy.mkdir(parents=True)
        for folder in sorted((root / "models").iterdir()):
            if (folder / "meta.json").is_file():
                shutil.copytree(folder, copy / folder.name)
