"""Each gate with its own reason, and none without."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from coach.analysis.quality import (
    FrameRate,
    QualityLimits,
    irises_disagree,
    is_blurred,
    pose_reason,
    presence_reason,
)
from coach.domain.landmarks import FaceFrame
from coach.domain.measures import HeadPose
from coach.domain.quality import QualityReason
from tests.fixtures.synthetic_face import GOOD_LIGHT, View, face_frame, no_face

LIMITS = QualityLimits()
#: Fills the picture's width while brows and mouth still fit into its height.
NEAR = View(mm_per_px=0.23, centre=(320.0, 150.0), focal=np.inf)


def _presence(face: FaceFrame) -> QualityReason | None:
    return presence_reason(face, LIMITS)


def test_a_good_picture_passes() -> None:
    assert _presence(face_frame()) is None
    assert _presence(replace(face_frame(), stats=None)) is None  # light was not measured


@pytest.mark.parametrize(
    ("face", "reason"),
    [
        (no_face(0, 0.0), QualityReason.NO_FACE),
        (no_face(0, 0.0, None), QualityReason.NO_FACE),
        (no_face(0, 0.0, replace(GOOD_LIGHT, brightness=5.0)), QualityReason.TOO_DARK),
        (face_frame(faces=2), QualityReason.SEVERAL_FACES),
        (
            face_frame(view=View(stats=replace(GOOD_LIGHT, brightness=39.0))),
            QualityReason.TOO_DARK,
        ),
        (
            face_frame(view=View(stats=replace(GOOD_LIGHT, brightness=226.0))),
            QualityReason.TOO_BRIGHT,
        ),
        (face_frame(view=NEAR), QualityReason.TOO_NEAR),
        *(
            (face_frame(view=View(centre=centre)), QualityReason.CUT_OFF)
            for centre in ((60.0, 230.0), (600.0, 230.0), (320.0, 10.0), (320.0, 470.0))
        ),
    ],
)  # fmt: skip
def test_presence(face: FaceFrame, reason: QualityReason) -> None:
    assert _presence(face) is reason


@pytest.mark.parametrize(
    ("pose", "reason"),
    [
        (HeadPose(0, 0, 0), None),
        (HeadPose(12, 26, 15), None),  # straight heads of different shapes: -1 to 26 degrees
        (HeadPose(-12, -1, -15), None),
        (HeadPose(12.1, 0, 0), QualityReason.YAW),
        (HeadPose(-12.1, 0, 0), QualityReason.YAW),
        (HeadPose(0, 47.1, 0), QualityReason.PITCH),
        (HeadPose(0, -23.1, 0), QualityReason.PITCH),
        (HeadPose(0, 0, 15.1), QualityReason.ROLL),
        (HeadPose(0, 0, -15.1), QualityReason.ROLL),
        (HeadPose(20, 50, 20), QualityReason.YAW),  # one reason at a time: the costliest angle
    ],
)
def test_head_angles(pose: HeadPose, reason: QualityReason | None) -> None:
    assert pose_reason(pose, LIMITS) is reason


@pytest.mark.parametrize("pitch", [-10.0, 0.0, 26.0])
def test_a_nod_is_judged_from_the_rest_face(pitch: float) -> None:
    rest = HeadPose(0, pitch, 0)
    for nod, reason in ((8.0, None), (-8.0, None), (12.1, QualityReason.PITCH)):
        assert pose_reason(HeadPose(0, pitch + nod, 0), LIMITS, rest) is reason
        assert pose_reason(HeadPose(0, pitch - nod, 0), LIMITS, rest) is reason


@pytest.mark.parametrize("side", [1.0, -1.0])
def test_turn_and_tilt_are_judged_from_the_rest_face(side: float) -> None:
    """A camera beside the screen, or a head held aside, is the person's own straight ahead."""
    rest = HeadPose(side * 10, 0, side * 14)
    for yaw, reason in ((-11.9, None), (19.9, None), (-12.1, QualityReason.YAW)):
        assert pose_reason(HeadPose(side * yaw, 0, side * 14), LIMITS, rest) is reason
    # The far side of a head turned this far is a guess, whatever the rest face was.
    far = HeadPose(side * 20.1, 0, side * 14)
    assert pose_reason(far, LIMITS, rest) is QualityReason.YAW
    assert pose_reason(HeadPose(side * 10, 0, side * 28), LIMITS, rest) is None
    assert pose_reason(HeadPose(side * 10, 0, side * 30), LIMITS, rest) is QualityReason.ROLL


