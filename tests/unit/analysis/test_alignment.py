"""Head pose, scale and shift are taken out exactly, and have the contract's signs.

Tolerances: 1e-6 mm and degrees are far above what doubles lose here (1e-12) and far below
anything that can be measured (0.001 mm is what is kept).
"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.analysis.alignment import (
    RIGID,
    Reference,
    align_all,
    fit_similarity,
    head_axes,
    mean_shape,
    pose_from_axes,
)
from coach.analysis.camera import Camera
from coach.domain.frames import FloatArray
from coach.domain.measures import HeadPose
from tests.fixtures.synthetic_face import (
    PICTURE,
    REST_POINTS,
    FaceShape,
    SideShape,
    View,
    face_points,
    picture_points,
    rotation,
)

EXACT = 1e-6
angles = st.builds(HeadPose, st.floats(-20, 20), st.floats(-20, 20), st.floats(-30, 30))
scales = st.floats(0.1, 2.0)
places = st.tuples(st.floats(-500, 1500), st.floats(-500, 1500))
SMILE = FaceShape(SideShape(corner_out=5, corner_up=4, closure=0.4), SideShape(corner_out=1))


def _to_head(points: FloatArray) -> FloatArray:
    return Camera.of(PICTURE).to_head_axes(points)


def _seen(shape: FaceShape, view: View) -> FloatArray:
    return _to_head(picture_points(face_points(shape), view))


def _assert_pose(pose: HeadPose, expected: HeadPose) -> None:
    got = (pose.yaw, pose.pitch, pose.roll)
    assert got == pytest.approx((expected.yaw, expected.pitch, expected.roll), abs=EXACT)


@given(angles, scales, places)
def test_the_fit_recovers_rotation_scale_and_shift(
    pose: HeadPose, mm_per_px: float, centre: tuple[float, float]
) -> None:
    rest = Reference.from_shape(_seen(FaceShape(), View()))
    seen = _seen(SMILE, View(pose, mm_per_px, centre))
    fit = rest.align(seen)
    np.testing.assert_allclose(fit.rotation, rotation(pose), atol=EXACT)
    assert fit.scale == pytest.approx(mm_per_px / View().mm_per_px, rel=EXACT)
    assert fit.residual < EXACT
    expected = face_points(SMILE) - REST_POINTS[RIGID].mean(axis=0)
    np.testing.assert_allclose(fit.apply(seen) * View().mm_per_px, expected, atol=EXACT)


@given(angles)
def test_the_rotation_is_never_a_reflection(pose: HeadPose) -> None:
    fit = Reference.from_shape(_seen(FaceShape(), View())).align(_seen(SMILE, View(pose)))
    assert np.linalg.det(fit.rotation) == pytest.approx(1.0)


def test_a_mirrored_point_set_is_not_fitted_by_reflecting_it() -> None:
    points = REST_POINTS[RIGID] + np.linspace(0, 9, len(RIGID))[:, None] * (1.0, 0.3, 0.1)
    fit = fit_similarity(points * (-1.0, 1.0, 1.0), points)
    assert np.linalg.det(fit.rotation) == pytest.approx(1.0)
    assert fit.residual > 1.0


@pytest.mark.parametrize(
    ("pose", "axis", "towards"),
    [
        # The nose, z of the head, seen on the picture (x right, y down). The patient's left is on
        # the picture's right.
        (HeadPose(yaw=10, pitch=0, roll=0), 0, 1),  # to the patient's left
        (HeadPose(yaw=0, pitch=10, roll=0), 1, 1),  # chin down: the nose goes down the picture
    ],
)
def test_yaw_turns_to_the_patients_left_and_pitch_lowers_the_chin(
    pose: HeadPose, axis: int, towards: int
) -> None:
    nose, between_eyes = 4, 168
    straight = picture_points(REST_POINTS, View())
    turned = picture_points(REST_POINTS, View(pose))
    moved = (turned[nose] - turned[between_eyes]) - (straight[nose] - straight[between_eyes])
    assert np.sign(moved[axis]) == towards
    _assert_pose(pose_from_axes(head_axes(_to_head(turned))), pose)


def test_roll_tips_the_head_to_the_patients_right() -> None:
    pose = HeadPose(yaw=0, pitch=0, roll=10)
    seen = picture_points(REST_POINTS, View(pose))
    left_eye, right_eye = 473, 468
    assert seen[left_eye, 1] < seen[right_eye, 1]  # the left eye is the higher one
    _assert_pose(pose_from_axes(head_axes(_to_head(seen))), pose)


@given(st.floats(-20, 20), st.floats(-20, 20), st.floats(-30, 30))
def test_pose_from_one_picture_is_the_pose_from_the_rest_face(
    yaw: float, pitch: float, roll: float
) -> None:
    seen = _seen(FaceShape(), View(HeadPose(yaw, pitch, roll)))
    alone = pose_from_axes(head_axes(seen))
    fitted = Reference.pose(Reference.from_shape(_seen(FaceShape(), View())).align(seen))
    for angle in ("yaw", "pitch", "roll"):
        assert getattr(alone, angle) == pytest.approx(getattr(fitted, angle), abs=EXACT)
    assert fitted.yaw == pytest.approx(yaw, abs=EXACT)
    assert fitted.pitch == pytest.approx(pitch, abs=EXACT)


def test_expressions_do_not_move_the_pose() -> None:
    rest = Reference.from_shape(_seen(FaceShape(), View()))
    everything = SideShape(8, 8, 1, 8, 8, 8, -8)
    pose = Reference.pose(rest.align(_seen(FaceShape(left=everything), View())))
    assert (pose.yaw, pose.pitch, pose.roll) == pytest.approx((0, 0, 0), abs=EXACT)


def test_the_mean_shape_ignores_poses_and_a_blink() -> None:
    shut = FaceShape(SideShape(closure=1), SideShape(closure=1))
    stack = np.stack(
        [
            _seen(
                shut if i in (3, 4, 5) else FaceShape(),
                View(HeadPose(0.5 * (i % 3 - 1), 0.3 * (i % 2), 0)),
            )
            for i in range(20)
        ]
    )
    shape = Reference.from_shape(mean_shape(stack)).points * View().mm_per_px
    expected = REST_POINTS - REST_POINTS[RIGID].mean(axis=0)
    # Medians of slightly turned heads: up to 1 - cos(0.5 degrees) of 100 mm, and their own axes.
    np.testing.assert_allclose(shape, expected, atol=0.02)


def test_a_chosen_part_of_the_pictures() -> None:
    stack = np.stack([_seen(SMILE, View()), *[_seen(FaceShape(), View())] * 3])
    only_rest = mean_shape(stack, np.array([False, True, True, True]))
    np.testing.assert_allclose(only_rest, stack[1], atol=EXACT)


def test_many_pictures_at_once_are_fitted_as_one_by_one() -> None:
    rng = np.random.default_rng(4)
    reference = rng.normal(size=(14, 3))
    stack = rng.normal(size=(5, 14, 3))
    one_by_one = np.stack([fit_similarity(p, reference).apply(p) for p in stack])
    np.testing.assert_allclose(align_all(stack, reference), one_by_one, atol=1e-12)
