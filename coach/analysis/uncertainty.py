"""How far a number may be from the truth: this session's noise and the bench's error model.

Three things add up, as independent errors do (JCGM 100:2008, 5.1): the noise of this session, as
its own rest face shows it; what the program gets wrong on faces in general (a part that is always
there and a part that grows with the movement), as the accuracy bench measured it; and, where
millimetres are given, the iris' size, which cancels in ratios.

The constants come from the tuning cases of `make accuracy` (`tests/accuracy/fitting.py` prints
them), rounded up where few cases stand behind a quantity; docs/accuracy.md shows how often the
intervals hold on other cases. Raising one widens the intervals.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from coach.analysis.measures import IRIS_RELATIVE_SD
from coach.domain.movements import MOVEMENT_SPECS, Movement, Region

#: Half width of a 95 % interval in standard deviations of a normal distribution.
Z95: Final = 1.96
#: Pictures 1/30 s apart are alike: only every fifth counts as independent.
_ALIKE: Final = 5.0


class Quantity(StrEnum):
    """What an interval is for."""

    MOUTH = "mouth"
    LIP = "lip"
    BROW = "brow"
    EYE = "eye"
    NOSE = "nose"


@dataclass(frozen=True, slots=True)
class ErrorModel:
    """Errors of the program itself, as standard deviations.

    Attributes:
        offset_mm: there whatever the size of the movement; points of % for closure.
        gain: grows with the movement, share of it.
        ratio_offset_mm / ratio_gain: the same for a ratio of the two sides, in which what both
            sides have in common cancels.
        retest_mm: of the same movement measured again in another session.
        retest_ratio: the same of a ratio of the two sides, points of %.
    """

    offset_mm: float
    gain: float
    ratio_offset_mm: float
    ratio_gain: float
    retest_mm: float
    retest_ratio: float


ERRORS: Final[dict[Quantity, ErrorModel]] = {
    Quantity.MOUTH: ErrorModel(0.25, 0.12, 0.10, 0.06, 0.15, 2.0),
    Quantity.LIP: ErrorModel(0.20, 0.14, 0.10, 0.06, 0.15, 2.0),
    Quantity.BROW: ErrorModel(0.25, 0.14, 0.15, 0.04, 0.45, 2.0),
    Quantity.EYE: ErrorModel(0.10, 0.14, 0.25, 0.08, 0.10, 1.0),
    Quantity.NOSE: ErrorModel(0.60, 0.15, 0.45, 0.12, 0.25, 4.0),
}
#: Eye closure, points of %: standard deviations of the error, and of a repeated measurement.
CLOSURE_OFFSET_PCT: Final = 1.25
CLOSURE_GAIN: Final = 0.05
CLOSURE_RETEST_PCT: Final = 0.6

_QUANTITY: Final = {
    Region.MOUTH: Quantity.MOUTH,
    Region.BROW: Quantity.BROW,
    Region.EYE: Quantity.EYE,
    Region.NOSE: Quantity.NOSE,
}


def quantity_of(movement: Movement) -> Quantity:
    """Which error model a movement's size has."""
    spec = MOVEMENT_SPECS[movement]
    if spec.region is Region.MOUTH and len(spec.axes) == 1:
        return Quantity.LIP
    return _QUANTITY.get(spec.region, Quantity.MOUTH) if spec.region else Quantity.MOUTH


def noise_of_hold(noise_sd: float, frames: int) -> float:
    """Standard deviation of a hold's median minus the rest baseline, in the noise's unit."""
    independent = max(frames / _ALIKE, 1.0)
    return noise_sd * math.sqrt(1.0 / independent + 1.0)


def excursion_uncertainty_mm(
    movement: Movement, excursion_mm: float, noise_sd_mm: float, frames: int
) -> float:
    """Half width of the 95 % interval of an excursion, mm.

    Args:
        movement: decides about the error model.
        excursion_mm: what was measured.
        noise_sd_mm: of the excursion at rest, in this session.
        frames: pictures in the hold.
    """
    model = ERRORS[quantity_of(movement)]
    size = abs(excursion_mm)
    return Z95 * math.hypot(
        noise_of_hold(noise_sd_mm, frames),
        model.offset_mm,
        model.gain * size,
        IRIS_RELATIVE_SD * size,
    )


def share_uncertainty_pct(
    movement: Movement, weak_mm: float, healthy_mm: float, noise_sd_mm: float, frames: int
) -> float:
    """Half width of the 95 % interval of `affected_pct_of_healthy`, points of %.

    First order in both sides' errors; the scale of the iris is the same on both and cancels.

    Raises:
        ValueError: the healthy side did not move.
    """
    if healthy_mm <= 0.0:
        raise ValueError("a share of nothing has no interval")
    model = ERRORS[quantity_of(movement)]
    share = weak_mm / healthy_mm
    each = math.hypot(noise_of_hold(noise_sd_mm, frames), model.ratio_offset_mm)
    return (
        100.0
        * Z95
        * math.hypot(each / healthy_mm * math.hypot(1.0, share), model.ratio_gain * share)
    )


def closure_uncertainty_pct(closure_pct: float, noise_sd_pct: float, frames: int) -> float:
    """Half width of the 95 % interval of an eye's closure in a hold, points of %."""
    return Z95 * math.hypot(
        noise_of_hold(noise_sd_pct, frames), CLOSURE_OFFSET_PCT, CLOSURE_GAIN * abs(closure_pct)
    )


def smallest_change(retest_sd: float) -> float:
    """Smallest change between two sessions that is more than measurement error, 95 %.

    MDC95 = 1.96 * sqrt(2) * SEM (Weir 2005, doi 10.1519/15184.1).
    """
    return Z95 * math.sqrt(2.0) * retest_sd


def smallest_change_mm(movement: Movement) -> float:
    """Smallest detectable change of an excursion, mm."""
    return smallest_change(ERRORS[quantity_of(movement)].retest_mm)


def smallest_change_pct(movement: Movement) -> float:
    """Smallest detectable change of the share of the healthy side, points of %."""
    return smallest_change(ERRORS[quantity_of(movement)].retest_ratio)


def smallest_closure_change_pct() -> float:
    """Smallest detectable change of an eye's closure, points of %."""
    return smallest_change(CLOSURE_RETEST_PCT)


def is_real_change(before: float, after: float, smallest: float) -> bool:
    """False where a difference may be nothing but measurement error ("no real change")."""
    return abs(after - before) > smallest
