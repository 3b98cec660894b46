from __future__ import annotations

import math

import numpy as np
import pytest

from coach.app.flag_points import curve_points
from coach.domain.flag_curves import FlagCurves, SidePair
from coach.domain.frames import FloatArray
from coach.domain.sides import Side

TIME = np.linspace(0.0, 12.0, 361)


def curves(along_left: FloatArray, along_right: FloatArray, unit: str = "pct") -> FlagCurves:
    moved = 6.0 * np.exp(-(((TIME - 6.0) / 2.0) ** 2))
    return FlagCurves(
        time_s=TIME,
        movement_mm=SidePair(moved * 0.5, moved),
        co_movement=SidePair(along_left, along_right),
        unit=unit,
        limit_line=np.maximum(along_right, 0.0) + 10.0,
        window=(4.0, 8.0),
        side=Side.LEFT,
    )


def bump(height: float) -> FloatArray:
    values: FloatArray = height * np.exp(-(((TIME - 6.0) / 1.5) ** 2))
    return values


def test_the_flagged_sides_peak_inside_the_window_is_where_the_line_stands() -> None:
    points = curve_points(curves(bump(30.0), bump(5.0)), "Left eye")
    assert points.peak_s == pytest.approx(6.0, abs=0.05)
    values = points.at(points.peak_s)
    assert values[Side.LEFT][1] == pytest.approx(30.0, abs=0.1)
    assert values[Side.RIGHT][1] == pytest.approx(5.0, abs=0.1)


def test_a_blink_beside_the_flag_does_not_flatten_the_plot() -> None:
    blink = 95.0 * np.exp(-(((TIME - 0.5) / 0.08) ** 2))
    points = curve_points(curves(bump(30.0) + blink, bump(5.0) + blink), "Left eye")
    # The scale holds the flag whole (30) and its limit, and lets the blink (95) leave the plot.
    assert 30.0 <= points.along_range[1] < 50.0
    assert points.along_range[0] == 0.0


def test_a_real_movement_below_zero_keeps_its_scale() -> None:
    points = curve_points(curves(bump(-20.0), bump(10.0)), "Left eye")
    assert points.along_range[0] < -10.0


def test_gaps_stay_gaps_and_empty_curves_have_a_scale() -> None:
    gone = np.full_like(TIME, np.nan)
    points = curve_points(curves(gone, gone), "Left eye")
    assert points.along_range == (0.0, 1.0)
    assert points.at(6.0)[Side.LEFT][1] is None
    assert all(math.isnan(value) for _, value in points.along[Side.LEFT])


def test_long_repetitions_are_thinned_but_keep_their_ends() -> None:
    time = np.linspace(0.0, 300.0, 9001)
    long = FlagCurves(
        time_s=time,
        movement_mm=SidePair(time, time),
        co_movement=SidePair(time, time),
        unit="mm",
        limit_line=None,
        window=(10.0, 20.0),
        side=Side.RIGHT,
    )
    points = curve_points(long, "Right brow")
    assert len(points.movement[Side.LEFT]) <= 600
    assert points.span == (0.0, 300.0)
    assert points.movement[Side.LEFT][-1] == (300.0, 300.0)
    assert points.limit == ()


def test_gaps_are_known() -> None:
    assert not curve_points(curves(bump(30.0), bump(5.0)), "Left eye").gaps
    blinking = np.where(TIME < 1.0, np.nan, bump(30.0))
    assert curve_points(curves(blinking, bump(5.0)), "Left eye").gaps
