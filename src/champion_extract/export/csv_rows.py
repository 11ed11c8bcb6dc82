"""CSV with one row a record, for spreadsheets: UTF-8 with a BOM, as Excel wants it, and no cell that is a formula."""

from __future__ import annotations

import csv
import io
from typing import BinaryIO

from champion_extract.export.rows import COLUMNS, row
from champion_extract.records import Record

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def guard(cell: str) -> str:
    """``cell`` as a spreadsheet will show it: an apostrophe keeps what begins like a formula from being run.

    The method is OWASP's for CSV injection. A plain number stays a number.
    """
    if not cell.startswith(_FORMULA):
        return cell
    try:
        float(cell)
    except ValueError:
        return "'" + cell
    return cell


class CsvWriter:
    """Writes records to a binary stream as rows, the header first."""

    def __init__(self, stream: BinaryIO) -> None:
        self._text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="", write_through=True)
        self._rows = csv.writer(self._text)
        self._rows.writerow(COLUMNS)

    def write(self, record: Record) -> None:
        """Write one record."""
        self._rows.writerow([guard(cell) for cell in row(record).values()])

    def close(self) -> None:
        """Flush, and leave the stream open for its owner."""
        self._text.detach()
