"""Which format a file or stream gets, and the writers behind one small interface."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Literal, Protocol

from champion_extract.errors import OutputError
from champion_extract.export.atomic import atomic
from champion_extract.export.csv_rows import CsvWriter
from champion_extract.export.jsonl import JsonlWriter, read_jsonl
from champion_extract.export.terminal import TableWriter
from champion_extract.records import Record

Format = Literal["jsonl", "csv", "table"]
FILE_FORMATS: dict[str, Format] = {".jsonl": "jsonl", ".csv": "csv"}


class Writer(Protocol):
    """Takes records one by one."""

    def write(self, record: Record) -> None:
        """Write one record."""

    def close(self) -> None:
        """Write what is left."""


@contextmanager
def open_writer(path: Path | None, format: Format | None = None) -> Iterator[Writer]:
    """A writer to the file ``path``, by its ending, or to standard output in ``format``.

    By default standard output gets a table on a terminal and JSON Lines elsewhere. A file appears when the block ends
    well. Raises ``OutputError`` for an ending that no format has, and for what cannot be written.
    """
    if path is None:
        format = format or ("table" if sys.stdout.isatty() else "jsonl")
        writer: Writer = TableWriter(sys.stdout) if format == "table" else _binary(format, sys.stdout.buffer)
        yield writer
        writer.close()
        sys.stdout.flush()
        return
    chosen = FILE_FORMATS.get(path.suffix.lower())
    if chosen is None:
        raise OutputError(f"{path}: no format has this ending. Use one of {', '.join(FILE_FORMATS)}")
    if format is not None and format != chosen:
        raise OutputError(f"{path}: its ending says {chosen}, --format says {format}. Leave one of them out")
    with atomic(path) as stream:
        writer = _binary(chosen, stream)
        yield writer
        writer.close()


def read_records(path: Path) -> Iterator[Record]:
    """The records of a file that ``extract`` wrote; ``RecordError`` for anything else."""
    return read_jsonl(path)


def _binary(format: Format, stream: BinaryIO) -> Writer:
    return CsvWriter(stream) if format == "csv" else JsonlWriter(stream)
