"""The resting face, looked at again."""

from __future__ import annotations

import numpy as np
import pytest

from coach.analysis.drift import MIN_PICTURES, rest_drift
from coach.domain.frames import FloatArray
from coach.domain.measures import N_MEASURES, MeasureSeries, SideMeasure, measure_index
from coach.domain.movements import Region
from coach.domain.sides import Side

N = 60
#: Noise of the refined measures at rest is about 0.05 mm; the median of 60 has a seventh of it.
NOISE_MM = 0.05
TOLERANCE_MM = 0.1


def _resting(seed: int = 1) -> FloatArray:
    values = np.random.default_rng(seed).normal(0.0, NOISE_MM, (N, N_MEASURES))
    for side in Side:
        values[:, measure_index(SideMeasure.PALPEBRAL_FISSURE, side)] += 9.0
    return values


def _series(values: FloatArray, valid: bool = True) -> MeasureSeries:
    return MeasureSeries(np.arange(N) / 30.0, values, np.full(N, valid))


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize(
    ("measure", "region"),
    [
        (SideMeasure.COMMISSURE_Y, Region.MOUTH),
        (SideMeasure.COMMISSURE_X, Region.MOUTH),
        (SideMeasure.BROW_Y, Region.BROW),
        (SideMeasure.ALA_Y, Region.NOSE),
    ],
)
def test_a_lasting_change_is_found_where_it_is(
    side: Side, measure: SideMeasure, region: Region
) -> None:
    values = _resting()
    values[:, measure_index(measure, side)] -= 2.5
    drift = rest_drift(_series(values))
    assert drift is not None
    assert (drift.region, drift.side) == (region, side)
    assert drift.size_mm == pytest.approx(2.5, abs=TOLERANCE_MM)


def test_an_unchanged_face_has_hardly_any() -> None:
    drift = rest_drift(_series(_resting()))
    assert drift is not None
    assert drift.size_mm < TOLERANCE_MM


def test_a_face_that_moves_is_not_judged() -> None:
    values = _resting()
    values[:, measure_index(SideMeasure.COMMISSURE_Y, Side.LEFT)] += np.linspace(0.0, 5.0, N)
    assert rest_drift(_series(values)) is None


def test_too_little_to_see_is_not_judged() -> None:
    assert rest_drift(_series(_resting(), valid=False)) is None
    few = _series(_resting()).between(0.0, (MIN_PICTURES - 2) / 30.0)
    assert rest_drift(few) is None
    assert rest_drift(MeasureSeries.of([])) is None
