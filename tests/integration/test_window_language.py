"""The window opens in the person's language, whatever wires it together."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from coach.app.i18n import use_language
from coach.app.sources import Patient, choose_drawn_face
from coach.bootstrap import Desk
from coach.commands import window
from coach.domain.sides import Affected
from coach.storage.paths import settings_path
from coach.storage.settings import Settings, save_settings


@pytest.fixture(autouse=True)
def english_afterwards(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    yield
    use_language(qapp, "en")
    QLocale.setDefault(before)


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """(words on the start button, title of the first plan) of every window that is opened."""
    found: list[tuple[str, str]] = []

    def look(application: QApplication, desk: Desk) -> int:
        page = desk.window.home_page
        plan = page.plan
        assert plan is not None
        found.append((page.practice.start.text().strip(), plan.title))
        desk.session.shutdown()
        desk.window.close()
        desk.window.deleteLater()
        application.processEvents()
        return 0

    class NoGuard:
        def __setattr__(self, name: str, value: object) -> None: ...

    monkeypatch.delenv("COACH_LANGUAGE", raising=False)
    monkeypatch.setattr(window, "run_event_loop", look)
    monkeypatch.setattr(window, "start_guard", NoGuard)
    return found


def open_window(demonstrated: Affected | None = None) -> None:
    def chooser(_affected: Affected | None) -> object:
        return choose_drawn_face(Patient(), "", live=False)

    code = window.open_window(chooser, demonstrated=demonstrated)  # type: ignore[arg-type]
    assert code == 0


def test_the_setting_decides(seen: list[tuple[str, str]]) -> None:
    save_settings(settings_path(), Settings(language="es", voice=False))
    open_window()
    save_settings(settings_path(), Settings(language="en", voice=False))
    open_window()
    assert seen == [("Empezar", "Primera sesión"), ("Start", "First session")]


def test_a_demonstration_speaks_the_person_s_language_and_the_variable_comes_first(
    seen: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    save_settings(settings_path(), Settings(language="es", voice=False))
    open_window(Affected.LEFT)
    monkeypatch.setenv("COACH_LANGUAGE", "en")
    open_window(Affected.LEFT)
    assert [words for words, _ in seen] == ["Empezar", "Start"]
