"""JSON Lines: one record a line in UTF-8, the form that loses nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from pydantic import ValidationError

from champion_extract.errors import RecordError
from champion_extract.records import SCHEMA_VERSION, Record


def record_line(record: Record) -> bytes:
    """The record as one line, with its line feed."""
    return record.model_dump_json().encode("utf-8") + b"\n"


class JsonlWriter:
    """Writes records to a binary stream, each as it comes."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, record: Record) -> None:
        """Write one record."""
        self._stream.write(record_line(record))

    def close(self) -> None:
        """Nothing is left to write."""


def read_jsonl(path: Path) -> Iterator[Record]:
    """The records of a file; ``RecordError`` names the line that is none."""
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield _record(path, number, line)
    except OSError as error:
        raise RecordError(f"{path}: cannot be read ({error.strerror or error}). Check the path") from error


def _record(path: Path, number: int, line: bytes) -> Record:
    try:
        return Record.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the line"
        raise RecordError(
            f"{path}, line {number}: not a record of schema {SCHEMA_VERSION} ({where}: {first['msg']}). "
            "Extract the documents again with this version"
        ) from None
