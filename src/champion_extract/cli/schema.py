"""``champion-extract schema``: the JSON Schema of a record, or the data dictionary."""

from __future__ import annotations

from typing import Annotated

import typer

from champion_extract.cli.choices import SchemaFormat


def schema(
    format: Annotated[
        SchemaFormat, typer.Option(help="JSON Schema, or the data dictionary in Markdown.")
    ] = SchemaFormat.json,
) -> None:
    """Print what a record looks like: its JSON Schema, or the data dictionary."""
    import json

    from champion_extract.export.dictionary import markdown
    from champion_extract.records import Record

    if format is SchemaFormat.markdown:
        typer.echo(markdown(), nl=False)
    else:
        typer.echo(json.dumps(Record.model_json_schema(mode="serialization"), indent=2))
