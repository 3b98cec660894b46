"""One repetition: when it happened, how far each side went, and what moved that should not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from coach.analysis.blinks import blink_mask
from coach.analysis.clean_samples import CleanSamples, clean_samples
from coach.analysis.coupling import couplings_in
from coach.analysis.excursion import excursion_noise_mm, excursions_mm
from coach.analysis.onset import lag_behind_s
from coach.analysis.segments import (
    Segment,
    bridge,
    drive,
    plateau_of,
    segment_in,
    smallest_movement_mm,
)
from coach.analysis.symmetry import affected_pct_of_healthy
from coach.analysis.synkinesis import NO_RANGES, CleanRanges, flags_in
from coach.analysis.uncertainty import (
    closure_uncertainty_pct,
    excursion_uncertainty_mm,
    share_uncertainty_pct,
)
from coach.domain.exercise import QuietRegion
from coach.domain.frames import FloatArray
from coach.domain.measures import MeasureSeries, SideMeasure, measure_index
from coach.domain.movements import MOVEMENT_SPECS, Movement
from coach.domain.quality import RepReason
from coach.domain.session import NO_SIDES, BaselineRecord, Coupling, PerSide, SynkinesisFlag
from coach.domain.sides import Affected, Side

#: A hold is scored from at least this many usable pictures (valid, no blink) ...
MIN_HOLD_FRAMES: Final = 5
#: ... that make up at least this share of it: the rims of a hold that was not seen are no hold ...
MIN_HOLD_SHARE: Final = 0.3
#: ... in a window of which at least this share is valid.
MIN_VALID_SHARE: Final = 0.5
#: A side that moves less than this many noise standard deviations has no onset of its own.
ONSET_NOISE_FACTOR: Final = 4.0
MIN_ONSET_MM: Final = 1.0


@dataclass(frozen=True, slots=True)
class RepMeasurement:
    """As `RepRecord`, on the clock of the measured series; see there for the fields."""

    start_s: float
    hold_start_s: float
    hold_end_s: float
    end_s: float
    scored: bool
    reason: RepReason | None
    excursion_mm: PerSide
    uncertainty_mm: float | None
    affected_pct_of_healthy: float | None
    end_difference_mm: float | None
    onset_lag_ms: float | None
    synkinesis: tuple[SynkinesisFlag, ...]
    affected_pct_uncertainty: float | None = None
    couplings: tuple[Coupling, ...] = ()
    samples: CleanSamples = ()
    closure_pct: PerSide = NO_SIDES
    closure_uncertainty_pct: float | None = None


def measure_rep(
    series: MeasureSeries,
    movement: Movement,
    window: tuple[float, float],
    affected: Affected | None,
    baseline: BaselineRecord,
    quiet: tuple[QuietRegion, ...],
    guide: tuple[float, float] | None,
    blinking: NDArray[np.bool_] | None = None,
    clean: CleanRanges = NO_RANGES,
) -> RepMeasurement:
    """Measure the one repetition in a window.

    Args:
        series: measures around the repetition.
        movement: what was asked for.
        window: where to look, [start, end) on the series' clock, seconds.
        affected: the affected side, or None.
        baseline: this session's rest face.
        quiet: regions to watch for co-movement.
        guide: the guided hold (start, end); used for times where nothing moved.
        blinking: (len(series),) blink mask where the caller has it already.
        clean: this person's clean ranges, where they were calibrated.

    Returns:
        The measurement; `scored` is False with a reason where there are too few valid pictures or
        neither side moved.
    """
    mask = blink_mask(series) if blinking is None else blinking
    a, b = (int(i) for i in np.searchsorted(series.time_s, window))
    part = MeasureSeries(series.time_s[a:b], series.values[a:b], series.valid[a:b])
    usable = part.valid & ~mask[a:b]
    hold = guide if guide is not None else window
    guided = Segment(window[0], hold[0], hold[1], window[1])
    if MOVEMENT_SPECS[movement].self_report:
        return _unscored(guided, RepReason.SELF_REPORT)
    if usable.sum() < MIN_HOLD_FRAMES or part.valid.mean() < MIN_VALID_SHARE:
        return _unscored(guided, RepReason.TOO_FEW_FRAMES)
    size = drive(part, usable, movement, baseline)
    smallest = smallest_movement_mm(movement, baseline)
    segment = segment_in(part.time_s, size)
    if segment is None or plateau_of(size) < smallest:
        return _unscored(guided, RepReason.NO_MOVEMENT)
    holding = (part.time_s >= segment.hold_start_s) & (part.time_s <= segment.hold_end_s)
    in_hold = usable & holding
    if in_hold.sum() < max(MIN_HOLD_FRAMES, MIN_HOLD_SHARE * holding.sum()):
        return _unscored(segment, RepReason.TOO_FEW_FRAMES)
    within = usable & (part.time_s >= segment.start_s) & (part.time_s <= segment.end_s)
    reached = {s: _reached(part, in_hold, movement, s, baseline) for s in Side}
    noise = max(excursion_noise_mm(baseline, movement, s) for s in Side)
    excursion = PerSide(reached[Side.LEFT], reached[Side.RIGHT])
    frames = int(in_hold.sum())
    share = affected_pct_of_healthy(excursion, affected, smallest)
    closure = _closure_pct(part, in_hold)
    return RepMeasurement(
        start_s=segment.start_s,
        hold_start_s=segment.hold_start_s,
        hold_end_s=segment.hold_end_s,
        end_s=segment.end_s,
        scored=True,
        reason=None,
        excursion_mm=excursion,
        uncertainty_mm=excursion_uncertainty_mm(
            movement, max(reached.values()), noise, frames, baseline.scale
        ),
        affected_pct_of_healthy=share,
        end_difference_mm=reached[Side.LEFT] - reached[Side.RIGHT],
        onset_lag_ms=_onset_lag_ms(part, usable, movement, affected, baseline, reached, segment),
        synkinesis=flags_in(part, within, movement, quiet, affected, baseline, clean),
        affected_pct_uncertainty=(
            _share_uncertainty(movement, share, reached, affected, noise, frames)
        ),
        couplings=couplings_in(part, within, movement, quiet, affected, baseline),
        samples=clean_samples(part, in_hold, movement, quiet, affected, baseline),
        closure_pct=closure,
        closure_uncertainty_pct=_closure_uncertainty(closure, baseline, frames),
    )


def _closure_pct(part: MeasureSeries, in_hold: NDArray[np.bool_]) -> PerSide:
    """Median closure of each eye in the hold, per cent; None where it was never seen."""
    found: dict[Side, float | None] = {}
    for side in Side:
        held = part.values[in_hold, measure_index(SideMeasure.EYE_CLOSURE, side)]
        held = held[np.isfinite(held)]
        found[side] = float(np.median(held)) if held.size else None
    return PerSide(found[Side.LEFT], found[Side.RIGHT])


def _closure_uncertainty(closure: PerSide, rest: BaselineRecord, frames: int) -> float | None:
    """Half width of the 95 % interval of the less certain eye; None where neither was seen."""
    found = [
        closure_uncertainty_pct(value, noise, frames)
        for side in Side
        if (value := closure.of(side)) is not None
        and (noise := rest.noise_sd_mm.get(SideMeasure.EYE_CLOSURE.column(side))) is not None
    ]
    return max(found, default=None)


def _reached(
    part: MeasureSeries,
    in_hold: NDArray[np.bool_],
    movement: Movement,
    side: Side,
    rest: BaselineRecord,
) -> float:
    """Excursion of the hold's median position: the median first, so that noise does not add."""
    middle = np.nanmedian(part.values[in_hold], axis=0)
    return float(excursions_mm(middle, movement, side, rest))


