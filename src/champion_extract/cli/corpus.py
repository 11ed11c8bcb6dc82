"""``champion-extract corpus``: check annotated documents, count what they hold, compare two annotators."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

corpus = typer.Typer(help="Check and count annotated documents.", no_args_is_help=True)

Folders = Annotated[list[Path], typer.Argument(metavar="DIR...", help="Folders in corpus form, such as corpus/dev.")]


@corpus.command()
def check(folders: Folders) -> None:
    """List all faults of form, and what is probably not meant.

    Warnings do not fail: a person decides. Exit status: 0 no faults, 1 faults, 2 wrong use.
    """
    from champion_extract.errors import CorpusError
    from champion_extract.evaluation.consistency import warnings_of
    from champion_extract.evaluation.corpus import is_test_split, read_corpus

    try:
        documents = read_corpus(*folders)
    except CorpusError as error:
        for fault in error.faults:
            typer.echo(fault)
        typer.echo(f"{len(error.faults)} faults", err=True)
        raise typer.Exit(1) from None
    warnings = [(document, warning) for document in documents for warning in warnings_of(document)]
    # who checks all splits at once, as CI does, should not read the words of the test split in passing
    only_test = all(is_test_split([document]) for document in documents)
    shown = [(document, warning) for document, warning in warnings if only_test or not is_test_split([document])]
    for document, warning in shown:
        typer.echo(f"{document.path}:{warning.line}: warning: {warning.what}")
    hidden = len(warnings) - len(shown)
    note = f", {hidden} of them about the test split, shown when it is checked alone" if hidden else ""
    typer.echo(f"{len(documents)} documents, no faults, {len(warnings)} warnings{note}")


@corpus.command()
def stats(folders: Folders) -> None:
    """Count documents by genre, layout, publisher, region and length, and facts by label; say what is thin."""
    from champion_extract.evaluation.corpus import read_corpus
    from champion_extract.evaluation.statistics import statistics

    typer.echo(statistics(read_corpus(*folders)).report(), nl=False)


@corpus.command()
def agree(
    first: Annotated[Path, typer.Argument(metavar="A", help="One annotator's folder, taken as gold.")],
    second: Annotated[Path, typer.Argument(metavar="B", help="Another's, of the same documents.")],
    errors: Annotated[bool, typer.Option("--errors", help="List each disagreement in its surroundings.")] = False,
) -> None:
    """Score one annotator's documents against another's: F1 is their agreement.

    Exit status: 0 all documents compared, 1 some are in one folder only, 2 wrong use.
    """
    from champion_extract.evaluation.agreement import agreement
    from champion_extract.evaluation.corpus import read_corpus
    from champion_extract.evaluation.mistakes import describe_all
    from champion_extract.evaluation.report_table import as_columns, score_table

    evaluation, alone = agreement(read_corpus(first), read_corpus(second))
    typer.echo(as_columns(score_table(evaluation)))
    if errors:
        for description in describe_all(evaluation):
            typer.echo(f"\n{description}")
    for document in alone:
        typer.echo(f"only in one folder: {document}", err=True)
    if alone:
        raise typer.Exit(1)
