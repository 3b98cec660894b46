"""Sessions in the practice log. One commit a repetition: a crash loses at most the current one."""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import delete as delete_from
from sqlalchemy import func, select, union
from sqlalchemy.orm import Session

from coach.domain.blinks import BlinkSummary
from coach.domain.course import CourseEntry, CourseKind
from coach.domain.errors import DatabaseError, InputError
from coach.domain.language import tr
from coach.domain.movements import Region
from coach.domain.session import (
    BaselineRecord,
    DriftRecord,
    LoggedFrame,
    QualitySummary,
    RepRecord,
    SessionRecord,
    SourceRecord,
    SynkinesisFlag,
)
from coach.domain.sides import Side
from coach.domain.spontaneous import SpontaneousSummary
from coach.storage import course_rows, entered_flags, frame_chunks, rows
from coach.storage.blink_columns import blink_columns
from coach.storage.database import Database
from coach.storage.drift_column import drift_entry
from coach.storage.failures import damaged
from coach.storage.models import BaselineRow, CourseRow, FlagRow, FrameChunkRow, RepRow, SessionRow
from coach.storage.session_summary import SessionSummary as SessionSummary
from coach.storage.session_summary import summary_of
from coach.storage.spontaneous_column import with_check
from coach.storage.values import DAMAGE
from coach.storage.whose import practised


