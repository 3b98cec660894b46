"""Looks at the resting face as one JSON column, and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from coach.domain.movements import Region
from coach.domain.session import DriftRecord
from coach.domain.sides import Side
from coach.storage.numbers import finite, number


def drift_entry(look: DriftRecord) -> dict[str, Any]:
    """One look; numbers that do not exist are null."""
    return {
        "t_s": finite(look.t_s),
        "region": look.region.value,
        "side": look.side.value,
        "mm": finite(look.size_mm),
    }


def drift_records(column: Sequence[Mapping[str, Any]] | None) -> tuple[DriftRecord, ...]:
    """The inverse; nothing where the column is empty (older sessions).

    Raises:
        ValueError: a region or side that there is not.
    """
    return tuple(
        DriftRecord(number(e["t_s"]), Region(e["region"]), Side(e["side"]), number(e["mm"]))
        for e in column or ()
    )
