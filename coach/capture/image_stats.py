"""Light and sharpness of a picture, cheaply (0.07 ms of processor time at 720p)."""

from __future__ import annotations

import math
from typing import Final

from coach.capture._cv2 import cv2
from coach.domain.frames import FloatArray, Image, ImageStats

#: Size of the picture for the grey statistics: its 14,400 samples place the mean within a fraction
#: of a grey level, far below the gates' steps.
_GREY_SIZE: Final = (160, 90)

#: Width, in pixels, to which the face box is reduced before its sharpness is taken. The landmark
#: model sees the face at about this size (a 192-pixel crop with a 1.5-fold margin), so blur that it
#: cannot see is not counted, and the value does not depend on the camera's resolution.
FACE_WIDTH_PX: Final = 128

#: The part of the face box that is looked at, from its edges inwards: eyes, nose and mouth, neither
#: hair nor background.
_INNER: Final = (0.2, 0.8)


def measure_stats(image: Image, points: FloatArray | None) -> ImageStats:
    """Light of the whole picture, sharpness of the face.

    Args:
        image: (height, width, 3) uint8 BGR.
        points: (478, 3) landmarks in pixels; None where no face was found.

    Returns:
        Brightness and contrast in grey levels (0-255); sharpness as the variance of the Laplacian
        (green channel, squared levels) of the middle of the face, the face box reduced to
        FACE_WIDTH_PX; NaN without a face inside the picture.
    """
    small = cv2.resize(image, _GREY_SIZE, interpolation=cv2.INTER_NEAREST)
    mean, deviation = cv2.meanStdDev(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY))
    return ImageStats(
        brightness=float(mean[0, 0]),
        contrast=float(deviation[0, 0]),
        sharpness=math.nan if points is None else _sharpness(image, points),
    )


def _sharpness(image: Image, points: FloatArray) -> float:
    height, width = image.shape[:2]
    x, y = points[:, 0], points[:, 1]
    left, face_width = float(x.min()), float(x.max() - x.min())
    top, face_height = float(y.min()), float(y.max() - y.min())
    start, end = _INNER
    x0, x1 = max(0, int(left + start * face_width)), min(width, int(left + end * face_width))
    y0, y1 = max(0, int(top + start * face_height)), min(height, int(top + end * face_height))
    if x1 - x0 < 2 or y1 - y0 < 2:
        return math.nan
    scale = FACE_WIDTH_PX / face_width
    columns, rows = max(1, round((x1 - x0) * scale)), max(1, round((y1 - y0) * scale))
    # Twice the size first, then half of it: two linear steps average what one would skip.
    green = cv2.extractChannel(image[y0:y1, x0:x1], 1)
    double = cv2.resize(green, (2 * columns, 2 * rows), interpolation=cv2.INTER_LINEAR)
    face = cv2.resize(double, (columns, rows), interpolation=cv2.INTER_LINEAR)
    _, deviation = cv2.meanStdDev(cv2.Laplacian(face, cv2.CV_16S))
    return float(deviation[0, 0]) ** 2
