"""How often and how fully the eyes blink: an unprotected cornea is the palsy's danger."""

from __future__ import annotations

from dataclasses import dataclass

from coach.domain.sides import PerSide


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
    """

    observed_s: float
    count: int
    left_count: int
    right_count: int
    mean_peak_pct: PerSide
    complete_share: PerSide
    fast_enough: bool

    @property
    def per_minute(self) -> float:
        """Blinks a minute of observed time."""
        return 60.0 * self.count / self.observed_s
