"""The interval of the affected side's share of the healthy side."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision: str | None = "0002"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Add the column; it is empty in older sessions."""
    op.add_column("reps", sa.Column("affected_pct_uncertainty", sa.Double(), nullable=True))


def downgrade() -> None:
    """Take it away again; what it held is lost."""
    op.drop_column("reps", "affected_pct_uncertainty")
