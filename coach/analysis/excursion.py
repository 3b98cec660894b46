"""How far each side has moved, along the movement that was asked for."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from coach.domain.frames import FloatArray
from coach.domain.measures import MEASURE_COLUMNS, SideMeasure, measure_index
from coach.domain.movements import MOVEMENT_SPECS, Movement
from coach.domain.session import BaselineRecord
from coach.domain.sides import Side


@cache
def _axes(movement: Movement, side: Side) -> tuple[NDArray[np.intp], FloatArray]:
    """Columns of a movement on one side, and for each +1 / -1 (wanted direction) or 0 (either).

    x directions are outward in the movement's specification, so they change sign on the right.
    """
    spec = MOVEMENT_SPECS[movement]
    columns = np.array([measure_index(m, side) for m in spec.axes], dtype=np.intp)
    signs = [
        d * (side.sign if m is SideMeasure.COMMISSURE_X else 1)
        for m, d in zip(spec.axes, spec.directions, strict=True)
    ]
    return columns, np.array(signs, dtype=np.float64)


def excursions_mm(
    values: FloatArray, movement: Movement, side: Side, rest: BaselineRecord | None = None
) -> FloatArray:
    """(..., N_MEASURES) measures -> (...) size of the movement in mm, never negative.

    The length of the displacement vector after parts against the movement's direction are set to
    zero, so that a corner that is pulled the wrong way is no smile. Lid movements are the rest
    fissure minus the fissure, which needs `rest`. NaN where a column is missing or the movement
    is not measured by the camera.
    """
    columns, signs = _axes(movement, side)
    if len(columns) == 0:
        return np.full(values.shape[:-1], np.nan)
    parts = values[..., columns]
    if MOVEMENT_SPECS[movement].axes == (SideMeasure.PALPEBRAL_FISSURE,):
        open_mm = rest.palpebral_fissure_mm.of(side) if rest is not None else None
        parts = parts - (np.nan if open_mm is None else open_mm)
    directed = np.where(signs == 0.0, np.abs(parts), np.maximum(parts * signs, 0.0))
    directed = np.where(np.isnan(parts), np.nan, directed)
    return np.asarray(np.sqrt((directed * directed).sum(axis=-1)))


def advances_mm(positions: FloatArray, movement: Movement) -> FloatArray:
    """(..., N_MEASURES) positions, mm -> (...) how far along the movement a face stands.

    Both sides' positions added up in the movement's direction: a difference of two postures is
    above zero where the first is further into the movement. Zeros where no direction is wanted.
    """
    total = np.zeros(positions.shape[:-1])
    for side in Side:
        columns, signs = _axes(movement, side)
        total = total + (positions[..., columns] * signs).sum(axis=-1)
    return np.asarray(total)


def excursion_mm(
    values: FloatArray, movement: Movement, side: Side, rest: BaselineRecord | None = None
) -> float:
    """One picture's (N_MEASURES,) measures -> size of the movement in mm; NaN where none."""
    return float(excursions_mm(values, movement, side, rest))


def excursion_noise_mm(rest: BaselineRecord, movement: Movement, side: Side) -> float:
    """Standard deviation of a side's excursion at rest, from this session's rest face."""
    columns, _ = _axes(movement, side)
    if len(columns) == 0:
        return float("nan")
    return float(np.sqrt(sum(rest.noise_sd_mm[MEASURE_COLUMNS[c]] ** 2 for c in columns)))
