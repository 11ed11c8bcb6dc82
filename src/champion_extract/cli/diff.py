"""``champion-extract diff``: what changed between two runs over the same documents."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD.jsonl", help="Records of the earlier run.")],
    new: Annotated[Path, typer.Argument(metavar="NEW.jsonl", help="Records of the later run.")],
    confidence: Annotated[
        bool, typer.Option("--confidence", help="Compare confidence and the rule that found a fact, too.")
    ] = False,
) -> None:
    """Say what changed between two runs, fact by fact.

    Exit status: 0 no differences, 1 differences, 2 wrong use.
    """
    from champion_extract.evaluation.differences import differences
    from champion_extract.export.jsonl import read_jsonl

    found = differences(read_jsonl(old), read_jsonl(new), confidence)
    for difference in found:
        typer.echo(difference.describe())
    if found:
        counts = {change: sum(one.change == change for one in found) for change in ("added", "removed", "changed")}
        typer.echo(", ".join(f"{count} {change}" for change, count in counts.items()))
        raise typer.Exit(1)
    typer.echo("no differences")
