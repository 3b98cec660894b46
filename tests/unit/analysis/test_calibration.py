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
from coach.analysis.clean_norms import most_slope
from coach.domain.movements import Movement, Region


def test_the_slope_is_the_healthy_sides() -> None:
    found = clean_range([CleanSample(4, 8, 1.0), CleanSample(5, 10, 1.0)], 10.0)
    assert found.slope == pytest.approx(2.0)
    assert found.shared == pytest.approx(10.0)
    assert found.spread == 0  # the difference never varied


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
    found = clean_range([CleanSample(4, 8, -15), CleanSample(4, 8, 20)], 10.0)
    assert found.spread == MOST * 10.0
    assert clean_range([CleanSample(4, 8, 5), CleanSample(4, 8, 40)], 10.0) == NOT_CALIBRATED


def test_a_side_that_goes_beyond_in_every_repetition_is_not_learnt() -> None:
    """Half the limit is refused; below it the mean difference widens nothing."""
    assert clean_range([CleanSample(2, 4, 6), CleanSample(2, 4, 6)], 10.0) == NOT_CALIBRATED
    assert clean_range([CleanSample(2, 4, 4), CleanSample(2, 4, 4)], 10.0).spread == 0


def test_more_than_healthy_people_do_is_not_learnt() -> None:
    samples = [CleanSample(2, 12, 0), CleanSample(2, 12, 0)]
    assert clean_range(samples, 10.0, most_slope=5.9) == NOT_CALIBRATED
    assert clean_range(samples, 10.0, most_slope=6.1).slope == pytest.approx(6.0)


@pytest.mark.parametrize("movement", list(Movement))
def test_every_pair_has_a_ceiling(movement: Movement) -> None:
    for region in Region:
        assert 0 < most_slope(movement, region, 2.5) < 15


def test_the_ceiling_is_the_published_norm_with_some_room() -> None:
    """Smile: 21.6 + 2 * 13.4 points over a full smile of 9.3 mm; eye to corner: 1.9 on 10 mm."""
    assert most_slope(Movement.SMILE_CLOSED, Region.EYE, 10) == pytest.approx(1.5 * 48.4 / 9.3)
    assert most_slope(Movement.EYE_CLOSURE, Region.MOUTH, 2.5) == pytest.approx(1.5 * 0.19)


def test_an_eye_that_opens_with_the_movement_lowers_nothing() -> None:
    assert clean_range([CleanSample(4, -3, 0), CleanSample(4, -2, 0)], 10.0).slope == 0
