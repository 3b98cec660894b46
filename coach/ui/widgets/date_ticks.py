"""The dates below a plot: its ends where it is short, months where it is long."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from coach.ui.dates import short_day, short_month

#: Up to this long the first and the last day tell more than months do.
_SHORT: Final = timedelta(days=75)
_STEPS: Final = (1, 2, 3, 6, 12)


def date_ticks(first: datetime, last: datetime, most: int) -> list[tuple[datetime, str]]:
    """Moments between `first` and `last` with their words, in order.

    Args:
        first: the earliest moment of the plot.
        last: the latest.
        most: how many words have room beside each other.
    """
    if last - first <= _SHORT:
        same = first.date() == last.date()
        return [(m, short_day(m)) for m in ((first,) if same else (first, last))]
    months = _months(first, last)
    step = next((s for s in _STEPS if len(months) <= max(most, 1) * s), _STEPS[-1])
    shown = [m for m in months if (m.month - 1) % step == 0] or months[:1]
    return [(m, short_month(m, year=i == 0 or m.month == 1)) for i, m in enumerate(shown)]


def _months(first: datetime, last: datetime) -> list[datetime]:
    """The first of each month between both."""
    month = first.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    found = []
    while month <= last:
        if month >= first:
            found.append(month)
        month = (month + timedelta(days=32)).replace(day=1)
    return found
