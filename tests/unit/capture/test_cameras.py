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
        CameraInfo(2, "Integrated Camera", "name:Integrated Camera"),
        CameraInfo(10, "Camera 10", "name:"),
    ]


@linux
def test_a_camera_keeps_its_id_when_its_number_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cameras, "_captures_video", lambda _node: True)
    by_id, by_path = tmp_path / "by-id", tmp_path / "by-path"
    by_id.mkdir()
    by_path.mkdir()

    def plug(first: str, second: str) -> dict[str, int]:
        for file in (*tmp_path.glob("video*"), *by_id.iterdir(), *by_path.iterdir()):
            file.unlink()
        for node, name in ((first, "usb-Good_Cam_0042"), (second, "")):
            (tmp_path / node).write_bytes(b"")
            (by_path / f"pci-{name or 'built-in'}").symlink_to(tmp_path / node)
            if name:
                (by_id / name).symlink_to(tmp_path / node)
        found = cameras._linux_cameras(tmp_path, tmp_path, [by_id, by_path])
        return {camera.id: camera.index for camera in found}

    assert plug("video0", "video2") == {"by-id:usb-Good_Cam_0042": 0, "by-path:pci-built-in": 2}
    assert plug("video4", "video0") == {"by-id:usb-Good_Cam_0042": 4, "by-path:pci-built-in": 0}
