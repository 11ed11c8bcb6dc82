"""Exports: whole or not at all, no formula for a spreadsheet, nothing lost in JSON Lines."""

from __future__ import annotations

import csv
import io
import os
import sys
from pathlib import Path

import pytest

from champion_extract.errors import OutputError, RecordError
from champion_extract.export import open_writer, read_records
from champion_extract.export.csv_rows import guard
from champion_extract.extraction import extract
from champion_extract.records import Extraction


@pytest.fixture(scope="module")
def extraction() -> Extraction:
    return extract("Employer of the Year: Hadrian Rail Ltd\n\nSchool of the Year: =SUM(A1) Academy\n")


def test_json_lines_lose_nothing(extraction: Extraction, tmp_path: Path) -> None:
    path = tmp_path / "deep" / "records.jsonl"
    with open_writer(path) as writer:
        for record in extraction.records:
            writer.write(record)
    assert tuple(read_records(path)) == extraction.records


def test_csv_has_a_row_a_record_and_a_bom(extraction: Extraction, tmp_path: Path) -> None:
    path = tmp_path / "records.csv"
    with open_writer(path) as writer:
        for record in extraction.records:
            writer.write(record)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))))
    assert [row["record_id"] for row in rows] == [record.record_id for record in extraction.records]
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "@"))]


@pytest.mark.parametrize(
    ("cell", "guarded"),
    [
        ("=1+1", "'=1+1"),
        ("@cmd", "'@cmd"),
        ("-2+3", "'-2+3"),
        ("+44", "+44"),
        ("-3.5", "-3.5"),
        ("a=1", "a=1"),
        ("", ""),
    ],
)
def test_a_cell_is_never_a_formula(cell: str, guarded: str) -> None:
    assert guard(cell) == guarded


@pytest.mark.parametrize("name", ["records.jsonl", "records.csv"])
def test_a_run_that_breaks_leaves_nothing(tmp_path: Path, name: str) -> None:
    def broken() -> None:
        with open_writer(tmp_path / name):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken()
    assert list(tmp_path.iterdir()) == []


def test_a_run_that_breaks_keeps_the_file_that_was_there(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text("old")

    def broken() -> None:
        with open_writer(path):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken()
    assert path.read_text() == "old"


@pytest.mark.skipif(
    sys.platform == "win32" or (hasattr(os, "geteuid") and os.geteuid() == 0), reason="root may write anywhere"
)
def test_a_folder_that_refuses_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match="cannot be written"), open_writer(tmp_path / "x.jsonl"):
        pass


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("x.docx", "no format has this ending"),
        ("folder.jsonl", "is a folder"),
        ("file.txt/x.jsonl", "cannot be written"),
    ],
)
def test_an_output_that_cannot_be_says_why(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "folder.jsonl").mkdir()
    (tmp_path / "file.txt").write_text("")
    with pytest.raises(OutputError, match=message), open_writer(tmp_path / name):
        pass


@pytest.mark.parametrize(
    ("line", "message"),
    [("{", "line 2: not a record"), ('{"schema_version": "0.9"}', "schema_version"), ("[]", "line 2")],
)
def test_a_line_that_is_no_record_is_named(extraction: Extraction, tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(extraction.records[0].model_dump_json() + "\n" + line + "\n", encoding="utf-8")
    with pytest.raises(RecordError, match=message):
        list(read_records(path))
