"""The practice log's tables.

Keys are UUIDv7 strings made by the program, wall time is UTC with the offset it was read at, and
rows that may be edited carry `row_version`: the same model serves SQLite at home and a shared
server database later. Floats that stand for "no value" are NULL, never NaN.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    LargeBinary,
    String,
    Text,
    UniqueConstraint,
    false,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from coach.storage.base import ID, WORD, Base, StoredJson, UtcDateTime
from coach.storage.ids import new_id


class FlagRow(Base):
    """An unwanted co-movement in a repetition."""

    __tablename__ = "synkinesis_flags"
    __table_args__ = (
        UniqueConstraint("rep_id", "position"),
        CheckConstraint("grade BETWEEN 1 AND 3", name="grade"),
        CheckConstraint("side IN ('left', 'right')", name="side"),
    )

    id: Mapped[str] = mapped_column(ID, primary_key=True, default=new_id)
    rep_id: Mapped[str] = mapped_column(ForeignKey("reps.id", ondelete="CASCADE"))
    position: Mapped[int]
    region: Mapped[str] = mapped_column(WORD)
    side: Mapped[str] = mapped_column(WORD)
    magnitude: Mapped[float | None]
    unit: Mapped[str] = mapped_column(WORD)
    grade: Mapped[int]
    start_s: Mapped[float | None]
    end_s: Mapped[float | None]
    peak_s: Mapped[float | None]
    limit_value: Mapped[float | None]
    rule: Mapped[str | None] = mapped_column(WORD)


class CouplingRow(Base):
    """How much a quiet region moved with a repetition's movement."""

    __tablename__ = "couplings"
    __table_args__ = (
        UniqueConstraint("rep_id", "position"),
        CheckConstraint("side IN ('left', 'right')", name="side"),
    )

    id: Mapped[str] = mapped_column(ID, primary_key=True, default=new_id)
    rep_id: Mapped[str] = mapped_column(ForeignKey("reps.id", ondelete="CASCADE"))
    position: Mapped[int]
    region: Mapped[str] = mapped_column(WORD)
    side: Mapped[str] = mapped_column(WORD)
    slope: Mapped[float | None]
    unit: Mapped[str] = mapped_column(WORD)


class RepRow(Base):
    """One repetition."""

    __tablename__ = "reps"
    __table_args__ = (UniqueConstraint("session_id", "rep_index"),)

    id: Mapped[str] = mapped_column(ID, primary_key=True, default=new_id)
    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.id", ondelete="CASCADE"))
    rep_index: Mapped[int]
    exercise_id: Mapped[str] = mapped_column(String(80))
    movement: Mapped[str] = mapped_column(WORD)
    set_index: Mapped[int]
    start_s: Mapped[float | None]
    hold_start_s: Mapped[float | None]
    hold_end_s: Mapped[float | None]
    end_s: Mapped[float | None]
    scored: Mapped[bool]
    reason: Mapped[str | None] = mapped_column(WORD)
    excursion_left_mm: Mapped[float | None]
    excursion_right_mm: Mapped[float | None]
    uncertainty_mm: Mapped[float | None]
    affected_pct_of_healthy: Mapped[float | None]
    affected_pct_uncertainty: Mapped[float | None]
    end_difference_mm: Mapped[float | None]
    onset_lag_ms: Mapped[float | None]
    closure_left_pct: Mapped[float | None]
    closure_right_pct: Mapped[float | None]
    closure_uncertainty_pct: Mapped[float | None]
    asked_target_mm: Mapped[float | None]
    asked_move_s: Mapped[float | None]
    asked_hold_s: Mapped[float | None]
    asked_release_s: Mapped[float | None]
    eased: Mapped[bool | None]  # NULL: nothing was asked, or it is not known what

    flags: Mapped[list[FlagRow]] = relationship(
        cascade="all, delete-orphan",
        passive_deletes=True,
        order_by="FlagRow.position",
        lazy="selectin",
    )
    couplings: Mapped[list[CouplingRow]] = relationship(
        cascade="all, delete-orphan",
        passive_deletes=True,
        order_by="CouplingRow.position",
        lazy="selectin",
    )


class BaselineRow(Base):
    """The resting face of a session."""

    __tablename__ = "baselines"

    session_id: Mapped[str] = mapped_column(
        ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True
    )
    fissure_left_mm: Mapped[float | None]
    fissure_right_mm: Mapped[float | None]
    mm_per_px: Mapped[float | None]
    noise_sd_mm: Mapped[dict[str, float | None]] = mapped_column(StoredJson)
    refined: Mapped[bool] = mapped_column(default=False, server_default=false())
    scale: Mapped[str] = mapped_column(WORD, default="iris", server_default="iris")


