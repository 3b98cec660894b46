"""The lid is closed in mid-movement, for an hour: nothing of it counts, and the session waits."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from coach.app import live_session
from coach.app.live_session import LiveSession
from coach.app.sleep_watch import SleepWatch, always_ns
from coach.app.snapshot import Snapshot
from coach.app.sources import Patient, drawn_face
from coach.bootstrap import make_landmarker
from coach.domain.events import CoachEvent, Paused, PhaseStarted, RepDone, Resumed
from coach.domain.exercise import Phase
from coach.domain.quality import RepReason
from coach.domain.session import LoggedFrame, RepRecord, SessionRecord
from coach.storage.database import Database
from coach.storage.sessions import SessionRepository
from tests.fixtures.short_practice import short_library

PATIENCE_S = 60.0
HOUR_NS = 3_600_000_000_000


class Computer:
    """Its two clocks; `sleep` lets an hour pass between two pictures."""

    def __init__(self, *, windows: bool) -> None:
        self._windows = windows  # there, both clocks go on in sleep
        self._slept_ns = 0

    def sleep(self) -> None:
        self._slept_ns = HOUR_NS

    def awake_ns(self) -> int:
        return time.monotonic_ns() + (self._slept_ns if self._windows else 0)

    def always_ns(self) -> int:
        return always_ns() + self._slept_ns


class Listener:
    """Notes everything, and closes the lid while the first movement is held."""

    def __init__(self, computer: Computer) -> None:
        self.computer = computer
        self.events: list[CoachEvent] = []
        self.snapshots: list[Snapshot] = []
        self.records: list[SessionRecord] = []

    def on_snapshot(self, snapshot: Snapshot) -> None:
        self.snapshots.append(snapshot)

    def on_event(self, event: CoachEvent) -> None:
        self.events.append(event)
        if isinstance(event, PhaseStarted) and event.phase is Phase.HOLD and not self.all(Paused):
            self.computer.sleep()

    def on_source(self, announcement: str) -> None:
        """Nobody reads it."""

    def on_problem(self, message: str, hint: str) -> None:
        raise AssertionError(message)

    def on_finished(self, record: SessionRecord, unsaved: Sequence[LoggedFrame]) -> None:
        self.records.append(record)

    def all(self, kind: type[CoachEvent]) -> list[CoachEvent]:
        return [event for event in self.events if isinstance(event, kind)]


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.01)


def reps_of(listener: Listener) -> list[RepRecord]:
    return [event.rep for event in listener.events if isinstance(event, RepDone)]


@pytest.mark.slow
@pytest.mark.parametrize("windows", [pytest.param(False, marks=pytest.mark.long), True])
def test_an_hour_of_sleep_in_mid_movement(
    windows: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    computer = Computer(windows=windows)
    watch = SleepWatch(computer.awake_ns, computer.always_ns)
    monkeypatch.setattr(live_session, "SleepWatch", lambda: watch)
    listener = Listener(computer)
    plan = short_library(reps=1).plans["smile"]
    with Database.open(tmp_path / "practice.db") as database:
        log = SessionRepository(database)
        face = drawn_face(Patient(), "", live=True)
        session = LiveSession(plan, None, lambda: [face], make_landmarker, log, listener)
        session.start()
        wait_for(lambda: bool(listener.all(Paused)))
        seen = len(listener.snapshots)
        wait_for(lambda: len(listener.snapshots) > seen + 10)
        assert listener.snapshots[-1].state.paused
        assert [rep.reason for rep in reps_of(listener)] == [RepReason.INTERRUPTED]
        assert log.list()[0].scored == 0
        session.toggle_pause()
        wait_for(lambda: bool(listener.all(Resumed)))
        wait_for(lambda: bool(listener.records))
        assert session.wait(PATIENCE_S)
        (record,) = listener.records
        assert [rep.scored for rep in record.reps] == [False, True]  # done again, from its start
        assert len(listener.all(Paused)) == 1
        assert record.finished
        paused_s, resumed_s = listener.all(Paused)[0].t_s, listener.all(Resumed)[0].t_s
        logged = [frame.time_s for frame in log.frames(record.id)]
        assert logged
        on_its_way_s = 0.2  # a picture that was grabbed just before the person went on
        assert not [t_s for t_s in logged if paused_s <= t_s < resumed_s - on_its_way_s]
        assert record.reps[1].start_s >= resumed_s - on_its_way_s
