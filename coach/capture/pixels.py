"""OpenCV's side of `coach.domain.pixels`."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from coach.capture._cv2 import cv2
from coach.domain.frames import FloatArray, Image
from coach.domain.pixels import Matches

_FLAGS = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP


class OpenCvPixels:
    """PixelTools with OpenCV. Holds no state; may be shared by threads."""

    def grey(self, image: Image) -> Image:
        """(h, w, 3) BGR -> (h, w) grey: the green channel.

        It is three times cheaper than a weighted sum, carries most of the light, and lips and
        creases stand out from skin in it because blood takes up green.
        """
        return np.asarray(cv2.extractChannel(image, 1), dtype=np.uint8)

    def warp(self, grey: Image, affine: FloatArray, size: tuple[int, int]) -> Image:
        """Sample a patch; pixels outside the picture repeat its edge."""
        patch = cv2.warpAffine(grey, affine, size, flags=_FLAGS, borderMode=cv2.BORDER_REPLICATE)
        return np.asarray(patch, dtype=np.uint8)

    def match(
        self,
        grey: Image,
        affines: FloatArray,
        sizes: Sequence[tuple[int, int]],
        templates: Sequence[Image],
    ) -> Matches:
        """Best normalised cross-correlations, refined by a quadratic through their neighbours."""
        around = np.zeros((len(templates), 3, 3))
        # Lists: writing into an array one number at a time takes three times as long.
        quality: list[float] = []
        inside: list[bool] = []
        offset: list[tuple[float, float]] = []
        for i, (affine, size, template) in enumerate(zip(affines, sizes, templates, strict=True)):
            window = cv2.warpAffine(
                grey, affine, size, flags=_FLAGS, borderMode=cv2.BORDER_REPLICATE
            )
            score = cv2.matchTemplate(window, template, cv2.TM_CCOEFF_NORMED)
            _, best, _, (x, y) = cv2.minMaxLoc(score)
            height, width = score.shape
            quality.append(best)
            offset.append((x - (width - 1) / 2, y - (height - 1) / 2))
            has_neighbours = 0 < x < width - 1 and 0 < y < height - 1
            inside.append(has_neighbours)
            if has_neighbours:
                around[i] = score[y - 1 : y + 2, x - 1 : x + 2]
        step, curvature = _peak(around)
        return Matches(
            np.array(offset).reshape(-1, 2) + step,
            np.array(quality),
            curvature,
            np.array(inside, dtype=np.bool_),
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


def _peak(s: FloatArray) -> tuple[FloatArray, FloatArray]:
    """(n, 3, 3) correlation around each best match -> (n, 2) sub-pixel step, (n, 2, 2) curvature.

    The step is that of the quadratic through the nine values, at most a pixel; none where they have
    no peak.
    """
    xx, yy, xy, gx, gy = _DERIVATIVES @ s.reshape(-1, 9).T
    det = xx * yy - xy * xy
    peaked = (det > 1e-12) & (xx < 0)
    step = np.empty((len(s), 2))
    step[:, 0], step[:, 1] = xy * gy - yy * gx, xy * gx - xx * gy
    step /= np.where(peaked, det, np.inf)[:, None]
    curvature = np.empty((len(s), 2, 2))
    curvature[:, 0, 0], curvature[:, 1, 1] = -xx, -yy
    curvature[:, 0, 1] = curvature[:, 1, 0] = -xy
    return np.minimum(np.maximum(step, -1.0), 1.0), curvature


#: Second derivatives along x, y and both, and first ones along x and y, of nine values in rows.
_DERIVATIVES = np.array(
    [
        [0.0, 0.0, 0.0, 1.0, -2.0, 1.0, 0.0, 0.0, 0.0],
        [0.0, 1.0, 0.0, 0.0, -2.0, 0.0, 0.0, 1.0, 0.0],
        [0.25, 0.0, -0.25, 0.0, 0.0, 0.0, -0.25, 0.0, 0.25],
        [0.0, 0.0, 0.0, -0.5, 0.0, 0.5, 0.0, 0.0, 0.0],
        [0.0, -0.5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.5, 0.0],
    ]
)
