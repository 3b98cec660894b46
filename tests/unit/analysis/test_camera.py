"""Perspective is taken out, and a lens that is not the assumed one costs little."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.analysis.analyser import FaceAnalyser
from coach.analysis.baseline import measure_rest
from coach.analysis.camera import FOCAL_PER_LONG_SIDE, Camera
from coach.analysis.focal import Views, estimate_focal
from coach.analysis.quality import QualityLimits
from coach.domain.landmarks import FaceFrame
from coach.domain.measures import MEASURE_COLUMNS, HeadPose, SideMeasure
from coach.domain.sides import Side
from tests.fixtures.movement_signals import clock
from tests.fixtures.synthetic_face import (
    MM_PER_PX,
    PICTURE,
    REST_POINTS,
    FaceShape,
    View,
    face_frame,
    filmed,
    picture_points,
    rotation,
)

LENSES = [0.8, 1.2, 2.2, 4.0]


def _turning(focal: float, noise_mm: float = 0.0) -> list[FaceFrame]:
    def view(t: float) -> View:
        return View(HeadPose(8 * np.sin(1.3 * t), 6 * np.sin(1.9 * t), 0), focal=focal)

    return filmed(clock(6.0), view_at=view, noise_mm=noise_mm)


@given(st.floats(-15, 15), st.floats(-15, 15), st.floats(0.5, 5), st.floats(0.2, 1))
def test_head_axes_are_without_perspective(
    yaw: float, pitch: float, focal: float, mm_per_px: float
) -> None:
    view = View(HeadPose(yaw, pitch, 0), mm_per_px, focal=focal)
    seen = Camera.of(PICTURE, focal).to_head_axes(picture_points(REST_POINTS, view))
    expected = REST_POINTS @ rotation(view.pose).T / mm_per_px
    between_eyes = np.array([view.centre[0] - PICTURE[0] / 2, PICTURE[1] / 2 - view.centre[1], 0])
    np.testing.assert_allclose(seen, expected + between_eyes, atol=1e-9)


@given(st.floats(0.5, 5), st.integers(0, 2**32 - 1))
def test_there_and_back_again(focal: float, seed: int) -> None:
    camera = Camera.of(PICTURE, focal)
    points = np.random.default_rng(seed).uniform((0, 0, -150), (*PICTURE, 150), (20, 3))
    x, y = camera.to_picture(camera.to_head_axes(points))
    np.testing.assert_allclose(np.stack([x, y], axis=1), points[:, :2], atol=1e-9)


def test_upright_pictures_have_the_same_lens() -> None:
    assert Camera.of((480, 640)).focal_px == Camera.of((640, 480)).focal_px


@pytest.mark.parametrize("focal", LENSES)
def test_the_lens_is_found_from_a_head_that_turns(focal: float) -> None:
    found = estimate_focal(_turning(focal, noise_mm=0.1))
    error, assumed = (abs(np.log(f / focal)) for f in (found, FOCAL_PER_LONG_SIDE))
    assert error < assumed


def test_a_head_that_hardly_moves_keeps_the_usual_lens() -> None:
    still = filmed(clock(3.0), view_at=lambda _t: View(focal=0.8), noise_mm=0.1)
    assert estimate_focal(still) == FOCAL_PER_LONG_SIDE


@pytest.mark.parametrize("focal", LENSES)
@pytest.mark.parametrize("pose", [HeadPose(5, 0, 0), HeadPose(-5, 4, 0), HeadPose(0, -5, 3)])
def test_a_lens_that_is_not_the_assumed_one_costs_no_more_than_its_geometry(
    focal: float, pose: HeadPose
) -> None:
    rest = filmed(clock(1.0), view_at=lambda _t: View(focal=focal))
    analyser = FaceAnalyser()
    analyser.use_rest(measure_rest(rest, QualityLimits(), Camera.of(PICTURE)))
    seen = analyser.step(face_frame(FaceShape(), View(pose, focal=focal)))
    # The mouth is 165 px below the picture's middle; a nod of 5 degrees brings it 15 px nearer. A
    # lens of 512 px for 1024 px makes that 15 * 165 * (1/512 - 1/1024) = 2.4 px or 1 mm; as
    # much again for what the fit makes of temples and turn.
    for column, value in zip(MEASURE_COLUMNS, seen.values, strict=True):
        if column.endswith(("_y_mm", "_x_mm")):
            assert abs(value) < 2.0, column
    assert seen.get(SideMeasure.EYE_CLOSURE, Side.LEFT) == pytest.approx(0, abs=3)
    assert seen.mm_per_px == pytest.approx(MM_PER_PX, rel=0.03)


@pytest.mark.parametrize("focal", LENSES)
def test_a_live_session_finds_its_lens_while_the_person_sits_down(focal: float) -> None:
    """A turn to either side before the rest face, then a rest face, then a nod."""

    def view(t: float) -> View:
        swing = np.clip(3.0 - t, 0.0, 1.0)
        turn, nod = 10 * swing * np.sin(2.5 * t), 7 * swing * np.sin(3.6 * t)
        return View(HeadPose(turn, nod, 0), focal=focal)

    analyser = FaceAnalyser()
    faces = filmed(clock(8.0), view_at=view, noise_mm=0.1)
    for face in faces[:100]:
        analyser.step(face)
    analyser.start_baseline()
    for face in faces[100:]:
        analyser.step(face)
        if analyser.finish_baseline() is not None:
            break
    assert analyser.baseline is not None
    nod = View(HeadPose(0, 8, 0), focal=focal)
    moved = analyser.step(face_frame(FaceShape(), nod, time_s=faces[-1].time_s + 1.0))
    # With the usual lens the mouth reads up to 2 mm off (the test above); the nearest of the tried
    # lenses is within a fifth of the true one.
    assert abs(moved.get(SideMeasure.COMMISSURE_Y, Side.LEFT)) < 0.6


def test_a_head_that_hardly_turned_says_nothing_about_the_lens() -> None:
    views = Views()
    assert views.focal() == FOCAL_PER_LONG_SIDE
    for i in range(30):
        pose = HeadPose(0.2 * (i % 10), 0.1 * (i % 7), 0)
        views.add(face_frame(view=View(pose, focal=0.8), time_s=i / 30), pose)
    assert views.focal() == FOCAL_PER_LONG_SIDE


def test_views_from_another_picture_size_are_forgotten() -> None:
    views = Views()
    for yaw in range(-10, 11, 2):
        pose = HeadPose(yaw, 0, 0)
        views.add(face_frame(view=View(pose, focal=0.8)), pose)
    assert views.focal() < FOCAL_PER_LONG_SIDE
    small = replace(face_frame(), size=(320, 240))
    views.add(small, HeadPose(0, 0, 0))
    assert views.focal() == FOCAL_PER_LONG_SIDE
