"""How far a therapist's plan may change an exercise.

A threshold below what the camera can tell from stillness would flag everybody; one beyond what
strong synkinesis shows would flag nobody. Doses stay within what the exercise files themselves may
say, and targets within the effort that the exercise allows.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from coach.domain.exercise import Exercise, ExerciseKind
from coach.domain.language import tr
from coach.domain.movements import MOVEMENT_SPECS, Movement, Region
from coach.domain.prescription import DoseChange

#: Least and largest threshold. Eye, points: 3 times the difference of two lids at rest in rendered
#: sessions (1 to 2 points, docs/synkinesis.md); strong synkinesis narrows by 33 ± 14 % (S21), mean
#: and one standard deviation. Elsewhere, mm: 3 times the noise with drift (0.2 to 0.3 mm); a corner
#: that goes along with a closing eye moves 3.9 ± 2.5 mm (S51). Lower: false alarms.
THRESHOLDS: Final[dict[Region, tuple[float, float]]] = {
    Region.EYE: (6.0, 47.0),
    Region.MOUTH: (1.0, 6.5),
    Region.BROW: (1.0, 6.5),
    Region.NOSE: (1.0, 6.5),
}
#: Effort of 3 of 10 or less is small movement (clinical notes 3.1, S30): less than half of a full
#: smile (9.3 mm, S34), a soft closure of the eye. More effort is for a consultation: the file's
#: own limit.
SMALL_EFFORT: Final = 3
SMALL_TARGET_MM: Final = 4.0
SMALL_LID_TARGET_MM: Final = 7.0
LARGEST_TARGET_MM: Final = 15.0
#: Seconds and counts as an exercise file may have them (`exercise_schema`).
_LEAST_S: Final = {"move_s": 1.0, "hold_s": 0.0, "release_s": 1.0, "rest_s": 2.0}
_LEAST_TIMED_HOLD_S: Final = 5.0
_LONGEST_S: Final = 60.0
_COUNTS: Final = {"reps": (1, 10), "sets": (1, 3)}
_MOST_CLEAN_REPS: Final = 3
_WORKLESS: Final = frozenset({"move_s", "release_s", "rest_s"})


def unit_of(region: Region) -> str:
    """The unit of a region's thresholds."""
    return "pct" if region is Region.EYE else "mm"


def dosed(exercise: Exercise, change: DoseChange) -> tuple[Exercise, list[str]]:
    """The exercise with another dose, and a sentence for everything that went beyond a limit."""
    said: list[str] = []
    timed = exercise.movement is Movement.REST
    changes: dict[str, Any] = {}
    for name, least in _LEAST_S.items():
        wanted: float | None = getattr(change, name)
        if wanted is None or (timed and name in _WORKLESS):
            continue
        least = _LEAST_TIMED_HOLD_S if timed else least
        changes[name] = _within(exercise, name, wanted, least, _LONGEST_S, said)
    for name, (least_count, most) in _COUNTS.items():
        count: int | None = getattr(change, name)
        if count is not None:
            changes[name] = int(_within(exercise, name, count, least_count, most, said))
    changed = replace(exercise, dose=replace(exercise.dose, **changes))
    if change.target_mm is not None and exercise.target_mm > 0:
        most_mm = largest_target_mm(exercise)
        target = _within(exercise, "target_mm", change.target_mm, 1.0, most_mm, said)
        changed = replace(changed, target_mm=target)
    if change.clean_reps is not None and exercise.kind is ExerciseKind.MOVEMENT and exercise.quiet:
        clean = _within(exercise, "clean_reps", change.clean_reps, 0, _MOST_CLEAN_REPS, said)
        changed = replace(changed, clean_reps=int(clean))
    return changed, said


def largest_target_mm(exercise: Exercise) -> float:
    """The largest target that the exercise's effort ceiling allows; never below its own."""
    if exercise.effort_ceiling > SMALL_EFFORT:
        return LARGEST_TARGET_MM
    lids = MOVEMENT_SPECS[exercise.movement].region is Region.EYE
    return max(exercise.target_mm, SMALL_LID_TARGET_MM if lids else SMALL_TARGET_MM)


def _within(
    exercise: Exercise, name: str, wanted: float, least: float, most: float, said: list[str]
) -> float:
    value = min(max(wanted, least), most)
    if value != wanted:
        said.append(
            tr(
                'The plan asks for {name} = {wanted} in "{exercise}"; {value} is used, the limit.',
                name=name,
                wanted=f"{wanted:g}",
                value=f"{value:g}",
                exercise=exercise.title,
            )
        )
    return value
