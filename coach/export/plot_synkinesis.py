"""One picture for each flagged region and side: the movement above, what moved along below.

A therapist can see the two curves behind every flag: when the movement began, when the quiet
region followed, what the other side did meanwhile, and the threshold that was passed. A blink
is no co-movement and no flag is judged by it: what moved along has a gap there.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Final

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from coach.domain.flag_curves import FlagCurves, LeftOut, SidePair, flag_curves
from coach.domain.frames import FloatArray
from coach.domain.language import mark, tr
from coach.domain.movements import REGION_MEASURES, Movement, Region
from coach.domain.session import LoggedFrame, RepRecord, SessionRecord, SynkinesisFlag
from coach.domain.sides import Side
from coach.export.plot_content import movement_words
from coach.export.wording import GRADE, PLACE, REGION, SIDE

#: Pictures that a session may have, by how many flags each tells of; the rest is in the JSON.
MOST: Final = 8
_ROWS: Final = 6  # repetitions in a picture
_LINES: Final = {Side.LEFT: ("#1c5fa8", "-"), Side.RIGHT: ("#a84e06", "--")}
_FLAG: Final = "#f3d9c6"
_INK: Final = "#1d2733"
_RULES: Final = {
    "beyond_other_side": mark("beyond the other side"),
    "both_sides": mark("both sides, beyond what healthy faces show"),
    "therapist": mark("entered by a therapist"),
}

Flagged = tuple[RepRecord, SynkinesisFlag]


def plot_synkinesis_name(number: int) -> str:
    """File name of the `number`-th picture, from 1."""
    return f"plot_synkinesis_{number}.png"


def flagged_regions(record: SessionRecord) -> list[list[Flagged]]:
    """The session's flags by movement, region and side, those with most flags first."""
    groups: dict[tuple[Movement, Region, Side], list[Flagged]] = {}
    for rep in record.reps:
        for flag in rep.synkinesis:
            if flag.region in REGION_MEASURES:
                groups.setdefault((rep.movement, flag.region, flag.side), []).append((rep, flag))
    return sorted(groups.values(), key=len, reverse=True)[:MOST]


def plot_flags(
    record: SessionRecord, frames: Sequence[LoggedFrame], left_out: LeftOut | None = None
) -> dict[str, bytes]:
    """PNG pictures by file name; none where nothing was flagged. Any thread.

    Args:
        record: the session.
        frames: its logged pictures.
        left_out: finds the blinks, which are left out.
    """
    groups = flagged_regions(record)
    if not groups or not frames:
        return {}
    return {
        plot_synkinesis_name(i): draw_flags(group, frames, left_out)
        for i, group in enumerate(groups, start=1)
    }


def draw_flags(
    group: Sequence[Flagged], frames: Sequence[LoggedFrame], left_out: LeftOut | None = None
) -> bytes:
    """One PNG: a column for each repetition, movement above, co-movement below.

    Args:
        group: repetitions of one movement with a flag of one region and side.
        frames: the session's logged pictures.
        left_out: as in `plot_flags`.
    """
    shown = group[:_ROWS]
    columns = len(shown)
    figure = Figure(figsize=(2.6 + 2.9 * columns, 6.4), dpi=110, facecolor="white")
    FigureCanvasAgg(figure)
    axes = figure.subplots(2, columns, squeeze=False, sharey="row")
    figure.subplots_adjust(left=0.9 / (2.6 + 2.9 * columns), right=0.97, top=0.80, bottom=0.10)
    movement, flag = shown[0][0].movement, shown[0][1]
    for i, (rep, found) in enumerate(shown):
        curves = flag_curves(rep, found, frames, left_out)
        if curves is not None:
            _draw(axes[0, i], curves, curves.movement_mm)
            _draw(axes[1, i], curves, curves.co_movement, curves.limit_line)
        axes[0, i].set_title(_facts(rep, found), fontsize=9, color=_INK, loc="left")
        axes[1, i].set_xlabel(tr("seconds"), fontsize=9)
    unit = tr("% closed") if flag.unit == "pct" else tr("mm from rest")
    axes[0, 0].set_ylabel("\n".join((movement_words(movement), tr("mm from rest"))), fontsize=10)
    axes[1, 0].set_ylabel(f"{REGION[flag.region]}\n{unit}", fontsize=10)
    axes[1, 0].legend(loc="upper left", fontsize=8, frameon=False)
    figure.suptitle(
        f"{movement_words(movement)}: {PLACE[flag.region, flag.side]}",
        x=0.02, y=0.98, ha="left", fontsize=15, fontweight="bold", color=_INK,
    )  # fmt: skip
    data = io.BytesIO()
    figure.savefig(data, format="png")
    return data.getvalue()


def _draw(
    axes: Axes, curves: FlagCurves, sizes: SidePair, limit_line: FloatArray | None = None
) -> None:
    axes.axvspan(*curves.window, color=_FLAG, linewidth=0, zorder=0)
    axes.axhline(0, color="#9aa4af", linewidth=0.8, zorder=1)
    if limit_line is not None:
        axes.plot(
            curves.time_s, limit_line, color="#6b7683", linestyle=":", linewidth=1.1,
            label=tr("limit"),
        )  # fmt: skip
    for side, (colour, line) in _LINES.items():
        axes.plot(
            curves.time_s, sizes.of(side), color=colour, linestyle=line,
            linewidth=2.2 if side is curves.side else 1.4, label=SIDE[side],
        )  # fmt: skip
    axes.tick_params(labelsize=8)
    for name in ("top", "right"):
        axes.spines[name].set_visible(False)


def _facts(rep: RepRecord, flag: SynkinesisFlag) -> str:
    unit = tr("points") if flag.unit == "pct" else "mm"
    lines = [f"{rep.index + 1}: {GRADE[flag.grade]}, {flag.magnitude:.1f} {unit}"]
    if flag.limit is not None:
        lines.append(tr("threshold {limit} {unit}", limit=f"{flag.limit:.1f}", unit=unit))
    if flag.rule is not None:
        lines.append(tr(_RULES[flag.rule.value]))
    return "\n".join(lines)
