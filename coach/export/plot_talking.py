"""One picture for each minute of talking: the mouth above, what went along with it below."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from coach.domain.flag_curves import region_sizes
from coach.domain.language import plural, tr
from coach.domain.measures import MeasureSeries
from coach.domain.movements import REGION_MEASURES, Region
from coach.domain.session import LoggedFrame, SessionRecord
from coach.domain.sides import Side
from coach.domain.spontaneous import SpontaneousPair, SpontaneousSummary, Trigger
from coach.export.wording import REGION, SIDE

#: Pictures that a session may have; the rest is in the JSON.
MOST: Final = 4
_LINES: Final = {Side.LEFT: ("#1c5fa8", "-"), Side.RIGHT: ("#a84e06", "--")}
_FLAG: Final = "#f3d9c6"
_INK: Final = "#1d2733"
_LONGEST_S: Final = 120.0
_CLOSURE_LIMITS: Final = (-15.0, 110.0)
_LEAST_MM: Final = 3.0


def plot_talking_name(number: int) -> str:
    """File name of the `number`-th picture, from 1."""
    return f"plot_talking_{number}.png"


def plot_talking(record: SessionRecord, frames: Sequence[LoggedFrame]) -> dict[str, bytes]:
    """PNG pictures by file name; none where nobody talked. Any thread."""
    found = {}
    for number, check in enumerate(record.spontaneous[:MOST], start=1):
        end_s = min(check.end_s, check.start_s + _LONGEST_S)
        shown = [f for f in frames if check.start_s - 1e-6 <= f.time_s <= end_s + 1e-6]
        if shown:
            found[plot_talking_name(number)] = draw_talking(check, shown)
    return found


def draw_talking(check: SpontaneousSummary, frames: Sequence[LoggedFrame]) -> bytes:
    """One PNG: the corners of the mouth, then each region that was watched with it.

    Args:
        check: what was seen.
        frames: the logged pictures of this time.
    """
    watched = [p for p in check.pairs if p.trigger is Trigger.MOUTH]
    regions = list(dict.fromkeys((Region.MOUTH, Region.EYE, *(p.region for p in watched))))
    figure = Figure(figsize=(11.0, 1.3 + 2.1 * len(regions)), dpi=110, facecolor="white")
    FigureCanvasAgg(figure)
    axes = figure.subplots(len(regions), 1, squeeze=False, sharex=True)[:, 0]
    top = 1.0 - 0.95 / (1.3 + 2.1 * len(regions))
    figure.subplots_adjust(left=0.09, right=0.98, top=top, bottom=0.09, hspace=0.25)
    series = MeasureSeries.of([f.measures for f in frames])
    time_s = np.array([f.time_s for f in frames])
    for place, region in zip(axes, regions, strict=True):
        for pair in watched:
            if pair.region is region:
                _shade(place, pair)
        for side, (colour, line) in _LINES.items():
            size = region_sizes(series, REGION_MEASURES[region], side)
            place.plot(time_s, size, color=colour, linestyle=line, linewidth=1.1, label=SIDE[side])
        unit = tr("% closed") if region is Region.EYE else tr("mm from rest")
        place.set_ylabel(f"{REGION[region]}\n{unit}", fontsize=10)
        if region is Region.EYE:
            place.set_ylim(*_CLOSURE_LIMITS)
        else:  # noise on a grown axis would look like movement
            place.set_ylim(0.0, max(_LEAST_MM, place.get_ylim()[1]))
        place.tick_params(labelsize=8)
        for name in ("top", "right"):
            place.spines[name].set_visible(False)
    axes[0].legend(loc="upper left", fontsize=8, frameon=False, ncols=2)
    axes[-1].set_xlabel(tr("Seconds from the start of the session"), fontsize=10)
    figure.suptitle(
        tr("Talking"), x=0.02, y=0.985, ha="left", fontsize=15, fontweight="bold", color=_INK
    )
    figure.text(
        0.02, 1.0 - 0.62 / (1.3 + 2.1 * len(regions)), "  |  ".join(_facts(check)),
        fontsize=10, color=_INK,
    )  # fmt: skip
    data = io.BytesIO()
    figure.savefig(data, format="png")
    return data.getvalue()


def _shade(axes: Axes, pair: SpontaneousPair) -> None:
    for start_s, end_s in pair.windows:
        axes.axvspan(start_s, end_s, color=_FLAG, linewidth=0, zorder=0)


def _facts(check: SpontaneousSummary) -> list[str]:
    talked, seen = round(check.talking_s), round(check.observed_s)
    said = [tr("talking for {talked} of {seen} s", talked=talked, seen=seen)]
    share, half = check.affected_pct_of_healthy, check.affected_pct_uncertainty
    if share is not None and check.enough:
        about = f"{share:.0f}" if half is None else f"{share:.0f} ± {half:.0f}"
        said.append(tr("mouth: affected {share} % of healthy", share=about))
    if check.blinks is not None:
        said.append(plural("{n} blinks", "{n} blink", check.blinks.count))
    return said
