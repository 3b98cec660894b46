"""The slope of co-movement against movement, on signals with a known one."""

from __future__ import annotations

import numpy as np
import pytest

from coach.analysis.coupling import MIN_FRAMES, couplings_in
from coach.domain.exercise import QuietRegion
from coach.domain.measures import MeasureSeries, SideMeasure
from coach.domain.movements import Movement, Region
from coach.domain.session import Coupling
from coach.domain.sides import Affected, Side
from tests.fixtures.movement_signals import clock, rest_record, series, trapezoid

T = clock(8.0)
MOVED = trapezoid(T, 1.0, 3.0, 1.0)
EYE = QuietRegion(Region.EYE, 10.0, "pct")
NECK = QuietRegion(Region.NECK, 2.5, "mm")


def _series(left: float, right: float, size: float = 4.0) -> MeasureSeries:
    return series(
        T,
        {
            (SideMeasure.COMMISSURE_X, Side.LEFT): size * MOVED,
            (SideMeasure.COMMISSURE_X, Side.RIGHT): -0.5 * size * MOVED,
            (SideMeasure.EYE_CLOSURE, Side.LEFT): left * size * MOVED,
            (SideMeasure.EYE_CLOSURE, Side.RIGHT): right * size * MOVED,
        },
        noise=0.05,
    )


def _couplings(
    measures: MeasureSeries, affected: Affected | None, frames: int | None = None
) -> tuple[Coupling, ...]:
    usable = np.arange(len(T)) < (len(T) if frames is None else frames)
    return couplings_in(
        measures, usable, Movement.SMILE_CLOSED, (EYE, NECK), affected, rest_record()
    )


def test_the_slope_is_beyond_the_other_side() -> None:
    (found,) = _couplings(_series(7.0, 2.0), Affected.LEFT)
    assert (found.region, found.side, found.unit) == (Region.EYE, Side.LEFT, "pct")
    # Noise of 0.5 points in each eye over some 120 pictures of a 4 mm movement: 0.02.
    assert found.slope == pytest.approx(5.0, abs=0.1)


def test_with_both_sides_affected_each_side_stands_alone() -> None:
    left, right = _couplings(_series(7.0, 2.0), Affected.BOTH)
    assert left.slope == pytest.approx(7.0, abs=0.1)
    assert right.slope == pytest.approx(2.0, abs=0.1)


def test_without_a_movement_or_pictures_there_is_none() -> None:
    assert _couplings(_series(7.0, 2.0, 0.1), Affected.LEFT) == ()
    assert _couplings(_series(7.0, 2.0), Affected.LEFT, frames=MIN_FRAMES - 1) == ()
