"""How a movement is made, watched live: too early, too fast, too big, one side ahead.

Practice is small and slow (clinical notes 3.1, S30); the limits here are the project's proposals
and only choose a sentence: they score nothing.
"""

from __future__ import annotations

from typing import Final

from coach.coaching.settings import EngineSettings
from coach.coaching.texts import FormFault
from coach.domain.exercise import Exercise, Phase
from coach.domain.movements import MOVEMENT_SPECS, Region, closes_the_eye
from coach.domain.sides import PerSide

#: A start before the word: this share of the target ...
EARLY_SHARE: Final = 0.4
#: ... at least this many mm ...
EARLY_LEAST_MM: Final = 1.0
#: ... and this many standard deviations of the rest noise.
NOISE_FACTOR: Final = 4.0
#: Too fast: the target is reached within this share of the time given for the movement.
FAST_SHARE: Final = 1 / 3


class FormWatch:
    """Watches one exercise; says at most one thing in a repetition.

    Args:
        exercise: its target and timing count; without a target there is nothing to watch.
        noise_mm: standard deviation of the excursion at rest, the larger of the sides.
        settings: dwell times and the overshoot factor.
    """

    def __init__(self, exercise: Exercise, noise_mm: float, settings: EngineSettings) -> None:
        target, noise = exercise.target_mm, NOISE_FACTOR * noise_mm
        share = exercise.tolerance_pct / 100
        self._zone_mm = (target * (1 - share), target * (1 + share) + 0.5 * noise)
        self._target_mm = target
        self._early_mm = max(EARLY_SHARE * target, EARLY_LEAST_MM, noise)
        self._big_mm = settings.overshoot * target + 0.5 * noise
        self._move_s = exercise.dose.move_s
        lids = MOVEMENT_SPECS[exercise.movement].region is Region.EYE
        self._sized = not closes_the_eye(exercise.movement)
        self._dwell_s = settings.eye_dwell_s if lids else settings.dwell_s
        self.restart()

    def restart(self) -> None:
        """A repetition begins."""
        self._said = self._target_mm <= 0
        self._was_still = False
        self._since: tuple[FormFault, float, float] | None = None

    def is_too_big(self, excursion_mm: float) -> bool:
        """Whether an excursion is clearly beyond the target."""
        return self._sized and self._target_mm > 0 and excursion_mm > self._big_mm

    def step(self, t_s: float, phase: Phase, elapsed_s: float, sizes: PerSide) -> FormFault | None:
        """Take one frame.

        Args:
            t_s: session seconds.
            phase: the guided phase.
            elapsed_s: seconds in it.
            sizes: both sides' excursions, mm.

        Returns:
            A fault, once it has lasted long enough.
        """
        known = [size for size in (sizes.left, sizes.right) if size is not None]
        if self._said or not known:
            return None
        hurried = elapsed_s <= FAST_SHARE * self._move_s + self._dwell_s
        fault = None if phase is Phase.MOVE and hurried else self._ahead(phase, sizes)
        fault = fault or self._fault(phase, max(known))
        if fault is None:
            self._since = None
            return None
        if self._since is None or self._since[0] is not fault:
            self._since = (fault, t_s, elapsed_s)
        _, since_s, began_s = self._since
        if t_s - since_s < self._dwell_s:
            return None
        if fault is FormFault.TOO_FAST and began_s > FAST_SHARE * self._move_s:
            return None
        self._said = True
        return fault

    def _fault(self, phase: Phase, larger_mm: float) -> FormFault | None:
        match phase:
            case Phase.GET_READY:
                if larger_mm < self._early_mm:
                    self._was_still = True
                    return None
                return FormFault.EARLY if self._was_still else None
            case Phase.MOVE | Phase.HOLD if self.is_too_big(larger_mm):
                return FormFault.TOO_BIG
            case Phase.MOVE if larger_mm >= self._target_mm:
                return FormFault.TOO_FAST
        return None

    def _ahead(self, phase: Phase, sizes: PerSide) -> FormFault | None:
        """A side that has left the wanted size behind while the other has not come to it."""
        if phase not in (Phase.MOVE, Phase.HOLD) or sizes.left is None or sizes.right is None:
            return None
        if not self._sized:
            return None
        low, high = self._zone_mm
        if sizes.left > high and sizes.right < low:
            return FormFault.LEFT_AHEAD
        return FormFault.RIGHT_AHEAD if sizes.right > high and sizes.left < low else None
