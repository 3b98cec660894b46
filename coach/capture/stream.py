"""A network camera or a phone: RTSP or HTTP MJPEG through OpenCV's FFmpeg."""

from __future__ import annotations

from typing import Final

import numpy as np

from coach.capture._cv2 import cv2
from coach.capture.as_filmed import AsFilmed, pixel_shape
from coach.capture.guarded_device import GuardedDevice
from coach.domain.errors import SourceError
from coach.domain.frames import Frame, Image, SourceInfo
from coach.domain.language import tr

#: Milliseconds to wait for the connection, and for each picture: longer keeps hope with a slow
#: network, shorter tells the person sooner. A silent stream is told by the pipeline after 1 s.
OPEN_TIMEOUT_MS: Final = 5000
READ_TIMEOUT_MS: Final = 3000

_MJPEG: Final = cv2.VideoWriter.fourcc(*"MJPG")

SCHEMES: Final = ("rtsp://", "rtsps://", "http://", "https://")


def is_stream(spec: str) -> bool:
    """True for an address that is opened as a stream."""
    return spec.lower().startswith(SCHEMES)


class StreamSource:
    """Live pictures from an address the person has named, stamped when they arrive.

    The address may hold a password: it is never put into a label, a message or a log.

    Args:
        url: rtsp:// or http:// address.
        as_filmed: what the camera does to its pictures and is to be undone.
    """

    def __init__(self, url: str, *, as_filmed: AsFilmed | None = None) -> None:
        self._url = url
        self._as_filmed = as_filmed or AsFilmed()
        self._pixel_shape = 1.0
        self._jpegs = False
        self._size: tuple[int, int] | None = None
        self._device: GuardedDevice | None = None
        self._frames = 0
        self._last_ns = 0

    def open(self) -> SourceInfo:
        """Connects and waits for the first picture.

        Raises:
            SourceError: where nothing answers or what answers is no video.
        """
        self.close()
        capture = cv2.VideoCapture(
            self._url,
            cv2.CAP_FFMPEG,
            [
                cv2.CAP_PROP_OPEN_TIMEOUT_MSEC,
                OPEN_TIMEOUT_MS,
                cv2.CAP_PROP_READ_TIMEOUT_MSEC,
                READ_TIMEOUT_MS,
            ],
        )
        device = self._device = GuardedDevice(capture)
        self._size = None
        self._pixel_shape = pixel_shape(capture)
        # A phone that is turned changes its pictures' size, and OpenCV goes on converting with the
        # old one, past the end of the new picture: each picture is decoded here, by its own header.
        self._jpegs = int(capture.get(cv2.CAP_PROP_FOURCC)) == _MJPEG
        if self._jpegs:
            capture.set(cv2.CAP_PROP_FORMAT, -1)
        frame = self._next(device) if capture.isOpened() else None
        if frame is None:
            self.close()
            raise SourceError(
                tr("The network camera cannot be reached, or sends no video."),
                tr("Check its address and that it is switched on and in the same network."),
            )
        fps = device.get(cv2.CAP_PROP_FPS)
        return SourceInfo(
            kind="stream",
            label=tr("Network camera"),
            size=frame.size,
            fps=fps if 0 < fps < 1000 else None,
            live=True,
        )

    def read(self) -> Frame | None:
        """The next picture; None once closed.

        Raises:
            SourceError: where the stream has broken off.
        """
        device = self._device
        if device is None:
            return None
        frame = self._next(device)
        if frame is None and not device.closed:
            raise SourceError(
                tr("The network camera has stopped sending pictures."),
                tr("Check the network; I go on by myself when it comes back."),
            )
        return frame

    def close(self) -> None:
        device, self._device = self._device, None
        if device is not None:
            device.close()

    def _next(self, device: GuardedDevice) -> Frame | None:
        while True:
            raw, stamp = device.read()
            if raw is None:
                return None
            image = _decoded(raw) if self._jpegs else raw
            if image is not None:
                break
        image = self._as_filmed.undo(image, self._pixel_shape)
        self._last_ns = max(stamp, self._last_ns + 1)
        frame = Frame(image=image, index=self._frames, t_ns=self._last_ns)
        if self._size not in (None, frame.size):
            raise SourceError(
                tr("The network camera has changed the shape of its picture."),
                tr("Leave it as it is now; I go on by myself."),
            )
        self._size = frame.size
        self._frames += 1
        return frame


def _decoded(jpeg: Image) -> Image | None:
    """The picture; None where it came damaged, as on a weak network."""
    image = cv2.imdecode(jpeg.reshape(-1), cv2.IMREAD_COLOR)
    return None if image is None else np.asarray(image, dtype=np.uint8)
