"""Where in a plan a session that broke off goes on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from coach.coaching.plan_runner import PlanPlace
from coach.domain.exercise import Exercise, Plan
from coach.domain.quality import RepReason

#: Repetitions that were begun and are done again.
_AGAIN: Final = frozenset({RepReason.INTERRUPTED, RepReason.TOO_FEW_FRAMES})
#: After these the exercise was left.
_LEFT: Final = frozenset({RepReason.SKIPPED, RepReason.HURT})


def place_after(plan: Plan, done: Sequence[tuple[str, RepReason | None]]) -> PlanPlace | None:
    """The first repetition that is not done yet.

    An exercise before the last one that was practised counts as done: it was finished or left.

    Args:
        plan: what was practised.
        done: of each repetition in order its exercise's id, and why it is not scored.

    Returns:
        None where nothing was begun, or nothing is left to do.
    """
    index, reps, left = 0, 0, False
    begun = False
    for exercise_id, reason in done:
        found = next(
            (i for i in range(index, len(plan.exercises)) if plan.exercises[i].id == exercise_id),
            None,
        )
        if found is None:  # one that was put in the place of another
            continue
        if found > index:
            index, reps, left = found, 0, False
        begun = True
        left = left or reason in _LEFT
        reps += reason not in _AGAIN and reason not in _LEFT
    if not begun:
        return None
    if left or reps >= _planned(plan.exercises[index]):
        index, reps = index + 1, 0
    if index >= len(plan.exercises):
        return None
    sets, rep = divmod(reps, max(1, plan.exercises[index].dose.reps))
    return PlanPlace(index, sets, rep)


def _planned(exercise: Exercise) -> int:
    return exercise.dose.reps * exercise.dose.sets
