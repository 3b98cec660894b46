"""Which cameras are connected."""

from __future__ import annotations

import struct
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from coach.capture._cv2 import cv2
from coach.capture.camera import backends
from coach.domain.language import tr

_PROBED: Final = 4  # camera numbers tried on systems that have no list


@dataclass(frozen=True, slots=True)
class CameraInfo:
    """A camera that can be opened.

    Attributes:
        index: OpenCV's number.
        label: the device's name for the screen.
    """

    index: int
    label: str


def list_cameras() -> list[CameraInfo]:
    """The cameras of this machine, by number.

    On Linux the kernel is asked (about 0.1 ms, no camera is switched on); elsewhere the first four
    numbers are opened and closed again, which may take seconds: call it off the GUI thread.
    """
    if sys.platform.startswith("linux"):
        return _linux_cameras(Path("/dev"), Path("/sys/class/video4linux"))
    return [CameraInfo(i, tr("Camera {number}", number=i)) for i in range(_PROBED) if _opens(i)]


def _opens(index: int) -> bool:
    device = cv2.VideoCapture(index, backends()[0])
    try:
        return bool(device.isOpened())
    finally:
        device.release()


def _linux_cameras(devices: Path, names: Path) -> list[CameraInfo]:
    found = []
    for node in devices.glob("video*"):
        number = node.name.removeprefix("video")
        if not number.isdigit() or not _captures_video(node):
            continue
        try:
            label = (names / node.name / "name").read_text().strip()
        except OSError:
            label = ""
        found.append(CameraInfo(int(number), label or tr("Camera {number}", number=number)))
    return sorted(found, key=lambda camera: camera.index)


def _captures_video(node: Path) -> bool:
    """True where the node delivers pictures (a webcam also has nodes for metadata).

    VIDIOC_QUERYCAP fills struct v4l2_capability (linux/videodev2.h): 104 bytes, device_caps at 88.
    """
    import fcntl  # not on Windows

    query, device_caps_at, video_capture = 0x80685600, 88, 0x1 | 0x1000  # single or multi-plane
    answer = bytearray(104)
    try:
        with node.open("rb", buffering=0) as device:
            fcntl.ioctl(device, query, answer)
    except OSError:
        return False
    (capabilities,) = struct.unpack_from("<I", answer, device_caps_at)
    return bool(capabilities & video_capture)
