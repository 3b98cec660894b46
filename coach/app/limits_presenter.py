"""How much a quiet region may move along, changed by a therapist for one person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from coach.app.plan_import import PlanImport
from coach.coaching.library import ExerciseLibrary
from coach.coaching.prescription_limits import THRESHOLDS
from coach.domain.errors import CoachError
from coach.domain.exercise import Exercise, Plan
from coach.domain.language import tr
from coach.domain.movements import Region
from coach.domain.prescription import Prescription, ThresholdChange


@dataclass(frozen=True, slots=True)
class RegionLimit:
    """One limit of one exercise.

    Attributes:
        region: the quiet region.
        value: what holds now, or will once it is saved.
        usual: what the exercise's file says.
        low: the least that the camera can tell from stillness.
        high: the most; beyond it nothing would be flagged.
        unit: "pct" or "mm".
        source: where the value that holds comes from.
    """

    region: Region
    value: float
    usual: float
    low: float
    high: float
    unit: str
    source: str


class LimitsPresenter(QObject):
    """Limits as they are, as they are wanted, and their way into the plan. GUI thread.

    Signals:
        changed: another limit is wanted, or saved.

    Args:
        library: the program's exercises, without any plan.
        held: the exercises as they are practised now.
        chosen: the plan that is practised; None: none yet.
        plans: where the limits are written.
    """

    changed = Signal()

    def __init__(
        self,
        library: ExerciseLibrary,
        held: Callable[[], ExerciseLibrary],
        chosen: Callable[[], Plan | None],
        plans: PlanImport,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library, self._held, self._chosen = library, held, chosen
        self._plans = plans
        self._wanted: dict[tuple[str, Region], float] = {}

    @property
    def wanted(self) -> bool:
        """Whether something waits to be saved."""
        return bool(self._wanted)

    def exercises(self) -> Sequence[Exercise]:
        """The exercises of the chosen plan that watch a region; of all where none is chosen."""
        plan = self._chosen()
        offered = plan.exercises if plan is not None else tuple(self._held().exercises.values())
        watching = [e for e in offered if any(q.region in THRESHOLDS for q in e.quiet)]
        return list({e.id: e for e in watching}.values())

    def limits(self, exercise_id: str) -> list[RegionLimit]:
        """The limits of an exercise, by region."""
        now = self._held().exercises[exercise_id].quiet
        usual = {q.region: q.threshold for q in self._library.exercises[exercise_id].quiet}
        return [
            RegionLimit(
                region=q.region,
                value=self._wanted.get((exercise_id, q.region), q.threshold),
                usual=usual[q.region],
                low=THRESHOLDS[q.region][0],
                high=THRESHOLDS[q.region][1],
                unit=q.unit,
                source=q.source,
            )
            for q in now
            if q.region in THRESHOLDS
        ]

    def want(self, exercise_id: str, region: Region, value: float) -> None:
        """Note another limit, brought within what the camera can tell; `save` lets it hold."""
        low, high = THRESHOLDS[region]
        self._wanted[exercise_id, region] = min(max(value, low), high)
        self.changed.emit()

    def forget(self) -> None:
        """Leave every limit as it is."""
        self._wanted.clear()
        self.changed.emit()

    def save(self) -> None:
        """Write the wanted limits into the present plan, or into one of their own.

        Raises:
            CoachError: it could not be kept; what is wanted is still noted.
        """
        present = self._plans.present() or Prescription(tr("Limits of my therapist"))
        self._plans.apply_prescription(replace(present, thresholds=self._merged(present)))
        self._wanted.clear()
        self.changed.emit()

    def _merged(self, present: Prescription) -> tuple[ThresholdChange, ...]:
        kept = [t for t in present.thresholds if (t.exercise_id, t.region) not in self._wanted]
        new = [
            ThresholdChange(exercise_id, region, value, "pct" if region is Region.EYE else "mm")
            for (exercise_id, region), value in self._wanted.items()
        ]
        return (*kept, *new)


def saved(limits: LimitsPresenter) -> tuple[str, str]:
    """Save, and what went wrong as message and hint; empty where it went well."""
    try:
        limits.save()
    except CoachError as error:
        return error.message, error.hint
    return "", ""
