"""Where a broken-off session goes on, and with which exercises."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.coaching.library import exercises_dir, load_exercises
from coach.coaching.plan_runner import PlanPlace
from coach.coaching.resuming import way_on
from coach.domain.course import CourseEntry, CourseKind, PastRep
from coach.domain.exercise import Dose, Plan
from coach.domain.quality import RepReason

LIBRARY = load_exercises(exercises_dir())
DOSE = Dose(2, 2, 2, 2, reps=2, sets=2)
IDS = ("smile_closed", "pucker", "rest", "brow_raise")
TIMED = ("massage_cheek", "smile_closed", "rest", "talk_freely", "rest")
Step = PastRep | CourseEntry


def plan_of(*ids: str) -> Plan:
    return Plan("p", "p", tuple(replace(LIBRARY.exercises[i], dose=DOSE) for i in ids))


PLAN = plan_of(*IDS)


def rep(exercise_id: str, reason: RepReason | None = None) -> PastRep:
    return PastRep(exercise_id, reason)


def entry(kind: CourseKind, exercise_id: str, other: str = "") -> CourseEntry:
    return CourseEntry(1.0, kind, exercise_id, other)


def begun(exercise_id: str) -> CourseEntry:
    return entry(CourseKind.BEGUN, exercise_id)


def done(exercise_id: str) -> list[Step]:
    return [begun(exercise_id), entry(CourseKind.DONE, exercise_id)]


def place(plan: Plan, history: Sequence[Step]) -> PlanPlace | None:
    found = way_on(plan, history, LIBRARY.exercises)
    return None if found is None else found[1]


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        ([], None),
        ([rep("smile_closed")], PlanPlace(0, 0, 1)),
        ([rep("smile_closed")] * 3, PlanPlace(0, 1, 1)),
        ([rep("smile_closed")] * 4, PlanPlace(1, 0, 0)),
        ([rep("smile_closed"), rep("smile_closed", RepReason.INTERRUPTED)], PlanPlace(0, 0, 1)),
        ([rep("smile_closed", RepReason.SKIPPED)], PlanPlace(1, 0, 0)),
        ([rep("smile_closed", RepReason.HURT)], PlanPlace(1, 0, 0)),
        ([rep("smile_closed", RepReason.NO_MOVEMENT)], PlanPlace(0, 0, 1)),
        ([rep("smile_closed"), rep("brow_raise")], PlanPlace(3, 0, 1)),
        ([rep("smile_closed")] * 4 + [rep("brow_raise")] * 4, None),
        ([rep("snarl"), rep("pucker")], PlanPlace(1, 0, 1)),
    ],
)
def test_a_log_of_repetitions_only(history: list[Step], expected: PlanPlace | None) -> None:
    assert place(PLAN, history) == expected


REPS: list[Step] = [rep("smile_closed")] * 4


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        ([begun("massage_cheek")], None),  # as good as not begun
        (done("massage_cheek"), PlanPlace(1)),
        ([*done("massage_cheek"), begun("smile_closed"), rep("smile_closed")], PlanPlace(1, 0, 1)),
        ([begun("massage_cheek"), entry(CourseKind.LEFT, "massage_cheek")], PlanPlace(1)),
        ([begun("massage_cheek"), entry(CourseKind.HURT, "massage_cheek")], PlanPlace(1)),
        ([begun("smile_closed"), *REPS, *done("smile_closed"), begun("rest")], PlanPlace(2)),
        ([*REPS, begun("rest"), *done("rest"), begun("talk_freely")], PlanPlace(3)),
        ([*done("talk_freely"), begun("rest")], PlanPlace(4)),
        ([*done("rest"), *done("talk_freely"), *done("rest")], None),
    ],
)
def test_timed_exercises_are_gone_on_with(history: list[Step], expected: PlanPlace | None) -> None:
    assert place(plan_of(*TIMED), history) == expected


def test_the_same_exercise_twice_in_a_row() -> None:
    plan = plan_of("rest", "rest", "rest")
    assert place(plan, done("rest")) == PlanPlace(1)
    assert place(plan, [*done("rest"), begun("rest")]) == PlanPlace(1)
    assert place(plan, [*done("rest"), *done("rest")]) == PlanPlace(2)
    hurt = [entry(CourseKind.HURT, "rest"), entry(CourseKind.LEFT, "rest")]
    assert place(plan, [begun("rest"), *hurt]) == PlanPlace(1)


def test_a_session_that_went_on_keeps_the_repetitions_before() -> None:
    smile = rep("smile_closed")
    history: list[Step] = [begun("smile_closed"), smile, begun("smile_closed"), smile]
    assert place(PLAN, history) == PlanPlace(0, 1, 0)


def test_what_was_put_in_the_place_of_another_stays_there() -> None:
    history: list[Step] = [
        begun("smile_closed"),
        rep("smile_closed", RepReason.SKIPPED),
        entry(CourseKind.LEFT, "smile_closed"),
        entry(CourseKind.SWAPPED, "smile_closed", "snarl"),
        begun("snarl"),
        rep("snarl"),
    ]
    found = way_on(PLAN, history, LIBRARY.exercises)
    assert found is not None
    plan, where = found
    assert [e.id for e in plan.exercises] == ["snarl", "pucker", "rest", "brow_raise"]
    assert (where, plan.id) == (PlanPlace(0, 0, 1), PLAN.id)
    unknown = way_on(PLAN, history, {})  # its file is gone since
    assert unknown == (PLAN, PlanPlace(1))


def test_what_was_put_off_still_comes() -> None:
    history: list[Step] = [
        begun("smile_closed"),
        rep("smile_closed", RepReason.SKIPPED),
        entry(CourseKind.POSTPONED, "smile_closed", "pucker"),
        begun("pucker"),
        *[rep("pucker")] * 4,
        entry(CourseKind.DONE, "pucker"),
        *done("rest"),
    ]
    found = way_on(PLAN, history, LIBRARY.exercises)
    assert found is not None
    plan, where = found
    assert [e.id for e in plan.exercises] == ["pucker", "rest", "brow_raise", "smile_closed"]
    assert where == PlanPlace(2)
    assert place(PLAN, [*history, *done("brow_raise")]) == PlanPlace(3)
    assert place(PLAN, [*history, *done("brow_raise"), *done("smile_closed")]) is None


ids = st.sampled_from([*IDS, "snarl", "gone"])
steps = st.builds(PastRep, ids, st.one_of(st.none(), st.sampled_from(list(RepReason)))) | st.builds(
    CourseEntry, st.just(1.0), st.sampled_from(CourseKind), ids, ids
)


@given(st.lists(steps, max_size=30))
def test_a_place_is_always_in_the_plan(history: list[Step]) -> None:
    found = way_on(PLAN, history, LIBRARY.exercises)
    if found is not None:
        plan, where = found
        dose = plan.exercises[where.exercise_index].dose
        assert len(plan.exercises) == len(PLAN.exercises)
        assert 0 <= where.set_index < dose.sets
        assert 0 <= where.rep_index < dose.reps
