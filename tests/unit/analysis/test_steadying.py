"""Pose from bone-fixed patches: small motions are recovered, single liars are outvoted."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.analysis.patches import Sightings
from coach.analysis.steadying import (
    INFORMATION_CEILING,
    INFORMATION_GAIN,
    MIN_PATCHES,
    MIN_QUALITY,
    NO_CORRECTION,
    RIGID_PATCH_LANDMARKS,
    PoseCorrection,
    correct_pose,
    trust_in,
)
from coach.domain.frames import FloatArray
from coach.domain.measures import HeadPose
from tests.fixtures.synthetic_face import REST_POINTS, rotation

PLACES = REST_POINTS[list(RIGID_PATCH_LANDMARKS)] - REST_POINTS[4]
TRUST = np.array([trust_in(i) for i in RIGID_PATCH_LANDMARKS])
SURE = np.eye(2) * INFORMATION_CEILING / INFORMATION_GAIN
degrees = st.floats(-1.0, 1.0)


def _motion(pitch: float, yaw: float, roll: float, offset: tuple[float, float]) -> PoseCorrection:
    turn = np.radians([pitch, yaw, roll])
    return PoseCorrection(turn, 0.0, np.array(offset), 0.0, len(PLACES))


def _seen(shifts: FloatArray, quality: float = 0.95) -> Sightings:
    n = len(shifts)
    return Sightings(shifts, np.repeat(SURE[None], n, axis=0), np.full(n, quality))


@given(degrees, degrees, degrees, st.floats(-1, 1), st.floats(-1, 1))
def test_a_small_motion_is_recovered(
    pitch: float, yaw: float, roll: float, x: float, y: float
) -> None:
    truth = _motion(pitch, yaw, roll, (x, y))
    found = correct_pose(PLACES, _seen(truth.shift_mm(PLACES)), TRUST)
    assert found.patches == len(PLACES)
    # The prior (a degree or so) pulls a little toward nothing: it weighs 1 in some 100.
    np.testing.assert_allclose(np.degrees(found.turn), [pitch, yaw, roll], atol=0.1)
    np.testing.assert_allclose(found.shift_mm(PLACES), truth.shift_mm(PLACES), atol=0.1)


@pytest.mark.parametrize(
    "pose", [HeadPose(1, 0, 0), HeadPose(0, 1, 0), HeadPose(0, 0, 1), HeadPose(0.5, -0.5, 0.5)]
)
def test_the_signs_are_those_of_the_head_angles(pose: HeadPose) -> None:
    shifts = (PLACES @ rotation(pose).T - PLACES)[:, :2]
    correction = correct_pose(PLACES, _seen(shifts), TRUST)
    corrected = correction.correct(HeadPose(2, 3, 4), rest_pitch=3)
    # Second order: 1 degree squared is 0.0003 rad, or 0.02 degrees.
    assert corrected.yaw == pytest.approx(2 + pose.yaw, abs=0.12)
    assert corrected.pitch == pytest.approx(3 + pose.pitch, abs=0.12)
    # In a deep nod the landmarks' pitch is the better one.
    assert correction.correct(HeadPose(2, 3, 4), rest_pitch=-6).pitch == 3
    assert corrected.roll == pytest.approx(4 + pose.roll, abs=0.12)


def test_what_the_head_did_is_taken_off_every_point() -> None:
    truth = _motion(0.5, -0.8, 0.3, (0.4, -0.2))
    points = REST_POINTS - REST_POINTS[4]
    moved = points.copy()
    moved[:, :2] += truth.shift_mm(points)
    back = correct_pose(PLACES, _seen(truth.shift_mm(PLACES)), TRUST).apply(moved / 0.4, 0.4) * 0.4
    # Second order in the motion, and the prior: 100 mm from the middle.
    np.testing.assert_allclose(back, points, atol=0.2)


def test_patches_that_a_lid_or_a_hand_carries_away_are_outvoted() -> None:
    truth = _motion(0.3, 0.6, 0.0, (0.2, 0.1))
    shifts = truth.shift_mm(PLACES)
    shifts[[1, 6, 11]] += (2.0, -1.5)
    found = correct_pose(PLACES, _seen(shifts), TRUST)
    np.testing.assert_allclose(found.shift_mm(PLACES), truth.shift_mm(PLACES), atol=0.3)


def test_too_few_clear_patches_change_nothing() -> None:
    shifts = np.ones((len(PLACES), 2))
    few = _seen(shifts)
    few.quality[MIN_PATCHES - 1 :] = 0.0
    assert correct_pose(PLACES, few, TRUST) is NO_CORRECTION
    assert correct_pose(PLACES, _seen(shifts, MIN_QUALITY - 0.01), TRUST) is NO_CORRECTION
    assert (NO_CORRECTION.shift_mm(PLACES) == 0).all()


def test_an_edge_says_nothing_along_itself() -> None:
    """A patch on an edge that runs up and down knows x only: its y is left to the others."""
    truth = _motion(0.0, 0.0, 0.0, (0.5, 0.0))
    shifts = truth.shift_mm(PLACES)
    across = np.diag([SURE[0, 0], 0.0])
    seen = _seen(shifts)
    seen.shift_mm[::2] += (0.0, 1.0)
    seen.information[::2] = across
    correction = correct_pose(PLACES, seen, TRUST)
    np.testing.assert_allclose(correction.offset, [0.5, 0.0], atol=0.1)


def test_the_sides_of_the_nose_that_slide_up_together_are_outvoted() -> None:
    """In a snarl four patches agree with one another and with nobody else."""
    truth = _motion(0.2, -0.3, 0.1, (0.1, 0.2))
    shifts = truth.shift_mm(PLACES)
    shifts[TRUST < 1.0] += (0.0, 2.0)
    found = correct_pose(PLACES, _seen(shifts), TRUST)
    # A quarter of what the plain mean of all patches would be off by (4 of 18 patches, 2 mm).
    np.testing.assert_allclose(found.shift_mm(PLACES), truth.shift_mm(PLACES), atol=0.12)
