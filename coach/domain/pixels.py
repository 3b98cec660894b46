"""What the analysis asks of a picture. The doing (OpenCV) is in `coach.capture.pixels`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from coach.domain.frames import FloatArray, Image


@dataclass(frozen=True, slots=True, eq=False)
class Matches:
    """Where templates were found in their windows, one row each.

    Attributes:
        offset: (n, 2) x to the right and y down from the windows' middles, window pixels.
        quality: (n,) normalised cross-correlation there, -1 to 1.
        curvature: (n, 2, 2) negative second derivative of the correlation there, per pixel squared:
            large where the place is certain in that direction, near zero along an edge.
        inside: (n,) False where the best match lies on the window's edge (the true one may be
            outside).
    """

    offset: FloatArray
    quality: FloatArray
    curvature: FloatArray
    inside: NDArray[np.bool_]


class PixelTools(Protocol):
    """Pixel work on one thread; results are new arrays."""

    def grey(self, image: Image) -> Image:
        """(h, w, 3) BGR -> (h, w) grey."""
        ...

    def warp(self, grey: Image, affine: FloatArray, size: tuple[int, int]) -> Image:
        """Sample a patch.

        Args:
            grey: (h, w) picture.
            affine: (2, 3) patch pixel (column, row, 1) -> picture pixel (x, y).
            size: (width, height) of the patch.
        """
        ...

    def match(
        self,
        grey: Image,
        affines: FloatArray,
        sizes: Sequence[tuple[int, int]],
        templates: Sequence[Image],
    ) -> Matches:
        """Find templates in windows of a picture.

        Args:
            grey: (h, w) picture.
            affines: (n, 2, 3) window pixel (column, row, 1) -> picture pixel (x, y).
            sizes: (width, height) of each window.
            templates: (h, w) grey each, smaller than its window by at least 2 both ways.
        """
        ...

    def sample(self, image: Image, x: FloatArray, y: FloatArray) -> Image:
        """(h, w, 3) picture at (n, m) positions -> (n, m, 3), linear, edges repeated."""
        ...
