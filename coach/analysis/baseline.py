"""The resting face: reference shape, mm scale, rest positions and this session's noise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from coach.analysis.alignment import Reference, mean_shape, to_head_axes
from coach.analysis.filters import OneEuro, median_noise
from coach.analysis.measures import (
    IRIS_DIAMETER_MM,
    displacements,
    iris_diameters_px,
    positions_mm,
)
from coach.analysis.quality import QualityLimits, irises_disagree
from coach.domain.frames import FloatArray
from coach.domain.landmarks import FaceFrame
from coach.domain.measures import MEASURE_COLUMNS, SideMeasure, measure_index
from coach.domain.session import BaselineRecord, PerSide
from coach.domain.sides import Side

#: A rest face is steady when no measure of the brows, mouth or nose is noisier than this. Rendered
#: heads at rest with +-1.2 degrees of sway read 0.1 to 0.4 mm; talking reads above 1 mm.
STEADY_SD_MM: Final = 0.8
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
        reference: rest shape for alignment.
        mm_per_px: scale of the reference.
        rest: (N_MEASURES,) rest positions, mm.
        noise_sd: (N_MEASURES,) robust standard deviation at rest, mm (points for closure).
        sharpness: median sharpness of the rest pictures; 0 where it was not measured.
        irises_agree: False where the mm scale is not to be trusted.
    """

    reference: Reference
    mm_per_px: float
    rest: FloatArray
    noise_sd: FloatArray
    sharpness: float
    irises_agree: bool

    @property
    def steady(self) -> bool:
        return bool(np.nanmax(self.noise_sd[_STEADY_COLUMNS]) <= STEADY_SD_MM)

    def record(self) -> BaselineRecord:
        fissure = {s: self.rest[measure_index(SideMeasure.PALPEBRAL_FISSURE, s)] for s in Side}
        return BaselineRecord(
            palpebral_fissure_mm=PerSide(float(fissure[Side.LEFT]), float(fissure[Side.RIGHT])),
            mm_per_px=self.mm_per_px,
            noise_sd_mm={
                name: float(sd) for name, sd in zip(MEASURE_COLUMNS, self.noise_sd, strict=True)
            },
        )


def measure_rest(faces: Sequence[FaceFrame], limits: QualityLimits) -> RestFace:
    """Rest face from pictures of a face at rest, in order of time; each must have points.

    Raises:
        ValueError: fewer than 3 pictures, or one without points.
    """
    stack = np.stack([to_head_axes(f.points) for f in faces if f.points is not None])
    if len(stack) != len(faces) or len(stack) < 3:
        raise ValueError("a rest face needs at least 3 pictures, all with landmarks")
    reference = Reference.from_shape(mean_shape(stack))
    fits = [reference.align(p) for p in stack]
    irises = np.array(
        [np.multiply(iris_diameters_px(p), fit.scale) for p, fit in zip(stack, fits, strict=True)]
    )
    left_px, right_px = np.median(irises, axis=0)
    scale = IRIS_DIAMETER_MM / (0.5 * (left_px + right_px))
    positions = np.stack(
        [positions_mm(fit.apply(p), scale) for p, fit in zip(stack, fits, strict=True)]
    )
    rest = np.median(positions, axis=0)
    smooth = OneEuro()
    values = np.stack(
        [
            smooth.step(displacements(p, rest), f.time_s)
            for p, f in zip(positions, faces, strict=True)
        ]
    )
    sharp = [f.stats.sharpness for f in faces if f.stats is not None]
    return RestFace(
        reference=reference,
        mm_per_px=float(scale),
        rest=rest,
        noise_sd=median_noise(values),
        sharpness=float(np.median(sharp)) if sharp else 0.0,
        irises_agree=not irises_disagree(float(left_px), float(right_px), limits),
    )
