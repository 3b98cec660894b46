"""Films of real people, in a folder outside the repository.

    DIR/warped/{tune,rep}_PERSON_MOVEMENT.mp4 and .json    films with exact truth (`warped_film.py`)
    DIR/films/*.mp4                                        as they are: who is refused, and why

Nothing hides these faces and nobody asked them to keep still, so a picture refused for a cover,
unlike irises, blur or an unsteady rest is refused without cause.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from coach.capture.video import VideoSource
from coach.domain.movements import Movement
from tests.accuracy.case import Case, Family, Split, Truth, empty_values
from tests.accuracy.clips import clip_case, digest, video_pictures
from tests.accuracy.measuring import measure
from tests.accuracy.refusals import causeless_share, reason_shares

_SPLITS: Final = {"tune_": Split.TUNING, "rep_": Split.REPORTING}


@dataclass(frozen=True, slots=True)
class Filmed:
    """What became of one film as it is.

    Attributes:
        rest_found: a resting face was found; else nothing can be scored.
        reasons: reason -> share of the pictures.
        causeless: share refused for what is not there.
    """

    name: str
    pictures: int
    rest_found: bool
    reasons: dict[str, float]
    causeless: float


def split_of_film(name: str) -> Split | None:
    """From a warped film's name; None where it says none."""
    return next((split for start, split in _SPLITS.items() if name.startswith(start)), None)


def people_cases(folder: Path) -> list[Case]:
    """Every warped film whose name says its split."""
    cases = []
    for video in sorted((folder / "warped").glob("*.mp4")):
        split, truth = split_of_film(video.stem), video.with_suffix(".json")
        if split is None or not truth.exists():
            continue
        said = json.loads(truth.read_text(encoding="utf-8"))
        case = clip_case(
            video, said, split, Family.PEOPLE, name=f"person {video.stem}", person=video.stem
        )
        cases.append(case)
    return cases


def film_cases(folder: Path) -> list[Case]:
    """Films as they are: no truth but that nothing is in front of the face."""
    return [
        Case(
            name=f"film {video.stem}",
            family=Family.PEOPLE,
            split=split_of_film(video.stem) or Split.REPORTING,
            person=video.stem,
            movement=Movement.REST,
            affected=None,
            turned=False,
            signature=f"{video.name} {digest(video)}",
            truth=_no_truth,
            pictures=partial(video_pictures, video),
            fps=_rate(video),
        )
        for video in sorted((folder / "films").glob("*.mp4"))
    ]


def watch(cases: Sequence[Case]) -> list[Filmed]:
    """Each film through the program."""
    out = []
    for case in cases:
        found = measure(case)
        reasons = found.reasons
        out.append(
            Filmed(
                case.person,
                len(found.points),
                bool(found.frames),
                reason_shares(reasons),
                causeless_share(reasons),
            )
        )
    return out


def _rate(video: Path) -> float:
    source = VideoSource(video, live=False)
    try:
        return source.open().fps or 30.0
    finally:
        source.close()


def _no_truth() -> Truth:
    empty = empty_values(0)
    return Truth(empty[:, 0], empty, empty[:, 0] > 0, (), (), (float("nan"), float("nan")))
