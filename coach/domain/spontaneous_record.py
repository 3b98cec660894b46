"""A talking summary as plain values for the log and for `session.json`, and back.

One form for both, rounded once, so that they agree to the last digit.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, Final

from coach.domain.blinks import BlinkSummary, CornerWithBlinks
from coach.domain.movements import Region
from coach.domain.precision import MM_DECIMALS, PCT_DECIMALS, rounded
from coach.domain.sides import PerSide, Side
from coach.domain.spontaneous import SpontaneousPair, SpontaneousSummary, Trigger

_SECONDS: Final = 4
_SHARE: Final = 4
_SLOPE: Final = 4


def spontaneous_to_dict(summary: SpontaneousSummary) -> dict[str, Any]:
    """Keys in the order of the file; null where there is no value."""
    return {
        "exercise_id": summary.exercise_id,
        "start_s": rounded(summary.start_s, _SECONDS),
        "end_s": rounded(summary.end_s, _SECONDS),
        "observed_s": rounded(summary.observed_s, _SECONDS),
        "talking_s": rounded(summary.talking_s, _SECONDS),
        "mouth_mm": _sides(summary.mouth_mm),
        "affected_pct_of_healthy": rounded(summary.affected_pct_of_healthy, PCT_DECIMALS),
        "affected_pct_uncertainty": rounded(summary.affected_pct_uncertainty, PCT_DECIMALS),
        "blinks": None if summary.blinks is None else _blinks_to_dict(summary.blinks),
        "pairs": [_pair_to_dict(pair) for pair in summary.pairs],
    }


def spontaneous_from_dict(data: Mapping[str, Any]) -> SpontaneousSummary:
    """The inverse of `spontaneous_to_dict`.

    Raises:
        KeyError, TypeError, ValueError: something is missing or of another kind.
    """
    blinks = data["blinks"]
    return SpontaneousSummary(
        exercise_id=str(data["exercise_id"]),
        start_s=_number(data["start_s"]),
        end_s=_number(data["end_s"]),
        observed_s=_number(data["observed_s"]),
        talking_s=_number(data["talking_s"]),
        mouth_mm=_per_side(data["mouth_mm"]),
        affected_pct_of_healthy=_maybe(data["affected_pct_of_healthy"]),
        affected_pct_uncertainty=_maybe(data["affected_pct_uncertainty"]),
        blinks=None if blinks is None else _blinks_from_dict(blinks),
        pairs=tuple(_pair_from_dict(pair) for pair in _list(data["pairs"])),
    )


def _pair_to_dict(pair: SpontaneousPair) -> dict[str, Any]:
    decimals = PCT_DECIMALS if pair.unit == "pct" else MM_DECIMALS
    return {
        "trigger": pair.trigger.value,
        "region": pair.region.value,
        "side": pair.side.value,
        "unit": pair.unit,
        "limit": rounded(pair.limit, decimals),
        "watched": rounded(pair.watched, _SECONDS),
        "count": pair.count,
        "share": rounded(pair.share, _SHARE),
        "strongest": rounded(pair.strongest, decimals),
        "slope": rounded(pair.slope, _SLOPE),
        "slope_half_width": rounded(pair.slope_half_width, _SLOPE),
        "windows": [[rounded(a, _SECONDS), rounded(b, _SECONDS)] for a, b in pair.windows],
    }


def _pair_from_dict(data: Mapping[str, Any]) -> SpontaneousPair:
    return SpontaneousPair(
        trigger=Trigger(data["trigger"]),
        region=Region(data["region"]),
        side=Side(data["side"]),
        unit=str(data["unit"]),
        limit=_number(data["limit"]),
        watched=_number(data["watched"]),
        count=int(data["count"]),
        share=_number(data["share"]),
        strongest=_maybe(data["strongest"]),
        slope=_maybe(data["slope"]),
        slope_half_width=_maybe(data["slope_half_width"]),
        windows=tuple((_number(a), _number(b)) for a, b in _list(data.get("windows", []))),
    )


def _blinks_to_dict(blinks: BlinkSummary) -> dict[str, Any]:
    corner = blinks.corner
    return {
        "observed_s": rounded(blinks.observed_s, _SECONDS),
        "count": blinks.count,
        "left_count": blinks.left_count,
        "right_count": blinks.right_count,
        "mean_peak_pct": _sides(blinks.mean_peak_pct),
        "complete_share": _sides(blinks.complete_share),
        "fast_enough": blinks.fast_enough,
        "corner": None if corner is None else {
            "judged": corner.judged,
            "left_count": corner.left_count,
            "right_count": corner.right_count,
            "largest_mm": _sides(corner.largest_mm),
            "limit_mm": rounded(corner.limit_mm, MM_DECIMALS),
        },
    }  # fmt: skip


def _blinks_from_dict(data: Mapping[str, Any]) -> BlinkSummary:
    corner = data.get("corner")
    return BlinkSummary(
        observed_s=_number(data["observed_s"]),
        count=int(data["count"]),
        left_count=int(data["left_count"]),
        right_count=int(data["right_count"]),
        mean_peak_pct=_per_side(data["mean_peak_pct"]),
        complete_share=_per_side(data["complete_share"]),
        fast_enough=bool(data["fast_enough"]),
        corner=None if corner is None else CornerWithBlinks(
            int(corner["judged"]),
            int(corner["left_count"]),
            int(corner["right_count"]),
            _per_side(corner["largest_mm"]),
            _number(corner["limit_mm"]),
        ),
    )  # fmt: skip


def _sides(value: PerSide) -> dict[str, float | None]:
    return {"left": rounded(value.left, MM_DECIMALS), "right": rounded(value.right, MM_DECIMALS)}


def _per_side(data: Mapping[str, Any]) -> PerSide:
    return PerSide(_maybe(data["left"]), _maybe(data["right"]))


def _maybe(value: Any) -> float | None:  # noqa: ANN401 - whatever the JSON held
    return None if value is None else float(value)


def _number(value: Any) -> float:  # noqa: ANN401 - whatever the JSON held
    return math.nan if value is None else float(value)


def _list(value: Any) -> Sequence[Any]:  # noqa: ANN401 - whatever the JSON held
    if not isinstance(value, list):
        raise TypeError("a list was expected")
    return value
