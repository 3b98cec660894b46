"""The One Euro filter keeps still what is still, arrives where things go, and survives gaps."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.analysis.filters import OneEuro, median_noise
from coach.domain.frames import FloatArray

FPS = 30.0


def _run(signal: FloatArray, fps: float = FPS) -> FloatArray:
    smooth = OneEuro()
    return np.stack([smooth.step(v, i / fps) for i, v in enumerate(signal)])


@given(st.lists(st.floats(-100, 100), min_size=1, max_size=5), st.sampled_from([15.0, 30.0, 60.0]))
def test_constant_in_constant_out(values: list[float], fps: float) -> None:
    out = _run(np.tile(np.array(values), (20, 1)), fps)
    np.testing.assert_allclose(out, np.tile(values, (20, 1)), rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("fps", [15.0, 30.0])
@pytest.mark.parametrize("step_mm", [0.5, 3.0, 10.0])
def test_a_step_is_reached_without_overshoot(step_mm: float, fps: float) -> None:
    signal = np.full((int(2 * fps), 1), step_mm)
    signal[0] = 0.0
    out = _run(signal, fps)[:, 0]
    assert (np.diff(out) >= -1e-12).all()
    assert out.max() <= step_mm + 1e-12
    # A 1.5 Hz low-pass has a time constant of 0.11 s: after 0.5 s less than 2 % are missing.
    assert out[round(0.5 * fps)] >= 0.97 * step_mm


def test_noise_at_rest_is_about_halved() -> None:
    noise = np.random.default_rng(3).normal(0, 0.2, (900, 1))
    out = _run(noise)[30:]
    # 0.2 mm of white noise looks like 3 mm/s, which lifts the cut-off to 3 Hz: alpha 0.38 leaves
    # sqrt(alpha / (2 - alpha)) = 0.48 of it; the rest is that the cut-off follows the noise.
    assert out.std() < 0.6 * noise.std()


def test_channels_do_not_touch_each_other() -> None:
    signal = np.random.default_rng(3).normal(0, 1, (50, 3))
    together = _run(signal)
    for channel in range(3):
        alone = _run(signal[:, [channel]])
        np.testing.assert_array_equal(together[:, [channel]], alone)


@given(st.integers(0, 2**32 - 1))
def test_mirroring_a_signal_mirrors_the_result(seed: int) -> None:
    signal = np.random.default_rng(seed).normal(0, 2, (40, 2))
    np.testing.assert_array_equal(_run(-signal), -_run(signal))


@pytest.mark.parametrize("jump_s", [0.31, 5.0, -1.0, 0.0])
def test_it_starts_anew_after_a_gap_or_when_time_stands_still(jump_s: float) -> None:
    smooth = OneEuro()
    for i in range(10):
        smooth.step(np.array([1.0]), i / FPS)
    assert smooth.step(np.array([5.0]), 9 / FPS + jump_s)[0] == 5.0


def test_a_short_gap_is_bridged() -> None:
    smooth = OneEuro()
    smooth.step(np.array([1.0]), 0.0)
    assert 1.0 < smooth.step(np.array([5.0]), 0.2)[0] < 5.0


def test_nan_passes_through_and_restarts_its_channel_only() -> None:
    smooth = OneEuro()
    for i in range(10):
        smooth.step(np.array([1.0, 1.0]), i / FPS)
    lost = smooth.step(np.array([np.nan, 2.0]), 10 / FPS)
    assert np.isnan(lost[0])
    assert 1.0 < lost[1] < 2.0
    back = smooth.step(np.array([7.0, 2.0]), 11 / FPS)
    assert back[0] == 7.0
    assert 1.0 < back[1] < 2.0


def test_reset_forgets() -> None:
    smooth = OneEuro()
    smooth.step(np.array([1.0]), 0.0)
    smooth.reset()
    assert smooth.step(np.array([4.0]), 0.01)[0] == 4.0


def test_what_came_out_is_not_changed_later_and_the_input_is_left_alone() -> None:
    smooth = OneEuro()
    values = np.array([1.0])
    first = smooth.step(values, 0.0)
    smooth.step(np.array([9.0]), 1 / FPS)
    assert first[0] == 1.0
    assert values[0] == 1.0


def test_median_noise_is_the_standard_deviation_and_does_not_see_a_blink() -> None:
    noise = np.random.default_rng(5).normal(0, 0.3, (4000, 2))
    noise[100:160, 0] += 50.0
    # 1.4826 * MAD of 4000 normal values: standard error 1.17 / sqrt(4000) = 1.8 %; three of it.
    assert median_noise(noise) == pytest.approx(0.3, rel=0.06)


def test_partners_are_delayed_alike() -> None:
    """A weak side that moves together with a strong one comes out together with it."""
    ramp = np.clip(np.arange(60) / 30.0 - 0.5, 0.0, 1.0)
    smooth = OneEuro(partners=np.array([1, 0]))
    out = np.stack([smooth.step(np.array([6.0, 1.5]) * v, i / FPS) for i, v in enumerate(ramp)])
    np.testing.assert_allclose(out[:, 0] / 6.0, out[:, 1] / 1.5, atol=1e-12)
