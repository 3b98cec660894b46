"""How much later one side rises than the other."""

from __future__ import annotations

from typing import Final

import numpy as np

from coach.analysis.segments import Segment
from coach.domain.frames import FloatArray

#: The rise is compared from this long before its start to this long into the hold. Longer takes in
#: more of the hold, in which the sides drift for reasons of their own.
BEFORE_S: Final = 0.4
AFTER_S: Final = 0.2
#: Lags looked for. A side that rises later than this was not one movement with the other.
MAX_LAG_S: Final = 0.6
_STEP_S: Final = 0.005
#: Share of the weaker side's rise that the other side's must explain: below it the two are not the
#: same movement, or one was read in jumps, and no lag is better than a wrong one.
MIN_ALIKE: Final = 0.8
_LAGS: Final = np.arange(-MAX_LAG_S, MAX_LAG_S + 0.5 * _STEP_S, _STEP_S)


def lag_behind_s(
    time_s: FloatArray, small: FloatArray, large: FloatArray, segment: Segment
) -> float | None:
    """Delay of the side that moves less behind the other; negative where it is ahead.

    The delay at which the small side's rise is most nearly a multiple of the large one's plus a
    constant (least squares). The whole slope is used rather than single crossings, so neither the
    noise of one picture nor a plateau or rest that is a little off moves it much.

    Args:
        time_s: (n,) seconds, increasing.
        small: (n,) size of the movement of the side that moves less, mm, no NaN.
        large: (n,) the same of the other side.
        segment: the repetition.

    Returns:
        Seconds; None where the two do not rise alike within MAX_LAG_S.
    """
    lag: float | None = 0.0
    for _ in range(2):  # the second time, all of a side that comes early or late is in the window
        early, late = min(lag or 0.0, 0.0), max(lag or 0.0, 0.0)
        begin = int(np.searchsorted(time_s, segment.start_s - BEFORE_S + early))
        end = int(np.searchsorted(time_s, segment.hold_start_s + AFTER_S + late))
        lag = _best(time_s, small, large, slice(begin, end))
        if lag is None:
            return None
    return lag


def _best(time_s: FloatArray, small: FloatArray, large: FloatArray, at: slice) -> float | None:
    here = small[at] - small[at].mean()
    energy = float(here @ here)
    if len(here) < 4 or energy == 0.0:
        return None
    moved = np.interp(time_s[at] - _LAGS[:, None], time_s, large)
    moved -= moved.mean(axis=1, keepdims=True)
    power = (moved * moved).sum(axis=1)
    shared = np.maximum(moved @ here, 0.0) ** 2  # against the movement explains nothing
    alike = np.divide(shared, power * energy, out=np.zeros_like(power), where=power > 0)
    i = int(np.argmax(alike))
    if alike[i] < MIN_ALIKE or not 0 < i < len(_LAGS) - 1:
        return None
    before, here_, after = alike[i - 1 : i + 2]
    bend = before - 2.0 * here_ + after
    return float(_LAGS[i] + (0.5 * _STEP_S * (before - after) / bend if bend < 0 else 0.0))
