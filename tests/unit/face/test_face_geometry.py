import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.sides import Side
from coach.face.expression import CHANNELS, Expression
from coach.face.geometry import FaceModel, FacePoint, MidPoint, face_model
from coach.face.hair import HairStyle
from coach.face.projection import Framing, HeadPlacement, project, rotation
from coach.face.shape import FaceShape

AVERAGE = face_model(FaceShape(), HairStyle.SHORT)
SIDES = (Side.LEFT, Side.RIGHT)
WEIGHTS = st.dictionaries(st.sampled_from(CHANNELS), st.floats(0.0, 1.0), max_size=5)


def width(model: FaceModel, point: FacePoint) -> float:
    return model.rest.at(point, Side.LEFT)[0] - model.rest.at(point, Side.RIGHT)[0]


def test_the_average_face_has_average_proportions() -> None:
    # Adult averages that the drawing is laid out for; 1 mm: the tables are rounded to 0.1-1 mm.
    assert width(AVERAGE, FacePoint.PUPIL) == pytest.approx(63.0, abs=1.0)
    assert width(AVERAGE, FacePoint.OUTER_CANTHUS) == pytest.approx(90.0, abs=1.0)
    assert width(AVERAGE, FacePoint.COMMISSURE) == pytest.approx(50.0, abs=1.0)
    assert AVERAGE.rest.fissure_mm(Side.LEFT) == pytest.approx(9.5, abs=0.5)
    outline = AVERAGE.rest.curve("outline")
    assert np.ptp(outline[:, 0]) == pytest.approx(140.0, abs=1.0)
    assert 2.0 * AVERAGE.iris_radius_mm == pytest.approx(11.7)


@pytest.mark.parametrize("seed", range(12))
def test_every_identity_keeps_its_parts_in_order(seed: int) -> None:
    m = face_model(FaceShape.from_seed(seed), HairStyle.SHORT)
    y = [
        m.rest.at(FacePoint.BROW, Side.LEFT)[1],
        m.rest.at(FacePoint.UPPER_LID, Side.LEFT)[1],
        m.rest.at(FacePoint.LOWER_LID, Side.LEFT)[1],
        m.rest.at(FacePoint.ALA, Side.LEFT)[1],
        m.rest.at(FacePoint.UPPER_LIP, Side.LEFT)[1],
        m.rest.at(FacePoint.COMMISSURE, Side.LEFT)[1],
        m.rest.at(FacePoint.LOWER_LIP, Side.LEFT)[1],
        m.rest.middle(MidPoint.CHIN)[1],
    ]
    assert y == sorted(y, reverse=True)
    assert min(-np.diff(y)) > 2.0


def test_identities_differ() -> None:
    shapes = {FaceShape.from_seed(s) for s in range(20)}
    assert len(shapes) == 20
    assert FaceShape.from_seed(0) == FaceShape()


@given(WEIGHTS, WEIGHTS)
def test_a_mirrored_expression_gives_the_mirrored_face(
    left: dict[str, float], right: dict[str, float]
) -> None:
    e = Expression.one_sided(Side.LEFT, left).with_side(Side.RIGHT, right)
    a, b = AVERAGE.pose(e), AVERAGE.pose(e.mirrored())
    for point in FacePoint:
        for side in SIDES:
            x, y = a.at(point, side)
            # Exact but for the order of floating-point sums.
            assert b.at(point, side.other) == pytest.approx((-x, y), abs=1e-9)


@given(WEIGHTS, WEIGHTS)
def test_lids_and_lips_never_pass_through_each_other(
    left: dict[str, float], right: dict[str, float]
) -> None:
    pose = AVERAGE.pose(Expression.one_sided(Side.LEFT, left).with_side(Side.RIGHT, right))
    for side in SIDES:
        assert (pose.curve("lid_upper", side)[:, 1] >= pose.curve("lid_lower", side)[:, 1]).all()
    gap = pose.curve("lip_upper_inner")[:, 1] - pose.curve("lip_lower_inner")[:, 1]
    assert (gap >= 0.0).all()


ONE_SIDED = {
    "smile": FacePoint.COMMISSURE,
    "smile_open": FacePoint.COMMISSURE,
    "mouth_stretch": FacePoint.COMMISSURE,
    "pucker": FacePoint.COMMISSURE,
    "brow_raise": FacePoint.BROW,
    "frown": FacePoint.BROW,
    "snarl": FacePoint.ALA,
    "eye_close": FacePoint.UPPER_LID,
    "lower_lip": FacePoint.LOWER_LIP,
    "lip_press": FacePoint.LOWER_LIP,
    "droop": FacePoint.COMMISSURE,
}


