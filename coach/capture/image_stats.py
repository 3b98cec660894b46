"""Light and sharpness of a picture, cheaply (about 0.1 ms at 720p)."""

from __future__ import annotations

import math
from typing import Final

from coach.capture._cv2 import cv2
from coach.domain.frames import FloatArray, Image, ImageStats

#: Columns of the decimated picture for the grey statistics: 160 x 90 samples place the mean within
#: a fraction of a grey level, far below the gates' steps.
_GREY_COLUMNS: Final = 160

#: Width, in pixels, to which the face is reduced before its sharpness is taken. The landmark model
#: sees the face at about this size (a 192-pixel crop with a 1.5-fold margin), so blur that it
#: cannot see is not counted, and the value does not depend on the camera's resolution.
FACE_WIDTH_PX: Final = 128


def measure_stats(image: Image, points: FloatArray | None) -> ImageStats:
    """Light of the whole picture, sharpness of the face.

    Args:
        image: (height, width, 3) uint8 BGR.
        points: (478, 3) landmarks in pixels; None where no face was found.

    Returns:
        Brightness and contrast in grey levels (0-255); sharpness as the variance of the Laplacian
        of the face box reduced to FACE_WIDTH_PX, NaN without a face inside the picture.
    """
    step = max(1, image.shape[1] // _GREY_COLUMNS)
    grey = cv2.cvtColor(image[::step, ::step], cv2.COLOR_BGR2GRAY)
    mean, deviation = cv2.meanStdDev(grey)
    return ImageStats(
        brightness=float(mean[0, 0]),
        contrast=float(deviation[0, 0]),
        sharpness=math.nan if points is None else _sharpness(image, points),
    )


def _sharpness(image: Image, points: FloatArray) -> float:
    height, width = image.shape[:2]
    low, high = points[:, :2].min(axis=0), points[:, :2].max(axis=0)
    x0, y0 = max(0, int(low[0])), max(0, int(low[1]))
    x1, y1 = min(width, math.ceil(high[0])), min(height, math.ceil(high[1]))
    if x1 - x0 < 2 or y1 - y0 < 2:
        return math.nan
    scale = FACE_WIDTH_PX / (x1 - x0)
    size = (FACE_WIDTH_PX, max(2, round((y1 - y0) * scale)))
    face = cv2.resize(image[y0:y1, x0:x1], size, interpolation=cv2.INTER_AREA)
    edges = cv2.Laplacian(cv2.cvtColor(face, cv2.COLOR_BGR2GRAY), cv2.CV_16S)
    _, deviation = cv2.meanStdDev(edges)
    return float(deviation[0, 0]) ** 2
