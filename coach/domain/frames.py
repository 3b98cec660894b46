"""A camera picture on its way to the landmark engine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Image: TypeAlias = NDArray[np.uint8]
FloatArray: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One unmirrored picture.

    Attributes:
        image: (height, width, 3) uint8, BGR. Never written to after it is published.
        index: count of pictures the source has delivered before this one.
        t_ns: `time.monotonic_ns()` at grab; for files and simulated patients, media time.
    """

    image: Image
    index: int
    t_ns: int

    @property
    def size(self) -> tuple[int, int]:
        """(width, height) in pixels."""
        return int(self.image.shape[1]), int(self.image.shape[0])


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """What a frame source says of itself once it is open.

    Attributes:
        kind: "webcam", "video", "stream" or "drawn_face".
        label: for the screen ("Camera 0", a file's name); never a person's name, never a path.
        size: (width, height) in pixels, as read back.
        fps: nominal frames per second, as read back; None where the source does not say.
        live: True where frames come in real time whether or not anybody takes them.
        notes: what there is to say about it: cut off, turned upright.
    """

    kind: str
    label: str
    size: tuple[int, int]
    fps: float | None
    live: bool
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImageStats:
    """Light and sharpness of the face region.

    Attributes:
        brightness: mean grey level of the whole picture, 0-255 (not of the skin: no
            skin-tone-dependent threshold).
        contrast: standard deviation of the grey level of the whole picture.
        sharpness: variance of the Laplacian of the middle of the face at a fixed size, grey levels
            squared; NaN on the first picture with a face.
    """

    brightness: float
    contrast: float
    sharpness: float
