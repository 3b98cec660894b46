"""Offers to go on where a session broke off: a crash, a power cut, a lost camera."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final, Protocol

from PySide6.QtCore import QObject, Signal

from coach.coaching.library import ExerciseLibrary
from coach.coaching.plan_runner import PlanPlace
from coach.coaching.resuming import way_on
from coach.domain.errors import CoachError
from coach.domain.exercise import Plan
from coach.domain.language import tr
from coach.domain.sides import Affected
from coach.storage.interrupted import InterruptedSession

_LOG = logging.getLogger(__name__)

#: What broke off longer ago than this is begun anew: another day, another face.
_AGE: Final = timedelta(days=1)


class BrokenOff(Protocol):
    """What the practice log knows of broken-off sessions (`InterruptedSessions`)."""

    def newest(self, since: datetime) -> InterruptedSession | None: ...

    def go_on(self, old_id: str, new_id: str) -> None: ...

    def put_aside(self, session_id: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Resumption:
    """A session that broke off, ready to go on.

    Attributes:
        session_id: the one that broke off.
        plan: what is practised, with what was swapped or put off before it broke off.
        place: the first repetition that is not done yet.
        affected: the affected side then.
        started: when it was begun.
    """

    session_id: str
    plan: Plan
    place: PlanPlace
    affected: Affected | None
    started: datetime

    @property
    def number(self) -> int:
        """Which exercise it goes on with, from 1."""
        return self.place.exercise_index + 1

    @property
    def exercise(self) -> str:
        """The name of the exercise it goes on with."""
        return self.plan.exercises[self.place.exercise_index].title

    @property
    def count(self) -> int:
        """How many exercises the plan has."""
        return len(self.plan.exercises)


class ResumePresenter(QObject):
    """Knows whether there is something to go on with. GUI thread.

    Signals:
        changed: there is another offer now, or none.

    Args:
        log: the broken-off sessions.
        library: gives the exercises and plans of today.
        now: the time.
        may: whether a plan, by its id, may be practised now.
        plan_by_id: finds a plan that no library holds, as a therapist's plan file is; else None.
        parent: Qt parent.
    """

    changed = Signal()

    def __init__(
        self,
        log: BrokenOff,
        library: Callable[[], ExerciseLibrary],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        parent: QObject | None = None,
        *,
        may: Callable[[str], bool] = lambda _plan_id: True,
        plan_by_id: Callable[[str], Plan | None] = lambda _plan_id: None,
    ) -> None:
        super().__init__(parent)
        self._log, self._library, self._now, self._may = log, library, now, may
        self._plan_by_id = plan_by_id
        self._offer: Resumption | None = None
        self.look()

    @property
    def offer(self) -> Resumption | None:
        """What may be gone on with; None where there is nothing."""
        return self._offer

    def look(self, *_: object) -> None:
        """Look into the log: at the start, after a session, and when the answers change."""
        before = self._offer
        try:
            found = self._log.newest(self._now() - _AGE)
        except CoachError as error:  # the home page tells of a log that cannot be read
            _LOG.warning("no look at broken-off sessions: %s", error.message)
            found = None
        self._offer = None if found is None else self._resumption(found)
        if before != self._offer:
            self.changed.emit()

    def put_aside(self) -> None:
        """The person does not want to go on with it."""
        offer, self._offer = self._offer, None
        if offer is None:
            return
        try:
            self._log.put_aside(offer.session_id)
        except CoachError as error:
            _LOG.warning("it will be offered again: %s", error.message)
        self.changed.emit()

    def _resumption(self, found: InterruptedSession) -> Resumption | None:
        plan = self._plan(found)
        if plan is None or not self._may(plan.id):
            return None
        left = way_on(plan, found.history, self._library().exercises)
        if left is None:
            return None
        return Resumption(found.id, *left, found.affected, found.created)

    def _plan(self, found: InterruptedSession) -> Plan | None:
        """The plan as it is today, if it still has the same exercises."""
        library = self._library()
        plan = library.plans.get(found.plan_id) or self._plan_by_id(found.plan_id)
        if plan is not None and tuple(e.id for e in plan.exercises) == found.plan:
            return plan
        known = library.exercises
        if not all(i in known for i in found.plan):
            return None
        exercises = tuple(known[i] for i in found.plan)
        title = plan.title if plan is not None else tr("Your practice")
        return Plan(found.plan_id, title, exercises)
