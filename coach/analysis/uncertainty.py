"""How far a number may be from the truth: this session's noise and the bench's error model.

Three things add up, as independent errors do (JCGM 100:2008, 5.1): the noise of this session, as
its own rest face shows it; what the program gets wrong on faces in general (a part that is always
there and a part that grows with the movement), as the accuracy bench measured it; and, where
millimetres are given, the scale (iris or caliper), which cancels in ratios.

The constants come from the tuning cases of `make accuracy` (`tests/accuracy/fitting.py` prints
them), rounded up where few cases stand behind a quantity; docs/accuracy.md shows how often the
intervals hold on other cases. Raising one widens the intervals.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from coach.domain.movements import Movement
from coach.domain.repeatability import SCALE_RELATIVE_SD, Quantity, quantity_of
from coach.domain.session import ScaleSource
from coach.domain.student import Z95

#: Pictures 1/30 s apart are alike: only every fifth counts as independent.
_ALIKE: Final = 5.0


@dataclass(frozen=True, slots=True)
class ErrorModel:
    """Errors of the program itself, as standard deviations.

    Attributes:
        offset_mm: there whatever the size of the movement; points of % for closure.
        gain: grows with the movement, share of it.
        ratio_offset_mm / ratio_gain: the same for a ratio of the two sides, in which what both
            sides have in common cancels.
    """

    offset_mm: float
    gain: float
    ratio_offset_mm: float
    ratio_gain: float


ERRORS: Final[dict[Quantity, ErrorModel]] = {
    Quantity.MOUTH: ErrorModel(0.25, 0.10, 0.10, 0.06),
    Quantity.LIP: ErrorModel(0.20, 0.18, 0.10, 0.06),
    Quantity.BROW: ErrorModel(0.25, 0.16, 0.15, 0.04),
    Quantity.EYE: ErrorModel(0.10, 0.14, 0.25, 0.08),
    # One nose wing may be read a third smaller than the other though both move alike (the wings of
    # a tuning head that smiles); 0.2 over four faces, widened for being only four.
    Quantity.NOSE: ErrorModel(0.60, 0.15, 0.25, 0.30),
}
#: Eye closure, points of %: standard deviations of the error.
CLOSURE_OFFSET_PCT: Final = 1.6
CLOSURE_GAIN: Final = 0.05


def noise_of_hold(noise_sd: float, frames: int) -> float:
    """Standard deviation of a hold's median minus the rest baseline, in the noise's unit."""
    independent = max(frames / _ALIKE, 1.0)
    return noise_sd * math.sqrt(1.0 / independent + 1.0)


def excursion_uncertainty_mm(
    movement: Movement,
    excursion_mm: float,
    noise_sd_mm: float,
    frames: int,
    scale: ScaleSource = ScaleSource.IRIS,
) -> float:
    """Half width of the 95 % interval of an excursion, mm.

    Args:
        movement: decides about the error model.
        excursion_mm: what was measured.
        noise_sd_mm: of the excursion at rest, in this session.
        frames: pictures in the hold.
        scale: where the session's millimetres come from.
    """
    model = ERRORS[quantity_of(movement)]
    size = abs(excursion_mm)
    return Z95 * math.hypot(
        noise_of_hold(noise_sd_mm, frames),
        model.offset_mm,
        model.gain * size,
        SCALE_RELATIVE_SD[scale] * size,
    )


def share_uncertainty_pct(
    movement: Movement, weak_mm: float, healthy_mm: float, noise_sd_mm: float, frames: int
) -> float:
    """Half width of the 95 % interval of `affected_pct_of_healthy`, points of %.

    First order in both sides' errors; the scale is the same on both and cancels.

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
