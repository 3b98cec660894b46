"""The resting face of a recording: its stillest neutral stretch before the first movement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np

from coach.analysis.alignment import Reference
from coach.analysis.analyser import FaceAnalyser, measure_all
from coach.analysis.baseline import STEADY_SD_MM, RestFace, measure_rest
from coach.analysis.camera import Camera
from coach.analysis.excursion import advances_mm
from coach.analysis.focal import estimate_focal
from coach.analysis.measures import IRIS_DIAMETER_MM, iris_diameters_px, positions_mm
from coach.analysis.quality import QualityLimits
from coach.domain.frames import FloatArray, Image
from coach.domain.landmarks import FaceFrame
from coach.domain.measures import SideMeasure, measure_index
from coach.domain.movements import Movement
from coach.domain.pixels import PixelTools
from coach.domain.quality import QualityReason
from coach.domain.sides import Side

#: Length of the rest stretch looked for, and how many pictures it must have.
REST_STRETCH_S: Final = 1.6
MIN_REST_FRAMES: Final = 12
#: Stretches that are looked at closely before it is said that there is none.
MOST_TRIES: Final = 5
#: A stretch is about as still as the stillest up to this many times its motion, and this many mm.
_ALIKE: Final = 2.0
_ALIKE_MM: Final = 0.02
#: Whoever holds a movement may keep stiller than at rest: postures are compared among stretches up
#: to this many times as restless as the stillest, and this many mm.
_STILL: Final = 4.0
_STILL_MM: Final = 0.05
#: Two postures differ where one is further into the movement by more than this, both sides added
#: up, mm: about three times what landmarks at rest wander by.
_POSTURE_MM: Final = 1.5
#: ... or by more than this share of the whole film's range.
_POSTURE_SHARE: Final = 0.25


class Pictures(Protocol):
    """A recording's pictures, which may be read again from the start."""

    @property
    def pixels(self) -> PixelTools: ...

    def read_all(self) -> Iterator[Image]:
        """Every picture, in the order of the faces, one at a time."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class RestSearch:
    """What was found.

    Attributes:
        rest: the resting face, or None.
        reason: why pictures that are otherwise good cannot be scored where there is none.
        start_s: time of its first picture, on the pictures' own clock; None without a rest face.
        doubtful: a person should look whether this is the resting face: the film begins with a
            still face that is further into the movement, or the face was never quite still.
    """

    rest: RestFace | None
    reason: QualityReason
    start_s: float | None = None
    doubtful: bool = False


def find_rest(
    faces: Sequence[FaceFrame],
    limits: QualityLimits,
    pictures: Pictures | None = None,
    outer_canthal_mm: float | None = None,
    movement: Movement = Movement.REST,
) -> RestSearch:
    """The stillest stretch of the face that the movement starts from and returns to.

    Stillness is judged on aligned positions of brows, nose wings, lids and mouth in sliding windows
    of `REST_STRETCH_S`. A hold can be stiller than the rest before it, so that of all still
    postures the one that is least far into the movement is the resting face; of its stretches about
    as still as the stillest, the earliest is taken. A stretch in which the face was not steady
    (talking, laughing) is passed over for the next one; where none is steady the steadiest is taken
    and said to be doubtful: its noise is in every interval, and nothing smaller is a movement.

    Args:
        faces: landmarks of every picture, in order.
        limits: of scoring.
        pictures: the pictures themselves; None: landmarks alone.
        outer_canthal_mm: a caliper's distance of the outer canthi, as the scale; None: the irises.
        movement: what was recorded; with `REST` no posture is preferred.
    """
    gate = FaceAnalyser(limits, outer_canthal_mm=outer_canthal_mm)
    good = [
        i for i, m in enumerate(measure_all(gate, faces)) if m.reason is QualityReason.NO_BASELINE
    ]
    if len(good) < MIN_REST_FRAMES:
        return RestSearch(None, QualityReason.NO_BASELINE)
    camera = Camera.of(faces[0].size, estimate_focal([faces[i] for i in good]))
    stretches, doubtful = _stretches([faces[i] for i in good], camera, movement)
    best: tuple[float, list[int]] | None = None
    for a, b in stretches:
        chosen = good[a:b]
        restless = measure_rest(
            [faces[i] for i in chosen], limits, camera, outer_canthal_mm=outer_canthal_mm
        ).restless_mm
        if best is None or restless < best[0]:
            best = restless, chosen
        if restless <= STEADY_SD_MM:
            break
    if best is None:
        return RestSearch(None, QualityReason.NO_BASELINE)
    restless, chosen = best
    here = [faces[i] for i in chosen]
    images: list[Image] = []
    if pictures is not None:  # only for a rest that will be used: it takes its time
        images = _images(pictures, chosen)
    pixels = pictures.pixels if pictures is not None else None
    rest = measure_rest(here, limits, camera, images, pixels, outer_canthal_mm)
    unsure = doubtful or restless > STEADY_SD_MM
    return RestSearch(rest, QualityReason.NO_BASELINE, here[0].time_s, unsure)


@dataclass(frozen=True, slots=True)
class _Window:
    """Pictures [start, end): how restless (mm a picture), how far into the movement (mm)."""

    start: int
    end: int
    motion_mm: float
    advance_mm: float


def _stretches(
    good: Sequence[FaceFrame], camera: Camera, movement: Movement
) -> tuple[list[tuple[int, int]], bool]:
    """[start, end) of stretches of the resting face, apart, in order of time; whether in doubt."""
    windows = _windows(good, camera, movement)
    if not windows:
        return [], False
    still = _alike(windows, _STILL, _STILL_MM)
    advance = [w.advance_mm for w in windows]
    tolerance = max(_POSTURE_MM, _POSTURE_SHARE * (max(advance) - min(advance)))
    lowest = min(w.advance_mm for w in _returned_to(still, tolerance))
    resting = [w for w in still if w.advance_mm <= lowest + tolerance]
    chosen: list[_Window] = []
    for window in _alike(resting, _ALIKE, _ALIKE_MM):
        if not chosen or window.start >= chosen[-1].end:
            chosen.append(window)
    doubtful = still[0].advance_mm > lowest + tolerance
    return [(w.start, w.end) for w in chosen[:MOST_TRIES]], doubtful


def _alike(windows: Sequence[_Window], times: float, more_mm: float) -> list[_Window]:
    bound = times * min(w.motion_mm for w in windows) + more_mm
    return [w for w in windows if w.motion_mm <= bound]


def _returned_to(still: Sequence[_Window], tolerance: float) -> list[_Window]:
    """Windows whose posture the film starts with, ends with, or has twice; all where none is so.

    A face that is pulled the other way once, between two movements, is no resting face.
    """

    def kept(window: _Window) -> bool:
        like = [w for w in still if abs(w.advance_mm - window.advance_mm) <= tolerance]
        twice = like[-1].start >= like[0].end
        return window in (still[0], still[-1]) or twice

    return [w for w in still if kept(w)] or list(still)


def _windows(good: Sequence[FaceFrame], camera: Camera, movement: Movement) -> list[_Window]:
    time_s = np.array([face.time_s for face in good])
    positions = _positions(good, camera)
    motion = _motion(positions)
    advance = advances_mm(positions, movement)
    windows = []
    for a in range(0, len(good), 3):
        b = int(np.searchsorted(time_s, time_s[a] + REST_STRETCH_S))
        if b - a < MIN_REST_FRAMES or time_s[b - 1] - time_s[a] < 0.75 * REST_STRETCH_S:
            continue
        restless = float(np.percentile(motion[a:b], 75))
        windows.append(_Window(a, b, restless, float(np.median(advance[a:b]))))
    return windows


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


def _positions(good: Sequence[FaceFrame], camera: Camera) -> FloatArray:
    """(n, N_MEASURES) positions in a head frame common to all pictures, mm."""
    stack = np.stack([camera.to_head_axes(f.points) for f in good if f.points is not None])
    reference = Reference.from_shape(stack[0])
    irises = [0.5 * sum(iris_diameters_px(p)) for p in stack]
    mm_per_px = IRIS_DIAMETER_MM / float(np.median(irises))
    return np.stack([positions_mm(reference.align(p).apply(p), mm_per_px) for p in stack])


def _motion(positions: FloatArray) -> FloatArray:
    """(n,) speed of the fastest watched measure, mm per picture step, smoothed over 5 pictures."""
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
    kernel = np.ones(5) / 5.0
    smooth = np.stack(
        [np.convolve(np.pad(positions[:, c], 2, mode="edge"), kernel, "valid") for c in columns],
        axis=1,
    )
    steps = np.abs(np.diff(smooth, axis=0, prepend=smooth[:1]))
    return np.asarray(steps.max(axis=1))
