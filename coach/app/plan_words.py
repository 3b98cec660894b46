"""What a therapist's plan changes, in plain words, before it is applied."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QDate, QLocale

from coach.coaching.library import ExerciseLibrary
from coach.domain.exercise import Stage
from coach.domain.language import Sentences, mark, plural, tr
from coach.domain.movements import Region
from coach.domain.prescription import DoseChange, Prescription, ThresholdChange
from coach.domain.profile import Profile
from coach.domain.sides import Affected

_SIDE: Final = Sentences(
    {
        Affected.LEFT: mark("Your affected side is set to the left."),
        Affected.RIGHT: mark("Your affected side is set to the right."),
        Affected.BOTH: mark("Both sides are set as affected."),
        Affected.NONE: mark("No side is set as affected."),
    }
)
_STAGE: Final = Sentences(
    {
        Stage.FLACCID: mark("The affected side does not move yet."),
        Stage.PARETIC: mark("The affected side moves a little."),
        Stage.SYNKINETIC: mark("The affected side moves, and pulls other parts along."),
        Stage.MAINTENANCE: mark("The affected side moves well; you keep it so."),
        Stage.REANIMATION: mark("You practise after an operation for the smile."),
    }
)
_TOO_MUCH: Final = Sentences(
    {
        Region.BROW: mark("{exercise}: the brow may move along up to {value}."),
        Region.EYE: mark("{exercise}: the eye may close along up to {value}."),
        Region.NOSE: mark("{exercise}: the nose may move along up to {value}."),
        Region.MOUTH: mark("{exercise}: the mouth may move along up to {value}."),
        Region.CHIN: mark("{exercise}: the chin may move along up to {value}."),
        Region.NECK: mark("{exercise}: the neck may move along up to {value}."),
    }
)


def plan_sentences(plan: Prescription, library: ExerciseLibrary, today: date) -> list[str]:
    """One sentence for each change, the therapist's own note last.

    Args:
        plan: read and checked against the library.
        library: the program's exercises, without this plan.
        today: the local date.
    """
    said = [*_practice(plan, library), *_person(plan, library)]
    said += [_dose(change, library) for change in plan.doses]
    said += [_threshold(change, library) for change in plan.thresholds]
    if plan.outer_canthal_mm is not None:
        distance = _number(plan.outer_canthal_mm)
        said.append(tr("The outer corners of your eyes are {mm} mm apart.", mm=distance))
    if plan.days_a_week is not None:
        said.append(
            plural(
                "Your week has {n} days of practice.",
                "Your week has one day of practice.",
                plan.days_a_week,
            )
        )
    if plan.valid_until is not None:
        day = _day(plan.valid_until)
        if plan.valid_until < today:
            said.append(tr("It was valid until {day}. Ask for a new one.", day=day))
        else:
            said.append(tr("It is valid until {day}.", day=day))
    if not said:
        said.append(tr("It changes nothing."))
    return [*said, *plan.note]


def _practice(plan: Prescription, library: ExerciseLibrary) -> list[str]:
    if plan.programme:
        title = library.programme(plan.programme).title
        return [tr("You practise this programme: {title}.", title=title)]
    if plan.exercises:
        titles = ", ".join(library.exercises[i].title for i in plan.exercises)
        return [tr("You practise: {exercises}.", exercises=titles)]
    return []


def _person(plan: Prescription, library: ExerciseLibrary) -> list[str]:
    said = [] if plan.affected is None else [_SIDE[plan.affected]]
    said += _answers(plan.profile or Profile())
    titles = sorted(library.programme(i).title for i in plan.releases)
    if titles:
        said.append(tr("It opens: {phases}.", phases=", ".join(titles)))
    return said


def _answers(profile: Profile) -> list[str]:
    said = [] if profile.stage is None else [_STAGE[profile.stage]]
    for day, text in (
        (profile.onset, mark("It began on {day}.")),
        (profile.surgery, mark("Your operation was on {day}.")),
        (profile.botulinum, mark("Your last injection was on {day}.")),
    ):
        if day is not None:
            said.append(tr(text, day=_day(day)))
    if profile.surgeon_cleared:
        said.append(tr("Your surgeon has allowed movement."))
    if profile.child:
        said.append(tr("A child practises, with an adult beside."))
    return said


def _dose(change: DoseChange, library: ExerciseLibrary) -> str:
    parts: list[str] = []
    if change.sets is not None:
        parts.append(plural("{n} sets", "{n} set", change.sets))
    if change.reps is not None:
        parts.append(plural("{n} repetitions", "{n} repetition", change.reps))
    if change.clean_reps is not None:
        parts.append(plural("{n} small ones first", "{n} small one first", change.clean_reps))
    for seconds, said in (
        (change.move_s, mark("{s} s moving")),
        (change.hold_s, mark("{s} s holding")),
        (change.release_s, mark("{s} s letting go")),
        (change.rest_s, mark("{s} s resting")),
    ):
        if seconds is not None:
            parts.append(tr(said, s=_number(seconds)))
    if change.target_mm is not None:
        parts.append(tr("{mm} mm are enough", mm=_number(change.target_mm)))
    name = library.exercises[change.exercise_id].title
    return tr("{exercise}: {what}.", exercise=name, what=", ".join(parts))


def _threshold(change: ThresholdChange, library: ExerciseLibrary) -> str:
    every = change.exercise_id == "*"
    name = tr("Every exercise") if every else library.exercises[change.exercise_id].title
    unit = "%" if change.unit == "pct" else change.unit
    value = f"{_number(change.value)} {unit}"
    return _TOO_MUCH[change.region].format(exercise=name, value=value)


def _day(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


def _number(value: float) -> str:
    return QLocale().toString(float(value), "g", 4)
