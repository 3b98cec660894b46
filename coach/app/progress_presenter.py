"""Between the progress page and the practice log; everything is read in the background."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from coach.app.tasks import Progress, TaskStarter, run_task
from coach.domain.blinks import BlinkSummary
from coach.domain.errors import CoachError
from coach.domain.movements import Movement
from coach.domain.still import Pose, Still
from coach.domain.trend import MovementTrend


class ProgressLog(Protocol):
    """What the page needs of the practice log. Any thread."""

    def movements(self, *, drawn: bool) -> list[tuple[Movement, int]]: ...
    def trend(self, movement: Movement, *, drawn: bool) -> MovementTrend: ...
    def days(self) -> Mapping[date, int]: ...
    def blinks(self, *, drawn: bool) -> list[tuple[datetime, BlinkSummary]]: ...
    def sessions_with_stills(self) -> list[tuple[str, datetime]]: ...
    def stills(self, session_id: str) -> dict[Pose, Still]: ...
    def delete_stills(self, session_id: str) -> int: ...


@dataclass(frozen=True, slots=True)
class Overview:
    """What the page shows before a movement is chosen.

    Attributes:
        movements: with the number of sessions, most practised first.
        drawn: True where only the drawn face was ever practised with.
        days: number of sessions by local date.
        blinks: of every session in which they were counted, oldest first.
        stills: sessions with kept pictures, oldest first.
    """

    movements: Sequence[tuple[Movement, int]]
    drawn: bool
    days: Mapping[date, int]
    blinks: Sequence[tuple[datetime, BlinkSummary]]
    stills: Sequence[tuple[str, datetime]]


class ProgressPresenter(QObject):
    """Reads trends in the background; only the newest question is answered. GUI thread.

    Signals:
        overview_ready: an `Overview`.
        trend_ready: a `MovementTrend`.
        stills_ready: session id, and its pictures by pose.
        advanced: share of the loading, 0 to 1.
        problem_raised: what happened, and what to do about it.
    """

    overview_ready = Signal(object)
    trend_ready = Signal(object)
    stills_ready = Signal(str, object)
    advanced = Signal(float)
    problem_raised = Signal(str, str)

    def __init__(
        self,
        log: ProgressLog,
        *,
        start_task: TaskStarter = run_task,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._log = log
        self._start_task = start_task
        self._question = 0
        self._drawn = False

    def load(self) -> None:
        """Read the overview; `overview_ready` follows."""
        log = self._log

        def work(report: Progress) -> Overview:
            movements = log.movements(drawn=False)
            drawn = not movements
            if drawn:
                movements = log.movements(drawn=True)
            report(0.4)
            days = log.days()
            report(0.6)
            blinks = log.blinks(drawn=drawn)
            report(0.8)
            return Overview(
                movements, drawn and bool(movements), days, blinks, log.sessions_with_stills()
            )

        self._start_task(work, self._on_overview, self._on_failed, self.advanced.emit)

    def choose(self, movement: Movement) -> None:
        """Read a movement's trend; `trend_ready` follows, unless another is chosen before."""
        self._question += 1
        question, log, drawn = self._question, self._log, self._drawn

        def work(_report: Progress) -> MovementTrend:
            return log.trend(movement, drawn=drawn)

        def on_done(trend: MovementTrend) -> None:
            if question == self._question:
                self.trend_ready.emit(trend)

        self._start_task(work, on_done, self._on_failed)

    def show_stills(self, session_id: str) -> None:
        """Read a session's kept pictures; `stills_ready` follows."""
        log = self._log

        def work(_report: Progress) -> dict[Pose, Still]:
            return log.stills(session_id)

        def on_done(stills: dict[Pose, Still]) -> None:
            self.stills_ready.emit(session_id, stills)

        self._start_task(work, on_done, self._on_failed)

    def delete_stills(self, session_id: str) -> None:
        """Delete a session's kept pictures for good; the overview is read again."""
        log = self._log

        def work(_report: Progress) -> int:
            return log.delete_stills(session_id)

        self._start_task(work, lambda _count: self.load(), self._on_failed)

    def _on_overview(self, overview: Overview) -> None:
        self._drawn = overview.drawn
        self.overview_ready.emit(overview)

    def _on_failed(self, error: CoachError) -> None:
        self.problem_raised.emit(error.message, error.hint)
