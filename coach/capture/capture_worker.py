"""The capture thread: opens a source, reads it, and hands the pictures over."""

from __future__ import annotations

import logging
import threading
import time
import zlib
from collections.abc import Callable
from typing import Final

import numpy as np

from coach.capture.mailbox import LatestMailbox
from coach.capture.source import FrameSource
from coach.domain.errors import CoachError, SourceError
from coach.domain.frames import Frame, Image, SourceInfo
from coach.domain.language import tr

_log = logging.getLogger(__name__)

#: Every 8th pixel in both directions: 14,400 samples at 720p, hashed in about 0.03 ms. Sensor noise
#: makes two real pictures differ in many of them.
_HASH_STEP: Final = 8
#: Mean grey level under which a picture that never changes is called black (a closed cover).
_BLACK_LEVEL: Final = 6.0

#: Sources behind a driver or a network. They can be opened again where they left off, and they may
#: repeat the last picture for ever when they have lost the camera (opencv issues 5221, 14044), or
#: fill up a low rate with copies, which tell nothing.
DEVICE_KINDS: Final = frozenset({"webcam", "stream"})


class CaptureWorker:
    """One attempt at a source, on one thread that may be left behind where the driver blocks.

    The attributes are written by the thread and read by the landmark thread: each is one reference.

    Args:
        source: what to open and read.
        mailbox: where new pictures go.
        lossless: wait for room instead of replacing an untaken picture.
        on_open_failed: called on the capture thread where the source cannot be opened.
    """

    def __init__(
        self,
        source: FrameSource,
        mailbox: LatestMailbox[Frame],
        *,
        lossless: bool,
        on_open_failed: Callable[[CoachError], None],
    ) -> None:
        self._source = source
        self._mailbox = mailbox
        self._lossless = lossless
        self._on_open_failed = on_open_failed
        self._stopping = threading.Event()
        self._superseded = False
        self._last_hash: int | None = None
        #: What the source said of itself; None until it is open.
        self.info: SourceInfo | None = None
        #: Why opening or reading ended; None while it goes on.
        self.error: CoachError | None = None
        #: True where the unchanging picture is black.
        self.black = False
        #: Pictures delivered, copies not counted.
        self.captured = 0
        #: time.monotonic() of the last picture that differed from the one before.
        self.last_new_s = time.monotonic()
        self._thread = threading.Thread(target=self._run, name="coach-capture", daemon=True)

    def start(self) -> None:
        self._thread.start()

    @property
    def opening(self) -> bool:
        """True while the source is being opened: a driver may take 20 s for it."""
        return self.info is None and self.error is None

    def stop(self) -> None:
        """Tells the thread to close the source and end, after the read it may be blocked in."""
        self._stopping.set()

    def supersede(self) -> None:
        """Like `stop`, but leaves the source open: a successor closes and opens it again."""
        self._superseded = True
        self._stopping.set()

    def join(self, timeout: float) -> bool:
        """Waits for the thread; True where it has ended."""
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            self._open_and_read()
        except CoachError as error:
            self.error = error
        except Exception:
            _log.exception("The source failed in a way that is not foreseen.")
            self.error = SourceError(
                tr("The pictures cannot be read because of an internal problem."),
                tr("Start again; details are in the log file."),
            )
        finally:
            if self.error is not None and self.info is None:
                self._on_open_failed(self.error)
            if not self._superseded:
                self._close_source()

    def _open_and_read(self) -> None:
        self._source.close()
        info = self._source.open()
        self.last_new_s = time.monotonic()
        self.info = info
        watch_repeats = info.kind in DEVICE_KINDS
        while not self._stopping.is_set():
            frame = self._source.read()
            if self._stopping.is_set():
                return
            if frame is None:
                self._mailbox.close()  # what is in it is still taken
                return
            if watch_repeats and not self._is_new(frame.image):
                continue
            self.last_new_s = time.monotonic()
            self.captured += 1
            if self._lossless:
                self._mailbox.put_wait(frame)
            else:
                self._mailbox.put(frame)

    def _is_new(self, image: Image) -> bool:
        sample = np.ascontiguousarray(image[::_HASH_STEP, ::_HASH_STEP])
        digest = zlib.crc32(sample.tobytes())
        if digest != self._last_hash:
            self._last_hash = digest
            self.black = False
            return True
        self.black = float(sample.mean()) < _BLACK_LEVEL
        return False

    def _close_source(self) -> None:
        try:
            self._source.close()
        except Exception:
            _log.exception("The source could not be closed.")
