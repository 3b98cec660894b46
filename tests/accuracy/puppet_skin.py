"""How far each vertex of the puppet moves: smooth fields around known points, in mm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from coach.domain.frames import FloatArray
from coach.domain.landmarks import SIDE_LANDMARKS, SideLandmarks
from coach.domain.measures import SideMeasure
from coach.domain.movements import Movement
from coach.domain.sides import Side
from tests.accuracy.puppet_head import PuppetHead


@dataclass(frozen=True, slots=True)
class Field:
    """A displacement that fades from its middle.

    Attributes:
        point: the name of the points it is centred on (see `points_of`).
        reach_mm: standard deviation of its Gaussian, (across, up).
        step_mm: (outward, up, forward) at the middle at full movement.
    """

    point: str
    reach_mm: tuple[float, float]
    step_mm: tuple[float, float, float]


_CORNER: Final = (13.0, 11.0)
_BROW: Final = (15.0, 6.5)

#: Full movements of one side; eye closure is a layer of its own. The arch's depth is set per case.
FIELDS: Final[dict[Movement, tuple[Field, ...]]] = {
    Movement.SMILE_CLOSED: (
        Field("commissure", _CORNER, (6.0, 5.0, -6.0)),
        Field("ala", (7.0, 6.0), (0.8, 0.8, 0.0)),
    ),
    Movement.PUCKER: (Field("commissure", _CORNER, (-6.5, 0.0, 6.5)),),
    Movement.BROW_RAISE: (Field("brow", _BROW, (0.0, 6.0, 0.0)),),
    Movement.FROWN: (Field("brow", _BROW, (-1.5, -3.5, 0.0)),),
    Movement.SNARL: (
        Field("ala", (7.0, 6.0), (0.5, 3.5, 0.0)),
        Field("upper_lip", (7.0, 5.0), (0.0, 2.0, 0.0)),
    ),
    Movement.LOWER_LIP_DEPRESS: (Field("lower_lip", (8.0, 6.0), (0.5, -4.0, 0.0)),),
    Movement.EYE_CLOSURE: (),
}

_TRUE: Final[dict[SideMeasure, tuple[str, int]]] = {
    SideMeasure.COMMISSURE_X: ("commissure", 0),
    SideMeasure.COMMISSURE_Y: ("commissure", 1),
    SideMeasure.BROW_Y: ("brow", 1),
    SideMeasure.ALA_Y: ("ala", 1),
    SideMeasure.UPPER_LIP_Y: ("upper_lip", 1),
    SideMeasure.LOWER_LIP_Y: ("lower_lip", 1),
}


def points_of(name: str, marks: SideLandmarks) -> tuple[int, ...]:
    """Landmarks whose mean is a named point."""
    return {
        "commissure": (marks.commissure,),
        "brow": marks.brow,
        "ala": marks.ala,
        "upper_lip": (marks.upper_lip,),
        "lower_lip": (marks.lower_lip,),
    }[name]


@dataclass(frozen=True, slots=True, eq=False)
class Skin:
    """The fields of a movement on one head, ready to be weighted.

    Attributes:
        vertices: per side (m, 3) displacement at full movement, mm in the head frame.
        truths: per side of the movement, (measure, side of the measure) -> displacement, mm; for
            the palpebral fissure the change that the skin around it brings.
    """

    vertices: dict[Side, FloatArray]
    truths: dict[Side, dict[tuple[SideMeasure, Side], float]]

    @classmethod
    def of(cls, head: PuppetHead, movement: Movement, arch: float) -> Skin:
        """Args: arch: depth of the corner's way, in units of its outward way."""
        fields = FIELDS[movement]
        return cls(
            {s: _moved(head, fields, s, head.places_mm, arch) for s in Side},
            {s: _truth(head, fields, s, arch) for s in Side},
        )


def _moved(
    head: PuppetHead, fields: Sequence[Field], side: Side, places: FloatArray, arch: float
) -> FloatArray:
    """(m, 3) displacement at (m, 2) places."""
    out = np.zeros((len(places), 3))
    for f in fields:
        marks = list(points_of(f.point, SIDE_LANDMARKS[side]))
        middle = head.landmarks_mm[marks].mean(axis=0)
        away = (places - middle) / f.reach_mm
        x, y, z = f.step_mm
        depth = -arch * x if f.point == "commissure" else z
        out += np.exp(-0.5 * (away * away).sum(axis=1))[:, None] * [x * side.sign, y, depth]
    return out


def _truth(
    head: PuppetHead, fields: Sequence[Field], side: Side, arch: float
) -> dict[tuple[SideMeasure, Side], float]:
    """What one side's movement does to the points of both sides."""
    out = {}
    for at in Side:
        for measure, (name, axis) in _TRUE.items():
            places = head.landmarks_mm[list(points_of(name, SIDE_LANDMARKS[at]))]
            out[measure, at] = float(_moved(head, fields, side, places, arch)[:, axis].mean())
        marks = SIDE_LANDMARKS[at]
        upper, lower = (
            _moved(head, fields, side, head.landmarks_mm[list(lid)], arch)[:, 1].mean()
            for lid in (marks.upper_lid, marks.lower_lid)
        )
        out[SideMeasure.PALPEBRAL_FISSURE, at] = float(upper - lower)
    return out
