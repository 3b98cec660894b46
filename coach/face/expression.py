"""What a face does: one weight for each channel and side.

A channel is one movement a face can make (a smile, a closing eye). Weight 0 is rest and 1 the full
movement of a healthy adult. The weights of the two sides are independent, so a face can do on one
side what it does not do on the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from coach.domain.frames import FloatArray
from coach.domain.sides import Side


class Channel(StrEnum):
    """The movements, by the key that exercise files use in `demonstration`."""

    BROW_RAISE = "brow_raise"
    FROWN = "frown"
    EYE_CLOSE = "eye_close"
    EYE_SQUINT = "eye_squint"  # the lower lid rises
    EYE_WIDE = "eye_wide"
    LOOK_LEFT = "look_left"  # to the patient's left
    LOOK_RIGHT = "look_right"
    LOOK_UP = "look_up"
    LOOK_DOWN = "look_down"
    SNARL = "snarl"
    SMILE = "smile"  # lips together
    SMILE_OPEN = "smile_open"  # a smile that shows the teeth; needs no "smile" beside it
    MOUTH_STRETCH = "mouth_stretch"  # corners straight out, as in "ee"
    PUCKER = "pucker"
    FUNNEL = "funnel"  # rounded and open, as in "oh"
    LOWER_LIP = "lower_lip"  # the lower lip is drawn down
    LIP_PRESS = "lip_press"
    CHEEK_PUFF = "cheek_puff"
    JAW_OPEN = "jaw_open"  # there is one jaw: the mean of the sides counts
    DROOP = "droop"  # a side that hangs for want of tone


CHANNELS: Final[tuple[str, ...]] = tuple(c.value for c in Channel)
_INDEX: Final = {name: i for i, name in enumerate(CHANNELS)}
_ZERO: Final = (0.0,) * len(CHANNELS)


def channel_index(channel: str) -> int:
    """Position of a channel in the weight arrays.

    Raises:
        ValueError: there is no such channel.
    """
    try:
        return _INDEX[channel]
    except KeyError:
        known = ", ".join(CHANNELS)
        raise ValueError(f"unknown expression channel {channel!r}; known: {known}") from None


def _weights(values: Mapping[str, float], base: tuple[float, ...] = _ZERO) -> tuple[float, ...]:
    row = list(base)
    for channel, value in values.items():
        row[channel_index(channel)] = float(value)
    return tuple(row)


@dataclass(frozen=True, slots=True)
class Expression:
    """Weights of every channel, for each side, in `CHANNELS` order.

    Attributes:
        left: the patient's left side, each 0 to 1.
        right: the patient's right side, each 0 to 1.
    """

    left: tuple[float, ...] = _ZERO
    right: tuple[float, ...] = _ZERO

    def __post_init__(self) -> None:
        for row in (self.left, self.right):
            if len(row) != len(CHANNELS):
                raise ValueError(f"an expression has {len(CHANNELS)} weights a side")
            if not all(0.0 <= w <= 1.0 for w in row):
                raise ValueError("expression weights lie between 0 and 1")

    @classmethod
    def neutral(cls) -> Expression:
        """The resting face."""
        return _NEUTRAL

    @classmethod
    def symmetric(cls, weights: Mapping[str, float]) -> Expression:
        """The same on both sides; channels that are not named rest."""
        row = _weights(weights)
        return cls(row, row)

    @classmethod
    def one_sided(cls, side: Side, weights: Mapping[str, float]) -> Expression:
        """A movement of one side only."""
        return _NEUTRAL.with_side(side, weights)

    @classmethod
    def from_array(cls, weights: FloatArray) -> Expression:
        """From (2, channels) weights, left first; values outside 0 to 1 are clipped."""
        left, right = np.clip(weights, 0.0, 1.0).tolist()
        return cls(tuple(left), tuple(right))

    def to_array(self) -> FloatArray:
        """(2, channels) float64, left first."""
        return np.array((self.left, self.right), dtype=np.float64)

    def side(self, side: Side) -> tuple[float, ...]:
        """One side's weights in `CHANNELS` order."""
        return self.left if side is Side.LEFT else self.right

    def get(self, channel: str, side: Side) -> float:
        """One weight."""
        return self.side(side)[channel_index(channel)]

    def with_side(self, side: Side, weights: Mapping[str, float]) -> Expression:
        """A copy in which some channels of one side are replaced."""
        if side is Side.LEFT:
            return Expression(_weights(weights, self.left), self.right)
        return Expression(self.left, _weights(weights, self.right))

    def scaled(self, factor: float) -> Expression:
        """Every weight times `factor` (at least 0), at most 1."""
        return Expression.from_array(self.to_array() * max(factor, 0.0))

    def mirrored(self) -> Expression:
        """Left and right exchanged, gaze included."""
        look_left, look_right = _INDEX[Channel.LOOK_LEFT], _INDEX[Channel.LOOK_RIGHT]
        order = list(range(len(CHANNELS)))
        order[look_left], order[look_right] = look_right, look_left
        return Expression(tuple(self.right[i] for i in order), tuple(self.left[i] for i in order))


_NEUTRAL: Final = Expression()


def blend(a: Expression, b: Expression, t: float) -> Expression:
    """Between two expressions: `a` at t = 0, `b` at t = 1; t outside is clipped."""
    t = min(max(t, 0.0), 1.0)
    return Expression.from_array((1.0 - t) * a.to_array() + t * b.to_array())
