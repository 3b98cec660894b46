"""Something in front of the face is noticed; what a face does by itself never is taken for it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.analysis import occlusion
from coach.analysis.features import ALA, BROW, COMMISSURE, FEATURES, LOWER_LIP, UPPER_LIP
from coach.analysis.occlusion import (
    LIP_CONTRAST,
    Key,
    OcclusionWatch,
    learn_lip_colour,
    lip_colour,
)
from coach.analysis.refinement import MIN_FEATURE_QUALITY
from coach.domain.frames import FloatArray, Image
from coach.domain.landmarks import INNER_LIPS, OUTER_LIPS, SIDE_LANDMARKS
from coach.domain.sides import Side
from tests.fixtures.synthetic_face import PICTURE, REST_POINTS, View, picture_points

MM_PER_PX = 0.3
SKIN, LIPS = (120, 150, 190), (110, 105, 185)  # BGR
POINTS = picture_points(REST_POINTS, View(mm_per_px=MM_PER_PX, centre=(320.0, 160.0)))
#: Head axes: x to the patient's left, y up.
REFERENCE = POINTS * np.array([1.0, -1.0, -1.0])
FOUND: Mapping[Key, float] = {(f, s): 0.95 for f in FEATURES for s in Side}
OPEN: Mapping[Side, float] = dict.fromkeys(Side, 0.0)


def _face(points: FloatArray = POINTS, lips: tuple[int, int, int] = LIPS) -> Image:
    """Skin, with the red of the lips where these landmarks have it."""
    image: Image = np.full((PICTURE[1], PICTURE[0], 3), SKIN, dtype=np.uint8)
    for outer, inner in zip(OUTER_LIPS, INNER_LIPS, strict=True):
        x, y = np.rint(0.5 * (points[outer, :2] + points[inner, :2])).astype(int)
        image[y - 3 : y + 4, x - 3 : x + 4] = lips
    return image


def _watch() -> OcclusionWatch:
    return OcclusionWatch(REFERENCE, MM_PER_PX, learn_lip_colour([_face()] * 4, [POINTS] * 4))


def _lost(*keys: Key, quality: float = 0.2) -> dict[Key, float]:
    return {**FOUND, **dict.fromkeys(keys, quality)}


def _moved(landmarks: tuple[int, ...], up_mm: float) -> FloatArray:
    shape = np.array(REFERENCE)
    shape[list(landmarks), 1] += up_mm / MM_PER_PX
    return shape


def _after(
    watch: OcclusionWatch,
    quality: Mapping[Key, float],
    shape: FloatArray = REFERENCE,
    image: Image | None = None,
    pictures: int = 6,
) -> bool:
    image = _face() if image is None else image
    points = shape * np.array([1.0, -1.0, -1.0])
    return [watch.step(image, points, shape, quality, OPEN) for _ in range(pictures)][-1]


def test_a_patch_is_lost_at_the_same_correlation_here_and_there() -> None:
    assert occlusion.LOST_QUALITY == MIN_FEATURE_QUALITY


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("feature", [COMMISSURE, BROW, ALA])
def test_skin_that_is_lost_without_having_moved_has_something_before_it(
    feature: str, side: Side
) -> None:
    watch, lost = _watch(), _lost((feature, side))
    assert not _after(watch, FOUND)
    assert not _after(watch, lost, pictures=1)  # a flicker loses one too
    assert _after(watch, lost)
    assert not _after(watch, FOUND, pictures=1)  # and the next good picture counts


@pytest.mark.parametrize("side", Side)
def test_half_a_mouth_that_is_nowhere_is_noticed_at_once(side: Side) -> None:
    lost = _lost((COMMISSURE, side), (UPPER_LIP, side), (LOWER_LIP, side))
    assert _after(_watch(), lost, pictures=1)


@pytest.mark.parametrize("side", Side)
def test_a_broad_smile_with_teeth_hides_nothing(side: Side) -> None:
    """The corner, both lips and the nose's wing look like nothing seen at rest."""
    lost = _lost(*((f, s) for f in (COMMISSURE, UPPER_LIP, LOWER_LIP, ALA) for s in Side))
    corners = tuple(SIDE_LANDMARKS[s].commissure for s in Side)
    smile = _moved(corners, 6.0)
    assert not _after(_watch(), lost, smile, _face(smile * np.array([1.0, -1.0, -1.0])))
    one_sided = _moved((SIDE_LANDMARKS[side].commissure,), 6.0)
    lost = _lost((COMMISSURE, side), (UPPER_LIP, side), (ALA, side))
    seen = _face(one_sided * np.array([1.0, -1.0, -1.0]))
    assert not _after(_watch(), lost, one_sided, seen)


@pytest.mark.parametrize("side", Side)
def test_a_hand_is_noticed_though_the_landmarks_guess_a_smile(side: Side) -> None:
    """Under a hand the landmarks go on moving; where they put the lips there is skin."""
    smile = _moved(tuple(SIDE_LANDMARKS[s].commissure for s in Side), 6.0)
    lost = _lost((COMMISSURE, side), (UPPER_LIP, side), (LOWER_LIP, side))
    assert _after(_watch(), lost, smile, _face(lips=(119, 148, 187)))


@pytest.mark.parametrize(("feature", "up_mm"), [(BROW, -3.0), (BROW, 5.0), (ALA, 2.5)])
@pytest.mark.parametrize("side", Side)
def test_creases_of_a_frown_or_a_snarl_hide_nothing(feature: str, up_mm: float, side: Side) -> None:
    marks = SIDE_LANDMARKS[side]
    moved = _moved(marks.brow if feature == BROW else marks.ala, up_mm)
    assert not _after(_watch(), _lost((feature, side)), moved)


@given(
    st.tuples(*[st.floats(0.5, 1.3)] * 3),
    st.floats(0.4, 1.3),
)
def test_the_lips_colour_does_not_depend_on_the_light(
    tint: tuple[float, float, float], gain: float
) -> None:
    """To the rounding of grey levels and the small offset that keeps noise from having a colour."""
    lit = np.clip(np.rint(_face() * np.array(tint) * gain), 0, 255).astype(np.uint8)
    if lit.max() == 255 or lit.min() < 30:
        return  # what the camera has cut off is no colour any more
    rest, now = lip_colour(_face(), POINTS), lip_colour(lit, POINTS)
    for key, colour in rest.items():
        assert float(now[key] @ colour) / float(colour @ colour) == pytest.approx(1.0, abs=0.3)


def test_lips_that_look_like_skin_say_nothing() -> None:
    pale = _face(lips=(121, 149, 189))
    assert learn_lip_colour([pale] * 4, [POINTS] * 4) == {}
    assert np.linalg.norm(lip_colour(pale, POINTS)[UPPER_LIP, Side.LEFT]) < LIP_CONTRAST


def test_landmarks_outside_the_picture_are_no_error() -> None:
    points = POINTS + np.array([1e4, -1e4, 0.0])
    assert set(lip_colour(_face(), points)) == {
        (f, s) for f in (UPPER_LIP, LOWER_LIP) for s in Side
    }