class FrameChunkRow(Base):
    """A stretch of per-picture measures (see `frame_codec`)."""

    __tablename__ = "frame_chunks"
    __table_args__ = (UniqueConstraint("session_id", "chunk_index"),)

    id: Mapped[str] = mapped_column(ID, primary_key=True, default=new_id)
    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.id", ondelete="CASCADE"))
    chunk_index: Mapped[int]
    frame_count: Mapped[int]
    start_s: Mapped[float]
    end_s: Mapped[float]
    data: Mapped[bytes] = mapped_column(LargeBinary)


class CourseRow(Base):
    """What became of an exercise of a session, at one moment."""

    __tablename__ = "course"
    __table_args__ = (UniqueConstraint("session_id", "position"),)

    id: Mapped[str] = mapped_column(ID, primary_key=True, default=new_id)
    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.id", ondelete="CASCADE"))
    position: Mapped[int]
    t_s: Mapped[float | None]
    kind: Mapped[str] = mapped_column(WORD)
    exercise_id: Mapped[str] = mapped_column(String(80))
    other_id: Mapped[str] = mapped_column(String(80))


class FeedbackRow(Base):
    """How a session felt; every answer may be missing."""

    __tablename__ = "session_feedback"

    session_id: Mapped[str] = mapped_column(
        ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True
    )
    answered_utc: Mapped[datetime] = mapped_column(UtcDateTime())
    effort: Mapped[int | None]
    tightness: Mapped[int | None]
    pain: Mapped[int | None]
    mood: Mapped[int | None]
    note: Mapped[str] = mapped_column(Text, default="", server_default="")


class SnapshotRow(Base):
    """A still picture that the person agreed to keep, at that moment."""

    __tablename__ = "snapshots"
    __table_args__ = (UniqueConstraint("session_id", "pose"),)

    id: Mapped[str] = mapped_column(ID, primary_key=True, default=new_id)
    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.id", ondelete="CASCADE"))
    pose: Mapped[str] = mapped_column(WORD)
    taken_utc: Mapped[datetime] = mapped_column(UtcDateTime())
    width: Mapped[int]
    height: Mapped[int]
    png: Mapped[bytes] = mapped_column(LargeBinary)


class SessionRow(Base):
    """One practice session (or one analysed video)."""

    __tablename__ = "sessions"

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    created_utc: Mapped[datetime] = mapped_column(UtcDateTime(), index=True)
    created_offset_min: Mapped[int]
    created_zone: Mapped[str | None] = mapped_column(String(64))
    updated_utc: Mapped[datetime] = mapped_column(UtcDateTime())
    schema_version: Mapped[int]
    program_name: Mapped[str] = mapped_column(String(80))
    program_version: Mapped[str] = mapped_column(WORD)
    source_kind: Mapped[str] = mapped_column(WORD)
    source_width: Mapped[int]
    source_height: Mapped[int]
    source_fps: Mapped[float | None]
    source_dropped: Mapped[int]
    engine_name: Mapped[str] = mapped_column(String(80))
    engine_version: Mapped[str] = mapped_column(WORD)
    engine_model_sha256: Mapped[str] = mapped_column(String(200))
    plan: Mapped[list[str]] = mapped_column(StoredJson)
    plan_id: Mapped[str] = mapped_column(String(170), default="", server_default="")
    movement: Mapped[str | None] = mapped_column(WORD)
    affected: Mapped[str | None] = mapped_column(WORD)
    closed: Mapped[bool]  # False while it runs, and for ever where the program was killed
    finished: Mapped[bool]
    valid_share: Mapped[float | None]
    effective_fps: Mapped[float | None]
    reasons: Mapped[dict[str, int]] = mapped_column(StoredJson)
    alignment_residual_mm: Mapped[float | None]
    drift: Mapped[list[dict[str, Any]] | None] = mapped_column(StoredJson(none_as_null=True))
    spontaneous: Mapped[dict[str, Any] | None] = mapped_column(StoredJson(none_as_null=True))
    resumes: Mapped[str | None] = mapped_column(ID)  # the interrupted session it went on with
    dismissed: Mapped[bool] = mapped_column(default=False, server_default=false())
    blinks: Mapped[dict[str, float | None] | None] = mapped_column(StoredJson(none_as_null=True))
    row_version: Mapped[int] = mapped_column()

    baseline: Mapped[BaselineRow | None] = relationship(
        cascade="all, delete-orphan", passive_deletes=True
    )
    reps: Mapped[list[RepRow]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True, order_by="RepRow.rep_index"
    )
    course: Mapped[list[CourseRow]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True, order_by="CourseRow.position"
    )
    feedback: Mapped[FeedbackRow | None] = relationship(
        cascade="all, delete-orphan", passive_deletes=True
    )

    __mapper_args__ = {"version_id_col": row_version}
