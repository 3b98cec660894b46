"""OpenCV's side of `coach.domain.pixels`."""

from __future__ import annotations

import numpy as np

from coach.capture._cv2 import cv2
from coach.domain.frames import FloatArray, Image
from coach.domain.pixels import Match

_FLAGS = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP


class OpenCvPixels:
    """PixelTools with OpenCV. Holds no state; may be shared by threads."""

    def grey(self, image: Image) -> Image:
        """(h, w, 3) BGR -> (h, w) grey."""
        return np.asarray(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), dtype=np.uint8)

    def warp(self, grey: Image, affine: FloatArray, size: tuple[int, int]) -> Image:
        """Sample a patch; pixels outside the picture repeat its edge."""
        patch = cv2.warpAffine(grey, affine, size, flags=_FLAGS, borderMode=cv2.BORDER_REPLICATE)
        return np.asarray(patch, dtype=np.uint8)

    def match(self, window: Image, template: Image) -> Match:
        """Best normalised cross-correlation, refined by a quadratic through its neighbours."""
        score = cv2.matchTemplate(window, template, cv2.TM_CCOEFF_NORMED)
        height, width = score.shape
        row, column = divmod(int(score.argmax()), width)
        quality = float(score[row, column])
        middle_x, middle_y = (width - 1) / 2, (height - 1) / 2
        at_edge = not (0 < row < height - 1 and 0 < column < width - 1)
        if at_edge:
            return Match(column - middle_x, row - middle_y, quality, np.zeros((2, 2)), True)
        s = score[row - 1 : row + 2, column - 1 : column + 2].astype(np.float64)
        xx = s[1, 2] - 2 * s[1, 1] + s[1, 0]
        yy = s[2, 1] - 2 * s[1, 1] + s[0, 1]
        xy = (s[2, 2] - s[2, 0] - s[0, 2] + s[0, 0]) / 4
        gx, gy = (s[1, 2] - s[1, 0]) / 2, (s[2, 1] - s[0, 1]) / 2
        det = xx * yy - xy * xy
        step_x = step_y = 0.0
        if det > 1e-12 and xx < 0:
            step_x = min(max((xy * gy - yy * gx) / det, -1.0), 1.0)
            step_y = min(max((xy * gx - xx * gy) / det, -1.0), 1.0)
        return Match(
            dx=column + step_x - middle_x,
            dy=row + step_y - middle_y,
            quality=quality,
            curvature=np.array([[-xx, -xy], [-xy, -yy]]),
            at_edge=False,
        )

    def sample(self, image: Image, x: FloatArray, y: FloatArray) -> Image:
        """(h, w, 3) picture at (n, m) positions -> (n, m, 3), linear, edges repeated."""
        patch = cv2.remap(
            image,
            x.astype(np.float32),
            y.astype(np.float32),
            cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_REPLICATE,
        )
        return np.asarray(patch, dtype=np.uint8)
