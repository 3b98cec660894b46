"""What the coach needs of the analysis, as structure: tests put a small exact one in its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from coach.analysis.clean_samples import CleanSamples
from coach.analysis.synkinesis import CleanRanges
from coach.domain.exercise import QuietRegion
from coach.domain.frames import FloatArray, Image
from coach.domain.landmarks import FaceFrame
from coach.domain.measures import MeasureFrame, MeasureSeries
from coach.domain.movements import Movement, Region
from coach.domain.quality import RepReason
from coach.domain.session import BaselineRecord, Coupling, PerSide, SynkinesisFlag
from coach.domain.sides import Affected, Side


class Analyser(Protocol):
    """Landmarks in, measures out; knows the resting face."""

    def step(self, face: FaceFrame, image: Image | None = None) -> MeasureFrame: ...

    def start_baseline(self) -> None: ...

    @property
    def baseline_progress(self) -> float: ...

    def finish_baseline(self) -> BaselineRecord | None: ...

    @property
    def baseline(self) -> BaselineRecord | None: ...


class SynkinesisChange(Protocol):
    """A co-movement began (`started`) or ended (then with its flag, in the frames' seconds)."""

    @property
    def started(self) -> bool: ...

    @property
    def region(self) -> Region: ...

    @property
    def side(self) -> Side: ...

    @property
    def flag(self) -> SynkinesisFlag | None: ...

    @property
    def t_s(self) -> float: ...


class Detector(Protocol):
    """Watches the quiet regions of one exercise."""

    def step(self, m: MeasureFrame, moving: bool) -> Sequence[SynkinesisChange]: ...

    def reset(self) -> None: ...


class RepMeasurement(Protocol):
    """One repetition as measured; times on the frames' clock, seconds."""

    @property
    def start_s(self) -> float: ...

    @property
    def hold_start_s(self) -> float: ...

    @property
    def hold_end_s(self) -> float: ...

    @property
    def end_s(self) -> float: ...

    @property
    def scored(self) -> bool: ...

    @property
    def reason(self) -> RepReason | None: ...

    @property
    def excursion_mm(self) -> PerSide: ...

    @property
    def uncertainty_mm(self) -> float | None: ...

    @property
    def affected_pct_of_healthy(self) -> float | None: ...

    @property
    def affected_pct_uncertainty(self) -> float | None: ...

    @property
    def closure_pct(self) -> PerSide: ...

    @property
    def closure_uncertainty_pct(self) -> float | None: ...

    @property
    def end_difference_mm(self) -> float | None: ...

    @property
    def onset_lag_ms(self) -> float | None: ...

    @property
    def synkinesis(self) -> tuple[SynkinesisFlag, ...]: ...

    @property
    def couplings(self) -> tuple[Coupling, ...]: ...

    @property
    def samples(self) -> CleanSamples: ...


class MeasureRep(Protocol):
    """Scores one repetition; see `coach.analysis.reps.measure_rep`."""

    def __call__(
        self,
        series: MeasureSeries,
        movement: Movement,
        window: tuple[float, float],
        affected: Affected | None,
        baseline: BaselineRecord,
        quiet: tuple[QuietRegion, ...],
        guide: tuple[float, float] | None,
        *,
        clean: CleanRanges = ...,
    ) -> RepMeasurement: ...


@dataclass(frozen=True, slots=True)
class AnalysisTools:
    """The analysis, as the coach uses it.

    Attributes:
        new_analyser: one for the session.
        new_detector: one for each exercise (movement, quiet regions, affected side, baseline,
            clean ranges).
        excursion_mm: (values, movement, side, rest face) -> size along the movement, mm; NaN: none.
        excursion_noise_mm: (baseline, movement, side) -> its standard deviation at rest, mm.
        measure_rep: scores a finished repetition.
    """

    new_analyser: Callable[[], Analyser]
    new_detector: Callable[
        [Movement, tuple[QuietRegion, ...], Affected | None, BaselineRecord, CleanRanges], Detector
    ]
    excursion_mm: Callable[[FloatArray, Movement, Side, BaselineRecord | None], float]
    excursion_noise_mm: Callable[[BaselineRecord, Movement, Side], float]
    measure_rep: MeasureRep
