"""Patches and lid colours on painted pictures whose every pixel is known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.analysis.alignment import Reference, Similarity
from coach.analysis.analyser import FaceAnalyser
from coach.analysis.camera import Camera
from coach.analysis.corner_depth import CORNER_DEPTH
from coach.analysis.features import COMMISSURE, CORNER_GAIN
from coach.analysis.lids import LOWER_LID, MARGIN_SHARE, UPPER_LID, closure_pct, learn_lids
from coach.analysis.patches import MIN_CONTRAST, PatchSet, PatchSpec, find_patches, make_patch
from coach.analysis.refinement import MIN_FEATURE_QUALITY, Refiner, learn_rest
from coach.capture.pixels import OpenCvPixels
from coach.domain.frames import FloatArray, Image
from coach.domain.landmarks import SIDE_LANDMARKS
from coach.domain.measures import SideMeasure
from coach.domain.sides import Side
from tests.fixtures.synthetic_face import (
    PICTURE,
    REST_POINTS,
    View,
    face_frame,
    picture_points,
)

MM_PER_PX = 0.3
VIEW = View(mm_per_px=MM_PER_PX, centre=(320.0, 160.0), focal=np.inf)
CAMERA = Camera.of(PICTURE, np.inf)
PIXELS = OpenCvPixels()
#: A fifth of a pixel.
SUBPIXEL_MM = 0.06


def _texture(seed: int = 1) -> Image:
    """Skin with a grain of about 2 mm, as pores, wrinkles and stubble have."""
    rng = np.random.default_rng(seed)
    noise = rng.normal(size=(PICTURE[1], PICTURE[0]))
    kernel = np.exp(-0.5 * (np.arange(-12, 13) / 4.0) ** 2)
    for axis in (0, 1):
        noise = np.apply_along_axis(lambda v: np.convolve(v, kernel, "same"), axis, noise)
    grey = 128 + 25 * noise / noise.std()
    return np.repeat(np.clip(grey, 0, 255).astype(np.uint8)[..., None], 3, axis=2)


TEXTURE = _texture()


def _shifted(image: Image, dx: float, dy: float) -> Image:
    """Everything moved by (dx, dy) pixels, x to the right, y down."""
    y, x = np.mgrid[0.0 : image.shape[0], 0.0 : image.shape[1]]
    return PIXELS.sample(image, x - dx, y - dy)


def _moved_near(image: Image, at: FloatArray, dx: float, dy: float, radius: float = 34.0) -> Image:
    """Only a disc of skin is moved; the rest stays."""
    y, x = np.mgrid[0.0 : image.shape[0], 0.0 : image.shape[1]]
    inside = np.hypot(x - at[0] - dx, y - at[1] - dy) < radius
    return np.where(inside[..., None], _shifted(image, dx, dy), image)


def _pose() -> tuple[Reference, Similarity]:
    seen = CAMERA.to_head_axes(picture_points(REST_POINTS, VIEW))
    reference = Reference.from_shape(seen)
    return reference, reference.align(seen)


REFERENCE, FIT = _pose()


def _at(index: int) -> FloatArray:
    return np.asarray(picture_points(REST_POINTS, VIEW)[index, :2])


def _corner(side: Side) -> FloatArray:
    """Middle of the corner's patch on the picture, which lies 3 mm outward."""
    outward = np.array([3.0 * side.sign / MM_PER_PX, 0.0])
    return np.asarray(_at(SIDE_LANDMARKS[side].commissure) + outward)


def _refiner() -> Refiner:
    rest = learn_rest(REFERENCE, MM_PER_PX, [TEXTURE] * 4, [FIT] * 4, CAMERA, PIXELS)
    return Refiner(rest, CAMERA, PIXELS)


@pytest.mark.parametrize(("dx", "dy"), [(0, 0), (3, -2), (-4.5, 1.25), (7.3, 6.8)])
def test_a_patch_is_found_again_to_a_fraction_of_a_pixel(dx: float, dy: float) -> None:
    spec = PatchSpec((4,), 5.0, 5.0, 4.0)
    grey = PIXELS.grey(TEXTURE)
    patch = make_patch(spec, REFERENCE, MM_PER_PX, [grey], [FIT], CAMERA, PIXELS)
    assert patch is not None
    moved = PIXELS.grey(_shifted(TEXTURE, dx, dy))
    patches = PatchSet.of([patch])
    found = find_patches(patches, moved, FIT, CAMERA, MM_PER_PX, PIXELS, np.zeros((1, 2)))
    assert found.quality[0] > 0.95
    # x to the patient's left is x to the right of the picture; y is up.
    expected = [[dx * MM_PER_PX, -dy * MM_PER_PX]]
    np.testing.assert_allclose(found.shift_mm, expected, atol=SUBPIXEL_MM)
    assert (np.linalg.eigvalsh(found.information) > 0).all()


