"""From pictures to measures: gates in order, no value where there is none, the frames' own time."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from coach.analysis.analyser import FaceAnalyser, measure_all
from coach.analysis.baseline import RestFace, measure_rest
from coach.analysis.camera import Camera
from coach.analysis.quality import QualityLimits
from coach.domain.landmarks import FaceFrame
from coach.domain.measures import HeadPose, SideMeasure
from coach.domain.quality import QualityReason
from coach.domain.sides import Side
from tests.fixtures.movement_signals import clock, trapezoid
from tests.fixtures.synthetic_face import (
    GOOD_LIGHT,
    MM_PER_PX,
    PICTURE,
    FaceShape,
    SideShape,
    View,
    face_frame,
    filmed,
    no_face,
)

CAMERA = Camera.of(PICTURE)
#: Fills the picture's width while brows and mouth still fit into its height.
NEAR = View(mm_per_px=0.23, centre=(320.0, 150.0), focal=np.inf)


@cache
def _rest() -> RestFace:
    return measure_rest(filmed(clock(1.0)), QualityLimits(), CAMERA)


def _ready() -> FaceAnalyser:
    analyser = FaceAnalyser()
    analyser.use_rest(_rest())
    return analyser


def test_before_the_rest_face_there_is_a_pose_and_a_scale_but_no_value() -> None:
    seen = FaceAnalyser().step(face_frame(view=View(HeadPose(5, -4, 0))))
    assert seen.reason is QualityReason.NO_BASELINE
    assert not seen.valid
    assert np.isnan(seen.values).all()
    assert seen.pose.yaw == pytest.approx(5.0)
    assert seen.pose.pitch == pytest.approx(-4.0)
    # The iris is seen foreshortened by the yaw: cos 5 degrees is 0.4 %.
    assert seen.mm_per_px == pytest.approx(MM_PER_PX, rel=0.005)


@pytest.mark.parametrize("ready", [False, True])
def test_no_face_no_number(ready: bool) -> None:
    analyser = _ready() if ready else FaceAnalyser()
    seen = analyser.step(no_face(7, 2.0))
    assert seen.reason is QualityReason.NO_FACE
    assert np.isnan(seen.values).all()
    assert np.isnan([seen.pose.yaw, seen.pose.pitch, seen.pose.roll, seen.mm_per_px]).all()
    assert (seen.index, seen.time_s) == (7, 2.0)


@pytest.mark.parametrize(
    ("face", "reason"),
    [
        (face_frame(), None),
        (face_frame(view=View(HeadPose(13, 0, 0))), QualityReason.YAW),
        (face_frame(view=View(HeadPose(0, -13, 0))), QualityReason.PITCH),
        (face_frame(view=View(HeadPose(0, 0, 16))), QualityReason.ROLL),
        (face_frame(view=View(mm_per_px=1.3)), QualityReason.TOO_FAR),
        (face_frame(view=NEAR), QualityReason.TOO_NEAR),
        (face_frame(faces=2), QualityReason.SEVERAL_FACES),
        (face_frame(view=View(centre=(40.0, 230.0))), QualityReason.CUT_OFF),
        (face_frame(view=View(stats=replace(GOOD_LIGHT, sharpness=40.0))),
         QualityReason.BLURRED),
        (face_frame(view=View(stats=replace(GOOD_LIGHT, brightness=20.0))),
         QualityReason.TOO_DARK),
        (face_frame(view=View(stats=replace(GOOD_LIGHT, brightness=240.0))),
         QualityReason.TOO_BRIGHT),
    ],
    ids=lambda value: str(value) if isinstance(value, QualityReason) else "",
)  # fmt: skip
def test_each_gate_gives_its_reason(face: FaceFrame, reason: QualityReason | None) -> None:
    seen = _ready().step(face)
    assert seen.reason is reason
    assert seen.valid is (reason is None)


@pytest.mark.parametrize(
    "face",
    [
        face_frame(view=View(HeadPose(13, 0, 0))),
        face_frame(view=View(mm_per_px=1.3)),
        face_frame(faces=2),
    ],
    ids=["yaw", "too_far", "several_faces"],
)
def test_a_gate_before_the_rest_face_names_the_gate_not_the_rest_face(face: FaceFrame) -> None:
    reason = FaceAnalyser().step(face).reason
    assert reason in (QualityReason.YAW, QualityReason.TOO_FAR, QualityReason.SEVERAL_FACES)


def test_a_slow_camera_is_said_after_half_a_second() -> None:
    seen = measure_all(_ready(), filmed(clock(3.0, 8.0)))
    assert seen[0].valid
    assert all(m.reason is QualityReason.LOW_FPS for m in seen[6:])
    assert all(m.valid for m in measure_all(_ready(), filmed(clock(3.0, 15.0))))


def test_pictures_that_are_not_scored_keep_their_values_for_the_log() -> None:
    smile = FaceShape(SideShape(corner_out=4))
    seen = _ready().step(face_frame(smile, View(HeadPose(14, 0, 0))))
    assert not seen.valid
    assert seen.get(SideMeasure.COMMISSURE_X, Side.LEFT) == pytest.approx(4.0)


def test_scale_follows_the_distance() -> None:
    analyser = _ready()
    for mm_per_px in (0.3, 0.4, 0.8):
        seen = analyser.step(face_frame(view=View(mm_per_px=mm_per_px)))
        assert seen.mm_per_px == pytest.approx(mm_per_px)


@pytest.mark.parametrize("fps", [15.0, 30.0])
def test_smoothing_costs_little_time(fps: float) -> None:
    """A corner that goes 6 mm out within a second is never shown more than 0.1 s late."""
    t = clock(6.0, fps)
    size = 6.0 * trapezoid(t, 1.0)
    shape = dict(zip(t.tolist(), size.tolist(), strict=True))
    faces = filmed(t, lambda s: FaceShape(SideShape(corner_out=shape[s])))
    shown = np.array(
        [m.get(SideMeasure.COMMISSURE_X, Side.LEFT) for m in measure_all(_ready(), faces)]
    )
    # The slope is 6 mm/s: 0.1 s is 0.6 mm. A 4.5 Hz low-pass (1.5 + 0.5 * 6) lags 0.035 s once it
    # is at speed; at the slope's foot it is slower.
    assert np.abs(shown - size).max() < 0.6
    hold = (t > 2.6) & (t < 3.9)
    np.testing.assert_allclose(shown[hold], 6.0, atol=0.1)


@pytest.mark.parametrize("fps", [15.0, 30.0])
def test_closure_and_opening_of_an_eye_tell_the_same(fps: float) -> None:
    """`eye_closure_pct` is the missing share of the resting fissure in every row."""
    t = clock(4.0, fps)
    lids = dict(zip(t.tolist(), (0.9 * trapezoid(t, 1.0, 0.5, 0.2)).tolist(), strict=True))
    faces = filmed(t, lambda s: FaceShape(SideShape(closure=lids[s])), noise_mm=0.1)
    record = _rest().record()
    assert record.palpebral_fissure_mm.left is not None
    for m in measure_all(_ready(), faces):
        opening = m.get(SideMeasure.PALPEBRAL_FISSURE, Side.LEFT)
        closure = 100 * (1 - opening / record.palpebral_fissure_mm.left)
        assert m.get(SideMeasure.EYE_CLOSURE, Side.LEFT) == pytest.approx(closure, abs=1e-6)


def test_after_a_lost_face_nothing_of_before_is_left() -> None:
    analyser = _ready()
    smile = FaceShape(SideShape(corner_out=5))
    for i in range(30):
        analyser.step(face_frame(smile, time_s=i / 30))
    for i in range(30, 60):
        analyser.step(no_face(i, i / 30))
    back = analyser.step(face_frame(time_s=2.0))
    assert back.get(SideMeasure.COMMISSURE_X, Side.LEFT) == pytest.approx(0.0, abs=1e-9)


def test_the_misfit_of_the_bone_fixed_points_is_told_with_every_picture() -> None:
    analyser = _ready()
    # Rest and a turned head fit to within the landmarks' rounding; nothing to fit is no misfit.
    assert analyser.step(face_frame()).alignment_residual_mm < 0.05
    turned = face_frame(view=View(HeadPose(6, 0, 0)), time_s=0.1)
    assert analyser.step(turned).alignment_residual_mm < 1.0
    assert np.isnan(analyser.step(no_face(2, 0.2)).alignment_residual_mm)
    assert np.isnan(FaceAnalyser().step(face_frame()).alignment_residual_mm)
