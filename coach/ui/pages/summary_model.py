"""A finished session in words: three sentences, and the facts of each exercise."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, stdev
from typing import Final

from coach.domain.exercise import Exercise
from coach.domain.language import Sentences, mark, plural, tr
from coach.domain.session import RepRecord, SessionRecord
from coach.domain.sides import Affected, Side
from coach.ui.wording import PLACE_NAME

#: Counts as even where an exercise says nothing else, per cent.
DEFAULT_TOLERANCE_PCT: Final = 25.0
#: Student's t for a two-sided 95 % interval, by number of values (3 to 10).
_T95: Final = {3: 4.30, 4: 3.18, 5: 2.78, 6: 2.57, 7: 2.45, 8: 2.36, 9: 2.31, 10: 2.26}
_FURTHER: Final = Sentences(
    {Side.LEFT: mark("Left went further"), Side.RIGHT: mark("Right went further")}
)
_COMPARED: Final = Sentences(
    {Side.LEFT: mark("Left compared with right"), Side.RIGHT: mark("Right compared with left")}
)
_LET_IT_WAIT: Final = Sentences(
    {
        Side.LEFT: mark("your left side went further. Let it wait."),
        Side.RIGHT: mark("your right side went further. Let it wait."),
    }
)


@dataclass(frozen=True, slots=True)
class ExerciseResult:
    """One exercise of the session.

    Attributes:
        title: its name.
        reps: its repetitions, in order.
        target_mm: enough movement; 0 where there is no target.
        even: True where left and right match within the tolerance; None where nothing is scored.
        larger: the side that went further; None where even or unknown.
        facts: (question, answer) pairs for the screen.
        joined_in: "left eye" and the number of repetitions in which it moved along.
    """

    title: str
    reps: tuple[RepRecord, ...]
    target_mm: float
    even: bool | None
    larger: Side | None
    facts: tuple[tuple[str, str], ...]
    joined_in: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class SummaryView:
    """What the summary page shows: `sentences` are done, even, clean, in this order."""

    headline: str
    sentences: tuple[str, ...]
    results: tuple[ExerciseResult, ...]


def summarise(record: SessionRecord, exercises: Mapping[str, Exercise]) -> SummaryView:
    """Put a session into plain words. `exercises` gives titles and tolerances by id."""
    groups: dict[str, list[RepRecord]] = {}
    for rep in record.reps:
        groups.setdefault(rep.exercise_id or rep.movement.value, []).append(rep)
    results = tuple(
        _result(key, reps, exercises.get(key), record.affected) for key, reps in groups.items()
    )
    headline = tr("That was your practice") if record.finished else tr("Stopped for today")
    sentences = (_done(record), _even(results), _clean(results))
    return SummaryView(headline, tuple(s for s in sentences if s), results)


def _result(
    key: str, reps: Sequence[RepRecord], exercise: Exercise | None, affected: Affected | None
) -> ExerciseResult:
    title = exercise.title if exercise else key.replace("_", " ").capitalize()
    tolerance = exercise.tolerance_pct if exercise else DEFAULT_TOLERANCE_PCT
    scored = [r for r in reps if r.scored]
    even, larger = _evenness(scored, tolerance)
    moved = _joined_in(reps)
    facts = [(tr("Repetitions"), _count_text(len(reps), len(scored)))]
    if even is not None:
        facts.append((tr("Even"), tr("Yes") if larger is None else _FURTHER[larger]))
    side = affected.side if affected else None
    share = _share_text(scored, side) if side is not None else ""
    if side is not None and share:
        facts.append((_COMPARED[side], share))
    if scored:
        along = "; ".join(
            tr("{place}, {count} of {reps}", place=what, count=n, reps=len(reps))
            for what, n in moved.items()
        )
        facts.append((tr("Joined in"), along[:1].upper() + along[1:] if along else tr("Nothing")))
    target = exercise.target_mm if exercise else 0.0
    return ExerciseResult(title, tuple(reps), target, even, larger, tuple(facts), moved)


def _evenness(scored: Sequence[RepRecord], tolerance_pct: float) -> tuple[bool | None, Side | None]:
    """Means of left and right within the tolerance, or closer than can be measured."""
    pairs = [
        (r.excursion_mm.left, r.excursion_mm.right)
        for r in scored
        if r.excursion_mm.left is not None and r.excursion_mm.right is not None
    ]
    if not pairs:
        return None, None
    left, right = fmean(p[0] for p in pairs), fmean(p[1] for p in pairs)
    known = [r.uncertainty_mm for r in scored if r.uncertainty_mm is not None]
    noise = fmean(known) * math.sqrt(2 / len(pairs)) if known else 0.0
    larger = Side.LEFT if left > right else Side.RIGHT
    within = abs(left - right) <= max(tolerance_pct / 100 * max(left, right), noise)
    return within, None if within else larger


def _joined_in(reps: Sequence[RepRecord]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for rep in reps:
        for region, side in dict.fromkeys((f.region, f.side) for f in rep.synkinesis):
            what = PLACE_NAME[region, side]
            counts[what] = counts.get(what, 0) + 1
    return counts


def _share_text(scored: Sequence[RepRecord], affected: Side) -> str:
    """Mean share of the healthy side with its 95 % interval.

    The interval is the wider of two: the spread of the repetitions (Student's t), and the noise of
    the readings carried through the ratio. Alike repetitions do not make a reading exact.
    """
    known = [s for r in scored if (s := r.affected_pct_of_healthy) is not None]
    if not known:
        return ""
    mean, n = fmean(known), len(known)
    noises = [v for r in scored if (v := _share_noise(r, affected)) is not None]
    noise = math.sqrt(fmean(v * v for v in noises) / n) if noises else 0.0
    spread = _T95.get(n, 2.2) * stdev(known) / math.sqrt(n) if n >= min(_T95) else 0.0
    half = max(noise, spread)
    return f"{mean:.0f} ± {half:.0f} %" if half > 0 else f"{mean:.0f} %"


def _share_noise(rep: RepRecord, affected: Side) -> float | None:
    """Half width of the 95 % interval of one repetition's share, per cent (first order)."""
    share, noise = rep.affected_pct_of_healthy, rep.uncertainty_mm
    healthy = rep.excursion_mm.of(affected.other)
    if share is None or noise is None or not healthy:
        return None
    return 100 * noise / abs(healthy) * math.hypot(1.0, share / 100)


def _count_text(reps: int, scored: int) -> str:
    if scored == reps:
        return tr("{reps}, all scored", reps=reps)
    if not scored:
        return tr("{reps}, not scored", reps=reps)
    return tr("{reps}, {scored} scored", reps=reps, scored=scored)


def _done(record: SessionRecord) -> str:
    reps, scored = len(record.reps), sum(r.scored for r in record.reps)
    if not reps:
        return tr("No repetition was finished, so there is nothing to compare.")
    done = plural("You did {n} repetitions.", "You did {n} repetition.", reps)
    if scored == reps:
        seen = plural("All of them could be scored.", "It could be scored.", reps)
    elif scored:
        seen = plural("{n} of them could be scored.", "{n} of them could be scored.", scored)
    else:
        seen = plural("None of them could be scored.", "It could not be scored.", reps)
    kept = [] if record.finished else [tr("What you did is kept.")]
    return " ".join((done, seen, *kept))


def _even(results: Sequence[ExerciseResult]) -> str:
    known = [r for r in results if r.even is not None]
    uneven = [r for r in known if r.larger is not None]
    if not known:
        return ""
    if not uneven:
        return tr("Left and right moved evenly.")
    first = uneven[0]
    larger = first.larger or Side.LEFT
    return tr("{exercise}: {what}", exercise=first.title, what=_LET_IT_WAIT[larger])


def _clean(results: Sequence[ExerciseResult]) -> str:
    if all(r.even is None for r in results):
        return ""
    seen = [(r, what, n) for r in results for what, n in r.joined_in.items()]
    if not seen:
        return tr("Nothing else joined in.")
    result, what, n = max(seen, key=lambda entry: entry[2])
    return tr(
        "{exercise}: your {place} joined in, {count} of {reps} times. Smaller and slower helps.",
        exercise=result.title,
        place=what,
        count=n,
        reps=len(result.reps),
    )
