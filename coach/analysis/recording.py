"""A whole recording at once: find the rest face, the repetitions and what moved with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np

from coach.analysis.alignment import Reference
from coach.analysis.analyser import FaceAnalyser, measure_all
from coach.analysis.baseline import RestFace, measure_rest
from coach.analysis.blink_summary import summarise_blinks
from coach.analysis.blinks import blink_mask
from coach.analysis.camera import Camera
from coach.analysis.drift import looks_between
from coach.analysis.focal import estimate_focal
from coach.analysis.measures import IRIS_DIAMETER_MM, iris_diameters_px, positions_mm
from coach.analysis.quality import QualityLimits
from coach.analysis.reps import measure_rep
from coach.analysis.segments import Segment, drive, find_segments, smallest_movement_mm
from coach.domain.blinks import BlinkSummary
from coach.domain.exercise import QuietRegion
from coach.domain.frames import FloatArray, Image
from coach.domain.landmarks import FaceFrame
from coach.domain.measures import MeasureFrame, MeasureSeries, SideMeasure, measure_index
from coach.domain.movements import Movement
from coach.domain.pixels import PixelTools
from coach.domain.quality import QualityReason
from coach.domain.session import (
    BaselineRecord,
    DriftRecord,
    LoggedFrame,
    QualitySummary,
    RepRecord,
)
from coach.domain.sides import Affected, Side

#: Length of the rest stretch looked for, and how many pictures it must have.
REST_STRETCH_S: Final = 1.6
MIN_REST_FRAMES: Final = 12
_MARGIN_S: Final = 1.5  # looked at around each repetition


class Pictures(Protocol):
    """A recording's pictures, which may be read again from the start."""

    @property
    def pixels(self) -> PixelTools: ...

    def read_all(self) -> Iterator[Image]:
        """Every picture, in the order of the faces, one at a time."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Recording:
    """What a recording shows. Times are seconds from the first picture."""

    rest: RestFace | None
    frames: tuple[LoggedFrame, ...]
    reps: tuple[RepRecord, ...]
    quality: QualitySummary
    blinks: BlinkSummary | None = None
    drift: tuple[DriftRecord, ...] = ()


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
    rest = find_rest(faces, bounds, pictures, outer_canthal_mm)
    pixels = pictures.pixels if pictures is not None else None
    analyser = FaceAnalyser(bounds, pixels, outer_canthal_mm)
    if rest is not None:
        analyser.use_rest(rest)
    if pictures is None or rest is None:
        measured = measure_all(analyser, faces)
    else:
        measured = [
            analyser.step(face, image)
            for face, image in zip(faces, pictures.read_all(), strict=True)
        ]
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
    return Recording(rest, logged, reps, quality, blinks, drift)


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
        window = _window(segments, index)
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
    span = measured[-1].time_s - measured[0].time_s if n > 1 else 0.0
    residuals = np.array([m.alignment_residual_mm for m in measured if m.valid])
    known = residuals[np.isfinite(residuals)]
    return QualitySummary(
        valid_share=sum(m.valid for m in measured) / n if n else 0.0,
        effective_fps=(n - 1) / span if span > 0 else 0.0,
        reasons=dict(Counter(m.reason.value for m in measured if m.reason is not None)),
        alignment_residual_mm=float(np.median(known)) if known.size else None,
    )


def find_rest(
    faces: Sequence[FaceFrame],
    limits: QualityLimits,
    pictures: Pictures | None = None,
    outer_canthal_mm: float | None = None,
) -> RestFace | None:
    """The stillest neutral stretch before the first movement; None where no face can be used.

    Stillness is judged on aligned positions of brows, nose wings, lids and mouth in sliding windows
    of `REST_STRETCH_S`; among windows nearly as still as the stillest, the earliest is taken, which
    comes before the first movement because a hold is never as early as the rest before it.
    """
    gate = FaceAnalyser(limits, outer_canthal_mm=outer_canthal_mm)
    good = [
        i for i, m in enumerate(measure_all(gate, faces)) if m.reason is QualityReason.NO_BASELINE
    ]
    if len(good) < MIN_REST_FRAMES:
        return None
    camera = Camera.of(faces[0].size, estimate_focal([faces[i] for i in good]))
    time_s = np.array([faces[i].time_s for i in good])
    motion = _motion([faces[i] for i in good], camera)
    windows: list[tuple[float, int, int]] = []
    for a in range(0, len(good), 3):
        b = int(np.searchsorted(time_s, time_s[a] + REST_STRETCH_S))
        if b - a < MIN_REST_FRAMES or time_s[b - 1] - time_s[a] < 0.75 * REST_STRETCH_S:
            continue
        windows.append((float(np.percentile(motion[a:b], 75)), a, b))
    if not windows:
        return None
    stillest = min(m for m, _, _ in windows)
    _, a, b = next(w for w in windows if w[0] <= 2.0 * stillest + 0.02)
    chosen = good[a:b]
    rest_faces = [faces[i] for i in chosen]
    images = _images(pictures, chosen) if pictures is not None else ()
    pixels = pictures.pixels if pictures is not None else None
    rest = measure_rest(rest_faces, limits, camera, images, pixels, outer_canthal_mm)
    return rest if rest.scale_agrees else None


def _images(pictures: Pictures, chosen: Sequence[int]) -> list[Image]:
    wanted = set(chosen)
    last = chosen[-1]
    images: list[Image] = []
    for index, image in enumerate(pictures.read_all()):
        if index in wanted:
            images.append(image)
        if index >= last:
            break
    return images


def _motion(good: Sequence[FaceFrame], camera: Camera) -> FloatArray:
    """(n,) speed of the fastest watched measure, mm per picture step, smoothed over 5 pictures."""
    stack = np.stack([camera.to_head_axes(f.points) for f in good if f.points is not None])
    reference = Reference.from_shape(stack[0])
    irises = [0.5 * sum(iris_diameters_px(p)) for p in stack]
    mm_per_px = IRIS_DIAMETER_MM / float(np.median(irises))
    columns = [
        measure_index(m, s)
        for m in (
            SideMeasure.COMMISSURE_X,
            SideMeasure.COMMISSURE_Y,
            SideMeasure.BROW_Y,
            SideMeasure.ALA_Y,
            SideMeasure.PALPEBRAL_FISSURE,
        )
        for s in Side
    ]
    positions = np.stack([positions_mm(reference.align(p).apply(p), mm_per_px) for p in stack])
    kernel = np.ones(5) / 5.0
    smooth = np.stack(
        [np.convolve(np.pad(positions[:, c], 2, mode="edge"), kernel, "valid") for c in columns],
        axis=1,
    )
    steps = np.abs(np.diff(smooth, axis=0, prepend=smooth[:1]))
    return np.asarray(steps.max(axis=1))


def _window(segments: Sequence[Segment], index: int) -> tuple[float, float]:
    """The repetition with a margin, not reaching into its neighbours."""
    here = segments[index]
    start, end = here.start_s - _MARGIN_S, here.end_s + _MARGIN_S
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
