"""A whole session through the real window in the time of the media, against the simulated truth."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from coach.app.settings_store import SettingsStore
from coach.app.sources import Patient, choose_drawn_face
from coach.app.speech import Speaker
from coach.bootstrap import Desk, make_desk, open_services
from coach.domain.events import CoachEvent, PhaseStarted, RepDone, SessionFinished
from coach.domain.exercise import Phase
from coach.domain.session import SessionRecord
from coach.domain.sides import Affected
from coach.services import Services
from coach.storage.settings import Settings
from tests.fixtures.short_practice import short_library

#: A session of 14 s of media takes 4 to 8 s on one free core.
PATIENCE_MS = 60_000


@pytest.fixture
def services() -> Iterator[Services]:
    opened = open_services()
    yield opened
    opened.close()


@pytest.fixture
def desk(services: Services, qtbot: QtBot) -> Iterator[Desk]:
    patient = Patient(Affected.LEFT, weakness=0.6, synkinesis=0.0)
    chooser = choose_drawn_face(patient, "The drawn face is the patient.", live=False)
    settings = SettingsStore(None, Settings(affected=Affected.LEFT, plan_id="smile", voice=False))
    made = make_desk(
        services,
        settings,
        lambda affected: chooser,
        library=short_library(),
        speaker=Speaker(enabled=False),
    )
    made.window.show()
    yield made
    made.window.close()
    made.window.deleteLater()


@pytest.mark.slow
def test_a_whole_session_from_space_to_the_log(
    desk: Desk, services: Services, qtbot: QtBot, tmp_path: Path
) -> None:
    events: list[CoachEvent] = []
    announced: list[str] = []
    problems: list[str] = []
    shown: list[Phase] = []
    desk.session.event_raised.connect(events.append)
    desk.session.source_announced.connect(announced.append)
    desk.session.problem_raised.connect(lambda message, hint: problems.append(message))
    desk.session.snapshot_ready.connect(
        lambda: desk.session.latest and shown.append(desk.session.latest.state.phase)
    )
    with qtbot.waitSignal(desk.session.session_finished, timeout=PATIENCE_MS) as finished:
        qtbot.keyClick(desk.window, Qt.Key.Key_Space)
    assert finished.args is not None
    record = finished.args[0]
    assert isinstance(record, SessionRecord)

    assert problems == []
    assert announced == ["The drawn face is the patient."]
    started = [event.phase for event in events if isinstance(event, PhaseStarted)]
    assert started == list(Phase)
    assert [type(e) for e in events if isinstance(e, (RepDone, SessionFinished))] == [
        RepDone,
        SessionFinished,
    ]
    times = [event.t_s for event in events]
    assert times == sorted(times)
    assert {Phase.MOVE, Phase.HOLD} <= set(shown)
    assert desk.window.pages.currentWidget() is desk.window.summary_page

    (rep,) = record.reps
    assert record.finished
    assert rep.scored
    assert rep.excursion_mm.left is not None
    assert rep.excursion_mm.right is not None
    assert rep.excursion_mm.left < rep.excursion_mm.right  # the left side is weak
    assert record.source.dropped == 0
    assert record.quality.effective_fps == pytest.approx(30.0, rel=0.01)  # every picture analysed

    assert services.repository.load(record.id) == record
    rows = desk.home.sessions()
    assert [(row.id, row.title, row.reps, row.scored) for row in rows] == [
        (record.id, "Closed smile", 1, 1)
    ]
    with qtbot.waitSignal(desk.home.exported, timeout=PATIENCE_MS) as exported:
        desk.home.export_session(record.id, tmp_path)
    assert exported.args is not None
    folder = exported.args[0]
    written = json.loads((folder / "session.json").read_text())
    assert written["reps"][0]["scored"] is True
    assert len((folder / "measures.csv").read_text().splitlines()) == 1 + len(
        services.repository.frames(record.id)
    )


@pytest.mark.slow
def test_stopping_early_keeps_what_was_done_and_shows_the_summary_or_home(
    desk: Desk, services: Services, qtbot: QtBot
) -> None:
    started: list[Phase] = []
    desk.session.event_raised.connect(
        lambda event: isinstance(event, PhaseStarted) and started.append(event.phase)
    )
    qtbot.keyClick(desk.window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: Phase.DEMONSTRATE in started, timeout=PATIENCE_MS)
    with qtbot.waitSignal(desk.session.session_finished, timeout=PATIENCE_MS) as finished:
        qtbot.keyClick(desk.window, Qt.Key.Key_Escape)
    assert finished.args is not None
    record = finished.args[0]
    assert not record.finished
    assert record.baseline is not None
    assert services.repository.load(record.id) == record
    assert not desk.session.running


@pytest.mark.slow
def test_closing_the_window_in_a_session_saves_it_first(
    desk: Desk, services: Services, qtbot: QtBot
) -> None:
    started: list[Phase] = []
    desk.session.event_raised.connect(
        lambda event: isinstance(event, PhaseStarted) and started.append(event.phase)
    )
    qtbot.keyClick(desk.window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: Phase.DEMONSTRATE in started, timeout=PATIENCE_MS)
    assert not desk.window.close()  # a stray click: the way back is offered
    assert desk.window.close()
    (summary,) = services.repository.list()
    assert not summary.interrupted  # it was closed properly, not killed
    assert not summary.finished
