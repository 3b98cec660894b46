"""The path that a repetition should take: the demonstration's own course, with room around it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

from coach.domain.exercise import Dose
from coach.ui.widgets.demo_timing import looped_amount

#: So much earlier or later than the word is still with it, seconds. A proposal, for a clinician to
#: confirm: it leaves room for answering a word and for a slow start; it changes no score.
LATE_S: Final = 0.6
#: ... but never more than this share of the shortest movement, or the path would lose its shape.
_LATE_SHARE: Final = 0.25
#: Steps of the outline.
_STEPS: Final = 60


def room_at(dose: Dose, share: float, tolerance: float) -> tuple[float, float]:
    """Lowest and highest wanted movement at a moment, as shares of the target.

    Args:
        dose: timing of the repetition.
        share: of the time of moving, holding and letting go, 0 to 1.
        tolerance: share of the target that may be missing or too much.
    """
    whole = _whole_s(dose)
    t = share * whole
    late = min(LATE_S, _LATE_SHARE * min(dose.move_s, dose.release_s))
    early, after = _course(dose, t - late), _course(dose, t + late)
    # The course goes up, stays and comes down: between two moments it is highest at one of them,
    # or at full size where they lie around the hold.
    holds = t + late >= dose.move_s and t - late <= dose.move_s + dose.hold_s
    highest = 1.0 if holds else max(early, after)
    return max(0.0, min(early, after) - tolerance), highest + tolerance


def outline(dose: Dose, target: float, tolerance: float) -> QPolygonF:
    """The path as an area: x is the share of time, y is in the unit of `target`."""
    shares = [i / _STEPS for i in range(_STEPS + 1)]
    rooms = [(share, room_at(dose, share, tolerance)) for share in shares]
    upper = [QPointF(share, high * target) for share, (_, high) in rooms]
    lower = [QPointF(share, low * target) for share, (low, _) in reversed(rooms)]
    return QPolygonF(upper + lower)


def _whole_s(dose: Dose) -> float:
    return dose.move_s + dose.hold_s + dose.release_s


def _course(dose: Dose, t_s: float) -> float:
    return looped_amount(min(max(t_s, 0.0), _whole_s(dose)), dose)
