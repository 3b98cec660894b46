"""The drawn face as a camera."""

from __future__ import annotations

import time
from threading import Event, Lock
from typing import Final

from PySide6.QtGui import QImage

from coach.domain.errors import SourceError
from coach.domain.frames import Frame, SourceInfo
from coach.face.painter import FacePainter
from coach.face.patient import SimulatedPatient
from coach.face.sensor import SensorNoise, to_bgr

#: Grey levels; a webcam in room light has 1.5 to 3.
NOISE_SD: Final = 2.0


class DrawnFaceSource:
    """Renders a simulated patient as unmirrored BGR pictures with media time stamps.

    `open`, `read` and `close` as in the capture layer's frame sources; needs no screen and no
    application object. `close` may come from any thread and wakes a `read` that waits. `open` and
    `read` take turns: after a source was opened again, a reader of before may still be on its way.

    Args:
        patient: who is in front of the camera.
        size: (width, height) in pixels.
        fps: pictures per second of media time.
        live: True paces to real time and leaves out what it cannot deliver in time, as a camera
            does; False gives every picture as fast as it is asked for.
        duration_s: media time after which the source ends; None for never.
        noise_sd: standard deviation of the sensor noise, grey levels; 0 for none.
        label: for the screen.
    """

    def __init__(
        self,
        patient: SimulatedPatient,
        size: tuple[int, int] = (640, 480),
        fps: float = 30.0,
        *,
        live: bool = False,
        duration_s: float | None = None,
        noise_sd: float = NOISE_SD,
        label: str = "Drawn face",
    ) -> None:
        if min(size) < 64 or fps <= 0.0:
            raise SourceError(
                "The drawn face needs a picture of at least 64 by 64 pixels and a positive rate."
            )
        self.patient = patient
        self.size = size
        self.fps = fps
        self.live = live
        self._duration_s = duration_s
        self._noise_sd = noise_sd
        self._label = label
        self._closed = Event()
        self._turn = Lock()
        self._painter: FacePainter | None = None
        self._noise: SensorNoise | None = None
        self._canvas = QImage()
        self._tick = 0
        self._index = 0
        self._started_s = 0.0

    def open(self) -> SourceInfo:
        """Make ready, from the first picture on."""
        with self._turn:
            return self._open()

    def _open(self) -> SourceInfo:
        self._painter = FacePainter(self.patient.look, self.patient.shape)
        self._noise = SensorNoise(self.size, self._noise_sd, self.patient.seed)
        self._canvas = QImage(*self.size, QImage.Format.Format_RGB32)
        self._closed.clear()
        self._tick = self._index = 0
        self._started_s = time.monotonic()
        return SourceInfo(
            kind="drawn_face", label=self._label, size=self.size, fps=self.fps, live=self.live
        )

    def read(self) -> Frame | None:
        """The next picture; None after the end or once closed.

        Raises:
            SourceError: the source has not been opened.
        """
        with self._turn:
            return self._read()

    def _read(self) -> Frame | None:
        if self._painter is None or self._noise is None:
            raise SourceError("The drawn face was asked for a picture before it was opened.")
        if self.live:
            self._keep_pace()
        t_s = self._tick / self.fps
        if self._closed.is_set() or (self._duration_s is not None and t_s >= self._duration_s):
            return None
        truth = self.patient.show(t_s)
        self._painter.paint_image(self._canvas, truth.expression, truth.placement)
        image = to_bgr(self._canvas)
        self._noise.add(image, self._tick)
        image.flags.writeable = False
        frame = Frame(image=image, index=self._index, t_ns=round(t_s * 1e9))
        self._index += 1
        self._tick += 1
        return frame

    def close(self) -> None:
        """End. Wakes a `read` that waits; may be called again, and from another thread."""
        self._closed.set()

    def _keep_pace(self) -> None:
        due = self._started_s + self._tick / self.fps
        now = time.monotonic()
        if now < due:
            self._closed.wait(due - now)
        elif now > due + 1.0 / self.fps:
            self._tick = int((now - self._started_s) * self.fps)
