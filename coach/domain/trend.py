"""One movement over many sessions."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from coach.domain.change import ChangeKind
from coach.domain.comovement import CouplingSummary, clean_amplitudes, summarise_couplings
from coach.domain.movements import Movement, Region
from coach.domain.repeatability import Figure
from coach.domain.session import BaselineRecord, RepRecord
from coach.domain.session_mean import SessionMean, session_mean
from coach.domain.sides import Affected, Side


@dataclass(frozen=True, slots=True)
class SessionPoint:
    """One session of a movement.

    Attributes:
        session_id: the session.
        created: when it started, with its offset.
        affected: the affected side as it was said then.
        reps / scored / flagged: repetitions of the movement: done, scored, with a co-movement.
        share: affected over healthy side; None where there is not one affected side.
        left / right: the sides' excursions, mm.
        largest_clean_mm: the further side in the largest repetition without a co-movement; None
            where there was none.
        clean_uncertainty_mm: half width of that repetition's 95 % interval; None where unknown.
        couplings: of the quiet regions.
    """

    session_id: str
    created: datetime
    affected: Affected | None
    reps: int
    scored: int
    flagged: int
    share: SessionMean | None
    left: SessionMean | None
    right: SessionMean | None
    largest_clean_mm: float | None
    clean_uncertainty_mm: float | None
    couplings: tuple[CouplingSummary, ...]

    def of(self, side: Side) -> SessionMean | None:
        """A side's excursion."""
        return self.left if side is Side.LEFT else self.right


@dataclass(frozen=True, slots=True)
class MovementTrend:
    """A movement, session after session, oldest first. Sessions without a score are in it."""

    movement: Movement
    points: tuple[SessionPoint, ...]

    def pairs(self) -> tuple[tuple[Region, Side, str], ...]:
        """Quiet regions with a coupling in any session: region, side, unit; in a fixed order."""
        found = {(c.region, c.side, c.unit) for p in self.points for c in p.couplings}
        return tuple(sorted(found))


def session_point(
    session_id: str,
    created: datetime,
    affected: Affected | None,
    baseline: BaselineRecord | None,
    movement: Movement,
    reps: Sequence[RepRecord],
) -> SessionPoint:
    """A session's point of one movement from its repetitions of that movement."""
    clean = next(iter(clean_amplitudes(reps)), None)
    return SessionPoint(
        session_id=session_id,
        created=created,
        affected=affected,
        reps=len(reps),
        scored=sum(r.scored for r in reps),
        flagged=sum(bool(r.synkinesis) for r in reps),
        share=session_mean(reps, movement, Figure.SHARE, baseline),
        left=session_mean(reps, movement, Figure.LEFT_MM, baseline),
        right=session_mean(reps, movement, Figure.RIGHT_MM, baseline),
        largest_clean_mm=clean.largest_clean_mm if clean else None,
        clean_uncertainty_mm=_clean_uncertainty(reps, clean.largest_clean_mm if clean else None),
        couplings=summarise_couplings(reps),
    )


def compare_couplings(before: CouplingSummary, now: CouplingSummary) -> ChangeKind:
    """Whether a coupling has become looser (SMALLER) or tighter (LARGER).

    A difference is real where it exceeds both intervals added as independent errors (JCGM
    100:2008, 5.1). Below zero the region does not join in, however far below.
    """
    if before.half_width is None or now.half_width is None:
        return ChangeKind.UNKNOWN
    difference = max(now.slope, 0.0) - max(before.slope, 0.0)
    if abs(difference) <= math.hypot(before.half_width, now.half_width):
        return ChangeKind.NONE
    return ChangeKind.LARGER if difference > 0 else ChangeKind.SMALLER


def _clean_uncertainty(reps: Sequence[RepRecord], largest: float | None) -> float | None:
    """Of the repetition that was the largest clean one."""
    for rep in reps:
        if (
            rep.scored
            and not rep.synkinesis
            and largest
            in (
                rep.excursion_mm.left,
                rep.excursion_mm.right,
            )
        ):
            return rep.uncertainty_mm
    return None
