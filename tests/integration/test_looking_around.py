"""Without consent the drawn face practises, and nothing of it is kept."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.app.consent import CONSENT_VERSION, WELCOME_VERSION
from coach.app.settings_store import SettingsStore
from coach.app.source_choice import SourceChooser
from coach.app.sources import Patient, choose_drawn_face
from coach.app.speech import Speaker
from coach.bootstrap import Desk, make_desk, open_services
from coach.domain.sides import Affected
from coach.services import Services
from coach.storage.settings import Settings
from coach.ui.pages.page import PageId
from tests.fixtures.short_practice import short_library


@pytest.fixture
def services(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    monkeypatch.setattr("coach.bootstrap.load_exercises", lambda *_f, **_n: short_library())
    opened = open_services()
    yield opened
    opened.close()


def a_desk(services: Services, settings: Settings, asked: list[str]) -> Desk:
    def choose(_affected: Affected | None) -> SourceChooser:
        asked.append("camera")
        return choose_drawn_face(Patient(), "", live=False)

    store = SettingsStore(None, settings)
    return make_desk(services, store, choose, speaker=Speaker(enabled=False), personal=True)


def take_down(desk: Desk) -> None:
    desk.session.shutdown()
    desk.window.close()
    for part in (desk.window, desk.session, desk.home):
        part.deleteLater()


def test_at_first_the_questions_are_shown_and_later_the_home_page(services: Services) -> None:
    first = a_desk(services, Settings(voice=False), [])
    assert first.window.shown.page_id is PageId.WELCOME
    take_down(first)
    later = a_desk(services, Settings(voice=False, welcomed=WELCOME_VERSION), [])
    assert later.window.shown.page_id is PageId.HOME
    take_down(later)


@pytest.mark.slow
@pytest.mark.parametrize("agreed", [0, CONSENT_VERSION])
def test_what_is_kept(services: Services, qtbot: QtBot, agreed: int) -> None:
    asked: list[str] = []
    settings = Settings(voice=False, sounds=False, welcomed=WELCOME_VERSION, agreed=agreed)
    desk = a_desk(services, settings, asked)
    plan = next(iter(services.library.plans.values()))
    with qtbot.waitSignal(desk.session.snapshot_ready, timeout=20_000):
        desk.session.start(plan, None)
    with qtbot.waitSignal(desk.session.session_finished, timeout=20_000):
        desk.session.stop()
    kept = services.repository.list()
    assert bool(kept) is bool(agreed)
    assert bool(asked) is bool(agreed), "without consent no camera is even looked for"
    take_down(desk)
