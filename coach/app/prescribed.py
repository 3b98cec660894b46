"""The plan that holds, put over exercises and settings when the program starts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from coach.app.settings_store import SettingsStore
from coach.coaching.library import ExerciseLibrary
from coach.coaching.prescription import prescribe
from coach.coaching.prescription_file import parse_prescription
from coach.coaching.programme_choice import PRESCRIPTION
from coach.domain.errors import CoachError
from coach.domain.language import tr
from coach.domain.prescription import Prescription
from coach.storage.prescriptions import StoredPlan

#: A plan file's name in sentences once it lies in the practice log.
PLAN_NAME: Final = "plan.toml"


@dataclass(frozen=True, slots=True)
class Prescribed:
    """What holds from now on.

    Attributes:
        library: the exercises with the plan's doses and limits; what of the plan cannot be used
            is told in its problems.
        prescription: None where no plan holds, or it cannot be used.
    """

    library: ExerciseLibrary
    prescription: Prescription | None = None


def apply_plan(
    stored: StoredPlan | None,
    library: ExerciseLibrary,
    settings: SettingsStore,
    today: Callable[[], date] = date.today,
) -> Prescribed:
    """Put the plan that holds over the exercises and the person's choices.

    A plan that cannot be used any more (an exercise is gone, say) is told and passed over.

    Args:
        stored: the plan; None: there is none.
        library: the program's exercises.
        settings: the person's choices; what the plan says stands above them until it is taken
            back.
        today: the local date; after a plan's last day it holds on, and the person is told to ask
            for a new one.
    """
    settings.prescribe({})
    if stored is None:
        return Prescribed(library)
    try:
        plan = parse_prescription(stored.text, PLAN_NAME, library)
    except CoachError as error:
        said = tr("Your therapist's plan cannot be used: {problem}", problem=error.message)
        return Prescribed(replace(library, problems=(*library.problems, said)))
    plan = _with_phases(plan, library)
    settings.prescribe(prescribed_settings(plan))
    changed = prescribe(library, plan)
    if plan.valid_until is not None and plan.valid_until < today():
        old = tr("Your therapist's plan is past its last day. Ask for a new one.")
        changed = replace(changed, problems=(*changed.problems, old))
    return Prescribed(changed, plan)


def _with_phases(plan: Prescription, library: ExerciseLibrary) -> Prescription:
    """The plan with whole ids: a programme that is named without a phase means its first one."""
    return replace(
        plan,
        programme=library.programme(plan.programme).id if plan.programme else "",
        releases=frozenset(library.programme(name).id for name in plan.releases),
    )


def prescribed_settings(plan: Prescription) -> dict[str, object]:
    """The choices that a plan makes for the person."""
    choices: dict[str, object] = {
        "affected": plan.affected,
        "outer_canthal_mm": plan.outer_canthal_mm,
        "weekly_days": plan.days_a_week,
    }
    return {name: value for name, value in choices.items() if value is not None}


def prescribed_plan_id(plan: Prescription | None) -> str:
    """What is practised by a plan: the id of its programme; "" where it does not say."""
    if plan is None:
        return ""
    return PRESCRIPTION if plan.exercises else plan.programme