def test_a_patch_that_left_its_search_is_not_guessed() -> None:
    spec = PatchSpec((4,), 5.0, 5.0, 2.0)
    patch = make_patch(spec, REFERENCE, MM_PER_PX, [PIXELS.grey(TEXTURE)], [FIT], CAMERA, PIXELS)
    assert patch is not None
    gone = PIXELS.grey(_shifted(TEXTURE, 30, 0))
    patches = PatchSet.of([patch])
    found = find_patches(patches, gone, FIT, CAMERA, MM_PER_PX, PIXELS, np.zeros((1, 2)))
    assert found.quality[0] < 0.6


def test_bare_skin_makes_no_patch() -> None:
    flat = np.full((PICTURE[1], PICTURE[0]), 120, dtype=np.uint8)
    flat[::2] += np.uint8(MIN_CONTRAST)  # half of it is its standard deviation
    spec = PatchSpec((4,), 5.0, 5.0, 4.0)
    assert make_patch(spec, REFERENCE, MM_PER_PX, [flat], [FIT], CAMERA, PIXELS) is None


def test_nothing_to_look_for() -> None:
    grey = PIXELS.grey(TEXTURE)
    nothing = PatchSet.of([])
    found = find_patches(nothing, grey, FIT, CAMERA, MM_PER_PX, PIXELS, np.zeros((0, 2)))
    assert found.quality.shape == (0,)


@pytest.mark.parametrize("side", Side)
def test_a_corner_that_moves_alone_is_measured_alone(side: Side) -> None:
    refiner = _refiner()
    corner = _corner(side)
    for step in range(1, 5):  # 4 mm outward and 2 mm up, a quarter at a time
        dx, dy = (np.array([side.sign * 4.0, -2.0]) / MM_PER_PX * step / 4).tolist()
        seen = refiner.step(_moved_near(TEXTURE, corner, dx, dy), FIT)
    moved, still = (seen.shift_mm[COMMISSURE, s] for s in (side, side.other))
    # This skin moves stiffly, so that patch and corner go equally far: the gain shows.
    expected = CORNER_GAIN * np.array([side.sign * 4.0, 2.0])
    np.testing.assert_allclose(moved, expected, atol=2 * SUBPIXEL_MM)
    np.testing.assert_allclose(still, [0.0, 0.0], atol=2 * SUBPIXEL_MM)


@settings(max_examples=12)
@given(
    gain=st.floats(0.6, 1.15),
    offset=st.floats(-15.0, 15.0),
    across=st.floats(-0.3, 0.3),
    tint=st.floats(-0.15, 0.15),
)
def test_light_moves_nothing(gain: float, offset: float, across: float, tint: float) -> None:
    """Brighter, dimmer, warmer, from one side: a corner that moves is read as before."""
    moved = _moved_near(TEXTURE, _corner(Side.LEFT), 6.0, -3.0)
    ramp = 1.0 + across * (np.arange(PICTURE[0]) / PICTURE[0] - 0.5)
    colour = np.array([1.0 - tint, 1.0, 1.0 + tint])
    lit = moved * gain * ramp[None, :, None] * colour + offset
    before = _refiner().step(moved, FIT)
    after = _refiner().step(np.clip(np.rint(lit), 0, 255).astype(np.uint8), FIT)
    assert after.shift_mm.keys() == before.shift_mm.keys()
    for key, shift in before.shift_mm.items():
        np.testing.assert_allclose(after.shift_mm[key], shift, atol=SUBPIXEL_MM, err_msg=str(key))


def test_a_head_movement_that_the_landmarks_missed_moves_nothing() -> None:
    refiner = _refiner()
    seen = refiner.step(_shifted(TEXTURE, 3.0, -2.0), FIT)
    assert seen.correction.patches > 10
    np.testing.assert_allclose(seen.correction.offset, [3 * MM_PER_PX, 2 * MM_PER_PX], atol=0.1)
    for key, shift in seen.shift_mm.items():
        np.testing.assert_allclose(shift, [0.0, 0.0], atol=0.15, err_msg=str(key))


def test_a_picture_of_something_else_leaves_everything_to_the_landmarks() -> None:
    seen = _refiner().step(_texture(seed=99), FIT)
    assert seen.shift_mm == {}
    assert seen.correction.patches == 0


def test_reset_forgets_where_things_were() -> None:
    refiner = _refiner()
    corner = _corner(Side.LEFT)
    refiner.step(_moved_near(TEXTURE, corner, 6.0, 0.0), FIT)
    refiner.reset()
    assert (refiner.step(TEXTURE, FIT).shift_mm[COMMISSURE, Side.LEFT] < SUBPIXEL_MM).all()


def test_the_analyser_prefers_what_the_pixels_saw() -> None:
    """Landmarks that do not move at all, over pixels of a corner that does."""
    analyser = FaceAnalyser(pixels=PIXELS)
    analyser.start_baseline()
    index = 0
    while analyser.finish_baseline() is None:
        analyser.step(face_frame(view=VIEW, index=index, time_s=index / 30), TEXTURE)
        index += 1
        assert index < 120
    corner = _corner(Side.LEFT)
    for step in range(20):
        dx = min(0.5 * step, 4.0) / MM_PER_PX
        image = _moved_near(TEXTURE, corner, dx, 0.0)
        seen = analyser.step(face_frame(view=VIEW, time_s=(index + step) / 30), image)
    # The analyser assumes its usual lens, through which a corner that slides back as it goes
    # outward is seen to go less far: 25 mm beside the axis, at some 500 mm, by 6 %.
    aside = (corner[0] - 0.5 * PICTURE[0]) / Camera.of(PICTURE).focal_px
    outward = 4.0 / (1.0 + CORNER_DEPTH * aside)
    assert seen.get(SideMeasure.COMMISSURE_X, Side.LEFT) == pytest.approx(outward, abs=0.2)
    assert seen.get(SideMeasure.COMMISSURE_X, Side.RIGHT) == pytest.approx(0.0, abs=0.2)


