"""A readable table for the terminal; a nominee a row, the page's row where there is none."""

from __future__ import annotations

from typing import TextIO

from champion_extract.export.rows import english_regions, number_words, quote_words, row
from champion_extract.records import Record

_MOST = 3


class TableWriter:
    """Collects records and prints them as one table when closed."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._records: list[Record] = []

    def write(self, record: Record) -> None:
        """Keep one record for the table."""
        # Texts are not shown, and a folder's worth of them is much memory.
        self._records.append(record.model_copy(update={"document": record.document.model_copy(update={"text": None})}))

    def close(self) -> None:
        """Print the table, as wide as the terminal."""
        from rich import box
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        console = Console(file=self._stream, width=None if self._stream.isatty() else 160)
        plain = not (self._stream.encoding or "").lower().startswith("utf")
        table = Table(box=box.ASCII2 if plain else box.SIMPLE_HEAD, show_lines=True, expand=True)
        for name, ratio in (
            ("who", 4),
            ("for what", 4),
            ("where", 3),
            ("organisations", 4),
            ("numbers", 4),
            ("quotes", 5),
        ):
            table.add_column(name, ratio=ratio, overflow="fold")
        for record in self._records:
            table.add_row(*(Text(cell) for cell in _cells(record)))
        console.print(table)


def _cells(record: Record) -> list[str]:
    cells = row(record)
    who = cells["nominee"] or f"(page) {cells['title'] or record.document.source}"
    kind = cells["nominee_type"] or cells["nominee_kind"]
    what = [cells["theme"], " ".join(part for part in (cells["award"], cells["year"]) if part), cells["outcome"]]
    where = [one.name for one in record.regions]
    return [
        f"{who}\n{kind}" if kind else who,
        "\n".join(part for part in what if part),
        "\n".join([", ".join(where), *(f"[{name}]" for name in english_regions(record.regions))]).strip(),
        _some([one.name for one in record.organisations if one.role == "mentioned"]),
        _some([number_words(one) for one in record.numbers]),
        _some([_short(quote_words(one)) for one in record.quotes]),
    ]


def _some(lines: list[str]) -> str:
    more = len(lines) - _MOST
    return "\n".join([*lines[:_MOST], f"and {more} more"] if more > 0 else lines)


def _short(words: str, most: int = 90) -> str:
    words = " ".join(words.split())
    if len(words) <= most:
        return words
    tail = words[words.rfind("”") :]
    return f"{words[: most - len(tail) - 2].rstrip()} …{tail}"
