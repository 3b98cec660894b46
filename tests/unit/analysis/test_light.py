"""Light from one side and light that changes are named; even, steady light never is."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.analysis.light import CHANGE_RATIO, SIDE_LIGHT_RATIO, SKIN_PAIRS, LightWatch
from coach.domain.frames import FloatArray, Image
from coach.domain.landmarks import FaceFrame
from coach.domain.quality import QualityReason
from tests.fixtures.synthetic_face import PICTURE, face_frame

FPS = 30.0
MIDDLE = 0.5 * PICTURE[0]


def _face(index: int = 0, time_s: float = 0.0) -> FaceFrame:
    """The synthetic face has no cheeks: they are put where cheeks are."""
    face = face_frame(index=index, time_s=time_s)
    assert face.points is not None
    points = face.points.copy()
    for row, (left, right) in enumerate(SKIN_PAIRS):
        points[left, :2] = MIDDLE + 60.0, 160.0 + 10.0 * row
        points[right, :2] = MIDDLE - 60.0, 160.0 + 10.0 * row
    return replace(face, points=points)


def _lit(left: float, right: float) -> Image:
    """Skin of one level on the picture's right half (the patient's left) and on the other."""
    row = np.where(np.arange(PICTURE[0]) > MIDDLE, left, right)
    return np.repeat(np.broadcast_to(row, (PICTURE[1], PICTURE[0]))[..., None], 3, axis=2).astype(
        np.uint8
    )


def _reasons(levels: FloatArray, fps: float = FPS) -> list[QualityReason | None]:
    watch = LightWatch()
    return [
        watch.step(_face(index=i, time_s=i / fps), _lit(level, level))
        for i, level in enumerate(levels)
    ]


@given(st.floats(12.0, 250.0), st.floats(1.0, 0.8 * SIDE_LIGHT_RATIO))
def test_even_light_passes_on_any_skin(bright: float, ratio: float) -> None:
    for image in (_lit(bright, bright / ratio), _lit(bright / ratio, bright)):
        # Rounding to whole levels moves a ratio by less than the fifth left below the limit.
        assert LightWatch().step(_face(), image) is None


@given(st.floats(60.0, 250.0), st.floats(1.3 * SIDE_LIGHT_RATIO, 8.0))
def test_the_brighter_side_is_named_as_the_patients_own(bright: float, ratio: float) -> None:
    watch, face = LightWatch(), _face()
    assert watch.step(face, _lit(bright, bright / ratio)) is QualityReason.SIDE_LIGHT_LEFT
    assert watch.step(face, _lit(bright / ratio, bright)) is QualityReason.SIDE_LIGHT_RIGHT


@pytest.mark.parametrize("fps", [15.0, 30.0])
def test_light_that_changes_is_named_and_forgotten_once_it_is_steady(fps: float) -> None:
    per_picture = (1.3 * CHANGE_RATIO) ** (2.0 / fps)
    rising = 60.0 * per_picture ** np.arange(int(fps))
    reasons = _reasons(np.append(rising, np.full(int(fps), rising[-1])), fps)
    assert QualityReason.LIGHT_CHANGING in reasons[: int(fps)]
    assert reasons[-1] is None


@given(st.floats(60.0, 180.0), st.floats(0.0, 0.08), st.floats(1.0, 15.0))
def test_flicker_of_lamps_is_no_change(level: float, depth: float, hz: float) -> None:
    time_s = np.arange(60) / FPS
    reasons = _reasons(level * (1.0 + depth * np.sin(2 * np.pi * hz * time_s)))
    assert not any(reasons)


def test_a_picture_that_is_brighter_for_a_moment_is_no_change() -> None:
    levels = np.full(60, 120.0)
    levels[30] = 240.0
    assert not any(_reasons(levels))


def test_nothing_is_said_without_a_picture() -> None:
    assert LightWatch().step(_face(), None) is None