class SessionRepository:
    """Reads and writes sessions. Any thread; every method is one transaction.

    All methods raise DatabaseError where the log cannot be read or written (nothing of that call
    is kept then) and InputError for a session that is not there.

    Args:
        database: the open log.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, record: SessionRecord) -> None:
        """Write a session's header; its repetitions, baseline and quality come later."""
        with self._database.writing() as session:
            if session.get(SessionRow, record.id) is not None:
                raise DatabaseError(tr("This session is in the practice log already."))
            session.add(rows.session_row(record, datetime.now(UTC)))

    def set_baseline(self, session_id: str, baseline: BaselineRecord) -> None:
        """Write the resting face; a second one replaces the first."""
        with self._database.writing() as session:
            _find(session, session_id)
            columns = rows.baseline_columns(baseline)
            session.merge(BaselineRow(session_id=session_id, **columns))

    def add_rep(self, session_id: str, rep: RepRecord, frames: Sequence[LoggedFrame]) -> None:
        """Commit one repetition together with the frames since the last commit."""
        chunks = frame_chunks.pack(frames)  # packed before the write lock is taken
        with self._database.writing() as session:
            _find(session, session_id)
            session.add(rows.rep_row(session_id, rep))
            frame_chunks.append(session, session_id, chunks)

    def add_frames(self, session_id: str, frames: Sequence[LoggedFrame]) -> None:
        """Commit frames that belong to no repetition yet; no frames, no commit."""
        chunks = frame_chunks.pack(frames)
        if not chunks:
            return
        with self._database.writing() as session:
            _find(session, session_id)
            frame_chunks.append(session, session_id, chunks)

    def add_drift(self, session_id: str, look: DriftRecord) -> None:
        """Add a look at the resting face between exercises."""
        with self._database.writing() as session:
            row = _find(session, session_id)
            row.drift = [*(row.drift or []), drift_entry(look)]

    def add_spontaneous(self, session_id: str, check: SpontaneousSummary) -> None:
        """Add a minute of talking."""
        with self._database.writing() as session:
            row = _find(session, session_id)
            row.spontaneous = with_check(row.spontaneous, check)

    def add_course(self, session_id: str, entry: CourseEntry) -> None:
        """Add what became of an exercise."""
        with self._database.writing() as session:
            _find(session, session_id)
            course_rows.add_entry(session, session_id, entry)

    def finish(
        self,
        session_id: str,
        source: SourceRecord,
        quality: QualitySummary,
        finished: bool,
        blinks: BlinkSummary | None = None,
    ) -> None:
        """Close a session.

        Args:
            session_id: the session.
            source: as it was in the end, with the number of dropped pictures.
            quality: over all its frames.
            finished: False where the person stopped early.
            blinks: over all its frames; None where they were not looked at.
        """
        with self._database.writing() as session:
            row = _find(session, session_id)
            for name, value in rows.source_columns(source).items():
                setattr(row, name, value)
            row.valid_share = rows.finite(quality.valid_share)
            row.effective_fps = rows.finite(quality.effective_fps)
            row.alignment_residual_mm = rows.finite(quality.alignment_residual_mm)
            row.reasons = {str(reason): int(n) for reason, n in quality.reasons.items()}
            row.blinks = blink_columns(blinks)
            row.closed = True
            row.finished = finished
            row.updated_utc = datetime.now(UTC)

    def add_flag(self, session_id: str, rep_index: int, flag: SynkinesisFlag) -> None:
        """Add a therapist's flag to a repetition (`RepRecord.index`); the same one is replaced.

        Args:
            session_id: the session.
            rep_index: the repetition's `RepRecord.index`.
            flag: made by `coach.domain.therapist_flags.therapist_flag`.
        """
        with self._database.writing() as session:
            row = _find(session, session_id)
            entered_flags.add(session, session_id, rep_index, flag)
            row.updated_utc = datetime.now(UTC)

    def remove_flag(self, session_id: str, rep_index: int, region: Region, side: Side) -> None:
        """Take a therapist's flag away again; what the camera saw stays."""
        with self._database.writing() as session:
            row = _find(session, session_id)
            entered_flags.remove(session, session_id, rep_index, region, side)
            row.updated_utc = datetime.now(UTC)

    def load(self, session_id: str) -> SessionRecord:
        """A session with everything but its frames.

        Where it was never closed (the program was killed) its quality is counted from the frames.
        """
        with self._database.reading() as session:
            row = _find(session, session_id)
            try:
                if row.closed:
                    return rows.session_record(row, rows.stored_quality(row))
                return rows.session_record(
                    row, frame_chunks.counted_quality(frame_chunks.read(session, session_id))
                )
            except DAMAGE as error:
                raise damaged() from error

    def frames(self, session_id: str) -> builtins.list[LoggedFrame]:
        """All logged frames of a session, in order."""
        with self._database.reading() as session:
            _find(session, session_id)
            return frame_chunks.read(session, session_id)

    def list(self) -> builtins.list[SessionSummary]:
        """All sessions that can be read, newest first."""
        return self._listed()[0]

    def unreadable(self) -> builtins.list[str]:
        """Ids of the sessions that `list` had to leave out."""
        return self._listed()[1]

    def damaged(self) -> builtins.list[str]:
        """Ids of the sessions whose entry holds what no program wrote; every value is read."""
        found, unreadable = self._listed()
        for summary in found:
            try:
                self.load(summary.id)
                self.frames(summary.id)
            except DatabaseError:
                unreadable.append(summary.id)
        return unreadable

    def _listed(self) -> tuple[builtins.list[SessionSummary], builtins.list[str]]:
        reps = (
            select(
                RepRow.session_id,
                func.count().label("reps"),
                func.count().filter(RepRow.scored).label("scored"),
            )
            .group_by(RepRow.session_id)
            .subquery()
        )
        flags = (
            select(RepRow.session_id, func.count().label("flags"))
            .join(FlagRow, FlagRow.rep_id == RepRow.id)
            .group_by(RepRow.session_id)
            .subquery()
        )
        spans = (
            select(
                FrameChunkRow.session_id,
                (func.max(FrameChunkRow.end_s) - func.min(FrameChunkRow.start_s)).label("span"),
            )
            .group_by(FrameChunkRow.session_id)
            .subquery()
        )
        began = union(
            select(RepRow.session_id, RepRow.exercise_id),
            select(CourseRow.session_id, CourseRow.exercise_id).where(
                CourseRow.kind == CourseKind.DONE.value
            ),
        )
        query = (
            select(SessionRow, reps.c.reps, reps.c.scored, flags.c.flags, spans.c.span, practised())
            .outerjoin(reps, reps.c.session_id == SessionRow.id)
            .outerjoin(flags, flags.c.session_id == SessionRow.id)
            .outerjoin(spans, spans.c.session_id == SessionRow.id)
            .order_by(SessionRow.created_utc.desc(), SessionRow.id.desc())
        )
        with self._database.reading() as session:
            done = {(id_, exercise) for id_, exercise in session.execute(began)}
            summaries: builtins.list[SessionSummary] = []
            unreadable: builtins.list[str] = []
            for found in session.execute(query):
                try:
                    summaries.append(summary_of(*found, done=done))
                except DAMAGE:
                    unreadable.append(str(found[0].id))
        return summaries, unreadable

    def delete(self, session_id: str) -> None:
        """Remove a session with its repetitions and frames; they are overwritten on the disk."""
        with self._database.writing() as session:
            _find(session, session_id)
            session.execute(delete_from(SessionRow).where(SessionRow.id == session_id))
        self._database.flush()


def _find(session: Session, session_id: str) -> SessionRow:
    row = session.get(SessionRow, session_id)
    if row is None:
        raise InputError(tr("There is no such session in the practice log."))
    return row
