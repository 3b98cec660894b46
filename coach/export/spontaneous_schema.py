"""What a talking summary in `session.json` must look like."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from coach.domain.movements import Region
from coach.domain.sides import Side
from coach.domain.spontaneous import Trigger
from coach.export.schema_parts import Blinks, Count, Part, Sides, Text

_Share = Annotated[float, Field(ge=0, le=1)]


class SpontaneousPairPart(Part):
    """A region watched while the mouth moves, or with the blinks.

    `watched` are seconds of talking, or blinks that could be judged; `share` is of these.
    """

    trigger: Trigger
    region: Region
    side: Side
    unit: Text
    limit: float | None
    watched: float = Field(ge=0)
    count: Count
    share: _Share
    strongest: float | None
    slope: float | None
    slope_half_width: float | None
    windows: list[tuple[float | None, float | None]] = Field(default=[], max_length=10_000)


class SpontaneousPart(Part):
    """A minute of talking or reading aloud; times in seconds from the session's start."""

    exercise_id: Text
    start_s: float | None
    end_s: float | None
    observed_s: float | None
    talking_s: float | None
    mouth_mm: Sides
    affected_pct_of_healthy: float | None
    affected_pct_uncertainty: float | None
    blinks: Blinks | None
    pairs: list[SpontaneousPairPart] = Field(max_length=100)
