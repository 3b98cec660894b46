"""One movement over many sessions."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from coach.domain.change import ChangeKind
from coach.domain.comovement import CouplingSummary, clean_amplitudes, summarise_couplings
from coach.domain.movements import Movement, Region
from coach.domain.repeatability import SCALE_RELATIVE_SD, Figure
from coach.domain.same_form import whole_form
from coach.domain.session import BaselineRecord, RepRecord, ScaleSource
from coach.domain.session_mean import SessionMean, session_mean
from coach.domain.sides import Affected, Side
from coach.domain.student import Z95


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
        eased: whether all that was scored was done in an easier form. The means and couplings are
            of eased repetitions only then, and are compared with nothing.
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
    eased: bool = False

    def of(self, side: Side) -> SessionMean | None:
        """A side's excursion."""
        return self.left if side is Side.LEFT else self.right

    @property
    def scale(self) -> ScaleSource | None:
        """Where the session's millimetres come from; None where nothing tells."""
        mean = self.left or self.right
        return None if mean is None else mean.scale


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
    """A session's point of one movement from its repetitions of that movement.

    The largest clean repetition is looked for in all of them: where the whole exercise brings
    something along and its easier form does not, the size to train is the easier one's.
    """
    whole = whole_form(reps)
    eased = any(r.scored for r in reps) and not any(r.scored for r in whole)
    alike = reps if eased else whole
    clean = next(iter(clean_amplitudes(reps)), None)
    return SessionPoint(
        session_id=session_id,
        created=created,
        affected=affected,
        reps=len(reps),
        scored=sum(r.scored for r in reps),
        flagged=sum(bool(r.synkinesis) for r in reps),
        share=session_mean(alike, movement, Figure.SHARE, baseline),
        left=session_mean(alike, movement, Figure.LEFT_MM, baseline),
        right=session_mean(alike, movement, Figure.RIGHT_MM, baseline),
        largest_clean_mm=clean.largest_clean_mm if clean else None,
        clean_uncertainty_mm=_clean_uncertainty(reps, clean.largest_clean_mm if clean else None),
        couplings=summarise_couplings(alike),
        eased=eased,
    )


def compare_couplings(
    before: CouplingSummary,
    now: CouplingSummary,
    scales: tuple[ScaleSource | None, ScaleSource | None] = (None, None),
) -> ChangeKind:
    """Whether a coupling has become looser (SMALLER) or tighter (LARGER).

    A difference is real where it exceeds both intervals added as independent errors (JCGM
    100:2008, 5.1). Below zero the region does not join in, however far below.

    A slope in mm for each mm is a share: a wrong scale is in both lengths and cancels. Per cent of
    an eye's closure for each mm is none: it is off by as much as its millimetres are. Irises err
    alike in all sessions of one person, and so does one caliper's reading, so that this cancels in
    their difference; between a session scaled by irises and one scaled by a caliper it does not,
    and both scales' errors are added.

    Args:
        before: the earlier one.
        now: the later one, of the same pair of movement and region.
        scales: where the millimetres of both come from; None where that is not known.
    """
    if before.half_width is None or now.half_width is None:
        return ChangeKind.UNKNOWN
    slopes = max(before.slope, 0.0), max(now.slope, 0.0)
    parts = [before.half_width, now.half_width]
    if now.unit == "pct" and None not in scales and scales[0] is not scales[1]:
        parts += [
            Z95 * SCALE_RELATIVE_SD[scale] * slope
            for scale, slope in zip(scales, slopes, strict=True)
            if scale is not None
        ]
    difference = slopes[1] - slopes[0]
    if abs(difference) <= math.hypot(*parts):
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
