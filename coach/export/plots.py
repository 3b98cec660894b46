"""One picture a region: left against right through the session, for a therapist's report.

Left is solid with filled circles, right dashed with open squares, each with its name at the end of
the line: readable in grey and with any colour vision. Matplotlib's objects are used directly, not
pyplot, so this is safe on a worker thread.
"""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator

from coach.domain.language import tr
from coach.domain.movements import Region
from coach.domain.repeatability import SCALE_RELATIVE_SD
from coach.domain.session import LoggedFrame, RepRecord, SessionRecord
from coach.domain.sides import Side
from coach.domain.student import Z95
from coach.export.plot_content import (
    Panel,
    Row,
    Traces,
    panels_of,
    regions_with_data,
    row_summary,
    rows_of,
)
from coach.export.wording import AFFECTED, GRADE, REGION, SCALE, SIDE

_DPI: Final = 120
_WIDTH_IN: Final = 12.0
_ROW_IN: Final = 2.5
_HEAD_IN: Final = 1.6
_FOOT_IN: Final = 0.25
_LEFT_IN: Final = 0.85
_RIGHT_IN: Final = 1.75
_GAP_IN: Final = 1.1
_LABEL_PT: Final = 14.0  # least distance of the names at the line ends
_MAX_ROWS: Final = 40  # 13,000 pixels high; a longer session has its first rows drawn

_INK: Final = "#1d2733"
_QUIET: Final = "#5b6673"
_REP: Final = "#eef1f4"
_HOLD: Final = "#dbe1e8"


@dataclass(frozen=True, slots=True)
class _Style:
    colour: str
    line: Literal["-", "--"]
    marker: str
    fill: str


#: The same pair as on the screen.
_STYLES: Final = {
    Side.LEFT: _Style("#1c5fa8", "-", "o", "#1c5fa8"),
    Side.RIGHT: _Style("#a84e06", "--", "s", "white"),
}


def plot_name(region: Region) -> str:
    """File name of a region's picture."""
    return f"plot_{region.value}.png"


def plot_session(record: SessionRecord, frames: Sequence[LoggedFrame]) -> dict[str, bytes]:
    """PNG pictures by file name, the practised region first; none where nothing was valid."""
    if not frames:
        return {}
    traces = Traces.of(frames)
    return {
        plot_name(region): _draw(region, record, traces)
        for region in regions_with_data(record, traces)
    }


def _draw(region: Region, record: SessionRecord, traces: Traces) -> bytes:
    panels = panels_of(region, record)
    cells = [(row, panel) for row in rows_of(record, traces) for panel in panels][:_MAX_ROWS]
    height = _HEAD_IN + len(cells) * (_ROW_IN + _GAP_IN) + _FOOT_IN
    figure = Figure(figsize=(_WIDTH_IN, height), dpi=_DPI, facecolor="white")
    FigureCanvasAgg(figure)
    for i, (row, panel) in enumerate(cells):
        top = height - _HEAD_IN - i * (_ROW_IN + _GAP_IN)
        axes = figure.add_axes(
            (
                _LEFT_IN / _WIDTH_IN,
                (top - _ROW_IN) / height,
                (_WIDTH_IN - _LEFT_IN - _RIGHT_IN) / _WIDTH_IN,
                _ROW_IN / height,
            )
        )
        _draw_cell(axes, region, row, panel, record, traces)
    figure.axes[-1].set_xlabel(tr("Seconds from the start of the session"), color=_INK, fontsize=11)
    _head(figure, region, record, height)
    _legend(figure, region, record, height)
    data = io.BytesIO()
    figure.savefig(data, format="png", metadata={"Software": record.program_name})
    return data.getvalue()


def _head(figure: Figure, region: Region, record: SessionRecord, height: float) -> None:
    x = _LEFT_IN / _WIDTH_IN
    figure.text(
        x, 1 - 0.2 / height, tr("{region}: left against right", region=REGION[region]),
        fontsize=17, fontweight="bold", color=_INK, va="top",
    )  # fmt: skip
    affected = AFFECTED[record.affected] if record.affected else tr("affected side not given")
    own = tr("the patient's own left and right")
    facts = f"{record.created:%Y-%m-%d %H:%M}   |   {affected}   |   {own}"
    if record.baseline is not None:
        scale = record.baseline.scale
        left_open = 100 * Z95 * SCALE_RELATIVE_SD[scale]
        facts = f"{facts}   |   {SCALE[scale].format(open=f'{left_open:.0f}')}"
    figure.text(x, 1 - 0.55 / height, facts, fontsize=11, color=_QUIET, va="top")


