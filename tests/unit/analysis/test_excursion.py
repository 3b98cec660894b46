"""The size of a movement: along its direction, never negative, the same on both sides."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.analysis.excursion import excursion_mm, excursion_noise_mm, excursions_mm
from coach.domain.frames import FloatArray
from coach.domain.measures import N_MEASURES, SideMeasure, measure_index
from coach.domain.movements import MOVEMENT_SPECS, Movement
from coach.domain.sides import Side
from tests.fixtures.movement_signals import REST_FISSURE_MM, rest_record, swapped

REST = rest_record()
measures = st.lists(st.floats(-20, 20), min_size=N_MEASURES, max_size=N_MEASURES).map(np.array)
seen_by_camera = [m for m in Movement if MOVEMENT_SPECS[m].axes]


def _values(**columns: float) -> FloatArray:
    values = np.zeros(N_MEASURES)
    for name, value in columns.items():
        values[measure_index(name)] = value
    for side in Side:
        fissure = SideMeasure.PALPEBRAL_FISSURE
        if fissure.column(side) not in columns:
            values[measure_index(fissure, side)] = REST_FISSURE_MM
    return values


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize(
    ("movement", "outward", "up", "expected"),
    [
        (Movement.SMILE_CLOSED, 3.0, 4.0, 5.0),
        (Movement.SMILE_CLOSED, -3.0, 4.0, 4.0),  # inward is no smile
        (Movement.SMILE_CLOSED, -3.0, -4.0, 0.0),
        (Movement.SMILE_OPEN, 3.0, -1.0, 3.0),
        (Movement.PUCKER, -3.0, 4.0, 5.0),  # inward, up or down
        (Movement.PUCKER, -3.0, -4.0, 5.0),
        (Movement.PUCKER, 3.0, 0.0, 0.0),
        (Movement.LIP_PRESS, 3.0, -4.0, 5.0),  # any way
    ],
)
def test_mouth_corners(
    movement: Movement, outward: float, up: float, expected: float, side: Side
) -> None:
    values = _values(
        **{
            SideMeasure.COMMISSURE_X.column(side): side.sign * outward,
            SideMeasure.COMMISSURE_Y.column(side): up,
        }
    )
    assert excursion_mm(values, movement, side, REST) == pytest.approx(expected)
    assert excursion_mm(values, movement, side.other, REST) == 0.0


@pytest.mark.parametrize(
    ("movement", "measure", "value", "expected"),
    [
        (Movement.BROW_RAISE, SideMeasure.BROW_Y, 4.0, 4.0),
        (Movement.BROW_RAISE, SideMeasure.BROW_Y, -4.0, 0.0),
        (Movement.FROWN, SideMeasure.BROW_Y, -2.0, 2.0),
        (Movement.SNARL, SideMeasure.ALA_Y, 2.0, 2.0),
        (Movement.LOWER_LIP_DEPRESS, SideMeasure.LOWER_LIP_Y, -3.0, 3.0),
        (Movement.EYE_CLOSURE, SideMeasure.PALPEBRAL_FISSURE, 4.0, 6.0),
        (Movement.EYE_CLOSURE, SideMeasure.PALPEBRAL_FISSURE, 12.0, 0.0),  # wider is no closure
        (Movement.SLOW_BLINK, SideMeasure.PALPEBRAL_FISSURE, 0.0, 10.0),
    ],
)
@pytest.mark.parametrize("side", Side)
def test_other_regions(
    movement: Movement, measure: SideMeasure, value: float, expected: float, side: Side
) -> None:
    values = _values(**{measure.column(side): value})
    assert excursion_mm(values, movement, side, REST) == pytest.approx(expected)


@pytest.mark.parametrize("movement", [Movement.REST, Movement.CHEEK_PUFF])
def test_no_camera_measure_no_number(movement: Movement) -> None:
    assert np.isnan(excursion_mm(_values(), movement, Side.LEFT, REST))
    assert np.isnan(excursion_noise_mm(REST, movement, Side.LEFT))


def test_a_missing_value_is_no_movement_of_zero() -> None:
    values = _values(commissure_left_x_mm=np.nan)
    assert np.isnan(excursion_mm(values, Movement.SMILE_CLOSED, Side.LEFT, REST))
    assert excursion_mm(values, Movement.SMILE_CLOSED, Side.RIGHT, REST) == 0.0


def test_lids_need_a_rest_face() -> None:
    assert np.isnan(excursion_mm(_values(), Movement.EYE_CLOSURE, Side.LEFT))


@given(measures, st.sampled_from(seen_by_camera))
def test_never_negative_and_sides_swap_in_the_mirror(
    values: FloatArray, movement: Movement
) -> None:
    for side in Side:
        size = excursion_mm(values, movement, side, REST)
        assert size >= 0
        mirror = excursion_mm(swapped(values), movement, side.other, REST)
        assert mirror == pytest.approx(size, abs=1e-12)


@given(st.lists(measures, min_size=1, max_size=4), st.sampled_from(seen_by_camera))
def test_many_pictures_at_once_are_the_single_ones(
    rows: list[FloatArray], movement: Movement
) -> None:
    together = excursions_mm(np.stack(rows), movement, Side.LEFT, REST)
    alone = [excursion_mm(row, movement, Side.LEFT, REST) for row in rows]
    assert together.tolist() == alone


def test_noise_adds_over_the_axes() -> None:
    rest = rest_record(0.2)
    two = np.hypot(0.2, 0.2)
    assert excursion_noise_mm(rest, Movement.SMILE_CLOSED, Side.LEFT) == pytest.approx(two)
    assert excursion_noise_mm(rest, Movement.BROW_RAISE, Side.RIGHT) == pytest.approx(0.2)
