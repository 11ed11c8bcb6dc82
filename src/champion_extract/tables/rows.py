"""Reading a table: the header, the width of each row and a filled first cell are checked the same way for all."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from importlib.resources import files

from champion_extract.errors import TableError


def table_rows(table: str, columns: tuple[str, ...]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield (line, cells) of ``table``, such as "names/titles.csv", below this package; cells are without outer spaces.

    Raises ``TableError`` where the header is not ``columns``, a row has another width, or its first cell is empty.
    """
    source = files("champion_extract.tables").joinpath(*table.split("/")).read_text(encoding="utf-8")
    yield from checked_rows(table, columns, source)


def checked_rows(table: str, columns: tuple[str, ...], source: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The same for the text of a table; ``table`` names it in errors."""
    reader = csv.reader(io.StringIO(source))
    header = tuple(next(reader, ()))
    if header != columns:
        raise TableError(table, 1, f"the header is {','.join(header)}, not {','.join(columns)}")
    for cells in reader:
        if len(cells) != len(columns):
            raise TableError(table, reader.line_num, f"{len(cells)} cells instead of {len(columns)}")
        if not cells[0].strip():
            raise TableError(table, reader.line_num, f"{columns[0]} is empty")
        yield reader.line_num, tuple(cell.strip() for cell in cells)
