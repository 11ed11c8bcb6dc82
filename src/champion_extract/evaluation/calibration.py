"""Whether confidence means what it says: of facts at 0.9, nine in ten should be right.

A found fact is right if it is a hit of the field that ``fields.RIGHT`` names for its kind; one that optional gold
excuses counts neither way. Ten bins of equal width; the expected calibration error is the mean distance between
confidence and share right, each bin weighted by its facts (Naeini et al. 2015).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from champion_extract.evaluation.fields import RIGHT
from champion_extract.evaluation.scoring import Evaluation

BINS = 10


class Bin(NamedTuple):
    """Facts whose confidence is in [low, high); the last bin holds 1.0 too."""

    low: float
    high: float
    facts: int
    mean_confidence: float
    share_right: float


class Calibration(NamedTuple):
    """The bins that hold facts, the number of all facts, and the expected calibration error."""

    bins: tuple[Bin, ...]
    facts: int
    error: float


def calibrations(evaluation: Evaluation) -> dict[str, Calibration]:
    """By kind of fact, and "all" for all kinds together; kinds of which nothing was found are left out."""
    judged = {kind: list(_judged(evaluation, name)) for kind, name in RIGHT.items()}
    judged["all"] = [one for facts in judged.values() for one in facts]
    return {kind: calibration(facts) for kind, facts in judged.items() if facts}


def calibration(facts: Iterable[tuple[float, bool]]) -> Calibration:
    """Bins and error of (confidence, is right) pairs."""
    grouped: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for confidence, right in facts:
        # rounded first: 0.3 * 10 is 3, but 0.7 * 10 is 7.000000000000001 and 0.29 * 100 is not 29
        grouped[min(int(round(confidence * BINS, 9)), BINS - 1)].append((confidence, right))
    bins = tuple(
        Bin(
            low=number / BINS,
            high=(number + 1) / BINS,
            facts=len(group),
            mean_confidence=sum(confidence for confidence, _ in group) / len(group),
            share_right=sum(right for _, right in group) / len(group),
        )
        for number, group in enumerate(grouped)
        if group
    )
    count = sum(one.facts for one in bins)
    distance = sum(one.facts * abs(one.mean_confidence - one.share_right) for one in bins)
    return Calibration(bins, count, distance / count if count else 0.0)


def _judged(evaluation: Evaluation, field: str) -> Iterable[tuple[float, bool]]:
    for document in evaluation.documents:
        score = document.fields[field]
        yield from ((found.fact.confidence, True) for _, found in score.hits)
        yield from ((found.fact.confidence, False) for found in score.false_alarms)
