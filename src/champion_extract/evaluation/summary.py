"""The figures of an evaluation, one row a field, ready for any report; and as JSON that a later run can compare with.

The JSON holds each document's counts and the places of its misses and false alarms, but none of its words, so that the
scores of a test split can be kept without spoiling it.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from champion_extract.evaluation.calibration import calibrations
from champion_extract.evaluation.corpus import corpus_hash
from champion_extract.evaluation.fields import FIELDS, Field
from champion_extract.evaluation.intervals import Interval, f1_interval, share_interval
from champion_extract.evaluation.rules import Item
from champion_extract.evaluation.scoring import Counts, DocumentScore, Evaluation
from champion_extract.export.atomic import atomic

SCHEMA = "champion-extract scores 1"
GROUP_KEYS = ("genre", "layout")


class Row(NamedTuple):
    """One field over all documents. ``accuracy``: of the hits of the field it builds on, the share that is hit here."""

    field: Field
    counts: Counts
    interval: Interval | None
    accuracy: float | None
    accuracy_interval: Interval | None


class GroupRow(NamedTuple):
    """The documents that share a genre or layout."""

    value: str
    documents: int
    counts: dict[str, Counts]


def rows(evaluation: Evaluation) -> list[Row]:
    """All fields, in the order of the table."""
    result = []
    for field in FIELDS:
        accuracy = accuracy_interval = None
        if field.base is not None:
            shares = [
                Counts(one.fields[field.name].counts.hits, one.fields[field.base].counts.hits)
                for one in evaluation.documents
            ]
            accuracy = Counts(sum(one.hits for one in shares), sum(one.gold for one in shares)).recall
            accuracy_interval = share_interval(shares)
        per_document = [one.fields[field.name].counts for one in evaluation.documents]
        counts = evaluation.counts(field.name)
        result.append(Row(field, counts, f1_interval(per_document), accuracy, accuracy_interval))
    return result


def group_rows(evaluation: Evaluation, key: str) -> list[GroupRow]:
    """The headline fields by a key of the front matter, the largest groups first."""
    groups = [
        GroupRow(value, len(group.documents), {field.name: group.counts(field.name) for field in headline_fields()})
        for value, group in evaluation.groups(key).items()
    ]
    return sorted(groups, key=lambda group: (-group.documents, group.value))


def headline_fields() -> list[Field]:
    """The fields of the short tables."""
    return [field for field in FIELDS if field.heading]


def as_json(evaluation: Evaluation) -> dict[str, Any]:
    """The whole evaluation as plain data."""
    documents = [score.document for score in evaluation.documents]
    return {
        "schema": SCHEMA,
        "corpus": {"documents": len(documents), "hash": corpus_hash(documents)},
        "fields": {row.field.name: _row_as_json(row) for row in rows(evaluation)},
        "groups": {
            key: {
                group.value: {
                    "documents": group.documents,
                    "fields": {name: _counts_as_json(counts) for name, counts in group.counts.items()},
                }
                for group in group_rows(evaluation, key)
            }
            for key in GROUP_KEYS
        },
        "calibration": {
            kind: {
                "facts": one.facts,
                "expected_calibration_error": _rounded(one.error),
                "bins": [{key: _rounded(value) for key, value in row._asdict().items()} for row in one.bins],
            }
            for kind, one in calibrations(evaluation).items()
        },
        "documents": {score.document.id: _document_as_json(score) for score in evaluation.documents},
    }


def write_scores(path: Path, evaluation: Evaluation) -> None:
    """Write ``as_json`` to a file. Raises OutputError."""
    with atomic(path) as file:
        file.write((json.dumps(as_json(evaluation), indent=1) + "\n").encode())


def text_hash(text: str) -> str:
    """SHA-256 in hex of a text, by which a later run knows that it is the same."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def keys_of(items: Iterable[Item]) -> list[str]:
    """Places of facts as 'start-end', those on the same words numbered: 'start-end#2'."""
    seen: Counter[str] = Counter()
    keys = []
    for item in items:
        key = f"{item.fact.start}-{item.fact.end}"
        seen[key] += 1
        keys.append(key if seen[key] == 1 else f"{key}#{seen[key]}")
    return keys


def _document_as_json(score: DocumentScore) -> dict[str, Any]:
    return {
        "text_sha256": text_hash(score.document.text),
        "failure": score.failure,
        **{key: score.document.front_matter.get(key) for key in GROUP_KEYS},
        "fields": {
            name: {
                **field.counts._asdict(),
                "misses": keys_of(field.misses),
                "false_alarms": keys_of(field.false_alarms),
            }
            for name, field in score.fields.items()
        },
    }


def _row_as_json(row: Row) -> dict[str, Any]:
    return {
        "title": row.field.title,
        **_counts_as_json(row.counts),
        "f1_interval": _interval_as_json(row.interval),
        "base": row.field.base,
        "accuracy": _rounded(row.accuracy),
        "accuracy_interval": _interval_as_json(row.accuracy_interval),
    }


def _counts_as_json(counts: Counts) -> dict[str, Any]:
    return {
        **counts._asdict(),
        "precision": _rounded(counts.precision),
        "recall": _rounded(counts.recall),
        "f1": _rounded(counts.f1),
    }


def _interval_as_json(interval: Interval | None) -> list[float] | None:
    return None if interval is None else [round(interval.low, 4), round(interval.high, 4)]


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
