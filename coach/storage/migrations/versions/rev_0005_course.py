"""What each repetition asked for, and what became of each exercise of a session."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision: str | None = "0004"
branch_labels: str | None = None
depends_on: str | None = None

_ASKED = ("asked_target_mm", "asked_move_s", "asked_hold_s", "asked_release_s")


def upgrade() -> None:
    """Add the columns (empty in older sessions) and the table."""
    for name in _ASKED:
        op.add_column("reps", sa.Column(name, sa.Double(), nullable=True))
    op.add_column("reps", sa.Column("eased", sa.Boolean(), nullable=True))
    op.create_table(
        "course",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("session_id", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("t_s", sa.Double(), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("exercise_id", sa.String(length=80), nullable=False),
        sa.Column("other_id", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["sessions.id"],
            name=op.f("fk_course_session_id_sessions"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_course")),
        sa.UniqueConstraint("session_id", "position", name=op.f("uq_course_session_id_position")),
    )


def downgrade() -> None:
    """Take them away again; what they held is lost."""
    op.drop_table("course")
    op.drop_column("reps", "eased")
    for name in reversed(_ASKED):
        op.drop_column("reps", name)
