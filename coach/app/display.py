"""Whether there is a screen to open a window on, found out without Qt."""

from __future__ import annotations

import ctypes
import os
import re
import socket
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from coach.domain.errors import CoachError
from coach.domain.language import tr

#: Set to 1 to run without a window where there is a display.
HEADLESS_VARIABLE: Final = "COACH_HEADLESS"
_PLATFORM_VARIABLE: Final = "QT_QPA_PLATFORM"
_WINDOWLESS: Final = frozenset({"offscreen", "minimal"})
_LOCAL_DISPLAY: Final = re.compile(r"^(?:unix)?:(\d+)(?:\.\d+)?$")
#: Qt's xcb plugin aborts the process where this is missing; it is not in every desktop's base set.
_XCB_CURSOR: Final = "libxcb-cursor.so.0"


def has_display(environment: Mapping[str, str] = os.environ, system: str = sys.platform) -> bool:
    """Whether a window can be shown here.

    Qt aborts the process when it cannot reach a display, so a local one is tried first.

    Args:
        environment: the process's environment.
        system: as `sys.platform`.
    """
    if environment.get(HEADLESS_VARIABLE, "") not in ("", "0"):
        return False
    if environment.get(_PLATFORM_VARIABLE, "").split(":")[0] in _WINDOWLESS:
        return False
    if not system.startswith("linux"):
        return True
    if _wayland_answers(environment):
        return True
    display = environment.get("DISPLAY", "")
    local = _LOCAL_DISPLAY.match(display)
    return _x_server_answers(int(local[1])) if local else bool(display)


def use_no_display() -> None:
    """Have Qt draw off-screen; before the application object is made."""
    os.environ[_PLATFORM_VARIABLE] = "offscreen"


def require_window_libraries(
    environment: Mapping[str, str] = os.environ, system: str = sys.platform
) -> None:
    """Say which system library is missing, where Qt would only abort.

    Raises:
        CoachError: a library that the window needs is not there.
    """
    on_x11 = system.startswith("linux") and not _wayland_answers(environment)
    if not on_x11 or environment.get(_PLATFORM_VARIABLE, "xcb") != "xcb":
        return
    try:
        ctypes.CDLL(_XCB_CURSOR)
    except OSError:
        raise CoachError(
            tr("The window needs the system library {file}, which is missing.", file=_XCB_CURSOR),
            tr(
                "Install the package libxcb-cursor0, or set COACH_HEADLESS=1 to run without "
                "a window."
            ),
        ) from None


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    """Whether the compositor that the environment names is there: a shell may outlive it."""
    name = environment.get("WAYLAND_DISPLAY", "")
    folder = environment.get("XDG_RUNTIME_DIR", "")
    if not name or not (folder or name.startswith("/")):
        return False
    return _answers(str(Path(folder, name)))  # an absolute name stands for itself


def _x_server_answers(number: int) -> bool:
    path = f"/tmp/.X11-unix/X{number}"  # where every X server on this machine listens
    return _answers(path) or _answers(f"\0{path}")


def _answers(address: str) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        probe.settimeout(1.0)
        try:
            probe.connect(address)
        except (OSError, ValueError):
            return False
        return True
