"""The session in one picture: what each exercise's row says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Final

from coach.domain.language import plural, tr
from coach.domain.same_form import same_form
from coach.domain.session import RepRecord
from coach.domain.session_mean import Earlier
from coach.domain.sides import PerSide, Side
from coach.ui.pages.summary_model import ExerciseResult

#: More rows than these do not fit one glance; those with a flag or uneven sides come first.
MOST_ROWS: Final = 4


@dataclass(frozen=True, slots=True)
class PictureRow:
    """One exercise.

    Attributes:
        title: its name.
        now: mean excursion of each side in the hold, mm.
        before: the same the last time; None where there is none, or none in the same form.
        even / clean: the two answers.
        says: both in words.
    """

    title: str
    now: PerSide
    before: PerSide | None
    even: bool
    clean: bool
    says: str


def picture_rows(
    results: Sequence[ExerciseResult], earlier: Mapping[str, Earlier]
) -> tuple[PictureRow, ...]:
    """Rows of the exercises that were scored, the ones to look at first.

    Args:
        results: the session's exercises.
        earlier: the last time of each exercise, by id.
    """
    rows = [row for result in results if (row := _row(result, earlier)) is not None]
    rows.sort(key=lambda row: row.even + row.clean)
    return tuple(rows[:MOST_ROWS])


def _row(result: ExerciseResult, earlier: Mapping[str, Earlier]) -> PictureRow | None:
    last = earlier.get(result.reps[0].exercise_id)
    alike = same_form(last.reps, result.reps) if last else None
    now = _mean(alike.now if alike else result.reps)
    if now is None or result.even is None:
        return None
    then = _mean(alike.before) if alike else None
    flagged = sum(bool(r.synkinesis) for r in result.reps)
    further = {Side.LEFT: tr("Left further"), Side.RIGHT: tr("Right further")}
    even = tr("Even") if result.larger is None else further[result.larger]
    clean = (
        plural("Something joined in {n} times", "Something joined in once", flagged)
        if flagged
        else tr("Nothing joined in")
    )
    return PictureRow(
        result.title, now, then, result.larger is None, not flagged, f"{even} · {clean}"
    )


def _mean(reps: Sequence[RepRecord]) -> PerSide | None:
    pairs = [
        (r.excursion_mm.left, r.excursion_mm.right)
        for r in reps
        if r.scored and r.excursion_mm.left is not None and r.excursion_mm.right is not None
    ]
    if not pairs:
        return None
    return PerSide(fmean(p[0] for p in pairs), fmean(p[1] for p in pairs))
