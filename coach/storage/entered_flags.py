"""Flags that a therapist adds to a stored repetition, and takes away again."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from coach.domain.errors import InputError
from coach.domain.language import tr
from coach.domain.movements import Region
from coach.domain.session import SynkinesisFlag, SynkinesisRule
from coach.domain.sides import Side
from coach.storage.models import FlagRow, RepRow
from coach.storage.rows import flag_row


def add(session: Session, session_id: str, rep_index: int, flag: SynkinesisFlag) -> None:
    """Write a therapist's flag; one of the same region and side is replaced.

    Raises:
        InputError: there is no such repetition, or the flag is the camera's.
    """
    if flag.rule is not SynkinesisRule.THERAPIST:
        raise InputError(tr("Only a therapist's entry can be added to a session."))
    rep = _find(session, session_id, rep_index)
    old = _entered(rep, flag.region, flag.side)
    position = max((f.position for f in rep.flags), default=-1) + 1
    if old is not None:
        position = old.position
        rep.flags.remove(old)
        session.flush()
    rep.flags.append(flag_row(position, flag))


def remove(session: Session, session_id: str, rep_index: int, region: Region, side: Side) -> None:
    """Take a therapist's flag away; what the camera saw stays.

    Raises:
        InputError: there is no such repetition, or no such entry.
    """
    rep = _find(session, session_id, rep_index)
    old = _entered(rep, region, side)
    if old is None:
        raise InputError(tr("There is no such entry by a therapist."))
    rep.flags.remove(old)


def _find(session: Session, session_id: str, rep_index: int) -> RepRow:
    query = select(RepRow).where(RepRow.session_id == session_id, RepRow.rep_index == rep_index)
    rep = session.scalar(query)
    if rep is None:
        raise InputError(tr("There is no such repetition in the practice log."))
    return rep


def _entered(rep: RepRow, region: Region, side: Side) -> FlagRow | None:
    rule = SynkinesisRule.THERAPIST.value
    key = (region.value, side.value, rule)
    return next((f for f in rep.flags if (f.region, f.side, f.rule) == key), None)
