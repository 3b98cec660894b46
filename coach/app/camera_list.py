"""The connected cameras with ids that last, on every system."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from coach.capture.open_source import CameraInfo, list_cameras


def connected_cameras() -> Sequence[CameraInfo]:
    """The cameras of this machine. May block for a moment: call it off the GUI thread.

    Linux is asked itself. Elsewhere Qt's list gives names and ids, and OpenCV's number is the
    place in the list as OpenCV orders it: by id on macOS (opencv pull request 22946), as the
    system lists them on Windows.
    """
    if sys.platform.startswith("linux"):
        return list_cameras()
    try:
        from PySide6.QtMultimedia import QMediaDevices
    except ImportError:  # a part of Qt that may be left out
        return list_cameras()
    found = [
        (bytes(device.id().data()).decode("utf-8", "replace"), device.description())
        for device in QMediaDevices.videoInputs()
    ]
    return in_opencv_order(found, sys.platform)


def in_opencv_order(found: Sequence[tuple[str, str]], platform: str) -> list[CameraInfo]:
    """(id, name) pairs as Qt lists them, with OpenCV's numbers."""
    ordered = sorted(found) if platform == "darwin" else found
    return [CameraInfo(i, name, f"qt:{id_}") for i, (id_, name) in enumerate(ordered)]


def preferred_first(cameras: Sequence[CameraInfo], preferred: str) -> list[CameraInfo]:
    """The camera of this id first, the others in their order."""
    return sorted(cameras, key=lambda camera: not preferred or camera.id != preferred)
