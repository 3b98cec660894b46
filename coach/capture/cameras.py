"""Which cameras are connected."""

from __future__ import annotations

import struct
import sys
from collections.abc import Sequence
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
        id: names the device itself for as long as it exists, whatever its number is today; "" where
            the system does not tell.
    """

    index: int
    label: str
    id: str = ""


def list_cameras() -> list[CameraInfo]:
    """The cameras of this machine, by number.

    On Linux the kernel is asked (about 0.1 ms, no camera is switched on); elsewhere the first four
    numbers are opened and closed again, which may take seconds: call it off the GUI thread.
    """
    if sys.platform.startswith("linux"):
        links = [Path("/dev/v4l/by-id"), Path("/dev/v4l/by-path")]
        return _linux_cameras(Path("/dev"), Path("/sys/class/video4linux"), links)
    return [CameraInfo(i, tr("Camera {number}", number=i)) for i in range(_PROBED) if _opens(i)]


def _opens(index: int) -> bool:
    device = cv2.VideoCapture(index, backends()[0])
    try:
        return bool(device.isOpened())
    finally:
        device.release()


def _linux_cameras(devices: Path, names: Path, links: Sequence[Path] = ()) -> list[CameraInfo]:
    ids = _linux_ids(links)
    found = []
    for node in devices.glob("video*"):
        number = node.name.removeprefix("video")
        if not number.isdigit() or not _captures_video(node):
            continue
        try:
            label = (names / node.name / "name").read_text().strip()
        except OSError:
            label = ""
        named = label or tr("Camera {number}", number=number)
        # Without udev's links (a container, say) the name is the best there is.
        found.append(CameraInfo(int(number), named, ids.get(node.name, f"name:{label}")))
    return sorted(found, key=lambda camera: camera.index)


def _linux_ids(links: Sequence[Path]) -> dict[str, str]:
    """The lasting name of each device node; by serial number rather than by socket.

    Two cameras of one kind without serial numbers share a link by id: the socket tells them apart.
    """
    ids: dict[str, str] = {}
    for folder in reversed(links):
        try:
            found = sorted(folder.iterdir())
        except OSError:
            continue
        for link in found:
            ids[link.resolve().name] = f"{folder.name}:{link.name}"
    return ids


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
