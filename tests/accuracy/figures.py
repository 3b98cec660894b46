"""Truth against measured, and Bland-Altman, for docs/images/accuracy."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from coach.domain.frames import FloatArray
from tests.accuracy.case import Family
from tests.accuracy.scoring import ALA, BROW, CLOSURE, CORNER, LAG, SYMMETRY, Reading, Scored
from tests.accuracy.tables import readings

_NAMES: Final = {
    CORNER: "mouth_corner", CLOSURE: "eye_closure", BROW: "brow", ALA: "nose_wing",
    SYMMETRY: "symmetry", LAG: "onset_lag",
}  # fmt: skip
#: Colour-blind safe (Okabe and Ito), and a shape each.
_STYLE: Final = {
    Family.CLIPS: ("#0072b2", "o"),
    Family.DRAWN: ("#d55e00", "s"),
    Family.PUPPET: ("#009e73", "^"),
}
_PLAIN: Final = "#b0b0b0"


def draw(scored: Sequence[Scored], folder: Path) -> list[str]:
    """Write one picture for each measure.

    Returns:
        Their file names.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for measure, name in _NAMES.items():
        found = [r for r in readings(scored, measure) if not np.isnan(r.ours)]
        if not found:
            continue
        figure = Figure(figsize=(9.0, 3.8), dpi=100, layout="constrained")
        FigureCanvasAgg(figure)
        against, difference = figure.subplots(1, 2)
        _truth_against_measured(against, found, measure)
        _bland_altman(difference, found)
        figure.savefig(folder / f"{name}.png", metadata={"Software": None})
        written.append(f"{name}.png")
    return written


def _columns(found: Sequence[Reading]) -> tuple[FloatArray, FloatArray, FloatArray]:
    rows = np.array([(r.truth, r.ours, r.plain) for r in found])
    return rows[:, 0], rows[:, 1], rows[:, 2]


def _truth_against_measured(axes: Axes, found: Sequence[Reading], measure: str) -> None:
    true, _, plain = _columns(found)
    ends = [float(true.min()), float(true.max())]
    axes.plot(ends, ends, color="black", linewidth=0.8)
    if not np.isnan(plain).all():
        axes.scatter(true, plain, s=10, color=_PLAIN, label="plain MediaPipe")
    for family, (colour, marker) in _STYLE.items():
        part = [r for r in found if r.case.family is family]
        if part:
            x, y, _ = _columns(part)
            axes.scatter(x, y, s=14, color=colour, marker=marker, label=family)
    axes.set_xlabel(f"truth: {measure}")
    axes.set_ylabel("measured")
    axes.legend(fontsize="x-small")


def _bland_altman(axes: Axes, found: Sequence[Reading]) -> None:
    true, own, _ = _columns(found)
    error = own - true
    bias, spread = float(error.mean()), 1.96 * float(error.std())
    for family, (colour, marker) in _STYLE.items():
        rows = np.array([r.case.family is family for r in found])
        axes.scatter(0.5 * (own + true)[rows], error[rows], s=14, color=colour, marker=marker)
    axes.axhline(bias, color="black", linewidth=0.8)
    for limit in (bias - spread, bias + spread):
        axes.axhline(limit, color="black", linewidth=0.8, linestyle="--")
    axes.set_xlabel("mean of truth and measured")
    axes.set_ylabel("measured minus truth")
    axes.set_title(f"bias {bias:+.2f}, 95 % within {bias - spread:+.2f} to {bias + spread:+.2f}",
                   fontsize="small")  # fmt: skip
