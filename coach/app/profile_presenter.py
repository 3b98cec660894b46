"""Between what a person tells about themselves and the programmes that it opens."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from coach.app.programme_views import ProgrammeView, programme_view
from coach.coaching.library import ExerciseLibrary
from coach.coaching.programme_choice import (
    PRESCRIPTION,
    fitting,
    plans_for,
    prescribed_programme,
    stage_is_known,
)
from coach.domain.errors import CoachError, InputError
from coach.domain.exercise import Plan
from coach.domain.language import mark, tr
from coach.domain.prescription import Prescription
from coach.domain.profile import Cause, Profile, patient_facts
from coach.domain.programme import PatientFacts, Programme, ProgrammeKind
from coach.domain.sides import Affected
from coach.storage.profiles import StoredProfile

_STROKE = mark(
    "After a stroke, the team that cares for you plans your practice. Show them this program."
)
_STOP = mark(
    "You reported a warning sign. Practice opens again when a doctor or your therapist has looked "
    "at it."
)
_NOT_TOLD = mark(
    "An operation or an injection in your face? Then ask your doctor or therapist before you "
    "practise, and say so in My answers."
)
_SURGEON = mark("Practice opens when your surgeon has said that you may move your face.")
_ALONE = mark("Nothing is open yet. The first step needs a therapist.")
_THERAPIST = mark("Nothing is open yet. Your therapist opens the first step under My programme.")


class ProfileStore(Protocol):
    """What the presenter needs of the practice log."""

    def load(self) -> StoredProfile: ...

    def save(self, profile: Profile, version: int) -> StoredProfile: ...

    def clean_repetitions(self) -> Mapping[str, int]: ...


class ProfilePresenter(QObject):
    """The person's answers and what they open. GUI thread.

    Signals:
        changed: answers, releases, a therapist's presence or the counts are different now, and
            with them perhaps what is open.
        problem_raised: what happened, and what to do about it.

    Args:
        store: the practice log.
        library: exercises and programmes.
        affected: the affected side, as it is set now.
        today: the local date.
        parent: owner.
    """

    changed = Signal()
    problem_raised = Signal(str, str)

    def __init__(
        self,
        store: ProfileStore,
        library: ExerciseLibrary,
        affected: Callable[[], Affected | None],
        *,
        today: Callable[[], date] = date.today,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._library = library
        self._affected = affected
        self._today = today
        self._prescription: Prescription | None = None
        self._present = False
        self._stored = StoredProfile(Profile(), 0)
        self._counts: Mapping[str, int] = {}
        self._read()

    @property
    def profile(self) -> Profile:
        return self._stored.profile

    @property
    def library(self) -> ExerciseLibrary:
        return self._library

    @property
    def therapist_present(self) -> bool:
        """Whether a therapist sits beside; forgotten when the program ends."""
        return self._present

    def refresh(self) -> None:
        """Read answers and counts again: after a session, or on another day."""
        self._read()
        self.changed.emit()

    def update(self, **changes: object) -> None:
        """Change some answers."""
        self.put(replace(self.profile, **changes))  # type: ignore[arg-type]

    def put(self, profile: Profile) -> None:
        """Take over answers; what cannot be saved is said, and what is stored is shown again."""
        if profile == self.profile:
            return
        try:
            self._stored = self._store.save(profile, self._stored.version)
        except CoachError as error:
            self._read()
            self.problem_raised.emit(error.message, error.hint)
        self.changed.emit()

    def use(self, library: ExerciseLibrary, prescription: Prescription | None) -> None:
        """Offer another library: a therapist's plan file changed doses, limits, or the choice."""
        self._library = library
        self._prescription = prescription
        self.changed.emit()

    def set_therapist_present(self, present: bool) -> None:
        """A therapist sits down beside, or leaves; for this sitting only."""
        if present != self._present:
            self._present = present
            self.changed.emit()

    def release(self, plan_id: str) -> None:
        """A therapist opens a phase, for good.

        Raises:
            InputError: no therapist is beside; only a therapist opens a phase.
        """
        if not self._present:
            raise InputError(tr("Only a therapist opens a step."))
        self.update(released=self.profile.released | {plan_id})

    def withdraw(self, plan_id: str) -> None:
        """Take a release back; anyone may."""
        self.update(released=self.profile.released - {plan_id})

    def report_stop_sign(self) -> None:
        """A warning sign: nothing may be practised until it has been looked at."""
        self.update(stop_sign=True)

    def clear_stop_sign(self) -> None:
        """The warning sign has been looked at."""
        self.update(stop_sign=False)

    def facts(self) -> PatientFacts:
        """What opens phases today."""
        facts = patient_facts(
            self.profile, self._today(), self._counts, therapist_present=self._present
        )
        if self._prescription is None:
            return facts
        named = {PRESCRIPTION, self._prescribed} | self._prescription.releases
        return replace(facts, released=facts.released | named)

    def plans(self) -> tuple[Plan, ...]:
        """What may be practised today, the recommended plan first.

        Plans of no programme (a choice of exercises for a demonstration) are shut by a warning
        sign only.
        """
        facts = self.facts()
        found = plans_for(
            self._programmes(), self.profile, self._affected(), facts, self._prescribed
        )
        if facts.stop_sign:
            return found
        known = self._library.programmes
        loose = (p for p in self._library.plans.values() if p.id.partition("/")[0] not in known)
        return (*found, *loose)

    def programmes(self) -> tuple[ProgrammeView, ...]:
        """The programmes that fit, the recommended one first; every phase with why it is closed.

        While no stage is known, of the stages' programmes only what is open is shown.
        """
        facts, brief = self.facts(), not stage_is_known(self.profile)
        found = fitting(self._programmes(), self.profile, self._affected(), facts, self._prescribed)
        views = [
            programme_view(
                p,
                facts,
                self._subjects(p),
                only_open=brief and p.kind is ProgrammeKind.STAGE,
            )
            for p in found
        ]
        return tuple(view for view in views if view.phases)

    def other_programmes(self) -> tuple[ProgrammeView, ...]:
        """All other programmes, while a therapist is beside who may open them; else none."""
        if not self._present:
            return ()
        facts = self.facts()
        shown = {view.id for view in self.programmes()}
        rest = [p for p in self._programmes() if p.id not in shown]
        return tuple(programme_view(p, facts, self._subjects(p)) for p in rest)

    def plan(self, plan_id: str) -> Plan | None:
        """A plan that may be practised today, of any programme; None where it may not."""
        views = (*self.programmes(), *self.other_programmes())
        phases = (phase for view in views for phase in view.phases)
        return next((p.plan for p in phases if p.plan.id == plan_id and p.open), None)

    def may_practise(self, plan_id: str) -> bool:
        """Whether a plan that was begun may go on: a warning sign, or a step that shut, ends it."""
        if self.profile.stop_sign:
            return False
        if plan_id.partition("/")[0] not in {p.id for p in self._programmes()}:
            return True
        offered = any(plan.id == plan_id for plan in self.plans())
        return offered or self.plan(plan_id) is not None

    def advice(self) -> str:
        """One sentence where the answers call for it: why nothing is open, whom to ask; or ""."""
        profile = self.profile
        if profile.stop_sign:
            return tr(_STOP)
        facts = self.facts()
        if facts.operated and not profile.surgeon_cleared:
            return tr(_SURGEON)
        if profile.cause is Cause.STROKE:
            return tr(_STROKE)
        if self.plans():
            return "" if self._prescription is not None else self._ask_first()
        return tr(_THERAPIST) if profile.has_therapist else tr(_ALONE)

    def _ask_first(self) -> str:
        """What was not told is held against nobody; so the person is told to ask."""
        told = (self.profile.had_operation, self.profile.had_injection)
        nobody = self._affected() is Affected.NONE
        return "" if nobody or None not in told else tr(_NOT_TOLD)

    @property
    def _prescribed(self) -> str:
        """Plan id of the plan file; "" for none."""
        if self._prescription is None:
            return ""
        return PRESCRIPTION if self._prescription.exercises else self._prescription.programme

    def _programmes(self) -> tuple[Programme, ...]:
        all_ = tuple(self._library.programmes.values())
        if self._prescription is None:
            return all_
        own = prescribed_programme(self._prescription, self._library)
        return all_ if own is None else (own, *all_)

    def _subjects(self, programme: Programme) -> dict[str, str]:
        titles = {e.id: e.title for e in self._library.exercises.values()}
        return titles | {p.id: p.title for p in programme.phases}

    def _read(self) -> None:
        try:
            self._stored = self._store.load()
            self._counts = self._store.clean_repetitions()
        except CoachError as error:
            self.problem_raised.emit(error.message, error.hint)
