"""The resting face: reference shape, mm scale, rest positions and this session's noise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from coach.analysis.alignment import Reference, Similarity, mean_shape
from coach.analysis.camera import Camera
from coach.analysis.filters import OneEuro, median_noise
from coach.analysis.measures import (
    IRIS_DIAMETER_MM,
    OTHER_SIDE,
    displacements,
    iris_diameters_px,
    outer_canthal_px,
    positions_mm,
    with_closure,
)
from coach.analysis.merging import merge
from coach.analysis.occlusion import learn_lip_colour
from coach.analysis.quality import QualityLimits, irises_disagree
from coach.analysis.refinement import Refiner, RestPixels, learn_rest
from coach.domain.frames import FloatArray, Image
from coach.domain.landmarks import FaceFrame
from coach.domain.measures import MEASURE_COLUMNS, SideMeasure, measure_index
from coach.domain.pixels import PixelTools
from coach.domain.session import BaselineRecord, PerSide, ScaleSource
from coach.domain.sides import Side

#: A rest face is steady when no measure of the brows, mouth or nose is noisier than this. Rendered
#: heads at rest with +-1.2 degrees of sway read 0.1 to 0.4 mm; talking reads above 1 mm.
STEADY_SD_MM: Final = 0.8
#: Pictures from which templates and lid colours are learnt; more add time, not sharpness.
TEMPLATE_PICTURES: Final = 10
#: Fewer pictures than this are no ground for templates.
MIN_PICTURES: Final = 4
#: Blinks are cut by the median as long as the eyes are open in most pictures; noise of the lids is
#: judged only where it is no blink, so it does not count for steadiness.
_STEADY_COLUMNS: Final = np.array(
    [
        measure_index(m, s)
        for m in (
            SideMeasure.COMMISSURE_X,
            SideMeasure.COMMISSURE_Y,
            SideMeasure.BROW_Y,
            SideMeasure.ALA_Y,
            SideMeasure.LOWER_LIP_Y,
        )
        for s in Side
    ]
)


@dataclass(frozen=True, slots=True, eq=False)
class RestFace:
    """Everything that later pictures are compared with.

    Attributes:
        camera: of the pictures.
        reference: rest shape for alignment.
        mm_per_px: scale of the reference.
        rest: (N_MEASURES,) rest positions, mm.
        noise_sd: (N_MEASURES,) robust standard deviation at rest, mm (points for closure).
        sharpness: median sharpness of the rest pictures; 0 where it was not measured.
        pixels: templates and colours; None where there were no pictures.
        scale: what `mm_per_px` comes from.
        lips: (lip, side) -> its colour, where that differs from the skin's
            (`coach.analysis.occlusion`).
    """

    camera: Camera
    reference: Reference
    mm_per_px: float
    rest: FloatArray
    noise_sd: FloatArray
    sharpness: float
    pixels: RestPixels | None
    scale: ScaleSource = ScaleSource.IRIS
    lips: Mapping[tuple[str, Side], FloatArray] = field(default_factory=dict)

    @property
    def restless_mm(self) -> float:
        """How far the face was from still: the largest noise of brows, nose or mouth, mm."""
        return float(np.nanmax(self.noise_sd[_STEADY_COLUMNS]))

    @property
    def steady(self) -> bool:
        """True where the face was still enough to be the rest face."""
        return self.restless_mm <= STEADY_SD_MM

    def record(self) -> BaselineRecord:
        """What is kept of it in the session's record."""
        fissure = {s: self.rest[measure_index(SideMeasure.PALPEBRAL_FISSURE, s)] for s in Side}
        return BaselineRecord(
            palpebral_fissure_mm=PerSide(float(fissure[Side.LEFT]), float(fissure[Side.RIGHT])),
            mm_per_px=self.mm_per_px,
            noise_sd_mm={
                name: float(sd) for name, sd in zip(MEASURE_COLUMNS, self.noise_sd, strict=True)
            },
            refined=self.pixels is not None,
            scale=self.scale,
        )


