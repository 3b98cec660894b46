from __future__ import annotations

import sys
from pathlib import Path

import pytest

from coach.capture import cameras
from coach.capture.cameras import CameraInfo, list_cameras

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux's own list")


def test_listing_is_silent(capfd: pytest.CaptureFixture[str]) -> None:
    found = list_cameras()
    assert all(isinstance(camera, CameraInfo) for camera in found)
    assert capfd.readouterr().err == ""


@linux
def test_files_that_are_no_cameras_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "video0").write_bytes(b"")
    (tmp_path / "videodev").write_bytes(b"")
    assert cameras._linux_cameras(tmp_path, tmp_path) == []


@linux
def test_names_and_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cameras, "_captures_video", lambda node: node.name != "video1")
    for name in ("video10", "video1", "video2"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "names" / "video2").mkdir(parents=True)
    (tmp_path / "names" / "video2" / "name").write_text("Integrated Camera\n")
    assert cameras._linux_cameras(tmp_path, tmp_path / "names") == [
        CameraInfo(2, "Integrated Camera"),
        CameraInfo(10, "Camera 10"),
    ]
