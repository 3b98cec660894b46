"""The turned square in which the landmark model looks for a face.

Source of turn and size: MediaPipe, Apache-2.0 (mediapipe/modules/face_landmark, "to_roi").
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np

from coach.capture._cv2 import cv2
from coach.capture.face_detector import DetectedFace
from coach.capture.face_mesh import CROP_SIZE
from coach.capture.inference import Tensor
from coach.domain.frames import FloatArray, Image

#: How much larger than the face's extent the square is.
_MARGIN: Final = 1.5
#: Outer corners of the right and the left eye: their line is the square's x axis.
_EYE_ENDS: Final = (33, 263)


@dataclass(frozen=True, slots=True)
class FaceBox:
    """A square of a picture, pixels.

    Attributes:
        x / y: its middle.
        side: its length.
        turn: angle of its x axis, radians, clockwise on the screen.
    """

    x: float
    y: float
    side: float
    turn: float

    @classmethod
    def around(cls, face: DetectedFace) -> FaceBox:
        """From a detection."""
        across = face.eyes[1] - face.eyes[0]
        return cls(
            float(face.centre[0]),
            float(face.centre[1]),
            _MARGIN * float(face.size.max()),
            math.atan2(across[1], across[0]),
        )

    @classmethod
    def of(cls, points: FloatArray) -> FaceBox:
        """From (478, 3) landmarks of the picture before."""
        low, high = points[:, :2].min(axis=0), points[:, :2].max(axis=0)
        across = points[_EYE_ENDS[1]] - points[_EYE_ENDS[0]]
        middle = 0.5 * (low + high)
        return cls(
            float(middle[0]),
            float(middle[1]),
            _MARGIN * float((high - low).max()),
            math.atan2(across[1], across[0]),
        )

    def scaled(self, across: float, down: float) -> FaceBox:
        """The same place in a picture that is so many times as wide and high."""
        return FaceBox(self.x * across, self.y * down, self.side * max(across, down), self.turn)

    def _axes(self) -> FloatArray:
        """(2, 2) columns: the square's x and y axis in the picture."""
        c, s = math.cos(self.turn), math.sin(self.turn)
        return np.array([[c, -s], [s, c]])

    def crop(self, image: Image) -> Tensor:
        """The square of a BGR picture as (1, 192, 192, 3) float32 RGB, 0 to 1; edges repeated."""
        step = self.side / CROP_SIZE
        to_picture = np.empty((2, 3))
        to_picture[:, :2] = self._axes() * step
        half = 0.5 * CROP_SIZE
        to_picture[:, 2] = np.array([self.x, self.y]) - to_picture[:, :2] @ np.array([half, half])
        # Not `warpAffine`: it rounds to other fractions of a pixel, and what follows a face from
        # picture to picture makes 0.007 px into 0.4 px (measured against MediaPipe's own crop).
        square = cv2.warpPerspective(
            image,
            np.vstack([to_picture, (0.0, 0.0, 1.0)]),
            (CROP_SIZE, CROP_SIZE),
            flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
            borderMode=cv2.BORDER_REPLICATE,
        )
        rgb = cv2.cvtColor(square, cv2.COLOR_BGR2RGB)
        return np.multiply(rgb, np.float32(1.0 / 255.0), dtype=np.float32)[None]

    def to_picture(self, points: FloatArray) -> FloatArray:
        """(n, 3) points of the crop, px -> of the picture; depth in the picture's scale."""
        step = self.side / CROP_SIZE
        out = np.empty_like(points)
        out[:, :2] = (points[:, :2] - 0.5 * CROP_SIZE) @ self._axes().T * step
        out[:, :2] += (self.x, self.y)
        out[:, 2] = points[:, 2] * step
        return out
