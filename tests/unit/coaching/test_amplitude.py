"""The target falls until a repetition is clean, and no further."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.analysis.calibration import CleanRange, CleanSample
from coach.coaching.amplitude import LEAST_MM, STEP, AmplitudeLadder
from coach.coaching.clean_calibration import CleanCalibration, learning_reps
from coach.coaching.library import exercises_dir, read_exercise
from coach.domain.movements import Region
from coach.domain.session import PerSide, RepRecord, SynkinesisFlag
from coach.domain.sides import Affected, Side
from tests.fixtures.records import smile_rep

FLAG = SynkinesisFlag(Region.EYE, Side.LEFT, 20.0, "pct", 2, 1.0, 2.0)
SMILE = replace(read_exercise(exercises_dir() / "smile_closed.toml"), clean_reps=2)


def _rep(size: float, *, clean: bool, scored: bool = True) -> RepRecord:
    return replace(
        smile_rep(0),
        excursion_mm=PerSide(0.7 * size, size),
        scored=scored,
        reason=None,
        synkinesis=() if clean else (FLAG,),
    )


def test_a_flagged_repetition_lowers_the_target_below_its_size() -> None:
    ladder = AmplitudeLadder(4.0)
    assert ladder.after(_rep(3.6, clean=False))
    assert ladder.target_mm == pytest.approx(STEP * 3.6)
    assert ladder.lowered


def test_it_falls_until_a_repetition_is_clean_and_stays() -> None:
    """Whoever is clean below 2 mm and does what is asked finds that size."""
    ladder = AmplitudeLadder(4.0)
    for _ in range(8):
        ladder.after(_rep(ladder.target_mm, clean=ladder.target_mm < 2.0))
    assert 1.5 <= ladder.target_mm < 2.0
    assert ladder.largest_clean_mm == pytest.approx(ladder.target_mm)


def test_it_does_not_fall_below_what_is_known_to_be_clean() -> None:
    ladder = AmplitudeLadder(4.0)
    ladder.after(_rep(3.5, clean=True))
    ladder.after(_rep(4.0, clean=False))
    assert ladder.target_mm == pytest.approx(3.5)


def test_what_was_not_scored_teaches_nothing() -> None:
    ladder = AmplitudeLadder(4.0)
    assert not ladder.after(_rep(4.0, clean=False, scored=False))
    assert not ladder.after(_rep(4.0, clean=True, scored=False))
    assert ladder.target_mm == 4.0
    assert ladder.largest_clean_mm is None


def test_without_a_target_there_is_none_to_lower() -> None:
    ladder = AmplitudeLadder(0.0)
    assert not ladder.after(_rep(4.0, clean=False))
    assert ladder.target_mm == 0.0


@given(st.lists(st.tuples(st.floats(0.1, 20), st.booleans()), max_size=20))
def test_it_never_rises_and_never_falls_below_the_least(reps: list[tuple[float, bool]]) -> None:
    ladder = AmplitudeLadder(4.0)
    before = ladder.target_mm
    for size, clean in reps:
        ladder.after(_rep(size, clean=clean))
        assert LEAST_MM <= ladder.target_mm <= before
        before = ladder.target_mm


def test_calibration_learns_from_its_first_clean_repetitions() -> None:
    calibration = CleanCalibration(SMILE, Affected.LEFT)
    sample = ((Region.EYE, Side.LEFT, CleanSample(4.0, 8.0, 1.0)),)
    assert calibration.going_on
    assert not calibration.add(_rep(4, clean=True), sample)
    assert calibration.add(_rep(4, clean=True), sample)
    assert calibration.ranges[Region.EYE, Side.LEFT].slope == pytest.approx(2.0)
    assert not calibration.going_on
    assert not calibration.add(_rep(4, clean=True), sample)  # the practice itself


def test_a_repetition_with_a_flag_calibrates_nothing() -> None:
    calibration = CleanCalibration(SMILE, Affected.LEFT)
    sample = ((Region.EYE, Side.LEFT, CleanSample(4.0, 8.0, 30.0)),)
    assert not calibration.add(_rep(4, clean=False), sample)
    assert not calibration.add(_rep(4, clean=True), sample)
    assert calibration.ranges == {}
    assert not calibration.going_on


def test_what_is_beyond_healthy_people_calibrates_nothing() -> None:
    """A smile of 2 mm may bring 15 points on the healthy side (48 points on 9.3 mm, half more)."""
    for healthy, learns in ((14.0, True), (18.0, False)):
        calibration = CleanCalibration(SMILE, Affected.LEFT)
        sample = ((Region.EYE, Side.LEFT, CleanSample(2.0, healthy, 1.0)),)
        calibration.add(_rep(2, clean=True), sample)
        assert calibration.add(_rep(2, clean=True), sample) is learns


def test_sides_that_differ_already_calibrate_nothing() -> None:
    """Half of the exercise's limit of 10 points: a co-movement that is too small for a flag yet."""
    for difference, learns in ((4.0, True), (6.0, False), (-6.0, False)):
        calibration = CleanCalibration(SMILE, Affected.LEFT)
        sample = ((Region.EYE, Side.LEFT, CleanSample(2.0, 4.0, difference)),)
        calibration.add(_rep(2, clean=True), sample)
        assert calibration.add(_rep(2, clean=True), sample) is learns


def test_with_both_sides_affected_or_known_ranges_nothing_is_asked_for() -> None:
    assert not CleanCalibration(SMILE, Affected.BOTH).going_on
    assert CleanCalibration(SMILE, None).going_on
    learnt = {(Region.EYE, Side.LEFT): CleanRange(slope=2.0)}
    again = CleanCalibration(SMILE, Affected.LEFT, learnt)
    assert not again.going_on
    assert again.ranges == learnt


def test_the_first_repetitions_are_small_but_can_be_seen() -> None:
    assert CleanCalibration(SMILE, None).target_mm == 2.0
    assert CleanCalibration(replace(SMILE, target_mm=2.0), None).target_mm == 1.5
    assert CleanCalibration(replace(SMILE, target_mm=1.0), None).target_mm == 1.0
    assert CleanCalibration(replace(SMILE, target_mm=0.0), None).target_mm == 0.0


@pytest.mark.parametrize(("reps", "sets", "learns"), [(5, 1, 2), (4, 1, 2), (3, 1, 0), (2, 2, 2)])
def test_short_doses_are_left_to_practise(reps: int, sets: int, learns: int) -> None:
    dose = replace(SMILE.dose, reps=reps, sets=sets)
    assert learning_reps(replace(SMILE, dose=dose)) == learns
