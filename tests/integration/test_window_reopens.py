"""Another language holds at once: the window opens again where it was."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication

from coach.app.i18n import use_language
from coach.app.sources import Patient, choose_drawn_face
from coach.bootstrap import Desk, run_event_loop
from coach.commands import window
from coach.domain.sides import Affected
from coach.storage.paths import settings_path
from coach.storage.settings import Settings, load_settings, save_settings
from coach.ui.pages.page import PageId


@pytest.fixture(autouse=True)
def english_afterwards(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    yield
    use_language(qapp, "en")
    QLocale.setDefault(before)


class NoGuard:
    """The guard of a process, which a test does not need."""

    def __setattr__(self, name: str, value: object) -> None: ...


def test_the_window_opens_again_in_the_new_language(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COACH_LANGUAGE", raising=False)
    monkeypatch.setattr(window, "start_guard", NoGuard)
    seen: list[tuple[str, PageId]] = []
    desks: list[Desk] = []

    def run(application: QApplication, desk: Desk) -> int:
        shown = desk.window
        if not seen:
            shown.go(PageId.SETTINGS)
        seen.append((shown.home_page.practice.start.text().strip(), shown.shown.page_id))
        act = next(a for a in shown.actions_.languages.actions() if a.data() == "es")
        QTimer.singleShot(0, act.trigger if len(seen) == 1 else shown.close)
        desks.append(desk)
        return run_event_loop(application, desk)

    monkeypatch.setattr(window, "run_event_loop", run)
    settings = Settings(language="en", voice=False, sounds=False, welcomed=1, agreed=1)
    save_settings(settings_path(), settings)

    def chooser(_affected: Affected | None) -> object:
        return choose_drawn_face(Patient(), "", live=False)

    code = window.open_window(chooser)  # type: ignore[arg-type]
    assert code == 0
    assert seen == [
        ("Start", PageId.SETTINGS),
        ("Empezar", PageId.SETTINGS),
    ]
    assert load_settings(settings_path()).settings.language == "es"
    for part in (desks[-1].window, desks[-1].session, desks[-1].home):
        part.deleteLater()
    assert [w for w in qapp.topLevelWidgets() if w.isVisible()] == []
