"""A still picture that a person agreed to keep. Nothing is kept without being asked each time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Pose(StrEnum):
    """Which moment of a session a kept picture shows."""

    REST = "rest"
    LARGEST = "largest"  # the hold in which the face moved furthest


@dataclass(frozen=True, slots=True, eq=False)
class Still:
    """One kept picture, unmirrored.

    Attributes:
        session_id: its session.
        pose: which moment.
        taken: when, with an offset.
        size: (width, height) in pixels.
        png: the picture as a PNG file's content.
    """

    session_id: str
    pose: Pose
    taken: datetime
    size: tuple[int, int]
    png: bytes
