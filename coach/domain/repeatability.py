"""How well a figure is read again: what two sessions of one unchanged face differ by."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from coach.domain.movements import MOVEMENT_SPECS, Movement, Region
from coach.domain.session import ScaleSource
from coach.domain.sides import Side
from coach.domain.student import Z95

#: Standard deviation of the scale itself, share of every mm. Iris: 0.42 of 11.7 mm between people
#: (Ruefer 2005, doi 10.1097/01.ico.0000148312.01805.53). Caliper: it is read to half a millimetre
#: either way, of some 90 mm between the outer corners of the eyes, and the landmarks put these
#: corners 2.5 % wrong (2.7 % on nine drawn faces of known width, the irises' own error in it).
#: Irises that differ by more than a tenth: either may be the right one, so that half of what they
#: differ by, 6 %, is added.
SCALE_RELATIVE_SD: Final = {
    ScaleSource.IRIS: 0.036,
    ScaleSource.IRISES_DIFFER: math.hypot(0.036, 0.06),
    ScaleSource.CALIPER: math.hypot(0.5 / 90.0, 0.025),
}


class Quantity(StrEnum):
    """Kinds of movement that are read equally well."""

    MOUTH = "mouth"
    LIP = "lip"
    BROW = "brow"
    EYE = "eye"
    NOSE = "nose"


_QUANTITY: Final = {
    Region.MOUTH: Quantity.MOUTH,
    Region.BROW: Quantity.BROW,
    Region.EYE: Quantity.EYE,
    Region.NOSE: Quantity.NOSE,
}


def quantity_of(movement: Movement) -> Quantity:
    """How a movement's size is read."""
    spec = MOVEMENT_SPECS[movement]
    if spec.region is Region.MOUTH and len(spec.axes) == 1:
        return Quantity.LIP
    return _QUANTITY.get(spec.region, Quantity.MOUTH) if spec.region else Quantity.MOUTH


class Figure(StrEnum):
    """What is followed from session to session."""

    SHARE = "share"  # affected over healthy side, points of %
    LEFT_MM = "left_mm"  # excursion, mm
    RIGHT_MM = "right_mm"
    FURTHER_MM = "further_mm"  # excursion of the side that went further, mm
    DIFFERENCE_MM = "difference_mm"  # left minus right excursion, mm
    LEFT_CLOSURE = "left_closure"  # of the eye in the hold, points of %
    RIGHT_CLOSURE = "right_closure"

    @property
    def in_mm(self) -> bool:
        """Whether the scale's uncertainty is part of it."""
        return self.value.endswith("_mm")

    @classmethod
    def of_excursion(cls, side: Side) -> Figure:
        """The excursion of a side."""
        return cls.LEFT_MM if side is Side.LEFT else cls.RIGHT_MM

    @classmethod
    def of_closure(cls, side: Side) -> Figure:
        """The closure of a side's eye."""
        return cls.LEFT_CLOSURE if side is Side.LEFT else cls.RIGHT_CLOSURE


@dataclass(frozen=True, slots=True)
class Repeatability:
    """How differently an unchanged face is read, as standard deviations (mm, or points of %).

    Attributes:
        session: between sessions; repetitions do not average it away.
        rep: between repetitions of one session.
    """

    session: float
    rep: float


#: From `python -m tests.accuracy.repeats`: the same movements of the same made faces in sessions
#: with another head position, distance, light and noise; rounded up by half, for they are few.
REPEAT_MM: Final[dict[Quantity, Repeatability]] = {
    Quantity.MOUTH: Repeatability(0.20, 0.15),
    Quantity.LIP: Repeatability(0.15, 0.06),
    Quantity.BROW: Repeatability(0.20, 0.06),
    Quantity.EYE: Repeatability(0.25, 0.05),
    Quantity.NOSE: Repeatability(0.20, 0.08),
}
REPEAT_SHARE: Final[dict[Quantity, Repeatability]] = {
    Quantity.MOUTH: Repeatability(2.0, 2.0),
    Quantity.LIP: Repeatability(2.5, 1.0),
    Quantity.BROW: Repeatability(1.5, 0.6),
    Quantity.EYE: Repeatability(2.0, 0.5),
    Quantity.NOSE: Repeatability(4.0, 2.0),
}
REPEAT_CLOSURE: Final = Repeatability(1.8, 0.5)
#: How far the healthy sides went there, mm, mean of both kinds of faces. What differs between
#: sessions is some tenths of a mm, which are a larger share of a smaller movement.
REPEATED_MM: Final[dict[Quantity, float]] = {
    Quantity.MOUTH: 6.2,
    Quantity.LIP: 3.3,
    Quantity.BROW: 4.8,
    Quantity.EYE: 7.6,
    Quantity.NOSE: 3.5,
}


def repeatability(
    movement: Movement, figure: Figure, healthy_mm: float | None = None
) -> Repeatability:
    """How well a figure of a movement is read again.

    Args:
        movement: what was practised.
        figure: what is read.
        healthy_mm: of a share, how far the healthy side went; None: as far as in the bench.
    """
    if figure is Figure.SHARE:
        quantity = quantity_of(movement)
        r = REPEAT_SHARE[quantity]
        if healthy_mm is None or not 0.0 < healthy_mm < REPEATED_MM[quantity]:
            return r
        grown = REPEATED_MM[quantity] / healthy_mm
        return Repeatability(r.session * grown, r.rep * grown)
    if not figure.in_mm:
        return REPEAT_CLOSURE
    r = REPEAT_MM[quantity_of(movement)]
    if figure is Figure.DIFFERENCE_MM:  # of two sides, taken as independent: never too small
        return Repeatability(r.session * math.sqrt(2.0), r.rep * math.sqrt(2.0))
    return r


def smallest_change(
    movement: Movement,
    figure: Figure,
    before: int = 1,
    now: int = 1,
    healthy_mm: float | None = None,
) -> float:
    """Smallest detectable change between the means of two sessions, mm or points of %.

    1.96 times the standard deviation of a difference in which nothing has changed; for one
    repetition each it is the usual 1.96 * sqrt(2) * SEM.

    Args:
        movement: what was practised.
        figure: what is compared.
        before: repetitions in the one session.
        now: repetitions in the other.
        healthy_mm: as in `repeatability`.
    """
    r = repeatability(movement, figure, healthy_mm)
    return Z95 * math.sqrt(2.0 * r.session**2 + r.rep**2 * (1.0 / before + 1.0 / now))
