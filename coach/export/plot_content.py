"""What a region's plot shows: which measures, which stretch of time a row. Numbers, no drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

import numpy as np
from numpy.typing import NDArray

from coach.domain.frames import FloatArray
from coach.domain.language import mark, plural, tr
from coach.domain.measures import MeasureSeries, SideMeasure
from coach.domain.movements import MOVEMENT_SPECS, Movement, Region
from coach.domain.repeatability import Figure
from coach.domain.session import LoggedFrame, RepRecord, SessionRecord
from coach.domain.session_mean import SessionMean, session_mean
from coach.domain.sides import Side
from coach.export.wording import MOVEMENT

#: One row of a plot shows at most this: about six slow repetitions, each wide enough to read.
ROW_S: Final = 100.0
#: Shown before the first and after the last repetition of a row.
MARGIN_S: Final = 2.0


@dataclass(frozen=True, slots=True)
class Panel:
    """One measure, left against right.

    Attributes:
        title: what + means, in words (English; the plot says it in the language).
        measure: the column.
        unit: for the axis.
        outward: True where x has to be turned so that + is away from the midline on both sides.
        least_span: height of the axis below which noise would look like movement, in `unit`.
        limits: fixed axis; None where it follows the data.
    """

    title: str
    measure: SideMeasure
    unit: str
    outward: bool = False
    least_span: float = 4.0
    limits: tuple[float, float] | None = None


_LIP: Final = Panel(mark("Lower lip, up"), SideMeasure.LOWER_LIP_Y, "mm")
_PANELS: Final[dict[Region, tuple[Panel, ...]]] = {
    Region.BROW: (Panel(mark("Brow, up"), SideMeasure.BROW_Y, "mm"),),
    Region.EYE: (
        Panel(
            mark("Eye closure"),
            SideMeasure.EYE_CLOSURE,
            mark("% closed"),
            limits=(-15.0, 120.0),
        ),
    ),
    Region.NOSE: (Panel(mark("Side of the nose, up"), SideMeasure.ALA_Y, "mm"),),
    Region.MOUTH: (
        Panel(mark("Corner of the mouth, outward"), SideMeasure.COMMISSURE_X, "mm", outward=True),
        Panel(mark("Corner of the mouth, up"), SideMeasure.COMMISSURE_Y, "mm"),
    ),
}


@dataclass(frozen=True, slots=True, eq=False)
class Traces:
    """A session's measures against its own clock.

    Attributes:
        time_s: (n,) seconds from the session's start.
        series: the measures of the same frames.
        valid: (n,) bool.
    """

    time_s: FloatArray
    series: MeasureSeries
    valid: NDArray[np.bool_]

    @classmethod
    def of(cls, frames: Sequence[LoggedFrame]) -> Traces:
        series = MeasureSeries.of([f.measures for f in frames])
        return cls(np.array([f.time_s for f in frames], dtype=np.float64), series, series.valid)

    def values(self, panel: Panel, side: Side) -> FloatArray:
        """(n,) in the panel's unit; NaN where there is no value or it is not scored."""
        sign = side.sign if panel.outward else 1
        values: FloatArray = np.where(self.valid, self.series.column(panel.measure, side), np.nan)
        return sign * values

    def gaps(self, start_s: float, end_s: float) -> list[tuple[float, float]]:
        """Stretches of frames that are not scored, as (start, end) in seconds."""
        a, b = np.searchsorted(self.time_s, [start_s, end_s])
        bad = np.concatenate(([False], ~self.valid[a:b], [False]))
        edges = np.flatnonzero(bad[1:] != bad[:-1])
        time = self.time_s[a:b]
        return [
            (float(time[first]), float(time[min(last, len(time) - 1)]))
            for first, last in zip(edges[::2], edges[1::2], strict=True)
        ]


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of the session with repetitions of one exercise.

    Attributes:
        title: the movement in words; "" where there are no repetitions.
        start_s / end_s: from the session's start.
        reps: in this stretch.
    """

    title: str
    start_s: float
    end_s: float
    reps: tuple[RepRecord, ...]


def regions_with_data(record: SessionRecord, traces: Traces) -> list[Region]:
    """Regions that have any valid value, the one that was practised first."""
    target = _target_region(record)
    found = [region for region, panels in _PANELS.items() if _has_data(panels, traces)]
    return sorted(found, key=lambda region: region is not target)


def panels_of(region: Region, record: SessionRecord) -> tuple[Panel, ...]:
    """The measures to show for a region in this session."""
    panels = _PANELS[region]
    asked = {rep.movement for rep in record.reps} | ({record.movement} - {None})
    lips = any(
        SideMeasure.LOWER_LIP_Y in MOVEMENT_SPECS[movement].axes
        for movement in asked
        if movement is not None
    )
    return (*panels, _LIP) if region is Region.MOUTH and lips else panels


def rows_of(record: SessionRecord, traces: Traces) -> list[Row]:
    """The session in stretches that fit a row: whole where it is short, else by exercise."""
    first, last = float(traces.time_s[0]), float(traces.time_s[-1])
    blocks = [
        tuple(reps) for _, reps in groupby(record.reps, key=lambda r: (r.exercise_id, r.movement))
    ]
    if not blocks or (len(blocks) == 1 and last - first <= ROW_S):
        reps = blocks[0] if blocks else ()
        return [Row(_title(reps, record), first, last, reps)]
    parts = [part for block in blocks for part in _split(block)]
    return [
        Row(
            _title(part, record),
            max(first, part[0].start_s - MARGIN_S),
            min(last, part[-1].end_s + MARGIN_S),
            part,
        )
        for part in parts
    ]


def movement_words(movement: Movement) -> str:
    """The movement for a heading."""
    return MOVEMENT[movement]


def row_summary(row: Row, region: Region) -> str:
    """The scored repetitions of a row in one line, where this region was the one to move.

    Means with their 95 % intervals; of the eyes how far they closed, which says more than mm.
    """
    scored = [rep for rep in row.reps if rep.scored]
    if not scored or MOVEMENT_SPECS[scored[0].movement].region is not region:
        return ""
    closed = region is Region.EYE and any(r.closure_pct.left is not None for r in scored)
    figures = {s: Figure.of_closure(s) if closed else Figure.of_excursion(s) for s in Side}
    means = {s: session_mean(scored, scored[0].movement, figure) for s, figure in figures.items()}
    left, right = means[Side.LEFT], means[Side.RIGHT]
    if left is None or right is None:
        return ""
    n, sides = len(scored), {"left": _with_interval(left), "right": _with_interval(right)}
    if closed:
        text = plural(
            "mean of {n}: closed left {left} %, right {right} %",
            "1 scored: closed left {left} %, right {right} %",
            n,
            **sides,
        )
    else:
        text = plural(
            "mean of {n}: left {left} mm, right {right} mm",
            "1 scored: left {left} mm, right {right} mm",
            n,
            **sides,
        )
    share = session_mean(scored, scored[0].movement, Figure.SHARE)
    if share is None:
        return text
    compared = tr("affected {share} % of healthy", share=_with_interval(share))
    return f"{text}  |  {compared}"


def _with_interval(mean: SessionMean) -> str:
    decimals = 1 if mean.figure.in_mm else 0
    value = f"{mean.mean:.{decimals}f}"
    return value if mean.half_width is None else f"{value} ± {mean.half_width:.{decimals}f}"


def _title(reps: Sequence[RepRecord], record: SessionRecord) -> str:
    movement = reps[0].movement if reps else record.movement
    return movement_words(movement) if movement else ""


def _split(block: tuple[RepRecord, ...]) -> list[tuple[RepRecord, ...]]:
    parts: list[list[RepRecord]] = []
    for rep in block:
        if parts and rep.end_s - parts[-1][0].start_s <= ROW_S - 2 * MARGIN_S:
            parts[-1].append(rep)
        else:
            parts.append([rep])
    return [tuple(part) for part in parts]


def _target_region(record: SessionRecord) -> Region | None:
    asked = record.movement or (record.reps[0].movement if record.reps else None)
    return MOVEMENT_SPECS[asked].region if asked else None


def _has_data(panels: tuple[Panel, ...], traces: Traces) -> bool:
    return any(
        bool(np.isfinite(traces.values(panel, side)).any()) for panel in panels for side in Side
    )
