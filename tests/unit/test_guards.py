"""The guards of conftest.py notice what they are there for."""

from __future__ import annotations

import os
import socket
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.fixtures import leaks, network


def test_a_connection_beyond_this_machine_is_refused() -> None:
    # 192.0.2.0/24 is kept for documentation (RFC 5737): no packet would find a host there.
    with (
        socket.socket(socket.AF_INET, socket.SOCK_STREAM) as s,
        pytest.raises(network.NetworkForbiddenError),
    ):
        s.connect(("192.0.2.1", 9))
    assert network.attempts() == ["socket.connect '192.0.2.1'"]
    network.forget()


def test_a_name_look_up_is_refused() -> None:
    with pytest.raises(network.NetworkForbiddenError):
        socket.getaddrinfo("coach.invalid", 443)
    network.forget()


def test_loopback_is_allowed() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = server.getsockname()
        with socket.create_connection(address):
            pass
    assert network.attempts() == []


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("localhost", True),
        ("192.0.2.1", False),
        (b"a.b", False),
    ],
)
def test_what_counts_as_this_machine(host: object, local: bool) -> None:
    assert network.is_local(host) is local


def test_a_running_thread_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaks, "GRACE_S", 0.05)
    before = leaks.snapshot(uses_qt=False)
    release = threading.Event()
    thread = threading.Thread(target=release.wait, name="forgotten")
    thread.start()
    try:
        assert leaks.left_behind(before) == ["thread 'forgotten'"]
    finally:
        release.set()
        thread.join()
    assert leaks.left_behind(before) == []


def test_a_running_timer_and_an_open_window_are_noticed(qtbot: QtBot) -> None:
    before = leaks.snapshot(uses_qt=True)
    timer = QTimer()
    timer.setObjectName("ticker")
    timer.start(1000)
    window = QWidget()
    window.setObjectName("lost")
    window.show()
    left = leaks.left_behind(before)
    assert len(left) == 2
    assert "window QWidget 'lost'" in left[0]
    assert "'ticker'" in left[1]
    assert not timer.isActive()


def test_the_data_folder_is_the_test_s_own() -> None:
    folder = Path(os.environ["COACH_DATA_DIR"])
    assert folder.is_dir()
    assert list(folder.iterdir()) == []


def test_no_screen_is_needed() -> None:
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
