from __future__ import annotations

import io
import struct
from dataclasses import replace

import numpy as np
import pytest
from matplotlib.image import imread

from coach.domain.measures import N_MEASURES, SideMeasure, measure_index
from coach.domain.movements import Movement, Region
from coach.domain.quality import QualityReason
from coach.domain.session import LoggedFrame, PerSide
from coach.domain.sides import Affected, Side
from coach.export.plot_content import (
    ROW_S,
    Traces,
    panels_of,
    regions_with_data,
    row_summary,
    rows_of,
)
from coach.export.plots import plot_session
from tests.fixtures.records import smile_frames, smile_rep, smile_session


def with_values(
    frames: list[LoggedFrame], values: np.ndarray[tuple[int], np.dtype[np.float64]]
) -> list[LoggedFrame]:
    return [replace(f, measures=replace(f.measures, values=values)) for f in frames]


def refused(frames: list[LoggedFrame]) -> list[LoggedFrame]:
    return [replace(f, measures=replace(f.measures, reason=QualityReason.TOO_DARK)) for f in frames]


def test_the_practised_region_comes_first() -> None:
    pictures = plot_session(smile_session(), smile_frames())
    assert list(pictures) == [
        "plot_mouth.png", "plot_brow.png", "plot_eye.png", "plot_nose.png",
    ]  # fmt: skip


def test_the_pictures_are_real_and_readable_in_size() -> None:
    for data in plot_session(smile_session(), smile_frames()).values():
        width, height = struct.unpack(">II", data[16:24])
        assert width == 1440
        assert height >= 480
        pixels = imread(io.BytesIO(data))[..., :3]
        assert (pixels == 1).all(axis=2).mean() > 0.3  # mostly white paper
        for colour in ((0x1C, 0x5F, 0xA8), (0xA8, 0x4E, 0x06)):  # both sides are drawn
            distance = np.abs(pixels - np.array(colour) / 255).max(axis=2)
            assert (distance < 0.02).sum() > 500


def test_the_same_session_gives_the_same_pictures() -> None:
    assert plot_session(smile_session(), smile_frames()) == plot_session(
        smile_session(), smile_frames()
    )


def test_without_valid_frames_there_is_no_picture() -> None:
    assert plot_session(smile_session(), []) == {}
    assert plot_session(smile_session(), refused(smile_frames(1))) == {}
    assert (
        plot_session(smile_session(), with_values(smile_frames(1), np.full(N_MEASURES, np.nan)))
        == {}
    )


def test_only_regions_with_data_are_drawn() -> None:
    values = np.full(N_MEASURES, np.nan)
    values[measure_index(SideMeasure.BROW_Y, Side.LEFT)] = 1.0
    frames = with_values(smile_frames(1), values)
    assert list(plot_session(smile_session(), frames)) == ["plot_brow.png"]


@pytest.mark.parametrize("count", [1, 2])
def test_very_short_sessions_can_be_drawn(count: int) -> None:
    record = replace(smile_session(0), affected=None)
    assert len(plot_session(record, smile_frames(1)[:count])) == 4


@pytest.mark.parametrize("affected", [None, *Affected])
def test_every_choice_of_side_can_be_drawn(affected: Affected | None) -> None:
    assert plot_session(replace(smile_session(), affected=affected), smile_frames(1))


def test_outward_is_positive_on_both_sides() -> None:
    traces = Traces.of(smile_frames(1))
    outward, up = panels_of(Region.MOUTH, smile_session())
    hold = (traces.time_s > 6) & (traces.time_s < 7)
    for side in Side:
        assert np.median(traces.values(outward, side)[hold]) > 2
        assert np.median(traces.values(up, side)[hold]) > 1.5


def test_what_is_not_scored_is_a_gap() -> None:
    traces = Traces.of(smile_frames(3))
    (gap,) = traces.gaps(0.0, 36.0)
    assert gap == pytest.approx((33.0, 33.5), abs=1 / 30)
    panel = panels_of(Region.EYE, smile_session())[0]
    inside = (traces.time_s >= 33.0) & (traces.time_s < 33.49)
    assert np.isnan(traces.values(panel, Side.LEFT)[inside]).all()


def test_a_gap_may_last_to_the_end() -> None:
    frames = smile_frames(1)
    traces = Traces.of(frames[:300] + refused(frames[300:]))
    assert traces.gaps(0.0, 12.0) == [pytest.approx((10.0, 359 / 30), abs=1e-6)]


def test_a_short_session_is_one_row() -> None:
    (row,) = rows_of(smile_session(), Traces.of(smile_frames()))
    assert (row.start_s, row.title, len(row.reps)) == (0.0, "Smile closed", 3)


def test_a_long_session_is_split_by_exercise_and_length() -> None:
    brows = [
        replace(smile_rep(i), exercise_id="brow_raise", movement=Movement.BROW_RAISE)
        for i in range(10, 13)
    ]
    record = replace(smile_session(), reps=(*smile_session(10).reps, *brows))
    rows = rows_of(record, Traces.of(smile_frames(13)))
    assert [rep for row in rows for rep in row.reps] == list(record.reps)
    assert [row.title for row in rows] == ["Smile closed", "Smile closed", "Brow raise"]
    assert all(row.end_s - row.start_s <= ROW_S for row in rows)
    assert len(plot_session(record, smile_frames(13))) == 4


def test_the_lower_lip_is_shown_where_it_was_asked_for() -> None:
    lip = replace(smile_session(), reps=(), movement=Movement.LOWER_LIP_DEPRESS)
    assert [p.measure for p in panels_of(Region.MOUTH, lip)][-1] is SideMeasure.LOWER_LIP_Y
    assert len(panels_of(Region.MOUTH, smile_session())) == 2


def test_rest_is_no_region() -> None:
    record = replace(smile_session(), reps=(), movement=Movement.REST)
    assert len(regions_with_data(record, Traces.of(smile_frames(1)))) == 4


def test_the_summary_of_a_row_counts_scored_repetitions_of_its_own_region() -> None:
    (row,) = rows_of(smile_session(), Traces.of(smile_frames()))
    assert row_summary(row, Region.MOUTH) == (
        "mean of 2: left 3.2 ± 0.3 mm, right 6.6 ± 0.3 mm  |  affected 49 ± 9 % of healthy"
    )
    assert row_summary(row, Region.EYE) == ""
    assert row_summary(replace(row, reps=row.reps[2:]), Region.MOUTH) == ""
    first = replace(row.reps[0], affected_pct_of_healthy=None)
    assert row_summary(replace(row, reps=(first,)), Region.MOUTH) == (
        "1 scored: left 3.2 ± 0.3 mm, right 6.6 ± 0.3 mm"
    )


def test_a_row_of_eye_closures_says_how_far_the_eyes_closed() -> None:
    (row,) = rows_of(smile_session(), Traces.of(smile_frames()))
    reps = tuple(
        replace(
            rep,
            movement=Movement.EYE_CLOSURE,
            closure_pct=PerSide(61.4, 97.8),
            closure_uncertainty_pct=4.2,
            affected_pct_of_healthy=None,
        )
        for rep in row.reps[:2]
    )
    assert row_summary(replace(row, reps=reps), Region.EYE) == (
        "mean of 2: closed left 61 ± 4 %, right 98 ± 4 %"
    )
    older = tuple(replace(rep, closure_pct=PerSide(None, None)) for rep in reps)
    assert "mm" in row_summary(replace(row, reps=older), Region.EYE)
