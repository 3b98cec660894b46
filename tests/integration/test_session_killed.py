"""The power goes in the middle of a session: what was finished is kept, and the next start says so.

A real process with the real landmark engine and a real database is killed (SIGKILL) as soon as it
tells that a repetition was saved.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from coach.app.live_session import LiveSession
from coach.app.resume import ResumePresenter
from coach.app.session_options import SessionOptions
from coach.app.snapshot import Snapshot
from coach.app.sources import Patient, drawn_face
from coach.bootstrap import make_landmarker
from coach.coaching.library import ExerciseLibrary
from coach.coaching.plan_runner import PlanPlace
from coach.domain.events import CoachEvent, RepDone
from coach.domain.session import LoggedFrame, SessionRecord
from coach.storage.database import Database
from coach.storage.ids import new_id
from coach.storage.interrupted import InterruptedSessions
from coach.storage.sessions import SessionRepository
from tests.fixtures.records import smile_session
from tests.fixtures.short_practice import short_library

IDS = ("smile_closed", "pucker")

_PROGRAM = """
import sys, time
from pathlib import Path
from coach.app.live_session import LiveSession
from coach.app.session_options import SessionOptions
from coach.app.sources import Patient, drawn_face
from coach.bootstrap import make_landmarker
from coach.domain.events import RepDone
from coach.storage.database import Database
from coach.storage.interrupted import InterruptedSessions
from coach.storage.sessions import SessionRepository
from tests.fixtures.short_practice import short_library

class Listener:
    def on_snapshot(self, snapshot): pass
    def on_event(self, event):
        if isinstance(event, RepDone):
            print("done", flush=True)
    def on_source(self, announcement): pass
    def on_problem(self, message, hint): pass
    def on_finished(self, record, unsaved): print("finished", flush=True)

database = Database.open(Path(sys.argv[1]))
plan = short_library(("smile_closed", "pucker"), reps=2).plans["smile"]
session = LiveSession(
    plan, None, lambda: [drawn_face(Patient(), "", live=False)], make_landmarker,
    SessionRepository(database), Listener(), SessionOptions(marks=InterruptedSessions(database)),
)
session.start()
session.wait(60)
"""


@pytest.mark.slow
def test_a_killed_session_keeps_what_was_finished_and_offers_to_go_on(tmp_path: Path) -> None:
    path = tmp_path / "practice.db"
    process = subprocess.Popen(
        [sys.executable, "-c", _PROGRAM, str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert process.stdout is not None
    done = 0
    for line in process.stdout:
        done += line.strip() == "done"
        if done == 3:
            break
    process.send_signal(signal.SIGKILL)
    process.wait(10)
    process.stdout.close()
    library = short_library(IDS, reps=2)
    with Database.open(path) as database:
        summary = SessionRepository(database).list()[0]
        assert summary.interrupted
        assert summary.reps >= 2  # the third was told and is in the log, or was being written
        resume = ResumePresenter(InterruptedSessions(database), lambda: library)
        offer = resume.offer
        assert offer is not None
        assert offer.session_id == summary.id
        assert offer.plan.title == library.plans["smile"].title
        assert offer.place in (PlanPlace(1, 0, 0), PlanPlace(1, 0, 1), PlanPlace(0, 0, 1))
        assert (offer.number, offer.count) == (offer.place.exercise_index + 1, 2)
        resume.put_aside()
        assert resume.offer is None
        resume.look()
        assert resume.offer is None


@pytest.mark.slow
@pytest.mark.parametrize("by_person", [True, False])
def test_stopping_is_an_answer_and_closing_the_window_is_none(
    tmp_path: Path, by_person: bool
) -> None:
    library = short_library(IDS, reps=2)
    with Database.open(tmp_path / "practice.db") as database:
        marks = InterruptedSessions(database)
        listener = _Listener()
        session = LiveSession(
            library.plans["smile"],
            None,
            lambda: [drawn_face(Patient(), "", live=False)],
            make_landmarker,
            SessionRepository(database),
            listener,
            SessionOptions(marks=marks),
        )
        session.start()
        assert listener.done.wait(60)
        if by_person:
            session.stop()
        else:
            session.leave()
        assert session.wait(30)
        offer = ResumePresenter(marks, lambda: library).offer
        assert (offer is None) is by_person


class _Listener:
    """Notes the first repetition."""

    def __init__(self) -> None:
        self.done = threading.Event()

    def on_snapshot(self, snapshot: Snapshot) -> None:
        """Nothing is shown."""

    def on_event(self, event: CoachEvent) -> None:
        if isinstance(event, RepDone):
            self.done.set()

    def on_source(self, announcement: str) -> None:
        """Nobody reads it."""

    def on_problem(self, message: str, hint: str) -> None:
        """There is none."""

    def on_finished(self, record: SessionRecord, unsaved: Sequence[LoggedFrame]) -> None:
        """It is in the log."""


def test_nothing_is_offered_from_another_day_or_of_exercises_that_are_gone(tmp_path: Path) -> None:
    with Database.open(tmp_path / "practice.db") as database:
        log = InterruptedSessions(database)
        library = short_library(IDS)
        assert ResumePresenter(log, lambda: library).offer is None
        _break_off(database, library)
        assert ResumePresenter(log, lambda: library).offer is not None
        later = datetime.now(UTC) + timedelta(days=2)
        assert ResumePresenter(log, lambda: library, now=lambda: later).offer is None
        assert ResumePresenter(log, lambda: short_library(("snarl",))).offer is None


def _break_off(database: Database, library: ExerciseLibrary) -> None:
    made = smile_session()
    record = replace(
        made,
        id=new_id(),
        created=datetime.now(UTC),
        movement=None,
        plan=tuple(e.id for e in library.plans["smile"].exercises),
    )
    repository = SessionRepository(database)
    repository.begin(record)
    repository.add_rep(record.id, record.reps[0], [])
