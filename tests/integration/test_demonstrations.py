"""Every demonstration, filmed and analysed, is seen as what it is; every mistake as its mistake.

The film has a swaying head, blinks and sensor noise (`tests.gallery.film`). A few run always, all
of them with `make test-long`.
"""

from __future__ import annotations

from functools import cache

import pytest

from coach.coaching.library import exercises_dir, load_exercises
from coach.domain.exercise import Exercise, MistakeKind
from coach.domain.movements import MOVEMENT_SPECS, Movement
from coach.domain.sides import Affected
from coach.face.demonstration import demonstrated, mistaken
from tests.gallery.film import REPS, Seen, region_of, see

QUICK = ("smile_closed", "eye_closure", "brow_raise", "pucker", "snarl", "bite_smile")
#: Another region may move this share of what the target moves, in multiples of each one's smallest
#: movement. Only in a snarl does it pass it: the upper lip and the corners rise with the wings of
#: the nose (on a rendered head 8.5 mm of ala come with 7.8 mm of corner), and the patch of a wing
#: sees less of its own movement.
NEXT_SHARE = 0.85
SNARL_SHARE = 1.4
#: A mistake that is too big goes this far beyond the target.
TOO_BIG = 2.0


@cache
def exercises() -> dict[str, Exercise]:
    return dict(load_exercises(exercises_dir()).exercises)


def measurable(exercise: Exercise) -> bool:
    spec = MOVEMENT_SPECS[exercise.movement]
    return exercise.movement is not Movement.REST and not spec.self_report


def cases() -> list[object]:
    return [
        pytest.param(e.id, id=e.id, marks=() if e.id in QUICK else pytest.mark.long)
        for e in exercises().values()
        if measurable(e)
    ]


@pytest.mark.parametrize("exercise_id", cases())
def test_a_demonstration_is_recognised_as_its_own_movement(exercise_id: str) -> None:
    exercise = exercises()[exercise_id]
    seen = see(exercise, demonstrated(exercise), Affected.LEFT)
    assert len(seen.recording.reps) == REPS
    assert seen.flags == []
    target = region_of(exercise)
    assert target is not None
    others = max(share for region, share in seen.moved.items() if region is not target)
    limit = SNARL_SHARE if exercise.movement is Movement.SNARL else NEXT_SHARE
    assert others < limit * seen.moved[target], seen.moved
    assert seen.uneven() == [False] * REPS


@pytest.mark.parametrize("exercise_id", cases())
def test_a_mistake_is_flagged_as_what_it_is(exercise_id: str) -> None:
    exercise = exercises()[exercise_id]
    wrong = mistaken(exercise, Affected.LEFT)
    assert wrong is not None
    seen = see(exercise, wrong, Affected.LEFT)
    assert is_flagged(exercise, seen), (seen.flags, seen.uneven(), seen.largest_mm())


def is_flagged(exercise: Exercise, seen: Seen) -> bool:
    if exercise.mistake_kind is MistakeKind.CO_MOVEMENT:
        return any(flag.endswith("left") for flag in seen.flags)
    if exercise.mistake_kind is MistakeKind.UNEVEN:
        return seen.uneven() == [True] * REPS
    return seen.largest_mm() > TOO_BIG * exercise.target_mm
