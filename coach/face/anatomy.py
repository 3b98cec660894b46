"""Where the parts of the resting face lie: named curves of control points in the head frame.

Head frame, mm: origin midway between the pupils, x to the patient's left, y up, z forward. Average
adult proportions: pupils 63 mm apart, palpebral fissure 29 by 9.5 mm, outer canthi 90 mm apart,
mouth 50 mm, face 140 mm wide, 114 mm from the pupils to the chin. Tables give the patient's left
half (x outward); the right half is its mirror image.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from coach.domain.frames import FloatArray
from coach.domain.sides import Side
from coach.face.hair import HAIR, HairStyle, Point
from coach.face.shape import FaceShape

PUPIL_X: Final = 31.5
MOUTH_Y: Final = -70.0
IRIS_RADIUS_MM: Final = 5.85


class Kind(StrEnum):
    """How the table of a curve becomes points."""

    PAIR = "pair"  # one curve on each side
    SPAN = "span"  # half a curve, from the side to the midline: one curve, right to left
    LOOP = "loop"  # half an outline, from the bottom midline to the top: one closed curve
    FREE = "free"  # as it stands, right to left


#: Curves of each side, inner to outer or top to bottom.
PAIRED: Final[dict[str, tuple[Point, ...]]] = {
    "lid_upper": ((16, -1.8, -5), (20, 1.6, -2), (25.5, 4.0, 0), (31.5, 4.7, 0.5), (37.3, 3.9, -1), (41.8, 1.9, -5), (45, -0.3, -9)),
    "lid_lower": ((16, -1.8, -5), (20.3, -3.5, -2), (25.8, -4.5, 0), (31.5, -4.8, 0.5), (37.3, -4.1, -1), (41.8, -2.5, -5), (45, -0.3, -9)),
    "lash_top": ((16, -1.6, -5), (20, 2.2, -2), (25.5, 4.9, 0), (31.5, 5.9, 0.5), (37.5, 5.2, -1), (42.3, 3.3, -5), (47.4, 1.4, -9)),
    "crease": ((15.5, 0.8, -4), (19.5, 4.7, -1), (25.3, 7.6, 1), (31.8, 8.5, 1), (38.2, 7.5, -1), (44, 4.4, -6), (48.3, 0.8, -10)),
    "bag": ((17.5, -8.0, -2), (23.5, -11.0, 0), (31, -12.0, 0), (39, -10.6, -3)),
    "crow_1": ((49, 2.2, -12), (52.5, 3.6, -15), (55.5, 6.0, -18)),
    "crow_2": ((49.5, -1.2, -12), (53.3, -1.4, -15), (57, -0.6, -18)),
    "crow_3": ((49, -4.4, -12), (52.6, -6.2, -15), (55.6, -6.8, -18)),
    "brow_upper": ((10.8, 20.2, 6), (18.5, 23.8, 6), (27, 25.6, 5), (35.5, 25.6, 2), (43.5, 22.4, -4), (52, 15.4, -13)),
    "brow_lower": ((11.6, 17.6, 6), (19, 18.7, 6), (27, 20.2, 5), (35, 20.9, 2), (43, 19.2, -4), (52, 15.0, -13)),
    "forehead_1": ((5, 33, 4), (18, 35.5, 3), (32, 36, 0), (45, 32.5, -9)),
    "forehead_2": ((4, 41, 2), (18, 43.5, 1), (32, 43.6, -3), (43, 41, -12)),
    "forehead_3": ((4, 49, -1), (17, 51, -3), (29, 51, -7)),
    "glabella": ((5.2, 24.5, 8), (5.8, 19.5, 8), (5.0, 14.5, 8)),
    "bunny_1": ((4.0, -2.5, 9), (9.5, -5.5, 6), (14, -10.5, 2)),
    "bunny_2": ((5.2, -8.0, 11), (10.0, -10.8, 7), (14.0, -15.4, 3)),
    "nose_side": ((12.0, 13, 5), (8.6, 2, 6), (8.2, -9, 11), (9.4, -20, 15), (12.2, -30, 16)),
    "ala": ((12.0, -31.5, 14), (16.3, -35.4, 11), (17.8, -40.2, 9), (15.6, -44.6, 9), (11.4, -45.4, 11)),
    "nostril": ((4.0, -46.2, 15), (6.2, -44.5, 15), (9.6, -44.0, 13), (12.2, -45.6, 11), (9.0, -47.0, 13), (5.6, -47.6, 14)),
    "philtrum": ((4.2, -50.2, 13), (4.6, -55, 13), (5.6, -59.6, 12)),
    "nlf": ((17.5, -36.5, 6), (22.5, -43.5, 5), (27.8, -52.5, 2), (31.2, -61.5, -2), (32.4, -69, -5)),
    "corner_fold": ((28.6, -65.4, 0), (30.0, -69.4, -1), (29.4, -74.2, -1)),
    "cheek": ((42, -36, -8), (45, -24, -9)),
    "chin_dimple": ((5, -95, 4), (9, -97.5, 3)),
    "iris": ((31.5, 0, 1),),
    "ear": ((66, 9, -72), (72.5, 14.5, -75), (79.0, 12.5, -78), (81.6, 3, -79), (80.2, -11, -78), (77.0, -24, -76), (74.6, -35, -73), (70.8, -42, -71), (66.0, -41, -70)),
    "ear_fold": ((70.5, 5, -74), (76, 8, -77), (78.6, 0, -78), (76.2, -13, -76), (73.4, -24, -74)),
}  # fmt: skip

#: Curves from the right side over the midline to the left.
SPANNING: Final[dict[str, tuple[Point, ...]]] = {
    "lip_upper_outer": ((25, -70.4, 3), (19.5, -67.4, 6), (12, -64.0, 9.5), (5.6, -61.5, 12), (0, -63.1, 12.5)),
    "lip_upper_inner": ((25, -70.4, 3), (19, -70.2, 6), (11.5, -69.6, 10), (5.4, -69.8, 12), (0, -70.7, 12.5)),
    "lip_lower_inner": ((25, -70.4, 3), (19, -70.3, 6), (11.5, -69.8, 10), (5.4, -70.1, 11.5), (0, -70.9, 12)),
    "lip_lower_outer": ((25, -70.4, 3), (19.5, -74.0, 5.5), (12.5, -78.0, 8.5), (5.8, -80.1, 10), (0, -80.5, 10.5)),
    "chin_fold": ((15, -84.6, 4), (8, -86.6, 5), (0, -87.0, 5.5)),
}  # fmt: skip

#: Points of the midline, each a curve of one.
MIDLINE: Final[dict[str, Point]] = {
    "nasion": (0, 4, 8),
    "bridge": (0, -17, 17),
    "tip": (0, -38, 26),
    "subnasale": (0, -48.5, 14),
    "chin": (0, -101, 6),
    "brow_centre": (0, 48, 0),
}

OUTLINE: Final[tuple[Point, ...]] = (
    (0, -114.0, -6), (13, -112.8, -8), (25, -108.0, -12), (36.5, -99.0, -18), (47, -86.0, -26),
    (55.5, -68.0, -36), (62, -46.0, -44), (66.6, -22.0, -48), (69.3, 2.0, -50), (70, 24.0, -50),
    (68, 46.0, -48), (61, 68.0, -44), (47, 87.0, -40), (26, 99.0, -38), (0, 103.0, -38),
)  # fmt: skip

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
        closed: (n,) bool, the point belongs to a closed outline.
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
