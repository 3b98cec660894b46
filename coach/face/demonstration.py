"""An exercise as the drawn face shows it: done well, and with its common mistake."""

from __future__ import annotations

from coach.domain.exercise import Exercise, Half, Stroke, TouchArea
from coach.domain.sides import Affected, Side
from coach.face.expression import Expression


def sides_of(half: Half, affected: Affected | None) -> tuple[Side, ...]:
    """The patient's sides that a half of the face stands for.

    Where there is not one affected side, left stands for it: a demonstration has to choose.
    """
    weak = (affected.side if affected is not None else None) or Side.LEFT
    return {
        Half.AFFECTED: (weak,),
        Half.HEALTHY: (weak.other,),
        Half.BOTH: (Side.LEFT, Side.RIGHT),
    }[half]


def demonstrated(exercise: Exercise) -> Expression:
    """The face at the exercise's full movement: small, and the same on both sides."""
    return Expression.symmetric(exercise.demonstration)


def guided_lid(exercise: Exercise, affected: Affected | None) -> Expression | None:
    """The face with the lid that a finger has drawn down; None where no finger does."""
    drawn = [t for t in exercise.touch if t.area is TouchArea.EYELID and t.stroke is Stroke.DOWN]
    if not drawn:
        return None
    face = demonstrated(exercise)
    for side in sides_of(drawn[0].half, affected):
        face = face.with_side(side, {"eye_close": 1.0})
    return face


def mistaken(exercise: Exercise, affected: Affected | None) -> Expression | None:
    """The face at full movement with the common mistake; None where the exercise shows none."""
    if exercise.mistake_kind is None or not exercise.mistake_demonstration:
        return None
    face = Expression.neutral()
    for half, weights in exercise.mistake_demonstration.items():
        for side in sides_of(half, affected):
            face = face.with_side(side, weights)
    return face
