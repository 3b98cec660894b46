"""The double nod: heard when it is one, and by nothing else. Angles in degrees, time in seconds."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.coaching.nod import NodDetector
from coach.domain.measures import HeadPose

Angles = Callable[[float], tuple[float, float, float]]

FPS = 25


def heard(angles: Angles, seconds: float, noise_deg: float = 0.4, fps: int = FPS) -> list[float]:
    """When a nod was heard; `angles` gives yaw, pitch, roll at a time."""
    detector = NodDetector()
    noise = np.random.default_rng(3).normal(0, noise_deg, (round(seconds * fps), 3))
    found = []
    for i in range(round(seconds * fps)):
        t_s = i / fps
        yaw, pitch, roll = (a + e for a, e in zip(angles(t_s), noise[i], strict=True))
        if detector.step(t_s, HeadPose(yaw, pitch, roll)):
            found.append(t_s)
    return found


def nods(starts: list[float], lasts_s: float, depth_deg: float) -> Callable[[float], float]:
    """Pitch with smooth downs at these times."""

    def pitch(t_s: float) -> float:
        for start in starts:
            if start <= t_s < start + lasts_s:
                return depth_deg * math.sin(math.pi * (t_s - start) / lasts_s) ** 2
        return 0.0

    return pitch


@settings(max_examples=30, deadline=None)
@given(
    lasts=st.floats(0.8, 1.8),
    depth=st.floats(12, 25),
    gap=st.floats(0.0, 0.6),
    usual=st.floats(-15, 15),
    fps=st.sampled_from([15, 25, 30]),
)
def test_two_slow_nods_are_heard_once(
    lasts: float, depth: float, gap: float, usual: float, fps: int
) -> None:
    pitch = nods([3.0, 3.0 + lasts + gap], lasts, depth)
    found = heard(lambda t: (2.0, usual + pitch(t), -1.0), 12.0, fps=fps)
    assert len(found) == 1
    assert 3.0 + lasts < found[0] <= 3.0 + 2 * lasts + gap + 0.2


@settings(max_examples=30, deadline=None)
@given(lasts=st.floats(0.4, 2.0), depth=st.floats(5, 30))
def test_one_nod_is_none(lasts: float, depth: float) -> None:
    pitch = nods([3.0], lasts, depth)
    assert heard(lambda t: (0.0, pitch(t), 0.0), 9.0) == []


@settings(max_examples=30, deadline=None)
@given(
    leak=st.floats(0.0, 3.0),
    every=st.floats(1.0, 6.0),
    phase=st.floats(0, 6),
    drift=st.floats(-3, 3),
)
def test_a_face_that_moves_does_not_nod(
    leak: float, every: float, phase: float, drift: float
) -> None:
    """Facial movement leaks into the head's angles: 2 degrees measured, 3 each way tried."""

    def angles(t: float) -> tuple[float, float, float]:
        swing = leak * math.sin(2 * math.pi * t / every + phase)
        return 0.3 * swing, swing + drift * t / 20, 0.2 * swing

    assert heard(angles, 20.0) == []


@settings(max_examples=30, deadline=None)
@given(down=st.floats(2.2, 6.0), depth=st.floats(10, 40))
def test_looking_down_for_a_while_does_not_count(down: float, depth: float) -> None:
    def angles(t: float) -> tuple[float, float, float]:
        looking = 3.0 <= t < 3.0 + down or 4.0 + down <= t < 4.0 + 2 * down
        return 0.0, depth if looking else 0.0, 0.0

    assert heard(angles, 20.0) == []


@settings(max_examples=30, deadline=None)
@given(depth=st.floats(10, 30), share=st.floats(0.8, 2.0), turns=st.booleans())
def test_shaking_or_tilting_the_head_is_no_nod(depth: float, share: float, turns: bool) -> None:
    pitch = nods([3.0, 4.5], 1.2, depth)

    def angles(t: float) -> tuple[float, float, float]:
        aside = share * pitch(t)
        return (aside, pitch(t), 0.0) if turns else (0.0, pitch(t), aside)

    assert heard(angles, 10.0) == []


def test_a_face_that_is_gone_ends_it() -> None:
    pitch = nods([3.0, 4.4], 1.2, 15.0)

    def angles(t: float) -> tuple[float, float, float]:
        gone = 4.25 <= t < 4.35
        return (math.nan, math.nan, math.nan) if gone else (0.0, pitch(t), 0.0)

    assert heard(angles, 10.0) == []


def test_nods_in_a_row_are_one_request() -> None:
    pitch = nods([3.0, 4.1, 5.2, 6.3], 1.0, 15.0)
    assert len(heard(lambda t: (0.0, pitch(t), 0.0), 12.0)) == 1
