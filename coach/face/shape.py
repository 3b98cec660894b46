"""Proportions of a drawn face: whose face it is, apart from its colours."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Final

import numpy as np

#: How far a seeded identity departs from the average face, either way.
VARIATION: Final = 0.08


@dataclass(frozen=True, slots=True)
class FaceShape:
    """Factors on the average adult face (1.0 each).

    The iris is not among them: its visible diameter is 11.7 mm in everybody (11.71 +- 0.42 mm,
    Ruefer et al. 2005), which is where the program's millimetres come from.
    """

    face_width: float = 1.0
    jaw_width: float = 1.0
    lower_length: float = 1.0
    eye_spacing: float = 1.0
    eye_width: float = 1.0
    eye_height: float = 1.0
    brow_height: float = 1.0
    nose_width: float = 1.0
    nose_length: float = 1.0
    mouth_width: float = 1.0
    lip_fullness: float = 1.0

    def __post_init__(self) -> None:
        for field in fields(self):
            if not 0.8 <= getattr(self, field.name) <= 1.25:
                raise ValueError(f"{field.name} must lie between 0.8 and 1.25")

    @classmethod
    def from_seed(cls, seed: int) -> FaceShape:
        """An identity of its own for each seed; 0 is the average face."""
        if seed == 0:
            return cls()
        rng = np.random.default_rng(seed)
        # Lengths that stand under one another vary half as much, so that they stay in order.
        calm = {"eye_spacing", "nose_length", "lower_length"}
        return cls(
            **{
                f.name: float(
                    1.0 + rng.uniform(-VARIATION, VARIATION) * (0.5 if f.name in calm else 1.0)
                )
                for f in fields(cls)
            }
        )
