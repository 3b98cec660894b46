"""A movement over sessions in words and plots: what changed, what may be only measuring."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLocale

from coach.domain.change import MIN_REPS, Change, ChangeKind, compare
from coach.domain.comovement import CouplingSummary
from coach.domain.exercise import Exercise
from coach.domain.language import Sentences, mark, plural, tr
from coach.domain.movements import Movement, Region
from coach.domain.session_mean import SessionMean
from coach.domain.sides import Affected, Side
from coach.domain.trend import MovementTrend, SessionPoint, compare_couplings
from coach.ui.dates import long_day
from coach.ui.widgets.trend_plot import PlotLine, PlotPoint, PlotView
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

#: A number stays on the line of its unit.
NO_BREAK: Final = "\u00a0"


@dataclass(frozen=True, slots=True)
class Section:
    """One figure of the page.

    Attributes:
        key: for object names.
        title: what it is.
        verdict: what changed, one or two sentences.
        plot: the figure over sessions.
        note: what the shaded band or the line means; "" for nothing.
    """

    key: str
    title: str
    verdict: str
    plot: PlotView
    note: str = ""


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
    return [section for section in made if section is not None]


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
    first, change = _first_and_change([share for _, share in known])
    band = None
    if first is not None and change is not None and change.needed is not None:
        band = (first.mean - change.needed, first.mean + change.needed)
    line = PlotLine(tuple(_point(p, m, "%") for p, m in known), side)
    return Section(
        "symmetry",
        _COMPARED[side],
        _share_verdict(first, known[-1][1], change, side),
        PlotView(_COMPARED[side], "%", (line,), band, 100.0, tr("100 %: both alike")),
        tr("Inside the shaded band nothing has really changed since the start.") if band else "",
    )


def _both_sides(trend: MovementTrend) -> Section | None:
    lines = tuple(
        PlotLine(tuple(_point(p, m, "mm") for p in trend.points if (m := p.of(side))), side)
        for side in Side
    )
    if not any(line.points for line in lines):
        return None
    name = tr("Left and right")
    text = tr("There is not one affected side, so both are shown.")
    return Section("sides", name, text, PlotView(name, "mm", lines))


def _clean(trend: MovementTrend) -> Section | None:
    known = [(p, p.largest_clean_mm) for p in trend.points if p.largest_clean_mm is not None]
    if not known:
        return None
    points = tuple(
        PlotPoint(
            p.created,
            value,
            p.clean_uncertainty_mm,
            _says(p, _amount(value, p.clean_uncertainty_mm, "mm", 1)),
        )
        for p, value in known
    )
    name = tr("Largest movement in which nothing joined in")
    last = _amount(known[-1][1], known[-1][0].clean_uncertainty_mm, "mm", 1)
    text = tr("{size} the last time. This is the size to train.", size=last)
    return Section("clean", name, text, PlotView(name, "mm", (PlotLine(points),)))


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
    points = tuple(
        PlotPoint(
            p.created,
            c.slope,
            c.half_width,
            _says(p, _amount(c.slope, c.half_width, "%" if unit == "pct" else "mm", 2)),
        )
        for p, c in known
    )
    view = PlotView(name, per, (PlotLine(points, side),), None, 0.0, tr("0: it stays quiet"))
    return Section(f"coupling_{region}_{side}", name, _coupling_verdict(_alike(known)), view)


def _alike(
    known: Sequence[tuple[SessionPoint, CouplingSummary]],
) -> list[tuple[SessionPoint, CouplingSummary]]:
    """Those measured in the same way as the last one.

    Landmarks alone show less of it, and with both sides affected the other side is not taken off.
    """
    last = _way(known[-1][0])
    return [(p, c) for p, c in known if _way(p) == last]


def _way(p: SessionPoint) -> tuple[bool, bool | None]:
    mean = p.left or p.right
    return p.affected is Affected.BOTH, None if mean is None else mean.refined


def _coupling_verdict(known: Sequence[tuple[SessionPoint, CouplingSummary]]) -> str:
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
    first: SessionMean | None, last: SessionMean, change: Change | None, side: Side
) -> str:
    now = _amount(last.mean, last.half_width, "%", 0)
    if first is None or change is None:
        so_far = tr("{now} so far.", now=now)
        return " ".join((so_far, tr("Two sessions with two repetitions or more can be compared.")))
    values = {
        "before": _amount(first.mean, None, "%", 0),
        "now": _amount(last.mean, None, "%", 0),
    }
    if change.kind is ChangeKind.UNKNOWN or change.needed is None:
        return tr("{before} at the start, {now} now. These cannot be compared.", **values)
    if change.kind is ChangeKind.NONE:
        needed = plural("{n} points", "{n} point", max(1, round(change.needed)))
        return " ".join(
            (
                tr("No real change yet: {before} at the start, {now} now.", **values),
                tr("A change counts from {needed} on. Slow is usual.", needed=needed),
            )
        )
    larger = change.kind is ChangeKind.LARGER
    closer = abs(last.mean - 100) < abs(first.mean - 100)
    if larger or closer:  # a side that went beyond the other one comes closer by going less far
        said = tr("The two sides are closer: {before} at the start, {now} now.", **values)
        if larger and last.mean > 100:
            said = tr(
                "{side} goes further than at the start: {before} then, {now} now.",
                side=SIDE_NAME[side],
                **values,
            )
        return " ".join((said, tr("That is more than measuring alone explains.")))
    said = tr(
        "{side} goes less far than at the start: {before} then, {now} now.",
        side=SIDE_NAME[side],
        **values,
    )
    return " ".join((said, tr("Talk about it with your therapist.")))


def _affected_side(trend: MovementTrend) -> Side | None:
    """The affected side of the newest session that has a share."""
    for p in reversed(trend.points):
        if p.share is not None and p.affected in (Affected.LEFT, Affected.RIGHT):
            return p.affected.side
    return None


def _point(p: SessionPoint, mean: SessionMean, unit: str) -> PlotPoint:
    digits = 0 if unit == "%" else 1
    text = _says(p, _amount(mean.mean, mean.half_width, unit, digits))
    return PlotPoint(p.created, mean.mean, mean.half_width, text)


def _says(p: SessionPoint, amount: str) -> str:
    count = plural("{n} repetitions", "{n} repetition", p.scored)
    return tr("{day}: {amount}, {count}.", day=long_day(p.created), amount=amount, count=count)


def _amount(value: float, half: float | None, unit: str, digits: int) -> str:
    """A value with its interval in the person's decimals."""
    text = QLocale().toString(value, "f", digits)
    if half is not None:
        text = f"{text}{NO_BREAK}±{NO_BREAK}{QLocale().toString(half, 'f', digits)}"
    return f"{text}{NO_BREAK}{unit}"
