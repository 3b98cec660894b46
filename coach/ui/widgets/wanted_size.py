"""The wanted size on a track: one scale and one box for every picture of the sides' movement."""

from __future__ import annotations

from typing import Final

from coach.domain.coach_state import CoachState

#: The exercise's own target sits in the middle of the track: as much room to go too far as to
#: fall short.
TRACK_OVER_TARGET: Final = 2.0
#: Length of the track in mm where the exercise has no target.
TRACK_MM: Final = 10.0


def track_mm(state: CoachState | None) -> float:
    """Length of a track, mm.

    It follows the exercise's own target, not the one of the moment: where less is asked for, the
    box comes nearer, and the same movement is drawn as long as before.
    """
    if state is None or state.target_mm <= 0:
        return TRACK_MM
    return max(state.own_target_mm, state.target_mm) * TRACK_OVER_TARGET


def wanted_shares(state: CoachState) -> tuple[float, float]:
    """Where the box of the wanted size begins and ends, as shares of the track."""
    tolerance = state.exercise.tolerance_pct / 100 if state.exercise is not None else 0.0
    middle = state.target_mm / track_mm(state)
    return middle * (1 - tolerance), min(1.0, middle * (1 + tolerance))
