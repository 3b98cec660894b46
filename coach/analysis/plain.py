"""What plain MediaPipe says: two-dimensional landmarks, no pose correction, scale from the irises.

The measures are the program's own, read straight from each picture: places relative to the middle
between the outer canthi, millimetres by the irises' width in that picture, rest face from the same
pictures as the truth's rest.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from coach.analysis.measures import (
    IRIS_DIAMETER_MM,
    displacements,
    iris_diameters_px,
    positions_mm,
)
from coach.domain.frames import FloatArray
from coach.domain.landmarks import SIDE_LANDMARKS
from coach.domain.sides import Side

_CANTHI = [SIDE_LANDMARKS[side].outer_canthus for side in Side]


def plain_values(points: FloatArray, at_rest: NDArray[np.bool_]) -> FloatArray:
    """(n, 478, 3) landmarks in picture pixels (NaN where none) -> (n, N_MEASURES)."""
    flat = np.stack([points[..., 0], -points[..., 1], np.zeros(points.shape[:2])], axis=-1)
    flat -= flat[:, _CANTHI].mean(axis=1, keepdims=True)
    positions = np.stack(
        [positions_mm(p, IRIS_DIAMETER_MM / (0.5 * sum(iris_diameters_px(p)))) for p in flat]
    )
    rest = np.nanmedian(positions[at_rest], axis=0)
    return np.stack([displacements(p, rest) for p in positions])
