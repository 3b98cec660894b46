"""Rendered heads of ../shared/clips, where they are there."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any, Final

import numpy as np

from coach.capture.video import VideoSource
from coach.domain.frames import Image
from coach.domain.measures import SideMeasure
from coach.domain.movements import Movement
from coach.domain.sides import Affected, Side
from tests.accuracy.case import Case, Family, Split, Truth, empty_values, put

_POINTS: Final = {
    SideMeasure.COMMISSURE_X: ("commissure", 0),
    SideMeasure.COMMISSURE_Y: ("commissure", 1),
    SideMeasure.BROW_Y: ("brow", 1),
    SideMeasure.ALA_Y: ("ala", 1),
}
#: A repetition's ramps on the clips take less than this long on either end.
RAMP_S: Final = 1.0
BLINK_S: Final = (0.15, 0.45)  # before and after a blink's stamp


def folder() -> Path:
    """Where the clips are, or would be."""
    root = Path(__file__).resolve().parents[2]
    return Path(os.environ.get("COACH_CLIPS", root.parent / "shared" / "clips"))


def clip_cases() -> list[Case]:
    """Every second clip, by name, is for reporting; none where the folder is not there."""
    videos = sorted(folder().glob("*.mp4"))
    return [
        _case(video, Split.REPORTING if i % 2 else Split.TUNING) for i, video in enumerate(videos)
    ]


def _case(video: Path, split: Split) -> Case:
    said = json.loads(video.with_suffix(".json").read_text(encoding="utf-8"))
    turned = "turning" in video.stem or "nodding" in video.stem
    return clip_case(
        video, said, split, Family.CLIPS,
        name=f"clip {video.stem}", person=video.stem, turned=turned,
    )  # fmt: skip


def clip_case(
    video: Path,
    said: dict[str, Any],
    split: Split,
    family: Family,
    *,
    name: str,
    person: str,
    skin: str = "",
    condition: str = "clean",
    turned: bool = False,
) -> Case:
    """A video with its truth as a case.

    Args:
        video: the file.
        said: its truth as read from JSON.
        split / family / name / person / skin / condition / turned: as in `Case`.
    """
    return Case(
        name=name,
        family=family,
        split=split,
        person=person,
        movement=Movement(said["movement"]),
        affected=Affected(said["affected"]) if said["affected"] else None,
        turned=turned,
        signature=f"{video.name} {digest(video)}",
        truth=partial(_truth, said),
        pictures=partial(video_pictures, video),
        skin=skin,
        condition=condition,
        synkinesis=tuple((str(r), str(s)) for r, s in said["synkinesis"]),
        fps=float(said["fps"]),
    )


@cache
def digest(video: Path) -> str:
    """Of the film's content."""
    return hashlib.sha256(video.read_bytes()).hexdigest()[:16]


def _truth(said: dict[str, Any]) -> Truth:
    moved = {name: np.array(rows) for name, rows in said["displacement"].items()}
    n = len(next(iter(moved.values())))
    time_s = np.arange(n) / said["fps"]
    values = empty_values(n)
    for side in Side:
        for measure, (point, axis) in _POINTS.items():
            put(values, measure, side, moved[f"{point}_{side}"][:, axis])
        rest = said["rest_aperture_mm"][side]
        fissure = rest + moved[f"upper_lid_{side}"][:, 1] - moved[f"lower_lid_{side}"][:, 1]
        put(values, SideMeasure.PALPEBRAL_FISSURE, side, fissure)
        put(values, SideMeasure.EYE_CLOSURE, side, 100.0 * (rest - fissure) / rest)
    blink = np.zeros(n, dtype=bool)
    for start in said["blinks"]:
        blink |= (time_s > start - BLINK_S[0]) & (time_s < start + BLINK_S[1])
    reps = tuple((float(a), float(b)) for a, b in said["reps"])
    return Truth(
        time_s=time_s,
        values=values,
        blink=blink,
        reps=reps,
        holds=tuple((a + RAMP_S, b - RAMP_S) for a, b in reps),
        rest_fissure_mm=(said["rest_aperture_mm"]["left"], said["rest_aperture_mm"]["right"]),
        lag_ms=0.0 if said["affected"] else None,
    )


def video_pictures(video: Path) -> Iterator[Image]:
    """Every picture of a film, in order."""
    source = VideoSource(video, live=False)
    source.open()
    try:
        while (frame := source.read()) is not None:
            yield frame.image
    finally:
        source.close()
