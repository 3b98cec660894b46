"""A warp moves its place by what it says, and leaves the other side."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from coach.domain.errors import InputError
from coach.domain.frames import FloatArray, Image
from coach.domain.measures import SideMeasure
from coach.domain.sides import Side
from tests.accuracy.live import practise
from tests.accuracy.warping import Bell, SteadyFace, steadiest, warp


def _spots(*places: tuple[float, float]) -> Image:
    y, x = np.mgrid[0:200, 0:300]
    light = sum(120.0 * np.exp(-0.5 * ((x - a) ** 2 + (y - b) ** 2) / 9.0) for a, b in places)
    grey = np.rint(60.0 + np.asarray(light)).astype(np.uint8)
    return np.ascontiguousarray(np.repeat(grey[..., None], 3, axis=2))


def _middle(image: Image, x0: int, x1: int) -> FloatArray:
    part = image[:, x0:x1].astype(float).mean(axis=2) - 70.0
    over = np.clip(part, 0.0, None)
    y, x = np.mgrid[0 : part.shape[0], x0:x1]
    return np.asarray(np.array([(over * x).sum(), (over * y).sum()]) / over.sum())


def test_a_bell_moves_its_centre_by_its_shift() -> None:
    before = _spots((80.0, 100.0), (230.0, 100.0))
    after = warp(before, [Bell(np.array([80.0, 100.0]), 20.0, 16.0, np.array([-5.0, -4.0]))])
    # A spot of 3 px lies within the bell's flat top: a tenth of the shift.
    assert _middle(after, 20, 140) - _middle(before, 20, 140) == pytest.approx(
        [-5.0, -4.0], abs=0.6
    )
    assert _middle(after, 180, 280) == pytest.approx(_middle(before, 180, 280), abs=0.02)


def test_a_smile_goes_to_the_patients_own_left() -> None:
    points = np.full((1, 478, 2), 100.0)
    points[0, 291], points[0, 61] = (230.0, 120.0), (80.0, 120.0)
    face = SteadyFace((_spots((80.0, 120.0), (230.0, 120.0)),), points, 2.0, 0.0)
    moved = face.moved(0, {(SideMeasure.COMMISSURE_X, Side.LEFT): 2.0})
    shift = _middle(moved, 190, 290) - _middle(face.images[0], 190, 290)
    assert shift == pytest.approx([4.0, 0.0], abs=0.5)  # 2 mm at 2 px a mm, image right
    assert face.moved(0, {}) is face.images[0]


def test_a_brow_is_its_landmarks_mean() -> None:
    rng = np.random.default_rng(1)
    brow = rng.normal(0.0, (20.0, 5.0), (10, 2))
    bell = Bell(brow.mean(axis=0), 36.0, 14.0, np.array([0.0, -1.0]))
    assert 0.3 < bell.share(brow).mean() < 1.0
    assert bell.share(bell.centre[None]) == pytest.approx([1.0])


def test_pictures_go_forth_and_back() -> None:
    images = tuple(np.zeros((4, 4, 3), dtype=np.uint8) for _ in range(3))
    face = SteadyFace(images, np.zeros((3, 478, 2)), 2.0, 0.0)
    assert [face.at(k) for k in range(8)] == [0, 1, 2, 1, 0, 1, 2, 1]


def test_a_film_without_a_face_and_an_exercise_of_the_lids_are_refused(
    tmp_path: Path,
) -> None:
    with pytest.raises(InputError, match="No face"):
        steadiest([], np.full((20, 478, 3), np.nan))
    with pytest.raises(InputError, match="cannot be shown"):
        practise(tmp_path / "film.mp4", tmp_path, "eye_closure")
    with pytest.raises(InputError, match="no exercise"):
        practise(tmp_path / "film.mp4", tmp_path, "no_such")
