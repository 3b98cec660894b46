"""What may stand in for an exercise."""

from __future__ import annotations

import pytest

from coach.coaching.choices import MOST, swap_choices
from coach.coaching.library import exercises_dir, load_exercises
from coach.domain.movements import MOVEMENT_SPECS

LIBRARY = load_exercises(exercises_dir())


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
