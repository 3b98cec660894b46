"""The simulated camera's sensor: QImage to BGR array, with noise."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from coach.domain.frames import Image

#: Noise never exceeds this many grey levels, so that adding it cannot wrap around.
_LIMIT: Final = 12


def to_bgr(image: QImage, out: Image | None = None) -> Image:
    """(height, width, 3) uint8 BGR of a Format_RGB32 image; a new array unless `out` is given."""
    if image.format() != QImage.Format.Format_RGB32:
        image = image.convertToFormat(QImage.Format.Format_RGB32)
    width, height = image.width(), image.height()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(height, image.bytesPerLine())
    bgrx = rows[:, : 4 * width].reshape(height, width, 4)
    if out is None:
        out = np.empty((height, width, 3), np.uint8)
    # Three strided copies of one channel are faster than one copy of three.
    for channel in range(3):
        np.copyto(out[..., channel], bgrx[..., channel])
    return out


class SensorNoise:
    """Additive noise from a bank made once: the frame only picks where to start.

    Args:
        size: (width, height) of the pictures.
        sd: standard deviation in grey levels; 0 for none.
        seed: which noise.
    """

    def __init__(self, size: tuple[int, int], sd: float, seed: int) -> None:
        self._n = size[0] * size[1] * 3
        self._sd = sd
        rng = np.random.default_rng(seed)
        spread = self._n // 2
        noise = rng.normal(0.0, sd, self._n + spread) if sd > 0 else np.zeros(1)
        steps = np.clip(np.rint(noise), -_LIMIT, _LIMIT).astype(np.int8)
        # As uint8 a negative step is an addition modulo 256.
        self._bank: NDArray[np.uint8] = steps.view(np.uint8)
        self._starts = rng.integers(0, spread, 4096)

    def add(self, image: Image, index: int) -> None:
        """Add noise in place. The same index gives the same noise."""
        if self._sd <= 0:
            return
        start = int(self._starts[index % len(self._starts)])
        np.clip(image, _LIMIT, 255 - _LIMIT, out=image)
        flat = image.reshape(-1)
        np.add(flat, self._bank[start : start + self._n], out=flat)
