"""Every movement over all sessions; the number of queries does not grow with the sessions."""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from datetime import datetime
from typing import Final

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from coach.domain.blinks import BlinkSummary
from coach.domain.course import Asked
from coach.domain.movements import Movement, Region
from coach.domain.session import BaselineRecord, Coupling, RepRecord, ScaleSource, SynkinesisFlag
from coach.domain.sides import Affected, PerSide, Side
from coach.domain.trend import MovementTrend, session_point
from coach.storage.blink_columns import blink_summary
from coach.storage.database import Database
from coach.storage.models import BaselineRow, CouplingRow, FlagRow, RepRow, SessionRow
from coach.storage.rows import created
from coach.storage.values import DAMAGE, check_row
from coach.storage.whose import of

_REP: Final = (
    RepRow.id,
    RepRow.session_id,
    RepRow.rep_index,
    RepRow.exercise_id,
    RepRow.set_index,
    RepRow.scored,
    RepRow.excursion_left_mm,
    RepRow.excursion_right_mm,
    RepRow.uncertainty_mm,
    RepRow.affected_pct_of_healthy,
    RepRow.affected_pct_uncertainty,
    RepRow.end_difference_mm,
    RepRow.closure_left_pct,
    RepRow.closure_right_pct,
    RepRow.closure_uncertainty_pct,
    RepRow.eased,
)


def practised_movements(database: Database, *, drawn: bool = False) -> list[tuple[Movement, int]]:
    """Movements that were ever scored, with the number of sessions, most practised first.

    Args:
        database: the open log.
        drawn: sessions in which the drawn face stood in for the camera, in place of the person's.

    Raises:
        DatabaseError: the log cannot be read.
    """
    query = (
        select(RepRow.movement, RepRow.session_id)
        .join(SessionRow)
        .where(RepRow.scored, of(drawn=drawn))
        .distinct()
    )
    counts: dict[str, int] = defaultdict(int)
    with database.reading() as session:
        for movement, _ in session.execute(query):
            counts[movement] += 1
    names = {movement.value for movement in Movement}
    known = [(Movement(name), n) for name, n in counts.items() if name in names]
    return sorted(known, key=lambda entry: (-entry[1], list(Movement).index(entry[0])))


def movement_trend(
    database: Database,
    movement: Movement,
    *,
    since: datetime | None = None,
    drawn: bool = False,
) -> MovementTrend:
    """A movement session after session, oldest first. Any thread.

    Args:
        database: the open log.
        movement: which.
        since: sessions that began earlier are left out; None: all.
        drawn: as in `practised_movements`.

    Raises:
        DatabaseError: the log cannot be read.
    """
    wanted = (
        select(RepRow.id).join(SessionRow).where(RepRow.movement == movement.value, of(drawn=drawn))
    )
    heads = (
        select(SessionRow).where(of(drawn=drawn)).order_by(SessionRow.created_utc, SessionRow.id)
    )
    if since is not None:
        wanted = wanted.where(SessionRow.created_utc >= since)
        heads = heads.where(SessionRow.created_utc >= since)
    with database.reading() as session:
        reps = _reps(session, movement, wanted)
        rests = _baselines(session)
        points = []
        for row in session.scalars(heads):
            if row.id not in reps:
                continue
            with suppress(*DAMAGE):  # a damaged session is no point; the others stay
                check_row(row)
                side = Affected(row.affected) if row.affected else None
                points.append(
                    session_point(
                        row.id, created(row), side, rests.get(row.id), movement, reps[row.id]
                    )
                )
    return MovementTrend(movement, tuple(points))


def blink_trend(database: Database, *, drawn: bool = False) -> list[tuple[datetime, BlinkSummary]]:
    """Blinks of every session in which they were counted, oldest first. Any thread.

    Args:
        database: the open log.
        drawn: as in `practised_movements`.

    Raises:
        DatabaseError: the log cannot be read.
    """
    query = (
        select(SessionRow)
        .where(SessionRow.blinks.is_not(None), of(drawn=drawn))
        .order_by(SessionRow.created_utc, SessionRow.id)
    )
    with database.reading() as session:
        found = []
        for row in session.scalars(query):
            with suppress(*DAMAGE):
                found.append((created(row), blink_summary(row.blinks)))
    return [(when, blinks) for when, blinks in found if blinks is not None]


def _baselines(session: Session) -> dict[str, BaselineRecord]:
    """What a comparison needs of the rest faces: how millimetres were made."""
    query = select(BaselineRow.session_id, BaselineRow.scale, BaselineRow.refined)
    return {
        session_id: BaselineRecord(PerSide(None, None), 0.0, {}, refined, ScaleSource(scale))
        for session_id, scale, refined in session.execute(query)
    }


def _reps(session: Session, movement: Movement, wanted: Select[str]) -> dict[str, list[RepRecord]]:
    """Repetitions by session: only what a trend needs, from three queries."""
    flags: dict[str, list[SynkinesisFlag]] = defaultdict(list)
    flag_query = (
        select(FlagRow.rep_id, FlagRow.region, FlagRow.side, FlagRow.unit, FlagRow.grade)
        .where(FlagRow.rep_id.in_(wanted))
        .order_by(FlagRow.position)
    )
    for rep_id, region, side, unit, grade in session.execute(flag_query):
        flag = SynkinesisFlag(Region(region), Side(side), 0.0, unit, grade, 0.0, 0.0)
        flags[rep_id].append(flag)
    couplings: dict[str, list[Coupling]] = defaultdict(list)
    coupling_query = (
        select(
            CouplingRow.rep_id,
            CouplingRow.region,
            CouplingRow.side,
            CouplingRow.slope,
            CouplingRow.unit,
        )
        .where(CouplingRow.rep_id.in_(wanted))
        .order_by(CouplingRow.position)
    )
    for rep_id, region, side, slope, unit in session.execute(coupling_query):
        if slope is not None:
            couplings[rep_id].append(Coupling(Region(region), Side(side), slope, unit))
    found: dict[str, list[RepRecord]] = defaultdict(list)
    query = select(*_REP).where(RepRow.id.in_(wanted)).order_by(RepRow.session_id, RepRow.rep_index)
    for row in session.execute(query):
        found[row.session_id].append(
            RepRecord(
                index=row.rep_index,
                exercise_id=row.exercise_id,
                movement=movement,
                set_index=row.set_index,
                start_s=0.0,
                hold_start_s=0.0,
                hold_end_s=0.0,
                end_s=0.0,
                scored=row.scored,
                reason=None,
                excursion_mm=PerSide(row.excursion_left_mm, row.excursion_right_mm),
                uncertainty_mm=row.uncertainty_mm,
                affected_pct_of_healthy=row.affected_pct_of_healthy,
                end_difference_mm=row.end_difference_mm,
                onset_lag_ms=None,
                synkinesis=tuple(flags.get(row.id, ())),
                couplings=tuple(couplings.get(row.id, ())),
                affected_pct_uncertainty=row.affected_pct_uncertainty,
                closure_pct=PerSide(row.closure_left_pct, row.closure_right_pct),
                closure_uncertainty_pct=row.closure_uncertainty_pct,
                asked=None if row.eased is None else Asked(None, 0.0, 0.0, 0.0, row.eased),
            )
        )
    return found
