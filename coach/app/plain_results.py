"""A session in plain words, one line an exercise: for the terminal."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean
from typing import Final

from coach.app.talking_lines import talking_lines
from coach.domain.quality import RepReason
from coach.domain.session import RepRecord, SessionRecord
from coach.domain.sides import Affected, Side

_GRADES: Final = {1: "mild", 2: "moderate", 3: "severe"}

#: Region as the person calls it on one side ("the left eye").
_REGION_WORDS: Final = {
    "brow": "brow",
    "eye": "eye",
    "nose": "side of the nose",
    "mouth": "corner of the mouth",
    "chin": "side of the chin",
    "neck": "side of the neck",
}

_REASONS: Final[dict[RepReason, str]] = {
    RepReason.TOO_FEW_FRAMES: "the face was not seen well enough",
    RepReason.NO_MOVEMENT: "no movement was seen",
    RepReason.NO_BASELINE: "the resting face was not measured",
    RepReason.SKIPPED: "skipped",
    RepReason.INTERRUPTED: "interrupted",
    RepReason.SELF_REPORT: "a camera cannot measure this movement",
    RepReason.HURT: "it hurt",
}


def session_lines(record: SessionRecord, titles: Mapping[str, str]) -> list[str]:
    """One sentence or two for each exercise that has repetitions, and for talking.

    Args:
        record: the session.
        titles: exercise id -> name for people.
    """
    ids = dict.fromkeys(rep.exercise_id for rep in record.reps)
    lines = []
    for exercise_id in ids:
        reps = [rep for rep in record.reps if rep.exercise_id == exercise_id]
        title = titles.get(exercise_id, exercise_id)
        lines.append(f"{title}: {_exercise_line(reps, record.affected)}")
    for check in record.spontaneous:
        title = titles.get(check.exercise_id, check.exercise_id)
        lines.append(f"{title}: {' '.join(talking_lines(check, record.affected))}")
    return lines or ["No repetition was recorded."]


def _exercise_line(reps: Sequence[RepRecord], affected: Affected | None) -> str:
    scored = [rep for rep in reps if rep.scored]
    parts = [f"{len(scored)} of {len(reps)} repetitions scored"]
    parts += _balance(scored, affected)
    parts += _synkinesis(reps)
    parts += _unscored(rep for rep in reps if not rep.scored)
    return "; ".join(parts) + "."


def _balance(scored: Sequence[RepRecord], affected: Affected | None) -> list[str]:
    left = _mean(rep.excursion_mm.left for rep in scored)
    right = _mean(rep.excursion_mm.right for rep in scored)
    if left is None or right is None:
        return []
    margin = _mean_uncertainty(scored)
    parts = [f"left {left:.1f} mm, right {right:.1f} mm (± {margin:.1f})"]
    share = _mean(rep.affected_pct_of_healthy for rep in scored)
    side = affected.side if affected is not None else None
    if side is not None and share is not None:
        parts.append(f"the {side} side moved {share:.0f} % of the {side.other} side")
    elif abs(left - right) > margin:
        less = Side.LEFT if left < right else Side.RIGHT
        parts.append(f"the {less} side moved less")
    else:
        parts.append("both sides moved alike")
    return parts


def _synkinesis(reps: Sequence[RepRecord]) -> list[str]:
    flags = [(flag, rep.index) for rep in reps for flag in rep.synkinesis]
    if not flags:
        return ["no unwanted movement seen"]
    parts = []
    for region, side in dict.fromkeys((flag.region, flag.side) for flag, _ in flags):
        mine = [
            (flag, index) for flag, index in flags if (flag.region, flag.side) == (region, side)
        ]
        count = len({index for _, index in mine})
        grade = _GRADES[max(flag.grade for flag, _ in mine)]
        word = _REGION_WORDS[region.value]
        parts.append(f"the {side} {word} moved along in {count} of {len(reps)} ({grade})")
    return parts


def _unscored(reps: Iterable[RepRecord]) -> list[str]:
    counts = Counter(rep.reason for rep in reps if rep.reason is not None)
    return [f"{count} not scored: {_REASONS[reason]}" for reason, count in counts.items()]


def _mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return fmean(known) if known else None


def _mean_uncertainty(scored: Sequence[RepRecord]) -> float:
    """Half width of the mean's 95 % interval: independent repetitions add in quadrature."""
    known = [rep.uncertainty_mm for rep in scored if rep.uncertainty_mm is not None]
    return math.sqrt(sum(value * value for value in known)) / len(known) if known else 0.0
