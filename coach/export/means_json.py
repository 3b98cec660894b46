"""The means of a session's repetitions, as `session.json` holds them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from coach.domain.repeatability import Figure, smallest_change
from coach.domain.session import RepRecord
from coach.domain.session_mean import SessionMean, session_mean

_FIGURES: Final = (
    Figure.SHARE,
    Figure.LEFT_MM,
    Figure.RIGHT_MM,
    Figure.DIFFERENCE_MM,
    Figure.LEFT_CLOSURE,
    Figure.RIGHT_CLOSURE,
)


def means_of(reps: Sequence[RepRecord]) -> list[dict[str, Any]]:
    """Mean, 95 % interval and smallest detectable change of every figure of every movement.

    Args:
        reps: of the session, with the numbers that stand in the file, so that its reader gets the
            same means from them.
    """
    movements = dict.fromkeys(rep.movement for rep in reps if rep.scored)
    found = (session_mean(reps, movement, f) for movement in movements for f in _FIGURES)
    return [_entry(mean) for mean in found if mean is not None]


def _entry(mean: SessionMean) -> dict[str, Any]:
    decimals = 3 if mean.figure.in_mm else 2
    least = smallest_change(mean.movement, mean.figure, mean.reps, mean.reps, mean.healthy_mm)
    return {
        "movement": mean.movement.value,
        "figure": mean.figure.value,
        "unit": "mm" if mean.figure.in_mm else "pct",
        "mean": round(mean.mean, decimals) + 0.0,
        "half_width": None if mean.half_width is None else round(mean.half_width, decimals),
        "spread": None if mean.spread is None else round(mean.spread, decimals),
        "reps": mean.reps,
        "smallest_change": round(least, decimals),
    }
