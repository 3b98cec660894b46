"""The first practice log: sessions, baselines, repetitions, synkinesis flags, frames."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision: str | None = None
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Create every table."""
    op.create_table(
        "sessions",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("created_utc", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_offset_min", sa.Integer(), nullable=False),
        sa.Column("created_zone", sa.String(length=64), nullable=True),
        sa.Column("updated_utc", sa.DateTime(timezone=True), nullable=False),
        sa.Column("schema_version", sa.Integer(), nullable=False),
        sa.Column("program_name", sa.String(length=80), nullable=False),
        sa.Column("program_version", sa.String(length=40), nullable=False),
        sa.Column("source_kind", sa.String(length=40), nullable=False),
        sa.Column("source_width", sa.Integer(), nullable=False),
        sa.Column("source_height", sa.Integer(), nullable=False),
        sa.Column("source_fps", sa.Double(), nullable=True),
        sa.Column("source_dropped", sa.Integer(), nullable=False),
        sa.Column("engine_name", sa.String(length=80), nullable=False),
        sa.Column("engine_version", sa.String(length=40), nullable=False),
        sa.Column("engine_model_sha256", sa.String(length=200), nullable=False),
        sa.Column("plan", sa.JSON(), nullable=False),
        sa.Column("movement", sa.String(length=40), nullable=True),
        sa.Column("affected", sa.String(length=40), nullable=True),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.Column("finished", sa.Boolean(), nullable=False),
        sa.Column("valid_share", sa.Double(), nullable=True),
        sa.Column("effective_fps", sa.Double(), nullable=True),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sessions")),
    )
    op.create_index(op.f("ix_sessions_created_utc"), "sessions", ["created_utc"], unique=False)
    op.create_table(
        "baselines",
        sa.Column("session_id", sa.String(length=36), nullable=False),
        sa.Column("fissure_left_mm", sa.Double(), nullable=True),
        sa.Column("fissure_right_mm", sa.Double(), nullable=True),
        sa.Column("mm_per_px", sa.Double(), nullable=True),
        sa.Column("noise_sd_mm", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["sessions.id"],
            name=op.f("fk_baselines_session_id_sessions"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("session_id", name=op.f("pk_baselines")),
    )
    op.create_table(
        "frame_chunks",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("session_id", sa.String(length=36), nullable=False),
        sa.Column("chunk_index", sa.Integer(), nullable=False),
        sa.Column("frame_count", sa.Integer(), nullable=False),
        sa.Column("start_s", sa.Double(), nullable=False),
        sa.Column("end_s", sa.Double(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["sessions.id"],
            name=op.f("fk_frame_chunks_session_id_sessions"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_frame_chunks")),
        sa.UniqueConstraint(
            "session_id", "chunk_index", name=op.f("uq_frame_chunks_session_id_chunk_index")
        ),
    )
    op.create_table(
        "reps",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("session_id", sa.String(length=36), nullable=False),
        sa.Column("rep_index", sa.Integer(), nullable=False),
        sa.Column("exercise_id", sa.String(length=80), nullable=False),
        sa.Column("movement", sa.String(length=40), nullable=False),
        sa.Column("set_index", sa.Integer(), nullable=False),
        sa.Column("start_s", sa.Double(), nullable=True),
        sa.Column("hold_start_s", sa.Double(), nullable=True),
        sa.Column("hold_end_s", sa.Double(), nullable=True),
        sa.Column("end_s", sa.Double(), nullable=True),
        sa.Column("scored", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=True),
        sa.Column("excursion_left_mm", sa.Double(), nullable=True),
        sa.Column("excursion_right_mm", sa.Double(), nullable=True),
        sa.Column("uncertainty_mm", sa.Double(), nullable=True),
        sa.Column("affected_pct_of_healthy", sa.Double(), nullable=True),
        sa.Column("end_difference_mm", sa.Double(), nullable=True),
        sa.Column("onset_lag_ms", sa.Double(), nullable=True),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["sessions.id"],
            name=op.f("fk_reps_session_id_sessions"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reps")),
        sa.UniqueConstraint("session_id", "rep_index", name=op.f("uq_reps_session_id_rep_index")),
    )
    op.create_table(
        "synkinesis_flags",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("rep_id", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("region", sa.String(length=40), nullable=False),
        sa.Column("side", sa.String(length=40), nullable=False),
        sa.Column("magnitude", sa.Double(), nullable=True),
        sa.Column("unit", sa.String(length=40), nullable=False),
        sa.Column("grade", sa.Integer(), nullable=False),
        sa.Column("start_s", sa.Double(), nullable=True),
        sa.Column("end_s", sa.Double(), nullable=True),
        sa.CheckConstraint("side IN ('left', 'right')", name=op.f("ck_synkinesis_flags_side")),
        sa.CheckConstraint("grade BETWEEN 1 AND 3", name=op.f("ck_synkinesis_flags_grade")),
        sa.ForeignKeyConstraint(
            ["rep_id"],
            ["reps.id"],
            name=op.f("fk_synkinesis_flags_rep_id_reps"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_synkinesis_flags")),
        sa.UniqueConstraint("rep_id", "position", name=op.f("uq_synkinesis_flags_rep_id_position")),
    )


def downgrade() -> None:
    """Remove every table."""
    op.drop_table("synkinesis_flags")
    op.drop_table("reps")
    op.drop_table("frame_chunks")
    op.drop_table("baselines")
    op.drop_index(op.f("ix_sessions_created_utc"), table_name="sessions")
    op.drop_table("sessions")
