"""Only painting mirrors: the picture, its outlines and the bars stay together."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from coach.domain.frames import FloatArray, Image
from coach.domain.landmarks import N_LANDMARKS
from coach.domain.sides import Side
from coach.ui.theme import Style
from coach.ui.tokens import DARK
from coach.ui.widgets.balance_bars import BalanceBars
from coach.ui.widgets.framing import Framing
from coach.ui.widgets.mirror_view import MirrorView, to_rgb32
from coach.ui.widgets.polygons import LandmarkPolygon
from tests.ui.fake_presenters import SMILE, snapshot_of, states

RED_BGR = (0, 0, 255)
BLUE_BGR = (255, 0, 0)


def two_halves() -> Image:
    """The patient's right (image left) red, their left (image right) blue."""
    image = np.empty((480, 640, 3), np.uint8)
    image[:, :320] = RED_BGR
    image[:, 320:] = BLUE_BGR
    return image


def face_points() -> FloatArray:
    """Landmarks on a circle about the middle; the patient's right on the image's left."""
    rng = np.random.default_rng(3)
    points = np.zeros((N_LANDMARKS, 3))
    points[:, 0] = 320 + rng.uniform(-90, 90, N_LANDMARKS)
    points[:, 1] = 240 + rng.uniform(-120, 120, N_LANDMARKS)
    return points


def painted(view: MirrorView) -> QImage:
    return view.grab().toImage()


@pytest.fixture
def view(qtbot: QtBot) -> MirrorView:
    made = MirrorView()
    qtbot.addWidget(made)
    made.set_style(Style())
    made.resize(640, 480)
    made.show()
    return made


def test_colours_survive_the_conversion() -> None:
    image = to_rgb32(two_halves())
    assert image.pixelColor(10, 10) == QColor(255, 0, 0)
    assert image.pixelColor(630, 10) == QColor(0, 0, 255)


def test_a_picture_that_is_not_contiguous() -> None:
    wide = np.zeros((40, 100, 3), np.uint8)
    wide[:, 50:] = RED_BGR
    assert to_rgb32(wide[:, 50:90]).pixelColor(0, 39) == QColor(255, 0, 0)


@pytest.mark.parametrize("mirrored", [True, False])
def test_the_patients_left_is_where_a_mirror_has_it(view: MirrorView, mirrored: bool) -> None:
    view.set_mirrored(mirrored)
    view.show_snapshot(snapshot_of(states()["rest"], two_halves()))
    left_of_screen = painted(view).pixelColor(120, 300)
    # The patient's left is the image's right (blue): on a mirror's left side.
    assert (left_of_screen.blue() > 200) is mirrored
    assert (left_of_screen.red() > 200) is not mirrored


@pytest.mark.parametrize("mirrored", [True, False])
def test_outlines_lie_on_their_own_side(view: MirrorView, mirrored: bool) -> None:
    points = face_points()
    # The mouth's left half far on the image's right, its right half on the image's left.
    points[[61, 37, 84, 185, 40, 39, 146, 91, 181], :2] = (240, 300)
    points[[291, 267, 314, 409, 270, 269, 375, 321, 405], :2] = (400, 300)
    state = replace(states()["rest"], exercise=replace(SMILE, quiet=()))
    view.set_mirrored(mirrored)
    view.show_snapshot(snapshot_of(state, np.full((480, 640, 3), 90, np.uint8), points))
    scale = view.width() / view._part.width()
    x = (400 - view._part.x()) * scale
    y = (300 - view._part.y()) * scale
    image = painted(view)
    at = image.pixelColor(round(view.width() - x if mirrored else x), round(y))
    assert abs(at.hue() - QColor(DARK.left).hue()) < 12
    other = (240 - view._part.x()) * scale
    at = image.pixelColor(round(view.width() - other if mirrored else other), round(y))
    assert abs(at.hue() - QColor(DARK.right).hue()) < 12


@pytest.mark.parametrize("mirrored", [True, False])
def test_the_bars_lie_as_the_mirror_does(qtbot: QtBot, mirrored: bool) -> None:
    bars = BalanceBars()
    qtbot.addWidget(bars)
    bars.set_style(Style())
    bars.resize(600, bars.sizeHint().height())
    bars.set_mirrored(mirrored)
    state = states()["hold"]
    bars.show_state(replace(state, right=replace(state.right, excursion_mm=0.0)))
    image = bars.grab().toImage()
    y = image.height() - 20
    inner = [image.pixelColor(300 + dx, y).hue() for dx in (-30, 30)]
    left_is_at = 0 if mirrored else 1
    blue = QColor(Style().tokens.left).hue()
    assert abs(inner[left_is_at] - blue) < 15
    assert abs(inner[1 - left_is_at] - blue) > 15


