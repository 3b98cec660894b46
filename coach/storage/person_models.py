"""Tables about the person: what they answered, and what a therapist planned for them."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import JSON, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from coach.storage.base import ID, WORD, Base, UtcDateTime
from coach.storage.ids import new_id


class ProfileRow(Base):
    """What the person told about themselves; at home there is one row."""

    __tablename__ = "profiles"

    id: Mapped[str] = mapped_column(ID, primary_key=True, default=new_id)
    updated_utc: Mapped[datetime] = mapped_column(UtcDateTime())
    cause: Mapped[str | None] = mapped_column(WORD)
    stage: Mapped[str | None] = mapped_column(WORD)
    onset: Mapped[date | None]
    procedure: Mapped[str | None] = mapped_column(WORD)
    surgery: Mapped[date | None]
    operated: Mapped[bool | None]
    botulinum: Mapped[date | None]
    injected: Mapped[bool | None]
    movement_seen: Mapped[bool | None]
    surgeon_cleared: Mapped[bool]
    has_therapist: Mapped[bool]
    child: Mapped[bool]
    released: Mapped[list[str]] = mapped_column(JSON)
    stop_sign: Mapped[bool]
    row_version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": row_version}


class PrescriptionRow(Base):
    """A therapist's plan file, whole, as it was imported; the newest active one holds."""

    __tablename__ = "prescriptions"

    id: Mapped[str] = mapped_column(ID, primary_key=True, default=new_id)
    imported_utc: Mapped[datetime] = mapped_column(UtcDateTime(), index=True)
    sha256: Mapped[str] = mapped_column(String(64))
    text: Mapped[str] = mapped_column(Text)
    active: Mapped[bool]
