"""A session in plain words, one line an exercise: for the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from coach.app.course_lines import course_lines
from coach.app.talking_lines import talking_lines
from coach.domain.quality import RepReason
from coach.domain.repeatability import Figure
from coach.domain.session import RepRecord, SessionRecord
from coach.domain.session_mean import SessionMean, session_mean
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
    """One sentence or two for each exercise with repetitions, for talking, for changes of plan.

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
    return [*(lines or ["No repetition was recorded."]), *course_lines(record.course, titles)]


def _exercise_line(reps: Sequence[RepRecord], affected: Affected | None) -> str:
    scored = [rep for rep in reps if rep.scored]
    parts = [f"{len(scored)} of {len(reps)} repetitions scored"]
    eased = sum(rep.asked is not None and rep.asked.eased for rep in reps)
    parts += [f"{eased} in an easier form"] if eased else []
    parts += _balance(scored, affected)
    parts += _synkinesis(reps)
    parts += _unscored(rep for rep in reps if not rep.scored)
    return "; ".join(parts) + "."


def _balance(scored: Sequence[RepRecord], affected: Affected | None) -> list[str]:
    """Means with their 95 % intervals; repetitions of a session are no independent readings."""
    left, right = (_mean(scored, Figure.of_excursion(side)) for side in (Side.LEFT, Side.RIGHT))
    if left is None or right is None:
        return []
    margins = [mean.half_width for mean in (left, right) if mean.half_width is not None]
    margin = f" (± {max(margins):.1f})" if margins else ""
    parts = [f"left {left.mean:.1f} mm, right {right.mean:.1f} mm{margin}"]
    share, difference = _mean(scored, Figure.SHARE), _mean(scored, Figure.DIFFERENCE_MM)
    side = affected.side if affected is not None else None
    if side is not None and share is not None:
        give = "" if share.half_width is None else f" (± {share.half_width:.0f})"
        parts.append(f"the {side} side moved {share.mean:.0f} %{give} of the {side.other} side")
    elif difference is not None and difference.half_width is not None:
        if abs(difference.mean) > difference.half_width:
            less = Side.LEFT if difference.mean < 0 else Side.RIGHT
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


def _mean(scored: Sequence[RepRecord], figure: Figure) -> SessionMean | None:
    return session_mean(scored, scored[0].movement, figure) if scored else None