def _share_uncertainty(
    movement: Movement,
    share_pct: float | None,
    reached: dict[Side, float],
    affected: Affected | None,
    noise_mm: float,
    frames: int,
) -> float | None:
    """Half width of the share's 95 % interval, points of %; None where there is no share."""
    side = affected.side if affected is not None else None
    if share_pct is None or side is None:
        return None
    return share_uncertainty_pct(movement, reached[side], reached[side.other], noise_mm, frames)


def _onset_lag_ms(
    part: MeasureSeries,
    usable: NDArray[np.bool_],
    movement: Movement,
    affected: Affected | None,
    rest: BaselineRecord,
    reached: dict[Side, float],
    segment: Segment,
) -> float | None:
    """Affected (else left) side's delay behind the other side's; None where a side hardly moved."""
    late = (affected.side if affected is not None else None) or Side.LEFT
    sizes: dict[Side, FloatArray] = {}
    for side in Side:
        noise = excursion_noise_mm(rest, movement, side)
        if reached[side] < max(ONSET_NOISE_FACTOR * noise, MIN_ONSET_MM):
            return None
        size = excursions_mm(part.values, movement, side, rest)
        sizes[side] = bridge(part.time_s, np.where(usable, size, np.nan))
    small = late if reached[late] <= reached[late.other] else late.other
    lag = lag_behind_s(part.time_s, sizes[small], sizes[small.other], segment)
    if lag is None:
        return None
    return 1000.0 * (lag if small is late else -lag)


def _unscored(at: Segment, reason: RepReason) -> RepMeasurement:
    return RepMeasurement(
        start_s=at.start_s,
        hold_start_s=at.hold_start_s,
        hold_end_s=at.hold_end_s,
        end_s=at.end_s,
        scored=False,
        reason=reason,
        excursion_mm=PerSide(None, None),
        uncertainty_mm=None,
        affected_pct_of_healthy=None,
        end_difference_mm=None,
        onset_lag_ms=None,
        synkinesis=(),
    )
