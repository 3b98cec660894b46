"""Parts that several objects in `session.json` are made of."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Text = Annotated[str, Field(max_length=200)]
Count = Annotated[int, Field(ge=0, le=10**9)]


class Part(BaseModel):
    """Numbers are finite; keys that a later program adds are passed over."""

    model_config = ConfigDict(extra="ignore", allow_inf_nan=False, frozen=True)


class Sides(Part):
    """A value for each of the patient's own sides."""

    left: float | None
    right: float | None


class BlinkCorner(Part):
    """Blinks with which a mouth corner moved, of those during which the mouth was at rest."""

    judged: Count
    left_count: Count
    right_count: Count
    largest_mm: Sides
    limit_mm: float | None


class Blinks(Part):
    """Blinks over the observed time: how many, and how far each eye came."""

    observed_s: float = Field(gt=0)
    count: Count
    left_count: Count
    right_count: Count
    mean_peak_pct: Sides
    complete_share: Sides
    fast_enough: bool
    corner: BlinkCorner | None = None
