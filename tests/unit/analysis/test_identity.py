"""Another face is noticed; a bad picture, and the same face however it moves, are not."""

from __future__ import annotations

import numpy as np
import pytest

from coach.analysis.alignment import RIGID, Reference
from coach.analysis.identity import ANOTHER_MM, IdentityWatch, front_misfit_mm
from coach.domain.frames import FloatArray

FPS = 30.0


def shape(seed: int) -> FloatArray:
    """A face-like cloud: as wide and high as a face in mm, at 1 px a mm."""
    rng = np.random.default_rng(seed)
    points = rng.normal(0.0, (30.0, 40.0, 15.0), (478, 3))
    points[[263, 362, 454, 356], 0] = 40.0
    points[[33, 133, 234, 127], 0] = -40.0
    return points


@pytest.fixture
def reference() -> Reference:
    points = shape(1)
    return Reference(points - points[RIGID].mean(axis=0), np.eye(3))


def other(reference: Reference, size_mm: float) -> FloatArray:
    """Points whose bone misfits by about `size_mm` from in front, after the best fit."""
    rng = np.random.default_rng(2)
    off = np.zeros((478, 3))
    off[RIGID, :2] = rng.normal(0.0, 1.0, (len(RIGID), 2))
    points = reference.points + off
    for _ in range(20):
        fit = reference.align(points)
        off *= size_mm / front_misfit_mm(points, fit, reference, 1.0)
        points = reference.points + off
    return points


def play(
    watch: IdentityWatch, reference: Reference, points: FloatArray, start_s: float, n: int
) -> list[bool]:
    return [
        watch.step(start_s + i / FPS, points, reference.align(points), reference, 1.0)
        for i in range(n)
    ]


def test_another_face_is_noticed_within_a_second_and_from_its_first_picture(
    reference: Reference,
) -> None:
    watch = IdentityWatch()
    assert not any(play(watch, reference, reference.points, 0.0, 90))
    found = play(watch, reference, other(reference, 2.0), 3.0, 90)
    assert found[-1]
    assert 0.5 < found.index(True) / FPS <= 1.05
    np.testing.assert_allclose(watch.spells, [(3.0, np.inf)])
    back = play(watch, reference, reference.points, 6.0, 60)
    assert not back[-1]
    np.testing.assert_allclose(watch.spells, [(3.0, 6.0)], atol=1.5 / FPS)


@pytest.mark.parametrize("pictures", [1, 5, 15])
def test_a_few_bad_pictures_are_no_face(reference: Reference, pictures: int) -> None:
    watch = IdentityWatch()
    play(watch, reference, reference.points, 0.0, 60)
    bad = play(watch, reference, other(reference, 4.0), 2.0, pictures)
    after = play(watch, reference, reference.points, 2.0 + pictures / FPS, 60)
    assert not any(bad + after)
    assert watch.spells == []


def test_what_fits_as_well_as_the_same_face_ever_did_is_no_other(reference: Reference) -> None:
    watch = IdentityWatch()
    assert not any(play(watch, reference, other(reference, 0.99 * ANOTHER_MM), 0.0, 120))


def test_turned_and_moved_the_fit_is_the_same(reference: Reference) -> None:
    a = np.radians(8.0)
    turn = np.array([[np.cos(a), 0, np.sin(a)], [0, 1, 0], [-np.sin(a), 0, np.cos(a)]])
    points = 0.7 * reference.points @ turn + (20.0, -30.0, 5.0)
    assert front_misfit_mm(points, reference.align(points), reference, 1.0) < 1e-9
