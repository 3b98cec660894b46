"""Pictures as the scene was: square pixels, upright, unmirrored, and of one size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, get_args

import numpy as np

from coach.capture._cv2 import cv2
from coach.domain.frames import Image

#: Degrees clockwise.
Turn: TypeAlias = Literal[0, 90, 180, 270]
TURNS: Final[tuple[Turn, ...]] = get_args(Turn)

#: Shapes of pixels beyond these are damaged headers: the widest in use is 2.
_WIDEST_PIXEL: Final = 4.0
_ROTATION: Final[dict[Turn, int]] = {
    90: cv2.ROTATE_90_CLOCKWISE,
    180: cv2.ROTATE_180,
    270: cv2.ROTATE_90_COUNTERCLOCKWISE,
}


@dataclass(frozen=True, slots=True)
class AsFilmed:
    """What was done to a recording that has to be undone before anything sees it.

    Attributes:
        mirrored: left and right are swapped in the recording (a selfie film).
        turn: degrees clockwise that set the recording upright, beyond its own rotation tag.
    """

    mirrored: bool = False
    turn: Turn = 0

    def undo(self, image: Image, pixel_shape: float = 1.0) -> Image:
        """The picture as the scene was.

        Args:
            image: (height, width, 3), as decoded.
            pixel_shape: width over height of one pixel of it.
        """
        image = _square(image, pixel_shape)
        if self.turn:
            image = np.asarray(cv2.rotate(image, _ROTATION[self.turn]), dtype=np.uint8)
        if self.mirrored:
            image = np.ascontiguousarray(image[:, ::-1])
        return image


def pixel_shape(capture: cv2.VideoCapture) -> float:
    """Width over height of a pixel, as the container says; 1 where it says nothing sensible.

    OpenCV hands out the stored pixels (opencv issue 4921). A rotation tag has turned the picture
    by then, and the shape with it.
    """
    across, down = capture.get(cv2.CAP_PROP_SAR_NUM), capture.get(cv2.CAP_PROP_SAR_DEN)
    if not (across > 0 and down > 0 and 1 / _WIDEST_PIXEL <= across / down <= _WIDEST_PIXEL):
        return 1.0
    quarter = round(capture.get(cv2.CAP_PROP_ORIENTATION_META)) % 180 == 90
    turned = quarter and capture.get(cv2.CAP_PROP_ORIENTATION_AUTO) > 0
    return float(down / across if turned else across / down)


def fitted(image: Image, size: tuple[int, int]) -> Image:
    """A picture of another size, put whole and undistorted into the middle of (width, height)."""
    height, width = image.shape[:2]
    if (width, height) == size:
        return image
    scale = min(size[0] / width, size[1] / height)
    inner = max(1, round(width * scale)), max(1, round(height * scale))
    out = np.zeros((size[1], size[0], 3), np.uint8)
    x, y = (size[0] - inner[0]) // 2, (size[1] - inner[1]) // 2
    out[y : y + inner[1], x : x + inner[0]] = cv2.resize(
        image, inner, interpolation=cv2.INTER_LINEAR
    )
    return out


def _square(image: Image, shape: float) -> Image:
    """Stretched the longer way, so that nothing that was filmed is lost."""
    height, width = image.shape[:2]
    size = (round(width * shape), height) if shape >= 1.0 else (width, round(height / shape))
    if size == (width, height):
        return image
    return np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_LINEAR), dtype=np.uint8)
