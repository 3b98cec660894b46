"""Between the picture and the space in front of the camera.

A face close to a webcam is seen in perspective: when the head turns, the nearer half grows, and
above the picture's middle that looks like a tilt. Leaving perspective out costs about 0.1 degree of
false roll for each degree of yaw when the face fills half of the picture.

Coordinates after `to_head_axes`: x to the patient's left, y up, z toward the camera, pixels, origin
at the picture's middle, as a camera very far away would see them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from coach.domain.frames import FloatArray

#: Focal length over the picture's longer side where nothing better is known. Webcams see 55 to 70
#: degrees across, which is 0.7 to 1.0; cropped or zoomed pictures 2 and more. Raising it corrects
#: less. The value in between halves the error of either (docs/accuracy.md).
FOCAL_PER_LONG_SIDE: Final = 1.6


@dataclass(frozen=True, slots=True)
class Camera:
    """A pinhole camera that looks through the picture's middle.

    Attributes:
        width / height: of the picture, pixels.
        focal_px: focal length, pixels.
        left / top: first column and row of the part that is looked at; picture coordinates of
            `to_picture` count from there.
    """

    width: int
    height: int
    focal_px: float
    left: int = 0
    top: int = 0

    @classmethod
    def of(cls, size: tuple[int, int], focal: float = FOCAL_PER_LONG_SIDE) -> Camera:
        """Camera of a picture of (width, height) pixels.

        Args:
            size: (width, height).
            focal: focal length over the picture's longer side.
        """
        return cls(size[0], size[1], focal * max(size))

    def cropped(self, left: int, top: int) -> Camera:
        """The same camera for a part of its picture that begins at (left, top)."""
        return Camera(self.width, self.height, self.focal_px, left, top)

    def to_head_axes(self, points: FloatArray) -> FloatArray:
        """(n, 3) landmarks (picture pixels; z away, same scale) -> (n, 3) without perspective.

        With weak perspective the face's middle is at a distance of `focal_px` in its own pixels.
        """
        grow = 1.0 + points[:, 2] / self.focal_px
        out = np.empty_like(points)
        out[:, 0] = (points[:, 0] - 0.5 * self.width) * grow
        out[:, 1] = (0.5 * self.height - points[:, 1]) * grow
        out[:, 2] = -points[:, 2]
        return out

    def to_picture(self, points: FloatArray) -> tuple[FloatArray, FloatArray]:
        """(..., 3) points in head axes -> (...) picture x and y, pixels."""
        shrink = 1.0 / (1.0 - points[..., 2] / self.focal_px)
        x = 0.5 * self.width - self.left + points[..., 0] * shrink
        y = 0.5 * self.height - self.top - points[..., 1] * shrink
        return x, y
