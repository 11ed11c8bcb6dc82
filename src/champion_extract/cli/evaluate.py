"""``champion-extract evaluate``: how well the tool does on annotated documents, and whether that is good enough."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def evaluate(
    folders: Annotated[
        list[Path], typer.Argument(metavar="DIR...", help="Folders in corpus form, such as corpus/dev.")
    ],
    json_file: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="Write all scores here, for --against.")
    ] = None,
    markdown: Annotated[bool, typer.Option("--markdown", help="Print the tables in Markdown.")] = False,
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write every document here, hits and mistakes coloured.")
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List each mistake in its surroundings.")] = False,
    against: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Compare with the scores that --json wrote earlier.")
    ] = None,
    gate: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Fail if a score is below its floor in this file.")
    ] = None,
    update_floors: Annotated[
        bool, typer.Option("--update-floors", help="With --gate: raise floors to what was measured.")
    ] = False,
    allow_lower: Annotated[
        bool, typer.Option("--allow-lower", help="With --update-floors: lower floors as well.")
    ] = False,
    spoil_test: Annotated[
        bool, typer.Option("--spoil-test", help="Show mistakes of a test split, which spoils it.")
    ] = False,
) -> None:
    """Score the tool on annotated documents.

    Prints precision, recall and F1 of each field with 95% intervals, F1 by genre and layout, and how reliable
    confidence is.
    Exit status: 0 fine, 1 a floor was missed or a document failed, 2 wrong use.
    """
    if update_floors and gate is None:
        raise typer.BadParameter("--update-floors needs --gate FILE, the floors to update")
    if allow_lower and not update_floors:
        raise typer.BadParameter("--allow-lower needs --update-floors")

    from champion_extract.cli.progress import progress
    from champion_extract.cli.stopping import stoppable
    from champion_extract.evaluation.corpus import is_test_split, read_corpus
    from champion_extract.evaluation.gate import read_floors
    from champion_extract.evaluation.report_table import report
    from champion_extract.evaluation.scoring import evaluate as evaluate_documents
    from champion_extract.extraction import extract

    documents = read_corpus(*folders)
    is_hidden = is_test_split(documents) and not spoil_test
    if is_hidden and (errors or html is not None):
        raise typer.BadParameter(
            "these documents are a test split, and who has seen its mistakes can no longer measure with it. Look at "
            "corpus/dev instead; if you must, add --spoil-test and write new test documents"
        )
    floors = read_floors(gate) if gate is not None and (gate.exists() or not update_floors) else None
    old_scores = None
    if against is not None:
        from champion_extract.evaluation.comparison import read_scores

        old_scores = read_scores(against)
    with stoppable(), progress(len(documents)) as advance:
        evaluation = evaluate_documents(documents, extract, advance)
    typer.echo(report(evaluation, markdown), nl=False)
    if errors:
        from champion_extract.evaluation.mistakes import describe_all

        for description in describe_all(evaluation):
            typer.echo(f"\n{description}")
    if old_scores is not None:
        from champion_extract.evaluation.comparison import compare, describe_comparison

        typer.echo(f"\n{describe_comparison(compare(old_scores, evaluation), evaluation, markdown, not is_hidden)}")
    if html is not None:
        from champion_extract.evaluation.report_html import html_report
        from champion_extract.export.atomic import atomic

        with atomic(html) as file:
            file.write(html_report(evaluation).encode("utf-8", "replace"))
    if json_file is not None:
        from champion_extract.evaluation.summary import write_scores

        write_scores(json_file, evaluation)
    for document, failure in evaluation.failures.items():
        typer.echo(f"failed: {document}: {failure}", err=True)
    is_below = False
    if gate is not None:
        from champion_extract.evaluation.gate import check, updated, write_floors

        if update_floors:
            floors = updated(floors, evaluation, allow_lower)
            write_floors(gate, floors)
        assert floors is not None, "floors were read or made"
        result = check(evaluation, floors)
        typer.echo(f"\n{result.report()}")
        is_below = bool(result.fallen)
    if is_below or evaluation.failures:
        raise typer.Exit(1)
