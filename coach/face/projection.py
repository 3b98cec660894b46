"""From the head frame to the picture: a small rotation, a shift and a scale."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin
from typing import Final

import numpy as np

from coach.domain.frames import FloatArray
from coach.domain.measures import HeadPose

#: The head turns about the top of the neck, mm in the head frame.
PIVOT_MM: Final = (0.0, -55.0, -85.0)


@dataclass(frozen=True, slots=True)
class HeadPlacement:
    """Where the head is.

    Attributes:
        yaw: degrees, + to the patient's left.
        pitch: degrees, + chin up.
        roll: degrees, + top of the head to the patient's left.
        shift_mm: (x, y) of the pivot from the middle of the picture's framing, x to the patient's
            left, y up.
        zoom: size factor: 1 at the usual distance, more when nearer.
    """

    yaw: float = 0.0
    pitch: float = 0.0
    roll: float = 0.0
    shift_mm: tuple[float, float] = (0.0, 0.0)
    zoom: float = 1.0

    @property
    def pose(self) -> HeadPose:
        return HeadPose(yaw=self.yaw, pitch=self.pitch, roll=self.roll)


def rotation(placement: HeadPlacement) -> FloatArray:
    """(3, 3) rotation of head-frame vectors (x to the patient's left, y up, z forward)."""
    y, p, r = radians(placement.yaw), radians(placement.pitch), radians(placement.roll)
    yaw = np.array([[cos(y), 0.0, sin(y)], [0.0, 1.0, 0.0], [-sin(y), 0.0, cos(y)]])
    pitch = np.array([[1.0, 0.0, 0.0], [0.0, cos(p), sin(p)], [0.0, -sin(p), cos(p)]])
    roll = np.array([[cos(r), sin(r), 0.0], [-sin(r), cos(r), 0.0], [0.0, 0.0, 1.0]])
    out: FloatArray = roll @ pitch @ yaw
    return out


@dataclass(frozen=True, slots=True)
class Framing:
    """How millimetres lie in a picture.

    Attributes:
        origin_px: where the head frame's origin is with the head straight and unshifted.
        px_per_mm: scale at zoom 1.
    """

    origin_px: tuple[float, float]
    px_per_mm: float

    @classmethod
    def portrait(cls, x: float, y: float, width: float, height: float) -> Framing:
        """Head and shoulders in a rectangle, as a webcam at arm's length shows them."""
        scale = min(height / 310.0, width / 240.0)
        return cls((x + 0.5 * width, y + 0.5 * height - 20.0 * scale), scale)


def project(points: FloatArray, placement: HeadPlacement, framing: Framing) -> FloatArray:
    """(n, 2) picture coordinates (px, x right, y down) of (n, 3) head-frame points (mm).

    Parallel projection: at webcam distances the face's own depth changes scale by a few per
    cent only, and the truth of a displacement stays exact. The picture is not mirrored: the
    patient's left is on its right.
    """
    scale = framing.px_per_mm * placement.zoom
    turned = (points - PIVOT_MM) @ rotation(placement).T[:, :2]
    turned *= (scale, -scale)
    turned += (
        framing.origin_px[0] + framing.px_per_mm * (PIVOT_MM[0] + placement.shift_mm[0]),
        framing.origin_px[1] - framing.px_per_mm * (PIVOT_MM[1] + placement.shift_mm[1]),
    )
    return turned
