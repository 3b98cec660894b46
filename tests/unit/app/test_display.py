from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from coach.app import display
from coach.app.display import has_display, require_window_libraries
from coach.domain.errors import CoachError


def test_there_is_always_a_display_beside_linux() -> None:
    assert has_display({}, "darwin")
    assert has_display({}, "win32")


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"DISPLAY": ""},
        {"DISPLAY": ":7654"},  # nobody listens there
        {"WAYLAND_DISPLAY": "wayland-0"},  # left over from a session that is gone
        {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": "/nowhere"},
        {"WAYLAND_DISPLAY": "/" + "a" * 200},
        {"WAYLAND_DISPLAY": "wayland-0", "COACH_HEADLESS": "1"},
        {"DISPLAY": "far:10", "QT_QPA_PLATFORM": "offscreen"},
        {"DISPLAY": "far:10", "QT_QPA_PLATFORM": "minimal:x"},
    ],
)
def test_no_display(environment: dict[str, str]) -> None:
    assert not has_display(environment, "linux")


@pytest.mark.parametrize(
    "environment",
    [
        {"DISPLAY": "localhost:10.0"},  # forwarded: trusted, not probed
        {"DISPLAY": "far:10", "COACH_HEADLESS": "0"},
    ],
)
def test_a_display(environment: dict[str, str]) -> None:
    assert has_display(environment, "linux")


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no local sockets here")
def test_a_wayland_compositor_is_asked(tmp_path: Path) -> None:
    here = {"WAYLAND_DISPLAY": "w-0", "XDG_RUNTIME_DIR": str(tmp_path)}
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(str(tmp_path / "w-0"))
        server.listen()
        assert has_display(here, "linux")
        assert has_display({"WAYLAND_DISPLAY": str(tmp_path / "w-0")}, "linux")
        require_window_libraries(here, "linux")
    assert not has_display(here, "linux")


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no local sockets here")
def test_a_local_x_server_is_asked() -> None:
    number = 50_000 + os.getpid() % 10_000
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(f"\0/tmp/.X11-unix/X{number}")
        server.listen()
        assert has_display({"DISPLAY": f":{number}.0"}, "linux")
    assert not has_display({"DISPLAY": f":{number}.0"}, "linux")


def test_a_missing_library_of_the_window_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "_XCB_CURSOR", str(Path("no-such-library.so.0")))
    with pytest.raises(CoachError, match="no-such-library"):
        require_window_libraries({"DISPLAY": ":0"}, "linux")
    require_window_libraries({}, "darwin")
