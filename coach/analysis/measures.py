"""Aligned landmarks -> the named measures of `measures.csv`, side by side."""

from __future__ import annotations

from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

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

IndexArray: TypeAlias = NDArray[np.intp]
_MOUTH_WIDTH: Final = measure_index(MOUTH_WIDTH)

#: Horizontal visible iris diameter, mm: 11.7 +- 0.42 between people (Ruefer 2005,
#: doi 10.1097/01.ico.0000148312.01805.53), which makes every mm value uncertain by 3.6 %
#: (`coach.domain.repeatability.SCALE_RELATIVE_SD`).
IRIS_DIAMETER_MM: Final = 11.7


def iris_diameters_px(points: FloatArray) -> tuple[float, float]:
    """(478, 3) points -> horizontal iris diameter (left, right) in the points' own pixels."""
    return _iris(points, Side.LEFT), _iris(points, Side.RIGHT)


def outer_canthal_px(points: FloatArray) -> float:
    """(478, 3) points -> distance of the outer canthi, in the points' own pixels."""
    left, right = (SIDE_LANDMARKS[s].outer_canthus for s in (Side.LEFT, Side.RIGHT))
    return float(np.linalg.norm(points[left] - points[right]))


def _iris(points: FloatArray, side: Side) -> float:
    a, b = SIDE_LANDMARKS[side].iris_horizontal
    return float(np.hypot(points[a, 0] - points[b, 0], points[a, 1] - points[b, 1]))


def _gather() -> tuple[IndexArray, IndexArray, FloatArray, IndexArray, IndexArray]:
    """Landmark, axis and weight of every term, where each measure's terms start, its column."""
    terms: list[tuple[int, int, float]] = []
    starts: list[int] = []
    columns: list[int] = []

    def add(column: int, parts: list[tuple[tuple[int, ...], int, float]]) -> None:
        columns.append(column)
        starts.append(len(terms))
        for landmarks, axis, sign in parts:
            terms.extend((i, axis, sign / len(landmarks)) for i in landmarks)

    for side in Side:
        lm = SIDE_LANDMARKS[side]
        add(measure_index(SideMeasure.COMMISSURE_X, side), [((lm.commissure,), 0, 1.0)])
        add(measure_index(SideMeasure.COMMISSURE_Y, side), [((lm.commissure,), 1, 1.0)])
        lids = [(lm.upper_lid, 1, 1.0), (lm.lower_lid, 1, -1.0)]
        add(measure_index(SideMeasure.PALPEBRAL_FISSURE, side), lids)
        add(measure_index(SideMeasure.BROW_Y, side), [(lm.brow, 1, 1.0)])
        add(measure_index(SideMeasure.ALA_Y, side), [(lm.ala, 1, 1.0)])
        add(measure_index(SideMeasure.UPPER_LIP_Y, side), [((lm.upper_lip,), 1, 1.0)])
        add(measure_index(SideMeasure.LOWER_LIP_Y, side), [((lm.lower_lip,), 1, 1.0)])
    add(measure_index(PHILTRUM_X), [((PHILTRUM,), 0, 1.0)])
    landmark, axis, weight = zip(*terms, strict=True)
    return (
        np.array(landmark, dtype=np.intp),
        np.array(axis, dtype=np.intp),
        np.array(weight, dtype=np.float64),
        np.array(starts, dtype=np.intp),
        np.array(columns, dtype=np.intp),
    )


def _partners() -> IndexArray:
    out = np.arange(N_MEASURES)
    for side in Side:
        for measure in SideMeasure:
            out[measure_index(measure, side)] = measure_index(measure, side.other)
    return out


#: (N_MEASURES,) the same measure on the other side; the midline's own.
OTHER_SIDE: Final = _partners()

_LANDMARK, _AXIS, _WEIGHT, _STARTS, _COLUMNS = _gather()
_LEFT_CORNER = SIDE_LANDMARKS[Side.LEFT].commissure
_RIGHT_CORNER = SIDE_LANDMARKS[Side.RIGHT].commissure


def positions_mm(aligned: FloatArray, mm_per_px: float) -> FloatArray:
    """(478, 3) aligned points (reference pixels) -> (N_MEASURES,) positions in mm.

    Positions, not yet displacements: `displacements` subtracts the rest face. Eye closure is left
    at NaN here because it needs the rest fissure.
    """
    out = np.full(N_MEASURES, np.nan)
    out[_COLUMNS] = np.add.reduceat(aligned[_LANDMARK, _AXIS] * _WEIGHT, _STARTS)
    across = aligned[_LEFT_CORNER] - aligned[_RIGHT_CORNER]
    out[_MOUTH_WIDTH] = np.hypot(across[0], across[1])
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
