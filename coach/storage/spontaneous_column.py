"""Minutes of talking as one JSON column, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from coach.domain.spontaneous import SpontaneousSummary
from coach.domain.spontaneous_record import spontaneous_from_dict, spontaneous_to_dict

_CHECKS: Final = "checks"


def with_check(column: Mapping[str, Any] | None, check: SpontaneousSummary) -> dict[str, Any]:
    """The column with one more check."""
    return {_CHECKS: [*(column or {}).get(_CHECKS, []), spontaneous_to_dict(check)]}


def spontaneous_records(column: Mapping[str, Any] | None) -> tuple[SpontaneousSummary, ...]:
    """The checks of a column, oldest first.

    Raises:
        ValueError: the column is damaged.
    """
    try:
        return tuple(spontaneous_from_dict(check) for check in (column or {}).get(_CHECKS, []))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("a talking check is damaged") from error
