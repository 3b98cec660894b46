"""Blinks are found and cut, whatever eye and however incomplete; longer closures are not."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from coach.analysis.blinks import MARGIN_S, MAX_BLINK_S, blink_mask, runs
from coach.domain.frames import FloatArray
from coach.domain.measures import MeasureSeries, SideMeasure
from coach.domain.sides import Side
from tests.fixtures.movement_signals import blink, clock, series, trapezoid

RATES = [15.0, 24.0, 30.0, 60.0]


def _closing(time_s: FloatArray, left: FloatArray, right: FloatArray) -> MeasureSeries:
    columns = {
        (SideMeasure.EYE_CLOSURE, Side.LEFT): left,
        (SideMeasure.EYE_CLOSURE, Side.RIGHT): right,
    }
    return series(time_s, columns, noise=0.1)  # 1 point of closure


def _expect_cut(mask: NDArray[np.bool_], time_s: FloatArray, start_s: float, end_s: float) -> None:
    assert mask[(time_s >= start_s) & (time_s <= end_s)].all()
    # The margin, and the one picture by which a start or end can be late.
    slack = MARGIN_S + 1.5 / 15
    assert not mask[(time_s < start_s - slack) | (time_s > end_s + slack)].any()


@pytest.mark.parametrize(
    ("mask", "expected"),
    [
        ([], []),
        ([False, False], []),
        ([True], [(0, 1)]),
        ([True, False, True, True], [(0, 1), (2, 4)]),
    ],
)
def test_runs(mask: list[bool], expected: list[tuple[int, int]]) -> None:
    assert runs(np.array(mask, dtype=np.bool_)) == expected


@pytest.mark.parametrize("fps", RATES)
@pytest.mark.parametrize("depth", [95.0, 50.0, 30.0])
def test_a_natural_or_partial_blink_is_cut(fps: float, depth: float) -> None:
    t = clock(4.0, fps)
    lids = depth * blink(t, 2.0, closed_s=0.15)
    mask = blink_mask(_closing(t, lids, lids))
    _expect_cut(mask, t, 2.0 + 0.08, 2.0 + 0.23)


@pytest.mark.parametrize("side", Side)
def test_a_blink_of_one_eye_is_cut(side: Side) -> None:
    t = clock(4.0)
    lids, still = 90 * blink(t, 2.0), np.zeros_like(t)
    mask = blink_mask(_closing(t, *((lids, still) if side is Side.LEFT else (still, lids))))
    _expect_cut(mask, t, 2.08, 2.18)


@pytest.mark.parametrize("closed_s", [0.6, 1.0, 3.0])
def test_a_closure_longer_than_a_blink_is_none(closed_s: float) -> None:
    t = clock(6.0)
    lids = 90 * blink(t, 1.5, closed_s=closed_s)
    assert not blink_mask(_closing(t, lids, lids)).any()


def test_the_longest_blink_is_still_cut() -> None:
    t = clock(4.0)
    lids = 90 * blink(t, 1.5, closed_s=MAX_BLINK_S - 0.15, ramp_s=0.08)
    _expect_cut(blink_mask(_closing(t, lids, lids)), t, 1.58, 1.93)


def test_a_slow_eye_closure_is_not_cut_but_a_blink_before_it_is() -> None:
    t = clock(10.0)
    lids = np.maximum(90 * trapezoid(t, 3.0, 3.0, 1.0), 95 * blink(t, 1.0))
    mask = blink_mask(_closing(t, lids, lids))
    _expect_cut(mask, t, 1.08, 1.18)


def test_a_blink_of_an_eye_that_is_narrowed_already_is_cut() -> None:
    t = clock(8.0)
    lids = np.maximum(30 * trapezoid(t, 2.0, 3.0, 1.0), 95 * blink(t, 4.5))
    _expect_cut(blink_mask(_closing(t, lids, np.zeros_like(t))), t, 4.58, 4.68)


@pytest.mark.parametrize("start_s", [0.0, 0.2, 3.7])
def test_a_blink_at_either_end_of_the_recording_is_cut(start_s: float) -> None:
    t = clock(4.0)
    lids = 90 * blink(t, start_s)
    mask = blink_mask(_closing(t, lids, lids))
    assert mask[(t > start_s + 0.05) & (t < start_s + 0.2)].all()
    assert mask.sum() < 20


def test_noise_is_no_blink() -> None:
    t = clock(20.0)
    still = np.zeros_like(t)
    noisy = series(t, {(SideMeasure.EYE_CLOSURE, Side.LEFT): still}, noise=0.3)  # 3 points
    assert not blink_mask(noisy).any()


def test_pictures_without_a_face_are_no_blink_and_hide_none() -> None:
    t = clock(8.0)
    lids = 90 * blink(t, 6.0)
    lids[(t > 1.0) & (t < 4.0)] = np.nan
    mask = blink_mask(_closing(t, lids, lids))
    assert not mask[t < 5.5].any()
    assert mask[(t > 6.08) & (t < 6.18)].all()


@pytest.mark.parametrize("n", [0, 1, 2, 40])
def test_no_face_at_all(n: int) -> None:
    t = np.arange(n) / 30
    nothing = np.full(n, np.nan)
    assert not blink_mask(_closing(t, nothing, nothing)).any()
