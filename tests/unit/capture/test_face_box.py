"""The turned square of a face: there and back, and what it shows."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.capture.face_box import FaceBox
from coach.capture.face_detector import DetectedFace
from coach.capture.face_mesh import CROP_SIZE, read_window
from coach.capture.litert_landmarker import choose
from coach.domain.frames import FloatArray, Image

boxes = st.builds(
    FaceBox,
    st.floats(0.0, 640.0),
    st.floats(0.0, 480.0),
    st.floats(40.0, 600.0),
    st.floats(-math.pi, math.pi),
)


@given(boxes)
def test_the_middle_and_the_corners_come_back_where_they_are(box: FaceBox) -> None:
    half = CROP_SIZE / 2
    crop = np.array([[half, half, 1.0], [0.0, 0.0, 0.0], [CROP_SIZE, 0.0, 0.0]])
    back = box.to_picture(crop)
    assert back[0, :2] == pytest.approx([box.x, box.y])
    assert back[0, 2] == pytest.approx(box.side / CROP_SIZE)  # depth in the picture's scale
    across = back[2, :2] - back[1, :2]
    assert np.hypot(*across) == pytest.approx(box.side)
    assert math.sin(math.atan2(across[1], across[0]) - box.turn) == pytest.approx(0.0, abs=1e-9)


@pytest.mark.parametrize("turn", [0.0, 0.4, -2.0, math.pi / 2])
def test_the_crop_shows_what_lies_at_its_points(turn: float) -> None:
    """A dot in the picture is found in the crop where the same map says."""
    box = FaceBox(300.0, 200.0, 192.0, turn)
    image: Image = np.zeros((400, 600, 3), dtype=np.uint8)
    spot = box.to_picture(np.array([[60.0, 120.0, 0.0]]))[0, :2]
    x, y = np.rint(spot).astype(int)
    image[y - 2 : y + 3, x - 2 : x + 3] = (0, 0, 255)
    crop = box.crop(image)[0]
    assert crop.shape == (CROP_SIZE, CROP_SIZE, 3)
    rows, columns = np.nonzero(crop[..., 0] > 0.5)  # red comes first: RGB
    assert crop[..., 1:].max() == 0.0
    # To a pixel: the dot was put on whole ones.
    assert (columns.mean(), rows.mean()) == pytest.approx((60.0, 120.0), abs=1.0)


@given(boxes, st.floats(0.2, 4.0))
def test_a_box_grows_with_its_picture(box: FaceBox, times: float) -> None:
    large = box.scaled(times, times)
    crop = np.array([[10.0, 150.0, 0.0]])
    assert large.to_picture(crop)[0, :2] == pytest.approx(box.to_picture(crop)[0, :2] * times)


def _face(x: float, y: float, width: float) -> DetectedFace:
    eyes: FloatArray = np.array([[x - 0.2 * width, y], [x + 0.2 * width, y]])
    return DetectedFace(np.array([x, y]), np.array([width, width]), eyes, 0.9)


SIZE = (640, 480)
MINE, BESIDE = _face(300, 240, 150), _face(540, 200, 120)


@pytest.mark.parametrize("faces", [(MINE, BESIDE), (BESIDE, MINE)])
def test_the_large_face_in_the_middle_is_the_persons(faces: tuple[DetectedFace, ...]) -> None:
    assert choose(faces, SIZE, None) is MINE


def test_who_was_lost_is_looked_for_where_they_were() -> None:
    last = FaceBox.around(BESIDE)
    assert choose((MINE, BESIDE), SIZE, last) is BESIDE
    assert choose((MINE,), SIZE, last) is MINE  # nobody is there any more


def test_a_window_over_whole_pixels_reads_them_as_they_are() -> None:
    features = np.arange(48 * 48 * 2, dtype=np.float32).reshape(48, 48, 2)
    seen = read_window(features, np.array([[1.0, 0.0, 5.0], [0.0, 1.0, 7.0]]), 16)
    np.testing.assert_array_equal(seen, features[7:23, 5:21])
    outside = read_window(features, np.array([[1.0, 0.0, 100.0], [0.0, 1.0, 0.0]]), 16)
    assert outside.max() == 0.0
