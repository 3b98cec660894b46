"""When a demonstration shows how much of its movement."""

from __future__ import annotations

from typing import Final

from coach.domain.coach_state import CoachState
from coach.domain.exercise import Dose, Phase

#: Rest between two showings, seconds.
REST_S: Final = 1.5
#: How fast a demonstration may be played, against the time of the dose.
SPEEDS: Final = (1.0, 0.5, 2.0)


class DemoClock:
    """Time of a demonstration, faster or slower than the session's."""

    def __init__(self) -> None:
        self.speed = 1.0
        self.time_s = 0.0
        self._seen_s = 0.0

    def restart(self) -> None:
        """Start over."""
        self.time_s = self._seen_s = 0.0

    def follow(self, elapsed_s: float) -> float:
        """Take over the time since the phase began; what has passed counts at today's speed."""
        if elapsed_s < self._seen_s:
            self.restart()
        self.advance(elapsed_s - self._seen_s)
        self._seen_s = elapsed_s
        return self.time_s

    def advance(self, seconds: float) -> float:
        """Let time pass."""
        self.time_s += max(seconds, 0.0) * self.speed
        return self.time_s


def shown_amount(state: CoachState, dose: Dose, still: bool, demo_s: float | None = None) -> float:
    """Share of the movement to show at a moment of the session.

    Args:
        state: the moment.
        dose: timing of the exercise.
        still: show end positions in place of motion.
        demo_s: time of the demonstration, where it is not the session's.
    """
    t = state.phase_elapsed_s
    if state.phase is Phase.DEMONSTRATE:
        return 1.0 if still else looped_amount(t if demo_s is None else demo_s, dose)
    if state.phase is Phase.MOVE:
        return 1.0 if still else _ease(t / max(dose.move_s, 1e-6))
    if state.phase is Phase.HOLD:
        return 1.0
    if state.phase is Phase.RELEASE and not still:
        return 1.0 - _ease(t / max(dose.release_s, 1e-6))
    return 0.0


def looped_amount(t_s: float, dose: Dose) -> float:
    """Share of the movement in a loop of in, hold, out and rest."""
    t = t_s % (dose.move_s + dose.hold_s + dose.release_s + REST_S)
    if t < dose.move_s:
        return _ease(t / max(dose.move_s, 1e-6))
    t -= dose.move_s
    if t < dose.hold_s:
        return 1.0
    t -= dose.hold_s
    return 1.0 - _ease(t / max(dose.release_s, 1e-6))


def _ease(share: float) -> float:
    """Minimum-jerk course from 0 to 1 (Flash and Hogan 1985), as unforced movements have it."""
    s = min(max(share, 0.0), 1.0)
    return s * s * s * (10 - 15 * s + 6 * s * s)
