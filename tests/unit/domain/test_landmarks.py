"""Which landmark is on which side: by anatomy, by symmetry, and against a rendered head."""

from __future__ import annotations

import itertools
import json
from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest

from coach.domain.landmarks import (
    CHIN,
    FACE_OVAL,
    FOREHEAD,
    INNER_LIPS,
    N_LANDMARKS,
    NASION,
    NOSE_OUTLINE,
    NOSE_TIP,
    OUTER_LIPS,
    PHILTRUM,
    SIDE_LANDMARKS,
    FaceFrame,
    SideLandmarks,
)
from coach.domain.sides import Side


def _all_of(lm: SideLandmarks) -> list[int]:
    values = [getattr(lm, f.name) for f in fields(lm)]
    return list(itertools.chain.from_iterable(v if isinstance(v, tuple) else (v,) for v in values))


def test_no_landmark_is_on_both_sides_or_on_the_midline() -> None:
    left, right = (set(_all_of(SIDE_LANDMARKS[s])) for s in Side)
    midline = {PHILTRUM, NOSE_TIP, CHIN, FOREHEAD, NASION}
    assert not left & right
    assert not (left | right) & midline


def test_both_sides_have_the_same_kinds_of_landmarks() -> None:
    left, right = (SIDE_LANDMARKS[s] for s in Side)
    for f in fields(left):
        a, b = getattr(left, f.name), getattr(right, f.name)
        assert np.size(a) == np.size(b), f.name


@pytest.mark.parametrize(
    "ring",
    [OUTER_LIPS, INNER_LIPS, FACE_OVAL, *NOSE_OUTLINE.values()],
    ids=["outer_lips", "inner_lips", "face_oval", "nose_left", "nose_right"],
)
def test_outlines_visit_each_landmark_once(ring: tuple[int, ...]) -> None:
    assert len(set(ring)) == len(ring)
    assert all(0 <= i < N_LANDMARKS for i in ring)


def test_outlines_contain_the_measured_landmarks() -> None:
    for side in Side:
        lm = SIDE_LANDMARKS[side]
        assert {lm.outer_canthus, lm.inner_canthus, *lm.upper_lid, *lm.lower_lid} <= set(
            lm.eye_ring
        )
        assert {lm.commissure, lm.upper_lip, lm.lower_lip} <= set(OUTER_LIPS)


def test_time_in_seconds() -> None:
    face = FaceFrame(None, 0, 1_500_000_000, (640, 480), 0)
    assert face.time_s == 1.5


@pytest.mark.clips
def test_sides_on_a_rendered_head_with_a_weak_left_side(clips: Path) -> None:
    """At rest and in a hold: left is on the image's right, and the corner that moves is right's."""
    from coach.capture.litert_landmarker import LiteRtLandmarker
    from coach.capture.video import VideoSource

    name = "smile_left_weak"
    truth = json.loads((clips / f"{name}.json").read_text())["displacement"]
    rest_index = 20
    hold_index = int(np.argmax(np.linalg.norm(truth["commissure_right"], axis=1)))
    source, landmarker = VideoSource(clips / f"{name}.mp4", live=False), LiteRtLandmarker()
    seen: dict[int, FaceFrame] = {}
    source.open()
    try:
        for index in range(hold_index + 1):
            frame = source.read()
            assert frame is not None
            if index in (rest_index, hold_index) or index % 10 == 0:  # enough to follow the face
                seen[index] = landmarker.detect(frame)
    finally:
        source.close()
        landmarker.close()
    rest, hold = seen[rest_index].points, seen[hold_index].points
    assert rest is not None
    assert hold is not None
    left, right = (SIDE_LANDMARKS[s] for s in Side)
    for kind in ("outer_canthus", "inner_canthus", "iris_centre", "commissure", "upper_lip"):
        assert rest[getattr(left, kind), 0] > rest[getattr(right, kind), 0], kind
    for kind in ("brow", "ala", "upper_lid", "lower_lid", "eye_ring"):
        at = {s: rest[list(getattr(SIDE_LANDMARKS[s], kind)), 0] for s in Side}
        assert at[Side.LEFT].mean() > at[Side.RIGHT].mean(), kind
    moved = np.linalg.norm((hold - rest)[:, :2], axis=1)
    # The truth's corners move 8 mm and less than half of that; see the clip's own file.
    assert moved[right.commissure] > 1.5 * moved[left.commissure]
