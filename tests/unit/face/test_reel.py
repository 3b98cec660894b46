from __future__ import annotations

import time

import numpy as np
from PySide6.QtCore import QRectF, QThreadPool
from PySide6.QtGui import QImage, QPainter

from coach.face.darkroom import Darkroom
from coach.face.expression import Expression
from coach.face.painter import FacePainter
from coach.face.reel import STEPS, FaceReel, changed_rect
from coach.face.sensor import to_bgr

SIZE = (240, 200)
SMILE = Expression.symmetric({"smile": 0.6})


def painted(expression: Expression, size: tuple[int, int] = SIZE) -> QImage:
    image = QImage(*size, QImage.Format.Format_RGB32)
    FacePainter().paint_image(image, expression)
    return image


def laid_down(reel: FaceReel, step: int) -> QImage:
    image = QImage(*reel.size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    reel.develop(step, FacePainter()).paint(painter, QRectF(image.rect()))
    painter.end()
    return image


def test_a_laid_down_picture_is_the_painted_one() -> None:
    reel = FaceReel(SMILE, SIZE)
    for step in (0, 7, STEPS - 1):
        amount = step / (STEPS - 1)
        assert np.array_equal(
            to_bgr(laid_down(reel, step)), to_bgr(painted(SMILE.scaled(amount)))
        ), step


def test_only_what_moves_is_kept_of_each_picture() -> None:
    """A smile leaves the forehead, the wall and the shoulders alone: less than half of it all."""
    reel = FaceReel(SMILE, SIZE)
    still = reel.develop(STEPS - 1, FacePainter())
    assert still.patch is not None
    assert 0 < still.n_bytes < 0.5 * 4 * SIZE[0] * SIZE[1]
    assert still.rest is reel.develop(3, FacePainter()).rest


def test_equal_pictures_differ_nowhere() -> None:
    assert changed_rect(painted(SMILE), painted(SMILE)).isEmpty()


def test_steps_cover_the_movement_and_clip() -> None:
    assert [FaceReel.step_of(a) for a in (-1.0, 0.0, 1.0, 3.0)] == [0, 0, STEPS - 1, STEPS - 1]


def test_the_nearest_picture_stands_in() -> None:
    reel = FaceReel(SMILE, SIZE)
    assert reel.nearest(5) is None
    reel.develop(0, FacePainter())
    reel.develop(8, FacePainter())
    found = reel.nearest(5)
    assert found is not None
    assert found[0] == 8
    assert reel.next_missing(8) == 9


def test_the_darkroom_develops_in_the_background_and_then_rests() -> None:
    room = Darkroom()
    reel = room.reel(SMILE, SIZE)
    assert room.reel(SMILE, SIZE) is reel
    shown, _ = room.still(reel, STEPS - 1)
    assert shown == STEPS - 1, "without any picture, the wanted one is painted at once"
    room.prepare(reel)
    deadline = time.monotonic() + 20.0
    while not reel.complete and time.monotonic() < deadline:
        time.sleep(0.01)
    assert reel.complete
    assert QThreadPool.globalInstance().waitForDone(2000)


def test_a_darkroom_told_to_rest_finishes_one_picture_only() -> None:
    room = Darkroom()
    reel = room.reel(SMILE, SIZE)
    room.prepare(reel)
    room.rest()
    assert QThreadPool.globalInstance().waitForDone(2000)
    assert reel.next_missing(0) is not None


def test_a_face_at_rest_is_one_picture_shared_with_every_movement() -> None:
    room = Darkroom()
    rest = room.reel(Expression.neutral(), SIZE)
    room.still(rest, 0)
    assert rest.complete
    shown, still = room.still(room.reel(SMILE, SIZE), 0)
    assert (shown, still.rest) == (0, rest.resting)


def test_room_is_made_by_dropping_what_was_used_longest_ago() -> None:
    room = Darkroom(budget_bytes=3 * 4 * SIZE[0] * SIZE[1])
    first = room.reel(SMILE, SIZE)
    room.still(first, 0)
    for weight in (0.2, 0.3, 0.4, 0.5):
        room.still(room.reel(Expression.symmetric({"pucker": weight}), SIZE), 0)
    assert room.reel(SMILE, SIZE) is not first
