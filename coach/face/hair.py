"""Hair styles: outlines in the head frame, painted behind and in front of the face.

Half outlines are given for the patient's left (x outward from the midline) and mirrored.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from coach.face.resting_face import Point


class HairStyle(StrEnum):
    """Cuts of hair."""

    SHORT = "short"
    BOB = "bob"
    TIED = "tied"
    CURLY = "curly"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class HairOutline:
    """Outlines of a style, mm.

    Attributes:
        back: half outline of the hair behind the head, from the bottom midline to the top.
        front: half outline of the hair over the forehead: up the outside from the temple to
            the top midline.
        line: the hairline, from the right temple over the forehead to the left: it need not be
            symmetric, for a parting.
        strands: middles of the strands, each from its root to its end.
    """

    back: tuple[Point, ...]
    front: tuple[Point, ...]
    line: tuple[Point, ...]
    strands: tuple[tuple[Point, ...], ...]


_SKULL: Final = (
    (71.0, -14.0, -52.0),
    (74.5, 8.0, -54.0),
    (76.0, 36.0, -54.0),
    (71.0, 66.0, -50.0),
    (57.0, 92.0, -46.0),
    (35.0, 110.0, -42.0),
    (13.0, 117.0, -40.0),
    (0.0, 118.0, -40.0),
)
_FULLER: Final = tuple((x * 1.05, y * 1.03 + 1.0, z) for x, y, z in _SKULL)
_ROUND: Final = tuple((x * 1.13, y * 1.03 + 1.0, z) for x, y, z in _SKULL)

_SWEPT: Final = (
    (-68.0, -12.0, -46.0),
    (-66.5, 14.0, -44.0),
    (-64.0, 36.0, -40.0),
    (-54.0, 57.0, -26.0),
    (-34.0, 70.0, -16.0),
    (-17.0, 76.0, -14.0),
    (2.0, 66.0, -9.0),
    (28.0, 56.0, -12.0),
    (50.0, 47.0, -24.0),
    (63.0, 30.0, -40.0),
    (66.5, 12.0, -44.0),
    (68.0, -12.0, -46.0),
)
_EVEN: Final = (
    (-68.5, -8.0, -46.0),
    (-66.0, 18.0, -44.0),
    (-61.0, 42.0, -34.0),
    (-47.0, 59.0, -22.0),
    (-24.0, 67.0, -15.0),
    (0.0, 69.0, -13.0),
    (24.0, 67.0, -15.0),
    (47.0, 59.0, -22.0),
    (61.0, 42.0, -34.0),
    (66.0, 18.0, -44.0),
    (68.5, -8.0, -46.0),
)
_PARTED: Final = (
    (-69.0, -52.0, -42.0),
    (-67.0, -20.0, -42.0),
    (-66.0, 12.0, -40.0),
    (-60.0, 40.0, -30.0),
    (-42.0, 60.0, -18.0),
    (-16.0, 75.0, -14.0),
    (-9.0, 79.0, -14.0),
    (8.0, 70.0, -12.0),
    (36.0, 58.0, -18.0),
    (57.0, 40.0, -30.0),
    (65.5, 12.0, -40.0),
    (67.0, -20.0, -42.0),
    (69.0, -52.0, -42.0),
)


def _lock(root: Point, end: Point) -> tuple[Point, ...]:
    """A strand that rises a little from its root and falls to its end."""
    (ax, ay, az), (bx, by, bz) = root, end
    lift = 0.18 * abs(bx - ax) + 3.0
    return (
        root,
        (ax + 0.36 * (bx - ax), ay + 0.22 * (by - ay) + lift, az + 0.3 * (bz - az)),
        (ax + 0.76 * (bx - ax), ay + 0.58 * (by - ay) + lift, az + 0.7 * (bz - az)),
        end,
    )


_SWEPT_LOCKS: Final = (
    _lock((-15.0, 84.0, -16.0), (44.0, 54.0, -20.0)),
    _lock((-13.0, 93.0, -22.0), (57.0, 52.0, -28.0)),
    _lock((-11.0, 101.0, -28.0), (65.0, 48.0, -38.0)),
    _lock((-8.0, 108.0, -34.0), (68.0, 62.0, -46.0)),
    _lock((-22.0, 84.0, -18.0), (-60.0, 48.0, -34.0)),
    _lock((-24.0, 92.0, -26.0), (-66.0, 44.0, -42.0)),
    _lock((-20.0, 99.0, -30.0), (-62.0, 62.0, -44.0)),
)
_PARTED_LOCKS: Final = (
    _lock((-7.0, 88.0, -18.0), (62.0, 34.0, -32.0)),
    _lock((-5.0, 97.0, -26.0), (68.0, 22.0, -42.0)),
    _lock((-4.0, 105.0, -32.0), (71.0, 14.0, -46.0)),
    _lock((-3.0, 111.0, -36.0), (70.0, 52.0, -48.0)),
    _lock((-13.0, 88.0, -18.0), (-64.0, 30.0, -34.0)),
    _lock((-13.0, 98.0, -26.0), (-70.0, 20.0, -44.0)),
    _lock((-11.0, 108.0, -34.0), (-69.0, 54.0, -48.0)),
)
_BACK_LOCKS: Final = (
    _lock((-30.0, 70.0, -18.0), (-24.0, 108.0, -38.0)),
    _lock((-10.0, 73.0, -16.0), (-8.0, 112.0, -38.0)),
    _lock((12.0, 73.0, -16.0), (10.0, 112.0, -38.0)),
    _lock((32.0, 70.0, -18.0), (26.0, 108.0, -38.0)),
    _lock((-50.0, 60.0, -26.0), (-46.0, 94.0, -42.0)),
    _lock((51.0, 60.0, -26.0), (47.0, 94.0, -42.0)),
)

_NAPE: Final = ((0.0, -62.0, -80.0), (42.0, -58.0, -80.0), (62.0, -40.0, -74.0))
_CURLS: Final = (
    (0.0, -60.0, -80.0),
    (48.0, -58.0, -80.0),
    (74.0, -44.0, -72.0),
    (86.0, -16.0, -66.0),
)
_CHIN_LENGTH: Final = (
    (0.0, -118.0, -82.0),
    (46.0, -119.0, -80.0),
    (74.0, -112.0, -70.0),
    (82.0, -84.0, -62.0),
    (82.5, -50.0, -60.0),
)
_SHOULDER_LENGTH: Final = (
    (0.0, -160.0, -86.0),
    (54.0, -166.0, -80.0),
    (84.0, -156.0, -66.0),
    (91.0, -120.0, -60.0),
    (87.0, -76.0, -58.0),
    (82.0, -44.0, -58.0),
)
_SIDES: Final = ((77.0, -82.0, -50.0), (79.0, -46.0, -50.0))
_LONG_SIDES: Final = ((79.0, -84.0, -50.0), (80.0, -46.0, -50.0))

HAIR: Final[dict[HairStyle, HairOutline]] = {
    HairStyle.SHORT: HairOutline((*_NAPE, *_SKULL), _SKULL, _SWEPT, _SWEPT_LOCKS),
    HairStyle.BOB: HairOutline(
        (*_CHIN_LENGTH, *_FULLER), (*_SIDES, *_FULLER), _PARTED, _PARTED_LOCKS
    ),
    HairStyle.TIED: HairOutline((*_NAPE, *_SKULL), _SKULL, _EVEN, _BACK_LOCKS),
    HairStyle.CURLY: HairOutline((*_CURLS, *_ROUND), _ROUND, _EVEN, ()),
    HairStyle.LONG: HairOutline(
        (*_SHOULDER_LENGTH, *_FULLER), (*_LONG_SIDES, *_FULLER), _PARTED, _PARTED_LOCKS
    ),
}
