"""The repetition that is going on: its frames, its guided times, its measurement, its number."""

from __future__ import annotations

from collections import deque
from typing import Final

from coach.analysis.clean_samples import CleanSamples
from coach.analysis.synkinesis import NO_RANGES, CleanRanges
from coach.coaching.ports import MeasureRep, RepMeasurement
from coach.coaching.settings import EngineSettings
from coach.domain.course import Asked
from coach.domain.exercise import Exercise
from coach.domain.measures import MeasureFrame, MeasureSeries
from coach.domain.movements import MOVEMENT_SPECS
from coach.domain.quality import RepReason
from coach.domain.session import BaselineRecord, PerSide, RepRecord
from coach.domain.sides import Affected

#: The longest repetition a file allows (3 minutes with its rest) at 30 pictures a second; older
#: pictures are dropped, so that a repetition that waits for light cannot fill the memory.
MAX_FRAMES: Final = 5400


class RepBook:
    """Numbers the session's repetitions and makes their records.

    Args:
        measure: scores a repetition.
        affected: the affected side, as far as it is known.
        settings: lead time of the window.
    """

    def __init__(
        self, measure: MeasureRep, affected: Affected | None, settings: EngineSettings
    ) -> None:
        self._measure = measure
        self._affected = affected
        self._settings = settings
        self._frames: deque[MeasureFrame] = deque(maxlen=MAX_FRAMES)
        self._move_s: float | None = None
        self._hold_s: float | None = None
        self._release_s: float | None = None
        self._asked: Asked | None = None
        self._count = 0
        self.samples: CleanSamples = ()  # of the last repetition
        self.done = 0
        self.scored = 0

    @property
    def begun(self) -> bool:
        """Whether the person has been told to move and no record has been made since."""
        return self._move_s is not None

    def clear(self) -> None:
        """A repetition is about to begin, or its place is given up."""
        self._frames.clear()
        self._move_s = self._hold_s = self._release_s = self._asked = None

    def add(self, frame: MeasureFrame) -> None:
        """Take one frame of the repetition, from getting ready to resting."""
        self._frames.append(frame)

    def begin_move(self, now_s: float, asked: Asked) -> None:
        """Told to move at `now_s` (session seconds), as `asked`: this repetition keeps it."""
        self._move_s, self._asked = now_s, asked

    def begin_hold(self, now_s: float) -> None:
        """Told to hold."""
        self._hold_s = now_s

    def begin_release(self, now_s: float) -> None:
        """Told to let go."""
        self._release_s = now_s

    def finish(
        self,
        now_s: float,
        origin_s: float,
        exercise: Exercise,
        set_index: int,
        baseline: BaselineRecord | None,
        clean: CleanRanges = NO_RANGES,
    ) -> RepRecord:
        """The record of a repetition that went all its way.

        Args:
            now_s: session seconds.
            origin_s: the session's start on the frames' clock.
            exercise: what was asked for.
            set_index: 0-based.
            baseline: the resting face; without it nothing is scored.
            clean: what this person's clean movements bring with them.
        """
        self.done += 1
        self.samples = ()
        if MOVEMENT_SPECS[exercise.movement].self_report:
            return self._unscored(now_s, exercise, set_index, RepReason.SELF_REPORT)
        if baseline is None:
            return self._unscored(now_s, exercise, set_index, RepReason.NO_BASELINE)
        start_s, hold_s, release_s = self._guide(now_s)
        measured = self._measure(
            MeasureSeries.of(tuple(self._frames)),
            exercise.movement,
            (start_s - self._settings.lead_s + origin_s, now_s + origin_s),
            self._affected,
            baseline,
            exercise.quiet,
            (hold_s + origin_s, release_s + origin_s),
            clean=clean,
        )
        self.samples = measured.samples
        self.scored += measured.scored
        record = _record(self._count, measured, origin_s, exercise, set_index, self._asked)
        self._count += 1
        self.clear()
        return record

    def abandon(
        self, now_s: float, exercise: Exercise, set_index: int, reason: RepReason
    ) -> RepRecord:
        """The record of a repetition that was broken off: kept, never scored, not counted done."""
        return self._unscored(now_s, exercise, set_index, reason)

    def _unscored(
        self, now_s: float, exercise: Exercise, set_index: int, reason: RepReason
    ) -> RepRecord:
        start_s, hold_s, release_s = self._guide(now_s)
        record = RepRecord(
            index=self._count,
            exercise_id=exercise.id,
            movement=exercise.movement,
            set_index=set_index,
            start_s=start_s,
            hold_start_s=hold_s,
            hold_end_s=release_s,
            end_s=now_s,
            scored=False,
            reason=reason,
            excursion_mm=PerSide(None, None),
            uncertainty_mm=None,
            affected_pct_of_healthy=None,
            end_difference_mm=None,
            onset_lag_ms=None,
            asked=self._asked,
        )
        self._count += 1
        self.clear()
        return record

    def _guide(self, now_s: float) -> tuple[float, float, float]:
        """Guided start of move, hold and release; what was not reached is at `now_s`."""
        start_s = now_s if self._move_s is None else self._move_s
        release_s = now_s if self._release_s is None else self._release_s
        hold_s = release_s if self._hold_s is None else self._hold_s
        return start_s, hold_s, release_s


def _record(
    index: int,
    measured: RepMeasurement,
    origin_s: float,
    exercise: Exercise,
    set_index: int,
    asked: Asked | None,
) -> RepRecord:
    return RepRecord(
        index=index,
        exercise_id=exercise.id,
        movement=exercise.movement,
        set_index=set_index,
        start_s=measured.start_s - origin_s,
        hold_start_s=measured.hold_start_s - origin_s,
        hold_end_s=measured.hold_end_s - origin_s,
        end_s=measured.end_s - origin_s,
        scored=measured.scored,
        reason=measured.reason,
        excursion_mm=measured.excursion_mm,
        uncertainty_mm=measured.uncertainty_mm,
        affected_pct_of_healthy=measured.affected_pct_of_healthy,
        end_difference_mm=measured.end_difference_mm,
        onset_lag_ms=measured.onset_lag_ms,
        synkinesis=tuple(flag.shifted(-origin_s) for flag in measured.synkinesis),
        couplings=measured.couplings,
        affected_pct_uncertainty=measured.affected_pct_uncertainty,
        closure_pct=measured.closure_pct,
        closure_uncertainty_pct=measured.closure_uncertainty_pct,
        asked=asked,
    )
