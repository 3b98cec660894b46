"""A quick closure may be a blink until it has lasted too long to be one."""

from __future__ import annotations

import numpy as np
import pytest

from coach.analysis.blinks import MAX_BLINK_S
from coach.analysis.blinks_live import BlinkGuard
from coach.domain.frames import FloatArray
from coach.domain.measures import SideMeasure
from coach.domain.sides import Side
from tests.fixtures.movement_signals import blink, clock, frames_of, series, trapezoid

RATES = [15.0, 24.0, 30.0]


def _guarded(t: FloatArray, left: FloatArray, right: FloatArray) -> FloatArray:
    measures = series(
        t,
        {
            (SideMeasure.EYE_CLOSURE, Side.LEFT): left,
            (SideMeasure.EYE_CLOSURE, Side.RIGHT): right,
        },
        noise=0.05,
    )
    guard = BlinkGuard()
    return np.array([guard.step(m) for m in frames_of(measures)])


@pytest.mark.parametrize("fps", RATES)
@pytest.mark.parametrize("depth", [25.0, 60.0, 95.0])
@pytest.mark.parametrize("side", [None, *Side])
def test_a_blink_is_guarded_whole(fps: float, depth: float, side: Side | None) -> None:
    t = clock(4.0, fps)
    lids = depth * blink(t, 2.0, 0.1)
    guarded = _guarded(
        t, 0 * t if side is Side.RIGHT else lids, 0 * t if side is Side.LEFT else lids
    )
    assert guarded[lids > 0.5 * depth].all()
    assert not guarded[(t < 1.9) | (t > 2.7)].any()


@pytest.mark.parametrize("fps", RATES)
def test_a_slow_narrowing_is_no_blink(fps: float) -> None:
    t = clock(6.0, fps)
    assert not _guarded(t, 40 * trapezoid(t, 1.0, 2.0, 1.0), 0 * t).any()


@pytest.mark.parametrize("fps", RATES)
def test_an_eye_held_closed_stops_being_a_blink(fps: float) -> None:
    t = clock(6.0, fps)
    guarded = _guarded(t, 90 * trapezoid(t, 1.0, 3.0, 0.1), 0 * t)
    assert not guarded[(t > 1.0 + MAX_BLINK_S + 1 / fps) & (t < 3.9)].any()


def test_without_a_measure_a_blink_does_not_last_for_ever() -> None:
    t = clock(6.0)
    lids = 90 * blink(t, 1.0, 0.3)
    lids[t > 1.2] = np.nan
    assert not _guarded(t, lids, lids)[t > 1.6].any()


def test_reset_forgets() -> None:
    t = clock(2.0)
    lids = 90 * blink(t, 1.0, 0.3)
    measures = series(t, {(SideMeasure.EYE_CLOSURE, side): lids for side in Side})
    guard = BlinkGuard()
    frames = [m for m in frames_of(measures) if m.time_s < 1.2]
    assert guard.step(frames[-1]) is False
    for m in frames:
        guard.step(m)
    assert guard.since_s is not None
    guard.reset()
    assert guard.since_s is None


@pytest.mark.parametrize("fps", RATES)
def test_a_burst_is_guarded_to_its_end(fps: float) -> None:
    t = clock(4.0, fps)
    lids = 90 * np.maximum.reduce([blink(t, start, 0.08) for start in (1.0, 1.35, 1.7, 2.05)])
    assert _guarded(t, lids, 0 * t)[lids > 30].all()
