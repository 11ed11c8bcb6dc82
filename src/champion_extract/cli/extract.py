"""``champion-extract extract``: write-ups in, records out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from champion_extract.cli.choices import OutputFormat


def extract(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input.")],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write here; the ending says how: .jsonl, .csv."),
    ] = None,
    format: Annotated[OutputFormat | None, typer.Option(help="Format for standard output.")] = None,
) -> None:
    """Turn write-ups into records.

    Reads .txt, .md, .html and .htm, folders to the bottom. Prints a table on a terminal, JSON Lines when piped.
    Exit status: 0 all done, 1 some documents failed, 2 wrong use.
    """
    from champion_extract.cli.progress import progress
    from champion_extract.cli.stopping import stoppable
    from champion_extract.errors import OutputError, ReadingError
    from champion_extract.export import open_writer
    from champion_extract.extraction import extract as extract_document
    from champion_extract.reading import find_sources, read

    sources = list(find_sources(paths))
    failed = 0
    with (
        stoppable(),
        open_writer(output, format.value if format else None) as writer,
        progress(len(sources)) as advance,
    ):
        for source in sources:
            try:
                if source.error is not None:
                    raise source.error
                assert source.path is not None
                for record in extract_document(read(source.path, name=source.name)).records:
                    writer.write(record)
            except ReadingError as error:
                failed += 1
                typer.echo(f"failed: {error}", err=True)
            except OutputError:
                raise
            except Exception as error:  # a fault of ours must not cost the other documents
                failed += 1
                what = f"{type(error).__name__}: {error}".splitlines()[0]
                typer.echo(f"failed: {source.name}: a fault in this program ({what}). Please report it", err=True)
            advance()
        if failed == len(sources):
            typer.echo("Nothing could be read, so nothing was written.", err=True)
            raise typer.Exit(1)  # leaves an output that is there as it was
    if failed:
        typer.echo(f"{failed} of {len(sources)} failed; the others are done.", err=True)
        raise typer.Exit(1)
