"""The camera's focal length, from how a turning face changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from coach.analysis.alignment import RIGID, align_all, head_axes
from coach.analysis.camera import FOCAL_PER_LONG_SIDE, Camera
from coach.domain.frames import FloatArray
from coach.domain.landmarks import CHIN, N_LANDMARKS, FaceFrame
from coach.domain.measures import HeadPose

#: Tried focal lengths over the picture's longer side.
_CANDIDATES: Final = (0.9, 1.2, FOCAL_PER_LONG_SIDE, 2.2, 3.0)
#: A candidate must fit the bone-fixed landmarks better than the default by this share.
_GAIN: Final = 0.01
_PICTURES: Final = 60
#: What is needed of a face: the bone-fixed landmarks, and the chin for its axes.
_USED: Final = np.array([*RIGID, CHIN])
_ROUNDS: Final = 2


def estimate_focal(faces: Sequence[FaceFrame]) -> float:
    """Focal length (over the longer side) under which the rigid landmarks stay most rigid.

    With the right one, a similarity brings every picture's bone-fixed landmarks onto the same
    shape; with a wrong one, turning and nodding leave more over. A head that hardly moves says
    little, and then it matters little: the default stays.

    Args:
        faces: at least one, all with points.
    """
    chosen = faces[:: max(len(faces) // _PICTURES, 1)]
    points = np.stack([f.points[_USED] for f in chosen if f.points is not None])
    leftover = {f: _leftover(points, Camera.of(faces[0].size, f)) for f in _CANDIDATES}
    best = min(leftover, key=lambda f: leftover[f])
    if leftover[best] < (1.0 - _GAIN) * leftover[FOCAL_PER_LONG_SIDE]:
        return best
    return FOCAL_PER_LONG_SIDE


def _leftover(points: FloatArray, camera: Camera) -> float:
    """Root mean square distance, across the face, of (m, used, 3) points from their mean shape."""
    stack = camera.to_head_axes(points.reshape(-1, 3)).reshape(points.shape)
    rigid = stack[:, : len(RIGID)]
    shape = np.median(stack, axis=0)
    for _ in range(_ROUNDS):
        shape[: len(RIGID)] = np.median(align_all(rigid, shape[: len(RIGID)]), axis=0)
    face = np.full((N_LANDMARKS, 3), np.nan)
    face[_USED] = shape
    straight = shape[: len(RIGID)] @ head_axes(face).T
    moved = align_all(rigid, straight)
    return float(np.sqrt(((moved - straight)[..., :2] ** 2).mean()))


class Views:
    """Pictures of a face from as many sides as it has shown, for `estimate_focal`. One thread.

    One picture for each 2 degrees of turn and nod is enough, and newer ones replace older ones, so
    that a moved camera is forgotten as the head shows itself again.
    """

    #: Width of a cell, degrees, and the number of cells that are kept.
    CELL_DEG: Final = 2.0
    MOST: Final = 60
    #: Less turning than this says more about the landmarks' errors than about the lens.
    MIN_SPREAD_DEG: Final = 8.0

    def __init__(self) -> None:
        self._kept: dict[tuple[int, int], tuple[FaceFrame, HeadPose]] = {}

    def add(self, face: FaceFrame, pose: HeadPose) -> None:
        """Keep a picture whose pose is known."""
        if self._kept and next(iter(self._kept.values()))[0].size != face.size:
            self._kept.clear()
        cell = (round(pose.yaw / self.CELL_DEG), round(pose.pitch / self.CELL_DEG))
        self._kept.pop(cell, None)
        self._kept[cell] = face, pose
        if len(self._kept) > self.MOST:
            del self._kept[next(iter(self._kept))]

    def focal(self) -> float:
        """Focal length over the longer side; the default where the head has hardly turned."""
        if not self._kept:
            return FOCAL_PER_LONG_SIDE
        angles = np.array([(pose.yaw, pose.pitch) for _, pose in self._kept.values()])
        if np.ptp(angles, axis=0).max() < self.MIN_SPREAD_DEG:
            return FOCAL_PER_LONG_SIDE
        return estimate_focal([face for face, _ in self._kept.values()])
