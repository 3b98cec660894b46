"""The resting face of a recording: its stillest neutral stretch before the first movement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np

from coach.analysis.alignment import Reference
from coach.analysis.analyser import FaceAnalyser, measure_all
from coach.analysis.baseline import RestFace, measure_rest
from coach.analysis.camera import Camera
from coach.analysis.focal import estimate_focal
from coach.analysis.measures import IRIS_DIAMETER_MM, iris_diameters_px, positions_mm
from coach.analysis.quality import QualityLimits
from coach.domain.frames import FloatArray, Image
from coach.domain.landmarks import FaceFrame
from coach.domain.measures import SideMeasure, measure_index
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
    """

    rest: RestFace | None
    reason: QualityReason


def find_rest(
    faces: Sequence[FaceFrame],
    limits: QualityLimits,
    pictures: Pictures | None = None,
    outer_canthal_mm: float | None = None,
) -> RestSearch:
    """The stillest neutral stretch before the first movement.

    Stillness is judged on aligned positions of brows, nose wings, lids and mouth in sliding windows
    of `REST_STRETCH_S`; among windows nearly as still as the stillest, the earliest is taken, which
    comes before the first movement because a hold is never as early as the rest before it. A
    stretch in which the face was not steady (talking, laughing), or whose irises give no scale, is
    passed over for the next one.

    Args:
        faces: landmarks of every picture, in order.
        limits: of scoring.
        pictures: the pictures themselves; None: landmarks alone.
        outer_canthal_mm: a caliper's distance of the outer canthi, as the scale; None: the irises.
    """
    gate = FaceAnalyser(limits, outer_canthal_mm=outer_canthal_mm)
    good = [
        i for i, m in enumerate(measure_all(gate, faces)) if m.reason is QualityReason.NO_BASELINE
    ]
    if len(good) < MIN_REST_FRAMES:
        return RestSearch(None, QualityReason.NO_BASELINE)
    camera = Camera.of(faces[0].size, estimate_focal([faces[i] for i in good]))
    reason = QualityReason.NO_BASELINE
    for a, b in _stretches([faces[i] for i in good], camera):
        chosen = good[a:b]
        here = [faces[i] for i in chosen]
        rest = measure_rest(here, limits, camera, outer_canthal_mm=outer_canthal_mm)
        if not rest.steady:
            reason = QualityReason.UNSTEADY_REST
        elif not rest.scale_agrees:
            reason = QualityReason.IRIS_MISMATCH
        elif pictures is None:
            return RestSearch(rest, reason)
        else:
            images = _images(pictures, chosen)
            pixels = pictures.pixels
            rest = measure_rest(here, limits, camera, images, pixels, outer_canthal_mm)
            return RestSearch(rest, reason)
    return RestSearch(None, reason)


def _stretches(good: Sequence[FaceFrame], camera: Camera) -> list[tuple[int, int]]:
    """[start, end) of stretches about as still as the stillest, apart, in order of time."""
    time_s = np.array([face.time_s for face in good])
    motion = _motion(good, camera)
    windows: list[tuple[float, int, int]] = []
    for a in range(0, len(good), 3):
        b = int(np.searchsorted(time_s, time_s[a] + REST_STRETCH_S))
        if b - a < MIN_REST_FRAMES or time_s[b - 1] - time_s[a] < 0.75 * REST_STRETCH_S:
            continue
        windows.append((float(np.percentile(motion[a:b], 75)), a, b))
    if not windows:
        return []
    bound = _ALIKE * min(m for m, _, _ in windows) + _ALIKE_MM
    chosen: list[tuple[int, int]] = []
    for motion_mm, a, b in windows:
        if motion_mm <= bound and (not chosen or a >= chosen[-1][1]):
            chosen.append((a, b))
    return chosen[:MOST_TRIES]


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
