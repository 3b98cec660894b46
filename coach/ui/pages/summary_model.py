"""A finished session in words: three sentences, and the facts of each exercise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from coach.app.course_lines import course_lines
from coach.domain.exercise import Exercise
from coach.domain.language import Sentences, mark, plural, tr
from coach.domain.movements import closes_the_eye
from coach.domain.repeatability import Figure
from coach.domain.session import (
    DRIFT_MENTION_MM,
    BaselineRecord,
    DriftRecord,
    RepRecord,
    SessionRecord,
)
from coach.domain.session_mean import Earlier, session_mean
from coach.domain.sides import Affected, Side
from coach.ui.pages.change_words import Comparison, compare_with_last_time, mean_text
from coach.ui.pages.unmeasured import why_unmeasured
from coach.ui.wording import PLACE_NAME

#: Counts as even where an exercise says nothing else, per cent.
DEFAULT_TOLERANCE_PCT: Final = 25.0
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
        last: beside the last time; None where nothing is scored.
        lids: the eyes were closed: neither evenness nor size is judged.
    """

    title: str
    reps: tuple[RepRecord, ...]
    target_mm: float
    even: bool | None
    larger: Side | None
    facts: tuple[tuple[str, str], ...]
    joined_in: Mapping[str, int]
    last: Comparison | None = None
    lids: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence of what was seen.

    Attributes:
        text: the sentence.
        sign: key of `coach.ui.icons.ICONS`: "tick" as it should be, "notice" to mind next time,
            "dot" neither.
    """

    text: str
    sign: str


@dataclass(frozen=True, slots=True)
class SummaryView:
    """What the summary page shows.

    Attributes:
        headline: of the page.
        done: what was done and how much of it could be scored.
        findings: even, clean, changed; rest face.
        results: exercise by exercise.
        course: what did not go as planned, a sentence each; empty where all did.
        whose: says that it is not the person's practice; "" where it is.
    """

    headline: str
    done: str
    findings: tuple[Finding, ...]
    results: tuple[ExerciseResult, ...]
    course: tuple[str, ...] = ()
    whose: str = ""

    @property
    def sentences(self) -> tuple[str, ...]:
        """All of it in words."""
        whose = (self.whose,) if self.whose else ()
        return (*whose, self.done, *(finding.text for finding in self.findings), *self.course)


def summarise(
    record: SessionRecord,
    exercises: Mapping[str, Exercise],
    earlier: Mapping[str, Earlier] | None = None,
    *,
    kept: bool = True,
) -> SummaryView:
    """Put a session into plain words.

    Args:
        record: the session.
        exercises: titles and tolerances by id.
        earlier: the last time of each exercise, by id (`coach.storage.last_time`).
        kept: False where nothing of the session is in the practice log or held in memory.
    """
    before = earlier or {}
    groups: dict[str, list[RepRecord]] = {}
    for rep in record.reps:
        groups.setdefault(rep.exercise_id or rep.movement.value, []).append(rep)
    results = tuple(
        _result(key, reps, exercises.get(key), record.affected, record.baseline, before.get(key))
        for key, reps in groups.items()
    )
    ended = tr("Drawn face") if record.source.drawn else tr("That was your practice")
    headline = ended if record.finished else tr("Stopped for today")
    even = all(r.larger is None for r in results)
    clean = not any(r.joined_in for r in results)
    findings = (
        Finding(_even(results), "tick" if even else "notice"),
        Finding(_clean(results), "tick" if clean else "notice"),
        Finding(_changed(results), "dot"),
        Finding(_drifted(record.drift), "dot"),
    )
    found = tuple(finding for finding in findings if finding.text)
    ids = {id_ for entry in record.course for id_ in (entry.exercise_id, entry.other_id)}
    titles = {id_: _title(id_, exercises.get(id_)) for id_ in ids}
    course = tuple(course_lines(record.course, titles))
    return SummaryView(headline, _done(record, kept), found, results, course, _whose(record))


def _result(
    key: str,
    reps: Sequence[RepRecord],
    exercise: Exercise | None,
    affected: Affected | None,
    baseline: BaselineRecord | None,
    earlier: Earlier | None,
) -> ExerciseResult:
    title = _title(key, exercise)
    tolerance = exercise.tolerance_pct if exercise else DEFAULT_TOLERANCE_PCT
    scored = [r for r in reps if r.scored]
    lids = bool(reps) and closes_the_eye(reps[0].movement)  # never judged by evenness
    even, larger = (None, None) if lids else _evenness(scored, tolerance)
    moved = _joined_in(reps)
    facts = [(tr("Repetitions"), _count_text(len(reps), len(scored)))]
    if even is not None:
        facts.append((tr("Even"), tr("Yes") if larger is None else _FURTHER[larger]))
    side = affected.side if affected else None
    share = session_mean(scored, scored[0].movement, Figure.SHARE) if scored else None
    if side is not None and share is not None:
        facts.append((_COMPARED[side], mean_text(share)))
    last = compare_with_last_time(title, scored, baseline, earlier, side)
    if last is not None and earlier is not None:
        facts.append((tr("Last time"), last.fact))
    if scored:
        along = "; ".join(
            tr("{place}, {count} of {reps}", place=what, count=n, reps=len(reps))
            for what, n in moved.items()
        )
        facts.append((tr("Joined in"), along[:1].upper() + along[1:] if along else tr("Nothing")))
    target = exercise.target_mm if exercise else 0.0
    return ExerciseResult(title, tuple(reps), target, even, larger, tuple(facts), moved, last, lids)


def _title(key: str, exercise: Exercise | None) -> str:
    return exercise.title if exercise else key.replace("_", " ").capitalize()


def _evenness(scored: Sequence[RepRecord], tolerance_pct: float) -> tuple[bool | None, Side | None]:
    """Means of left and right within the tolerance, or closer than can be measured."""
    if not scored:
        return None, None
    movement = scored[0].movement
    apart, left, right = (
        session_mean(scored, movement, figure)
        for figure in (Figure.DIFFERENCE_MM, Figure.LEFT_MM, Figure.RIGHT_MM)
    )
    if apart is None or left is None or right is None:
        return None, None
    larger = Side.LEFT if apart.mean > 0 else Side.RIGHT
    enough = tolerance_pct / 100 * max(left.mean, right.mean)
    within = abs(apart.mean) <= max(enough, apart.half_width or 0.0)
    return within, None if within else larger


def _joined_in(reps: Sequence[RepRecord]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for rep in reps:
        for region, side in dict.fromkeys((f.region, f.side) for f in rep.synkinesis):
            what = PLACE_NAME[region, side]
            counts[what] = counts.get(what, 0) + 1
    return counts


def _count_text(reps: int, scored: int) -> str:
    if scored == reps:
        return tr("{reps}, all measured", reps=reps)
    if not scored:
        return tr("{reps}, not measured", reps=reps)
    return tr("{reps}, {scored} measured", reps=reps, scored=scored)


def _done(record: SessionRecord, kept: bool) -> str:
    reps, scored = len(record.reps), sum(r.scored for r in record.reps)
    if not reps:
        return tr("No repetition was finished.")
    done = plural("You did {n} repetitions.", "You did {n} repetition.", reps)
    if scored == reps:
        seen = plural("All of them could be measured.", "It could be measured.", reps)
    elif scored:
        seen = plural("{n} of them could be measured.", "{n} of them could be measured.", scored)
    else:
        none = plural("None of them could be measured.", "It could not be measured.", reps)
        seen = " ".join(filter(None, (none, why_unmeasured(record))))
    calm = [tr("What you did is kept.")] if kept and not record.finished else []
    return " ".join((done, seen, *calm))


def _whose(record: SessionRecord) -> str:
    """Where a person comes back to it, or a therapist reads it, nothing else tells."""
    return tr("This is a session of the drawn face, not of you.") if record.source.drawn else ""


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
    if not any(rep.scored for r in results for rep in r.reps):
        return ""
    seen = [(r, what, n) for r in results for what, n in r.joined_in.items()]
    if not seen:
        return tr("Nothing else joined in.")
    result, what, n = max(seen, key=lambda entry: entry[2])
    if result.lids:
        return tr(
            "{exercise}: your {place} joined in, {count} of {reps} times. Softer helps.",
            exercise=result.title,
            place=what,
            count=n,
            reps=len(result.reps),
        )
    return tr(
        "{exercise}: your {place} joined in, {count} of {reps} times. Smaller and slower helps.",
        exercise=result.title,
        place=what,
        count=n,
        reps=len(result.reps),
    )


def _changed(results: Sequence[ExerciseResult]) -> str:
    """The first real change; "no real change" where there is none; "" where it is not known."""
    known = [r.last for r in results if r.last is not None and r.last.change.needed is not None]
    real = next((last.sentence for last in known if last.sentence), "")
    return real or (tr("Compared with last time: no real change.") if known else "")


def _drifted(drift: Sequence[DriftRecord]) -> str:
    """Where the resting face was farthest from where it was measured, if that is worth a word."""
    largest = max(drift, key=lambda look: look.size_mm, default=None)
    if largest is None or not largest.size_mm >= DRIFT_MENTION_MM:
        return ""
    return tr(
        "Your resting face changed while you practised: {place}, by {mm} mm.",
        place=PLACE_NAME[largest.region, largest.side],
        mm=f"{largest.size_mm:.1f}",
    )
