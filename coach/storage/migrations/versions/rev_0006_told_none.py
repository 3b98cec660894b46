"""Whether the person said that there was no operation, or no injection, or nothing of it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision: str | None = "0005"
branch_labels: str | None = None
depends_on: str | None = None

_TOLD = ("operated", "injected")


def upgrade() -> None:
    """Add the columns; older answers are open again, as nobody can know whether they were given."""
    for name in _TOLD:
        op.add_column("profiles", sa.Column(name, sa.Boolean(), nullable=True))


def downgrade() -> None:
    """Take them away again; what they held is lost."""
    for name in reversed(_TOLD):
        op.drop_column("profiles", name)
