"""The built wheel holds all that the command needs: installed apart from the source, it reads a write-up."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(root)]
    subprocess.run(command, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def test_it_holds_the_model_the_tables_and_the_type_marker(wheel: Path, root: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert "champion_extract/py.typed" in names
    assert [name for name in names if name.startswith("champion_extract/models/") and name.endswith("/meta.json")]
    package = root / "src" / "champion_extract"
    data = [path for path in package.rglob("*") if path.suffix in {".csv", ".yaml", ".j2", ".md"} and path.is_file()]
    assert data
    assert {path.relative_to(package.parent).as_posix() for path in data} <= names


def test_it_works_away_from_the_source(wheel: Path, root: Path, tmp_path: Path) -> None:
    target = tmp_path / "installed"
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(target), str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    # Isolated from the editable install: only the target and the dependencies are on the path.
    code = (
        "import sys; sys.path = [p for p in sys.path if not p.endswith('/src')]; "
        f"sys.path.insert(0, {str(target)!r}); "
        "import champion_extract; assert champion_extract.__file__.startswith(sys.path[0]); "
        "from champion_extract.cli import main; main()"
    )
    sample = root / "corpus" / "samples" / "hub-awards.txt"
    done = subprocess.run(
        [sys.executable, "-c", code, "extract", str(sample)],
        capture_output=True,
        cwd=tmp_path,
        env={**os.environ},
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(done.stdout.splitlines()) > 3
