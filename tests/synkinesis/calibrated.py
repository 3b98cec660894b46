"""Sessions whose first two repetitions teach what is clean, against the same without."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import Final

from coach.analysis.calibration import NOT_CALIBRATED, CleanSample, clean_range
from coach.analysis.clean_norms import most_slope
from coach.analysis.reps import measure_rep
from coach.analysis.synkinesis import CleanRanges
from coach.domain.measures import MeasureSeries
from tests.synkinesis.scoring import Score, score
from tests.synkinesis.session import Case, Watched

TEACHING: Final = 2


def calibrated(case: Case) -> tuple[Score, Score]:
    """The repetitions after the first two: without and with what those taught."""
    rest = replace(case, reps=case.reps[TEACHING:])
    return score(rest), score(rest, _learnt(case))


def _learnt(case: Case) -> CleanRanges:
    series = MeasureSeries.of(case.frames)
    samples: dict[Watched, list[CleanSample]] = defaultdict(list)
    for rep in case.reps[:TEACHING]:
        window = (rep.start_s - 1.0, rep.end_s + 1.0)
        found = measure_rep(
            series, case.movement, window, case.affected, case.baseline, case.quiet, None
        )
        if found.scored and not found.synkinesis:
            for region, side, sample in found.samples:
                samples[region, side].append(sample)
    limits = {q.region: q.threshold for q in case.quiet}
    ranges = {
        key: clean_range(s, limits[key[0]], most_slope(case.movement, key[0], limits[key[0]]))
        for key, s in samples.items()
    }
    return {key: own for key, own in ranges.items() if own != NOT_CALIBRATED}
