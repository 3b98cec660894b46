"""What a face does by itself in a minute of talking or reading aloud. No score, no diagnosis."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from coach.domain.blinks import BlinkSummary
from coach.domain.movements import Region
from coach.domain.sides import PerSide, Side


class Trigger(StrEnum):
    """What a co-movement goes along with."""

    MOUTH = "mouth"  # the mouth, in speech
    BLINK = "blink"


@dataclass(frozen=True, slots=True)
class SpontaneousPair:
    """One region on one side, watched while the trigger is active.

    Attributes:
        trigger: what it might go along with.
        region: the watched region.
        side: the patient's side.
        unit: "pct" (of the resting opening, for the eye) or "mm".
        limit: from which it counted, in `unit`.
        watched: time with talking, seconds; with blinks, how many could be judged.
        count: stretches of co-movement; with blinks, blinks that it moved with.
        share: of the time, or of the blinks, 0 to 1.
        strongest: largest co-movement, in `unit`, flagged or not; None where nothing was judged.
        slope: change beyond the other side's for each mm of the mouth's movement; None with blinks
            and where the mouth hardly moved.
        slope_half_width: of the slope's 95 % interval; None where it is not known.
        windows: start and end of each stretch, seconds from the session's start; none for blinks.
    """

    trigger: Trigger
    region: Region
    side: Side
    unit: str
    limit: float
    watched: float
    count: int
    share: float
    strongest: float | None
    slope: float | None = None
    slope_half_width: float | None = None
    windows: tuple[tuple[float, float], ...] = ()

    @property
    def per_minute(self) -> float | None:
        """Stretches a minute of talking; None with blinks and where nobody talked."""
        if self.trigger is not Trigger.MOUTH or self.watched <= 0:
            return None
        return 60.0 * self.count / self.watched


@dataclass(frozen=True, slots=True)
class SpontaneousSummary:
    """A minute of talking. Times are seconds from the session's start.

    Attributes:
        exercise_id: the exercise; "" for a plain analysis.
        start_s / end_s: when it was.
        observed_s: time with valid pictures.
        talking_s: of it, time in which the mouth was moving.
        mouth_mm: how far each mouth corner goes to and fro while talking: 90 % of the time it is
            nearer than this to its own middle place; None where nobody talked.
        affected_pct_of_healthy: the affected side's over the healthy side's, per cent; None where
            there is not one affected side or the healthy corner hardly moved.
        affected_pct_uncertainty: half width of its 95 % interval, points; None where not known.
        blinks: over this time; None where nothing was observed.
        pairs: what was watched.
    """

    exercise_id: str
    start_s: float
    end_s: float
    observed_s: float
    talking_s: float
    mouth_mm: PerSide
    affected_pct_of_healthy: float | None
    affected_pct_uncertainty: float | None
    blinks: BlinkSummary | None
    pairs: tuple[SpontaneousPair, ...]

    @property
    def enough(self) -> bool:
        """Whether there was enough talking to say anything about it."""
        return self.talking_s >= LEAST_TALKING_S


#: Less talking than this, seconds, says nothing: about ten short sentences.
LEAST_TALKING_S: Final = 15.0
