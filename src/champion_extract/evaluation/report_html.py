"""The HTML report: scores, and every document with hits, misses and false alarms coloured in its text.

One file that needs no network and no scripts. Spans may be nested or crossed: the text is cut at every border of a
span, and each piece is drawn inside all spans that cover it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from jinja2 import Environment, PackageLoader

from champion_extract.evaluation.annotations import Fact
from champion_extract.evaluation.label_writing import label_of
from champion_extract.evaluation.labels import write_label
from champion_extract.evaluation.mistakes import mistakes_of, span_field
from champion_extract.evaluation.report_table import (
    calibration_table,
    group_table,
    reliability_table,
    score_table,
)
from champion_extract.evaluation.scoring import DocumentScore, Evaluation
from champion_extract.evaluation.summary import GROUP_KEYS

KINDS = ("organisation", "region", "number", "quote", "nominee")


class Coloured(NamedTuple):
    """A span to colour. ``verdict``: hit, detail, missed or alarm; ``title``: what a reader sees on pointing at it."""

    start: int
    end: int
    verdict: str
    kind: str
    title: str


class Layer(NamedTuple):
    """One span around a piece of text; ``first`` and ``last``: whether the piece begins and ends it."""

    span: Coloured
    first: bool
    last: bool


class Piece(NamedTuple):
    """Text between two borders, and the spans around it, outermost first."""

    text: str
    layers: tuple[Layer, ...]


def html_report(evaluation: Evaluation) -> str:
    """The whole report."""
    environment = Environment(
        loader=PackageLoader("champion_extract.evaluation"), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    documents = []
    for score in evaluation.documents:
        spans = list(coloured_spans(score))
        documents.append(
            {
                "id": score.document.id,
                "front_matter": score.document.front_matter,
                "failure": score.failure,
                "counts": {verdict: sum(span.verdict == verdict for span in spans) for verdict in _VERDICTS},
                "pieces": pieces(score.document.text, spans),
            }
        )
    return environment.get_template("report.html.j2").render(
        documents=documents,
        verdicts=_VERDICTS,
        tables=[
            ("Scores", score_table(evaluation)),
            *((f"F1 by {key}", group_table(evaluation, key)) for key in GROUP_KEYS),
            ("Confidence and how often it is right", reliability_table(evaluation)),
            ("Calibration by kind", calibration_table(evaluation)),
        ],
    )


def coloured_spans(score: DocumentScore) -> Iterator[Coloured]:
    """Every scored fact of a document: hits once, a wrong span as a miss and a false alarm."""
    text = score.document.text
    wrong = set()
    for mistake in mistakes_of(score):
        details = f" ({'; '.join(mistake.details)})" if mistake.details else ""
        wanted = mistake.wanted and write_label(label_of(mistake.wanted.fact, _words(text, mistake.wanted.fact)))
        found = mistake.found and write_label(label_of(mistake.found.fact, _words(text, mistake.found.fact)))
        said = "\n".join(
            [
                f"{mistake.kind}, {mistake.verdict}{details}",
                *([f"gold: {wanted}"] if wanted else []),
                *([f"found: {found}"] if found else []),
            ]
        )
        if mistake.verdict == "wrong detail":
            assert mistake.found is not None, "a wrong detail is a detail of something found"
            wrong.add(id(mistake.found.fact))
            yield Coloured(mistake.found.fact.start, mistake.found.fact.end, "detail", mistake.kind, said)
            continue
        if mistake.wanted is not None:
            yield Coloured(mistake.wanted.fact.start, mistake.wanted.fact.end, "missed", mistake.kind, said)
        if mistake.found is not None:
            yield Coloured(mistake.found.fact.start, mistake.found.fact.end, "alarm", mistake.kind, said)
    for kind in KINDS:
        for _, item in score.fields[span_field(kind).name].hits:
            if id(item.fact) not in wrong:
                label = write_label(label_of(item.fact, _words(text, item.fact)))
                yield Coloured(item.fact.start, item.fact.end, "hit", kind, label)


def pieces(text: str, spans: Iterable[Coloured]) -> list[Piece]:
    """Cut a text at all borders; joined, the pieces are the text."""
    ordered = sorted(spans, key=lambda span: (span.start, -span.end, KINDS.index(span.kind), span.verdict))
    borders = sorted({0, len(text), *(span.start for span in ordered), *(span.end for span in ordered)})
    result = []
    waiting = iter(ordered)
    upcoming = next(waiting, None)
    open_spans: list[Coloured] = []
    for start, end in pairwise(borders):
        open_spans = [span for span in open_spans if span.end > start]
        while upcoming is not None and upcoming.start <= start:
            open_spans.append(upcoming)
            upcoming = next(waiting, None)
        layers = tuple(Layer(span, span.start == start, span.end == end) for span in open_spans)
        result.append(Piece(text[start:end], layers))
    return result


def _words(text: str, fact: Fact) -> str:
    return text[fact.start : fact.end]


_VERDICTS = {
    "hit": "found, and right",
    "detail": "found, with a wrong detail",
    "missed": "missed",
    "alarm": "false alarm",
}
