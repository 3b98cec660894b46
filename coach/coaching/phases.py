"""Which phase may follow which, and how long each lasts."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from coach.coaching.settings import EngineSettings
from coach.domain.exercise import Exercise, ExerciseKind, Phase
from coach.domain.movements import MOVEMENT_SPECS, Movement

_AFTER_ANY_REP: Final = frozenset(
    {Phase.GET_READY, Phase.DEMONSTRATE, Phase.FINISHED, Phase.BASELINE}
)

#: Every change the coach can make. Back to BASELINE: another face; to GET_READY: a repetition
#: starts over. DEMONSTRATE: the next exercise. DEMONSTRATE to REST and REST to REST:
#: relaxation, where nothing moves.
ALLOWED: Final[Mapping[Phase, frozenset[Phase]]] = MappingProxyType(
    {
        Phase.SETUP: frozenset({Phase.BASELINE, Phase.FINISHED}),
        Phase.BASELINE: frozenset({Phase.DEMONSTRATE, Phase.FINISHED}),
        Phase.DEMONSTRATE: frozenset({Phase.REST}) | _AFTER_ANY_REP,
        Phase.GET_READY: frozenset({Phase.MOVE}) | _AFTER_ANY_REP,
        Phase.MOVE: frozenset({Phase.HOLD, Phase.RELEASE}) | _AFTER_ANY_REP,
        Phase.HOLD: frozenset({Phase.RELEASE}) | _AFTER_ANY_REP,
        Phase.RELEASE: frozenset({Phase.REST}) | _AFTER_ANY_REP,
        Phase.REST: frozenset({Phase.REST}) | _AFTER_ANY_REP,
        Phase.FINISHED: frozenset(),
    }
)

#: The phases in which the person moves: breaking one off breaks off the repetition.
MOVING: Final = frozenset({Phase.MOVE, Phase.HOLD, Phase.RELEASE})
#: The phases that wait for a good picture.
WATCHED: Final = frozenset({Phase.BASELINE, Phase.GET_READY, Phase.MOVE, Phase.HOLD})
#: The phases of a repetition, in order.
REP_ORDER: Final = (Phase.GET_READY, Phase.MOVE, Phase.HOLD, Phase.RELEASE, Phase.REST)


#: Stands in the log, in place of "rest", while the person talks.
TALK: Final = "talk"


def is_relaxation(exercise: Exercise) -> bool:
    """Whether the exercise is timed rest, with nothing to move or score."""
    return exercise.movement is Movement.REST


def is_activity(exercise: Exercise) -> bool:
    """Whether something is done in its timed rest: with the hands, the jaw, the voice, in mind."""
    return is_relaxation(exercise) and exercise.kind is not ExerciseKind.RELAXATION


def is_talking(exercise: Exercise) -> bool:
    """Whether the person talks or reads aloud, watched but not guided."""
    return exercise.kind is ExerciseKind.TALKING


def log_label(phase: Phase, exercise: Exercise | None) -> str:
    """How a picture's phase stands in the log: talking is no rest."""
    talking = phase is Phase.REST and exercise is not None and is_talking(exercise)
    return TALK if talking else phase.value


def is_watched(phase: Phase, exercise: Exercise | None) -> bool:
    """Whether the camera must see the face well now."""
    self_report = exercise is not None and MOVEMENT_SPECS[exercise.movement].self_report
    return phase in WATCHED and not self_report


def rep_phase_s(
    phase: Phase, exercise: Exercise, settings: EngineSettings, *, set_break: bool
) -> float:
    """Planned seconds of one phase of a repetition (0 where the dose leaves it out).

    Args:
        phase: one of `REP_ORDER`.
        exercise: whose dose counts.
        settings: for the get-ready count.
        set_break: whether this repetition ends a set that another follows.
    """
    dose = exercise.dose
    if is_relaxation(exercise):
        return dose.hold_s if phase is Phase.REST else 0.0
    if phase is Phase.REST:
        return dose.set_rest_s if set_break else dose.rest_s
    return {
        Phase.GET_READY: settings.get_ready_s,
        Phase.MOVE: dose.move_s,
        Phase.HOLD: dose.hold_s,
        Phase.RELEASE: dose.release_s,
    }[phase]
