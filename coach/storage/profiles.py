"""What the person told about themselves, in the practice log; and what the log says for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeVar

from sqlalchemy import Select, exists, func, select

from coach.domain.errors import DatabaseError
from coach.domain.exercise import Stage
from coach.domain.language import tr
from coach.domain.profile import Cause, Procedure, Profile
from coach.storage.database import Database
from coach.storage.models import FlagRow, RepRow, SessionRow
from coach.storage.person_models import ProfileRow
from coach.storage.whose import own

_Word = TypeVar("_Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class StoredProfile:
    """Answers, and the version that a change of them must name.

    Attributes:
        profile: the answers; all missing where nothing was told yet.
        version: 0 where nothing is stored yet.
    """

    profile: Profile
    version: int


class ProfileRepository:
    """Reads and writes the one row of this home. Any thread; every method is one transaction.

    All methods raise DatabaseError where the log cannot be read or written.

    Args:
        database: the open log.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def load(self) -> StoredProfile:
        """The newest answers."""
        with self._database.reading() as session:
            row = session.scalar(_newest())
            return StoredProfile(Profile(), 0) if row is None else _stored(row)

    def save(self, profile: Profile, version: int) -> StoredProfile:
        """Write answers in place of those of `version`.

        Raises:
            DatabaseError: another window has changed them since; nothing is written.
        """
        with self._database.writing() as session:
            row = session.scalar(_newest())
            if (0 if row is None else row.row_version) != version:
                raise DatabaseError(
                    tr("Your answers were changed in another window at the same time."),
                    tr("Look at them again, then change what you like."),
                )
            if row is None:
                row = ProfileRow()
                session.add(row)
            _fill(row, profile)
            session.flush()
            return _stored(row)

    def clean_repetitions(self) -> dict[str, int]:
        """Scored repetitions without a co-movement, by exercise id, of all sessions.

        Repetitions of the drawn face are left out: they would open a phase that the person has
        not worked for.
        """
        flagged = exists().where(FlagRow.rep_id == RepRow.id)
        query = (
            select(RepRow.exercise_id, func.count())
            .join(SessionRow, SessionRow.id == RepRow.session_id)
            .where(RepRow.scored, ~flagged, own())
            .group_by(RepRow.exercise_id)
        )
        with self._database.reading() as session:
            return {row[0]: row[1] for row in session.execute(query)}


def _newest() -> Select[ProfileRow]:
    return select(ProfileRow).order_by(ProfileRow.updated_utc.desc(), ProfileRow.id.desc()).limit(1)


def _fill(row: ProfileRow, profile: Profile) -> None:
    row.updated_utc = datetime.now(UTC)
    row.cause = profile.cause and profile.cause.value
    row.stage = profile.stage and profile.stage.value
    row.procedure = profile.procedure and profile.procedure.value
    row.onset, row.surgery, row.botulinum = profile.onset, profile.surgery, profile.botulinum
    row.operated, row.injected = profile.operated, profile.injected
    row.movement_seen = profile.movement_seen
    row.surgeon_cleared = profile.surgeon_cleared
    row.has_therapist = profile.has_therapist
    row.child = profile.child
    row.released = sorted(profile.released)
    row.stop_sign = profile.stop_sign


def _stored(row: ProfileRow) -> StoredProfile:
    profile = Profile(
        cause=_word(Cause, row.cause),
        stage=_word(Stage, row.stage),
        onset=row.onset,
        procedure=_word(Procedure, row.procedure),
        surgery=row.surgery,
        operated=row.operated,
        botulinum=row.botulinum,
        injected=row.injected,
        movement_seen=row.movement_seen,
        surgeon_cleared=row.surgeon_cleared,
        has_therapist=row.has_therapist,
        child=row.child,
        released=frozenset(row.released),
        stop_sign=row.stop_sign,
    )
    return StoredProfile(profile, row.row_version)


def _word(kind: type[_Word], value: str | None) -> _Word | None:
    """The word, or None for one that this version does not know."""
    return kind(value) if value in {member.value for member in kind} else None
