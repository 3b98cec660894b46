"""How much a quiet region moves beyond what is expected of it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.analysis.calibration import CleanRange
from coach.analysis.comovement import (
    HEALTHY_NARROWING,
    LANDMARKS,
    NOISE_FACTOR,
    REFINED,
    SHARED_NARROWING,
    excess,
    excess_by_rule,
    grade,
    region_change,
    threshold,
    tracking,
    visible,
    watched_sides,
)
from coach.domain.exercise import QuietRegion
from coach.domain.frames import FloatArray
from coach.domain.measures import N_MEASURES, SideMeasure, measure_index
from coach.domain.movements import Movement, Region
from coach.domain.sides import Affected, Side
from tests.fixtures.movement_signals import rest_record, swapped

REST = rest_record(0.05)
EYE = QuietRegion(Region.EYE, 10.0, "pct")
MOUTH = QuietRegion(Region.MOUTH, 2.5, "mm")
measures = st.lists(st.floats(-20, 20), min_size=N_MEASURES, max_size=N_MEASURES).map(np.array)


def _with(columns: dict[tuple[SideMeasure, Side], float]) -> FloatArray:
    values = np.zeros(N_MEASURES)
    for (measure, side), value in columns.items():
        values[measure_index(measure, side)] = value
    return values


def _eyes(left: float, right: float) -> FloatArray:
    return _with(
        {(SideMeasure.EYE_CLOSURE, Side.LEFT): left, (SideMeasure.EYE_CLOSURE, Side.RIGHT): right}
    )


def _excess(values: FloatArray, side: Side, affected: Affected | None, **kwargs: Movement) -> float:
    movement = kwargs.get("movement", Movement.SMILE_CLOSED)
    return float(excess(values, movement, Region.EYE, side, affected, REST))


@pytest.mark.parametrize(
    ("affected", "sides"),
    [
        (Affected.LEFT, {Side.LEFT}),
        (Affected.RIGHT, {Side.RIGHT}),
        (Affected.BOTH, set(Side)),
        (Affected.NONE, set(Side)),
        (None, set(Side)),
    ],
)
def test_the_affected_side_is_watched_or_both(affected: Affected | None, sides: set[Side]) -> None:
    assert set(watched_sides(affected)) == sides


def test_regions_that_no_landmark_shows_are_not_watched() -> None:
    assert {r for r in Region if visible(r)} == {Region.EYE, Region.MOUTH, Region.BROW, Region.NOSE}


def test_an_eye_closes_in_points_and_opening_is_negative() -> None:
    assert region_change(_eyes(30, -5), Region.EYE, Side.LEFT) == 30
    assert region_change(_eyes(30, -5), Region.EYE, Side.RIGHT) == -5


def test_a_corner_moves_by_the_length_of_its_way() -> None:
    values = _with(
        {(SideMeasure.COMMISSURE_X, Side.RIGHT): -3, (SideMeasure.COMMISSURE_Y, Side.RIGHT): 4}
    )
    assert region_change(values, Region.MOUTH, Side.RIGHT) == pytest.approx(5)
    assert region_change(values, Region.MOUTH, Side.LEFT) == 0


@pytest.mark.parametrize("affected", [Affected.LEFT, Affected.NONE, None])
def test_what_both_eyes_do_is_not_counted(affected: Affected | None) -> None:
    assert _excess(_eyes(30, 30), Side.LEFT, affected) == 0
    assert _excess(_eyes(30, 10), Side.LEFT, affected) == 20
    assert _excess(_eyes(30, -10), Side.LEFT, affected) == 30  # the other eye opens: no credit


def test_the_engines_cross_talk_is_taken_off() -> None:
    values = _eyes(30, 0)
    values[measure_index(SideMeasure.COMMISSURE_X, Side.LEFT)] = 7.0  # 7 mm more than the right
    assert _excess(values, Side.LEFT, Affected.LEFT) == pytest.approx(
        30 - 7 * LANDMARKS.crosstalk[Region.EYE]
    )
    # The other way round nothing is added.
    values = _eyes(30, 0)
    values[measure_index(SideMeasure.COMMISSURE_X, Side.RIGHT)] = -7.0
    assert _excess(values, Side.LEFT, Affected.LEFT) == pytest.approx(30)


def test_with_both_sides_affected_healthy_narrowing_is_allowed_for() -> None:
    smile, pucker, lip = Movement.SMILE_CLOSED, Movement.PUCKER, Movement.LOWER_LIP_DEPRESS
    for movement, allowed in (
        (smile, HEALTHY_NARROWING[smile]),
        (pucker, SHARED_NARROWING[pucker]),
        (lip, 0.0),
    ):
        found = _excess(_eyes(60, 60), Side.LEFT, Affected.BOTH, movement=movement)
        assert found == pytest.approx(60 - allowed)


@pytest.mark.parametrize("affected", [Affected.LEFT, None])
def test_both_eyes_that_close_with_a_pucker_count_on_both_sides_rule(
    affected: Affected | None,
) -> None:
    """A synkinetic side's 30 % and its other side's 22 % (doi 10.1177/26893614251395737)."""
    for movement, size, both in (
        (Movement.PUCKER, 30 - SHARED_NARROWING[Movement.PUCKER], True),
        (Movement.SMILE_CLOSED, 30 - 21.6, False),
    ):
        found, rule = excess_by_rule(
            _eyes(30, 21.6), movement, Region.EYE, Side.LEFT, affected, REST
        )
        assert float(found) == pytest.approx(size)
        assert bool(rule) is both


def test_a_persons_clean_range_is_allowed_for() -> None:
    """Their healthy eye narrows 4 points per mm of smile; the affected one does the same."""
    clean = CleanRange(slope=4.0, shared=0.0, spread=13.0)
    values = _eyes(20, 6)
    values[measure_index(SideMeasure.COMMISSURE_X, Side.LEFT)] = 3.0
    values[measure_index(SideMeasure.COMMISSURE_X, Side.RIGHT)] = -3.0
    found = excess(values, Movement.SMILE_CLOSED, Region.EYE, Side.LEFT, Affected.LEFT, REST, clean)
    assert float(found) == pytest.approx(20 - 12)
    assert threshold(EYE, Side.LEFT, rest_record(0.01), clean) == 13.0


def test_pixels_recover_more_of_a_one_sided_movement() -> None:
    assert tracking(REST) is LANDMARKS
    seen = replace(REST, refined=True)
    assert tracking(seen) is REFINED
    assert threshold(MOUTH, Side.LEFT, seen) == pytest.approx(2.0)


def test_a_missing_value_gives_none() -> None:
    assert np.isnan(_excess(_eyes(np.nan, 0), Side.LEFT, Affected.LEFT))


def test_a_movement_that_the_camera_cannot_measure_has_no_cross_talk() -> None:
    assert _excess(_eyes(30, 0), Side.LEFT, Affected.LEFT, movement=Movement.CHEEK_PUFF) == 30


@given(measures, st.sampled_from([Region.EYE, Region.MOUTH, Region.BROW, Region.NOSE]),
       st.sampled_from([Movement.SMILE_CLOSED, Movement.PUCKER, Movement.BROW_RAISE]),
       st.sampled_from([None, *Affected]))  # fmt: skip
def test_in_the_mirror_the_other_side_has_it(
    values: FloatArray, region: Region, movement: Movement, affected: Affected | None
) -> None:
    swap = {Affected.LEFT: Affected.RIGHT, Affected.RIGHT: Affected.LEFT}
    other = swap.get(affected, affected) if affected is not None else None
    for side in Side:
        one = float(excess(values, movement, region, side, affected, REST))
        mirror = float(excess(swapped(values), movement, region, side.other, other, REST))
        assert mirror == pytest.approx(one, abs=1e-12)


def test_the_threshold_is_the_exercises_or_this_sessions_noise() -> None:
    assert threshold(EYE, Side.LEFT, rest_record(0.01)) == 10.0
    # Noise of 5 points in each eye, of their difference 7.1; three times that.
    noisy = threshold(EYE, Side.LEFT, rest_record(0.5))
    assert noisy == pytest.approx(NOISE_FACTOR * np.hypot(5, 5))
    assert threshold(MOUTH, Side.LEFT, REST) == pytest.approx(
        2.5 * LANDMARKS.recovered[Region.MOUTH]
    )


def test_thresholds_are_the_same_for_both_sides() -> None:
    for quiet in (EYE, MOUTH):
        assert threshold(quiet, Side.LEFT, REST) == threshold(quiet, Side.RIGHT, REST)


@pytest.mark.parametrize(
    ("magnitude", "label"), [(10, 1), (19.9, 1), (20, 2), (34.9, 2), (35, 3), (90, 3)]
)
def test_grades_are_multiples_of_the_threshold(magnitude: float, label: int) -> None:
    assert grade(magnitude, 10.0) == label
