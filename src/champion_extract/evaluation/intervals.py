"""How far a score can be trusted: bootstrap intervals over documents.

Documents are drawn with replacement, as many as there are, and the score is taken of each draw; the middle 95% of these
scores are the interval (Efron's percentile method). Whole documents are drawn, since the facts of one page are alike.
Draws are seeded: the same corpus gives the same interval.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from champion_extract.evaluation.scoring import Counts

RESAMPLES = 1000
SEED = 20
FEWEST_DOCUMENTS = 2

Floats = npt.NDArray[np.float64]


class Interval(NamedTuple):
    """The 95% interval of a score or of a difference."""

    low: float
    high: float


def f1_interval(documents: Sequence[Counts]) -> Interval | None:
    """Interval of F1, from one Counts a document; None for fewer than two documents or no facts at all."""
    if len(documents) < FEWEST_DOCUMENTS:
        return None
    return _middle(_f1(_resampled(documents)))


def share_interval(documents: Sequence[Counts]) -> Interval | None:
    """Interval of hits / gold, from one Counts a document; None as above."""
    if len(documents) < FEWEST_DOCUMENTS:
        return None
    sums = _resampled(documents)
    return _middle(_ratio(sums[:, 0], sums[:, 1]))


def f1_difference_interval(old: Sequence[Counts], new: Sequence[Counts]) -> Interval | None:
    """Interval of F1(new) - F1(old) where both scored the same documents, in the same order: each draw serves both."""
    if len(old) != len(new):
        raise ValueError("paired scores need the same documents on both sides")
    if len(old) < FEWEST_DOCUMENTS:
        return None
    return _middle(_f1(_resampled(new)) - _f1(_resampled(old)))


def _resampled(documents: Sequence[Counts]) -> Floats:
    """Summed counts of each draw: RESAMPLES rows of hits, gold, found."""
    sums: Floats = _draws(len(documents)) @ np.asarray(documents, dtype=np.float64)
    return sums


@cache
def _draws(documents: int) -> Floats:
    """How often each document is in each draw."""
    generator = np.random.default_rng(SEED)
    return generator.multinomial(documents, [1 / documents] * documents, size=RESAMPLES).astype(np.float64)


def _f1(sums: Floats) -> Floats:
    return _ratio(2 * sums[:, 0], sums[:, 1] + sums[:, 2])


def _ratio(part: Floats, whole: Floats) -> Floats:
    result: Floats = np.divide(part, whole, out=np.full_like(part, np.nan), where=whole > 0)
    return result


def _middle(values: Floats) -> Interval | None:
    defined = values[~np.isnan(values)]
    if not defined.size:
        return None
    low, high = np.percentile(defined, [2.5, 97.5])
    return Interval(float(low), float(high))
