"""The named numbers of one analysed picture: `measures.csv` column by column.

Head frame, mm: x to the patient's left, y up, z forward. Positions (`*_x_mm`, `*_y_mm`) are
displacements from the person's own resting face; `palpebral_fissure_*_mm` and `mouth_width_mm` are
absolute; `eye_closure_*_pct` is 0 at rest and 100 with no opening left.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from coach.domain.frames import FloatArray
from coach.domain.quality import QualityReason
from coach.domain.sides import Side


class SideMeasure(StrEnum):
    """A measure that exists on each side; the value is the column's pattern."""

    COMMISSURE_X = "commissure_{side}_x_mm"
    COMMISSURE_Y = "commissure_{side}_y_mm"
    PALPEBRAL_FISSURE = "palpebral_fissure_{side}_mm"
    EYE_CLOSURE = "eye_closure_{side}_pct"
    BROW_Y = "brow_{side}_y_mm"
    ALA_Y = "ala_{side}_y_mm"
    UPPER_LIP_Y = "upper_lip_{side}_y_mm"
    LOWER_LIP_Y = "lower_lip_{side}_y_mm"

    def column(self, side: Side) -> str:
        return self.value.format(side=side.value)


PHILTRUM_X: Final = "philtrum_x_mm"
MOUTH_WIDTH: Final = "mouth_width_mm"

#: Order of `MeasureFrame.values` and of the CSV's measure columns: left, right, midline.
MEASURE_COLUMNS: Final[tuple[str, ...]] = (
    *(m.column(Side.LEFT) for m in SideMeasure),
    *(m.column(Side.RIGHT) for m in SideMeasure),
    PHILTRUM_X,
    MOUTH_WIDTH,
)
N_MEASURES: Final = len(MEASURE_COLUMNS)
_INDEX: Final = {name: i for i, name in enumerate(MEASURE_COLUMNS)}
_SIDE_INDEX: Final = {(m, s): _INDEX[m.column(s)] for m in SideMeasure for s in Side}


def measure_index(measure: SideMeasure | str, side: Side | None = None) -> int:
    """Position of a measure in `MeasureFrame.values`."""
    if isinstance(measure, SideMeasure):
        if side is None:
            raise ValueError(f"{measure.name} needs a side")
        return _SIDE_INDEX[measure, side]
    return _INDEX[measure]


@dataclass(frozen=True, slots=True)
class HeadPose:
    """Head angles in degrees, right-handed about the head frame's axes (x left, y up, z forward).

    yaw + turns to the patient's left, pitch + lowers the chin, roll + tips the head to the
    patient's right. NaN where no face was found.
    """

    yaw: float
    pitch: float
    roll: float


@dataclass(frozen=True, slots=True, eq=False)
class MeasureFrame:
    """Everything measured on one picture.

    Attributes:
        index: the picture's index.
        t_ns: the picture's time stamp.
        values: (N_MEASURES,) float64 in MEASURE_COLUMNS order; NaN where there is no value.
        pose: head angles.
        mm_per_px: scale at the face; NaN where unknown.
        reason: the gate that forbids scoring; None where the frame is valid.
        alignment_residual_mm: misfit of the bone-fixed landmarks to the resting face (root mean
            square); NaN where there is no resting face, and in frames read from the log.
    """

    index: int
    t_ns: int
    values: FloatArray
    pose: HeadPose
    mm_per_px: float
    reason: QualityReason | None
    alignment_residual_mm: float = math.nan

    @property
    def valid(self) -> bool:
        return self.reason is None

    @property
    def time_s(self) -> float:
        return self.t_ns * 1e-9

    def get(self, measure: SideMeasure | str, side: Side | None = None) -> float:
        return float(self.values[measure_index(measure, side)])


@dataclass(frozen=True, slots=True, eq=False)
class MeasureSeries:
    """Measures of many pictures, column-wise.

    Attributes:
        time_s: (n,) seconds, strictly increasing.
        values: (n, N_MEASURES); NaN where there is no value.
        valid: (n,) bool.
    """

    time_s: FloatArray
    values: FloatArray
    valid: NDArray[np.bool_]

    @classmethod
    def of(cls, frames: Sequence[MeasureFrame]) -> MeasureSeries:
        n = len(frames)
        values = np.stack([f.values for f in frames]) if n else np.empty((0, N_MEASURES))
        return cls(
            time_s=np.array([f.time_s for f in frames], dtype=np.float64),
            values=values,
            valid=np.array([f.valid for f in frames], dtype=np.bool_),
        )

    def __len__(self) -> int:
        return len(self.time_s)

    def column(self, measure: SideMeasure | str, side: Side | None = None) -> FloatArray:
        """(n,) values of one measure, NaN where there is none."""
        return self.values[:, measure_index(measure, side)]

    def between(self, start_s: float, end_s: float) -> MeasureSeries:
        """The part with start_s <= time < end_s."""
        a, b = np.searchsorted(self.time_s, [start_s, end_s])
        return MeasureSeries(self.time_s[a:b], self.values[a:b], self.valid[a:b])
