"""Left and right are the patient's own, everywhere; only painting mirrors."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """The patient's anatomical side."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> Side:
        return Side.RIGHT if self is Side.LEFT else Side.LEFT

    @property
    def sign(self) -> int:
        """+1 for left, -1 for right: the sign of outward x in the head frame (x to the left)."""
        return 1 if self is Side.LEFT else -1


class Affected(StrEnum):
    """Which side the person (or their therapist) says is affected."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    NONE = "none"

    @property
    def side(self) -> Side | None:
        """The one affected side, or None where there is not exactly one."""
        return Side(self.value) if self in (Affected.LEFT, Affected.RIGHT) else None


@dataclass(frozen=True, slots=True)
class PerSide:
    """A value for each side; None where there is none."""

    left: float | None
    right: float | None

    def of(self, side: Side) -> float | None:
        return self.left if side is Side.LEFT else self.right
