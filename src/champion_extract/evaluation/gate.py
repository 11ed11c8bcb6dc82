"""Floors: the F1 of each field below which CI fails, kept beside the hash of the corpus on which they were measured.

Updating raises floors and never lowers one unless told to, so that a worse score cannot slip in as the new normal.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from champion_extract.errors import GateError
from champion_extract.evaluation.corpus import corpus_hash
from champion_extract.evaluation.fields import FIELDS
from champion_extract.evaluation.scoring import Evaluation
from champion_extract.export.atomic import atomic

SCHEMA = "champion-extract floors 1"
UPDATE = "Measure anew with --update-floors (add --allow-lower to let floors sink)"
_DIGITS = 4


@dataclass(frozen=True)
class Floors:
    """``f1``: lowest F1 by field name; measured on the corpus of that hash."""

    corpus_hash: str
    documents: int
    f1: dict[str, float]


class Fallen(NamedTuple):
    """A field whose F1 is below its floor; None if there was nothing to score."""

    field: str
    floor: float
    f1: float | None


class GateResult(NamedTuple):
    """``fallen``: fields below their floors. ``notes``: what a reader should know, though nothing fails by it."""

    fallen: list[Fallen]
    notes: list[str]

    def report(self) -> str:
        """What fell below which floor, or that all hold."""
        lines = [f"note: {note}" for note in self.notes]
        for one in self.fallen:
            score = "nothing to score" if one.f1 is None else f"F1 {one.f1:.4f}"
            lines.append(f"below its floor: {one.field}, {score}, floor {one.floor:.4f}")
        lines.append(f"gate: {len(self.fallen)} below their floors" if self.fallen else "gate: all floors hold")
        return "\n".join(lines)


def read_floors(path: Path) -> Floors:
    """Read floors. Raises GateError, with the remedy, where they are missing, malformed or of another schema."""
    try:
        data = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise GateError(f"{path}: there are no floors yet. Make them with --gate {path} --update-floors") from None
    except (OSError, ValueError) as error:
        raise GateError(f"{path}: cannot be read as JSON ({error}). Restore it from version control") from error
    schema = data.get("schema") if isinstance(data, dict) else None
    if schema != SCHEMA:
        raise GateError(
            f"{path}: floors of schema {schema!r}; this version reads {SCHEMA!r}. Delete the file and make floors anew "
            "with --update-floors, after comparing them with the old ones"
        )
    floors, corpus = data.get("floors"), data.get("corpus")
    if not isinstance(floors, dict) or not isinstance(corpus, dict) or not isinstance(corpus.get("hash"), str):
        raise GateError(f"{path}: needs 'floors' and 'corpus' with its 'hash'. Restore it from version control")
    known = {field.name for field in FIELDS}
    faults = [f"unknown field {name!r}" for name in floors if name not in known]
    faults += [f"{name} is {value!r}, not between 0 and 1" for name, value in floors.items() if not _is_share(value)]
    if faults:
        raise GateError(f"{path}: {'; '.join(faults)}. Mend these floors; the fields are {', '.join(sorted(known))}")
    documents = corpus.get("documents")
    return Floors(corpus["hash"], documents if isinstance(documents, int) else 0, dict(floors))


def write_floors(path: Path, floors: Floors) -> None:
    """Write floors as ``read_floors`` reads them, in the order of the table. Raises OutputError."""
    ordered = {field.name: floors.f1[field.name] for field in FIELDS if field.name in floors.f1}
    data = {
        "schema": SCHEMA,
        "corpus": {"documents": floors.documents, "hash": floors.corpus_hash},
        "floors": ordered,
    }
    with atomic(path) as file:
        file.write((json.dumps(data, indent=2) + "\n").encode())


def check(evaluation: Evaluation, floors: Floors) -> GateResult:
    """Compare F1 with the floors, also where they were measured on another corpus: that is then said in a note."""
    notes = []
    current = corpus_hash(score.document for score in evaluation.documents)
    if current != floors.corpus_hash:
        notes.append(
            f"the floors are of another corpus: {floors.documents} documents, hash {floors.corpus_hash[:12]}; "
            f"this one has {len(evaluation.documents)}, hash {current[:12]}. {UPDATE}"
        )
    without = [field.name for field in FIELDS if field.name not in floors.f1 and evaluation.counts(field.name).gold]
    if without:
        notes.append(f"no floor for {', '.join(without)}. Add them with --update-floors")
    fallen = []
    for field in FIELDS:
        if field.name in floors.f1:
            f1 = evaluation.counts(field.name).f1
            if f1 is None or f1 < floors.f1[field.name]:
                fallen.append(Fallen(field.name, floors.f1[field.name], f1))
    return GateResult(fallen, notes)


def updated(floors: Floors | None, evaluation: Evaluation, allow_lower: bool = False) -> Floors:
    """Floors at what was just measured, where that is higher than the old ones (or ``allow_lower``)."""
    old = floors.f1 if floors is not None else {}
    f1 = {} if allow_lower else dict(old)
    for field in FIELDS:
        measured = evaluation.counts(field.name).f1
        if measured is not None:
            # cut off, not rounded: a floor must not stand above the score that it was made from
            floor = math.floor(measured * 10**_DIGITS) / 10**_DIGITS
            f1[field.name] = floor if allow_lower else max(floor, old.get(field.name, 0.0))
    documents = [score.document for score in evaluation.documents]
    return Floors(corpus_hash(documents), len(documents), f1)


def _is_share(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1
