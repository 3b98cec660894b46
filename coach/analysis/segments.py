"""When a movement begins, holds and ends: thresholds with hysteresis on its size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from coach.analysis.blinks import runs
from coach.analysis.excursion import excursion_noise_mm, excursions_mm
from coach.domain.frames import FloatArray
from coach.domain.measures import MeasureSeries
from coach.domain.movements import Movement
from coach.domain.session import BaselineRecord
from coach.domain.sides import Side

#: A movement smaller than this cannot be told from tracking error, mm (rest noise of plain
#: landmarks after alignment is 0.2 to 0.4 mm).
MIN_EXCURSION_MM: Final = 0.8
#: ... nor than this many standard deviations of this session's rest noise.
MIN_NOISE_FACTOR: Final = 4.0
ENTER_SHARE: Final = 0.4  # of the plateau: a repetition has begun
LEAVE_SHARE: Final = 0.25  # of the plateau: it has ended
HOLD_SHARE: Final = 0.85  # of the plateau: the hold
ONSET_SHARE: Final = 0.15  # of the plateau: first movement
MIN_REP_S: Final = 0.6  # longer than a blink
MERGE_GAP_S: Final = 0.5  # a dip inside a repetition
_TOP_PERCENTILE: Final = 98.0  # the top of a movement: what is above may be a spike


@dataclass(frozen=True, slots=True)
class Segment:
    """One repetition on the series' clock, seconds."""

    start_s: float
    hold_start_s: float
    hold_end_s: float
    end_s: float


def drive(
    series: MeasureSeries, usable: NDArray[np.bool_], movement: Movement, rest: BaselineRecord
) -> FloatArray:
    """(n,) size of the movement on the side that moves more, mm; gaps bridged linearly."""
    sides = np.stack([excursions_mm(series.values, movement, s, rest) for s in Side])
    return bridge(series.time_s, np.where(usable, np.fmax(sides[0], sides[1]), np.nan))


def bridge(time_s: FloatArray, values: FloatArray) -> FloatArray:
    """(n,) values with NaN -> the gaps filled linearly (ends: nearest value)."""
    known = ~np.isnan(values)
    if not known.any():
        return np.zeros_like(values)
    return np.interp(time_s, time_s[known], values[known])


def smallest_movement_mm(movement: Movement, rest: BaselineRecord) -> float:
    """Size below which nothing is said to have moved."""
    noise = max(excursion_noise_mm(rest, movement, s) for s in Side)
    return max(MIN_EXCURSION_MM, MIN_NOISE_FACTOR * noise)


def find_segments(time_s: FloatArray, size: FloatArray, smallest_mm: float) -> list[Segment]:
    """Every repetition in a recording.

    Args:
        time_s: (n,) seconds, increasing.
        size: (n,) mm, no NaN.
        smallest_mm: plateaus below this are not movements.

    Returns:
        Segments in order of time. Each repetition has its own plateau, so a small one beside a
        large one is found as long as it is above `smallest_mm` and ENTER_SHARE of the largest.
    """
    if len(size) == 0:
        return []
    largest = _largest(time_s, size, smallest_mm)
    if largest < smallest_mm:
        return []
    enter = max(ENTER_SHARE * largest, 0.7 * smallest_mm)
    leave = max(LEAVE_SHARE * largest, 0.4 * smallest_mm)
    segments: list[Segment] = []
    for a, b in _merged(time_s, hysteresis(size, enter, leave)):
        if time_s[b - 1] - time_s[a] < MIN_REP_S:
            continue
        segment = segment_in(time_s[a:b], size[a:b])
        if segment is not None:
            segments.append(_with_feet(segment, time_s, size, a, b))
    return segments


def hysteresis(size: FloatArray, enter: float, leave: float) -> NDArray[np.bool_]:
    """(n,) True in every stretch above `leave` that somewhere reaches `enter`."""
    mask = np.zeros(len(size), dtype=np.bool_)
    for a, b in runs(size >= leave):
        if size[a:b].max() >= enter:
            mask[a:b] = True
    return mask


def segment_in(time_s: FloatArray, size: FloatArray) -> Segment | None:
    """Onset, hold and end of the one movement in a window; None where nothing moves."""
    plateau = plateau_of(size)
    if plateau <= 0:
        return None
    high = np.flatnonzero(size >= HOLD_SHARE * plateau)
    if len(high) == 0:
        return None
    first, last = int(high[0]), int(high[-1])
    return Segment(
        start_s=rise_time(time_s, size, ONSET_SHARE * plateau, first),
        hold_start_s=float(time_s[first]),
        hold_end_s=float(time_s[last]),
        end_s=fall_time(time_s, size, ONSET_SHARE * plateau, last),
    )


def plateau_of(size: FloatArray) -> float:
    """Height of the hold: the 85th percentile of the movement, which a single spike does not move.

    Rest around the movement is left out first: a short hold in a long window has the same height.
    """
    if len(size) == 0:
        return 0.0
    moving = size >= LEAVE_SHARE * float(np.percentile(size, _TOP_PERCENTILE))
    return float(np.percentile(size[moving], 85))


def _largest(time_s: FloatArray, size: FloatArray, smallest_mm: float) -> float:
    """Height of the largest movement of a recording, not of a spike.

    The 98th percentile; where that is rest, because the movement is short against the recording,
    the height that is reached for MIN_REP_S in all.
    """
    largest = float(np.percentile(size, _TOP_PERCENTILE))
    if largest >= smallest_mm or len(size) < 2:
        return largest
    pictures = round(MIN_REP_S / float(np.median(np.diff(time_s))))
    return float(np.sort(size)[-min(max(pictures, 1), len(size))])


def rise_time(time_s: FloatArray, size: FloatArray, level: float, peak: int) -> float:
    """Time before index `peak` at which `size` last rose through `level`, interpolated."""
    below = np.flatnonzero(size[: peak + 1] < level)
    if len(below) == 0:
        return float(time_s[0])
    i = int(below[-1])
    return _crossing(time_s, size, level, i, min(i + 1, peak))


def fall_time(time_s: FloatArray, size: FloatArray, level: float, peak: int) -> float:
    """Time after index `peak` at which `size` first fell through `level`, interpolated."""
    below = np.flatnonzero(size[peak:] < level)
    if len(below) == 0:
        return float(time_s[-1])
    i = peak + int(below[0])
    return _crossing(time_s, size, level, max(i - 1, peak), i)


def _crossing(time_s: FloatArray, size: FloatArray, level: float, i: int, j: int) -> float:
    rise = size[j] - size[i]
    share = 0.0 if rise == 0 else (level - size[i]) / rise
    return float(time_s[i] + min(max(share, 0.0), 1.0) * (time_s[j] - time_s[i]))


def _merged(time_s: FloatArray, mask: NDArray[np.bool_]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for a, b in runs(mask):
        if out and time_s[a] - time_s[out[-1][1] - 1] <= MERGE_GAP_S:
            out[-1] = (out[-1][0], b)
        else:
            out.append((a, b))
    return out


def _with_feet(segment: Segment, time_s: FloatArray, size: FloatArray, a: int, b: int) -> Segment:
    """Start and end sought outside the hysteresis window too, where the slope's foot lies."""
    plateau = plateau_of(size[a:b])
    level = ONSET_SHARE * plateau
    first = int(np.searchsorted(time_s, segment.hold_start_s))
    last = int(np.searchsorted(time_s, segment.hold_end_s))
    return Segment(
        start_s=rise_time(time_s, size, level, first),
        hold_start_s=segment.hold_start_s,
        hold_end_s=segment.hold_end_s,
        end_s=fall_time(time_s, size, level, last),
    )
