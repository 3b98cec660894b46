"""The two curves behind a flag: the movement, and what moved along. Numbers only, no drawing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from coach.domain.frames import FloatArray
from coach.domain.measures import MeasureSeries, SideMeasure
from coach.domain.movements import MOVEMENT_SPECS, REGION_MEASURES, Region
from coach.domain.session import LoggedFrame, RepRecord, SynkinesisFlag, SynkinesisRule
from coach.domain.sides import Side

#: Shown before and after the repetition, seconds.
MARGIN_S: Final = 1.5
_SIDES: Final = (Side.LEFT, Side.RIGHT)

#: (n,) True in pictures that flags are not judged by: blinks (`coach.analysis.blinks.blink_mask`).
LeftOut: TypeAlias = Callable[[MeasureSeries], NDArray[np.bool_]]


@dataclass(frozen=True, slots=True, eq=False)
class SidePair:
    """(n,) values of each side; NaN in pictures that were not scored."""

    left: FloatArray
    right: FloatArray

    def of(self, side: Side) -> FloatArray:
        return self.left if side is Side.LEFT else self.right


@dataclass(frozen=True, slots=True, eq=False)
class FlagCurves:
    """A repetition with one of its flags, as curves. Times are seconds from the session's start.

    Attributes:
        time_s: (n,) from MARGIN_S before the repetition to MARGIN_S after it.
        movement_mm: size of the movement that was asked for.
        co_movement: what the region did, in `unit`: closure of the eye in per cent (negative where
            it is wider than at rest), elsewhere the length of the way from rest, mm.
        unit: "pct" or "mm".
        limit_line: (n,) the height at which the flagged side's curve counted: the other side's
            curve plus the flag's limit (cross-talk, some tenths, is left out). None where the
            limit is not known or the flag is not by comparison with the other side.
        window: start and end of the flag.
        side: the flagged side.
    """

    time_s: FloatArray
    movement_mm: SidePair
    co_movement: SidePair
    unit: str
    limit_line: FloatArray | None
    window: tuple[float, float]
    side: Side


def flag_curves(
    rep: RepRecord,
    flag: SynkinesisFlag,
    frames: Sequence[LoggedFrame],
    left_out: LeftOut | None = None,
) -> FlagCurves | None:
    """The curves of a flag, from the session's logged pictures.

    Args:
        rep: the repetition.
        flag: one of its flags.
        frames: of the session, in order; only those around the repetition are looked at.
        left_out: (n,) True in pictures that the flag was not judged by (blinks), which are gaps
            in what the region did; not asked where the lids are what is meant to move.

    Returns:
        None where the region has no measure, or nothing was logged there.
    """
    if flag.region not in REGION_MEASURES:
        return None
    shown = [f for f in frames if rep.start_s - MARGIN_S <= f.time_s <= rep.end_s + MARGIN_S]
    if not shown:
        return None
    series = MeasureSeries.of([f.measures for f in shown])
    moved = _pair(series, MOVEMENT_SPECS[rep.movement].axes)
    along = _pair(series, REGION_MEASURES[flag.region])
    if left_out is not None and MOVEMENT_SPECS[rep.movement].region is not Region.EYE:
        gaps = left_out(series)
        along = SidePair(*(np.where(gaps, np.nan, along.of(side)) for side in _SIDES))
    by_other = flag.rule in (None, SynkinesisRule.OTHER_SIDE)
    line = None
    if flag.limit is not None and by_other:
        line = np.maximum(along.of(flag.side.other), 0.0) + flag.limit
    return FlagCurves(
        time_s=np.array([f.time_s for f in shown], dtype=np.float64),
        movement_mm=moved,
        co_movement=along,
        unit=flag.unit,
        limit_line=line,
        window=(flag.start_s, flag.end_s),
        side=flag.side,
    )


def region_sizes(
    series: MeasureSeries, measures: tuple[SideMeasure, ...], side: Side
) -> FloatArray:
    """(n,) size of a displacement, NaN where not valid.

    Closure keeps its sign; of a fissure it is what is missing from the widest of the series.
    """
    valid: NDArray[np.bool_] = series.valid
    columns = [series.column(m, side) for m in measures]
    if measures == (SideMeasure.EYE_CLOSURE,):
        size = columns[0]
    elif measures == (SideMeasure.PALPEBRAL_FISSURE,):
        size = np.nanmax(columns[0][valid], initial=0.0) - columns[0]
    else:
        size = np.sqrt(sum((c * c for c in columns), np.zeros(len(series))))
    return np.where(valid, size, np.nan)


def _pair(series: MeasureSeries, measures: tuple[SideMeasure, ...]) -> SidePair:
    return SidePair(*(region_sizes(series, measures, side) for side in _SIDES))
