"""A camera for benches: 720p pictures that were drawn beforehand and come as a webcam's JPEGs do.

The drawn face that the program itself offers is painted in Python while the session runs, which a
camera is not; this one costs what a camera costs, the decoding of a JPEG without Python's lock.
"""

from __future__ import annotations

import time
from threading import Event
from typing import Final

import numpy as np

from coach.app.source_choice import SourceChoice, SourceChooser
from coach.capture._cv2 import cv2
from coach.domain.exercise import Phase
from coach.domain.frames import Frame, Image, SourceInfo
from coach.face.patient import SimulatedPatient
from coach.face.source import DrawnFaceSource
from tests.bench.pipeline_bench import FPS, SIZE

#: Pictures of a face at rest, and of one smile; each goes forwards and backwards again and again.
_RESTING: Final = 60
_SMILING: Final = 150
#: Seconds at rest at the start: set-up check and rest face.
_AT_REST_S: Final = 12.0


class PretendCamera:
    """Live, 30 pictures a second; one that is not read in time is lost."""

    def __init__(self) -> None:
        self._film = _film()
        self._closed = Event()
        self._started_s = 0.0
        self._tick = -1

    def open(self) -> SourceInfo:
        self._closed.clear()
        self._started_s = time.monotonic()
        return SourceInfo("camera", "bench", SIZE, FPS, live=True)

    def read(self) -> Frame | None:
        due = max(self._tick + 1, int((time.monotonic() - self._started_s) * FPS))
        if self._closed.wait(max(0.0, self._started_s + due / FPS - time.monotonic())):
            return None
        self._tick = due
        image = np.asarray(cv2.imdecode(self._film[_place(due)], cv2.IMREAD_COLOR), np.uint8)
        image.flags.writeable = False
        return Frame(image, due, time.monotonic_ns())

    def close(self) -> None:
        self._closed.set()


def choose_pretend_camera() -> SourceChooser:
    """Nothing but this camera."""
    source = PretendCamera()
    return lambda: iter([SourceChoice(source, "Bench.")])


def _place(tick: int) -> int:
    """Which picture of the film: there and back again, at rest at first."""
    length = _RESTING if tick < _AT_REST_S * FPS else _RESTING + _SMILING
    at = tick % (2 * length - 2)
    return at if at < length else 2 * length - 2 - at


def _film() -> list[Image]:
    patient = SimulatedPatient(seed=1, blink_interval_s=0.0)
    source = DrawnFaceSource(patient, SIZE, FPS, live=False)
    source.open()
    film: list[Image] = []
    while len(film) < _RESTING + _SMILING and (frame := source.read()) is not None:
        if len(film) == _RESTING:
            patient.follow(Phase.MOVE, {"smile": 0.6}, 3.0)
        good, data = cv2.imencode(".jpg", frame.image, [cv2.IMWRITE_JPEG_QUALITY, 90])
        assert good
        film.append(np.asarray(data, np.uint8))
    source.close()
    return film
