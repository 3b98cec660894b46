"""Landmark measures and pixel measures of one picture -> the measures of the contract."""

from __future__ import annotations

from typing import Final

import numpy as np

from coach.analysis.features import ALA, BROW, COMMISSURE, LOWER_LIP, UPPER_LIP
from coach.analysis.lids import with_landmarks
from coach.analysis.measures import with_closure
from coach.analysis.refinement import Refinement
from coach.domain.frames import FloatArray
from coach.domain.measures import MOUTH_WIDTH, SideMeasure, measure_index
from coach.domain.sides import Side

_VERTICAL: Final = {
    BROW: SideMeasure.BROW_Y,
    ALA: SideMeasure.ALA_Y,
    UPPER_LIP: SideMeasure.UPPER_LIP_Y,
    LOWER_LIP: SideMeasure.LOWER_LIP_Y,
}


def merge(values: FloatArray, rest: FloatArray, seen: Refinement) -> FloatArray:
    """Put what the pixels saw in place of what the landmarks guessed.

    Args:
        values: (N_MEASURES,) measures from landmarks, pose already corrected.
        rest: (N_MEASURES,) rest positions, mm.
        seen: the picture's pixel measurements; what is missing there stays as it is.
    """
    out = values.copy()
    for (feature, side), shift in seen.shift_mm.items():
        if feature == COMMISSURE:
            out[measure_index(SideMeasure.COMMISSURE_X, side)] = shift[0]
            out[measure_index(SideMeasure.COMMISSURE_Y, side)] = shift[1]
        else:
            out[measure_index(_VERTICAL[feature], side)] = shift[1]
    if all((COMMISSURE, side) in seen.shift_mm for side in Side):
        left, right = (_corner(rest, side) + seen.shift_mm[COMMISSURE, side] for side in Side)
        out[measure_index(MOUTH_WIDTH)] = float(np.hypot(*(left - right)))
    for side, closure in seen.closure_pct.items():
        fissure = measure_index(SideMeasure.PALPEBRAL_FISSURE, side)
        by_landmarks = 100.0 * (1.0 - values[fissure] / rest[fissure])
        out[fissure] = rest[fissure] * (1.0 - with_landmarks(closure, by_landmarks) / 100.0)
    return with_closure(out, rest)


def _corner(rest: FloatArray, side: Side) -> FloatArray:
    x = rest[measure_index(SideMeasure.COMMISSURE_X, side)]
    y = rest[measure_index(SideMeasure.COMMISSURE_Y, side)]
    return np.array([x, y])
