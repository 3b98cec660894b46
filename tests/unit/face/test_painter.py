import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from coach.domain.frames import Image
from coach.domain.sides import Side
from coach.face.anatomy import build_anatomy
from coach.face.brushes import colour, mix
from coach.face.expression import CHANNELS, Expression
from coach.face.geometry import FacePoint, face_model
from coach.face.look import LOOKS, FaceLook
from coach.face.painter import FacePainter, paint_face, render_face
from coach.face.projection import Framing, HeadPlacement, project
from coach.face.sensor import to_bgr
from coach.face.shape import FaceShape

REST = Expression.neutral()


def picture(e: Expression, look: FaceLook = LOOKS[0]) -> Image:
    return to_bgr(render_face(e, (640, 480), look))


def changed(a: Image, b: Image) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Pixels that differ visibly."""
    out: np.ndarray[tuple[int, ...], np.dtype[np.bool_]] = (
        np.abs(a.astype(int) - b.astype(int)).max(axis=2) > 12
    )
    return out


def test_there_are_looks_to_choose_from() -> None:
    assert len(LOOKS) >= 4
    assert len({look.name for look in LOOKS}) == len(LOOKS)
    assert len({look.skin for look in LOOKS}) == len(LOOKS)


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_every_look_shows_a_face_with_all_its_hair_in_the_picture(look: FaceLook) -> None:
    image = picture(REST, look)
    wall = picture(REST, look)[2, :60].mean(axis=0)
    assert np.abs(image[:3].astype(float) - wall).max() < 30  # nothing cut off above
    middle = image[240, 320].astype(float)
    skin = QColor(look.skin)
    assert np.abs(middle - (skin.blue(), skin.green(), skin.red())).max() < 70


@pytest.mark.parametrize("channel", CHANNELS)
def test_every_channel_is_seen(channel: str) -> None:
    assert changed(picture(REST), picture(Expression.symmetric({channel: 1.0}))).sum() > 60


@pytest.mark.parametrize("channel", ["brow_raise", "eye_close", "smile", "snarl", "pucker"])
@pytest.mark.parametrize("side", list(Side))
def test_the_patients_left_is_on_the_pictures_right(channel: str, side: Side) -> None:
    diff = changed(picture(REST), picture(Expression.one_sided(side, {channel: 1.0})))
    left_half, right_half = diff[:, :300].sum(), diff[:, 340:].sum()
    own, other = (right_half, left_half) if side is Side.LEFT else (left_half, right_half)
    assert own > 40
    # The middle of the lips belongs to both sides, and their shading goes with it.
    assert other < (0.2 if channel == "pucker" else 0.05) * own


def test_points_are_painted_where_the_truth_says() -> None:
    """The darkest spot of the closed mouth's corner and the pupil lie at the named points."""
    model = face_model(FaceShape(), LOOKS[0].hair_style)
    placement = HeadPlacement(yaw=6, pitch=-4, roll=3)
    image = to_bgr(render_face(REST, (1280, 960), LOOKS[0], placement=placement)).mean(axis=2)
    framing = Framing.portrait(0, 0, 1280, 960)
    row = model.row(FacePoint.PUPIL, Side.LEFT)
    x, y = project(model.rest.points[row][None], placement, framing)[0]
    pupil = image[round(y) - 3 : round(y) + 4, round(x) - 3 : round(x) + 4]
    assert pupil.mean() < 40


def test_any_size_and_place_and_pixel_ratio() -> None:
    image = QImage(800, 600, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(2.0)
    image.fill(QColor(255, 0, 255))
    painter = QPainter(image)
    paint_face(painter, QRectF(100, 50, 200, 200), Expression.symmetric({"smile_open": 1.0}))
    painter.end()
    assert image.pixelColor(10, 10) == QColor(255, 0, 255)
    assert image.pixelColor(2 * 100 + 200, 2 * 50 + 180) != QColor(255, 0, 255)
    assert image.pixelColor(2 * 310, 2 * 100) == QColor(255, 0, 255)  # clipped at the right edge


def test_without_a_backdrop_the_surroundings_stay() -> None:
    image = QImage(320, 240, QImage.Format.Format_RGB32)
    image.fill(QColor(0, 255, 0))
    painter = QPainter(image)
    paint_face(painter, QRectF(image.rect()), REST, LOOKS[2], backdrop=False)
    painter.end()
    assert image.pixelColor(3, 3) == QColor(0, 255, 0)
    assert image.pixelColor(160, 110) != QColor(0, 255, 0)


def test_sprites_and_gradients_paint_the_same_face() -> None:
    """Scaled painters take the slow, exact path; both must look alike."""
    fast = to_bgr(render_face(REST, (640, 480)))
    image = QImage(640, 480, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(2.0, 2.0)
    FacePainter(LOOKS[0]).paint(painter, QRectF(0, 0, 320, 240), REST)
    painter.end()
    # The still parts are scaled up here: compare the face, and leave edges out of account.
    difference = np.abs(fast.astype(int) - to_bgr(image).astype(int))[120:360, 240:400]
    assert np.percentile(difference, 95) <= 8


def test_strong_expressions_of_all_looks_and_identities_paint() -> None:
    wild = Expression.from_array(np.full((2, len(CHANNELS)), 1.0))
    for seed, look in enumerate(LOOKS):
        render_face(wild, (200, 150), look, FaceShape.from_seed(seed), HeadPlacement(20, -15, 25))


def test_colours() -> None:
    assert mix("#000000", "#ffffff", 0.5) == "#808080"
    assert colour("#102030", 40).alpha() == 40


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_hair_does_not_move_with_the_face(look: FaceLook) -> None:
    model = face_model(FaceShape(), look.hair_style)
    strong = model.pose(Expression.from_array(np.full((2, len(CHANNELS)), 1.0)))
    anatomy = build_anatomy(FaceShape(), look.hair_style)
    rows = anatomy.rows("hair_", "strand_") > 0
    assert np.allclose(strong.points[rows], anatomy.points[rows])
