"""The bench's result in words and as a curve."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from tests.accuracy.synkinesis_table import refresh
from tests.synkinesis.scoring import Score, area
from tests.synkinesis.talks import Talks

RECALL = PRECISION = 0.95
AREA = 0.97
ALARMS_IN_30_MIN = 1.0
DELAY_S = 0.5
#: Clips on which nothing may be flagged, by the start of the name.
CLEAN: Final = ("rest", "smile_duchenne", "smile_symmetric", "pucker_clean")
_PAGE: Final = Path(__file__).resolve().parents[2] / "docs" / "synkinesis.md"
_BEGIN, _END = "<!-- bench -->", "<!-- /bench -->"


@dataclass(frozen=True)
class Row:
    """One line of the table; met where there is no target."""

    what: str
    found: str
    target: str = ""
    met: bool = True


def _at_least(what: str, found: float, target: float) -> Row:
    return Row(what, f"{found:.4f}", f"at least {target}", found >= target)


def _at_most(what: str, found: float, target: float) -> Row:
    return Row(what, f"{found:.2f}", f"at most {target}", found <= target)


def _counts(what: str, score: Score) -> Row:
    found = f"{score.hits}, {score.misses}, {score.false_alarms}"
    return Row(f"{what}: hits, missed, false alarms", found)


@dataclass(frozen=True)
class ClipResult:
    """One clip: flags of the finished repetitions against the truth, and the live detector."""

    name: str
    hits: int
    false: int
    misses: int
    live: Score


@dataclass(frozen=True)
class Result:
    """Everything the bench found."""

    clips: list[ClipResult]
    puppet: list[ClipResult]
    simulated: Score
    sessions: int
    calibrated: int
    plain: Score
    taught: Score
    drawn: Score
    talks: Talks
    took_s: float

    @property
    def recall(self) -> float:
        return _share(sum(c.hits for c in self.clips), sum(c.misses for c in self.clips))

    @property
    def precision(self) -> float:
        return _share(sum(c.hits for c in self.clips), sum(c.false for c in self.clips))

    @property
    def on_clean(self) -> int:
        """Flags, finished and live, on clips that are to have none."""
        return sum(c.false + c.live.false_alarms for c in self.clips if c.name.startswith(CLEAN))

    @property
    def rows(self) -> list[Row]:
        """Everything that was found, with its target where there is one."""
        s = self.simulated
        rows: list[Row] = []
        if self.clips:
            live = Score()
            for clip in self.clips:
                live.add(clip.live)
            rows += [
                _at_least("clips: recall a repetition", self.recall, RECALL),
                _at_least("clips: precision", self.precision, PRECISION),
                _at_most("clips: flags where there must be none", self.on_clean, 0),
                _at_most("clips, live at 30 fps: median delay, s", _middle(live.delays_s), DELAY_S),
                _counts("clips, live", live),
            ]
        who = f"{self.sessions} simulated sessions"
        of_these = f"{self.calibrated} of these, repetitions 3 to 5"
        rows += [
            _at_least(f"{who}: area under the curve", area(s.positive, s.negative), AREA),
            _at_most(
                f"{who}, {s.watched_s / 60:.0f} min: false alarms in 30 min",
                s.alarms_in_30_min,
                ALARMS_IN_30_MIN,
            ),
            _at_most(f"{who}: median delay, s", _middle(s.delays_s), DELAY_S),
            Row(f"{who}: delay, 90 % within", f"{_late(s.delays_s):.2f} s"),
            Row(
                f"{who}: from a tenth of the co-movement to the flag, median",
                f"{_middle(s.since_begun_s):.2f} s",
            ),
            Row(f"{who}: share that is flagged live", f"{_share(s.hits, s.misses):.3f}"),
            _counts(f"drawn faces, rendered ({self.drawn.watched_s / 60:.0f} min)", self.drawn),
            Row("drawn faces: median delay", f"{_middle(self.drawn.delays_s):.2f} s"),
            *self._on_puppet(),
            _counts(f"{of_these}, not calibrated", self.plain),
            _counts(f"{of_these}, calibrated with the first two", self.taught),
            *talk_rows(self.talks),
        ]
        return rows

    def _on_puppet(self) -> list[Row]:
        if not self.puppet:
            return []
        live = Score()
        for case in self.puppet:
            live.add(case.live)
        hits, misses, false = (
            sum(getattr(c, name) for c in self.puppet) for name in ("hits", "misses", "false")
        )
        who = f"photographic puppet ({len(self.puppet)} recordings)"
        return [
            Row(f"{who}: hits, missed, false flags a repetition", f"{hits}, {misses}, {false}"),
            _counts(f"{who}, live", live),
        ]

    @property
    def met(self) -> bool:
        return all(row.met for row in self.rows)


def talk_rows(talks: Talks) -> list[Row]:
    """The minutes of talking: no targets."""
    who = f"{talks.minutes} simulated minutes of talking"
    return [
        Row(f"{who}, no coupling: flags in 30 min", f"{talks.flags_in_30_min:.1f}"),
        Row(f"{who}, 6 points a mm: found", f"{talks.found:.2f}"),
        Row(f"{who}: error of the mouth's share", f"{talks.mouth_error:.1f} points"),
    ]


def line(row: Row) -> str:
    """A row of the table, in Markdown."""
    verdict = "" if not row.target else "met" if row.met else "MISSED"
    return f"| {row.what} | {row.found} | {row.target} | {verdict} |"


def table(result: Result) -> str:
    """Markdown."""
    lines = ["| | found | target | |", "| --- | --- | --- | --- |"]
    lines += [line(row) for row in result.rows]
    for score, label in ((result.simulated, "simulated"), (result.drawn, "drawn")):
        lines += ["", f"False alarms ({label}): " + ("; ".join(score.alarms) or "none") + "."]
    bad = [
        f"{c.name} ({c.hits} hits, {c.false} false, {c.misses} missed; live {c.live.alarms}"
        f" missed {c.live.misses})"
        for c in (*result.clips, *result.puppet)
        if c.false or c.misses or c.live.false_alarms or c.live.misses
    ]
    lines += ["", "Clips and puppets with an error: " + ("; ".join(bad) or "none") + "."]
    lines += ["", f"The bench took {result.took_s:.0f} s."]
    return "\n".join(lines)


def plot(result: Result, path: Path) -> None:
    """The operating curve with the shipped threshold on it."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    positive = np.array(result.simulated.positive)
    negative = np.array(result.simulated.negative)
    limits = np.unique(np.concatenate([positive, negative, [1.0]]))[::-1]
    hit = [(positive >= x).mean() for x in limits]
    false = [(negative >= x).mean() for x in limits]
    figure = Figure(figsize=(6, 6), dpi=110)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0.13, 0.11, 0.82, 0.80))
    axes.plot(false, hit, color="#1c5fa8", linewidth=2)
    x, y = float((negative >= 1.0).mean()), float((positive >= 1.0).mean())
    axes.plot([x], [y], "o", color="#a84e06", markersize=9)
    axes.annotate("shipped thresholds", (x, y), xytext=(14, -18), textcoords="offset points")
    axes.plot([0, 1], [0, 1], ":", color="#8a949f")
    axes.set_xlim(-0.02, 1)
    axes.set_ylim(0, 1.02)
    axes.set_xlabel("repetitions and regions without co-movement that are flagged, share")
    axes.set_ylabel("co-movements that are flagged, share")
    axes.set_title(
        f"{result.sessions} simulated sessions: area {area(list(positive), list(negative)):.4f}"
    )
    figure.savefig(path)