@pytest.mark.parametrize(
    ("left", "right", "disagree"),
    [(30, 30, False), (30, 32.9, False), (30, 33.3, True), (33.3, 30, True), (0, 0, True)],
)
def test_irises_that_differ_by_more_than_a_tenth(left: float, right: float, disagree: bool) -> None:
    assert irises_disagree(left, right, LIMITS) is disagree


def test_blur_is_relative_to_the_sessions_own_rest() -> None:
    rest = GOOD_LIGHT.sharpness
    assert is_blurred(replace(GOOD_LIGHT, sharpness=0.19 * rest), rest, 0.0, LIMITS)
    assert not is_blurred(replace(GOOD_LIGHT, sharpness=0.21 * rest), rest, 0.0, LIMITS)
    assert not is_blurred(None, rest, 0.0, LIMITS)
    assert not is_blurred(GOOD_LIGHT, 0.0, 0.0, LIMITS)  # sharpness was not measured at rest


def test_closed_eyes_on_dark_skin_are_not_blur() -> None:
    """Nothing sharp is left in the face, and nose and temples look as they did."""
    closed = replace(GOOD_LIGHT, sharpness=0.05 * GOOD_LIGHT.sharpness)
    assert not is_blurred(closed, GOOD_LIGHT.sharpness, 0.95, LIMITS)
    assert is_blurred(closed, GOOD_LIGHT.sharpness, 0.85, LIMITS)


@pytest.mark.parametrize("fps", [1.5, 5.0, 11.9, 15.0, 30.0, 60.0])
def test_frame_rate_of_an_even_stream(fps: float) -> None:
    rate = FrameRate()
    seen = [rate.step(i / fps) for i in range(round(4 * fps))]
    assert seen[0] is None
    assert seen[-1] == pytest.approx(fps)
    assert sum(s is None for s in seen) <= max(0.5 * fps + 1, 2)


def test_frame_rate_of_pictures_with_drops() -> None:
    rate = FrameRate()
    times = [i / 30 for i in range(90) if i % 3]  # every third picture is dropped
    assert [rate.step(t) for t in times][-1] == pytest.approx(20.0, abs=1.0)  # a window's edge


def test_one_pause_is_no_low_rate() -> None:
    rate = FrameRate()
    for i in range(30):
        rate.step(i / 30)
    after = [rate.step(10.0 + i / 30) for i in range(30)]
    assert after[0] is None
    assert after[-1] == pytest.approx(30.0)


def test_a_source_that_delivers_less_than_a_picture_a_second_is_slow() -> None:
    rate = FrameRate()
    seen = [rate.step(1.25 * i) for i in range(5)]
    assert seen[-1] == pytest.approx(0.8)


def test_time_that_goes_back_starts_anew() -> None:
    rate = FrameRate()
    for i in range(60):
        rate.step(5 + i / 30)
    assert rate.step(0.0) is None
    rate.reset()
    assert rate.step(0.1) is None


def test_gates_are_the_same_in_the_mirror() -> None:
    for yaw, roll in np.linspace((-20, -20), (20, 20), 9):
        one = pose_reason(HeadPose(yaw, 0, roll), LIMITS)
        assert one is pose_reason(HeadPose(-yaw, 0, -roll), LIMITS)
