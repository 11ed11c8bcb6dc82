"""Choices that options take, as enumerations, since that is how typer checks and lists them."""

from __future__ import annotations

from enum import StrEnum


class OutputFormat(StrEnum):
    """What standard output gets."""

    jsonl = "jsonl"
    csv = "csv"
    table = "table"


class SchemaFormat(StrEnum):
    """How the record's form is shown."""

    json = "json"
    markdown = "markdown"
