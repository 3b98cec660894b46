from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coach.app.home_presenter import HomePresenter
from coach.app.session_header import empty_record
from coach.app.session_shelf import SessionShelf
from coach.app.settings_store import SettingsStore
from coach.app.speech import Speaker
from coach.app.tasks import run_inline
from coach.domain.errors import OutputError
from coach.domain.exercise import Plan
from coach.domain.session import LoggedFrame, SessionRecord, SourceRecord
from coach.domain.sides import Affected
from coach.storage.database import Database
from coach.storage.sessions import SessionRepository
from coach.storage.settings import Settings, load_settings
from tests.fixtures.records import DRAWN_SOURCE, SOURCE, smile_rep
from tests.fixtures.short_practice import short_library


@pytest.fixture
def repository(tmp_path: Path) -> Iterator[SessionRepository]:
    with Database.open(tmp_path / "practice.db") as database:
        yield SessionRepository(database)


class Files:
    """Stands in for the export: notes what it was asked to write, or refuses."""

    def __init__(self) -> None:
        self.written: list[Path] = []
        self.refuses = False

    def __call__(
        self, folder: Path, record: SessionRecord, frames: Sequence[LoggedFrame]
    ) -> list[Path]:
        if self.refuses:
            raise OutputError("The folder cannot be written.", "Choose another.")
        self.written.append(folder)
        return [folder / "session.json"]


@pytest.fixture
def files() -> Files:
    return Files()


@pytest.fixture
def home(
    repository: SessionRepository, files: Files, tmp_path: Path, qtbot: QtBot
) -> HomePresenter:
    settings = SettingsStore(tmp_path / "settings.json", Settings(voice=False))
    return HomePresenter(
        short_library(("smile_closed", "pucker")),
        repository,
        SessionShelf(repository),
        settings,
        Speaker(),
        files,
        start_task=run_inline,
    )


def practised(
    repository: SessionRepository, home: HomePresenter, source: SourceRecord = SOURCE
) -> SessionRecord:
    record = empty_record(Plan("p", "P", tuple(home.exercises())), None)
    record = replace(record, source=source)
    repository.begin(record)
    return record


def test_past_sessions_have_titles_for_people(
    home: HomePresenter, repository: SessionRepository
) -> None:
    record = practised(repository, home)
    (row,) = home.sessions()
    assert row.id == record.id
    assert row.title == "Practice, stopped early"  # not the names of what was never begun
    assert (row.reps, row.scored) == (0, 0)


def test_a_session_that_stopped_early_is_named_after_what_was_done(
    home: HomePresenter, repository: SessionRepository
) -> None:
    record = practised(repository, home)
    repository.add_rep(record.id, smile_rep(0), [])
    assert [row.title for row in home.sessions()] == ["Closed smile"]


def test_settings_are_saved_as_they_change(home: HomePresenter, tmp_path: Path) -> None:
    home.update(affected=Affected.RIGHT, text_scale_pct=150)
    assert home.preferences().affected is Affected.RIGHT
    assert load_settings(tmp_path / "settings.json").settings.text_scale_pct == 150


@pytest.mark.parametrize("change", [{"text_scale_pct": 900}, {"colour": "mauve"}])
def test_a_setting_that_is_not_allowed_is_said_and_changes_nothing(
    home: HomePresenter, qtbot: QtBot, change: dict[str, object]
) -> None:
    before = home.preferences()
    with qtbot.waitSignal(home.problem_raised, timeout=2000):
        home.update(**change)
    assert home.preferences() == before


def test_each_session_is_exported_into_a_folder_of_its_own(
    home: HomePresenter, repository: SessionRepository, files: Files, tmp_path: Path, qtbot: QtBot
) -> None:
    record = practised(repository, home)
    with qtbot.waitSignal(home.exported, timeout=2000) as exported:
        home.export_session(record.id, tmp_path)
    assert exported.args == files.written
    assert files.written[0].parent == tmp_path


def test_an_export_that_fails_says_so(
    home: HomePresenter, repository: SessionRepository, files: Files, tmp_path: Path, qtbot: QtBot
) -> None:
    files.refuses = True
    record = practised(repository, home)
    with qtbot.waitSignal(home.problem_raised, timeout=2000) as raised:
        home.export_session(record.id, tmp_path)
    assert raised.args == ["The folder cannot be written.", "Choose another."]


def test_a_session_that_is_not_there_is_a_problem_not_a_crash(
    home: HomePresenter, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(home.problem_raised, timeout=2000):
        home.export_session("nope", tmp_path)


def test_the_week_counts_days_with_a_repetition(
    home: HomePresenter, repository: SessionRepository
) -> None:
    record = practised(repository, home)
    assert home.week().practised == 0
    repository.add_rep(record.id, smile_rep(0), [])
    home.on_session_finished(record)
    home.update(weekly_days=3)
    week = home.week()
    assert (week.practised, week.goal, week.today_done) == (1, 3, True)


def test_what_the_drawn_face_did_is_in_the_list_but_not_in_the_week(
    home: HomePresenter, repository: SessionRepository
) -> None:
    record = practised(repository, home, DRAWN_SOURCE)
    repository.add_rep(record.id, smile_rep(0), [])
    assert [(row.reps, row.drawn) for row in home.sessions()] == [(1, True)]
    assert (home.week().practised, home.week().today_done) == (0, False)
