"""What a landmark engine looks like to the pipeline."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from coach.domain.frames import Frame
from coach.domain.landmarks import FaceFrame
from coach.domain.session import EngineInfo


class Landmarker(Protocol):
    """Finds the face in pictures, in order, on one thread."""

    @property
    def info(self) -> EngineInfo: ...

    def detect(self, frame: Frame) -> FaceFrame:
        """Landmarks of one picture, with the count of faces and the picture's statistics.

        Raises:
            EngineError: where the engine fails.
        """
        ...

    def close(self) -> None:
        """Frees the engine. Idempotent."""
        ...


@runtime_checkable
class OverlappingLandmarker(Landmarker, Protocol):
    """An engine that works on a picture while its caller does something else.

    One picture at a time: `submit`, then `collect`, on one thread.
    """

    def submit(self, frame: Frame) -> None:
        """Starts work on a picture and returns at once."""
        ...

    def collect(self) -> FaceFrame:
        """Waits for the submitted picture's landmarks."""
        ...


class SequentialAdapter:
    """Gives a plain landmarker the two-step interface; the work is done in `collect`."""

    def __init__(self, landmarker: Landmarker) -> None:
        self._landmarker = landmarker
        self._frame: Frame | None = None

    @property
    def info(self) -> EngineInfo:
        return self._landmarker.info

    def detect(self, frame: Frame) -> FaceFrame:
        return self._landmarker.detect(frame)

    def submit(self, frame: Frame) -> None:
        self._frame = frame

    def collect(self) -> FaceFrame:
        if self._frame is None:
            raise RuntimeError("collect() needs a submitted picture")
        frame, self._frame = self._frame, None
        return self._landmarker.detect(frame)

    def close(self) -> None:
        self._landmarker.close()


def overlapping(landmarker: Landmarker) -> OverlappingLandmarker:
    """The landmarker itself where it can overlap, else wrapped."""
    if isinstance(landmarker, OverlappingLandmarker):
        return landmarker
    return SequentialAdapter(landmarker)
