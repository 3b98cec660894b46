"""The bench's own truth: what the photographic puppet says it did is what its pixels did."""

from __future__ import annotations

import numpy as np
import pytest

from coach.capture._cv2 import cv2
from coach.domain.frames import FloatArray, Image
from coach.domain.landmarks import SIDE_LANDMARKS
from coach.domain.measures import SideMeasure, measure_index
from coach.domain.movements import Movement
from coach.domain.sides import Side
from tests.accuracy.case import Split
from tests.accuracy.puppet import Puppet
from tests.accuracy.puppet_head import Print, PuppetHead, puppet_head
from tests.accuracy.puppet_render import HeadPosition, PuppetRenderer
from tests.accuracy.puppet_skin import FIELDS, Skin
from tests.accuracy.repeats import components
from tests.accuracy.run import all_cases

STILL = {Side.LEFT: 0.0, Side.RIGHT: 0.0}
#: Far away, so that perspective does not scale the shift.
FAR_PX = 1e6
#: Half the side of the square that is found again, px; a pixel is 0.5 mm.
_HALF = 7


@pytest.fixture(scope="module")
def head() -> PuppetHead:
    return puppet_head(Print())


def _upright(head: PuppetHead) -> HeadPosition:
    return HeadPosition(pitch=-head.tilt_deg[0], roll=-head.tilt_deg[1])


def _found(before: Image, after: Image, at: FloatArray) -> FloatArray:
    """(2,) px, x right, y down: where the square around a place went."""
    x, y = (round(float(v)) for v in at)
    square = before[y - _HALF : y + _HALF + 1, x - _HALF : x + _HALF + 1]
    reach = 3 * _HALF
    window = after[y - reach : y + reach + 1, x - reach : x + reach + 1]
    score = cv2.matchTemplate(window, square, cv2.TM_CCOEFF_NORMED)
    row, column = divmod(int(score.argmax()), score.shape[1])
    return np.array([column, row], dtype=np.float64) - (reach - _HALF)


@pytest.mark.parametrize("side", list(Side))
def test_a_brow_rises_by_its_millimetres_on_its_side_only(head: PuppetHead, side: Side) -> None:
    skin = Skin.of(head, Movement.BROW_RAISE, 1.2)
    renderer = PuppetRenderer(head, FAR_PX)
    rest = renderer.render(np.zeros((len(head.vertices), 3)), STILL, HeadPosition())
    moved = renderer.render(skin.vertices[side], STILL, HeadPosition())
    for at in Side:
        marks = list(SIDE_LANDMARKS[at].brow)
        shift = _found(rest, moved, head.landmarks[marks].mean(axis=0))
        # The field's middle goes furthest; the photograph's own tilt (10 degrees) shortens what is
        # up by 2 %, the square's edge goes less; a pixel is 0.5 mm.
        expected = FIELDS[Movement.BROW_RAISE][0].step_mm[1] if at is side else 0.0
        assert -shift[1] * head.mm_per_px == pytest.approx(expected, abs=0.75)
    assert skin.truths[side][SideMeasure.BROW_Y, side] > 3.0
    assert abs(skin.truths[side][SideMeasure.BROW_Y, side.other]) < 0.1


def test_a_smile_goes_outward_and_up_on_either_side(head: PuppetHead) -> None:
    truths = Skin.of(head, Movement.SMILE_CLOSED, 1.2).truths
    for side in Side:
        assert side.sign * truths[side][SideMeasure.COMMISSURE_X, side] == pytest.approx(
            6.0, abs=0.3
        )
        assert truths[side][SideMeasure.COMMISSURE_Y, side] == pytest.approx(5.0, abs=0.3)


def test_shut_lids_cover_the_iris_and_leave_the_other_eye(head: PuppetHead) -> None:
    renderer = PuppetRenderer(head, FAR_PX)
    still = np.zeros((len(head.vertices), 3))
    rest = renderer.render(still, STILL, HeadPosition())
    shut = renderer.render(still, {Side.LEFT: 1.0, Side.RIGHT: 0.0}, HeadPosition())
    changed = np.abs(shut.astype(int) - rest).max(axis=2)
    for side, most in ((Side.LEFT, True), (Side.RIGHT, False)):
        x, y = (round(float(v)) for v in head.landmarks[SIDE_LANDMARKS[side].iris_centre])
        assert bool(changed[y - 3 : y + 4, x - 3 : x + 4].mean() > 15) is most


def test_a_turn_to_the_left_moves_the_nose_to_the_patients_left(head: PuppetHead) -> None:
    nose = np.array([[0.0, 0.0, 100.0]])
    assert (nose @ HeadPosition(yaw=10.0).rotation())[0, 0] > 0
    assert (nose @ HeadPosition(pitch=10.0).rotation())[0, 1] < 0
    assert abs(_upright(head).pitch) < 20


def test_truth_is_rest_then_movement_with_the_lag_it_says() -> None:
    puppet = Puppet(Split.TUNING, Movement.SMILE_CLOSED, 0.3, 0.8, 5, lag_s=0.2)
    truth = puppet.truth()
    x = measure_index(SideMeasure.COMMISSURE_X, Side.LEFT)
    y = measure_index(SideMeasure.COMMISSURE_X, Side.RIGHT)
    assert np.abs(truth.values[truth.at_rest][:, [x, y]]).max() < 0.02
    held = truth.held(0)
    ratio = truth.values[held, x] / -truth.values[held, y]
    assert ratio == pytest.approx(0.3 / 0.8, rel=0.03)
    assert truth.lag_ms == pytest.approx(200.0)


def test_reporting_cases_are_not_tuning_cases() -> None:
    cases = all_cases()
    names = [case.name for case in cases]
    assert len(set(names)) == len(names)
    people = {split: {c.person for c in cases if c.split is split} for split in Split}
    assert not people[Split.TUNING] & people[Split.REPORTING]


def test_what_differs_between_sessions_is_parted_from_what_differs_between_repetitions() -> None:
    rng = np.random.default_rng(3)
    between, within = 2.0, 0.5
    faces = [
        {
            f"session {k}": (bias + offset + rng.normal(0.0, within, 4)).tolist()
            for k, offset in enumerate(rng.normal(0.0, between, 5))
        }
        for bias in rng.normal(0.0, 20.0, 150)  # what is wrong on a face every time does not count
    ]
    session, repetition = components(faces)
    # 600 and 2250 degrees of freedom: 3 % and 1.5 % standard error; three of them.
    assert session == pytest.approx(between, rel=0.09)
    assert repetition == pytest.approx(within, rel=0.05)


def test_alike_sessions_have_no_part_of_their_own() -> None:
    session, repetition = components([{"a": [1.0, 3.0], "b": [3.0, 1.0], "c": [2.0, 2.0]}])
    assert session == 0.0
    assert repetition > 0.0
    assert np.isnan(components([{"a": [1.0]}])).all()
