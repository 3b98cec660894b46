"""Rendered heads of ../shared/clips, where they are there, through the whole analysis."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import numpy as np

from coach.analysis.recording import analyse_recording
from coach.commands.analyse import quiet_regions
from coach.commands.film import VideoPictures, read_faces
from coach.domain.frames import FloatArray
from coach.domain.movements import Movement, Region
from coach.domain.session import RepRecord
from coach.domain.sides import Affected, Side
from tests.synkinesis.session import Case, Rep, Watched, crossing

#: On the clips the face begins to let go a second before a repetition's end.
RELEASE_S = 1.0


def folder() -> Path:
    """Where the clips are, or would be."""
    root = Path(__file__).resolve().parents[2]
    return Path(os.environ.get("COACH_CLIPS", root.parent / "shared" / "clips"))


def names() -> list[str]:
    """Of all clips; empty where the folder is not there."""
    return sorted(path.stem for path in folder().glob("*.mp4"))


def analyse_clip(name: str) -> tuple[Case, tuple[RepRecord, ...]]:
    """The clip as a case of the live detector, and its repetitions as `analyse` flags them."""
    video = folder() / f"{name}.mp4"
    said = json.loads(video.with_suffix(".json").read_text(encoding="utf-8"))
    movement = Movement(said["movement"])
    affected = Affected(said["affected"]) if said["affected"] else None
    quiet = quiet_regions(movement)
    faces, _, _ = read_faces(video)
    found = analyse_recording(
        faces, movement, affected, quiet, pictures=VideoPictures(video, len(faces))
    )
    if found.rest is None:
        raise AssertionError(f"{name}: no rest face")
    limits = {q.region: q.threshold for q in quiet}
    keys = frozenset((Region(r), Side(s)) for r, s in said["synkinesis"])
    frames = [logged.measures for logged in found.frames]
    reps = tuple(_rep(said, a, b, keys, limits) for a, b in said["reps"])
    if not reps:  # a face at rest: watched from the first picture to the last
        end_s = frames[-1].time_s
        none: frozenset[Watched] = frozenset()
        reps = (Rep(0.0, end_s, (0.0, end_s), none, none, {}, {}),)
    case = Case(
        name, movement, affected, quiet, frames, found.rest.record(), reps, float(said["fps"])
    )
    return case, found.reps


def _rep(
    said: dict[str, Any],
    start_s: float,
    end_s: float,
    keys: frozenset[Watched],
    limits: dict[Region, float],
) -> Rep:
    onset, begun = {}, {}
    for key in keys:
        excess = _true_excess(said, key)
        time_s = np.arange(len(excess)) / said["fps"]
        inside = (time_s >= start_s) & (time_s <= end_s)
        at = crossing(time_s[inside], excess[inside], limits[key[0]])
        first = crossing(time_s[inside], excess[inside], 0.1 * float(excess[inside].max()))
        if at is not None and first is not None:
            onset[key], begun[key] = at, first
    return Rep(start_s, end_s, (start_s, end_s - RELEASE_S), keys, frozenset(), onset, begun)


def _true_excess(said: dict[str, Any], key: Watched) -> FloatArray:
    """(n,) the side's true change minus the other side's: points or mm. Blinks cancel."""
    region, side = key

    def change(s: Side) -> FloatArray:
        moved = {k: np.array(v) for k, v in said["displacement"].items() if k.endswith(s.value)}
        if region is Region.EYE:
            upper, lower = moved[f"upper_lid_{s.value}"], moved[f"lower_lid_{s.value}"]
            shut = (lower[:, 1] - upper[:, 1]) / said["rest_aperture_mm"][s.value]
            return np.asarray(100.0 * shut)
        corner = moved[f"commissure_{s.value}"]
        return np.asarray(np.hypot(corner[:, 0], corner[:, 1]))

    return np.asarray(change(side) - change(side.other))
