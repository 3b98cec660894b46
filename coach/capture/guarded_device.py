"""A `cv2.VideoCapture` that another thread may close while a read blocks."""

from __future__ import annotations

import threading
import time
from typing import Any, Protocol

from coach.domain.frames import Image


class CaptureDevice(Protocol):
    """The part of `cv2.VideoCapture` that is used."""

    def isOpened(self) -> bool: ...  # noqa: N802 (OpenCV's name)
    def set(self, propId: int, value: float) -> bool: ...  # noqa: N803
    def get(self, propId: int) -> float: ...  # noqa: N803
    def grab(self) -> bool: ...
    def retrieve(self) -> tuple[bool, Any]: ...
    def release(self) -> None: ...


class GuardedDevice:
    """Releases the device exactly once: at `close`, or after the read that is in the way.

    `cv2.VideoCapture` is not safe to release while another thread reads it, and a read may block
    for as long as the driver likes (an unplugged camera, a dead stream).
    """

    def __init__(self, device: CaptureDevice) -> None:
        self._device = device
        self._busy = threading.Lock()
        self._closed = threading.Event()
        self._released = False

    @property
    def closed(self) -> bool:
        return self._closed.is_set()

    def get(self, prop: int) -> float:
        """A property of the device; 0 where it is closed."""
        with self._busy:
            return 0.0 if self._released else float(self._device.get(prop))

    def read(self) -> tuple[Image | None, int]:
        """Grabs, stamps, and decodes one picture; blocks.

        Returns:
            (picture, stamp): `time.monotonic_ns()` right after the grab; the picture is None where
            the device gave none or is closed.
        """
        try:
            with self._busy:
                if self._released or not self._device.grab():
                    return None, time.monotonic_ns()
                stamp = time.monotonic_ns()
                ok, image = self._device.retrieve()
                return (image if ok else None), stamp
        finally:
            if self._closed.is_set():
                self._release_if_idle()

    def close(self) -> None:
        """Closes the device without waiting for a read in progress. Idempotent, any thread."""
        self._closed.set()
        self._release_if_idle()

    def wait_closed(self, seconds: float) -> bool:
        """Sleeps, but wakes at `close`; True where the device is closed."""
        return self._closed.wait(seconds)

    def _release_if_idle(self) -> None:
        if not self._busy.acquire(blocking=False):
            return  # the reader releases it on its way out
        try:
            if not self._released:
                self._released = True
                self._device.release()
        finally:
            self._busy.release()
