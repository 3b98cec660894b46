"""The same case from farther away, and through a smaller camera."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

import numpy as np

from coach.capture._cv2 import cv2
from coach.domain.frames import Image
from tests.accuracy.case import Case

#: Start of a case's name -> how large the face is, of 1. Odd ones stay in the full picture (a face
#: far away); even ones shrink with it (a webcam of fewer pixels).
FAR: Final = (
    ("clip smile_left_weak", 0.5),
    ("clip smile_symmetric", 0.45),
    ("clip brow_raise_right_paralysed", 0.45),
    ("clip brow_raise_synkinesis_right_mouth", 0.5),
    ("puppet tuning smile_closed L0.3", 0.5),
    ("puppet tuning brow_raise", 0.6),
    ("puppet reporting smile_closed L0.5", 0.5),
    ("puppet reporting eye_closure L0.3", 0.6),
)


def farther_cases(cases: Sequence[Case]) -> list[Case]:
    """Some of the cases, seen smaller: 0.6 to 1 mm a pixel."""
    out = []
    for index, (name, size) in enumerate(FAR):
        for case in cases:
            if case.name == name or (name.startswith("puppet") and case.name.startswith(name)):
                out.append(_farther(case, size, whole=index % 2 == 1))
    return out


def _farther(case: Case, size: float, whole: bool) -> Case:
    label = f"{case.name} {'far' if whole else 'small picture'} {size:g}"
    return replace(
        case,
        name=label,
        person=label,
        signature=f"{case.signature} {size} {whole}",
        pictures=partial(_pictures, case, size, whole),
    )


def _pictures(case: Case, size: float, whole: bool) -> Iterator[Image]:
    for image in case.pictures():
        small = np.asarray(
            cv2.resize(image, None, fx=size, fy=size, interpolation=cv2.INTER_AREA), dtype=np.uint8
        )
        if not whole:
            yield small
            continue
        height, width = image.shape[0] - small.shape[0], image.shape[1] - small.shape[1]
        top, left = height // 2, width // 2
        yield np.pad(small, ((top, height - top), (left, width - left), (0, 0)), mode="edge")
