"""What a guided session with a film's face came to, against what the face did."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from coach.domain.exercise import Phase
from coach.domain.frames import FloatArray
from coach.domain.measures import MEASURE_COLUMNS, N_MEASURES, SideMeasure
from coach.domain.movements import Movement
from coach.domain.sides import Side
from tests.accuracy.case import empty_values, put
from tests.accuracy.intervals import hold_values
from tests.accuracy.refusals import causeless_share
from tests.accuracy.scoring import BROW, CORNER, size_of, symmetry_pct
from tests.accuracy.warping import Moves

_COACHED: Final = frozenset({Phase.DEMONSTRATE, Phase.GET_READY, Phase.MOVE})
#: At either end of a hold the face may still move, s.
_MARGIN_S: Final = 0.3


@dataclass(frozen=True, slots=True)
class LiveReport:
    """Of one session.

    Attributes:
        could_practise: the coach asked for a movement.
        set_up_s: until the resting face was known; None where it never was.
        asked / scored: repetitions.
        unscored: reason -> repetitions.
        pictures / refused: all, and not scored after set-up: reason -> share.
        causeless: share of all pictures refused for what is not there (nothing hides this face,
            nothing moves it but the patient).
        error_mm: mean over sides and repetitions, in the hold; NaN where nothing was read.
        symmetry_points: |measured - true| of the session's mean.
        false_flags: "side region" of every unwanted movement told; none is there.
        stir_mm: how steady the film itself is.
    """

    film: str
    exercise: str
    could_practise: bool
    set_up_s: float | None
    asked: int
    scored: int
    unscored: dict[str, int]
    pictures: int
    refused: dict[str, float]
    causeless: float
    error_mm: float
    symmetry_points: float
    false_flags: list[str]
    stir_mm: float

    def as_json(self) -> dict[str, Any]:
        """JSON has no NaN: null."""
        return {
            k: None if isinstance(v, float) and np.isnan(v) else v for k, v in asdict(self).items()
        }

    def lines(self) -> list[str]:
        """In plain words."""
        practised = "practised" if self.could_practise else "could NOT practise"
        after = f"{self.set_up_s:.0f} s" if self.set_up_s is not None else "never"
        why = ", ".join(f"{n} {r}" for r, n in self.unscored.items())
        refused = ", ".join(f"{r} {100 * s:.1f} %" for r, s in self.refused.items()) or "none"
        return [
            f"{self.film}: {practised} {self.exercise}; rest face known after: {after}",
            f"  repetitions scored: {self.scored} of {self.asked}" + (f" ({why})" if why else ""),
            f"  pictures refused: {refused}; without cause {100 * self.causeless:.1f} %",
            f"  off by {self.error_mm:.2f} mm, symmetry by {self.symmetry_points:.1f} points"
            f" (the film itself stirs {self.stir_mm:.2f} mm)",
            f"  false flags: {', '.join(self.false_flags) or 'none'}",
        ]


def report(
    film: str,
    exercise: str,
    folder: Path,
    phases: Sequence[tuple[Phase, float]],
    shown: Sequence[tuple[float, Moves]],
    affected: Side | None,
    stir_mm: float,
) -> LiveReport:
    """Read the session's files.

    Args:
        film / exercise: what was done.
        folder: with `session.json` and `measures.csv`.
        phases: (phase, seconds) as the coach began them.
        shown: (seconds, moves) of every picture.
        affected: the weak side.
        stir_mm: of the film.
    """
    session = json.loads((folder / "session.json").read_text(encoding="utf-8"))
    time_s, values, reasons = _read_measures(folder / "measures.csv")
    reps = session["reps"]
    movement = next((Movement(r["movement"]) for r in reps), Movement.SMILE_CLOSED)
    error, symmetry = _errors(reps, movement, time_s, values, reasons, shown)
    known = next((s for p, s in phases if p in _COACHED), None)
    counted = Counter(r for r in reasons if r and r != "no_baseline")
    n = max(len(reasons), 1)
    return LiveReport(
        film=film,
        exercise=exercise,
        could_practise=any(p is Phase.MOVE for p, _ in phases),
        set_up_s=known,
        asked=len(reps),
        scored=sum(bool(r["scored"]) for r in reps),
        unscored=dict(Counter(str(r["reason"]) for r in reps if not r["scored"])),
        pictures=len(reasons),
        refused={r: c / n for r, c in counted.most_common()},
        causeless=causeless_share(reasons),
        error_mm=error,
        symmetry_points=symmetry,
        false_flags=[f"{f['side']} {f['region']}" for r in reps for f in r["synkinesis"]],
        stir_mm=stir_mm,
    )


def _read_measures(path: Path) -> tuple[FloatArray, FloatArray, list[str]]:
    """(n,) seconds, (n, N_MEASURES) values, n reasons ("" where valid)."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    values = np.array(
        [[float(row[c]) if row[c] else np.nan for c in MEASURE_COLUMNS] for row in rows]
    ).reshape(-1, N_MEASURES)
    return np.array([float(r["time_s"]) for r in rows]), values, [r["reason"] for r in rows]


def _errors(
    reps: Sequence[dict[str, Any]],
    movement: Movement,
    time_s: FloatArray,
    values: FloatArray,
    reasons: Sequence[str],
    shown: Sequence[tuple[float, Moves]],
) -> tuple[float, float]:
    """Mean mm, and points of symmetry."""
    if not len(time_s) or not shown:
        return float("nan"), float("nan")
    key = BROW if movement is Movement.BROW_RAISE else CORNER
    true = _true_values(time_s, shown)
    valid = np.array([not r for r in reasons])
    sizes = []
    for rep in reps:
        if not rep["scored"]:
            continue
        inside = (time_s > rep["hold_start_s"] + _MARGIN_S) & (
            time_s < rep["hold_end_s"] - _MARGIN_S
        )
        held = [hold_values(v, inside & valid) for v in (true, values)]
        sizes.append([[size_of(key, v, side) for side in Side] for v in held])
    table = np.array(sizes)  # repetition, (true, measured), side
    if not len(table) or np.isnan(table).all():
        return float("nan"), float("nan")
    mean = np.nanmean(table, axis=0)
    even = [symmetry_pct(*(float(v) for v in row)) for row in mean]
    return float(np.nanmean(np.abs(table[:, 1] - table[:, 0]))), abs(even[1] - even[0])


def _true_values(time_s: FloatArray, shown: Sequence[tuple[float, Moves]]) -> FloatArray:
    """(n, N_MEASURES) at each measured picture: the one shown at that time."""
    shown_s = np.array([t for t, _ in shown])
    at = np.clip(np.searchsorted(shown_s, time_s - 1e-3), 0, len(shown) - 1)
    out = empty_values(len(time_s))
    for measure in (SideMeasure.COMMISSURE_X, SideMeasure.COMMISSURE_Y, SideMeasure.BROW_Y):
        for side in Side:
            column = np.array([shown[i][1].get((measure, side), 0.0) for i in at])
            put(out, measure, side, column)
    return out
