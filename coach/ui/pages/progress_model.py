"""A movement over sessions in words and plots: what changed, what may be only measuring."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from coach.domain.change import MIN_REPS, Change, ChangeKind, compare
from coach.domain.comovement import CouplingSummary
from coach.domain.exercise import Exercise
from coach.domain.language import Sentences, mark, plural, tr
from coach.domain.movements import Movement, Region, closes_the_eye
from coach.domain.session_mean import SessionMean
from coach.domain.sides import Affected, Side
from coach.domain.trend import MovementTrend, SessionPoint, compare_couplings
from coach.ui.dates import no_break, short_day
from coach.ui.pages.change_words import WEAKER
from coach.ui.pages.progress_lines import amount, plot_line
from coach.ui.widgets.plot_points import PlotView
from coach.ui.wording import PLACE_NAME, SIDE_NAME

_COMPARED: Final = Sentences(
    {Side.LEFT: mark("Left compared with right"), Side.RIGHT: mark("Right compared with left")}
)
_COUPLING_CHANGE: Final = Sentences(
    {
        ChangeKind.LARGER: mark("It joins in more than at the start. Smaller and slower helps."),
        ChangeKind.SMALLER: mark("It joins in less than at the start."),
        ChangeKind.NONE: mark("No real change yet."),
        ChangeKind.UNKNOWN: mark("Too few repetitions to compare."),
    }
)


@dataclass(frozen=True, slots=True)
class Section:
    """One figure of the page.

    Attributes:
        key: for object names.
        title: what it is.
        verdict: what changed, one or two sentences.
        plot: the figure over sessions.
        alarm: it fell by more than measuring explains: the warning signs are one step away.
        note: what the striped band or the line means; "" for nothing.
    """

    key: str
    title: str
    verdict: str
    plot: PlotView
    note: str = ""
    alarm: bool = False


def movement_titles(exercises: Iterable[Exercise]) -> dict[Movement, str]:
    """Words for every movement: of the exercise named after it, else of the first that has it."""
    titles = {m: m.value.replace("_", " ").capitalize() for m in Movement}
    known = list(exercises)
    for exercise in (*reversed(known), *(e for e in known if e.id == e.movement.value)):
        titles[exercise.movement] = exercise.title
    return titles


def sections(trend: MovementTrend) -> list[Section]:
    """The figures of a movement, the most telling first; none without a scored repetition."""
    made = [_symmetry(trend), _clean(trend)]
    made += [_coupling(trend, *pair) for pair in trend.pairs()]
    found = [section for section in made if section is not None]
    for i, section in enumerate(found):
        if any(line.single for line in section.plot.lines):  # said once: the others look alike
            weeks = tr("Each point is a week; the small dots are its sessions.")
            found[i] = _with_note(section, weeks)
            break
    if found and any(p.eased for p in trend.points):
        easier = tr("Sessions in which it was made easier are shown, but not compared.")
        found[0] = _with_note(found[0], easier)
    return found


def _with_note(section: Section, note: str) -> Section:
    return replace(section, note=" ".join(filter(None, (section.note, note))))


def _symmetry(trend: MovementTrend) -> Section | None:
    """Affected over healthy side; both sides in mm where there is not one affected side."""
    side = _affected_side(trend)
    if side is None:
        return _both_sides(trend)
    known = [
        (p, p.share)
        for p in trend.points
        if p.share is not None and p.affected is not None and p.affected.side is side
    ]
    whole = [(p, share) for p, share in known if not p.eased]
    first, change = _first_and_change([share for _, share in whole])
    last_point, last = whole[-1] if whole else known[-1]
    band = None
    if first is not None and change is not None and change.needed is not None:
        band = (first.mean - change.needed, first.mean + change.needed)
    line = plot_line([(p, m.mean, m.half_width) for p, m in known], "%", 0, side)
    notes = []
    if band is not None:
        notes.append(tr("A session in the striped band has not really changed since the start."))
    if change is not None and _looks_smaller(change, last):
        notes.append(
            tr(
                "± is how far off one number may be. Two sessions are mostly off alike, so a "
                "smaller change can count."
            )
        )
    return Section(
        "symmetry",
        _COMPARED[side],
        _share_verdict(first, last, last_point.created, change, side, trend.movement),
        PlotView(
            _COMPARED[side],
            "%",
            (line,),
            band,
            100.0,
            tr("100 %: both alike"),
            tr("no real change"),
        ),
        " ".join(notes),
        alarm=change is not None and _fell(change, first, last, trend.movement),
    )


def _looks_smaller(change: Change, last: SessionMean) -> bool:
    """Whether "no real change below 7 points" stands beside a wider interval of one session."""
    needed, half = change.needed, last.half_width
    return (
        change.kind is ChangeKind.NONE and needed is not None and half is not None and needed < half
    )


def _both_sides(trend: MovementTrend) -> Section | None:
    lines = tuple(
        plot_line(
            [(p, m.mean, m.half_width) for p in trend.points if (m := p.of(side))], "mm", 1, side
        )
        for side in Side
    )
    if not any(line.points for line in lines):
        return None
    name = tr("Left and right")
    text = tr("There is not one affected side, so both are shown.")
    return Section("sides", name, text, PlotView(name, "mm", lines))


def _clean(trend: MovementTrend) -> Section | None:
    known = [
        (p, p.largest_clean_mm, p.clean_uncertainty_mm)
        for p in trend.points
        if p.largest_clean_mm is not None
    ]
    if not known:
        return None
    name = tr("How far with nothing joining in")
    text = tr(
        "{size} in the last session. This is the size to train.",
        size=amount(*known[-1][1:], "mm", 1),
    )
    line = plot_line(known, "mm", 1)
    return Section("clean", name, text, PlotView(name, "mm", (line,)))


def _coupling(trend: MovementTrend, region: Region, side: Side, unit: str) -> Section | None:
    known = [
        (p, c)
        for p in trend.points
        for c in p.couplings
        if (c.region, c.side, c.unit) == (region, side, unit)
    ]
    if not known:
        return None
    place = PLACE_NAME[region, side]
    name = tr("How much the {place} joins in", place=place)
    per = tr("% for each mm of movement") if unit == "pct" else tr("mm for each mm of movement")
    line = plot_line(
        [(p, c.slope, c.half_width) for p, c in known], "%" if unit == "pct" else "mm", 2, side
    )
    view = PlotView(name, per, (line,), None, 0.0, tr("0: it stays quiet"))
    verdict = _coupling_verdict(_alike([(p, c) for p, c in known if not p.eased]))
    return Section(f"coupling_{region}_{side}", name, verdict, view)


def _alike(
    known: Sequence[tuple[SessionPoint, CouplingSummary]],
) -> list[tuple[SessionPoint, CouplingSummary]]:
    """Those measured in the same way as the last one; none of none.

    Landmarks alone show less of it, and with both sides affected the other side is not taken off.
    """
    return [(p, c) for p, c in known if _way(p) == _way(known[-1][0])]


def _way(p: SessionPoint) -> tuple[bool, bool | None]:
    mean = p.left or p.right
    return p.affected is Affected.BOTH, None if mean is None else mean.refined


def _coupling_verdict(known: Sequence[tuple[SessionPoint, CouplingSummary]]) -> str:
    if not known:
        return tr("It was made easier each time, so nothing is compared.")
    if len(known) < 2:
        return tr("One session so far. A second one gives something to compare.")
    then, first = next((x for x in known[:-1] if x[1].half_width is not None), known[0])
    now, last = known[-1]
    return _COUPLING_CHANGE[compare_couplings(first, last, (then.scale, now.scale))]


def _first_and_change(
    means: Sequence[SessionMean],
) -> tuple[SessionMean | None, Change | None]:
    """The first session that can be compared, and what changed from it to the last."""
    first = next((m for m in means if m.reps >= MIN_REPS), None)
    if first is None or len(means) < 2 or first is means[-1]:
        return first, None
    return first, compare(first, means[-1])


def _share_verdict(
    first: SessionMean | None,
    last: SessionMean,
    when: datetime,
    change: Change | None,
    side: Side,
    movement: Movement,
) -> str:
    """What two single sessions say; `when` was the last one, for a plot may show weeks."""
    now = amount(last.mean, last.half_width, "%", 0)
    if first is None or change is None:
        so_far = tr("{now} so far.", now=now)
        return " ".join((so_far, tr("Two sessions with two repetitions or more can be compared.")))
    values = {
        "before": amount(first.mean, None, "%", 0),
        "now": amount(last.mean, None, "%", 0),
        "day": no_break(short_day(when)),
    }
    if change.kind is ChangeKind.UNKNOWN or change.needed is None:
        return tr(
            "{before} at the start, {now} in the last session ({day}). These cannot be compared.",
            **values,
        )
    if change.kind is ChangeKind.NONE:
        needed = plural("{n} points", "{n} point", max(1, round(change.needed)))
        return " ".join(
            (
                tr(
                    "No real change yet: {before} at the start, {now} in the last session ({day}).",
                    **values,
                ),
                tr("A difference above {needed} counts. Slow is usual.", needed=needed),
            )
        )
    larger, lids = change.kind is ChangeKind.LARGER, closes_the_eye(movement)
    if not _fell(change, first, last, movement):
        said = tr(
            "The two sides are closer: {before} at the start, {now} in the last session ({day}).",
            **values,
        )
        if larger and (lids or last.mean > 100):
            said = tr(
                "{side} goes further than at the start: {before} then, {now} in the last session "
                "({day}).",
                side=SIDE_NAME[side],
                **values,
            )
        return " ".join((said, tr("That is more than measuring alone explains.")))
    said = tr(
        "{side} goes less far than at the start: {before} then, {now} in the last session ({day}).",
        side=SIDE_NAME[side],
        **values,
    )
    return " ".join((said, WEAKER["weeks"]))


def _fell(change: Change, first: SessionMean | None, last: SessionMean, movement: Movement) -> bool:
    """Whether a side goes less far than it did, beyond what measuring alone explains.

    One that went beyond the other and comes back to it has not fallen; but an eye closes no better
    for closing less.
    """
    if change.kind is not ChangeKind.SMALLER or first is None:
        return False
    closer = abs(last.mean - 100) < abs(first.mean - 100)
    return closes_the_eye(movement) or not closer


def _affected_side(trend: MovementTrend) -> Side | None:
    """The affected side of the newest session that has a share."""
    for p in reversed(trend.points):
        if p.share is not None and p.affected in (Affected.LEFT, Affected.RIGHT):
            return p.affected.side
    return None
