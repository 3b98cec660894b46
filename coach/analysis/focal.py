"""The camera's focal length, from how a turning face changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from coach.analysis.alignment import RIGID, Reference, mean_shape
from coach.analysis.camera import FOCAL_PER_LONG_SIDE, Camera
from coach.domain.landmarks import FaceFrame

#: Tried focal lengths over the picture's longer side.
_CANDIDATES: Final = (0.9, 1.2, FOCAL_PER_LONG_SIDE, 2.2, 3.0)
#: A candidate must fit the bone-fixed landmarks better than the default by this share.
_GAIN: Final = 0.01
_PICTURES: Final = 60


def estimate_focal(faces: Sequence[FaceFrame]) -> float:
    """Focal length (over the longer side) under which the rigid landmarks stay most rigid.

    With the right one, a similarity brings every picture's bone-fixed landmarks onto the same
    shape; with a wrong one, turning and nodding leave more over. A head that hardly moves says
    little, and then it matters little: the default stays.
    """
    chosen = faces[:: max(len(faces) // _PICTURES, 1)]
    leftover = {f: _leftover(chosen, f) for f in _CANDIDATES}
    best = min(leftover, key=lambda f: leftover[f])
    if leftover[best] < (1.0 - _GAIN) * leftover[FOCAL_PER_LONG_SIDE]:
        return best
    return FOCAL_PER_LONG_SIDE


def _leftover(faces: Sequence[FaceFrame], focal: float) -> float:
    camera = Camera.of(faces[0].size, focal)
    stack = np.stack([camera.to_head_axes(f.points) for f in faces if f.points is not None])
    reference = Reference.from_shape(mean_shape(stack))
    moved = np.stack([reference.align(p).apply(p)[RIGID, :2] for p in stack])
    return float(np.sqrt(((moved - reference.points[RIGID, :2]) ** 2).mean()))
