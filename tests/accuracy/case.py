"""A case of the bench: pictures, and what is true on them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from coach.domain.frames import FloatArray, Image
from coach.domain.measures import N_MEASURES, SideMeasure, measure_index
from coach.domain.movements import Movement
from coach.domain.sides import Affected, Side

FPS: Final = 30.0
SIZE: Final = (640, 480)
#: Before the first movement every case shows this much of a resting face.
REST_S: Final = 2.8


class Family(StrEnum):
    """Where the pictures come from."""

    CLIPS = "rendered heads"
    DRAWN = "drawn faces"
    PUPPET = "photographic puppet"
    HEADS = "photographic heads"
    PEOPLE = "warped films of people"


#: Made faces in even light, which everything was built on; the others look like life.
NEAR: Final = (Family.CLIPS, Family.DRAWN, Family.PUPPET)


class Split(StrEnum):
    """Tuning cases may be looked at while the program is changed; reporting cases may not."""

    TUNING = "tuning"
    REPORTING = "reporting"


@dataclass(frozen=True, slots=True, eq=False)
class Truth:
    """What really happens. Seconds from the first picture.

    Attributes:
        time_s: (n,) of the pictures.
        values: (n, N_MEASURES) as in `measures.csv`; NaN where the truth does not say.
        blink: (n,) True in and right after a spontaneous blink.
        reps: (start, end) of each repetition.
        holds: (start, end) of the part of each that is certainly held on both sides.
        rest_fissure_mm: (left, right).
        lag_ms: affected side behind the other; None where there is no affected side.
    """

    time_s: FloatArray
    values: FloatArray
    blink: NDArray[np.bool_]
    reps: tuple[tuple[float, float], ...]
    holds: tuple[tuple[float, float], ...]
    rest_fissure_mm: tuple[float, float]
    lag_ms: float | None = None

    @property
    def at_rest(self) -> NDArray[np.bool_]:
        """(n,) the rest before the first movement, without blinks."""
        return np.asarray((self.time_s < REST_S) & ~self.blink)

    def held(self, rep: int) -> NDArray[np.bool_]:
        """(n,) a repetition's hold, without blinks."""
        start, end = self.holds[rep]
        return np.asarray((self.time_s > start) & (self.time_s < end) & ~self.blink)


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """One recording.

    Attributes:
        name: unique.
        person: the same for recordings of one face doing the same, for test-retest figures.
        turned: True where the head turns or nods by up to 10 degrees meanwhile.
        signature: changes when the pictures do.
        truth: made on demand; cheap.
        pictures: makes them anew each time.
        skin: whose skin it is, for tables per skin; "" for none of them.
        condition: of light and camera.
        synkinesis: (region, side) that moves along in truth; None where the truth does not say.
        fps: of the pictures.
    """

    name: str
    family: Family
    split: Split
    person: str
    movement: Movement
    affected: Affected | None
    turned: bool
    signature: str
    truth: Callable[[], Truth]
    pictures: Callable[[], Iterator[Image]]
    skin: str = ""
    condition: str = "clean"
    synkinesis: tuple[tuple[str, str], ...] | None = None
    fps: float = FPS


def empty_values(n: int) -> FloatArray:
    return np.full((n, N_MEASURES), np.nan)


def put(values: FloatArray, measure: SideMeasure, side: Side, column: FloatArray) -> None:
    """Set one column of (n, N_MEASURES) values in place."""
    values[:, measure_index(measure, side)] = column


def minimum_jerk(share: FloatArray) -> FloatArray:
    """Share of a movement done at a share of its time (Flash and Hogan 1985)."""
    t = np.clip(share, 0.0, 1.0)
    return np.asarray(t * t * t * (10.0 - 15.0 * t + 6.0 * t * t))
