"""The size to practise: smaller after a co-movement, until a repetition is clean."""

from __future__ import annotations

from typing import Final

from coach.domain.comovement import further_mm
from coach.domain.session import RepRecord

#: After a flagged repetition the next one is to be this share of it. Nearer to 1: more flagged
#: repetitions on the way; smaller: a target that is left for good movement too soon.
STEP: Final = 0.75
#: No target is smaller than this, mm: less cannot be told from rest.
LEAST_MM: Final = 1.0


class AmplitudeLadder:
    """One exercise's target in this session.

    Args:
        target_mm: the exercise's own; 0 where it has none, which stays so.
        fixed: it stays as it is: a smaller closing of the eye is no aim.

    Attributes:
        full_mm: the exercise's own target.
        target_mm: what the next repetition is to reach, never above the exercise's own.
        largest_clean_mm: the further side's excursion in the largest clean repetition.
        lowered: whether the target is below the exercise's own.
    """

    def __init__(self, target_mm: float, *, fixed: bool = False) -> None:
        self.full_mm = target_mm
        self._fixed = fixed
        self.target_mm = target_mm
        self.largest_clean_mm: float | None = None

    @property
    def lowered(self) -> bool:
        return self.target_mm < self.full_mm

    def ease(self, target_mm: float) -> None:
        """The person asked for less."""
        if self.full_mm > 0 and not self._fixed:
            self.target_mm = min(self.target_mm, max(target_mm, LEAST_MM))

    def after(self, rep: RepRecord, asked_mm: float | None = None) -> bool:
        """Learn from a finished repetition.

        Args:
            rep: as measured.
            asked_mm: what it was asked to reach, where that was less than the target: after
                something joined in, the next one is not asked for more.

        Returns:
            True where the target changed.
        """
        size = further_mm(rep)
        if not rep.scored or size is None or self.full_mm <= 0:
            return False
        if not rep.synkinesis:
            self.largest_clean_mm = max(self.largest_clean_mm or 0.0, size)
            return False
        if self._fixed:
            return False
        known = self.largest_clean_mm
        clean = known if known is not None and known < size else LEAST_MM
        asked = self.target_mm if asked_mm is None else min(asked_mm, self.target_mm)
        wanted = max(STEP * min(size, asked), min(clean, asked), LEAST_MM)
        before = self.target_mm
        self.target_mm = min(wanted, before)
        return self.target_mm < before