def keep(result: Result) -> None:
    """Write the table and the curve into docs/, its targets into docs/accuracy.md too."""
    text = _PAGE.read_text(encoding="utf-8")
    before, rest = text.split(_BEGIN)
    after = rest.split(_END)[1]
    _PAGE.write_text(f"{before}{_BEGIN}\n{table(result)}\n{_END}{after}", encoding="utf-8")
    plot(result, _PAGE.parent / "images" / "synkinesis_roc.png")
    refresh()


def renew(rows: Sequence[Row]) -> None:
    """Put these rows in place of those of the same names in docs/; the others stay."""
    new = {f"| {row.what} |": line(row) for row in rows}
    lines = _PAGE.read_text(encoding="utf-8").split("\n")
    places = {i: new[name] for i, old in enumerate(lines) for name in new if old.startswith(name)}
    if len(places) != len(new):
        raise ValueError("the page has not just these rows; run the whole bench with --docs")
    _PAGE.write_text("\n".join(places.get(i, o) for i, o in enumerate(lines)), encoding="utf-8")


def _share(yes: int, no: int) -> float:
    return yes / (yes + no) if yes + no else 1.0


def _middle(values: list[float]) -> float:
    return float(np.median(values)) if values else float("nan")


def _late(values: list[float]) -> float:
    return float(np.percentile(values, 90)) if values else float("nan")
