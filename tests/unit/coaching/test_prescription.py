"""A therapist's plan changes what it names, within limits, and says what it could not do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.coaching.library import exercises_dir, load_exercises
from coach.coaching.prescription import prescribe
from coach.coaching.prescription_limits import THRESHOLDS, largest_target_mm, unit_of
from coach.domain.exercise import Exercise, QuietRegion
from coach.domain.movements import Movement, Region
from coach.domain.prescription import DoseChange, Prescription, ThresholdChange

LIBRARY = load_exercises(exercises_dir())
SMILE = "smile_closed"


def _prescribed(**parts: object) -> Prescription:
    return Prescription("For one person", **parts)  # type: ignore[arg-type]


def _quiet(exercise: Exercise, region: Region) -> QuietRegion | None:
    return next((q for q in exercise.quiet if q.region is region), None)


def test_a_plan_that_changes_nothing_leaves_the_library_as_it_is() -> None:
    changed = prescribe(LIBRARY, _prescribed(exercises=(SMILE,)))
    assert dict(changed.exercises) == dict(LIBRARY.exercises)
    assert dict(changed.programmes) == dict(LIBRARY.programmes)
    assert dict(changed.plans) == dict(LIBRARY.plans)
    assert changed.problems == LIBRARY.problems


def test_a_threshold_is_this_exercises_alone() -> None:
    plan = _prescribed(thresholds=(ThresholdChange(SMILE, Region.EYE, 14.0, "pct"),))
    changed = prescribe(LIBRARY, plan)
    found = _quiet(changed.exercises[SMILE], Region.EYE)
    assert found is not None
    assert (found.threshold, found.unit, found.source) == (14.0, "pct", "Set by your therapist")
    brow = _quiet(changed.exercises[SMILE], Region.BROW)
    assert brow == _quiet(LIBRARY.exercises[SMILE], Region.BROW)
    assert changed.exercises["pucker"] == LIBRARY.exercises["pucker"]
    assert changed.problems == LIBRARY.problems


def test_a_star_is_every_exercise_that_watches_the_region_and_a_name_is_stronger() -> None:
    plan = _prescribed(
        thresholds=(
            ThresholdChange("pucker", Region.EYE, 20.0, "pct"),
            ThresholdChange("*", Region.EYE, 15.0, "pct"),
        )
    )
    changed = prescribe(LIBRARY, plan)
    for id_, exercise in changed.exercises.items():
        found = _quiet(exercise, Region.EYE)
        if found is not None:
            assert found.threshold == (20.0 if id_ == "pucker" else 15.0)
    assert changed.problems == LIBRARY.problems


def test_programmes_and_plans_hold_the_changed_exercise() -> None:
    plan = _prescribed(thresholds=(ThresholdChange(SMILE, Region.EYE, 14.0, "pct"),))
    changed = prescribe(LIBRARY, plan)
    everywhere = [
        e for p in changed.programmes.values() for phase in p.phases for e in phase.exercises
    ] + [e for p in changed.plans.values() for e in p.exercises]
    smiles = [e for e in everywhere if e.id == SMILE]
    assert smiles
    for exercise in smiles:
        found = _quiet(exercise, Region.EYE)
        assert found is not None
        assert found.threshold == 14.0


def test_a_programmes_own_dose_stays_where_the_plan_says_nothing() -> None:
    plan = _prescribed(doses=(DoseChange(SMILE, hold_s=3.0),))
    changed = prescribe(LIBRARY, plan)
    for id_, programme in LIBRARY.programmes.items():
        for old, new in zip(programme.phases, changed.programmes[id_].phases, strict=True):
            for a, b in zip(old.exercises, new.exercises, strict=True):
                assert b.dose.reps == a.dose.reps
                assert b.dose.hold_s == (3.0 if a.id == SMILE else a.dose.hold_s)


@pytest.mark.parametrize(("wanted", "used"), [(1.0, 6.0), (99.0, 47.0)])
def test_a_threshold_beyond_what_can_be_told_is_brought_to_the_limit(
    wanted: float, used: float
) -> None:
    plan = _prescribed(thresholds=(ThresholdChange(SMILE, Region.EYE, wanted, "pct"),))
    changed = prescribe(LIBRARY, plan)
    found = _quiet(changed.exercises[SMILE], Region.EYE)
    assert found is not None
    assert found.threshold == used
    (said,) = changed.problems[len(LIBRARY.problems) :]
    assert said == (
        f"The plan asks for a limit of {wanted:g} % for the eye; {used:g} is used,"
        " because the camera can tell no less and no more."
    )


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (ThresholdChange("juggle", Region.EYE, 12.0, "pct"), '"juggle" that is not there'),
        (ThresholdChange(SMILE, Region.NOSE, 2.0, "mm"), "does not watch"),
        (ThresholdChange(SMILE, Region.EYE, 2.0, "mm"), "in mm; it is left out"),
    ],
)
def test_what_cannot_be_used_is_left_out_and_said(change: ThresholdChange, said: str) -> None:
    changed = prescribe(LIBRARY, _prescribed(thresholds=(change,)))
    assert dict(changed.exercises) == dict(LIBRARY.exercises)
    assert said in changed.problems[-1]


def test_unknown_names_are_said_once() -> None:
    plan = _prescribed(exercises=("juggle", SMILE, "juggle"), doses=(DoseChange("juggle", reps=3),))
    problems = prescribe(LIBRARY, plan).problems
    assert [p for p in problems if "juggle" in p] == [
        'The plan names an exercise "juggle" that is not there; it is left out.'
    ]


def test_a_dose_is_taken_over() -> None:
    plan = _prescribed(
        doses=(DoseChange(SMILE, 5.0, 3.0, 6.0, 8.0, 3, 2, target_mm=2.5, clean_reps=0),)
    )
    exercise = prescribe(LIBRARY, plan).exercises[SMILE]
    dose = exercise.dose
    assert (dose.move_s, dose.hold_s, dose.release_s, dose.rest_s) == (5.0, 3.0, 6.0, 8.0)
    assert (dose.reps, dose.sets) == (3, 2)
    assert (exercise.target_mm, exercise.clean_reps) == (2.5, 0)


def test_effort_sets_how_large_a_target_may_be() -> None:
    """Effort 3 of 10: small movements (clinical notes 3.1); an assessment may be larger."""
    plan = _prescribed(
        doses=(DoseChange(SMILE, target_mm=9.0), DoseChange("assess_snarl", target_mm=9.0))
    )
    changed = prescribe(LIBRARY, plan)
    assert changed.exercises[SMILE].target_mm == 4.0
    assert changed.exercises["assess_snarl"].target_mm == 9.0
    assert "target_mm = 9" in changed.problems[-1]


def test_what_is_not_measured_gets_no_target_and_no_clean_repetitions() -> None:
    plan = _prescribed(
        doses=(DoseChange("breathing", hold_s=1.0, move_s=9.0, target_mm=3.0, clean_reps=2),)
    )
    exercise = prescribe(LIBRARY, plan).exercises["breathing"]
    assert (exercise.target_mm, exercise.clean_reps) == (0, 0)
    assert exercise.dose.hold_s == 5.0
    assert exercise.dose.move_s == LIBRARY.exercises["breathing"].dose.move_s


_number = st.none() | st.floats(-100, 1000)
_count = st.none() | st.integers(-5, 100)


@given(
    st.builds(
        DoseChange, st.sampled_from(sorted(LIBRARY.exercises)), _number, _number, _number,
        _number, _count, _count, _number, _count,
    ),
    st.builds(
        ThresholdChange, st.sampled_from(["*", SMILE, "pucker", "eye_closure"]),
        st.sampled_from(Region), st.floats(-10, 1000), st.sampled_from(["pct", "mm"]),
    ),
)  # fmt: skip
def test_nothing_a_plan_says_leaves_the_limits(dose: DoseChange, limit: ThresholdChange) -> None:
    changed = prescribe(LIBRARY, _prescribed(doses=(dose,), thresholds=(limit,)))
    exercise = changed.exercises[dose.exercise_id]
    own = LIBRARY.exercises[dose.exercise_id]
    timed = exercise.movement is Movement.REST
    assert 1 <= exercise.dose.reps <= 10
    assert 1 <= exercise.dose.sets <= 3
    assert exercise.dose.hold_s >= (5 if timed else 0)
    assert timed or min(exercise.dose.move_s, exercise.dose.release_s) >= 1
    assert timed or exercise.dose.rest_s >= 2
    assert max(exercise.dose.move_s, exercise.dose.hold_s, exercise.dose.release_s) <= 60
    assert exercise.target_mm <= largest_target_mm(own)
    assert 0 <= exercise.clean_reps <= 3
    for e in changed.exercises.values():
        for q in e.quiet:
            least, most = THRESHOLDS[q.region]
            assert least <= q.threshold <= most
            assert q.unit == unit_of(q.region)
    assert all(p.endswith(".") for p in changed.problems)
