"""What may stand in for an exercise."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from coach.domain.exercise import Exercise, ExerciseKind
from coach.domain.movements import MOVEMENT_SPECS

#: More choices than this are no help in the middle of a session.
MOST: int = 4


def swap_choices(
    current: Exercise, offered: Iterable[Exercise], planned: Collection[str] = ()
) -> tuple[Exercise, ...]:
    """Exercises for the same region of the face that need no more than the current one.

    Args:
        current: the exercise that is to be replaced.
        offered: what there is.
        planned: ids of the session's own exercises, which come anyway.

    Returns:
        At most `MOST`, those with the same kind of movement first.
    """
    found = [e for e in offered if _fits(e, current) and e.id not in planned]
    found.sort(key=lambda e: (e.movement is not current.movement, e.effort_ceiling))
    return tuple(found[:MOST])


def _fits(exercise: Exercise, current: Exercise) -> bool:
    if exercise.id == current.id or (
        exercise.requires_therapist and not current.requires_therapist
    ):
        return False
    if exercise.kind is ExerciseKind.ASSESSMENT or exercise.kind is not current.kind:
        return False
    stages = not exercise.stages or not current.stages or set(exercise.stages) & set(current.stages)
    same_region = (
        MOVEMENT_SPECS[exercise.movement].region is MOVEMENT_SPECS[current.movement].region
    )
    return (
        bool(stages)
        and same_region
        and exercise.effort_ceiling <= current.effort_ceiling
        and not set(exercise.contraindications) - set(current.contraindications)
    )
