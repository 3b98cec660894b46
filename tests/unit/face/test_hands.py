from __future__ import annotations

import itertools

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from coach.coaching.library import exercises_dir, load_exercises
from coach.domain.exercise import Half, Stroke, Touch, TouchArea
from coach.domain.sides import Affected, Side
from coach.face.demonstration import guided_lid, sides_of
from coach.face.hands import REPEATS, STROKE_S, lid_share, paint_touch, tip_mm, touch_at
from coach.face.mirror_line import paint_mirror_line
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


class TestTheLidUnderTheFinger:
    DOWN = Touch(TouchArea.EYELID, Stroke.DOWN, Half.AFFECTED)

    def test_goes_down_with_it_and_opens_when_it_lifts(self) -> None:
        shares = [lid_share(self.DOWN, s) for s in np.linspace(0.0, 0.85, 40)]
        assert shares[0] == 0.0
        assert max(shares) == 1.0
        assert all(b >= a for a, b in itertools.pairwise(shares))
        assert shares[-1] == 1.0
        assert lid_share(self.DOWN, 0.999) == 0.0

    @pytest.mark.parametrize("area", [a for a in TouchArea if a is not TouchArea.EYELID])
    def test_no_other_stroke_moves_a_lid(self, area: TouchArea) -> None:
        assert lid_share(Touch(area, Stroke.DOWN, Half.BOTH), 0.8) == 0.0

    @pytest.mark.parametrize("affected", [Affected.LEFT, Affected.RIGHT])
    def test_only_the_affected_lid_closes(self, affected: Affected) -> None:
        exercise = load_exercises(exercises_dir()).exercises["manual_blink"]
        face = guided_lid(exercise, affected)
        assert face is not None
        assert affected.side is not None
        assert face.get("eye_close", affected.side) == 1.0
        assert face.get("eye_close", affected.side.other) == 0.0


def test_the_mirror_line_stands_in_the_middle() -> None:
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    paint_mirror_line(painter, QRectF(image.rect()))
    painter.end()
    seen = np.asarray(to_bgr(image).any(axis=2))
    assert seen.any()
    assert (seen != seen[:, ::-1]).mean() < 0.01  # the same to both sides; edges may differ
    rows = np.flatnonzero(seen[:, SIZE[0] // 2 - 2 : SIZE[0] // 2 + 2].any(axis=1))
    assert np.ptp(rows) > 0.5 * SIZE[1]
