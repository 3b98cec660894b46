"""The face in millimetres: an expression in, control points and true displacements out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

import numpy as np

from coach.domain.frames import FloatArray
from coach.domain.session import PerSide
from coach.domain.sides import Side
from coach.face.anatomy import Anatomy, build_anatomy
from coach.face.expression import Channel, Expression, channel_index
from coach.face.hair import HairStyle
from coach.face.resting_face import IRIS_RADIUS_MM
from coach.face.rig import build_rig
from coach.face.shape import FaceShape

_SMILE: Final = channel_index(Channel.SMILE)
_SMILE_OPEN: Final = channel_index(Channel.SMILE_OPEN)
_JAW: Final = channel_index(Channel.JAW_OPEN)


class FacePoint(StrEnum):
    """Points whose true place is known on each side."""

    COMMISSURE = "commissure"
    UPPER_LID = "upper_lid"  # over the pupil
    LOWER_LID = "lower_lid"
    BROW = "brow"  # middle of the brow's body
    ALA = "ala"
    UPPER_LIP = "upper_lip"  # peak of the upper vermilion border
    LOWER_LIP = "lower_lip"  # lower vermilion border under that peak
    INNER_CANTHUS = "inner_canthus"
    OUTER_CANTHUS = "outer_canthus"
    PUPIL = "pupil"


class MidPoint(StrEnum):
    """Points of the midline whose true place is known."""

    UPPER_LIP = "upper_lip_middle"
    LOWER_LIP = "lower_lip_middle"
    PHILTRUM = "philtrum"
    CHIN = "chin"


#: Curve and position on it (the left side's, for curves over the midline).
_PLACES: Final[Mapping[FacePoint, tuple[str, int]]] = {
    FacePoint.COMMISSURE: ("lip_upper_outer", -1),
    FacePoint.UPPER_LID: ("lid_upper", 3),
    FacePoint.LOWER_LID: ("lid_lower", 3),
    FacePoint.BROW: ("brow_lower", 2),
    FacePoint.ALA: ("ala", 2),
    FacePoint.UPPER_LIP: ("lip_upper_outer", -4),
    FacePoint.LOWER_LIP: ("lip_lower_outer", -4),
    FacePoint.INNER_CANTHUS: ("lid_upper", 0),
    FacePoint.OUTER_CANTHUS: ("lid_upper", -1),
    FacePoint.PUPIL: ("iris", 0),
}
_SPANNING: Final = ("lip_upper_outer", "lip_lower_outer")


def effective_weights(expression: Expression) -> FloatArray:
    """(2, channels) weights as the rig takes them.

    An open smile pulls the corners as a closed one does, so the larger of the two counts; the jaw
    is one bone.
    """
    w = expression.to_array()
    w[:, _SMILE] = np.maximum(w[:, _SMILE], w[:, _SMILE_OPEN])
    w[:, _JAW] = w[:, _JAW].mean()
    return w


@dataclass(frozen=True, slots=True, eq=False)
class FacePose:
    """Control points of one expression in the head frame.

    Attributes:
        model: whose face.
        expression: what it does.
        points: (n, 3) mm.
    """

    model: FaceModel
    expression: Expression
    points: FloatArray

    def curve(self, name: str, side: Side | None = None) -> FloatArray:
        """(k, 3) mm, the control points of one curve."""
        return self.points[self.model.anatomy.curves[name, side]]

    def at(self, point: FacePoint, side: Side) -> tuple[float, float]:
        """(x, y) of a named point, mm, x to the patient's left, y up."""
        x, y, _ = self.points[self.model.row(point, side)]
        return float(x), float(y)

    def middle(self, point: MidPoint) -> tuple[float, float]:
        """(x, y) of a point of the midline, mm."""
        x, y, _ = self.points[self.model.middle_rows(point)].mean(axis=0)
        return float(x), float(y)

    def fissure_mm(self, side: Side) -> float:
        """Palpebral fissure over the pupil."""
        return self.at(FacePoint.UPPER_LID, side)[1] - self.at(FacePoint.LOWER_LID, side)[1]


class FaceModel:
    """One person's face. Immutable after it is built; may be shared between threads.

    Args:
        shape: proportions.
        hair: the cut of hair (it moves with the head, not with the face).
    """

    def __init__(self, shape: FaceShape | None = None, hair: HairStyle = HairStyle.SHORT) -> None:
        self.shape = shape or FaceShape()
        self.hair = hair
        self.anatomy: Anatomy = build_anatomy(self.shape, hair)
        self._rig = build_rig(self.anatomy)
        self._lids = [
            (self.anatomy.curves["lid_upper", s], self.anatomy.curves["lid_lower", s]) for s in Side
        ]
        self._lips = (
            self.anatomy.curves["lip_upper_inner", None],
            self.anatomy.curves["lip_lower_inner", None],
        )
        self._rest_points = self.anatomy.points
        self.rest = self.pose(Expression.neutral())

    @property
    def iris_radius_mm(self) -> float:
        return IRIS_RADIUS_MM

    def row(self, point: FacePoint, side: Side) -> int:
        """Row of a named point among the control points."""
        name, i = _PLACES[point]
        spanning = name in _SPANNING
        rows = self.anatomy.curves[name, None if spanning else side]
        if spanning and side is Side.RIGHT:
            i = -1 - i
        return range(rows.start, rows.stop)[i]

    def middle_rows(self, point: MidPoint) -> list[int]:
        """Rows whose mean is a point of the midline."""
        curves = self.anatomy.curves
        if point is MidPoint.CHIN:
            return [curves["outline", None].start]
        if point is MidPoint.PHILTRUM:
            return [curves["philtrum", s].start + 1 for s in Side]
        name = "lip_upper_outer" if point is MidPoint.UPPER_LIP else "lip_lower_outer"
        rows = curves[name, None]
        return [(rows.start + rows.stop - 1) // 2]

    def pose(self, expression: Expression) -> FacePose:
        """Control points of an expression (a few microseconds)."""
        w = effective_weights(expression).ravel()
        used = np.flatnonzero(w)
        points = self._rest_points + (w[used] @ self._rig[used]).reshape(-1, 3)
        # Lids and lips touch; they do not pass through each other.
        for upper, lower in self._lids:
            points[upper, 1] = np.maximum(points[upper, 1], points[lower, 1])
        upper, lower = self._lips
        crossed = points[upper, 1] < points[lower, 1]
        if crossed.any():
            middle = 0.5 * (points[upper, 1] + points[lower, 1])
            points[upper, 1] = np.where(crossed, middle, points[upper, 1])
            points[lower, 1] = np.where(crossed, middle, points[lower, 1])
        return FacePose(self, expression, points)

    def displacement_mm(
        self, expression: Expression, point: FacePoint, side: Side
    ) -> tuple[float, float]:
        """(x, y) mm from rest, x to the patient's left, y up: exact."""
        x, y = self.pose(expression).at(point, side)
        x0, y0 = self.rest.at(point, side)
        return x - x0, y - y0

    def closure_pct(self, expression: Expression) -> PerSide:
        """Eye closure of each side: 0 at rest, 100 with no opening left."""
        pose = self.pose(expression)
        left, right = (
            100.0 * (1.0 - pose.fissure_mm(s) / self.rest.fissure_mm(s))
            for s in (Side.LEFT, Side.RIGHT)
        )
        return PerSide(left=left, right=right)


@lru_cache(maxsize=16)
def face_model(shape: FaceShape, hair: HairStyle) -> FaceModel:
    """A shared model: building one takes milliseconds."""
    return FaceModel(shape, hair)
