"""Where a session that broke off goes on, and with which exercises."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from coach.coaching.plan_runner import PlanPlace
from coach.domain.course import CourseEntry, CourseKind, PastRep
from coach.domain.exercise import Exercise, Plan
from coach.domain.quality import RepReason

#: Repetitions that were begun and are done again.
_AGAIN: Final = frozenset({RepReason.INTERRUPTED, RepReason.TOO_FEW_FRAMES})
#: After these the exercise was left.
_LEFT: Final = frozenset({RepReason.SKIPPED, RepReason.HURT})


def way_on(
    plan: Plan, history: Iterable[PastRep | CourseEntry], known: Mapping[str, Exercise]
) -> tuple[Plan, PlanPlace] | None:
    """What is left to do: the plan as it was practised, and its first repetition not done yet.

    Older logs tell of repetitions only; then an exercise before the last one that was practised
    counts as done: it was finished or left.

    Args:
        plan: what was planned.
        history: what was done, in order.
        known: all exercises, by id: what came in the place of another is one of them.

    Returns:
        None where nothing was begun beyond the first exercise's demonstration, or nothing is left.
    """
    walk = _Walk(plan.exercises, known)
    for step in history:
        if isinstance(step, PastRep):
            walk.repeat(step)
        else:
            walk.turn(step)
    place = walk.place()
    return None if place is None else (replace(plan, exercises=tuple(walk.exercises)), place)


class _Walk:
    """Goes through a plan once more, as it was gone through."""

    def __init__(self, exercises: Iterable[Exercise], known: Mapping[str, Exercise]) -> None:
        self.exercises = list(exercises)
        self._known = known
        self._index = self._reps = 0
        self._left = self._begun = False

    def repeat(self, rep: PastRep) -> None:
        """A repetition."""
        if not self._reach(rep.exercise_id):  # of an exercise that is not in the plan
            return
        self._begun = True
        self._left = self._left or rep.reason in _LEFT
        self._reps += rep.reason not in _AGAIN and rep.reason not in _LEFT

    def turn(self, entry: CourseEntry) -> None:
        """Something became of an exercise."""
        begins = entry.kind is CourseKind.BEGUN
        if not self._reach(entry.exercise_id, beyond=begins and self._over):
            return
        match entry.kind:
            case CourseKind.DONE | CourseKind.LEFT | CourseKind.HURT:
                self._begun = self._left = True
            case CourseKind.SWAPPED if entry.other_id in self._known:
                self._begun, self._reps, self._left = True, 0, False
                self.exercises[self._index] = self._known[entry.other_id]
            case CourseKind.POSTPONED:
                self._begun, self._reps, self._left = True, 0, False
                self.exercises.append(self.exercises.pop(self._index))
            case CourseKind.BEGUN if self._index > 0:
                self._begun = True

    def place(self) -> PlanPlace | None:
        """The first repetition that is not done yet."""
        if not self._begun:
            return None
        index, reps = self._index, self._reps
        if self._over:
            index, reps = index + 1, 0
        if index >= len(self.exercises):
            return None
        sets, rep = divmod(reps, max(1, self.exercises[index].dose.reps))
        return PlanPlace(index, sets, rep)

    @property
    def _over(self) -> bool:
        """Whether the exercise that this stands at is behind."""
        dose = self.exercises[self._index].dose
        return self._left or self._reps >= dose.reps * dose.sets

    def _reach(self, exercise_id: str, *, beyond: bool = False) -> bool:
        """Stand at the exercise of that id, here (but not `beyond` here) or still to come."""
        start = self._index + beyond
        for i in range(start, len(self.exercises)):
            if self.exercises[i].id == exercise_id:
                break
        else:
            return False
        if i > self._index:
            self._index, self._reps, self._left = i, 0, False
        return True
