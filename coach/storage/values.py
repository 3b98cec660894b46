"""What is stored, checked before it is believed: one list of the ways in which it can be wrong."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Boolean, Float, Integer, String, inspect

from coach.domain.precision import LARGEST
from coach.storage.base import Base

#: What turning a damaged value into one of the program's raises.
DAMAGE: Final = (
    ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError,
)  # fmt: skip


def check_row(row: Base) -> None:
    """Look at every plain column of a row.

    SQLite keeps whatever it is given in whatever column, so a type says nothing there.

    Raises:
        ValueError: text where a number belongs, a number that no face has, half a character.
    """
    for column in inspect(type(row)).columns:
        value = getattr(row, column.key)
        if value is None:
            if not column.nullable:
                raise ValueError(f"{column.key} is missing")
        elif isinstance(column.type, Boolean):
            if not isinstance(value, bool | int):
                raise ValueError(f"{column.key} is not a yes or no")
        elif isinstance(column.type, Float | Integer):
            whole = isinstance(column.type, Integer)
            if not isinstance(value, int if whole else int | float) or not abs(value) <= LARGEST:
                raise ValueError(f"{column.key} is not such a number")
        elif isinstance(column.type, String):
            if not isinstance(value, str):
                raise ValueError(f"{column.key} is not text")
            value.encode()  # UnicodeEncodeError, a ValueError, for half a surrogate pair