def test_a_published_picture_is_never_written_to(view: MirrorView) -> None:
    image = two_halves()
    image.flags.writeable = False
    view.show_snapshot(snapshot_of(states()["hold"], image, face_points()))
    painted(view)
    assert (image == two_halves()).all()


def test_a_lost_picture_is_dimmed(view: MirrorView) -> None:
    view.show_snapshot(snapshot_of(states()["rest"], two_halves()))
    bright = painted(view).pixelColor(120, 300).blue()
    view.show_snapshot(snapshot_of(states()["lost"], two_halves()))
    assert painted(view).pixelColor(120, 300).blue() < bright / 2


def test_polygons_take_the_landmarks_without_a_copy_per_point() -> None:
    points = face_points()
    line = LandmarkPolygon((5, 7, 291))
    polygon = line.fill(points)
    got = [(polygon.at(i).x(), polygon.at(i).y()) for i in range(3)]
    assert got == [tuple(points[i, :2]) for i in (5, 7, 291)]


sizes = st.builds(QSizeF, st.integers(160, 4000), st.integers(120, 3000))
faces = st.builds(
    QRectF,
    st.floats(-300, 1500),
    st.floats(-300, 1200),
    st.floats(10, 1500),
    st.floats(10, 1500),
)


@given(sizes, sizes, st.lists(st.one_of(st.none(), faces), min_size=1, max_size=8))
def test_the_shown_part_stays_in_the_picture_and_keeps_its_shape(
    picture: QSizeF, view_size: QSizeF, seen: list[QRectF | None]
) -> None:
    framing = Framing()
    whole = QRectF(0, 0, picture.width(), picture.height()).adjusted(-0.01, -0.01, 0.01, 0.01)
    for face in seen:
        part = framing.step(picture, view_size, face, False)
        assert whole.contains(part)
        # Nothing is stretched: within the 1 % in which shapes count as the same.
        assert part.width() * view_size.height() == pytest.approx(
            part.height() * view_size.width(), rel=0.011
        )


def test_the_part_rests_while_the_face_sways() -> None:
    framing = Framing()
    picture, view_size = QSizeF(1280, 720), QSizeF(640, 480)
    for _ in range(80):
        start = framing.step(picture, view_size, QRectF(560, 220, 160, 220), False)
    kept = QRectF(start)
    for dx in (-8, 5, 9, -4):
        assert framing.step(picture, view_size, QRectF(560 + dx, 220, 160, 220), False) == kept


@pytest.mark.parametrize("mirrored", [True, False])
@pytest.mark.parametrize("affected", list(Side))
def test_mirror_therapy_shows_the_healthy_half_twice(
    view: MirrorView, mirrored: bool, affected: Side
) -> None:
    points = face_points()
    points[10, :2], points[152, :2] = (320, 100), (320, 400)  # an upright midline
    exercise = replace(SMILE, reflect_healthy_half=True)
    state = replace(states()["rest"], exercise=exercise)
    view.set_mirrored(mirrored)
    view.set_affected(affected)
    view.show_snapshot(snapshot_of(state, two_halves(), points))
    shown = painted(view)
    for x in (150, 490):  # the patient's right is red, their left blue
        colour = shown.pixelColor(x, 300)
        healthy = colour.blue() if affected is Side.RIGHT else colour.red()
        other = colour.red() if affected is Side.RIGHT else colour.blue()
        assert healthy > 200
        assert other < 60


def test_no_half_is_covered_where_no_side_is_known(view: MirrorView) -> None:
    points = face_points()
    points[10, :2], points[152, :2] = (320, 100), (320, 400)
    state = replace(states()["rest"], exercise=replace(SMILE, reflect_healthy_half=True))
    view.set_affected(None)
    view.show_snapshot(snapshot_of(state, two_halves(), points))
    shown = painted(view)
    assert shown.pixelColor(150, 300) != shown.pixelColor(490, 300)
