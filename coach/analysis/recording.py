"""A whole recording at once: find the rest face, the repetitions and what moved with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from coach.analysis.analyser import FaceAnalyser, measure_all
from coach.analysis.baseline import RestFace
from coach.analysis.blink_summary import summarise_blinks
from coach.analysis.blinks import blink_mask
from coach.analysis.drift import looks_between
from coach.analysis.identity import without_others
from coach.analysis.quality import QualityLimits
from coach.analysis.reps import measure_rep
from coach.analysis.rest_search import Pictures, find_rest
from coach.analysis.segments import Segment, drive, find_segments, smallest_movement_mm
from coach.domain.blinks import BlinkSummary
from coach.domain.exercise import QuietRegion
from coach.domain.landmarks import FaceFrame
from coach.domain.measures import MeasureFrame, MeasureSeries
from coach.domain.movements import Movement
from coach.domain.quality import QualityReason
from coach.domain.session import (
    BaselineRecord,
    DriftRecord,
    LoggedFrame,
    QualitySummary,
    RepRecord,
)
from coach.domain.sides import Affected

_MARGIN_S: Final = 1.5  # looked at around each repetition
_LONGEST_STEP_S: Final = 1.0  # between two pictures of one stretch; beyond it the clock has jumped


@dataclass(frozen=True, slots=True, eq=False)
class Recording:
    """What a recording shows. Times are seconds from the first picture.

    Attributes:
        doubtful_rest_s: where the resting face was taken from, if it may not be one: the recording
            begins with a still face that is further into the movement, or is never quite still.
    """

    rest: RestFace | None
    frames: tuple[LoggedFrame, ...]
    reps: tuple[RepRecord, ...]
    quality: QualitySummary
    blinks: BlinkSummary | None = None
    drift: tuple[DriftRecord, ...] = ()
    doubtful_rest_s: float | None = None


def analyse_recording(
    faces: Sequence[FaceFrame],
    movement: Movement,
    affected: Affected | None,
    quiet: tuple[QuietRegion, ...],
    limits: QualityLimits | None = None,
    pictures: Pictures | None = None,
    outer_canthal_mm: float | None = None,
) -> Recording:
    """Measure every picture and repetition of a recording of one movement.

    Args:
        faces: landmarks of every picture, in order.
        movement: what was recorded.
        affected: the affected side, or None.
        quiet: regions to watch for co-movement.
        limits: of scoring.
        pictures: gives the pictures themselves, for what landmarks alone cannot see.
        outer_canthal_mm: a caliper's distance of the outer canthi, as the scale; None: the irises.
    """
    bounds = limits or QualityLimits()
    search = find_rest(faces, bounds, pictures, outer_canthal_mm, movement)
    rest = search.rest
    pixels = pictures.pixels if pictures is not None else None
    analyser = FaceAnalyser(bounds, pixels, outer_canthal_mm)
    if rest is not None:
        analyser.use_rest(rest)
    if rest is None:
        measured = [_because(m, search.reason) for m in measure_all(analyser, faces)]
    elif pictures is None:
        measured = measure_all(analyser, faces)
    else:
        measured = [
            analyser.step(face, image)
            for face, image in zip(faces, pictures.read_all(), strict=True)
        ]
    measured = without_others(measured, analyser.identity.spells)
    start_s = measured[0].time_s if measured else 0.0
    quality = summarise(measured)
    blinks = summarise_blinks(MeasureSeries.of(measured), affected)
    if rest is None or movement is Movement.REST:
        logged = tuple(LoggedFrame(m, m.time_s - start_s, "rest") for m in measured)
        return Recording(rest, logged, (), quality, blinks)
    reps, segments = find_repetitions(measured, rest.record(), movement, affected, quiet)
    logged = tuple(LoggedFrame(m, m.time_s - start_s, _phase(m.time_s, segments)) for m in measured)
    moves = [(s.start_s, s.end_s) for s in segments]
    drift = looks_between(MeasureSeries.of(measured), moves)
    taken_s = search.start_s - start_s if search.doubtful and search.start_s is not None else None
    return Recording(rest, logged, reps, quality, blinks, drift, taken_s)


def find_repetitions(
    measured: Sequence[MeasureFrame],
    baseline: BaselineRecord,
    movement: Movement,
    affected: Affected | None,
    quiet: tuple[QuietRegion, ...],
) -> tuple[tuple[RepRecord, ...], list[Segment]]:
    """Repetitions in the measures of a recording.

    Returns:
        The repetitions, on a clock that starts with the first picture, and where they were found,
        on the pictures' own clock.
    """
    start_s = measured[0].time_s
    series = MeasureSeries.of(measured)
    blinking = blink_mask(series)
    size = drive(series, series.valid & ~blinking, movement, baseline)
    segments = find_segments(series.time_s, size, smallest_movement_mm(movement, baseline))
    reps = []
    for index, segment in enumerate(segments):
        window = _window(segments, index, start_s)
        m = measure_rep(
            series,
            movement,
            window,
            affected,
            baseline,
            quiet,
            (segment.hold_start_s, segment.hold_end_s),
            blinking,
        )
        reps.append(
            RepRecord(
                index=index,
                exercise_id="",
                movement=movement,
                set_index=0,
                start_s=m.start_s - start_s,
                hold_start_s=m.hold_start_s - start_s,
                hold_end_s=m.hold_end_s - start_s,
                end_s=m.end_s - start_s,
                scored=m.scored,
                reason=m.reason,
                excursion_mm=m.excursion_mm,
                uncertainty_mm=m.uncertainty_mm,
                affected_pct_of_healthy=m.affected_pct_of_healthy,
                end_difference_mm=m.end_difference_mm,
                onset_lag_ms=m.onset_lag_ms,
                synkinesis=tuple(f.shifted(-start_s) for f in m.synkinesis),
                couplings=m.couplings,
                affected_pct_uncertainty=m.affected_pct_uncertainty,
                closure_pct=m.closure_pct,
                closure_uncertainty_pct=m.closure_uncertainty_pct,
            )
        )
    return tuple(reps), segments


def summarise(measured: Sequence[MeasureFrame]) -> QualitySummary:
    """Valid share, effective rate and why pictures were not scored."""
    n = len(measured)
    residuals = np.array([m.alignment_residual_mm for m in measured if m.valid])
    known = residuals[np.isfinite(residuals)]
    return QualitySummary(
        valid_share=sum(m.valid for m in measured) / n if n else 0.0,
        effective_fps=_rate(measured),
        reasons=dict(Counter(m.reason.value for m in measured if m.reason is not None)),
        alignment_residual_mm=float(np.median(known)) if known.size else None,
    )


def _rate(measured: Sequence[MeasureFrame]) -> float:
    """Pictures per second while pictures came: a film's clock may jump by a day."""
    steps = np.diff([m.time_s for m in measured])
    steps = steps[(steps > 0) & (steps <= _LONGEST_STEP_S)]
    return float(len(steps) / steps.sum()) if steps.size else 0.0


def _because(m: MeasureFrame, reason: QualityReason) -> MeasureFrame:
    """Say why there is no resting face, in pictures that lack nothing else."""
    return replace(m, reason=reason) if m.reason is QualityReason.NO_BASELINE else m


def _window(segments: Sequence[Segment], index: int, first_s: float) -> tuple[float, float]:
    """The repetition with a margin, not reaching into its neighbours."""
    here = segments[index]
    start, end = max(here.start_s - _MARGIN_S, first_s), here.end_s + _MARGIN_S
    if index > 0:
        start = max(start, segments[index - 1].end_s)
    if index + 1 < len(segments):
        end = min(end, segments[index + 1].start_s)
    return start, end


def _phase(time_s: float, segments: Sequence[Segment]) -> str:
    for s in segments:
        if s.start_s <= time_s < s.hold_start_s:
            return "move"
        if s.hold_start_s <= time_s <= s.hold_end_s:
            return "hold"
        if s.hold_end_s < time_s < s.end_s:
            return "release"
    return "rest"
