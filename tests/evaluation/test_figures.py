"""Intervals and calibration."""

from __future__ import annotations

import pytest

from champion_extract.evaluation.calibration import calibration, calibrations
from champion_extract.evaluation.intervals import f1_difference_interval, f1_interval, share_interval
from champion_extract.evaluation.scoring import Counts


def test_the_interval_holds_the_score_and_narrows_with_documents() -> None:
    few = [Counts(8, 10, 10), Counts(2, 10, 10), Counts(9, 10, 10)]
    narrow, wide = f1_interval(few * 20), f1_interval(few)
    assert narrow is not None
    assert wide is not None
    score = 19 / 30
    assert wide.low <= narrow.low < score < narrow.high <= wide.high


def test_documents_that_all_score_alike_leave_no_doubt() -> None:
    assert f1_interval([Counts(5, 10, 10)] * 4) == pytest.approx((0.5, 0.5))


def test_one_document_or_no_facts_give_no_interval() -> None:
    assert f1_interval([Counts(1, 1, 1)]) is None
    assert f1_interval([Counts(), Counts()]) is None
    assert share_interval([Counts(1, 1)]) is None


def test_the_same_corpus_gives_the_same_interval() -> None:
    counts = [Counts(one % 4, 4, 3) for one in range(12)]
    assert f1_interval(counts) == f1_interval(list(counts))


def test_a_difference_is_paired() -> None:
    # every document a little better: certain, although the documents themselves differ widely
    old = [Counts(one, 20, 20) for one in (1, 5, 9, 13, 17)]
    new = [Counts(one.hits + 1, 20, 20) for one in old]
    interval = f1_difference_interval(old, new)
    assert interval is not None
    assert interval == pytest.approx((0.05, 0.05))
    assert f1_difference_interval(old, old) == (0, 0)
    with pytest.raises(ValueError, match="same documents"):
        f1_difference_interval(old, new[:2])


def test_calibrated_confidence_has_no_error() -> None:
    facts = [(0.8, True)] * 4 + [(0.8, False)] + [(1.0, True)] * 5
    result = calibration(facts)
    assert result.error == pytest.approx(0)
    assert [(one.low, one.facts) for one in result.bins] == [(0.8, 5), (0.9, 5)]


def test_too_much_confidence_is_measured() -> None:
    result = calibration([(0.95, True), (0.95, False), (0.55, True), (0.55, True)])
    assert result.error == pytest.approx((0.45 + 0.45) / 2)
    assert [one.share_right for one in result.bins] == [1.0, 0.5]


@pytest.mark.parametrize(
    ("confidence", "low"), [(0.0, 0.0), (0.1, 0.1), (0.29, 0.2), (0.3, 0.3), (0.7, 0.7), (1.0, 0.9)]
)
def test_a_bin_holds_its_lower_end(confidence: float, low: float) -> None:
    assert calibration([(confidence, True)]).bins[0].low == pytest.approx(low)


def test_nothing_found_has_no_calibration() -> None:
    from champion_extract.evaluation.scoring import Evaluation

    assert calibrations(Evaluation()) == {}
