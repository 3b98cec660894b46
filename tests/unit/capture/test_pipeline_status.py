from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.capture.pipeline_status import PipelineState, RateMeter


@given(st.floats(1.0, 240.0), st.integers(2, 400))
def test_an_even_rate_is_read_back(fps: float, pictures: int) -> None:
    meter = RateMeter()
    for i in range(pictures):
        meter.add(round(i * 1e9 / fps))
    # Stamps are whole nanoseconds: at 240 a second that is 2.4e-7 of a step.
    assert meter.overall() == pytest.approx(fps, rel=1e-6)
    assert meter.recent() == pytest.approx(fps, rel=1e-6)
    assert meter.count == pictures


def test_a_slow_down_shows_in_the_recent_rate() -> None:
    meter = RateMeter()
    times = [i / 30 for i in range(300)] + [10 + i / 10 for i in range(50)]
    for t in times:
        meter.add(round(t * 1e9))
    assert meter.recent() == pytest.approx(10.0, rel=1e-6)
    assert 20 < meter.overall() < 30


def test_no_rate_before_two_pictures() -> None:
    meter = RateMeter()
    assert meter.overall() == meter.recent() == 0.0
    meter.add(5)
    assert meter.overall() == meter.recent() == 0.0


def test_final_states() -> None:
    assert [s for s in PipelineState if s.final] == [
        PipelineState.ENDED,
        PipelineState.FAILED,
        PipelineState.STOPPED,
    ]
