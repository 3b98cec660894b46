"""A summary of blinks as one flat JSON column, and back."""

from __future__ import annotations

from collections.abc import Mapping

from coach.domain.blinks import BlinkSummary, CornerWithBlinks
from coach.domain.sides import PerSide
from coach.storage.numbers import finite, number


def blink_columns(blinks: BlinkSummary | None) -> dict[str, float | None] | None:
    """The session row's summary of blinks, flat."""
    if blinks is None:
        return None
    return {
        "observed_s": finite(blinks.observed_s),
        "count": blinks.count,
        "left_count": blinks.left_count,
        "right_count": blinks.right_count,
        "mean_peak_left_pct": finite(blinks.mean_peak_pct.left),
        "mean_peak_right_pct": finite(blinks.mean_peak_pct.right),
        "complete_left": finite(blinks.complete_share.left),
        "complete_right": finite(blinks.complete_share.right),
        "fast_enough": float(blinks.fast_enough),
        **_corner_columns(blinks.corner),
    }


def _corner_columns(corner: CornerWithBlinks | None) -> dict[str, float | None]:
    if corner is None:
        return {}
    return {
        "corner_judged": corner.judged,
        "corner_left_count": corner.left_count,
        "corner_right_count": corner.right_count,
        "corner_largest_left_mm": finite(corner.largest_mm.left),
        "corner_largest_right_mm": finite(corner.largest_mm.right),
        "corner_limit_mm": finite(corner.limit_mm),
    }


def blink_summary(columns: Mapping[str, float | None] | None) -> BlinkSummary | None:
    """The inverse of `blink_columns`."""
    if columns is None:
        return None
    return BlinkSummary(
        observed_s=number(columns.get("observed_s")),
        count=int(columns.get("count") or 0),
        left_count=int(columns.get("left_count") or 0),
        right_count=int(columns.get("right_count") or 0),
        mean_peak_pct=PerSide(
            columns.get("mean_peak_left_pct"), columns.get("mean_peak_right_pct")
        ),
        complete_share=PerSide(columns.get("complete_left"), columns.get("complete_right")),
        fast_enough=bool(columns.get("fast_enough")),
        corner=_corner(columns),
    )


def _corner(columns: Mapping[str, float | None]) -> CornerWithBlinks | None:
    if not columns.get("corner_judged"):
        return None
    return CornerWithBlinks(
        judged=int(columns.get("corner_judged") or 0),
        left_count=int(columns.get("corner_left_count") or 0),
        right_count=int(columns.get("corner_right_count") or 0),
        largest_mm=PerSide(
            columns.get("corner_largest_left_mm"), columns.get("corner_largest_right_mm")
        ),
        limit_mm=number(columns.get("corner_limit_mm")),
    )
