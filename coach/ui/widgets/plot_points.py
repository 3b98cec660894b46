"""What a plot over sessions shows, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from coach.domain.sides import Side


@dataclass(frozen=True, slots=True)
class PlotPoint:
    """One session, or the sessions of one week.

    Attributes:
        when: when it was; of a week the middle of its sessions.
        value: the figure.
        half_width: of its 95 % interval; None where unknown.
        says: the point in words.
    """

    when: datetime
    value: float
    half_width: float | None
    says: str


@dataclass(frozen=True, slots=True)
class PlotLine:
    """One figure over time.

    Attributes:
        points: what is joined by a line, and can be chosen.
        side: gives it the side's mark and colour; None for neither.
        single: (when, value) of single sessions behind points that are weeks.
    """

    points: tuple[PlotPoint, ...]
    side: Side | None = None
    single: tuple[tuple[datetime, float], ...] = ()


@dataclass(frozen=True, slots=True)
class PlotView:
    """What a plot shows.

    Attributes:
        name: what it is, for screen readers.
        unit: what the numbers are, at the top.
        lines: the figures.
        band: values between which nothing has really changed; None where not known.
        level: a value to compare with (100 per cent, 0); None for none.
        level_says: what the level means.
        band_says: what the band means.
    """

    name: str
    unit: str
    lines: tuple[PlotLine, ...]
    band: tuple[float, float] | None = None
    level: float | None = None
    level_says: str = ""
    band_says: str = ""
