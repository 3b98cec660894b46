"""Aligned landmarks -> the named measures of `measures.csv`, side by side."""

from __future__ import annotations

from typing import Final

import numpy as np

from coach.domain.frames import FloatArray
from coach.domain.landmarks import PHILTRUM, SIDE_LANDMARKS
from coach.domain.measures import (
    MOUTH_WIDTH,
    N_MEASURES,
    PHILTRUM_X,
    SideMeasure,
    measure_index,
)
from coach.domain.sides import Side

#: Horizontal visible iris diameter, mm: 11.7 +- 0.42 between people (Ruefer 2005,
#: doi 10.1097/01.ico.0000148312.01805.53), which makes every mm value uncertain by 3.6 %.
IRIS_DIAMETER_MM: Final = 11.7
IRIS_RELATIVE_SD: Final = 0.036


def iris_diameters_px(points: FloatArray) -> tuple[float, float]:
    """(478, 3) points -> horizontal iris diameter (left, right) in the points' own pixels."""
    return _iris(points, Side.LEFT), _iris(points, Side.RIGHT)


def _iris(points: FloatArray, side: Side) -> float:
    a, b = SIDE_LANDMARKS[side].iris_horizontal
    return float(np.hypot(points[a, 0] - points[b, 0], points[a, 1] - points[b, 1]))


def positions_mm(aligned: FloatArray, mm_per_px: float) -> FloatArray:
    """(478, 3) aligned points (reference pixels) -> (N_MEASURES,) positions in mm.

    Positions, not yet displacements: `displacements` subtracts the rest face. Eye closure is left
    at NaN here because it needs the rest fissure.
    """
    out = np.full(N_MEASURES, np.nan)
    for side in Side:
        lm = SIDE_LANDMARKS[side]
        values = {
            SideMeasure.COMMISSURE_X: aligned[lm.commissure, 0],
            SideMeasure.COMMISSURE_Y: aligned[lm.commissure, 1],
            SideMeasure.PALPEBRAL_FISSURE: aligned[list(lm.upper_lid), 1].mean()
            - aligned[list(lm.lower_lid), 1].mean(),
            SideMeasure.BROW_Y: aligned[list(lm.brow), 1].mean(),
            SideMeasure.ALA_Y: aligned[list(lm.ala), 1].mean(),
            SideMeasure.UPPER_LIP_Y: aligned[lm.upper_lip, 1],
            SideMeasure.LOWER_LIP_Y: aligned[lm.lower_lip, 1],
        }
        for measure, value in values.items():
            out[measure_index(measure, side)] = value
    out[measure_index(PHILTRUM_X)] = aligned[PHILTRUM, 0]
    left, right = (SIDE_LANDMARKS[s].commissure for s in (Side.LEFT, Side.RIGHT))
    out[measure_index(MOUTH_WIDTH)] = np.hypot(
        aligned[left, 0] - aligned[right, 0], aligned[left, 1] - aligned[right, 1]
    )
    return np.asarray(out * mm_per_px)


#: Measures that stay absolute; all others are displacements from rest.
_ABSOLUTE: Final = np.array(
    [
        *(measure_index(SideMeasure.PALPEBRAL_FISSURE, s) for s in Side),
        measure_index(MOUTH_WIDTH),
    ]
)


def displacements(positions: FloatArray, rest: FloatArray) -> FloatArray:
    """Positions and rest positions, both (N_MEASURES,) mm -> the measures of the contract."""
    out = positions - rest
    out[_ABSOLUTE] = positions[_ABSOLUTE]
    return with_closure(out, rest)


def with_closure(values: FloatArray, rest: FloatArray) -> FloatArray:
    """Fill in eye closure: (rest fissure - fissure) / rest fissure, per cent (docs/measures.md).

    Derived last, so that closure and fissure are always one and the same number.
    """
    out = values.copy()
    for side in Side:
        fissure = measure_index(SideMeasure.PALPEBRAL_FISSURE, side)
        out[measure_index(SideMeasure.EYE_CLOSURE, side)] = (
            100.0 * (rest[fissure] - values[fissure]) / rest[fissure]
        )
    return np.asarray(out)