# --- lids --------------------------------------------------------------------------------------


def _eyes(left: float, right: float, seed: int = 3) -> Image:
    """White eyes with a dark iris in skin; each closed from above by a share."""
    rng = np.random.default_rng(seed)
    image = np.empty((PICTURE[1], PICTURE[0], 3))
    image[:] = (120, 150, 200)
    points = picture_points(REST_POINTS, VIEW)
    y, x = np.mgrid[0.0 : PICTURE[1], 0.0 : PICTURE[0]]
    for side, closure in ((Side.LEFT, left), (Side.RIGHT, right)):
        upper, lower = (points[list(ring[side])] for ring in (UPPER_LID, LOWER_LID))
        across = np.argsort(upper[:, 0])
        top = np.interp(x, upper[across, 0], upper[across, 1])
        bottom = np.interp(x, lower[across, 0], lower[across, 1])
        lid = bottom + (1.0 - closure) * (top - bottom)
        inside = (y > lid) & (y < bottom) & (x > upper[:, 0].min()) & (x < upper[:, 0].max())
        image[inside] = (225, 228, 232)
        iris = points[SIDE_LANDMARKS[side].iris_centre]
        image[inside & (np.hypot(x - iris[0], y - iris[1]) < 5.85 / MM_PER_PX)] = (60, 50, 45)
    return np.clip(image + rng.normal(0, 4, image.shape), 0, 255).astype(np.uint8)


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("closure", [0.0, 0.25, 0.5, 0.75, 1.0])
def test_closure_by_colour(side: Side, closure: float) -> None:
    rest = [_eyes(0.0, 0.0, seed) for seed in range(4)]
    models = {s: learn_lids(s, REFERENCE, rest, [FIT] * 4, CAMERA, PIXELS) for s in Side}
    shares = (closure, 0.0) if side is Side.LEFT else (0.0, closure)
    image = _eyes(*shares, seed=9)
    for s in Side:
        model = models[s]
        assert model is not None
        seen = closure_pct(model, image, FIT, CAMERA, np.zeros(2), PIXELS)
        # A painted eye has no lashes: it closes within the share that is kept for them.
        truth = 100 * min((closure if s is side else 0.0) / (1 - MARGIN_SHARE), 1.0)
        # The opening is 33 px: one of them is 3 points, a row of the grid is 3.3.
        assert seen == pytest.approx(truth, abs=5.0)


@pytest.mark.parametrize("light", [(0.6, 0.6, 0.6), (0.75, 0.9, 1.05), (1.05, 0.95, 0.8)])
@pytest.mark.parametrize("closure", [0.0, 0.5])
def test_closure_does_not_follow_the_light(
    closure: float, light: tuple[float, float, float]
) -> None:
    """A cloud, an automatic exposure or white balance: gain and tint since the rest face."""
    rest = [_eyes(0.0, 0.0, seed) for seed in range(4)]
    image = np.clip(_eyes(closure, closure, seed=9) * np.array(light), 0, 255).astype(np.uint8)
    for side in Side:
        model = learn_lids(side, REFERENCE, rest, [FIT] * 4, CAMERA, PIXELS)
        assert model is not None
        seen = closure_pct(model, image, FIT, CAMERA, np.zeros(2), PIXELS)
        assert seen == pytest.approx(100 * closure / (1 - MARGIN_SHARE), abs=5.0)


def test_an_eye_that_looks_like_skin_has_no_colour_model() -> None:
    plain = np.full((PICTURE[1], PICTURE[0], 3), 140, dtype=np.uint8)
    assert learn_lids(Side.LEFT, REFERENCE, [plain] * 4, [FIT] * 4, CAMERA, PIXELS) is None


@pytest.mark.parametrize("side", Side)
def test_what_is_covered_is_lost_and_the_other_side_is_not(side: Side) -> None:
    refiner = _refiner()
    covered = TEXTURE.copy()
    x, y = _at(SIDE_LANDMARKS[side].commissure)
    x0, x1 = sorted((int(x - side.sign * 85), int(x + side.sign * 60)))
    covered[int(y) - 80 : int(y) + 80, x0:x1] = (150, 140, 170)
    seen = refiner.step(covered, FIT)
    assert seen.quality[COMMISSURE, side] < MIN_FEATURE_QUALITY
    assert (COMMISSURE, side) not in seen.shift_mm
    assert (COMMISSURE, side.other) in seen.shift_mm
    assert (COMMISSURE, side) in refiner.step(TEXTURE, FIT).shift_mm
