"""Ctrl-C during a long command: one line, exit status 130, and nothing half-written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer


@contextmanager
def stoppable() -> Iterator[None]:
    """Put it outermost, so that what is inside has put its files in order before the message comes."""
    try:
        yield
    except KeyboardInterrupt:
        typer.echo("Stopped by you; nothing half-written is left.", err=True)
        raise typer.Exit(130) from None