def measure_rest(
    faces: Sequence[FaceFrame],
    limits: QualityLimits,
    camera: Camera,
    images: Sequence[Image | None] = (),
    pixels: PixelTools | None = None,
    outer_canthal_mm: float | None = None,
) -> RestFace:
    """Rest face from pictures of a face at rest, in order of time.

    Args:
        faces: at least 3, each with points.
        limits: for the agreement of the irises.
        camera: of the pictures.
        images: the pictures themselves, as far as they were kept (None elsewhere), same order.
        pixels: picture operations; None: landmarks alone.
        outer_canthal_mm: distance of the outer canthi as a therapist measured it with a caliper; it
            takes the place of the irises as the scale.

    Raises:
        ValueError: fewer than 3 faces, or one without points.
    """
    stack = np.stack([camera.to_head_axes(f.points) for f in faces if f.points is not None])
    if len(stack) != len(faces) or len(stack) < 3:
        raise ValueError("a rest face needs at least 3 pictures, all with landmarks")
    reference = Reference.from_shape(mean_shape(stack))
    fits = [reference.align(p) for p in stack]
    irises = np.array(
        [np.multiply(iris_diameters_px(p), fit.scale) for p, fit in zip(stack, fits, strict=True)]
    )
    left_px, right_px = np.median(irises, axis=0)
    if outer_canthal_mm is None:
        scale = float(IRIS_DIAMETER_MM / (0.5 * (left_px + right_px)))
        differ = irises_disagree(float(left_px), float(right_px), limits)
        source = ScaleSource.IRISES_DIFFER if differ else ScaleSource.IRIS
    else:
        scale = outer_canthal_mm / outer_canthal_px(reference.points)
        source = ScaleSource.CALIPER
    positions = np.stack(
        [positions_mm(fit.apply(p), scale) for p, fit in zip(stack, fits, strict=True)]
    )
    rest = np.median(positions, axis=0)
    values = np.stack([displacements(p, rest) for p in positions])
    kept = [(i, image) for i, image in enumerate(images) if image is not None]
    learnt, lips = None, {}
    if pixels is not None and len(kept) >= MIN_PICTURES:
        learnt = _learn(kept, fits, reference, scale, camera, pixels)
        rest, values = _refine(learnt, kept, stack, fits, scale, camera, pixels)
        shown = [(image, p) for i, image in kept if (p := faces[i].points) is not None]
        lips = learn_lip_colour([image for image, _ in shown], [p for _, p in shown])
    smooth = OneEuro(partners=OTHER_SIDE)
    times = [faces[i].time_s for i, _ in kept] if learnt is not None else [f.time_s for f in faces]
    smoothed = np.stack(
        [with_closure(smooth.step(v, t), rest) for v, t in zip(values, times, strict=True)]
    )
    sharp = [f.stats.sharpness for f in faces if f.stats is not None]
    return RestFace(
        camera=camera,
        reference=reference,
        mm_per_px=scale,
        rest=rest,
        noise_sd=median_noise(smoothed),
        sharpness=float(np.median(sharp)) if sharp else 0.0,
        pixels=learnt,
        scale=source,
        lips=lips,
    )


def _learn(
    kept: Sequence[tuple[int, Image]],
    fits: Sequence[Similarity],
    reference: Reference,
    scale: float,
    camera: Camera,
    pixels: PixelTools,
) -> RestPixels:
    chosen = kept[:: max(len(kept) // TEMPLATE_PICTURES, 1)][:TEMPLATE_PICTURES]
    return learn_rest(
        reference,
        scale,
        [image for _, image in chosen],
        [fits[i] for i, _ in chosen],
        camera,
        pixels,
    )


def _refine(
    learnt: RestPixels,
    kept: Sequence[tuple[int, Image]],
    stack: FloatArray,
    fits: Sequence[Similarity],
    scale: float,
    camera: Camera,
    pixels: PixelTools,
) -> tuple[FloatArray, FloatArray]:
    """Rest positions and (n, N_MEASURES) measures of the kept pictures, pose corrected."""
    refiner = Refiner(learnt, camera, pixels)
    refinements = [refiner.step(image, fits[i]) for i, image in kept]
    positions = np.stack(
        [
            positions_mm(r.correction.apply(fits[i].apply(stack[i]), scale), scale)
            for r, (i, _) in zip(refinements, kept, strict=True)
        ]
    )
    rest = np.median(positions, axis=0)
    values = np.stack(
        [
            merge(displacements(p, rest), rest, r)
            for p, r in zip(positions, refinements, strict=True)
        ]
    )
    return rest, values
