"""Head-pose removal: landmarks into a head frame that does not move when the head does.

Points come in head axes (`coach.analysis.camera`): x to the patient's left, y up, z forward.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from coach.domain.frames import FloatArray
from coach.domain.landmarks import CHIN, FOREHEAD
from coach.domain.measures import HeadPose

#: Landmarks that stay on bone: canthi, nasal bridge, forehead, temples (docs/decisions.md).
RIGID: Final = np.array([33, 133, 362, 263, 168, 6, 197, 195, 4, 10, 234, 454, 127, 356])

#: (left, right) pairs that span the head's x axis.
_ACROSS_LEFT: Final = np.array([263, 362, 454, 356])
_ACROSS_RIGHT: Final = np.array([33, 133, 234, 127])


@dataclass(frozen=True, slots=True, eq=False)
class Similarity:
    """`reference ~ scale * points @ rotation + offset`, least squares on the rigid landmarks.

    Attributes:
        scale: reference pixels per picture pixel.
        rotation: (3, 3) proper rotation.
        offset: (3,) reference pixels.
        residual: root mean square distance left over on the rigid landmarks, reference pixels.
    """

    scale: float
    rotation: FloatArray
    offset: FloatArray
    residual: float

    def apply(self, points: FloatArray) -> FloatArray:
        """(n, 3) picture points -> (n, 3) reference points."""
        return np.asarray(self.scale * (points @ self.rotation) + self.offset)

    def undo(self, points: FloatArray) -> FloatArray:
        """(..., 3) reference points -> (..., 3) picture points, head axes."""
        return np.asarray(((points - self.offset) @ self.rotation.T) / self.scale)


def fit_similarity(points: FloatArray, reference: FloatArray) -> Similarity:
    """Rigid alignment with scale of two (n, 3) point sets in order.

    Source: S. Umeyama, "Least-squares estimation of transformation parameters between two point
    patterns", IEEE TPAMI 13(4), 1991.
    """
    # What `mean` does, without its checks: this runs for every picture.
    p_mean = np.add.reduce(points, axis=0) / len(points)
    r_mean = np.add.reduce(reference, axis=0) / len(reference)
    p = points - p_mean
    r = reference - r_mean
    u, s, vt = np.linalg.svd(p.T @ r)
    d = np.array([1.0, 1.0, 1.0 if np.linalg.det(u @ vt) > 0 else -1.0])
    rotation = (u * d) @ vt
    scale = float((s * d).sum() / (p * p).sum())
    left_over = scale * (p @ rotation) - r
    return Similarity(
        scale=scale,
        rotation=rotation,
        offset=r_mean - scale * (p_mean @ rotation),
        residual=float(np.sqrt((left_over * left_over).sum() / len(points))),
    )


def align_all(points: FloatArray, reference: FloatArray) -> FloatArray:
    """Many pictures at once: (m, n, 3) points, each fitted onto (n, 3) reference points in order.

    As `fit_similarity` and `apply`, for when only the fitted points are wanted.
    """
    p = points - points.mean(axis=1, keepdims=True)
    r_mean = reference.mean(axis=0)
    r = reference - r_mean
    u, s, vt = np.linalg.svd(np.swapaxes(p, 1, 2) @ r)
    d = np.ones_like(s)
    d[:, 2] = np.where(np.linalg.det(u @ vt) > 0, 1.0, -1.0)
    scale = (s * d).sum(axis=1) / (p * p).sum(axis=(1, 2))
    return np.asarray(scale[:, None, None] * (p @ ((u * d[:, None, :]) @ vt)) + r_mean)


def head_axes(points: FloatArray) -> FloatArray:
    """(478, 3) points in head axes -> (3, 3) rows x, y, z of the head, from one picture alone.

    x runs through symmetric landmark pairs; y through forehead and chin. Good enough to gate on
    before the rest baseline exists; afterwards pose is the rotation from the baseline.
    """
    across = points[_ACROSS_LEFT] - points[_ACROSS_RIGHT]
    x = (across / np.linalg.norm(across, axis=1, keepdims=True)).sum(axis=0)
    x /= np.linalg.norm(x)
    y = points[FOREHEAD] - points[CHIN]
    y = y - (y @ x) * x
    y /= np.linalg.norm(y)
    return np.stack([x, y, np.cross(x, y)])


def pose_from_axes(axes: FloatArray) -> HeadPose:
    """(3, 3) rows x, y, z of the head -> angles, right-handed."""
    x, _, z = axes
    return HeadPose(
        yaw=float(np.degrees(np.arctan2(z[0], z[2]))),
        pitch=float(np.degrees(np.arcsin(np.clip(-z[1], -1.0, 1.0)))),
        roll=float(np.degrees(np.arctan2(x[1], x[0]))),
    )


@dataclass(frozen=True, slots=True, eq=False)
class Reference:
    """A person's rest shape, turned to face straight ahead.

    Attributes:
        points: (478, 3) rest landmarks in head axes, pixels of the rest picture, centred.
        axes: (3, 3) head axes in the camera's frame at rest.
    """

    points: FloatArray
    axes: FloatArray

    @classmethod
    def from_shape(cls, shape: FloatArray) -> Reference:
        """(478, 3) mean rest landmarks in head axes -> reference with its own axes as x, y, z."""
        axes = head_axes(shape)
        return cls(points=(shape - shape[RIGID].mean(axis=0)) @ axes.T, axes=axes)

    @property
    def rest_pose(self) -> HeadPose:
        """Head angles of the rest face."""
        return pose_from_axes(self.axes)

    def align(self, points: FloatArray) -> Similarity:
        """Fit of a picture's (478, 3) points in head axes onto the rest shape."""
        return fit_similarity(points[RIGID], self.points[RIGID])

    @staticmethod
    def pose(fit: Similarity) -> HeadPose:
        """Head angles in the camera's frame: the rest shape's axes carried back to the picture."""
        return pose_from_axes(fit.rotation.T)


def mean_shape(stack: FloatArray, keep: NDArray[np.bool_] | None = None) -> FloatArray:
    """(m, 478, 3) rest pictures -> (478, 3) median shape, aligned to one another first.

    The median ignores a blink that stands in fewer than half of the pictures.
    """
    chosen = stack if keep is None else stack[keep]
    shape = np.median(chosen, axis=0)
    for _ in range(2):
        aligned = np.stack([fit_similarity(p[RIGID], shape[RIGID]).apply(p) for p in chosen])
        shape = np.median(aligned, axis=0)
    return np.asarray(shape)
