"""A notification through whatever the system has; none of it ever fails a practice."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from coach.ui.notifications import SystemNotifier

WORDS = ("Practice?", "Small and slow.")


class Notified:
    """A notifier, and what it did."""

    def __init__(self) -> None:
        self.otherwise = 0
        self.clicks = 0
        self.notifier = SystemNotifier(self._count)
        self.notifier.clicked.connect(self._click)

    def _count(self) -> None:
        self.otherwise += 1

    def _click(self) -> None:
        self.clicks += 1


@pytest.fixture
def notified(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Notified]:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    monkeypatch.setenv("PATH", str(tmp_path))
    made = Notified()
    yield made
    made.notifier.close()


def notify_send(folder: Path, script: str) -> Path:
    """A `notify-send` of the test's own; what it is given goes into a file."""
    log, program = folder / "said", folder / "notify-send"
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >> {log}\n{script}\n')
    program.chmod(0o755)
    return log


def test_a_click_on_it_is_heard(qtbot: QtBot, notified: Notified, tmp_path: Path) -> None:
    log = notify_send(tmp_path, "echo default")
    with qtbot.waitSignal(notified.notifier.clicked, timeout=10_000):
        notified.notifier.notify(*WORDS)
    assert log.read_text().splitlines()[-5:] == ["--action", "default=Open", "--", *WORDS]
    assert notified.otherwise == 0


def test_putting_it_away_is_no_click(qtbot: QtBot, notified: Notified, tmp_path: Path) -> None:
    log = notify_send(tmp_path, "exit 0")
    notified.notifier.notify(*WORDS)
    qtbot.waitUntil(lambda: notified.notifier._process is None, timeout=10_000)
    assert log.exists()
    assert (notified.clicks, notified.otherwise) == (0, 0)


def test_a_second_one_takes_the_place_of_the_first(
    qtbot: QtBot, notified: Notified, tmp_path: Path
) -> None:
    log = notify_send(tmp_path, "exec /bin/sleep 60")
    notified.notifier.notify("One", "1")
    qtbot.waitUntil(lambda: log.exists() and "One" in log.read_text(), timeout=10_000)
    notified.notifier.notify("Two", "2")
    qtbot.waitUntil(lambda: "Two" in log.read_text(), timeout=10_000)
    notified.notifier.close()
    assert notified.notifier.findChildren(QProcess) == [] or notified.notifier._process is None
    assert (notified.clicks, notified.otherwise) == (0, 0)


def test_an_older_command_without_actions_still_shows_it(
    qtbot: QtBot, notified: Notified, tmp_path: Path
) -> None:
    log = notify_send(tmp_path, 'case "$1" in --app-name) exit 1;; esac')
    notified.notifier.notify(*WORDS)
    qtbot.waitUntil(
        lambda: log.exists() and log.read_text().splitlines()[-3:] == ["--", *WORDS],
        timeout=10_000,
    )
    assert notified.otherwise == 0


def test_where_there_is_nothing_the_window_is_marked(notified: Notified) -> None:
    notified.notifier.notify(*WORDS)
    assert notified.otherwise == 1


def test_through_the_tray(notified: Notified, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[tuple[str, str]] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda _self: None)
    monkeypatch.setattr(
        QSystemTrayIcon,
        "showMessage",
        lambda _self, title, text, _icon: shown.append((title, text)),
    )
    notified.notifier.notify(*WORDS)
    notified.notifier.notify("Practice?", "Again another day.")
    assert [text for _, text in shown] == ["Small and slow.", "Again another day."]
    icon = notified.notifier.findChild(QSystemTrayIcon)
    assert icon is not None
    icon.messageClicked.emit()
    assert notified.clicks == 1