def _draw_cell(
    axes: Axes, region: Region, row: Row, panel: Panel, record: SessionRecord, traces: Traces
) -> None:
    inside = (traces.time_s >= row.start_s) & (traces.time_s <= row.end_s)
    time = traces.time_s[inside]
    values = {side: traces.values(panel, side)[inside] for side in Side}
    for rep in row.reps:
        _mark_rep(axes, rep)
    for start, end in traces.gaps(row.start_s, row.end_s):
        axes.axvspan(
            start, max(end, start + 0.05), facecolor="none", edgecolor="#8a949f", hatch="////",
            linewidth=0, zorder=1.5,
        )  # fmt: skip
    axes.axhline(0, color="#9aa4af", linewidth=0.8, zorder=1)
    for side, style in _STYLES.items():
        axes.plot(
            time, values[side], color=style.colour, linestyle=style.line, linewidth=1.7,
            marker=style.marker, markersize=5.5, markerfacecolor=style.fill,
            markevery=_marker_step(time), zorder=3 if side is Side.LEFT else 2.9,
        )  # fmt: skip
    flags = [f for rep in row.reps for f in rep.synkinesis if f.region is region]
    axes.set_xlim(row.start_s, max(row.end_s, row.start_s + 1.0))
    axes.set_ylim(*_limits(panel, list(values.values()), bool(flags)))
    for flag in flags:
        _mark_flag(axes, flag.side, flag.start_s, flag.end_s, GRADE[flag.grade])
    _name_line_ends(axes, record, {side: _last(values[side]) for side in Side})
    title = "  |  ".join(dict.fromkeys(filter(None, (row.title, tr(panel.title)))))
    summary = row_summary(row, region) if panel is panels_of(region, record)[0] else ""
    axes.set_title(title, loc="left", fontsize=12, color=_INK, pad=38 if summary else 20)
    axes.annotate(
        summary, (0.0, 1.0), xycoords="axes fraction", xytext=(0, 20), textcoords="offset points",
        va="bottom", fontsize=11, color=_INK, annotation_clip=False,
    )  # fmt: skip
    axes.set_ylabel(tr(panel.unit), fontsize=11, color=_INK)
    if panel.limits:
        axes.set_yticks([0, 25, 50, 75, 100])
    else:
        axes.yaxis.set_major_locator(MaxNLocator(5, steps=[1, 2, 5, 10]))
    axes.xaxis.set_major_locator(MaxNLocator(12, steps=[1, 2, 5, 10]))
    axes.tick_params(labelsize=10, colors=_QUIET)
    for name, spine in axes.spines.items():
        spine.set_visible(name in ("left", "bottom"))
        spine.set_color("#9aa4af")


