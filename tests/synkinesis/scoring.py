"""The shipped detector against the truth of a case."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from coach.analysis.blinks_live import BlinkGuard
from coach.analysis.comovement import excess, threshold, visible, watched_sides
from coach.analysis.synkinesis import DWELL_S, NO_RANGES, CleanRanges, SynkinesisDetector
from coach.domain.frames import FloatArray
from coach.domain.measures import MeasureSeries
from coach.domain.movements import MOVEMENT_SPECS, Region
from tests.synkinesis.session import Case, Watched

#: A flag so soon before the truth passes its threshold is that co-movement, seen early.
EARLY_S: Final = 0.5


@dataclass
class Score:
    """Counts over cases; scores are for the operating curve."""

    hits: int = 0
    misses: int = 0
    false_alarms: int = 0
    early: int = 0
    watched_s: float = 0.0
    delays_s: list[float] = field(default_factory=list)
    since_begun_s: list[float] = field(default_factory=list)
    positive: list[float] = field(default_factory=list)
    negative: list[float] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Take another's counts over."""
        self.hits += other.hits
        self.misses += other.misses
        self.false_alarms += other.false_alarms
        self.early += other.early
        self.watched_s += other.watched_s
        for name in (
            "delays_s", "since_begun_s", "positive", "negative", "alarms", "missed",
        ):  # fmt: skip
            getattr(self, name).extend(getattr(other, name))

    @property
    def alarms_in_30_min(self) -> float:
        return 1800.0 * self.false_alarms / max(self.watched_s, 1e-9)


def score(case: Case, clean: CleanRanges = NO_RANGES) -> Score:
    """Run the live detector through a case and compare; `clean`: the person's clean ranges."""
    out = Score(watched_s=case.duration_s)
    starts = live_starts(case, clean)
    strength = _strength(case)
    keys = [
        (q.region, s) for q in case.quiet if visible(q.region) for s in watched_sides(case.affected)
    ]
    time_s = np.array([f.time_s for f in case.frames])
    for rep in case.reps:
        inside = (time_s >= rep.moving[0]) & (time_s < rep.moving[1])
        for key in keys:
            best = float(np.max(strength[key][inside], initial=0.0))
            mine = [t for k, t in starts if k == key and rep.moving[0] <= t < rep.end_s + 1.0]
            if key in rep.present:
                out.positive.append(best)
                _count_present(out, case, mine, rep.onset_s.get(key), rep.begun_s.get(key))
            elif key not in rep.doubtful:
                out.negative.append(best)
                out.false_alarms += len(mine)
                out.alarms += [
                    f"{case.name} {key[0].value} {key[1].value} at {t:.1f}" for t in mine
                ]
    return out


def _count_present(
    out: Score, case: Case, mine: list[float], onset_s: float | None, begun_s: float | None
) -> None:
    if not mine or onset_s is None or begun_s is None:
        out.misses += 1
        out.missed.append(case.name)
        return
    out.hits += 1
    first = mine[0]
    if first < onset_s - EARLY_S:
        out.early += 1
    out.delays_s.append(first - onset_s)
    out.since_begun_s.append(first - begun_s)


def live_starts(case: Case, clean: CleanRanges = NO_RANGES) -> list[tuple[Watched, float]]:
    """What the live detector says begins, and when."""
    detector = SynkinesisDetector(case.movement, case.quiet, case.affected, case.baseline, clean)
    found: list[tuple[Watched, float]] = []
    windows = [rep.moving for rep in case.reps]
    for frame in case.frames:
        moving = any(a <= frame.time_s < b for a, b in windows)
        for change in detector.step(frame, moving):
            if change.started:
                found.append(((change.region, change.side), frame.time_s))
    return found


def _strength(case: Case) -> dict[Watched, FloatArray]:
    """Excess over its threshold that has lasted for the dwell, outside blinks, per picture."""
    series = MeasureSeries.of(case.frames)
    guard = BlinkGuard()
    guarded = MOVEMENT_SPECS[case.movement].region is not Region.EYE
    seen = np.array([m.valid and not (guarded and guard.step(m)) for m in case.frames])
    width = max(round(DWELL_S * case.fps), 2)
    out: dict[Watched, FloatArray] = {}
    for q in case.quiet:
        for side in watched_sides(case.affected) if visible(q.region) else ():
            size = excess(
                series.values, case.movement, q.region, side, case.affected, case.baseline
            )[seen] / threshold(q, side, case.baseline)
            lasting = np.full(len(size), -1.0)
            if len(size) >= width:
                windows = np.lib.stride_tricks.sliding_window_view(size, width)
                lasting[width - 1 :] = windows.min(axis=1)
            full = np.full(len(case.frames), -1.0)
            full[seen] = lasting
            out[q.region, side] = full
    return out


def area(positive: list[float], negative: list[float]) -> float:
    """Area under the receiver-operating curve (Mann-Whitney, ties halved)."""
    ordered = np.sort(negative)
    below = np.searchsorted(ordered, positive, "left")
    ties = np.searchsorted(ordered, positive, "right") - below
    return float((below + 0.5 * ties).mean() / len(negative))
