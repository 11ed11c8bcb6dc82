"""This evaluation against an earlier one: each score's difference with its interval, what was repaired, what broke.

Paired: only documents that both scored, with the same text, are compared, and each bootstrap draw serves both sides, so
that easy and hard documents cancel out and small differences can be told from chance.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from pydantic import BaseModel, StringConstraints, ValidationError

from champion_extract.errors import RecordError
from champion_extract.evaluation.corpus import corpus_hash
from champion_extract.evaluation.fields import FIELDS, Field
from champion_extract.evaluation.intervals import Interval, f1_difference_interval
from champion_extract.evaluation.mistakes import surroundings
from champion_extract.evaluation.report_table import Table, as_columns, as_markdown, figure
from champion_extract.evaluation.rules import Item
from champion_extract.evaluation.scoring import Counts, Evaluation, total
from champion_extract.evaluation.summary import SCHEMA, keys_of, text_hash

Kind = Literal["repaired", "broken"]
What = Literal["missed", "false alarm"]
Place = Annotated[str, StringConstraints(pattern=r"^\d+-\d+(#\d+)?$")]


class OldField(BaseModel):
    """One field of one document, as ``summary.as_json`` writes it; more keys may stand beside these."""

    hits: int
    gold: int
    found: int
    misses: list[Place]
    false_alarms: list[Place]


class OldDocument(BaseModel):
    """One document of earlier scores."""

    text_sha256: str
    fields: dict[str, OldField]


class OldCorpus(BaseModel):
    """The corpus of earlier scores."""

    hash: str


class OldScores(BaseModel):
    """What a comparison needs of the file that ``evaluate --json`` wrote."""

    corpus: OldCorpus
    documents: dict[str, OldDocument]


class Difference(NamedTuple):
    """F1 of a field before and now over the documents compared, and the interval of the difference."""

    field: Field
    old: float | None
    new: float | None
    interval: Interval | None


class Change(NamedTuple):
    """A fact that was right and is not any more, or the other way round. ``place``: 'start-end' in the text."""

    change: Kind
    document: str
    field: Field
    what: What
    place: str


class Comparison(NamedTuple):
    """``notes``: what keeps the two from being fully comparable."""

    documents: tuple[str, ...]
    differences: tuple[Difference, ...]
    changes: tuple[Change, ...]
    notes: tuple[str, ...]


def read_scores(path: Path) -> OldScores:
    """Scores that ``evaluate --json`` wrote. Raises RecordError where the file is none or of another schema."""
    remedy = "Give a file that 'evaluate --json' of this version wrote"
    try:
        data = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise RecordError(f"{path}: cannot be read as JSON ({error}). {remedy}") from error
    schema = data.get("schema") if isinstance(data, dict) else None
    if schema != SCHEMA:
        raise RecordError(f"{path}: scores of schema {schema!r}; this version reads {SCHEMA!r}. {remedy}")
    try:
        return OldScores.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise RecordError(f"{path}: {where}: {first['msg']}. {remedy}") from None


def compare(old: OldScores, evaluation: Evaluation) -> Comparison:
    """Compare with what ``read_scores`` gave. Raises RecordError where no document is in both."""
    notes = []
    shared = [
        score
        for score in evaluation.documents
        if score.document.id in old.documents
        and old.documents[score.document.id].text_sha256 == text_hash(score.document.text)
    ]
    if not shared:
        raise RecordError(
            "no document is in both evaluations with the same text. Evaluate the folder of the old scores"
        )
    only_old = len(old.documents) - len(shared)
    only_new = len(evaluation.documents) - len(shared)
    if only_old or only_new:
        notes.append(
            f"{len(shared)} documents compared; {only_old} only before, {only_new} only now, or with another text"
        )
    elif old.corpus.hash != corpus_hash(score.document for score in shared):
        notes.append("the annotation has changed since; part of the difference is gold's, not the extractor's")
    before = Evaluation(tuple(shared))
    differences = []
    for field in FIELDS:
        olds = [_old_counts(old, score.document.id, field) for score in shared]
        news = [score.fields[field.name].counts for score in shared]
        if None in olds:
            notes.append(f"the old scores have no {field.name}")
            continue
        given = [counts for counts in olds if counts is not None]
        interval = f1_difference_interval(given, news)
        differences.append(Difference(field, total(given).f1, total(news).f1, interval))
    changes = tuple(_changes(old, before))
    return Comparison(tuple(score.document.id for score in shared), tuple(differences), changes, tuple(notes))


def difference_table(comparison: Comparison) -> Table:
    """One row a field; a star marks a difference whose interval does not hold 0."""
    table = [["field", "before", "now", "difference", "95% interval", ""]]
    for one in comparison.differences:
        known = one.old is not None and one.new is not None
        difference = f"{(one.new or 0) - (one.old or 0):+.3f}" if known else figure(None)
        interval = "" if one.interval is None else f"{one.interval.low:+.3f} to {one.interval.high:+.3f}"
        sure = one.interval is not None and (one.interval.low > 0 or one.interval.high < 0)
        table.append([one.field.title, figure(one.old), figure(one.new), difference, interval, "*" if sure else ""])
    return table


def describe_comparison(
    comparison: Comparison, evaluation: Evaluation, markdown: bool = False, with_words: bool = True
) -> str:
    """Notes, the table of differences, then one line a change, those that broke first."""
    write = as_markdown if markdown else as_columns
    parts = [f"note: {note}" for note in comparison.notes]
    parts.append(f"{len(comparison.documents)} documents in both; * marks what is hardly chance")
    parts.append(write(difference_table(comparison)))
    changes = list(describe_changes(comparison, evaluation, with_words))
    parts.append("\n".join(changes) if changes else "nothing broken, nothing repaired")
    return "\n\n".join(parts)


def describe_changes(comparison: Comparison, evaluation: Evaluation, with_words: bool = True) -> Iterator[str]:
    """One line a change; without words only document and place, as for a test split that nobody may read."""
    texts = {score.document.id: score.document.text for score in evaluation.documents}
    for one in comparison.changes:
        happened = {
            ("repaired", "missed"): "found now",
            ("repaired", "false alarm"): "false alarm gone",
            ("broken", "missed"): "missed now",
            ("broken", "false alarm"): "new false alarm",
        }[one.change, one.what]
        start, end = (int(part) for part in one.place.partition("#")[0].split("-"))
        where = surroundings(texts[one.document], start, end) if with_words else f"{start} to {end}"
        yield f"{one.change}: {one.field.title}, {happened}: {one.document}: {where}"


def _old_counts(old: OldScores, document: str, field: Field) -> Counts | None:
    counts = old.documents[document].fields.get(field.name)
    return None if counts is None else Counts(counts.hits, counts.gold, counts.found)


def _changes(old: OldScores, evaluation: Evaluation) -> Iterator[Change]:
    """Each fact under the first field that shows its change: a name found now is not listed again with its type."""
    both: tuple[Kind, ...] = ("broken", "repaired")
    for change in both:
        for score in evaluation.documents:
            listed: set[tuple[str, str, str]] = set()
            fields = old.documents[score.document.id].fields
            for field in FIELDS:
                if field.name not in fields:
                    continue
                before, now = fields[field.name], score.fields[field.name]
                sides: tuple[tuple[What, list[str], tuple[Item, ...]], ...] = (
                    ("missed", before.misses, now.misses),
                    ("false alarm", before.false_alarms, now.false_alarms),
                )
                for what, old_places, items in sides:
                    earlier, current = set(old_places), set(keys_of(items))
                    places = current - earlier if change == "broken" else earlier - current
                    for place in sorted(places, key=lambda place: int(place.partition("-")[0])):
                        if (field.kind, what, place) not in listed:
                            listed.add((field.kind, what, place))
                            yield Change(change, score.document.id, field, what, place)
