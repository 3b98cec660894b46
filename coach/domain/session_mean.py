"""The mean of a session's repetitions with an interval that does not promise too much.

Repetitions of one session are not independent readings of the truth: the same face, rest face,
camera and light give them the same error, and no number of repetitions averages that away. So the
interval of a mean keeps the whole uncertainty of one repetition and adds what the repetitions' own
spread leaves open (JCGM 100:2008, 5.1 and G.4).
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from statistics import fmean, stdev

from coach.domain.comovement import further_mm
from coach.domain.movements import Movement
from coach.domain.repeatability import Figure
from coach.domain.session import BaselineRecord, RepRecord, ScaleSource
from coach.domain.sides import PerSide, Side
from coach.domain.student import Z95, effective_degrees, t95


@dataclass(frozen=True, slots=True)
class SessionMean:
    """Mean of one figure over the scored repetitions of a movement in one session.

    Attributes:
        movement: what was practised.
        figure: what it is the mean of.
        mean: in mm or points of %.
        half_width: of the 95 % interval of the true mean; None where the repetitions carry none.
        spread: standard deviation of the repetitions; None for a single one.
        reps: how many.
        scale: where the session's millimetres come from; None where it has no rest face.
        refined: whether pixels refined the landmarks; None as above.
        healthy_mm: of a share, how far the healthy side went on average; else None.
    """

    movement: Movement
    figure: Figure
    mean: float
    half_width: float | None
    spread: float | None
    reps: int
    scale: ScaleSource | None
    refined: bool | None
    healthy_mm: float | None = None

    @property
    def interval(self) -> tuple[float, float] | None:
        """95 % interval; None where it is not known."""
        if self.half_width is None:
            return None
        return self.mean - self.half_width, self.mean + self.half_width


def session_mean(
    reps: Iterable[RepRecord],
    movement: Movement,
    figure: Figure,
    baseline: BaselineRecord | None = None,
) -> SessionMean | None:
    """Mean of the scored repetitions of a movement; None where the figure has no value in any.

    Args:
        reps: of one session; other movements are passed over.
        movement: which to look at.
        figure: what to take the mean of.
        baseline: of the session.
    """
    scored = [rep for rep in reps if rep.scored and rep.movement is movement]
    readings = [reading(rep, figure) for rep in scored]
    known = [(v, u) for v, u in readings if v is not None and math.isfinite(v)]
    if not known:
        return None
    values = [value for value, _ in known]
    return SessionMean(
        movement=movement,
        figure=figure,
        mean=fmean(values),
        half_width=mean_half_width(values, [u for _, u in known]),
        spread=stdev(values) if len(values) > 1 else None,
        reps=len(values),
        scale=baseline.scale if baseline is not None else None,
        refined=baseline.refined if baseline is not None else None,
        healthy_mm=_mean_healthy_mm(scored) if figure is Figure.SHARE else None,
    )


def reading(rep: RepRecord, figure: Figure) -> tuple[float | None, float | None]:
    """A repetition's value of a figure, and the half width of its 95 % interval."""
    if figure is Figure.SHARE:
        return rep.affected_pct_of_healthy, _share_half_width(rep)
    if figure is Figure.FURTHER_MM:
        return further_mm(rep), rep.uncertainty_mm
    if figure is Figure.DIFFERENCE_MM:
        return rep.end_difference_mm, _difference_half_width(rep)
    side = Side.LEFT if figure in (Figure.LEFT_MM, Figure.LEFT_CLOSURE) else Side.RIGHT
    sides: PerSide = rep.excursion_mm if figure.in_mm else rep.closure_pct
    return sides.of(side), rep.uncertainty_mm if figure.in_mm else rep.closure_uncertainty_pct


def _healthy_mm(rep: RepRecord) -> float | None:
    """Excursion of the side that the share is taken of."""
    left, right, share = rep.excursion_mm.left, rep.excursion_mm.right, rep.affected_pct_of_healthy
    if left is None or right is None or share is None:
        return None
    part = share / 100.0
    return right if abs(left - part * right) <= abs(right - part * left) else left


def _mean_healthy_mm(reps: list[RepRecord]) -> float | None:
    sizes = [size for rep in reps if (size := _healthy_mm(rep)) is not None]
    return fmean(sizes) if sizes else None


def _share_half_width(rep: RepRecord) -> float | None:
    """As it was measured; in older records first order from the excursions', which is wider."""
    healthy, each, share = _healthy_mm(rep), rep.uncertainty_mm, rep.affected_pct_of_healthy
    if rep.affected_pct_uncertainty is not None or share is None or each is None or not healthy:
        return rep.affected_pct_uncertainty
    return 100.0 * each / abs(healthy) * math.hypot(1.0, share / 100.0)


def _difference_half_width(rep: RepRecord) -> float | None:
    """Of left minus right.

    What both sides have in common cancels as in their ratio: a difference is the healthy side
    times (share - 1), known as well as these two. Without a ratio the sides' errors are taken as
    independent, which is never too sure.
    """
    each, half, share = rep.uncertainty_mm, _share_half_width(rep), rep.affected_pct_of_healthy
    healthy = _healthy_mm(rep)
    if each is None:
        return None
    if half is None or share is None or healthy is None:
        return each * math.sqrt(2.0)
    return math.hypot(half / 100.0 * healthy, (share / 100.0 - 1.0) * each)


@dataclass(frozen=True, slots=True)
class Earlier:
    """What is compared with: the same exercise, the last time before.

    Attributes:
        created: when that session began, with its offset.
        reps: its repetitions of the exercise.
        baseline: its rest face.
    """

    created: datetime
    reps: tuple[RepRecord, ...]
    baseline: BaselineRecord | None


def mean_half_width(values: list[float], half_widths: list[float | None]) -> float | None:
    """Half width of the 95 % interval of the mean of alike readings.

    The readings' own uncertainty is kept whole (they err together), and the spread's part of the
    mean is added as an independent one.

    Args:
        values: at least one.
        half_widths: of each reading's 95 % interval; None where unknown.

    Returns:
        None where no reading has an interval.
    """
    known = [u for u in half_widths if u is not None and math.isfinite(u)]
    if not known:
        return None
    common = fmean(u * u for u in known) / Z95**2
    n = len(values)
    if n == 1:
        return Z95 * math.sqrt(common)
    own = stdev(values) ** 2 / n
    return t95(effective_degrees([(common, math.inf), (own, n - 1.0)])) * math.sqrt(common + own)
