"""The calibration step: a few very small repetitions tell what belongs to a person's movement."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from coach.analysis.calibration import NOT_CALIBRATED, CleanRange, CleanSample, clean_range
from coach.analysis.clean_norms import most_slope
from coach.analysis.clean_samples import CleanSamples
from coach.analysis.synkinesis import NO_RANGES, CleanRanges
from coach.domain.exercise import Exercise
from coach.domain.movements import Region, closes_the_eye
from coach.domain.session import RepRecord
from coach.domain.sides import Affected, Side

#: The repetitions to learn from go this far of the target, and no less than this many mm: smaller
#: cannot be told from rest well enough to learn from.
SMALL_SHARE: Final = 0.5
SMALL_LEAST_MM: Final = 1.5


def learning_reps(exercise: Exercise) -> int:
    """First repetitions to learn from: none where fewer than as many would be left to practise."""
    reps = exercise.dose.reps * exercise.dose.sets
    return exercise.clean_reps if reps >= 2 * exercise.clean_reps else 0


class CleanCalibration:
    """Learns one exercise's clean ranges from its first repetitions.

    Args:
        exercise: says how many repetitions (`clean_reps`) and the thresholds.
        affected: with both sides affected there is no healthy side to learn from.
        known: what was learnt from the same movement earlier in this session; then nothing is
            asked for again.
    """

    def __init__(
        self, exercise: Exercise, affected: Affected | None, known: CleanRanges = NO_RANGES
    ) -> None:
        teaches = affected is not Affected.BOTH and not known
        self._exercise = exercise
        self._left = learning_reps(exercise) if teaches else 0
        self._samples: dict[tuple[Region, Side], list[CleanSample]] = defaultdict(list)
        self.ranges = known
        self.begun = False
        self.just_ended = False

    @property
    def going_on(self) -> bool:
        """Whether the next repetition is for learning."""
        return self._left > 0

    @property
    def target_mm(self) -> float:
        """What a repetition to learn from is to reach; 0 where the exercise has no target."""
        full_mm = self._exercise.target_mm
        if closes_the_eye(self._exercise.movement):
            return full_mm
        return min(full_mm, max(SMALL_SHARE * full_mm, SMALL_LEAST_MM))

    def add(self, rep: RepRecord, samples: CleanSamples) -> bool:
        """Take a finished repetition; one that was not clean does not count as learnt from.

        Returns:
            True once the ranges have been learnt.
        """
        self.just_ended = False
        if self._left <= 0 or not rep.scored:
            return False
        self._left -= 1
        self.begun, self.just_ended = True, self._left == 0
        if not rep.synkinesis:
            for region, side, sample in samples:
                self._samples[region, side].append(sample)
        if self._left > 0:
            return False
        found = {key: self._range(key[0], s) for key, s in self._samples.items()}
        self.ranges = {key: own for key, own in found.items() if own != NOT_CALIBRATED}
        return bool(self.ranges)

    def _range(self, region: Region, samples: list[CleanSample]) -> CleanRange:
        limit = next(q.threshold for q in self._exercise.quiet if q.region is region)
        return clean_range(samples, limit, most_slope(self._exercise.movement, region, limit))
