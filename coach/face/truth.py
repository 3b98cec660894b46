"""What really happens on a simulated face at one moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from coach.domain.measures import SideMeasure
from coach.domain.session import PerSide
from coach.domain.sides import Side
from coach.face.expression import Expression
from coach.face.geometry import FaceModel, FacePoint, FacePose, MidPoint
from coach.face.projection import HeadPlacement

_MEASURES: Final[dict[SideMeasure, tuple[FacePoint, int]]] = {
    SideMeasure.COMMISSURE_X: (FacePoint.COMMISSURE, 0),
    SideMeasure.COMMISSURE_Y: (FacePoint.COMMISSURE, 1),
    SideMeasure.BROW_Y: (FacePoint.BROW, 1),
    SideMeasure.ALA_Y: (FacePoint.ALA, 1),
    SideMeasure.UPPER_LIP_Y: (FacePoint.UPPER_LIP, 1),
    SideMeasure.LOWER_LIP_Y: (FacePoint.LOWER_LIP, 1),
}


@dataclass(frozen=True, slots=True, eq=False)
class FaceTruth:
    """The exact state of a face.

    Attributes:
        t_s: the moment, seconds of media time.
        expression: what the face does, palsy and blinks included.
        placement: where the head is.
        blink: closure that is a spontaneous blink, 0 to 1.
        pose: every control point in the head frame, mm.
        rest: the same at rest.
    """

    t_s: float
    expression: Expression
    placement: HeadPlacement
    blink: float
    pose: FacePose
    rest: FacePose

    @classmethod
    def of(
        cls,
        model: FaceModel,
        expression: Expression,
        placement: HeadPlacement | None = None,
        t_s: float = 0.0,
        blink: float = 0.0,
    ) -> FaceTruth:
        return cls(
            t_s, expression, placement or HeadPlacement(), blink, model.pose(expression), model.rest
        )

    def displacement_mm(self, point: FacePoint, side: Side) -> tuple[float, float]:
        """(x, y) from rest: x to the patient's left, y up."""
        x, y = self.pose.at(point, side)
        x0, y0 = self.rest.at(point, side)
        return x - x0, y - y0

    def middle_displacement_mm(self, point: MidPoint) -> tuple[float, float]:
        """(x, y) from rest of a point of the midline."""
        x, y = self.pose.middle(point)
        x0, y0 = self.rest.middle(point)
        return x - x0, y - y0

    @property
    def fissure_mm(self) -> PerSide:
        """Palpebral fissure of each eye."""
        return PerSide(self.pose.fissure_mm(Side.LEFT), self.pose.fissure_mm(Side.RIGHT))

    @property
    def closure_pct(self) -> PerSide:
        """Eye closure: 0 at rest, 100 with no opening left."""
        left, right = (
            100.0 * (1.0 - self.pose.fissure_mm(s) / self.rest.fissure_mm(s))
            for s in (Side.LEFT, Side.RIGHT)
        )
        return PerSide(left, right)

    def measure(self, measure: SideMeasure, side: Side) -> float:
        """The true value of a measure, in the unit and sign of `measures.csv`."""
        if measure is SideMeasure.PALPEBRAL_FISSURE:
            return self.pose.fissure_mm(side)
        if measure is SideMeasure.EYE_CLOSURE:
            value = self.closure_pct.of(side)
            assert value is not None
            return value
        point, axis = _MEASURES[measure]
        return self.displacement_mm(point, side)[axis]
