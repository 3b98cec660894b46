"""Photographic heads of ../shared/clips_people: eight made people, of many ages and skins."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, Final

from tests.accuracy.case import Case, Family, Split
from tests.accuracy.clips import clip_case

#: Whose clips may be looked at while the program is changed, and whose may not. Never mixed.
SPLIT_OF: Final = {
    **dict.fromkeys(("ada", "ben", "chi", "dov"), Split.TUNING),
    **dict.fromkeys(("eve", "fen", "gia", "hal"), Split.REPORTING),
}


def heads_folder() -> Path:
    """Where the clips are, or would be (COACH_CLIPS_PEOPLE names another place)."""
    root = Path(__file__).resolve().parents[2]
    return Path(os.environ.get("COACH_CLIPS_PEOPLE", root.parent / "shared" / "clips_people"))


def head_cases() -> list[Case]:
    """Every clip of an identity that is known here; none where the folder is not there."""
    cases = []
    for video in sorted(heads_folder().glob("*.mp4")):
        said = json.loads(video.with_suffix(".json").read_text(encoding="utf-8"))
        if said["identity"] in SPLIT_OF:
            cases.append(head_case(video, said))
    return cases


def head_case(video: Path, said: dict[str, Any]) -> Case:
    """A clip as a case; its own degradation, if any, is its condition."""
    identity = said["identity"]
    return clip_case(
        video,
        said,
        SPLIT_OF[identity],
        Family.HEADS,
        name=f"head {video.stem}",
        person=f"{identity} {video.stem}",
        skin=identity,
        condition=said["degradation"] or "clean",
        turned=said["degradation"] == "turn",
    )
