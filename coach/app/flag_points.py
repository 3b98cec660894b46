"""The curves behind a flag as plain points, few enough to paint, for a screen without numpy."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from coach.domain.flag_curves import FlagCurves
from coach.domain.frames import FloatArray
from coach.domain.sides import Side

#: (seconds, value); NaN where the picture was not scored.
Curve: TypeAlias = tuple[tuple[float, float], ...]

#: More points than this do not show on a plot of a repetition.
_MOST: Final = 600
#: The part of all values that the scale is made for.
_SHOWN_PERCENTILE: Final = 95.0
#: Below zero, less than this share of the largest value is noise and needs no scale.
_NOISE_SHARE: Final = 0.15


@dataclass(frozen=True, slots=True)
class CurvePoints:
    """A flag's curves. Times are seconds from the session's start.

    Attributes:
        movement: of each side, mm.
        along: what the region did on each side, in `unit`.
        unit: "pct" or "mm".
        limit: from where it counted; empty where that is not known.
        window: start and end of the flag.
        span: first and last time.
        movement_range / along_range: least and most value, 0 included.
        peak_s: when the flagged side was furthest inside the window.
        place: the region and side in words.
        side: the flagged side.
    """

    movement: Mapping[Side, Curve]
    along: Mapping[Side, Curve]
    unit: str
    limit: Curve
    window: tuple[float, float]
    span: tuple[float, float]
    movement_range: tuple[float, float]
    along_range: tuple[float, float]
    peak_s: float
    place: str
    side: Side

    @property
    def gaps(self) -> bool:
        """Whether some pictures were left out of what moved along."""
        return any(math.isnan(value) for curve in self.along.values() for _, value in curve)

    def at(self, time_s: float) -> dict[Side, tuple[float | None, float | None]]:
        """Movement and co-movement of each side in the picture nearest to a time."""
        return {
            side: (_near(self.movement[side], time_s), _near(self.along[side], time_s))
            for side in Side
        }


def curve_points(curves: FlagCurves, place: str) -> CurvePoints:
    """The points of a flag's curves; `place` is the region and side in words."""
    t = curves.time_s
    pick = np.unique(np.linspace(0, len(t) - 1, min(len(t), _MOST)).round().astype(int))

    def points(values: FloatArray) -> Curve:
        return tuple(zip(t[pick].tolist(), values[pick].tolist(), strict=True))

    along = curves.co_movement.of(curves.side)
    inside = (t >= curves.window[0]) & (t <= curves.window[1]) & np.isfinite(along)
    peak = float(t[inside][np.argmax(along[inside])]) if inside.any() else curves.window[0]
    pairs = curves.movement_mm, curves.co_movement
    extra = () if curves.limit_line is None else (curves.limit_line,)
    return CurvePoints(
        movement={side: points(pairs[0].of(side)) for side in Side},
        along={side: points(pairs[1].of(side)) for side in Side},
        unit=curves.unit,
        limit=() if curves.limit_line is None else points(curves.limit_line),
        window=curves.window,
        span=(float(t[0]), float(t[-1])),
        movement_range=_range(inside, pairs[0].left, pairs[0].right),
        along_range=_range(inside, pairs[1].left, pairs[1].right, *extra),
        peak_s=peak,
        place=place,
        side=curves.side,
    )


def _range(inside: NDArray[np.bool_], *curves: FloatArray) -> tuple[float, float]:
    """What is inside the flag's window is seen whole; a blink beside it may leave the plot."""
    seen = np.concatenate([c[inside] for c in curves])
    values = np.concatenate(curves)
    values = values[np.isfinite(values)]
    seen = seen[np.isfinite(seen)]
    if not len(values):
        return 0.0, 1.0
    most = float(np.percentile(values, _SHOWN_PERCENTILE))
    high = max(most, float(seen.max()) if len(seen) else 0.0, 1.0)
    low = min(float(np.percentile(values, 100 - _SHOWN_PERCENTILE)), 0.0)
    return (low if low < -_NOISE_SHARE * high else 0.0), high


def _near(curve: Curve, time_s: float) -> float | None:
    if not curve:
        return None
    value = min(curve, key=lambda point: abs(point[0] - time_s))[1]
    return None if value != value else value
