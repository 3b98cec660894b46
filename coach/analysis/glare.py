"""Light mirrored in glasses: white patches where the eyes should be."""

from __future__ import annotations

from typing import Final

import numpy as np

from coach.domain.frames import FloatArray, Image
from coach.domain.landmarks import SIDE_LANDMARKS
from coach.domain.sides import Side

#: As white as a camera gets, in all three channels: the white of an eye stays well below.
_WHITE: Final = 248
#: Share of the lens region from which it hides the eye; the glint on a bare eye is below 1 %.
GLARE_SHARE: Final = 0.04
#: Share from which nothing is scored: far beyond a lamp's glint in a lens, which leaves the lids to
#: be seen. Raising it scores eyes that are hidden.
HIDING_SHARE: Final = 0.10
#: A lens reaches this far beyond the eye's corners, in eye widths.
_BEYOND: Final = 0.35
#: A lens is about this high, in eye widths.
_HEIGHT: Final = 0.9
#: So many samples across an eye are enough: 800 and more in a lens.
_SAMPLES: Final = 24.0


def glare_seen(image: Image | None, points: FloatArray | None, least: float = GLARE_SHARE) -> bool:
    """Whether light in glasses hides a part of an eye.

    Args:
        image: (h, w, 3) BGR; None: nothing is seen.
        points: (478, 3) landmarks, px of that picture; None: no face.
        least: share of a lens region from which it counts.
    """
    if image is None or points is None:
        return False
    return max(glare_share(image, points, side) for side in Side) >= least


def glare_share(image: Image, points: FloatArray, side: Side) -> float:
    """Share of white in the region of one lens, 0 to 1; 0 where it lies outside the picture."""
    marks = SIDE_LANDMARKS[side]
    outer, inner = points[marks.outer_canthus, :2], points[marks.inner_canthus, :2]
    centre, width = (outer + inner) / 2, float(np.hypot(*(outer - inner)))
    half = np.array([width * (0.5 + _BEYOND), width * _HEIGHT / 2])
    (x0, y0), (x1, y1) = centre - half, centre + half
    height, breadth = image.shape[:2]
    step = max(1, int(width / _SAMPLES))
    rows = slice(max(0, int(y0)), min(height, int(y1) + 1), step)
    columns = slice(max(0, int(x0)), min(breadth, int(x1) + 1), step)
    lens = image[rows, columns]
    if lens.size == 0:
        return 0.0
    white = lens >= _WHITE
    found = int(np.count_nonzero(white[..., 0] & white[..., 1] & white[..., 2]))
    return found / int(lens.shape[0] * lens.shape[1])
