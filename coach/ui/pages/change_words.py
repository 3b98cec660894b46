"""What is said of two sessions: a real change, no real change, or that it cannot be said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from coach.domain.change import Change, ChangeKind, NoComparison, compare
from coach.domain.language import Sentences, mark, tr
from coach.domain.repeatability import Figure
from coach.domain.same_form import SameForm, same_form
from coach.domain.session import BaselineRecord, RepRecord
from coach.domain.session_mean import Earlier, SessionMean, session_mean
from coach.domain.sides import Side

_MORE: Final = Sentences(
    {
        Side.LEFT: mark(
            "{exercise}: compared with the right, your left side went further than last time."
        ),
        Side.RIGHT: mark(
            "{exercise}: compared with the left, your right side went further than last time."
        ),
    }
)
_LESS: Final = Sentences(
    {
        Side.LEFT: mark(
            "{exercise}: compared with the right, your left side went less far than last time."
        ),
        Side.RIGHT: mark(
            "{exercise}: compared with the left, your right side went less far than last time."
        ),
    }
)
WEAKER: Final = Sentences(
    {
        "today": mark("If your face feels weaker: ask a doctor the same day."),
        "weeks": mark("A face that gets weaker is a warning sign: ask a doctor the same day."),
    }
)
_WHY_NOT: Final = Sentences(
    {
        NoComparison.NO_BEFORE: mark("Nothing to compare with yet"),
        NoComparison.FEW_REPS: mark("Too few measured repetitions to compare"),
        NoComparison.OTHER_WAY: mark("Measured in another way, so not comparable"),
        NoComparison.EASED_NOW: mark("Made easier this time, so not compared"),
        NoComparison.EASED_BEFORE: mark("Made easier last time, so not compared"),
    }
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """An exercise beside its last time.

    Attributes:
        change: the verdict.
        before: mean of the last time; None where there is none.
        now: mean of this session.
        fact: the answer for the screen, a few words.
        sentence: the verdict as a sentence; "" where the change is not real or not known.
    """

    change: Change
    before: SessionMean | None
    now: SessionMean
    fact: str
    sentence: str


def compare_with_last_time(
    title: str,
    reps: Sequence[RepRecord],
    baseline: BaselineRecord | None,
    earlier: Earlier | None,
    affected: Side | None,
) -> Comparison | None:
    """Compare an exercise with its last time; None where nothing of it was scored.

    The share of the healthy side is compared where there is one affected side, else how far the
    further side went; of repetitions in the same form only.

    Args:
        title: of the exercise.
        reps: of one exercise in this session.
        baseline: this session's rest face.
        earlier: the last time; None where it was never scored before.
        affected: the affected side, where there is exactly one.
    """
    if not reps:
        return None
    movement = reps[0].movement
    figure = Figure.SHARE if affected is not None else Figure.FURTHER_MM
    alike = SameForm((), tuple(reps)) if earlier is None else same_form(earlier.reps, reps)
    now = session_mean(alike.now, movement, figure, baseline)
    if now is None:
        return None
    rest = earlier.baseline if earlier is not None else None
    before = session_mean(alike.before, movement, figure, rest)
    change = compare(before, now)
    if alike.reason is not None:
        change = Change(ChangeKind.UNKNOWN, None, None, alike.reason)
    fact = _fact(change, before)
    if alike.left_out and change.needed is not None:
        fact = tr("{fact}, without the easier ones", fact=fact)
    return Comparison(change, before, now, fact, _sentence(title, change, affected))


def mean_text(mean: SessionMean) -> str:
    """The mean with its 95 % interval and unit."""
    decimals = 1 if mean.figure.in_mm else 0
    value = f"{mean.mean:.{decimals}f}"
    if mean.half_width is not None:
        value = f"{value} ± {mean.half_width:.{decimals}f}"
    return f"{value} mm" if mean.figure.in_mm else f"{value} %"


def _fact(change: Change, before: SessionMean | None) -> str:
    if change.reason is not None or before is None:
        return _WHY_NOT[change.reason or NoComparison.NO_BEFORE]
    was = mean_text(before)
    if change.kind is ChangeKind.LARGER:
        return tr("{was}; now larger", was=was)
    if change.kind is ChangeKind.SMALLER:
        return tr("{was}; now smaller", was=was)
    needed = change.needed or 0.0
    if before.figure.in_mm:
        return tr("{was}; no real change (below {needed} mm)", was=was, needed=f"{needed:.1f}")
    return tr("{was}; no real change (below {needed} points)", was=was, needed=f"{needed:.0f}")


def _sentence(title: str, change: Change, affected: Side | None) -> str:
    if change.kind not in (ChangeKind.LARGER, ChangeKind.SMALLER):
        return ""
    larger = change.kind is ChangeKind.LARGER
    if affected is not None:
        said = (_MORE if larger else _LESS)[affected].format(exercise=title)
        return said if larger else f"{said} {WEAKER['today']}"
    if larger:
        return tr("{exercise}: the movement was larger than last time.", exercise=title)
    return tr("{exercise}: the movement was smaller than last time.", exercise=title)
