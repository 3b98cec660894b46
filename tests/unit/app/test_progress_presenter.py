from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest
from pytestqt.qtbot import QtBot

from coach.app.progress_presenter import Overview, ProgressPresenter
from coach.app.tasks import Progress, run_inline
from coach.domain.errors import CoachError
from coach.domain.movements import Movement
from coach.domain.still import Pose, Still
from coach.storage.database import Database
from coach.storage.ids import new_id
from coach.storage.progress_log import PracticeProgress
from coach.storage.sessions import SessionRepository
from coach.storage.snapshots import SnapshotRepository
from tests.fixtures.records import SOURCE, smile_header, smile_rep

T = TypeVar("T")
START = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database.open(tmp_path / "log.db") as opened:
        yield opened


def practise(database: Database, kind: str = "webcam") -> str:
    repository = SessionRepository(database)
    source = replace(SOURCE, kind=kind)
    header = replace(smile_header(new_id()), created=START, source=source)
    repository.begin(header)
    repository.add_rep(header.id, smile_rep(0), [])
    return header.id


def load(presenter: ProgressPresenter, qtbot: QtBot) -> Overview:
    with qtbot.waitSignal(presenter.overview_ready) as ready:
        presenter.load()
    assert ready.args is not None
    overview: Overview = ready.args[0]
    return overview


def test_nothing_practised_yet(database: Database, qtbot: QtBot) -> None:
    presenter = ProgressPresenter(PracticeProgress(database), start_task=run_inline)
    overview = load(presenter, qtbot)
    assert (list(overview.movements), overview.drawn, dict(overview.days)) == ([], False, {})


def test_the_drawn_faces_sessions_are_shown_only_where_there_are_no_others(
    database: Database, qtbot: QtBot
) -> None:
    presenter = ProgressPresenter(PracticeProgress(database), start_task=run_inline)
    practise(database, "drawn_face")
    assert load(presenter, qtbot).drawn
    own = practise(database)
    assert not load(presenter, qtbot).drawn
    with qtbot.waitSignal(presenter.trend_ready) as ready:
        presenter.choose(Movement.SMILE_CLOSED)
    assert ready.args is not None
    assert [p.session_id for p in ready.args[0].points] == [own]


def test_stills_can_be_looked_at_and_deleted(database: Database, qtbot: QtBot) -> None:
    presenter = ProgressPresenter(PracticeProgress(database), start_task=run_inline)
    session = practise(database)
    SnapshotRepository(database).keep([Still(session, Pose.REST, START, (1, 1), b"png")])
    assert [s for s, _ in load(presenter, qtbot).stills] == [session]
    with qtbot.waitSignal(presenter.stills_ready) as ready:
        presenter.show_stills(session)
    assert ready.args is not None
    assert ready.args[1][Pose.REST].png == b"png"
    with qtbot.waitSignal(presenter.overview_ready) as again:
        presenter.delete_stills(session)
    assert again.args is not None
    assert list(again.args[0].stills) == []


def test_only_the_newest_question_is_answered(database: Database, qtbot: QtBot) -> None:
    waiting: list[Callable[[], None]] = []

    def later(
        work: Callable[[Progress], T],
        on_done: Callable[[T], None],
        on_error: Callable[[CoachError], None],
        on_progress: Progress | None = None,
    ) -> None:
        waiting.append(lambda: run_inline(work, on_done, on_error, on_progress))

    presenter = ProgressPresenter(PracticeProgress(database), start_task=later)
    seen: list[Movement] = []
    presenter.trend_ready.connect(lambda trend: seen.append(trend.movement))
    for movement in (Movement.PUCKER, Movement.SNARL):
        presenter.choose(movement)
    for answer in waiting:
        answer()
    assert seen == [Movement.SNARL]


def test_a_log_that_cannot_be_read_is_said(tmp_path: Path, qtbot: QtBot) -> None:
    database = Database.open(tmp_path / "log.db")
    database.close()
    for file in tmp_path.glob("log.db*"):
        file.write_bytes(b"not a log" * 500)
    presenter = ProgressPresenter(PracticeProgress(database), start_task=run_inline)
    with qtbot.waitSignal(presenter.problem_raised):
        presenter.load()
