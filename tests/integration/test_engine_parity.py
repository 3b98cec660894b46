"""The program's own engine beside MediaPipe's graph, whose models it runs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from coach.capture.face_box import FaceBox
from coach.capture.face_mesh import FaceMesh
from coach.capture.litert_landmarker import LiteRtLandmarker
from coach.capture.models import load_models
from coach.capture.video import VideoSource
from coach.domain.frames import FloatArray, Frame
from tests.reference.mediapipe_landmarker import MediaPipeLandmarker

pytest.importorskip("mediapipe", reason="MediaPipe is published for Python 3.11 and 3.12 only")

CLIPS = ("smile_left_weak", "rest", "smile_synkinesis_left_eye", "brow_raise_right_paralysed")
PICTURES = 60
#: Mean distance of the points, px: what follows a face from picture to picture makes rounding of a
#: thousandth of a pixel into some tenths (0.01 px on photographic heads, 0.3 to 0.5 on rendered
#: ones and on films, after 60 to 200 pictures).
SAME_PX = 0.5
#: In the box that MediaPipe used too: 0.0007 px measured on 240 pictures.
SAME_BOX_PX = 0.01


def _frames(video: Path) -> list[Frame]:
    source = VideoSource(video, live=False)
    source.open()
    try:
        frames = [source.read() for _ in range(PICTURES)]
    finally:
        source.close()
    return [f for f in frames if f is not None]


def _reference(frames: Sequence[Frame]) -> list[FloatArray | None]:
    engine = MediaPipeLandmarker()
    try:
        return [engine.detect(f).points for f in frames]
    finally:
        engine.close()


@pytest.mark.clips
def test_the_same_points_as_mediapipes_graph(clips: Path) -> None:
    away = []
    for name in (
        "smile_left_weak",
        "rest",
        "smile_synkinesis_left_eye",
        "brow_raise_right_paralysed",
    ):
        frames = _frames(clips / f"{name}.mp4")
        expected = _reference(frames)
        engine = LiteRtLandmarker()
        try:
            found = [engine.detect(f).points for f in frames]
        finally:
            engine.close()
        assert [p is None for p in found] == [p is None for p in expected]
        away += [
            np.linalg.norm(a[:, :2] - b[:, :2], axis=1).mean()
            for a, b in zip(found, expected, strict=True)
            if a is not None and b is not None
        ]
    assert np.mean(away) < SAME_PX


@pytest.mark.clips
def test_in_the_same_box_the_points_are_the_same(clips: Path) -> None:
    """MediaPipe's box follows from its own points of the picture before."""
    frames = _frames(clips / "smile_left_weak.mp4")
    expected = _reference(frames)
    mesh = FaceMesh(load_models().mesh)
    away = []
    for before, frame, points in zip(expected, frames[1:], expected[1:], strict=False):
        assert before is not None
        assert points is not None
        box = FaceBox.of(before)
        found, presence = mesh.run(box.crop(frame.image))
        assert presence > 0.5
        away.append(np.linalg.norm(box.to_picture(found)[:, :2] - points[:, :2], axis=1).mean())
    assert np.mean(away) < SAME_BOX_PX
