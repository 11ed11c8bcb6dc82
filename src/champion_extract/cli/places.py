"""``champion-extract places``: what the tables know of a name."""

from __future__ import annotations

from typing import Annotated

import typer


def places(name: Annotated[str, typer.Argument(help="A place, such as Newport.")]) -> None:
    """Show every place that a name could mean."""
    from champion_extract.finding.places import look_up

    for candidate in look_up(name):
        typer.echo(f"{candidate.name}\t{candidate.kind}\t{candidate.code or ''}\t{', '.join(candidate.english_regions)}")
