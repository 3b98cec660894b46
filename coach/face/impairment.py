"""How a facial palsy changes what a face does: weakness, lag and synkinesis of one side.

The couplings are the four that patients show most: smile and pucker close the eye, eye closure and
brow raise pull the corner of the mouth (prevalence 82 to 89 % among patients with synkinesis).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from coach.domain.frames import FloatArray
from coach.domain.sides import Side
from coach.face.expression import Channel, Expression, channel_index


@dataclass(frozen=True, slots=True)
class Coupling:
    """An unwanted co-movement.

    Attributes:
        cause: the channel that is meant to move.
        effect: the channel that moves with it.
        gain: weight of the effect at full cause and synkinesis 1.
    """

    cause: Channel
    effect: Channel
    gain: float


#: Gains are chosen so that synkinesis 0.6 in a movement as small as it is practised (0.4 to 0.5 of
#: the full one, 1.0 for closing the eye) gives what patients show: a fissure narrowed by 40 %
#: (30 % on pucker, 33 +- 14 % on smiling), a mouth corner drawn 3 to 4 mm (3.9 +- 2.5 mm).
COUPLINGS: Final[tuple[Coupling, ...]] = (
    Coupling(Channel.SMILE, Channel.EYE_CLOSE, 1.4),
    Coupling(Channel.SMILE_OPEN, Channel.EYE_CLOSE, 1.4),
    Coupling(Channel.PUCKER, Channel.EYE_CLOSE, 1.4),
    Coupling(Channel.EYE_CLOSE, Channel.SMILE, 0.7),
    Coupling(Channel.BROW_RAISE, Channel.SMILE, 1.3),
)

#: Where somebody looks and how the jaw hangs are not the facial nerve's work.
_SPARED: Final = frozenset(
    {
        Channel.LOOK_LEFT,
        Channel.LOOK_RIGHT,
        Channel.LOOK_UP,
        Channel.LOOK_DOWN,
        Channel.JAW_OPEN,
        Channel.DROOP,
    }
)
_WEAKENED: Final = [i for i, c in enumerate(Channel) if c not in _SPARED]
_EYE_CLOSE: Final = channel_index(Channel.EYE_CLOSE)
_DROOP: Final = channel_index(Channel.DROOP)


@dataclass(frozen=True, slots=True)
class Impairment:
    """A palsy of one side.

    Attributes:
        affected: the patient's side; None for a healthy face.
        weakness: 0 none, 1 no voluntary movement left.
        synkinesis: 0 none, 1 the strongest co-movement (see `COUPLINGS`).
        lag_s: seconds the affected side starts later.
        droop: 0 none, 1 the side hangs (4 mm at the mouth corner) at rest.
    """

    affected: Side | None = None
    weakness: float = 0.0
    synkinesis: float = 0.0
    lag_s: float = 0.0
    droop: float = 0.0

    def __post_init__(self) -> None:
        for name in ("weakness", "synkinesis", "droop"):
            if not 0.0 <= getattr(self, name) <= 1.0:
                raise ValueError(f"{name} must lie between 0 and 1")
        if not 0.0 <= self.lag_s <= 2.0:
            raise ValueError("lag_s must lie between 0 and 2 seconds")

    @classmethod
    def none(cls) -> Impairment:
        """A healthy face."""
        return cls()

    def lag_of(self, side: Side) -> float:
        """Seconds this side starts late."""
        return self.lag_s if side is self.affected else 0.0

    def apply_array(self, intended: FloatArray, blink: FloatArray | None = None) -> FloatArray:
        """What the face does where it intends something else.

        Args:
            intended: (2, channels) voluntary weights, left first.
            blink: (2,) reflex closure of each eye, 0 to 1. It is weakened like any closure but
                does not drag the mouth along: a blink is too short for that.

        Returns:
            (2, channels) new weights, 0 to 1.
        """
        out = intended.copy()
        if blink is not None:
            out[:, _EYE_CLOSE] = out[:, _EYE_CLOSE].clip(min=blink)
        if self.affected is None:
            return out
        row = 0 if self.affected is Side.LEFT else 1
        out[row, _WEAKENED] *= 1.0 - self.weakness
        for c in COUPLINGS:
            pull = self.synkinesis * c.gain * intended[row, channel_index(c.cause)]
            # A voluntary movement and an unwanted one of the same muscle do not add up.
            effect = channel_index(c.effect)
            out[row, effect] = min(1.0, max(out[row, effect], pull))
        out[row, _DROOP] = max(out[row, _DROOP], self.droop)
        return out

    def apply(self, intended: Expression) -> Expression:
        """What the face does where it intends `intended` (both sides already under way)."""
        return Expression.from_array(self.apply_array(intended.to_array()))
