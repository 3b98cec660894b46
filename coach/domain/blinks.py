"""How often and how fully the eyes blink: an unprotected cornea is the palsy's danger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from coach.domain.sides import Affected, PerSide, Side

#: No share and no rate is told of fewer blinks, or of less observed time: of four blinks one that
#: was missed is a quarter, and a resting eye may well not blink for ten seconds.
MIN_BLINKS: Final = 10
MIN_OBSERVED_S: Final = 60.0
#: Where fewer than this share of the healthier eye's blinks look complete, it is the reading that
#: fails, not the weak lid (docs/measures.md).
HEALTHY_COMPLETE_SHARE: Final = 0.5


@dataclass(frozen=True, slots=True)
class CornerWithBlinks:
    """Mouth corners that move along with blinks. A practice number, no diagnosis.

    Attributes:
        judged: blinks during which the mouth was at rest otherwise.
        left_count: of these, blinks with which the left corner moved.
        right_count: the same of the right corner.
        largest_mm: farthest that each corner went beyond the other one.
        limit_mm: from which it counted.
    """

    judged: int
    left_count: int
    right_count: int
    largest_mm: PerSide
    limit_mm: float

    def count(self, side: Side) -> int:
        return self.left_count if side is Side.LEFT else self.right_count


@dataclass(frozen=True, slots=True)
class BlinkSummary:
    """Blinks over some observed time. A practice number, no diagnosis.

    Attributes:
        observed_s: time with valid pictures, seconds.
        count: blinks of either eye.
        left_count: blinks in which the left eye moved.
        right_count: blinks in which the right eye moved.
        mean_peak_pct: mean of each eye's largest closure in a blink, per cent of its resting
            opening.
        complete_share: share of all blinks in which the eye was covered, 0 to 1.
        fast_enough: False where pictures came too slowly to see how far the lids came.
        corner: mouth corners that moved along; None where no blink could be judged, and in older
            records.
    """

    observed_s: float
    count: int
    left_count: int
    right_count: int
    mean_peak_pct: PerSide
    complete_share: PerSide
    fast_enough: bool
    corner: CornerWithBlinks | None = None

    @property
    def one_sided(self) -> PerSide:
        """Blinks in which that eye alone moved."""
        return PerSide(self.count - self.right_count, self.count - self.left_count)

    @property
    def long_enough(self) -> bool:
        """Whether a rate may be told."""
        return self.observed_s >= MIN_OBSERVED_S

    @property
    def enough(self) -> bool:
        """Whether shares may be told: ten blinks and a minute."""
        return self.long_enough and self.count >= MIN_BLINKS

    def reading_holds(self, affected: Affected | None) -> bool:
        """Whether the healthier eye's blinks look complete, so that the other's mean something."""
        side = affected.side if affected is not None else None
        sides = Side if side is None else (side.other,)
        best = max((self.complete_share.of(s) or 0.0 for s in sides), default=0.0)
        return best >= HEALTHY_COMPLETE_SHARE

    @property
    def per_minute(self) -> float:
        """Blinks a minute of observed time."""
        return 60.0 * self.count / self.observed_s
