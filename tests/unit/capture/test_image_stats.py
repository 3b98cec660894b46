from __future__ import annotations

import math

import numpy as np
import pytest

from coach.capture._cv2 import cv2
from coach.capture.image_stats import measure_stats
from coach.domain.frames import FloatArray, Image


def textured(width: int = 1280, height: int = 720, seed: int = 1) -> Image:
    rng = np.random.default_rng(seed)
    coarse = rng.integers(0, 256, (height // 11, width // 11, 3), dtype=np.uint8)
    return np.asarray(
        cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC), dtype=np.uint8
    )


def box(x0: float, y0: float, x1: float, y1: float) -> FloatArray:
    return np.array([[x0, y0, 0.0], [x1, y1, 0.0]])


def test_an_even_picture() -> None:
    grey = np.full((720, 1280, 3), 77, np.uint8)
    stats = measure_stats(grey, box(400, 200, 800, 600))
    assert stats.brightness == pytest.approx(77)
    assert stats.contrast == pytest.approx(0, abs=1e-6)
    assert stats.sharpness == pytest.approx(0, abs=1e-6)


def test_brightness_and_contrast_of_all_pixels_are_met() -> None:
    image = textured()
    grey = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    stats = measure_stats(image, None)
    # 14,400 samples of 7,540 independent blocks with SD 42: standard error 0.5 grey levels.
    assert stats.brightness == pytest.approx(float(grey.mean()), abs=2.0)
    assert stats.contrast == pytest.approx(float(grey.std()), abs=2.0)


def test_blur_lowers_the_sharpness() -> None:
    image = textured()
    face = box(400, 200, 800, 600)
    values = [measure_stats(image, face).sharpness]
    for sigma in (3, 6, 12):
        blurred = np.asarray(cv2.GaussianBlur(image, (0, 0), sigma), dtype=np.uint8)
        values.append(measure_stats(blurred, face).sharpness)
    assert values == sorted(values, reverse=True)
    assert values[-1] < 0.05 * values[0]


def test_the_same_face_at_another_resolution_is_as_sharp() -> None:
    large = textured()
    small = cv2.resize(large, (640, 360), interpolation=cv2.INTER_AREA)
    a = measure_stats(large, box(400, 200, 800, 600)).sharpness
    b = measure_stats(np.asarray(small, dtype=np.uint8), box(200, 100, 400, 300)).sharpness
    assert b == pytest.approx(a, rel=0.15)  # the area filter applied once or twice


def test_no_face_or_one_outside_the_picture_has_no_sharpness() -> None:
    image = textured(64, 48)
    assert math.isnan(measure_stats(image, None).sharpness)
    assert math.isnan(measure_stats(image, box(-50, -50, -5, -5)).sharpness)
    assert math.isnan(measure_stats(image, box(100, 10, 200, 40)).sharpness)
    assert not math.isnan(measure_stats(image, box(-20, -20, 30, 30)).sharpness)
