"""Filters over frames. Time is an argument; every filter can be reset."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from coach.domain.frames import FloatArray


class OneEuro:
    """One Euro low-pass over many channels at once: still when still, quick when quick.

    Source: G. Casiez, N. Roussel, D. Vogel, "1 Euro filter", CHI 2012 (hal-00670496).

    Args:
        min_cutoff_hz: cut-off at rest; lower is steadier and slower to follow.
        beta: extra cut-off (Hz) per unit of speed; higher follows quick movement sooner.
        speed_cutoff_hz: cut-off of the speed estimate.
        max_gap_s: after a longer gap the filter starts anew.
        partners: (n,) index of the channel that each channel shares its speed with; both are then
            filtered at the faster one's cut-off. Without it the smaller of two movements that
            begin together would come out later, because what is slower is delayed more.
    """

    def __init__(
        self,
        min_cutoff_hz: float = 1.5,
        beta: float = 0.5,
        speed_cutoff_hz: float = 2.0,
        max_gap_s: float = 0.3,
        partners: NDArray[np.intp] | None = None,
    ) -> None:
        self._min_cutoff = min_cutoff_hz
        self._beta = beta
        self._speed_cutoff = speed_cutoff_hz
        self._max_gap = max_gap_s
        self._partners = partners
        self._time: float | None = None
        self._value: FloatArray = np.empty(0)
        self._speed: FloatArray = np.empty(0)

    def reset(self) -> None:
        self._time = None

    def step(self, values: FloatArray, time_s: float) -> FloatArray:
        """(n,) new values -> (n,) smoothed; NaN passes through and restarts its channel."""
        if self._time is None or time_s - self._time > self._max_gap or time_s <= self._time:
            self._time = time_s
            self._value = values.astype(np.float64, copy=True)
            self._speed = np.zeros_like(self._value)
            return self._value.copy()
        dt = time_s - self._time
        fresh = np.isnan(self._value)
        previous = np.where(fresh, values, self._value)
        raw_speed = (values - previous) / dt
        a_speed = _alpha(np.asarray(self._speed_cutoff), dt)
        speed = np.where(np.isnan(raw_speed), 0.0, raw_speed)
        self._speed = self._speed + a_speed * (speed - self._speed)
        pace = np.abs(self._speed)
        if self._partners is not None:
            pace = np.maximum(pace, pace[self._partners])
        cutoff = self._min_cutoff + self._beta * pace
        self._value = previous + _alpha(cutoff, dt) * (values - previous)
        self._time = time_s
        return self._value.copy()


def _alpha(cutoff_hz: FloatArray, dt: float) -> FloatArray:
    r = 2.0 * np.pi * cutoff_hz * dt
    return np.asarray(r / (r + 1.0))


def median_noise(values: FloatArray) -> FloatArray:
    """(n, m) -> (m,) standard deviation estimated from the median absolute deviation.

    Robust to a blink in the stretch; 1.4826 makes it consistent for normal noise.
    """
    centre = np.nanmedian(values, axis=0)
    return np.asarray(1.4826 * np.nanmedian(np.abs(values - centre), axis=0))
