"""Cases under the conditions of real rooms and cameras."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import Final

import numpy as np

from coach.domain.errors import InputError
from coach.domain.frames import Image
from coach.domain.landmarks import SIDE_LANDMARKS
from coach.domain.sides import Side
from tests.accuracy.case import Case, Split, Truth
from tests.accuracy.degrade import HALF_RATE, Condition, degraded, shown_index
from tests.accuracy.painted import FaceBox
from tests.accuracy.warping import landmarks

#: Films every condition is put on in a run that is not `--full`: one of each movement and skin.
CHOSEN: Final = {
    Split.TUNING: ("head p_ben_smile_weak_left", "head p_ada_closure_left_incomplete"),
    Split.REPORTING: (
        "head p_eve_smile_weak_right", "head p_gia_closure_left_incomplete",
        "head p_eve_brow_paralysed_left", "head p_fen_smile_eye_left",
    ),
}  # fmt: skip
#: Pictures looked at for the face's place.
_LOOKED_AT: Final = 5


def conditioned(
    clean: Sequence[Case], conditions: Sequence[Condition] = tuple(Condition), full: bool = False
) -> list[Case]:
    """Clean cases under each condition; the clean ones themselves are left out.

    Args:
        clean: as filmed; those that are not are passed over.
        conditions: which.
        full: every clean case rather than the chosen few.
    """
    chosen = {name for names in CHOSEN.values() for name in names}
    return [
        under(case, condition)
        for condition in conditions
        if condition is not Condition.CLEAN
        for case in clean
        if case.condition == Condition.CLEAN and (full or case.name in chosen)
    ]


def under(case: Case, condition: Condition) -> Case:
    """The case under a condition, with its truth."""
    half = condition in HALF_RATE
    return replace(
        case,
        name=f"{case.name} | {condition}",
        person=f"{case.person} | {condition}",
        turned=case.turned or condition is Condition.TURN,
        signature=f"{case.signature} {condition}",
        truth=partial(_thinned_truth, case) if half else case.truth,
        pictures=partial(_pictures, case, condition),
        condition=condition.value,
        fps=0.5 * case.fps if half else case.fps,
    )


def _thinned_truth(case: Case) -> Truth:
    """Of the pictures shown, at the times at which a steady camera would show them."""
    truth = case.truth()
    at = shown_index(len(truth.time_s))
    time_s = np.arange(len(at), dtype=np.float64) * (2.0 / case.fps)
    return replace(truth, time_s=time_s, values=truth.values[at], blink=truth.blink[at])


def _pictures(case: Case, condition: Condition) -> Iterator[Image]:
    source = case.pictures()
    first = [image for _, image in zip(range(_LOOKED_AT), source, strict=False)]
    box = face_box(first)
    yield from degraded(condition, chain(first, source), box, case.fps)


def face_box(images: Sequence[Image]) -> FaceBox:
    """Where the eyes are on the mean.

    Raises:
        InputError: no face is found.
    """
    points = landmarks(images)
    seen = points[np.isfinite(points[:, 0, 0])]
    if not len(seen):
        raise InputError("No face is found at the start of this film.", "Choose another one.")
    left, right = (
        seen[:, SIDE_LANDMARKS[side].iris_centre, :2].mean(axis=0)
        for side in (Side.LEFT, Side.RIGHT)
    )
    return FaceBox((float(left[0]), float(left[1])), (float(right[0]), float(right[1])))
