"""A webcam through OpenCV."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from coach.capture._cv2 import cv2
from coach.capture.guarded_device import CaptureDevice, GuardedDevice
from coach.domain.errors import SourceError
from coach.domain.frames import Frame, SourceInfo
from coach.domain.language import tr

#: Seconds without a picture after which a camera that answers at once with "none" counts as gone. A
#: single failed read happens (exposure changes); the pipeline's watchdog allows 1 s in all.
_GIVE_UP_S: Final = 0.5
_RETRY_S: Final = 0.02
#: Seconds for the first picture: webcams need up to about 2 s to start their sensor.
_FIRST_PICTURE_S: Final = 5.0

OpenDevice = Callable[[int, int], CaptureDevice]


def backends() -> tuple[int, ...]:
    """OpenCV back ends to try on this system, in order.

    On Windows Media Foundation delivers the full rate but may not open; DirectShow opens but can
    drop to 10 pictures a second (opencv issues 17687, 26495), so it comes second.
    """
    if sys.platform.startswith("linux"):
        return (cv2.CAP_V4L2,)
    if sys.platform == "win32":
        return (cv2.CAP_MSMF, cv2.CAP_DSHOW)
    if sys.platform == "darwin":
        return (cv2.CAP_AVFOUNDATION,)
    return (cv2.CAP_ANY,)


class CameraSource:
    """Live pictures from a webcam, stamped with `time.monotonic_ns()` right after the grab.

    Args:
        index: OpenCV's camera number.
        size: wanted (width, height) in pixels; the camera may choose another.
        fps: wanted pictures per second; the camera may choose another.
        open_device: opens (index, back end); OpenCV by default.
    """

    def __init__(
        self,
        index: int = 0,
        size: tuple[int, int] = (1280, 720),
        fps: float = 30.0,
        open_device: OpenDevice = cv2.VideoCapture,
    ) -> None:
        self._index = index
        self._size = size
        self._fps = fps
        self._open_device = open_device
        self._device: GuardedDevice | None = None
        self._frames = 0
        self._last_ns = 0

    def open(self) -> SourceInfo:
        """Opens and configures the camera and waits for its first picture.

        Raises:
            SourceError: where there is no such camera, it is busy, forbidden, or sends nothing.
        """
        self.close()
        for backend in backends():
            device = self._open_device(self._index, backend)
            if not device.isOpened():
                device.release()
                continue
            self._configure(device)
            guarded = self._device = GuardedDevice(device)
            image = self._read_image(guarded, _FIRST_PICTURE_S)
            if image is None:
                guarded.close()
                continue
            fps = guarded.get(cv2.CAP_PROP_FPS)
            return SourceInfo(
                kind="webcam",
                label=tr("Camera {number}", number=self._index),
                size=image.size,
                fps=fps if fps > 0 else None,
                live=True,
            )
        raise self._cannot_open()

    def read(self) -> Frame | None:
        """The next picture; None once closed.

        Raises:
            SourceError: where the camera has sent nothing for half a second.
        """
        device = self._device
        if device is None:
            return None
        frame = self._read_image(device, _GIVE_UP_S)
        if frame is None and not device.closed:
            raise SourceError(
                tr("Camera {number} has stopped sending pictures.", number=self._index),
                tr("Check its cable; I go on by myself when it comes back."),
            )
        return frame

    def close(self) -> None:
        device, self._device = self._device, None
        if device is not None:
            device.close()

    def _configure(self, device: CaptureDevice) -> None:
        # The order matters: many cameras reach 30 pictures a second at 720p in MJPG only, and a
        # later FOURCC would reset size and rate (opencv issues 5847, 9084).
        device.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
        device.set(cv2.CAP_PROP_FRAME_WIDTH, self._size[0])
        device.set(cv2.CAP_PROP_FRAME_HEIGHT, self._size[1])
        device.set(cv2.CAP_PROP_FPS, self._fps)
        device.set(cv2.CAP_PROP_BUFFERSIZE, 1)

    def _read_image(self, device: GuardedDevice, patience_s: float) -> Frame | None:
        give_up = time.monotonic() + patience_s
        while True:
            image, stamp = device.read()
            if image is not None:
                self._last_ns = max(stamp, self._last_ns + 1)
                frame = Frame(image=image, index=self._frames, t_ns=self._last_ns)
                self._frames += 1
                return frame
            if time.monotonic() >= give_up or device.wait_closed(_RETRY_S):
                return None

    def _cannot_open(self) -> SourceError:
        number = self._index
        if sys.platform.startswith("linux"):
            node = Path(f"/dev/video{self._index}")
            if not node.exists():
                return SourceError(
                    tr("Camera {number} was not found.", number=number),
                    tr("Connect a camera, or practise with the drawn face."),
                )
            if not os.access(node, os.R_OK | os.W_OK):
                return SourceError(
                    tr("You are not allowed to use camera {number}.", number=number),
                    tr("Add yourself to the group 'video' and log in again."),
                )
        return SourceError(
            tr("Camera {number} cannot be opened.", number=number),
            tr("Connect it, allow this program to use it, and close other programs that use it."),
        )
