"""A notification through whatever the system has; none of it ever fails a practice."""

from __future__ import annotations

import shutil
import sys

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from coach.ui.notifications import SystemNotifier


@pytest.fixture
def notifier(qtbot: QtBot) -> SystemNotifier:
    window = QWidget()
    qtbot.addWidget(window)
    return SystemNotifier(window)


def test_without_a_tray_the_systems_own_command(
    notifier: SystemNotifier, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[tuple[str, list[str]]] = []

    def start(program: str, arguments: list[str]) -> tuple[bool, int]:
        started.append((program, arguments))
        return True, 1

    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}")
    monkeypatch.setattr(QProcess, "startDetached", start)
    notifier.notify("Practice?", "Small and slow.")
    assert started == [("/bin/notify-send", ["Practice?", "Small and slow."])]


def test_where_there_is_nothing_the_task_bar_is_marked(
    notifier: SystemNotifier, monkeypatch: pytest.MonkeyPatch
) -> None:
    marked: list[QWidget] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setattr(QApplication, "alert", marked.append)
    notifier.notify("Practice?", "Small and slow.")
    assert len(marked) == 1


def test_through_the_tray(notifier: SystemNotifier, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[tuple[str, str]] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda _self: None)
    monkeypatch.setattr(
        QSystemTrayIcon, "showMessage", lambda _self, title, text: shown.append((title, text))
    )
    notifier.notify("Practice?", "Small and slow.")
    notifier.notify("Practice?", "Again another day.")
    assert [text for _, text in shown] == ["Small and slow.", "Again another day."]
