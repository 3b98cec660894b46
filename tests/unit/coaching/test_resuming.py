"""Where a broken-off session goes on; and what may stand in for an exercise."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.coaching.choices import MOST, swap_choices
from coach.coaching.library import exercises_dir, load_exercises
from coach.coaching.plan_runner import PlanPlace
from coach.coaching.resuming import place_after
from coach.domain.exercise import Dose, Plan
from coach.domain.movements import MOVEMENT_SPECS
from coach.domain.quality import RepReason

LIBRARY = load_exercises(exercises_dir())
DOSE = Dose(2, 2, 2, 2, reps=2, sets=2)
IDS = ("smile_closed", "pucker", "rest", "brow_raise")
PLAN = Plan("p", "p", tuple(replace(LIBRARY.exercises[i], dose=DOSE) for i in IDS))
Done = list[tuple[str, RepReason | None]]


@pytest.mark.parametrize(
    ("done", "place"),
    [
        ([], None),
        ([("smile_closed", None)], PlanPlace(0, 0, 1)),
        ([("smile_closed", None)] * 3, PlanPlace(0, 1, 1)),
        ([("smile_closed", None)] * 4, PlanPlace(1, 0, 0)),
        ([("smile_closed", None), ("smile_closed", RepReason.INTERRUPTED)], PlanPlace(0, 0, 1)),
        ([("smile_closed", RepReason.SKIPPED)], PlanPlace(1, 0, 0)),
        ([("smile_closed", RepReason.HURT)], PlanPlace(1, 0, 0)),
        ([("smile_closed", RepReason.NO_MOVEMENT)], PlanPlace(0, 0, 1)),
        ([("smile_closed", None), ("brow_raise", None)], PlanPlace(3, 0, 1)),
        ([("smile_closed", None)] * 4 + [("brow_raise", None)] * 4, None),
        ([("snarl", None), ("pucker", None)], PlanPlace(1, 0, 1)),
    ],
)
def test_the_first_repetition_that_is_not_done(done: Done, place: PlanPlace | None) -> None:
    assert place_after(PLAN, done) == place


@given(
    st.lists(
        st.tuples(
            st.sampled_from([*IDS, "gone"]), st.one_of(st.none(), st.sampled_from(list(RepReason)))
        ),
        max_size=30,
    )
)
def test_a_place_is_always_in_the_plan(done: Done) -> None:
    place = place_after(PLAN, done)
    if place is not None:
        dose = PLAN.exercises[place.exercise_index].dose
        assert 0 <= place.set_index < dose.sets
        assert 0 <= place.rep_index < dose.reps


@pytest.mark.parametrize("exercise", LIBRARY.exercises.values(), ids=lambda e: e.id)
def test_what_stands_in_asks_for_no_more(exercise: object) -> None:
    current = LIBRARY.exercises[exercise.id]  # type: ignore[attr-defined]
    found = swap_choices(current, LIBRARY.exercises.values(), planned=("pucker",))
    assert len(found) <= MOST
    for other in found:
        assert other.id not in (current.id, "pucker")
        assert MOVEMENT_SPECS[other.movement].region is MOVEMENT_SPECS[current.movement].region
        assert other.effort_ceiling <= current.effort_ceiling
        assert not other.requires_therapist or current.requires_therapist
