"""Conditions change light and camera, never what the face does."""

from __future__ import annotations

import numpy as np
import pytest

from coach.capture._cv2 import cv2
from coach.domain.frames import FloatArray, Image
from tests.accuracy.degrade import HALF_RATE, SAID, Condition, degraded, shown_index
from tests.accuracy.painted import FaceBox

BOX = FaceBox(left_eye=(190.0, 110.0), right_eye=(130.0, 110.0))
#: These move the picture as a whole.
MOVED = {Condition.FAR, Condition.PORTRAIT, Condition.TURN, Condition.KITCHEN}
#: Where the marks are found again to, px: half a pixel, as blur and JPEG leave edges.
TOLERANCE_PX = 0.5


def _marked(at: tuple[float, float]) -> Image:
    """A smooth bright spot on grey."""
    y, x = np.mgrid[0:240, 0:320]
    spot = 110.0 * np.exp(-0.5 * ((x - at[0]) ** 2 + (y - at[1]) ** 2) / 16.0)
    grey = np.rint(90.0 + spot).astype(np.uint8)
    return np.ascontiguousarray(np.repeat(grey[..., None], 3, axis=2))


def _found(image: Image) -> FloatArray:
    grey = cv2.GaussianBlur(image, (0, 0), 2.0).astype(np.float64).mean(axis=2)
    ahead = grey[130:210, 130:190]
    over = np.clip(ahead - np.percentile(ahead, 80), 0.0, None) ** 2
    y, x = np.mgrid[130:210, 130:190]
    return np.asarray(np.array([(over * x).sum(), (over * y).sum()]) / over.sum())


@pytest.mark.parametrize("condition", [c for c in Condition if c not in MOVED])
def test_a_mark_stays_where_it_is(condition: Condition) -> None:
    clean = [_marked((160.0 + 0.3 * i, 170.0)) for i in range(6)]
    shown = list(degraded(condition, iter(clean), BOX))
    index = shown_index(len(clean)) if condition in HALF_RATE else np.arange(len(clean))
    assert len(shown) == len(index)
    # Side light's slope pulls the spot's middle: one pixel more.
    most = 1.0 + TOLERANCE_PX if condition is Condition.SIDE else TOLERANCE_PX
    for picture, k in zip(shown, index, strict=True):
        assert picture.shape == clean[k].shape
        assert np.abs(_found(picture) - _found(clean[k])).max() < most


@pytest.mark.parametrize("condition", [c for c in Condition if c is not Condition.CLEAN])
def test_every_condition_changes_pictures_and_is_the_same_each_time(condition: Condition) -> None:
    clean = [_marked((160.0 + 0.5 * i, 170.0)) for i in range(40)]
    once, again = (list(degraded(condition, iter(clean), BOX)) for _ in range(2))
    assert all(np.array_equal(a, b) for a, b in zip(once, again, strict=True))
    same = len(once) == len(clean) and all(
        np.array_equal(a, b) for a, b in zip(once, clean, strict=True)
    )
    assert not same


def test_side_light_is_brighter_on_the_patients_right() -> None:
    grey = np.full((240, 320, 3), 120, dtype=np.uint8)
    shown = next(degraded(Condition.SIDE, iter([grey]), BOX)).astype(float)
    assert shown[110, 130].mean() > 1.3 * shown[110, 190].mean()


def test_hair_lies_over_the_left_brow_alone() -> None:
    grey = np.full((240, 320, 3), 160, dtype=np.uint8)
    changed = (next(degraded(Condition.HAIR, iter([grey]), BOX)) != 160).any(axis=2)
    assert changed[80:105, 175:215].mean() > 0.3
    assert not changed[:, :160].any()


def test_half_the_rate_shows_pictures_in_order_near_their_time() -> None:
    index = shown_index(100)
    assert len(index) == 50
    assert (np.diff(index) >= 0).all()
    assert np.abs(index - 2 * np.arange(50)).max() <= 1


def test_every_condition_is_said_in_words() -> None:
    assert set(SAID) == set(Condition)
