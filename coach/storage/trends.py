"""Across sessions: is a coupling loosening, is the largest clean amplitude growing?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from coach.domain.comovement import (
    CleanAmplitude,
    CouplingSummary,
    clean_amplitudes,
    summarise_couplings,
)
from coach.domain.movements import Movement
from coach.storage.database import Database
from coach.storage.models import RepRow, SessionRow
from coach.storage.rows import created, rep_record


@dataclass(frozen=True, slots=True)
class CoMovementPoint:
    """One session of a trend.

    Attributes:
        session_id: the session.
        created: when it started, with its offset.
        couplings: of the movement, one for each region and side, with 95 % intervals.
        amplitude: largest clean and smallest flagged size; None where nothing was scored.
    """

    session_id: str
    created: datetime
    couplings: tuple[CouplingSummary, ...]
    amplitude: CleanAmplitude | None


def co_movement_trend(database: Database, movement: Movement) -> list[CoMovementPoint]:
    """Every session in which a movement was practised, oldest first. Any thread.

    Raises:
        DatabaseError: the log cannot be read.
    """
    practised = select(RepRow.session_id).where(RepRow.movement == movement.value)
    query = (
        select(SessionRow)
        .where(SessionRow.id.in_(practised))
        .options(selectinload(SessionRow.reps))
        .order_by(SessionRow.created_utc, SessionRow.id)
    )
    points = []
    with database.reading() as session:
        for row in session.scalars(query):
            reps = [rep_record(rep) for rep in row.reps if rep.movement == movement.value]
            points.append(
                CoMovementPoint(
                    session_id=row.id,
                    created=created(row),
                    couplings=summarise_couplings(reps),
                    amplitude=next(iter(clean_amplitudes(reps)), None),
                )
            )
    return points
