"""Finding sources: what cannot be read is said, and costs nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from champion_extract.errors import EmptySourceError, ReadingError, UnknownFormatError, UnreadableSourceError
from champion_extract.reading import find_sources, read


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b.txt").write_text("b")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.MD").write_text("# a")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / ".hidden.txt").write_text("no")
    (tmp_path / "empty").mkdir()
    return tmp_path


def test_folders_are_searched_to_the_bottom_in_order(folder: Path) -> None:
    names = [os.path.relpath(source.name, folder) for source in find_sources([folder])]
    assert names == ["b.txt", str(Path("deep", "a.MD"))]


@pytest.mark.parametrize(
    ("name", "error", "message"),
    [
        ("missing.txt", UnreadableSourceError, "no such file or folder"),
        ("empty", EmptySourceError, "no file that can be read"),
        ("broken.txt", UnreadableSourceError, "link to a file that is not there"),
    ],
)
def test_what_leads_nowhere_is_a_source_with_an_error(
    folder: Path, name: str, error: type[ReadingError], message: str
) -> None:
    (folder / "broken.txt").symlink_to(folder / "gone.txt")
    good, bad = find_sources([folder / "b.txt", folder / name])
    assert good.error is None
    assert isinstance(bad.error, error)
    assert message in str(bad.error)
    assert str(folder / name) in str(bad.error)


def test_an_ending_that_nobody_reads_names_those_that_are(folder: Path) -> None:
    with pytest.raises(UnknownFormatError, match=r"no reader for \.png.*\.txt"):
        read(folder / "picture.png")


def test_an_empty_file_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    with pytest.raises(EmptySourceError, match="it is empty"):
        read(tmp_path / "a.txt")


def test_a_folder_named_like_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(UnreadableSourceError, match="not an ordinary file"):
        read(tmp_path / "a.txt")
