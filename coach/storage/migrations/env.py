"""Runs the revisions on the connection that `coach.storage.upgrade` hands over."""

from __future__ import annotations

from alembic import context

import coach.storage.models
import coach.storage.person_models  # noqa: F401 (both fill the metadata)
from coach.storage.base import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,  # SQLite cannot alter columns in place
    compare_type=True,
    transactional_ddl=True,  # true of SQLite too, as `Database` begins its transactions itself
)
context.run_migrations()
