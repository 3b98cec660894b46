"""Where the parts of the resting face lie: named curves of control points in the head frame.

Head frame, mm: origin midway between the pupils, x to the patient's left, y up, z forward. The
tables (`resting_face`, `hair`) give the patient's left half; the right half is its mirror image.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from coach.domain.frames import FloatArray
from coach.domain.sides import Side
from coach.face.hair import HAIR, HairStyle
from coach.face.resting_face import (
    MIDLINE,
    MOUTH_Y,
    OUTLINE,
    PAIRED,
    PUPIL_X,
    SPANNING,
    Point,
)
from coach.face.shape import FaceShape


class Kind(StrEnum):
    """How the table of a curve becomes points."""

    PAIR = "pair"  # one curve on each side
    SPAN = "span"  # half a curve, from the side to the midline: one curve, right to left
    LOOP = "loop"  # half an outline, from the bottom midline to the top: one closed curve
    FREE = "free"  # as it stands, right to left


_EYE: Final = ("lid_", "lash_", "crease", "bag", "crow_", "iris")
_BROW: Final = ("brow_upper", "brow_lower")
_NOSE: Final = ("nose_", "ala", "nostril", "tip", "bridge", "subnasale", "bunny_")
_MOUTH: Final = ("lip_", "chin_fold", "corner_fold", "philtrum")
_CHEEK: Final = ("nlf", "cheek")


@dataclass(frozen=True, slots=True, eq=False)
class Anatomy:
    """A resting face.

    Attributes:
        points: (n, 3) float64 mm, every control point.
        curves: (curve name, side or None) -> slice of `points`; curves over the midline run from
            the patient's right to the left.
        closed: names of the curves that are closed outlines.
        names: for each point its curve's name.
    """

    points: FloatArray
    curves: dict[tuple[str, Side | None], slice]
    closed: frozenset[str]
    names: tuple[str, ...]

    def rows(self, *prefixes: str) -> FloatArray:
        """(n,) 1.0 where the point's curve begins with one of the prefixes, else 0.0."""
        return np.array([float(n.startswith(prefixes)) for n in self.names])


def _fit(name: str, half: FloatArray, shape: FaceShape) -> FloatArray:
    """Give a table (x outward) the proportions of `shape`."""
    p = half.copy()
    nose_drop = -47.0 * (shape.nose_length - 1.0)
    if name.startswith(_EYE):
        p[:, 0] = PUPIL_X * shape.eye_spacing + (p[:, 0] - PUPIL_X) * shape.eye_width
        p[:, 1] *= shape.eye_height
    elif name.startswith(_BROW):
        p[:, 0] *= shape.eye_spacing
        p[:, 1] += 18.0 * (shape.brow_height - 1.0)
    elif name.startswith(_NOSE):
        p[:, 0] *= shape.nose_width
        p[:, 1] = np.where(p[:, 1] < 0.0, p[:, 1] * shape.nose_length, p[:, 1])
    elif name.startswith(_MOUTH):
        p[:, 0] *= shape.mouth_width
        p[:, 1] = MOUTH_Y + nose_drop + (p[:, 1] - MOUTH_Y) * shape.lip_fullness
    elif name.startswith(_CHEEK):
        p[:, 0] *= 0.5 * (shape.mouth_width + shape.face_width)
        p[:, 1] += nose_drop
    else:
        low = np.clip((-p[:, 1] - 20.0) / 60.0, 0.0, 1.0)
        p[:, 0] *= shape.face_width + low * (shape.jaw_width - 1.0) * 0.7
        p[:, 1] = np.where(p[:, 1] < 0.0, p[:, 1] * shape.lower_length, p[:, 1])
    return p


def build_anatomy(shape: FaceShape, hair: HairStyle) -> Anatomy:
    """Lay the resting face of a shape, with its hair."""
    blocks: list[FloatArray] = []
    curves: dict[tuple[str, Side | None], slice] = {}
    closed: set[str] = {"nostril"}
    names: list[str] = []

    def put(name: str, side: Side | None, points: FloatArray) -> None:
        start = len(names)
        blocks.append(points)
        names.extend([name] * len(points))
        curves[name, side] = slice(start, len(names))

    def lay(name: str, kind: Kind, table: tuple[Point, ...]) -> None:
        half = np.array(table, dtype=np.float64)
        if kind is Kind.FREE:
            side_sign = np.where(half[:, :1] < 0.0, -1.0, 1.0)
            half[:, :1] *= side_sign
            half = _fit(name, half, shape)
            half[:, :1] *= side_sign
            put(name, None, half)
            return
        half = _fit(name, half, shape)
        mirror = half * (-1.0, 1.0, 1.0)
        if kind is Kind.PAIR:
            put(name, Side.LEFT, half)
            put(name, Side.RIGHT, mirror)
        elif kind is Kind.SPAN:
            put(name, None, np.vstack([mirror, half[-2::-1]]))
        else:
            closed.add(name)
            put(name, None, np.vstack([half, mirror[-2:0:-1]]))

    for name, table in PAIRED.items():
        lay(name, Kind.PAIR, table)
    for name, table in SPANNING.items():
        lay(name, Kind.SPAN, table)
    for name, point in MIDLINE.items():
        lay(name, Kind.FREE, (point,))
    lay("outline", Kind.LOOP, OUTLINE)
    style = HAIR[hair]
    lay("hair_back", Kind.LOOP, style.back)
    lay("hair_front", Kind.SPAN, style.front)
    lay("hair_line", Kind.FREE, style.line)
    for i, strand in enumerate(style.strands):
        lay(f"strand_{i}", Kind.FREE, strand)
    return Anatomy(np.vstack(blocks), curves, frozenset(closed), tuple(names))
