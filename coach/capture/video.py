"""Replay of a video file, whole and in order, or at its own speed."""

from __future__ import annotations

import errno
import threading
import time
from pathlib import Path
from typing import Final

import numpy as np

from coach.capture._cv2 import cv2
from coach.capture.as_filmed import AsFilmed, fitted, pixel_shape
from coach.capture.film_file import openable, shown_name, shown_seconds
from coach.domain.errors import InputError
from coach.domain.frames import Frame, Image, SourceInfo
from coach.domain.language import tr

#: A video is called cut short where more than this share of its announced time is missing, and at
#: least so many seconds: the sound may go on for a moment after the last picture.
_MISSING_SHARE: Final = 0.05
_MISSING_MIN_S: Final = 0.5
#: Nominal rate where the container names none, only for stamps of pictures without any.
_FALLBACK_FPS: Final = 30.0


class VideoSource:
    """Pictures of a video file with the container's own time stamps, upright.

    Rotation metadata is applied by OpenCV's FFmpeg back end; pixels that are not square are
    stretched here. Stamps are media time from 0, strictly increasing also where the container's
    are not. All pictures have the first one's size.

    Args:
        path: the file.
        live: True paces the pictures to real time; False gives them as fast as they are asked for.
        as_filmed: what was done to the film and is to be undone.
    """

    def __init__(
        self, path: Path, *, live: bool = False, as_filmed: AsFilmed | None = None
    ) -> None:
        self._path = path
        self._live = live
        self._as_filmed = as_filmed or AsFilmed()
        self._pixel_shape = 1.0
        self._size: tuple[int, int] | None = None
        self._lock = threading.Lock()
        self._closed = threading.Event()
        self._capture: cv2.VideoCapture | None = None
        self._first: tuple[Image, float] | None = None
        self._fps = _FALLBACK_FPS
        self._announced_s = 0.0
        self._shown_s = 0.0
        self._frames = 0
        self._t0_ms = 0.0
        self._last_ns = -1
        self._started_ns = 0
        self._end_note = ("", "")

    @property
    def end_note(self) -> tuple[str, str]:
        """(message, hint) where the video was cut short; empty otherwise."""
        return self._end_note

    def open(self) -> SourceInfo:
        """Opens the file and decodes its first picture.

        Raises:
            InputError: where the file is missing, a folder, empty, or no video.
        """
        self._check_path()
        with openable(self._path) as name:
            capture = cv2.VideoCapture(name, cv2.CAP_FFMPEG)
        capture.set(cv2.CAP_PROP_ORIENTATION_AUTO, 1)  # off by default here; phones need it
        with self._lock:
            self._capture = capture
            self._closed.clear()
            self._frames, self._last_ns, self._end_note = 0, -1, ("", "")
            self._size, self._shown_s = None, 0.0
            self._pixel_shape = pixel_shape(capture)
            self._first = self._decode()
            if self._first is None:
                capture.release()
                self._capture = None
                raise InputError(
                    tr("{file} is not a video that can be read.", file=shown_name(self._path)),
                    tr("It may be damaged or cut off; record or copy it again."),
                )
            image, self._t0_ms = self._first
            fps = capture.get(cv2.CAP_PROP_FPS)
            count = max(0.0, capture.get(cv2.CAP_PROP_FRAME_COUNT))
        known = 0 < fps < 1000  # FFmpeg names 1000 or 90000 where it knows only the clock
        self._fps = fps if known else _FALLBACK_FPS
        shown_s = shown_seconds(self._path)
        self._announced_s = count / self._fps if shown_s is None and known else shown_s or 0.0
        self._started_ns = time.monotonic_ns()
        return SourceInfo(
            kind="video",
            label=shown_name(self._path),
            size=(int(image.shape[1]), int(image.shape[0])),
            fps=fps if known else None,
            live=self._live,
        )

    def read(self) -> Frame | None:
        """The next picture; None at the end or once closed."""
        with self._lock:
            decoded, self._first = self._first or self._decode(), None
            if decoded is None:
                self._note_end()
                return None
            frame = self._stamp(*decoded)
        if self._live:
            due_s = (self._started_ns + frame.t_ns - time.monotonic_ns()) * 1e-9
            if due_s > 0 and self._closed.wait(due_s):
                return None
        return frame

    def close(self) -> None:
        self._closed.set()
        with self._lock:
            capture, self._capture, self._first = self._capture, None, None
        if capture is not None:
            capture.release()

    def _check_path(self) -> None:
        name = shown_name(self._path)
        try:
            if self._path.is_dir():
                raise InputError(
                    tr("{file} is a folder, not a video.", file=name), tr("Name a video file.")
                )
            size = self._path.stat().st_size
            with self._path.open("rb"):
                pass
        except FileNotFoundError:
            raise InputError(
                tr("The video {file} was not found.", file=name), tr("Check its name.")
            ) from None
        except OSError as error:
            if error.errno == errno.ENAMETOOLONG:
                raise InputError(
                    tr("The video's name is too long: {file}.", file=name), tr("Shorten it.")
                ) from error
            raise InputError(
                tr("The video {file} cannot be read.", file=name), tr("Check that you may open it.")
            ) from error
        if size == 0:
            raise InputError(
                tr("The video {file} is empty.", file=name), tr("Record or copy it again.")
            )

    def _decode(self) -> tuple[Image, float] | None:
        """(picture, container time in ms); None at the end. Called with the lock held."""
        if self._capture is None or self._closed.is_set():
            return None
        ok, image = self._capture.read()
        if not ok:
            return None
        upright = self._as_filmed.undo(np.asarray(image, dtype=np.uint8), self._pixel_shape)
        self._size = self._size or (upright.shape[1], upright.shape[0])
        return fitted(upright, self._size), float(self._capture.get(cv2.CAP_PROP_POS_MSEC))

    def _stamp(self, image: Image, position_ms: float) -> Frame:
        nominal_ns = round(1e9 / self._fps)
        t_ns = round((position_ms - self._t0_ms) * 1e6)
        if t_ns <= self._last_ns:  # no or repeated container time: one nominal step on
            t_ns = self._last_ns + nominal_ns if self._last_ns >= 0 else 0
        self._last_ns = t_ns
        frame = Frame(image=image, index=self._frames, t_ns=t_ns)
        self._frames += 1
        self._shown_s = (t_ns + nominal_ns) * 1e-9
        return frame

    def _note_end(self) -> None:
        missing_s = self._announced_s - self._shown_s
        least_s = max(_MISSING_MIN_S, self._announced_s * _MISSING_SHARE)
        if self._closed.is_set() or self._end_note[0] or missing_s <= least_s:
            return
        self._end_note = (
            tr(
                "The video is cut off: {read} of {announced} seconds could be read.",
                read=f"{self._shown_s:.1f}",
                announced=f"{self._announced_s:.1f}",
            ),
            tr("What could be read was used."),
        )
