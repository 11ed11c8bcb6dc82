"""The README's promises hold: its session runs as printed, its commands exist, the data dictionary is fresh."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

from champion_extract.cli import app
from champion_extract.export.dictionary import markdown


def test_the_python_session_prints_what_it_says(root: Path) -> None:
    block = re.search(r"```python\n(.*?)```", (root / "README.md").read_text("utf-8"), re.DOTALL)
    assert block is not None
    case = doctest.DocTestParser().get_doctest(block.group(1), {}, "README", "README.md", 0)
    assert case.examples
    said: list[str] = []
    assert doctest.DocTestRunner().run(case, out=said.append).failed == 0, "".join(said)


def test_every_command_it_shows_exists(root: Path) -> None:
    shown = set(re.findall(r"^ {4}.*?champion-extract ([a-z]+)", (root / "README.md").read_text("utf-8"), re.MULTILINE))
    named = {command.name or command.callback.__name__ for command in app.registered_commands if command.callback}
    named |= {group.name for group in app.registered_groups if group.name}
    assert shown
    assert shown <= named


def test_every_make_target_it_shows_exists(root: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (root / "Makefile").read_text("utf-8"), re.MULTILINE))
    for page in ("README.md", "CONTRIBUTING.md", "models/README.md", "corpus/README.md"):
        assert set(re.findall(r"(?:`|^ {4})make ([a-z-]+)", (root / page).read_text("utf-8"), re.MULTILINE)) <= targets


def test_the_data_dictionary_is_fresh_and_complete(root: Path) -> None:
    written = (root / "docs" / "fields.md").read_text("utf-8")
    assert written == markdown()
    assert not re.findall(r"^\| `.*\|  \|$", written, re.MULTILINE), "a field without a meaning"
