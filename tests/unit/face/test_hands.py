from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from coach.domain.exercise import Half, Stroke, Touch, TouchArea
from coach.domain.sides import Affected, Side
from coach.face.demonstration import sides_of
from coach.face.hands import REPEATS, STROKE_S, paint_touch, tip_mm, touch_at
from coach.face.sensor import to_bgr

SIZE = (240, 200)


def painted(
    touch: Touch, affected: Affected | None, *, mirrored: bool = False
) -> NDArray[np.bool_]:
    """(h, w) True where the hands are."""
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    paint_touch(painter, QRectF(image.rect()), touch, 0.5, affected, mirrored=mirrored)
    painter.end()
    return np.asarray(to_bgr(image).any(axis=2))


@pytest.mark.parametrize("area", TouchArea)
@pytest.mark.parametrize("stroke", Stroke)
def test_every_stroke_everywhere_shows_a_hand(area: TouchArea, stroke: Stroke) -> None:
    assert painted(Touch(area, stroke, Half.AFFECTED), Affected.LEFT).mean() > 0.01


@pytest.mark.parametrize(
    ("affected", "mirrored", "right_of_picture"),
    [
        (Affected.LEFT, False, True),
        (Affected.LEFT, True, False),
        (Affected.RIGHT, True, True),
        (Affected.RIGHT, False, False),
    ],
)
def test_the_hand_is_on_the_affected_side(
    affected: Affected, mirrored: bool, right_of_picture: bool
) -> None:
    """The patient's left is on the right of a picture, and on the left in a mirror."""
    seen = painted(Touch(TouchArea.CHEEK, Stroke.UP, Half.AFFECTED), affected, mirrored=mirrored)
    columns = np.flatnonzero(seen.any(axis=0))
    assert bool(columns.mean() > SIZE[0] / 2) is right_of_picture


def test_both_hands_mirror_each_other() -> None:
    seen = painted(Touch(TouchArea.FOREHEAD, Stroke.OUTWARD, Half.BOTH), None)
    # Antialiased edges may differ by a pixel.
    assert (seen != seen[:, ::-1]).mean() < 0.01


@pytest.mark.parametrize(
    ("stroke", "axis", "sign"),
    [(Stroke.UP, 1, 1), (Stroke.DOWN, 1, -1), (Stroke.OUTWARD, 0, 1), (Stroke.INWARD, 0, -1)],
)
def test_the_fingers_go_the_stroke_s_way(stroke: Stroke, axis: int, sign: int) -> None:
    touch = Touch(TouchArea.CHEEK, stroke, Half.BOTH)
    path = [tip_mm(touch, s)[axis] * sign for s in np.linspace(0.0, 1.0, 21)]
    assert path == sorted(path)
    assert path[-1] - path[0] > 15.0


def test_strokes_follow_one_another_and_start_over() -> None:
    first = Touch(TouchArea.CHEEK, Stroke.CIRCLE, Half.BOTH)
    second = Touch(TouchArea.CHEEK, Stroke.UP, Half.BOTH)
    block = REPEATS * STROKE_S
    shown = [touch_at((first, second), t) for t in (0.0, block + 0.75, 2 * block)]
    assert shown == [(first, 0.0), (second, 0.25), (first, 0.0)]
    assert touch_at((), 1.0) is None


def test_left_stands_for_the_affected_side_where_there_is_not_exactly_one() -> None:
    assert sides_of(Half.AFFECTED, None) == (Side.LEFT,)
    assert sides_of(Half.HEALTHY, Affected.BOTH) == (Side.RIGHT,)
    assert sides_of(Half.HEALTHY, Affected.RIGHT) == (Side.LEFT,)
    assert set(sides_of(Half.BOTH, Affected.RIGHT)) == set(Side)