@pytest.mark.parametrize(("channel", "point"), ONE_SIDED.items())
@pytest.mark.parametrize("side", SIDES)
def test_a_one_sided_movement_stays_on_its_side(channel: str, point: FacePoint, side: Side) -> None:
    e = Expression.one_sided(side, {channel: 1.0})
    moved = np.hypot(*AVERAGE.displacement_mm(e, point, side))
    still = np.hypot(*AVERAGE.displacement_mm(e, point, side.other))
    assert moved > 2.5
    assert still < 0.1 * moved


def test_directions_and_sizes() -> None:
    def d(channel: str, point: FacePoint, side: Side = Side.LEFT) -> tuple[float, float]:
        return AVERAGE.displacement_mm(Expression.symmetric({channel: 1.0}), point, side)

    x, y = d("smile", FacePoint.COMMISSURE)
    assert x > 5.0
    assert y > 5.0
    assert np.hypot(x, y) == pytest.approx(10.5, abs=1.5)  # full smile, 9.3 +- 2.8 mm in adults
    assert d("smile", FacePoint.COMMISSURE, Side.RIGHT)[0] == pytest.approx(-x)
    assert d("pucker", FacePoint.COMMISSURE)[0] < -6.0
    assert d("brow_raise", FacePoint.BROW)[1] > 8.0
    assert d("frown", FacePoint.BROW)[1] < -2.5
    assert d("snarl", FacePoint.ALA)[1] > 4.0
    assert d("lower_lip", FacePoint.LOWER_LIP)[1] < -3.5
    assert d("jaw_open", FacePoint.LOWER_LIP)[1] < -10.0


def test_closing_the_eye_is_linear_and_complete() -> None:
    for w in (0.0, 0.25, 0.5, 1.0):
        closure = AVERAGE.closure_pct(Expression.one_sided(Side.RIGHT, {"eye_close": w}))
        assert closure.right == pytest.approx(100.0 * w, abs=1e-6)
        assert closure.left == pytest.approx(0.0, abs=1e-6)


def test_an_open_smile_pulls_the_corner_like_a_closed_one() -> None:
    closed = Expression.symmetric({"smile": 0.8})
    opened = Expression.symmetric({"smile_open": 0.8})
    both = Expression.symmetric({"smile": 0.8, "smile_open": 0.8})
    a, b, c = (
        AVERAGE.displacement_mm(e, FacePoint.COMMISSURE, Side.LEFT) for e in (closed, opened, both)
    )
    assert a == pytest.approx(b)
    assert b == pytest.approx(c)


def test_the_jaw_is_one_bone() -> None:
    e = Expression.one_sided(Side.LEFT, {"jaw_open": 1.0})
    left, right = (AVERAGE.displacement_mm(e, FacePoint.LOWER_LIP, s) for s in SIDES)
    assert left[1] == pytest.approx(right[1])


FRAMING = Framing.portrait(0, 0, 640, 480)


def nose_px(placement: HeadPlacement) -> tuple[float, float]:
    tip = AVERAGE.rest.curve("tip")
    x, y = project(tip, placement, FRAMING)[0]
    return float(x), float(y)


def test_head_angles_turn_the_way_the_contract_says() -> None:
    x0, y0 = nose_px(HeadPlacement())
    # Unmirrored: the patient's left is on the picture's right.
    assert nose_px(HeadPlacement(yaw=10))[0] > x0 + 5
    assert nose_px(HeadPlacement(pitch=10))[1] < y0 - 5
    top = project(AVERAGE.rest.curve("brow_centre"), HeadPlacement(roll=10), FRAMING)[0]
    assert top[0] > x0 + 5
    assert nose_px(HeadPlacement(shift_mm=(5.0, 0.0)))[0] == pytest.approx(
        x0 + 5.0 * FRAMING.px_per_mm
    )


@given(st.floats(-30, 30), st.floats(-30, 30), st.floats(-30, 30))
def test_turning_the_head_is_a_rotation(yaw: float, pitch: float, roll: float) -> None:
    r = rotation(HeadPlacement(yaw, pitch, roll))
    assert np.allclose(r @ r.T, np.eye(3), atol=1e-12)
    assert np.linalg.det(r) == pytest.approx(1.0)


def test_a_shape_far_from_human_is_refused() -> None:
    with pytest.raises(ValueError, match="nose_width"):
        FaceShape(nose_width=2.0)
