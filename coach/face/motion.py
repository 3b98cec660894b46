"""How a face moves in time: smooth movements, blinks, a head that is never quite still.

Everything here is a pure function of time, so that the truth of any moment can be asked for again.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from math import pi, sin
from typing import Final

import numpy as np

from coach.domain.frames import FloatArray
from coach.face.projection import HeadPlacement

#: A blink: 90 ms down, 30 ms shut, 130 ms up (0.25 s; spontaneous blinks last 0.1 to 0.4 s).
BLINK_DOWN_S: Final = 0.09
BLINK_SHUT_S: Final = 0.03
BLINK_UP_S: Final = 0.13
BLINK_S: Final = BLINK_DOWN_S + BLINK_SHUT_S + BLINK_UP_S
#: Blinks are laid out for this long; after it they repeat.
_BLINK_PERIOD_S: Final = 1800.0


def minimum_jerk(t: float) -> float:
    """Share of a reaching movement done at share `t` of its time (Flash and Hogan 1985)."""
    t = min(max(t, 0.0), 1.0)
    return t * t * t * (10.0 - 15.0 * t + 6.0 * t * t)


class Track:
    """The intended weights of one side over time: movements one after another.

    A movement that begins while another is under way takes over from where the face then is.
    """

    def __init__(self, channels: int) -> None:
        self._starts: list[float] = []
        self._moves: list[tuple[float, FloatArray, FloatArray]] = []
        self._rest = np.zeros(channels)

    @property
    def target(self) -> FloatArray:
        """(channels,) where the newest movement leads."""
        return self._moves[-1][2] if self._moves else self._rest

    def move_to(self, target: FloatArray, start_s: float, duration_s: float) -> None:
        """Begin a movement. It may not begin before the newest one did."""
        if self._starts:
            start_s = max(start_s, self._starts[-1])
        here = self.at(start_s)
        self._starts.append(start_s)
        self._moves.append((max(duration_s, 1e-3), here, target))

    def at(self, t_s: float) -> FloatArray:
        """(channels,) intended weights. Do not write to them."""
        i = bisect_right(self._starts, t_s) - 1
        if i < 0:
            return self._rest
        duration, here, target = self._moves[i]
        done = minimum_jerk((t_s - self._starts[i]) / duration)
        if done >= 1.0:
            return target
        return here + done * (target - here)


class Blinks:
    """Spontaneous blinks of both eyes.

    Args:
        seed: which blinks.
        mean_interval_s: mean time from one blink to the next; 0 for none.
    """

    def __init__(self, seed: int, mean_interval_s: float) -> None:
        self.starts_s: list[float] = []
        if mean_interval_s > 0.0:
            rng = np.random.default_rng((seed, 11))
            n = int(1.5 * _BLINK_PERIOD_S / mean_interval_s)
            gaps = np.maximum(rng.gamma(6.0, mean_interval_s / 6.0, n), 2.0 * BLINK_S)
            starts = np.cumsum(gaps)
            self.starts_s = starts[starts < _BLINK_PERIOD_S - 1.0].tolist()

    def at(self, t_s: float) -> float:
        """Closure of the eyes, 0 to 1."""
        t = t_s % _BLINK_PERIOD_S
        i = bisect_right(self.starts_s, t) - 1
        if i < 0:
            return 0.0
        since = t - self.starts_s[i]
        if since >= BLINK_S:
            return 0.0
        if since < BLINK_DOWN_S:
            return minimum_jerk(since / BLINK_DOWN_S)
        return 1.0 - minimum_jerk((since - BLINK_DOWN_S - BLINK_SHUT_S) / BLINK_UP_S)

    def between(self, start_s: float, end_s: float) -> list[tuple[float, float]]:
        """(start, end) of the blinks that begin in a stretch of time (of the first period)."""
        return [(s, s + BLINK_S) for s in self.starts_s if start_s <= s < end_s]


@dataclass(frozen=True, slots=True)
class Wander:
    """A slow wandering about 0 with a given standard deviation: three sines.

    Attributes:
        waves: (amplitude, frequency in Hz, phase) of each.
    """

    waves: tuple[tuple[float, float, float], ...]

    @classmethod
    def seeded(cls, rng: np.random.Generator, sd: float, low_hz: float, high_hz: float) -> Wander:
        share = sd * (2.0 / 3.0) ** 0.5
        return cls(
            tuple(
                (share, float(rng.uniform(low_hz, high_hz)), float(rng.uniform(0.0, 2.0 * pi)))
                for _ in range(3)
            )
        )

    def at(self, t_s: float) -> float:
        return sum(a * sin(2.0 * pi * f * t_s + p) for a, f, p in self.waves)


class HeadSway:
    """Small movements of a head that tries to keep still.

    Args:
        seed: which movements.
        amount: 1 for a person sitting at ease (about 1 degree, 1.5 mm); 0 for none.
        centre: where the head is held on average.
    """

    def __init__(self, seed: int, amount: float = 1.0, centre: HeadPlacement | None = None) -> None:
        rng = np.random.default_rng((seed, 23))
        self._centre = centre or HeadPlacement()
        self._yaw, self._pitch, self._roll, self._x, self._y = (
            Wander.seeded(rng, sd * amount, 0.05, 0.35) for sd in (1.2, 0.8, 0.6, 1.6, 1.0)
        )
        self._zoom = Wander.seeded(rng, 0.004 * amount, 0.03, 0.2)

    def at(self, t_s: float) -> HeadPlacement:
        """Where the head is."""
        c = self._centre
        return HeadPlacement(
            yaw=c.yaw + self._yaw.at(t_s),
            pitch=c.pitch + self._pitch.at(t_s),
            roll=c.roll + self._roll.at(t_s),
            shift_mm=(c.shift_mm[0] + self._x.at(t_s), c.shift_mm[1] + self._y.at(t_s)),
            zoom=c.zoom * (1.0 + self._zoom.at(t_s)),
        )
