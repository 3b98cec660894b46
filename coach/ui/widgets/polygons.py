"""Landmarks into Qt polygons, in one copy, without a Python loop."""

from __future__ import annotations

from typing import Any, TypeAlias, cast

import numpy as np
import shiboken6
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

from coach.domain.frames import FloatArray

Indices: TypeAlias = NDArray[np.intp]

_BYTES_PER_POINT = 16  # QPointF is two C doubles


class LandmarkPolygon:
    """A QPolygonF that is refilled in place; GUI thread only.

    Args:
        indices: which landmarks, in drawing order.
    """

    def __init__(self, indices: tuple[int, ...]) -> None:
        self._indices: Indices = np.array(indices, dtype=np.intp)
        self.polygon = QPolygonF([QPointF()] * len(indices))
        size = len(indices) * _BYTES_PER_POINT
        # The stubs do not know that a wrapped object's address is taken and that it is a buffer.
        memory = cast("Any", shiboken6.VoidPtr)(self.polygon.data(), size, True)
        self._view: FloatArray = np.frombuffer(memory, dtype=np.float64).reshape(-1, 2)

    def fill(self, points: FloatArray) -> QPolygonF:
        """Take the landmarks' x and y (pixels of the unmirrored picture) from (478, 3) points."""
        self._view[:] = points[self._indices, :2]
        return self.polygon
