"""Mirror therapy where there is no one healthy half: the plain mirror, and a sentence about it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from coach.domain.exercise import Exercise, Plan
from coach.domain.language import mark, tr
from coach.domain.sides import Affected

#: Takes the place of the first instruction, which speaks of the reflected half.
_NO_HALF: Final = mark(
    "Mirror therapy needs one healthy half. With both sides affected, or no side chosen, you see "
    "your face as it is."
)


def reflectable(plan: Plan, affected: Affected | None) -> Plan:
    """A plan whose exercises reflect a half of the face only where there is a healthy one.

    Args:
        plan: what is practised.
        affected: the affected side; None where it is not known.
    """
    if affected is not None and affected.side is not None:
        return plan
    return replace(plan, exercises=tuple(_plain(e) for e in plan.exercises))


def _plain(exercise: Exercise) -> Exercise:
    if not exercise.reflect_healthy_half:
        return exercise
    instruction = (tr(_NO_HALF), *exercise.instruction[1:])
    return replace(exercise, reflect_healthy_half=False, instruction=instruction)
