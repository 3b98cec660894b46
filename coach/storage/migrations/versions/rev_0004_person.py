"""What a person answers and a therapist prescribes; kept pictures; closures, drift, residual."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision: str | None = "0003"
branch_labels: str | None = None
depends_on: str | None = None

_REPS = ("closure_left_pct", "closure_right_pct", "closure_uncertainty_pct")
_TABLES = ("prescriptions", "profiles", "snapshots", "session_feedback")


def upgrade() -> None:
    """Add the columns (empty in older sessions) and the tables."""
    for name in _REPS:
        op.add_column("reps", sa.Column(name, sa.Double(), nullable=True))
    op.add_column(
        "baselines",
        sa.Column("scale", sa.String(length=40), nullable=False, server_default="iris"),
    )
    op.add_column(
        "sessions",
        sa.Column("plan_id", sa.String(length=170), nullable=False, server_default=""),
    )
    op.add_column("sessions", sa.Column("alignment_residual_mm", sa.Double(), nullable=True))
    op.add_column("sessions", sa.Column("drift", sa.JSON(), nullable=True))
    op.add_column("sessions", sa.Column("spontaneous", sa.JSON(), nullable=True))
    op.add_column("sessions", sa.Column("resumes", sa.String(length=36), nullable=True))
    op.add_column(
        "sessions",
        sa.Column("dismissed", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    _session_tables()
    _person_tables()


def downgrade() -> None:
    """Take them away again; what they held is lost."""
    op.drop_index(op.f("ix_prescriptions_imported_utc"), table_name="prescriptions")
    for table in _TABLES:
        op.drop_table(table)
    for name in (
        "dismissed",
        "resumes",
        "spontaneous",
        "drift",
        "alignment_residual_mm",
        "plan_id",
    ):
        op.drop_column("sessions", name)
    op.drop_column("baselines", "scale")
    for name in reversed(_REPS):
        op.drop_column("reps", name)


def _session_tables() -> None:
    op.create_table(
        "session_feedback",
        sa.Column("session_id", sa.String(length=36), nullable=False),
        sa.Column("answered_utc", sa.DateTime(timezone=True), nullable=False),
        sa.Column("effort", sa.Integer(), nullable=True),
        sa.Column("tightness", sa.Integer(), nullable=True),
        sa.Column("pain", sa.Integer(), nullable=True),
        sa.Column("mood", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False, server_default=""),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["sessions.id"],
            name=op.f("fk_session_feedback_session_id_sessions"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("session_id", name=op.f("pk_session_feedback")),
    )
    op.create_table(
        "snapshots",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("session_id", sa.String(length=36), nullable=False),
        sa.Column("pose", sa.String(length=40), nullable=False),
        sa.Column("taken_utc", sa.DateTime(timezone=True), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("png", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["sessions.id"],
            name=op.f("fk_snapshots_session_id_sessions"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snapshots")),
        sa.UniqueConstraint("session_id", "pose", name=op.f("uq_snapshots_session_id_pose")),
    )


def _person_tables() -> None:
    op.create_table(
        "profiles",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("updated_utc", sa.DateTime(timezone=True), nullable=False),
        sa.Column("cause", sa.String(length=40), nullable=True),
        sa.Column("stage", sa.String(length=40), nullable=True),
        sa.Column("onset", sa.Date(), nullable=True),
        sa.Column("procedure", sa.String(length=40), nullable=True),
        sa.Column("surgery", sa.Date(), nullable=True),
        sa.Column("botulinum", sa.Date(), nullable=True),
        sa.Column("movement_seen", sa.Boolean(), nullable=True),
        sa.Column("surgeon_cleared", sa.Boolean(), nullable=False),
        sa.Column("has_therapist", sa.Boolean(), nullable=False),
        sa.Column("child", sa.Boolean(), nullable=False),
        sa.Column("released", sa.JSON(), nullable=False),
        sa.Column("stop_sign", sa.Boolean(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_profiles")),
    )
    op.create_table(
        "prescriptions",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("imported_utc", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_prescriptions")),
    )
    op.create_index(
        op.f("ix_prescriptions_imported_utc"), "prescriptions", ["imported_utc"], unique=False
    )
