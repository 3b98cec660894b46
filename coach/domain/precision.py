"""How finely numbers are kept and printed, so that log, CSV and JSON agree to the last digit.

One rule for all of them: a value is rounded once, to the decimals of its column, half to even on
the scaled number. 0.001 mm is about a hundredth of the noise at rest (0.1 mm and more), so nothing
that can be measured is lost; time is kept to the microsecond.
"""

from __future__ import annotations

import math
from typing import Final

import numpy as np
from numpy.typing import NDArray

from coach.domain.frames import FloatArray

TIME_DECIMALS: Final = 6  # seconds
MM_DECIMALS: Final = 3
PCT_DECIMALS: Final = 2
DEG_DECIMALS: Final = 2
SCALE_DECIMALS: Final = 6  # mm per pixel: five significant digits at the usual 0.1 to 0.5

#: Larger numbers than this cannot come from a face; they count as "no value", like NaN.
LARGEST: Final = 1e9

_BY_ENDING: Final = (
    ("mm_per_px", SCALE_DECIMALS),
    ("_s", TIME_DECIMALS),
    ("_mm", MM_DECIMALS),
    ("_pct", PCT_DECIMALS),
    ("_deg", DEG_DECIMALS),
)


def decimals_of(column: str) -> int:
    """Decimals of a `measures.csv` column, from the unit at the end of its name.

    Raises:
        ValueError: the name ends in no known unit.
    """
    for ending, decimals in _BY_ENDING:
        if column.endswith(ending):
            return decimals
    raise ValueError(f"{column} ends in no known unit")


def to_fixed(values: FloatArray, decimals: int) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Round to fixed-point integers.

    Args:
        values: any shape.
        decimals: digits after the point.

    Returns:
        (integers in units of 10**-decimals, mask of the values that exist); both in the shape of
        `values`. Where there is no value (NaN, infinite, beyond LARGEST) the integer is 0.
    """
    present = np.abs(values) <= LARGEST  # False for NaN
    scaled = np.rint(np.where(present, values, 0.0) * 10.0**decimals)
    return scaled.astype(np.int64), present


def from_fixed(
    integers: NDArray[np.int64], present: NDArray[np.bool_], decimals: int
) -> FloatArray:
    """The inverse of `to_fixed`; NaN where there is no value."""
    return np.where(present, integers / 10.0**decimals, np.nan)


def format_fixed(integer: int, decimals: int) -> str:
    """Decimal text of a fixed-point integer, with all its decimals and never "-0"."""
    if decimals == 0:
        return str(integer)
    whole, part = divmod(abs(integer), 10**decimals)
    return f"{'-' if integer < 0 else ''}{whole}.{part:0{decimals}d}"


def rounded(value: float | None, decimals: int) -> float | None:
    """A number as JSON holds it; None where there is none."""
    if value is None or not math.isfinite(value):
        return None
    return round(float(value), decimals) + 0.0  # + 0.0: no "-0.0"
