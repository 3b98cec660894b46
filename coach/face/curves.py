"""Smooth curves through projected control points, all at once."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from coach.domain.frames import FloatArray
from coach.domain.sides import Side
from coach.face.anatomy import Anatomy

#: Samples of a ribbon between two control points: smooth up to about 2000 px face height.
STEPS: Final = 4
_T: Final = (np.arange(STEPS) / STEPS)[:, None]
#: Bernstein weights of the four points of a cubic Bezier segment, (steps, 4).
_BERNSTEIN: Final = np.hstack([(1 - _T) ** 3, 3 * _T * (1 - _T) ** 2, 3 * _T**2 * (1 - _T), _T**3])


class CurveLayout:
    """Neighbours of every control point of an anatomy."""

    def __init__(self, anatomy: Anatomy) -> None:
        n = len(anatomy.points)
        self.curves: dict[tuple[str, Side | None], slice] = anatomy.curves
        self.closed = anatomy.closed
        self.before: NDArray[np.intp] = np.arange(n) - 1
        self.after: NDArray[np.intp] = np.arange(n) + 1
        # Tangents of a cardinal spline; half as long at the free ends.
        self._tension = np.full((n, 1), 1.0 / 6.0)
        for (name, _), rows in anatomy.curves.items():
            first, last = rows.start, rows.stop - 1
            if name in anatomy.closed:
                self.before[first], self.after[last] = last, first
            else:
                self.before[first], self.after[last] = first, last
                self._tension[[first, last]] = 0.25
        self._next = np.minimum(self.after, n - 1)

    def tangents(self, points: FloatArray) -> FloatArray:
        """(n, 2) from each control point to its outgoing Bezier handle."""
        out: FloatArray = (points[self.after] - points[self.before]) * self._tension
        return out

    def sample(self, points: FloatArray, tangents: FloatArray) -> FloatArray:
        """(n, STEPS, 4): x, y and the unit normal along the segment that starts at each point."""
        p1, t1 = points[self._next], tangents[self._next]
        handles = np.stack([points, points + tangents, p1 - t1, p1], axis=1)
        xy = np.matmul(_BERNSTEIN, handles)
        along = np.empty_like(xy)
        along[:, :-1] = xy[:, 1:] - xy[:, :-1]
        along[:, -1] = p1 - xy[:, -1]
        length = np.sqrt((along * along).sum(axis=2, keepdims=True))
        along /= np.maximum(length, 1e-9)
        normal = np.stack([-along[..., 1], along[..., 0]], axis=2)
        return np.concatenate([xy, normal], axis=2)
