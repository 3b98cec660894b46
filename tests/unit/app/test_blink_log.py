"""Blinks of a session, from its frames as they come."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from coach.app.blink_log import BlinkLog
from coach.domain.measures import SideMeasure
from coach.domain.quality import QualityReason
from coach.domain.sides import Side
from tests.fixtures.movement_signals import blink, clock, frames_of, series

T = clock(60.0)
AT = (5.0, 15.0, 25.0, 35.0, 45.0)


def test_rate_and_how_far_each_eye_comes() -> None:
    lids = np.maximum.reduce([blink(T, start) for start in AT])
    measures = series(
        T,
        {
            (SideMeasure.EYE_CLOSURE, Side.LEFT): 30 * lids,
            (SideMeasure.EYE_CLOSURE, Side.RIGHT): 95 * lids,
        },
        noise=0.05,
    )
    log = BlinkLog()
    for m in frames_of(measures):
        log.add(m)
    found = log.summary()
    assert found is not None
    assert (found.count, found.left_count, found.right_count) == (5, 5, 5)
    assert found.per_minute == pytest.approx(5, rel=0.01)
    assert found.mean_peak_pct.left == pytest.approx(30, abs=2)  # noise of half a point
    assert found.complete_share.left == 0
    assert found.complete_share.right == 1
    assert found.fast_enough


def test_what_was_not_seen_is_no_observed_time() -> None:
    log = BlinkLog()
    for m in frames_of(series(T, {}, noise=0.05)):
        log.add(replace(m, reason=QualityReason.YAW) if 20 <= m.time_s < 50 else m)
    found = log.summary()
    assert found is not None
    assert found.observed_s == pytest.approx(30, abs=0.2)
    assert found.count == 0
    assert found.mean_peak_pct.left is None


def test_slow_pictures_say_so_and_nothing_says_nothing() -> None:
    log = BlinkLog()
    assert log.summary() is None
    for m in frames_of(series(clock(10.0, 12.0), {}, noise=0.05)):
        log.add(m)
    found = log.summary()
    assert found is not None
    assert not found.fast_enough
