"""One line of the list of sessions."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from coach.domain.movements import Movement
from coach.domain.session import DRAWN_FACE
from coach.domain.sides import Affected
from coach.storage import rows
from coach.storage.models import SessionRow
from coach.storage.values import check_row


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """One line of the list of sessions.

    Attributes:
        created: when it started, with its offset.
        plan: exercise ids; empty for a plain analysis.
        movement: of a plain analysis.
        finished: True where it was practised to its end.
        interrupted: True where the program was killed, or it is still running.
        done: of the plan, the exercises of which something was done.
        reps / scored: repetitions done, and of these scored.
        flags: unwanted co-movements in all repetitions.
        duration: from the first to the last logged frame.
        valid_share: 0 to 1; None while it was never closed.
        practised: whether it counts as the person's practice, as in `practice_days`.
        drawn: whether the drawn face stood in for the camera: it is nobody's practice.
    """

    id: str
    created: datetime
    plan: tuple[str, ...]
    movement: Movement | None
    affected: Affected | None
    finished: bool
    interrupted: bool
    done: tuple[str, ...]
    reps: int
    scored: int
    flags: int
    duration: timedelta
    valid_share: float | None
    practised: bool
    drawn: bool


def summary_of(
    row: SessionRow,
    reps: int | None,
    scored: int | None,
    flags: int | None,
    span: float | None,
    practised: bool,
    *,
    done: Collection[tuple[str, str]],
) -> SessionSummary:
    """The line of a session's row, with what was counted of its repetitions.

    Raises:
        as in `values.DAMAGE`: the row is damaged.
    """
    check_row(row)
    return SessionSummary(
        id=row.id,
        created=rows.created(row),
        plan=rows.plan_of(row),
        movement=Movement(row.movement) if row.movement else None,
        affected=Affected(row.affected) if row.affected else None,
        finished=row.finished,
        interrupted=not row.closed,
        done=tuple(i for i in row.plan if (row.id, i) in done),
        reps=reps or 0,
        scored=scored or 0,
        flags=flags or 0,
        duration=timedelta(seconds=span or 0.0),
        valid_share=row.valid_share,
        practised=practised,
        drawn=row.source_kind == DRAWN_FACE,
    )
