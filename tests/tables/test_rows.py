"""A bad row of any table is an error that names the table, the line and what is wrong."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from champion_extract.errors import TableError
from champion_extract.tables.rows import checked_rows, table_rows

COLUMNS = ("word", "use")


@pytest.mark.parametrize(
    ("source", "line", "reason"),
    [
        ("word,kind\na,b\n", 1, "the header is word,kind, not word,use"),
        ("", 1, "the header is , not word,use"),
        ("word,use\na,b\nc\n", 3, "1 cells instead of 2"),
        ('word,use\n"a\nb",c\n ,d\n', 4, "word is empty"),
    ],
)
def test_a_bad_row_is_named(source: str, line: int, reason: str) -> None:
    with pytest.raises(TableError, match=f"names/words.csv, line {line}: {reason}"):
        list(checked_rows("names/words.csv", COLUMNS, source))


def test_cells_come_without_outer_spaces() -> None:
    assert list(checked_rows("t.csv", COLUMNS, 'word,use\n a ,"b, c"\n')) == [(2, ("a", "b, c"))]


def test_every_shipped_table_is_whole() -> None:
    tables = files("champion_extract.tables")
    seen = 0
    for folder in tables.iterdir():
        for table in folder.iterdir() if folder.is_dir() else ():
            if table.name.endswith(".csv"):
                columns = tuple(next(csv.reader(table.read_text("utf-8").splitlines())))
                assert list(table_rows(f"{folder.name}/{table.name}", columns))
                seen += 1
    assert seen > 30
