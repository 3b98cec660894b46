"""Names and order of the measures are the contract's."""

from __future__ import annotations

import numpy as np
import pytest

from coach.domain.measures import (
    MEASURE_COLUMNS,
    MOUTH_WIDTH,
    N_MEASURES,
    PHILTRUM_X,
    HeadPose,
    MeasureFrame,
    MeasureSeries,
    SideMeasure,
    measure_index,
)
from coach.domain.quality import QualityReason
from coach.domain.sides import Side

CONTRACT = (
    "commissure_{side}_x_mm, commissure_{side}_y_mm, palpebral_fissure_{side}_mm, "
    "eye_closure_{side}_pct, brow_{side}_y_mm, ala_{side}_y_mm, upper_lip_{side}_y_mm, "
    "lower_lip_{side}_y_mm"
)


def _frame(index: int, time_s: float, reason: QualityReason | None = None) -> MeasureFrame:
    values = np.arange(N_MEASURES, dtype=np.float64) + index
    return MeasureFrame(index, round(time_s * 1e9), values, HeadPose(0, 0, 0), 0.4, reason)


def test_columns_are_the_contracts_left_then_right_then_midline() -> None:
    expected = [
        *CONTRACT.format(side="left").split(", "),
        *CONTRACT.format(side="right").split(", "),
        "philtrum_x_mm",
        "mouth_width_mm",
    ]
    assert list(MEASURE_COLUMNS) == expected
    assert len(MEASURE_COLUMNS) == N_MEASURES


def test_index_agrees_with_the_column_name() -> None:
    for side in Side:
        for measure in SideMeasure:
            assert MEASURE_COLUMNS[measure_index(measure, side)] == measure.column(side)
    assert MEASURE_COLUMNS[measure_index(PHILTRUM_X)] == PHILTRUM_X
    assert MEASURE_COLUMNS[measure_index(MOUTH_WIDTH)] == MOUTH_WIDTH


def test_a_side_measure_without_a_side_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a side"):
        measure_index(SideMeasure.BROW_Y)


def test_a_frame_is_valid_without_a_reason_only() -> None:
    assert _frame(0, 0.0).valid
    assert not _frame(0, 0.0, QualityReason.YAW).valid


def test_get_reads_the_column() -> None:
    frame = _frame(0, 2.0)
    assert frame.get(SideMeasure.COMMISSURE_X, Side.LEFT) == 0.0
    assert frame.get(SideMeasure.COMMISSURE_X, Side.RIGHT) == float(len(SideMeasure))
    assert frame.get(MOUTH_WIDTH) == N_MEASURES - 1
    assert frame.time_s == 2.0


def test_a_series_keeps_order_time_and_validity() -> None:
    reasons = (None, QualityReason.NO_FACE, None)
    series = MeasureSeries.of([_frame(i, i / 30, r) for i, r in enumerate(reasons)])
    assert len(series) == 3
    np.testing.assert_allclose(series.time_s, [0, 1 / 30, 2 / 30], atol=1e-9)  # ns stamps
    assert series.valid.tolist() == [True, False, True]
    assert series.column(SideMeasure.COMMISSURE_Y, Side.LEFT).tolist() == [1.0, 2.0, 3.0]


def test_a_series_of_nothing_is_empty() -> None:
    empty = MeasureSeries.of([])
    assert len(empty) == 0
    assert empty.values.shape == (0, N_MEASURES)
    assert len(empty.between(0.0, 1.0)) == 0


def test_between_takes_start_and_leaves_out_end() -> None:
    series = MeasureSeries.of([_frame(i, float(i)) for i in range(5)])
    assert series.between(1.0, 3.0).time_s.tolist() == [1.0, 2.0]
    assert len(series.between(10.0, 20.0)) == 0
