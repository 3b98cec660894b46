"""What the analysis asks of a picture. The doing (OpenCV) is in `coach.capture.pixels`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from coach.domain.frames import FloatArray, Image


@dataclass(frozen=True, slots=True, eq=False)
class Match:
    """Where a template was found in a window.

    Attributes:
        dx / dy: offset of the best match from the window's middle, window pixels, sub-pixel; x to
            the right, y down.
        quality: normalised cross-correlation there, -1 to 1.
        curvature: (2, 2) negative second derivative of the correlation there, per pixel squared:
            large where the place is certain in that direction, near zero along an edge.
        at_edge: True where the best match lies on the window's edge (the true one may be outside).
    """

    dx: float
    dy: float
    quality: float
    curvature: FloatArray
    at_edge: bool


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

    def match(self, window: Image, template: Image) -> Match:
        """Find a template in a larger window.

        Args:
            window: (H, W) grey.
            template: (h, w) grey, h <= H, w <= W.
        """
        ...

    def sample(self, image: Image, x: FloatArray, y: FloatArray) -> Image:
        """(h, w, 3) picture at (n, m) positions -> (n, m, 3), linear, edges repeated."""
        ...
