"""The command ``champion-extract``: parse, call one library function, print. Heavy imports wait inside the commands."""

from __future__ import annotations

import io
import sys

import typer

from champion_extract.cli.corpus import corpus
from champion_extract.cli.diff import diff
from champion_extract.cli.evaluate import evaluate
from champion_extract.cli.extract import extract
from champion_extract.cli.places import places
from champion_extract.cli.schema import schema

app = typer.Typer(
    help="Turn write-ups about careers education champions into validated records.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command()(extract)
app.command()(schema)
app.command()(places)
app.command()(evaluate)
app.command()(diff)
app.add_typer(corpus, name="corpus")


def main() -> None:
    """Run the command. An error of this package becomes one message and exit status 2."""
    from champion_extract.errors import ChampionExtractError

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a cp1252 console shows ? for what it lacks, and goes on
    try:
        app()
    except ChampionExtractError as error:
        typer.echo(f"error: {error}", err=True)
        raise SystemExit(2) from None
