"""What every table of the practice log shares."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import JSON, DateTime, Dialect, MetaData, String, TypeDecorator
from sqlalchemy.orm import DeclarativeBase


class Damaged:
    """Stands where a value was that could not be read; what uses it raises (`values.DAMAGE`)."""


DAMAGED: Final = Damaged()
_Reader = Callable[[Any], Any]


def _never_raising(read: _Reader | None) -> _Reader | None:
    """One unreadable value must not end a query for all other rows."""
    if read is None:
        return None

    def reads(value: object) -> object:
        try:
            return read(value)
        except (ValueError, TypeError, AttributeError, OverflowError, RecursionError):
            return DAMAGED

    return reads


class StoredJson(TypeDecorator[Any]):
    """JSON of which one damaged value costs that value alone."""

    impl = JSON
    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> _Reader | None:
        """As JSON's, but `DAMAGED` for what is none."""
        return _never_raising(super().result_processor(dialect, coltype))

    def coerce_compared_value(self, op: object, value: object) -> Any:  # noqa: ANN401
        """As JSON itself compares."""
        return self.impl_instance.coerce_compared_value(op, value)  # type: ignore[arg-type]


class UtcDateTime(TypeDecorator[datetime]):
    """An aware datetime, kept as UTC; SQLite has no time zones, so it is naive there."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> _Reader | None:
        """As a time's, but `DAMAGED` for what is none."""
        return _never_raising(super().result_processor(dialect, coltype))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Aware to UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without an offset cannot be stored")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Back to aware UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """Names every constraint, so that later migrations can change it on any database."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_N_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


ID = String(36)
WORD = String(40)
