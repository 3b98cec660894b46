"""What a mouth does in speech: syllable after syllable, in phrases with pauses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from coach.face.expression import Channel, channel_index

#: Speech has four to six syllables a second; the camera sees about every second one as a movement.
SYLLABLE_S: Final = (0.18, 0.32)
PHRASE_S: Final = (1.5, 4.5)
PAUSE_S: Final = (0.5, 1.4)
#: What a syllable may look like, and how far it goes: oo, oh, ee, ah, m.
_SHAPES: Final = (
    ((Channel.PUCKER, 0.25, 0.55),),
    ((Channel.FUNNEL, 0.2, 0.5), (Channel.JAW_OPEN, 0.1, 0.25)),
    ((Channel.MOUTH_STRETCH, 0.2, 0.5), (Channel.JAW_OPEN, 0.05, 0.15)),
    ((Channel.JAW_OPEN, 0.15, 0.4),),
    ((Channel.LIP_PRESS, 0.1, 0.4),),
)


@dataclass(frozen=True, slots=True)
class Syllable:
    """A movement of the mouth, even on both sides.

    Attributes:
        start_s: when it begins.
        duration_s: how long it takes to get there.
        weights: (channel index, weight) of what is meant.
    """

    start_s: float
    duration_s: float
    weights: tuple[tuple[int, float], ...]


class Chatter:
    """Somebody talks from one moment to another.

    Args:
        seed: what is said.
        start_s: when it begins.
        end_s: when it ends; what has begun is finished.
    """

    def __init__(self, seed: int, start_s: float, end_s: float) -> None:
        self._rng = np.random.default_rng((seed, 53))
        self._now_s = start_s
        self._end_s = end_s
        self._phrase_end_s = start_s + float(self._rng.uniform(*PHRASE_S))

    def until(self, t_s: float) -> list[Syllable]:
        """The syllables that begin up to a moment and have not been told yet."""
        told: list[Syllable] = []
        while self._now_s <= t_s and self._now_s < self._end_s:
            told.append(self._next())
        return told

    def _next(self) -> Syllable:
        rng, start_s = self._rng, self._now_s
        duration_s = float(rng.uniform(*SYLLABLE_S))
        if start_s + duration_s >= min(self._phrase_end_s, self._end_s):
            pause_s = float(rng.uniform(*PAUSE_S))
            self._now_s = start_s + duration_s + pause_s
            self._phrase_end_s = self._now_s + float(rng.uniform(*PHRASE_S))
            return Syllable(start_s, duration_s, ())
        shape = _SHAPES[int(rng.integers(len(_SHAPES)))]
        weights = tuple((channel_index(c), float(rng.uniform(low, high))) for c, low, high in shape)
        self._now_s = start_s + duration_s
        return Syllable(start_s, duration_s, weights)
