"""A therapist's plan laid over the exercises: other thresholds, other doses, for one person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from coach.coaching.library import ExerciseLibrary
from coach.coaching.prescription_limits import THRESHOLDS, dosed, unit_of
from coach.domain.exercise import Exercise, Plan, QuietRegion
from coach.domain.language import Sentences, mark, tr
from coach.domain.movements import Region
from coach.domain.prescription import Prescription, ThresholdChange
from coach.domain.programme import Programme

#: Of a threshold: for every exercise that watches the region.
EVERY: Final = "*"
#: Stands as the source of a threshold that a therapist has set.
SOURCE: Final = mark("Set by your therapist")
_REGION: Final = Sentences(
    {
        Region.BROW: mark("brow"),
        Region.EYE: mark("eye"),
        Region.NOSE: mark("nose"),
        Region.MOUTH: mark("mouth"),
        Region.CHIN: mark("chin"),
        Region.NECK: mark("neck"),
    }
)


def prescribe(library: ExerciseLibrary, prescription: Prescription) -> ExerciseLibrary:
    """The library as this person practises it.

    Programmes and plans keep their own doses except for what the plan names. A value beyond its
    limit is brought to the limit; what cannot be used is left out. Each is said in `problems`.

    Args:
        library: the exercises and programmes as they were loaded.
        prescription: the plan that was read.
    """
    said: list[str] = []
    exercises = {
        id_: _changed(exercise, prescription, said) for id_, exercise in library.exercises.items()
    }
    said += _unknown(library, prescription)
    # The sentences about the library's own exercises are enough: the same changes again are silent.
    programmes = {id_: _programme(p, prescription) for id_, p in library.programmes.items()}
    plans = {id_: _plan(plan, prescription) for id_, plan in library.plans.items()}
    return replace(
        library,
        exercises=MappingProxyType(exercises),
        programmes=MappingProxyType(programmes),
        plans=MappingProxyType(plans),
        problems=(*library.problems, *dict.fromkeys(said)),
    )


def _programme(programme: Programme, prescription: Prescription) -> Programme:
    phases = tuple(
        replace(phase, exercises=tuple(_changed(e, prescription, []) for e in phase.exercises))
        for phase in programme.phases
    )
    return replace(programme, phases=phases)


def _plan(plan: Plan, prescription: Prescription) -> Plan:
    return replace(plan, exercises=tuple(_changed(e, prescription, []) for e in plan.exercises))


def _changed(exercise: Exercise, prescription: Prescription, said: list[str]) -> Exercise:
    # What is meant for every exercise first, so that what names this one has the last word.
    for change in sorted(prescription.thresholds, key=lambda c: c.exercise_id != EVERY):
        if change.exercise_id in (EVERY, exercise.id):
            exercise = _with_threshold(exercise, change, said)
    for dose in prescription.doses:
        if dose.exercise_id == exercise.id:
            exercise, beyond = dosed(exercise, dose)
            said += beyond
    return exercise


def _with_threshold(exercise: Exercise, change: ThresholdChange, said: list[str]) -> Exercise:
    watched = next((q for q in exercise.quiet if q.region is change.region), None)
    if watched is None:
        if change.exercise_id != EVERY:
            said.append(
                tr(
                    'The plan sets a limit for the {region}, which "{exercise}" does not watch;'
                    " it is left out.",
                    region=_REGION[change.region],
                    exercise=exercise.title,
                )
            )
        return exercise
    limits = THRESHOLDS.get(change.region)
    if change.unit != unit_of(change.region) or limits is None:
        said.append(
            tr(
                "The plan gives a limit for the {region} in {unit}; it is left out.",
                region=_REGION[change.region],
                unit=change.unit,
            )
        )
        return exercise
    value = min(max(change.value, limits[0]), limits[1])
    if value != change.value:
        said.append(
            tr(
                "The plan asks for a limit of {wanted} {unit} for the {region}; {value} is used,"
                " because the camera can tell no less and no more.",
                wanted=f"{change.value:g}",
                value=f"{value:g}",
                unit="%" if change.unit == "pct" else change.unit,
                region=_REGION[change.region],
            )
        )
    new = QuietRegion(change.region, value, change.unit, tr(SOURCE))
    return replace(exercise, quiet=tuple(new if q is watched else q for q in exercise.quiet))


def _unknown(library: ExerciseLibrary, prescription: Prescription) -> list[str]:
    named: Mapping[str, None] = dict.fromkeys(
        (
            *prescription.exercises,
            *(d.exercise_id for d in prescription.doses),
            *(t.exercise_id for t in prescription.thresholds if t.exercise_id != EVERY),
        )
    )
    return [
        tr('The plan names an exercise "{name}" that is not there; it is left out.', name=name)
        for name in named
        if name not in library.exercises
    ]
