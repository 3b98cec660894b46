"""What a session needs to know besides its plan."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from coach.coaching.plan_runner import PlanPlace
from coach.domain.course import CourseEntry, CourseKind
from coach.domain.errors import CoachError
from coach.domain.exercise import Plan

if TYPE_CHECKING:
    from coach.app.recorder import SessionRecorder

_LOG = logging.getLogger(__name__)


class SessionMarks(Protocol):
    """Where it is noted what becomes of sessions (`coach.storage.interrupted`)."""

    def go_on(self, old_id: str, new_id: str) -> None: ...

    def put_aside(self, session_id: str) -> None: ...


@dataclass(frozen=True, slots=True)
class SessionOptions:
    """How a session is held.

    Attributes:
        outer_canthal_mm: a caliper's distance of the outer canthi, as the scale; None: the irises.
        nod: a slow double nod pauses and goes on.
        start: where in the plan to begin; None: at its beginning.
        therapist: a therapist is beside, as was said: it stands in the session's course.
        resumes: the broken-off session that it goes on with; "" for none.
        marks: where what becomes of it is noted; None: nowhere.
    """

    outer_canthal_mm: float | None = None
    nod: bool = False
    start: PlanPlace | None = None
    therapist: bool = False
    resumes: str = ""
    marks: SessionMarks | None = None

    def note_begun(self, recorder: SessionRecorder, plan: Plan) -> None:
        """The session is in the log now."""
        session_id = recorder.session_id
        if self.therapist and plan.exercises:
            recorder.note(CourseEntry(0.0, CourseKind.THERAPIST, plan.exercises[0].id))
        if self.resumes and self.marks is not None:
            try:
                self.marks.go_on(self.resumes, session_id)
            except CoachError as error:
                _LOG.warning("not noted that the session goes on: %s", error.message)

    def note_stopped(self, session_id: str) -> None:
        """The person ended the session: it is not offered again."""
        if self.marks is not None:
            try:
                self.marks.put_aside(session_id)
            except CoachError as error:
                _LOG.warning("not noted that the session was stopped: %s", error.message)
