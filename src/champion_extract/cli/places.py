"""``champion-extract places``: what the tables know of a name."""

from __future__ import annotations

from typing import Annotated

import typer


def places(name: Annotated[str, typer.Argument(help="A place, such as Newport.")]) -> None:
    """Show every place that a name could mean, best known first. Exit status 1 if none is known."""
    from champion_extract.finding.places import known_places

    known = known_places(name)
    if not known:
        typer.echo(
            f"No place called {name!r} is in the tables. tables/place_data/README.md says how to add one.", err=True
        )
        raise typer.Exit(1)
    rows = [("name", "kind", "lies in", "English regions", "code", "table")]
    for place in known:
        lies_in = place.county or place.country
        if place.until:
            lies_in += f" (until {place.until}, now {', '.join(place.successors)})"
        regions = ", ".join(place.english_regions) or "-"
        rows.append((place.name, place.kind, lies_in or "-", regions, place.code or "-", place.table))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        typer.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
