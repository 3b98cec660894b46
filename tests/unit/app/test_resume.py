"""Going on where a session broke off: never past a warning sign or into a step that is shut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coach.app.profile_presenter import ProfilePresenter
from coach.app.recorder import SessionRecorder
from coach.app.resume import ResumePresenter
from coach.app.session_header import session_header
from coach.coaching.engine import SessionEngine
from coach.coaching.library import exercises_dir, load_exercises
from coach.domain.course import PastRep
from coach.domain.exercise import Phase, Plan, Stage
from coach.domain.frames import SourceInfo
from coach.domain.prescription import Prescription
from coach.domain.profile import Profile
from coach.domain.session import EngineInfo
from coach.domain.sides import Affected
from coach.storage.database import Database
from coach.storage.interrupted import InterruptedSession, InterruptedSessions
from coach.storage.profiles import ProfileRepository
from coach.storage.sessions import SessionRepository
from tests.fixtures.guided_practice import Practice

LIBRARY = load_exercises(exercises_dir(), language="en")
PLAN = "synkinetic/release"
SYNKINETIC = Profile(stage=Stage.SYNKINETIC, movement_seen=True)


class OneBrokenOff:
    """A log with one session that broke off after its first repetition."""

    def __init__(self, plan_id: str) -> None:
        programme, _, phase_id = plan_id.partition("/")
        phases = LIBRARY.programmes[programme].phases
        ids = tuple(e.id for p in phases if p.id == phase_id for e in p.exercises)
        now, done = datetime.now(UTC), (PastRep(ids[0], None),)
        self.session = InterruptedSession("s1", now, plan_id, ids, Affected.LEFT, done)

    def newest(self, since: datetime) -> InterruptedSession:
        return self.session

    def go_on(self, old_id: str, new_id: str) -> None:
        raise AssertionError

    def put_aside(self, session_id: str) -> None:
        raise AssertionError


@pytest.fixture
def person(tmp_path: Path, qtbot: QtBot) -> Iterator[ProfilePresenter]:
    with Database.open(tmp_path / "practice.db") as database:
        yield ProfilePresenter(ProfileRepository(database), LIBRARY, lambda: Affected.LEFT)


def test_a_warning_sign_takes_the_offer_away_until_it_was_looked_at(
    person: ProfilePresenter, qtbot: QtBot
) -> None:
    person.put(SYNKINETIC)
    resume = ResumePresenter(OneBrokenOff(PLAN), lambda: LIBRARY, may=person.may_practise)
    person.changed.connect(resume.look)
    assert resume.offer is not None
    with qtbot.waitSignal(resume.changed):
        person.report_stop_sign()
    assert resume.offer is None
    with qtbot.waitSignal(resume.changed):
        person.clear_stop_sign()
    assert resume.offer is not None


def test_what_needs_a_therapist_beside_waits_for_one(person: ProfilePresenter) -> None:
    person.put(SYNKINETIC)
    plan = "assessment/series"
    resume = ResumePresenter(OneBrokenOff(plan), lambda: LIBRARY, may=person.may_practise)
    person.changed.connect(resume.look)
    assert resume.offer is None
    person.set_therapist_present(True)
    assert resume.offer is not None
    person.set_therapist_present(False)
    assert resume.offer is None


@pytest.mark.parametrize("timed", ["massage_cheek", "rest", "talk_freely"])
def test_a_session_that_breaks_off_in_a_timed_exercise_goes_on_with_it(
    tmp_path: Path, qtbot: QtBot, timed: str
) -> None:
    """The whole way: engine, recorder, log, offer, engine; without a repetition to go by."""
    ids = ("breathing", timed, "rest")
    plan = Plan("only_these", "p", tuple(LIBRARY.exercises[i] for i in ids))
    with Database.open(tmp_path / "practice.db") as database:
        log = SessionRepository(database)
        source = SourceInfo("webcam", "Camera 0", (640, 480), 30.0, live=True)
        header = session_header(plan, Affected.LEFT, source, EngineInfo("mesh", "1", "0" * 64))
        recorder = SessionRecorder(log, header, lambda message, hint: None)
        practice = Practice(plan, Affected.LEFT, fps=4.0)
        practice.command("skip")
        practice.command("skip")
        practice.run_until(lambda: practice.engine.state.exercise_index == 1)
        practice.run_to(Phase.REST, after_s=4.0)
        for event in practice.events:
            recorder.add_event(event)
        assert log.load(header.id).reps == ()
        offer = ResumePresenter(InterruptedSessions(database), lambda: LIBRARY).offer
        assert offer is not None
        assert (offer.number, offer.count) == (2, 3)
        again = Practice(
            offer.plan, engine=SessionEngine(offer.plan, Affected.LEFT, start=offer.place)
        )
        again.command("skip")
        again.command("skip")
        assert again.engine.state.exercise == LIBRARY.exercises[timed]


def test_a_plan_of_no_programme_may_go_on(person: ProfilePresenter) -> None:
    assert person.may_practise("")
    assert person.may_practise("only_these")
    person.report_stop_sign()
    assert not person.may_practise("only_these")


def test_a_plan_file_keeps_its_name(person: ProfilePresenter) -> None:
    plan = Prescription(title="Plan of March", exercises=("rest", "smile_closed"))
    person.put(SYNKINETIC)
    person.use(LIBRARY, plan)
    log = OneBrokenOff(PLAN)
    done = (PastRep("rest", None),)
    log.session = replace(log.session, plan_id="prescription", plan=plan.exercises, history=done)
    resume = ResumePresenter(log, lambda: person.library, plan_by_id=person.plan)
    assert resume.offer is not None
    assert "Plan of March" in resume.offer.plan.title
    assert resume.offer.exercise == resume.offer.plan.exercises[resume.offer.number - 1].title
    taken_back = ResumePresenter(log, lambda: person.library)
    assert taken_back.offer is not None
    assert taken_back.offer.plan.title == "Your practice"  # never an exercise's name
