"""Clean repetitions widen what counts as clean; unclean ones cannot hide a synkinesis."""

from __future__ import annotations

import pytest

from coach.analysis.calibration import (
    MOST,
    NOT_CALIBRATED,
    CleanRange,
    CleanSample,
    clean_range,
)


def test_the_slope_is_the_healthy_sides() -> None:
    found = clean_range([CleanSample(4, 8, 1.0), CleanSample(5, 10, 1.0)], 10.0)
    assert found.slope == pytest.approx(2.0)
    assert found.shared == pytest.approx(10.0)
    assert found.spread == pytest.approx(1.0)  # the difference never varied


@pytest.mark.parametrize(
    "samples",
    [
        [],
        [CleanSample(4, 8, 1)],
        [CleanSample(4, 8, 1), CleanSample(0.5, 8, 1)],
        [CleanSample(4, 8, 1), CleanSample(4, float("nan"), 1)],
    ],
)
def test_too_few_clean_repetitions_calibrate_nothing(samples: list[CleanSample]) -> None:
    assert clean_range(samples, 10.0) == NOT_CALIBRATED == CleanRange()


def test_calibration_never_hides_a_synkinesis() -> None:
    found = clean_range([CleanSample(4, 8, 5), CleanSample(4, 8, 40)], 10.0)
    assert found.spread == MOST * 10.0


def test_an_eye_that_opens_with_the_movement_lowers_nothing() -> None:
    assert clean_range([CleanSample(4, -3, 0), CleanSample(4, -2, 0)], 10.0).slope == 0
