"""The resting face, looked at again."""

from __future__ import annotations

import numpy as np
import pytest

from coach.analysis.drift import (
    BEFORE_S,
    LONGEST_S,
    MIN_PICTURES,
    SETTLE_S,
    SHORTEST_S,
    looks_between,
    rest_drift,
)
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


def _recording(length_s: float, moves: list[tuple[float, float]], sag_after_s: float) -> FloatArray:
    """Left smiles of 8 mm in `moves`; from `sag_after_s` on the right corner hangs by 3 mm."""
    time_s = np.arange(0.0, length_s, 1 / 30)
    values = np.random.default_rng(4).normal(0.0, NOISE_MM, (len(time_s), N_MEASURES))
    for side in Side:
        values[:, measure_index(SideMeasure.PALPEBRAL_FISSURE, side)] += 9.0
    for start, end in moves:
        moving = (time_s >= start) & (time_s <= end)
        values[moving, measure_index(SideMeasure.COMMISSURE_X, Side.LEFT)] += 8.0
    corner = measure_index(SideMeasure.COMMISSURE_Y, Side.RIGHT)
    values[time_s >= sag_after_s, corner] -= 3.0
    return values


def _looked_at(
    length_s: float, moves: list[tuple[float, float]], sag_after_s: float = 1e9
) -> list[tuple[float, float]]:
    values = _recording(length_s, moves, sag_after_s)
    clock = 5.0 + np.arange(len(values)) / 30.0  # a recording's clock starts anywhere
    series = MeasureSeries(clock, values, np.ones(len(values), dtype=bool))
    looks = looks_between(series, [(a + 5.0, b + 5.0) for a, b in moves])
    return [(look.t_s, look.size_mm) for look in looks]


def test_a_recording_is_looked_at_after_every_repetition() -> None:
    moves = [(2.0, 5.0), (9.0, 12.0), (16.0, 19.0)]
    looks = _looked_at(24.0, moves, sag_after_s=11.0)
    # A look ends before the next repetition, or with the last picture (a thirtieth early).
    assert [t for t, _ in looks] == pytest.approx([9.0 - BEFORE_S, 16.0 - BEFORE_S, 24.0], abs=0.04)
    assert [mm for _, mm in looks] == pytest.approx([0.0, 3.0, 3.0], abs=TOLERANCE_MM)


def test_no_look_where_the_pause_is_too_short_or_the_face_still_settles() -> None:
    short = SETTLE_S + BEFORE_S + SHORTEST_S - 0.1
    assert _looked_at(5.0 + short, [(2.0, 5.0), (5.0 + short, 5.0 + short)]) == []
    assert _looked_at(30.0, []) == []
    assert SHORTEST_S * 30 >= MIN_PICTURES
    assert LONGEST_S > SHORTEST_S
