"""What the screen needs of one moment: a picture, its own landmarks, measures, coach state."""

from __future__ import annotations

from dataclasses import dataclass

from coach.domain.coach_state import CoachState
from coach.domain.frames import Frame
from coach.domain.landmarks import FaceFrame
from coach.domain.measures import MeasureFrame


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """One published moment. The overlay belongs to its picture, so they travel together.

    Attributes:
        frame: the unmirrored picture.
        face: landmarks of the same picture.
        measures: measures of the same picture.
        state: the coach after that picture (or after the newest command).
        fps: analysed pictures per second of source time.
        dropped: pictures that were replaced by a newer one before they were analysed.
    """

    frame: Frame
    face: FaceFrame
    measures: MeasureFrame
    state: CoachState
    fps: float
    dropped: int
