"""The calibration step: a few clean repetitions tell what belongs to this person's movement."""

from __future__ import annotations

from collections import defaultdict

from coach.analysis.calibration import NOT_CALIBRATED, CleanSample, clean_range
from coach.analysis.clean_samples import CleanSamples
from coach.analysis.synkinesis import CleanRanges
from coach.domain.exercise import Exercise
from coach.domain.movements import Region
from coach.domain.session import RepRecord
from coach.domain.sides import Side


class CleanCalibration:
    """Learns one exercise's clean ranges from its first repetitions.

    Args:
        exercise: says how many repetitions (`clean_reps`) and the thresholds.
    """

    def __init__(self, exercise: Exercise) -> None:
        self._left = exercise.clean_reps
        self._limits = {q.region: q.threshold for q in exercise.quiet}
        self._samples: dict[tuple[Region, Side], list[CleanSample]] = defaultdict(list)
        self.ranges: CleanRanges = {}

    @property
    def going_on(self) -> bool:
        """Whether the next repetition is for learning."""
        return self._left > 0

    def add(self, rep: RepRecord, samples: CleanSamples) -> bool:
        """Take a finished repetition; one that was not clean does not count as learnt from.

        Returns:
            True once the ranges have been learnt.
        """
        if self._left <= 0 or not rep.scored:
            return False
        self._left -= 1
        if not rep.synkinesis:
            for region, side, sample in samples:
                self._samples[region, side].append(sample)
        if self._left > 0:
            return False
        found = {key: clean_range(s, self._limits[key[0]]) for key, s in self._samples.items()}
        self.ranges = {key: own for key, own in found.items() if own != NOT_CALIBRATED}
        return bool(self.ranges)
