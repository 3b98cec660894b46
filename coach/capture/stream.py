"""A network camera or a phone: RTSP or HTTP MJPEG through OpenCV's FFmpeg."""

from __future__ import annotations

from typing import Final

from coach.capture._cv2 import cv2
from coach.capture.guarded_device import GuardedDevice
from coach.domain.errors import SourceError
from coach.domain.frames import Frame, SourceInfo
from coach.domain.language import tr

#: Milliseconds to wait for the connection, and for each picture: longer keeps hope with a slow
#: network, shorter tells the person sooner. A silent stream is told by the pipeline after 1 s.
OPEN_TIMEOUT_MS: Final = 5000
READ_TIMEOUT_MS: Final = 3000

SCHEMES: Final = ("rtsp://", "rtsps://", "http://", "https://")


def is_stream(spec: str) -> bool:
    """True for an address that is opened as a stream."""
    return spec.lower().startswith(SCHEMES)


class StreamSource:
    """Live pictures from an address the person has named, stamped when they arrive.

    The address may hold a password: it is never put into a label, a message or a log.

    Args:
        url: rtsp:// or http:// address.
    """

    def __init__(self, url: str) -> None:
        self._url = url
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
        image, stamp = device.read()
        if image is None:
            return None
        self._last_ns = max(stamp, self._last_ns + 1)
        frame = Frame(image=image, index=self._frames, t_ns=self._last_ns)
        self._frames += 1
        return frame
