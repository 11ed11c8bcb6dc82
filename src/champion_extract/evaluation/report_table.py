"""The tables of scores, as Markdown (for the README and docs/scores.md) or as plain columns (for a terminal)."""

from __future__ import annotations

from collections.abc import Sequence

from champion_extract.evaluation.calibration import Calibration, calibrations
from champion_extract.evaluation.intervals import Interval
from champion_extract.evaluation.scoring import Evaluation
from champion_extract.evaluation.summary import GROUP_KEYS, group_rows, headline_fields, rows

NOTHING = "–"

Table = list[list[str]]


def score_table(evaluation: Evaluation) -> Table:
    """One row a field; the first row holds the headings."""
    table = [["field", "precision", "recall", "F1", "95% interval", "right of those found", "in gold", "found"]]
    for row in rows(evaluation):
        counts = row.counts
        accuracy = figure(row.accuracy)
        if row.accuracy_interval is not None:
            accuracy += f" ({_interval(row.accuracy_interval)})"
        table.append(
            [
                row.field.title,
                figure(counts.precision),
                figure(counts.recall),
                figure(counts.f1),
                _interval(row.interval),
                accuracy if row.field.base else "",
                str(counts.gold),
                str(counts.found),
            ]
        )
    return table


def group_table(evaluation: Evaluation, key: str) -> Table:
    """F1 of the headline fields by genre, layout or another key of the front matter."""
    fields = headline_fields()
    table = [[key, "documents", *(field.heading for field in fields)]]
    for group in group_rows(evaluation, key):
        scores = (figure(group.counts[field.name].f1, 2) for field in fields)
        table.append([group.value, str(group.documents), *scores])
    return table


def reliability_table(evaluation: Evaluation) -> Table:
    """Mean confidence against the share that is right, by bin of confidence, over all kinds."""
    table = [["confidence", "facts", "mean confidence", "share right"]]
    everything = calibrations(evaluation).get("all", Calibration((), 0, 0.0))
    for one in everything.bins:
        confidence = f"{one.low:.1f} to {one.high:.1f}"
        table.append([confidence, str(one.facts), figure(one.mean_confidence), figure(one.share_right)])
    return table


def calibration_table(evaluation: Evaluation) -> Table:
    """Expected calibration error by kind of fact."""
    table = [["kind", "facts", "expected calibration error"]]
    table.extend([kind, str(one.facts), figure(one.error)] for kind, one in calibrations(evaluation).items())
    return table


def report(evaluation: Evaluation, markdown: bool = False) -> str:
    """All tables, with a line above each that says what it is."""
    write = as_markdown if markdown else as_columns
    count = len(evaluation.documents)
    parts = [
        f"{count} document{'s' if count != 1 else ''}. Intervals: 95%, bootstrap over documents.",
        write(score_table(evaluation)),
    ]
    for key in GROUP_KEYS:
        parts += [f"F1 by {key}", write(group_table(evaluation, key))]
    parts += ["Confidence and how often it is right", write(reliability_table(evaluation))]
    parts += ["Calibration by kind", write(calibration_table(evaluation))]
    return "\n\n".join(parts) + "\n"


def as_markdown(table: Table) -> str:
    """A table in Markdown, figures to the right."""
    head, *body = [[cell.replace("|", r"\|") for cell in row] for row in table]
    align = ["---", *("---:" for _ in head[1:])]
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, align, *body])


def as_columns(table: Table) -> str:
    """A table in columns for a terminal, figures to the right."""
    widths = [max(len(row[column]) for row in table) for column in range(len(table[0]))]
    return "\n".join(_padded(row, widths) for row in table)


def figure(value: float | None, digits: int = 3) -> str:
    """A score to three digits, or a dash where there was nothing to count."""
    return NOTHING if value is None else f"{value:.{digits}f}"


def _interval(interval: Interval | None) -> str:
    return NOTHING if interval is None else f"{interval.low:.3f} to {interval.high:.3f}"


def _padded(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
    return "  ".join(cells).rstrip()
