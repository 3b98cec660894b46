from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QObject, QRectF, Qt, QThread, QThreadPool, Slot
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

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


def test_a_picture_of_another_size_keeps_the_face_in_its_place() -> None:
    """Laid down at twice the width and the same height, the face stands in the middle."""
    wide = QImage(2 * SIZE[0], SIZE[1], QImage.Format.Format_RGB32)
    painter = QPainter(wide)
    FaceReel(SMILE, SIZE).develop(STEPS - 1, FacePainter()).paint(painter, QRectF(wide.rect()))
    painter.end()
    there, right = to_bgr(wide).astype(int), to_bgr(painted(SMILE, (2 * SIZE[0], SIZE[1])))
    middle = slice(SIZE[0] // 2 + 20, 3 * SIZE[0] // 2 - 20)
    assert np.abs(there[:, middle] - right[:, middle]).mean() < 12.0
    assert len(np.unique(there[:, 0].reshape(-1, 3), axis=0)) == 1, "beside it is only wall"


def finished() -> None:
    assert QThreadPool.globalInstance().waitForDone(20_000)


def test_the_darkroom_never_paints_where_it_is_asked() -> None:
    room = Darkroom()
    reel = room.reel(SMILE, SIZE)
    assert room.still(reel, STEPS - 1) == (None, False)
    assert reel.n_bytes == 0


def test_the_darkroom_develops_in_the_background_and_then_rests() -> None:
    room = Darkroom()
    reel = room.reel(SMILE, SIZE)
    assert room.reel(SMILE, SIZE) is reel
    room.want(reel, 9, whole=True)
    finished()
    assert reel.complete
    assert room.still(reel, 9) == (reel.at(9), True)


def test_a_single_picture_needs_no_reel() -> None:
    room = Darkroom()
    reel = room.reel(SMILE, SIZE)
    room.want(reel, STEPS - 1, whole=False)
    finished()
    assert room.still(reel, STEPS - 1)[1]
    assert reel.next_missing(0) == 1


def test_a_darkroom_told_to_rest_finishes_what_is_waited_for() -> None:
    room = Darkroom()
    reel = room.reel(SMILE, SIZE)
    room.want(reel, 5, whole=True)
    room.rest()
    finished()
    assert room.still(reel, 5)[1]
    assert not reel.complete


def test_it_tells_in_the_thread_it_lives_in(qtbot: QtBot) -> None:
    room = Darkroom()
    told: list[bool] = []
    seen = _Seen(lambda: told.append(QThread.isMainThread()))
    room.developed.connect(seen.look, Qt.ConnectionType.QueuedConnection)
    room.want(room.reel(SMILE, SIZE), 5, whole=False)
    finished()
    qtbot.waitUntil(lambda: len(told) >= 2)  # the resting face, the wanted one
    assert all(told)


def test_until_a_face_is_there_only_the_same_or_a_resting_one_stands_in() -> None:
    room = Darkroom()
    small, large = (room.reel(SMILE, size) for size in (SIZE, (480, 400)))
    room.want(small, 7, whole=False)
    finished()
    assert room.still(large, 7) == (small.at(7), False)
    pucker = room.reel(Expression.symmetric({"pucker": 0.5}), (480, 400))
    assert room.still(pucker, 20) == (small.at(0), False)


def test_a_face_at_rest_is_one_picture_shared_with_every_movement() -> None:
    room = Darkroom()
    rest = room.reel(Expression.neutral(), SIZE)
    room.want(rest, 0, whole=True)
    finished()
    assert rest.complete
    assert room.still(room.reel(SMILE, SIZE), 0) == (rest.at(0), True)


def test_room_is_made_by_dropping_what_was_used_longest_ago() -> None:
    room = Darkroom(budget_bytes=4 * SIZE[0] * SIZE[1])
    reels = []
    for weight in (0.1, 0.2, 0.3, 0.4, 0.5):
        reels.append(room.reel(Expression.symmetric({"pucker": weight}), SIZE))
        room.want(reels[-1], STEPS - 1, whole=False)
        finished()
    assert room.reel(reels[-1].full, SIZE) is reels[-1]
    assert room.reel(reels[0].full, SIZE) is not reels[0]


def test_a_line_that_grows_too_long_loses_its_oldest(qtbot: QtBot) -> None:
    """As while a window is resized; who still waits is told at the end, and asks again."""
    room = Darkroom()
    told: list[bool] = []
    # Of its own, not by `waitSignal`: a signal that is still on its way would find that one gone.
    seen = _Seen(lambda: told.append(True))
    room.developed.connect(seen.look, Qt.ConnectionType.QueuedConnection)
    reels = [room.reel(SMILE, (64 + i, 64)) for i in range(40)]
    for reel in reels:
        room.want(reel, 3, whole=False)
    finished()
    qtbot.waitUntil(lambda: bool(told))
    assert room.still(reels[-1], 3)[1]
    assert sum(reel.at(3) is not None for reel in reels) < len(reels)


def test_a_program_that_ends_meanwhile_ends_in_peace(capfd: pytest.CaptureFixture[str]) -> None:
    room = Darkroom()
    reel = room.reel(SMILE, (640, 480))
    room.want(reel, 5, whole=False)
    shiboken6.delete(room)
    finished()
    assert reel.at(5) is not None
    assert capfd.readouterr().err == ""


class _Seen(QObject):
    def __init__(self, do: Callable[[], None]) -> None:
        super().__init__()
        self._do = do

    @Slot()
    def look(self) -> None:
        self._do()
