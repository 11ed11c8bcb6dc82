"""What can go wrong, as one tree; every message says what happened, where, and what to do next.

    ChampionExtractError
    ├── ReadingError          a source could not be turned into a document; names the source
    │   ├── EmptySourceError      nothing in it to read
    │   ├── UnreadableSourceError binary, undecodable, broken link, missing, too large
    │   └── UnknownFormatError    no reader for this ending
    ├── ModelError            the shipped or named model is missing or does not fit this version
    ├── TableError            a data table has a bad row; names file, line and column
    ├── RecordError           a record file is broken or of another schema version
    ├── OutputError           a result could not be written; nothing half-written is left
    ├── CorpusError           annotated documents with faults; lists all of them, each with file and line
    └── GateError             floors that cannot be used, or belong to another corpus

The command line prints ``str(error)`` and exits; Python callers catch ``ChampionExtractError``.
"""

from __future__ import annotations


class ChampionExtractError(Exception):
    """Root of all errors that this package raises on purpose."""


class ReadingError(ChampionExtractError):
    """A source that could not be read. ``source`` is its name, ``reason`` what went wrong, ``remedy`` what to do."""

    def __init__(self, source: str, reason: str, remedy: str) -> None:
        super().__init__(f"{source}: {reason}. {remedy}")
        self.source = source
        self.reason = reason
        self.remedy = remedy


class EmptySourceError(ReadingError):
    """Nothing to read: no bytes, white space only, or a web page without text."""


class UnreadableSourceError(ReadingError):
    """Bytes that are no text, a path that leads nowhere, or more than the size limit."""


class UnknownFormatError(ReadingError):
    """A file whose ending no reader knows."""


class ModelError(ChampionExtractError):
    """No model, or one made for other versions."""


class TableError(ChampionExtractError):
    """A row of a data table that does not validate."""

    def __init__(self, table: str, line: int, reason: str) -> None:
        super().__init__(f"{table}, line {line}: {reason}. Mend that row; columns are explained in tables/README.md")
        self.table = table
        self.line = line


class RecordError(ChampionExtractError):
    """A file of records that is not what this version writes."""


class OutputError(ChampionExtractError):
    """A result that could not be written."""


class CorpusError(ChampionExtractError):
    """Faults in annotated documents; ``faults`` holds one line each, 'file:line: what, and the remedy'."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class GateError(ChampionExtractError):
    """Floors that are missing, malformed or made for another corpus or schema."""