def _marker_step(time: np.ndarray[tuple[int], np.dtype[np.float64]]) -> int:
    """About thirty markers a row."""
    return max(1, len(time) // 30)


def _mark_rep(axes: Axes, rep: RepRecord) -> None:
    axes.axvspan(rep.start_s, rep.end_s, color=_REP, linewidth=0, zorder=0)
    if rep.hold_end_s > rep.hold_start_s:
        axes.axvspan(rep.hold_start_s, rep.hold_end_s, color=_HOLD, linewidth=0, zorder=0.5)
    words = f"{rep.index + 1}"
    if not rep.scored:
        words = tr("{rep}, not scored", rep=words)
    axes.annotate(
        words, ((rep.start_s + rep.end_s) / 2, 1.0), xycoords=axes.get_xaxis_transform(),
        xytext=(0, 3), textcoords="offset points", ha="center", va="bottom", fontsize=10,
        color=_QUIET, annotation_clip=True,
    )  # fmt: skip


def _mark_flag(axes: Axes, side: Side, start_s: float, end_s: float, grade: str) -> None:
    """A bar along the foot of the plot, with whose and how strong in words."""
    style = _STYLES[side]
    level = 0.045 if side is Side.LEFT else 0.13
    transform = axes.get_xaxis_transform()
    axes.plot(
        [start_s, end_s], [level, level], transform=transform, color=style.colour, linewidth=6,
        solid_capstyle="butt", zorder=4,
    )  # fmt: skip
    axes.annotate(
        f"{SIDE[side]}, {grade}", ((start_s + end_s) / 2, level), xycoords=transform,
        xytext=(0, 5), textcoords="offset points", ha="center", va="bottom", fontsize=10,
        color=style.colour, zorder=5,
    )  # fmt: skip


def _limits(
    panel: Panel, values: Sequence[np.ndarray[tuple[int], np.dtype[np.float64]]], flags: bool
) -> tuple[float, float]:
    every = np.concatenate([v[np.isfinite(v)] for v in values])
    if panel.limits:
        low, high = panel.limits
    elif every.size:
        low, high = min(0.0, float(every.min())), max(0.0, float(every.max()))
        short = max(0.0, panel.least_span - (high - low))
        low, high = low - short / 2, high + short / 2
        margin = 0.06 * (high - low)
        low, high = low - margin, high + margin
    else:
        low, high = -panel.least_span / 2, panel.least_span / 2
    return (low - 0.28 * (high - low), high) if flags else (low, high)


def _last(values: np.ndarray[tuple[int], np.dtype[np.float64]]) -> float:
    """Where a line ends: the mean of its last valid half second, NaN where it has none."""
    finite = values[np.isfinite(values)]
    return float(finite[-15:].mean()) if finite.size else math.nan


def _name_line_ends(axes: Axes, record: SessionRecord, ends: dict[Side, float]) -> None:
    low, high = axes.get_ylim()
    height_pt = _ROW_IN * 72
    at = {s: (v - low) / (high - low) * height_pt for s, v in ends.items() if math.isfinite(v)}
    if len(at) == 2 and abs(at[Side.LEFT] - at[Side.RIGHT]) < _LABEL_PT:
        middle = (at[Side.LEFT] + at[Side.RIGHT]) / 2
        clearly = at[Side.RIGHT] - at[Side.LEFT] > _LABEL_PT / 4
        upper = Side.RIGHT if clearly else Side.LEFT
        at[upper], at[upper.other] = middle + _LABEL_PT / 2, middle - _LABEL_PT / 2
    affected = record.affected.side if record.affected else None
    for side, y in at.items():
        words = tr("{side} (affected)", side=SIDE[side]) if side is affected else SIDE[side]
        axes.annotate(
            words, (1.0, y / height_pt), xycoords="axes fraction", xytext=(6, 0),
            textcoords="offset points", va="center", fontsize=11, color=_STYLES[side].colour,
            fontweight="bold", annotation_clip=False,
        )  # fmt: skip


def _legend(figure: Figure, region: Region, record: SessionRecord, height: float) -> None:
    lines = [
        Line2D([], [], color=s.colour, linestyle=s.line, marker=s.marker, markerfacecolor=s.fill,
               linewidth=1.7, label=SIDE[side])
        for side, s in _STYLES.items()
    ]  # fmt: skip
    shades = [
        Patch(facecolor=_REP, edgecolor="#c3cbd3", label=tr("repetition")),
        Patch(facecolor=_HOLD, edgecolor="#c3cbd3", label=tr("hold")),
        Patch(facecolor="none", edgecolor="#8a949f", hatch="////", label=tr("not scored")),
    ]
    bars = (
        [Line2D([], [], color=_INK, linewidth=6, label=tr("moved along without being asked"))]
        if any(f.region is region for rep in record.reps for f in rep.synkinesis)
        else []
    )
    figure.legend(
        handles=[*lines, *shades, *bars], loc="lower left",
        bbox_to_anchor=(_LEFT_IN / _WIDTH_IN - 0.01, 0.05 / height), ncols=6, frameon=False,
        fontsize=11, handlelength=2.6, columnspacing=1.6, labelcolor=_INK,
    )  # fmt: skip
