"""What is kept of co-movement: rules, limits and peaks of flags, couplings, blinks."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision: str | None = "0001"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Add the columns (empty in older sessions) and the table."""
    op.add_column("synkinesis_flags", sa.Column("peak_s", sa.Double(), nullable=True))
    op.add_column("synkinesis_flags", sa.Column("limit_value", sa.Double(), nullable=True))
    op.add_column("synkinesis_flags", sa.Column("rule", sa.String(length=40), nullable=True))
    op.add_column(
        "baselines",
        sa.Column("refined", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.add_column("sessions", sa.Column("blinks", sa.JSON(), nullable=True))
    op.create_table(
        "couplings",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("rep_id", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("region", sa.String(length=40), nullable=False),
        sa.Column("side", sa.String(length=40), nullable=False),
        sa.Column("slope", sa.Double(), nullable=True),
        sa.Column("unit", sa.String(length=40), nullable=False),
        sa.CheckConstraint("side IN ('left', 'right')", name=op.f("ck_couplings_side")),
        sa.ForeignKeyConstraint(
            ["rep_id"],
            ["reps.id"],
            name=op.f("fk_couplings_rep_id_reps"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_couplings")),
        sa.UniqueConstraint("rep_id", "position", name=op.f("uq_couplings_rep_id_position")),
    )


def downgrade() -> None:
    """Take them away again; what they held is lost."""
    op.drop_table("couplings")
    op.drop_column("sessions", "blinks")
    op.drop_column("baselines", "refined")
    for name in ("rule", "limit_value", "peak_s"):
        op.drop_column("synkinesis_flags", name)
