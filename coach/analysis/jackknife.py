"""How sure a figure of one stretch of time is: leave out one piece of it after the other."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from coach.domain.frames import FloatArray
from coach.domain.student import t95

#: Fewer pieces than this leave no interval.
MIN_BLOCKS: Final = 4
_MIN_PICTURES: Final = 15  # in a piece


def jackknife(
    time_s: FloatArray,
    rows: NDArray[np.bool_],
    figure: Callable[[NDArray[np.bool_]], float],
    block_s: float,
) -> float | None:
    """Half width of the 95 % interval of a figure (delete-one-block jackknife, Student's t).

    Pictures that follow each other are alike, so pieces of time are left out, not pictures.

    Args:
        time_s: (n,) increasing.
        rows: (n,) pictures that the figure is made of.
        figure: of some of these pictures.
        block_s: length of a piece, seconds.

    Returns:
        None where there are too few pieces.
    """
    block = np.floor((time_s - time_s[0]) / block_s).astype(int)
    pieces = [mask for b in np.unique(block[rows])
              if (mask := rows & (block == b)).sum() >= _MIN_PICTURES]  # fmt: skip
    n = len(pieces)
    if n < MIN_BLOCKS:
        return None
    without = np.array([figure(rows & ~piece) for piece in pieces])
    if not np.isfinite(without).all():
        return None
    variance = (n - 1) / n * float(((without - without.mean()) ** 2).sum())
    return t95(n - 1.0) * math.sqrt(variance)
