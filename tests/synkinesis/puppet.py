"""The photographic puppet with co-movements: another person, real skin, and the truth known.

The puppet is the accuracy bench's (`tests/accuracy/puppet.py`), in its reporting print (mirrored,
narrower, darker). Nothing here has been tuned on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from coach.analysis.analyser import FaceAnalyser
from coach.analysis.recording import find_repetitions
from coach.capture.litert_landmarker import LiteRtLandmarker
from coach.capture.pixels import OpenCvPixels
from coach.coaching.library import exercises_dir, load_exercises
from coach.domain.frames import FloatArray, Frame, Image
from coach.domain.measures import MeasureFrame
from coach.domain.movements import Movement, Region
from coach.domain.session import RepRecord
from coach.domain.sides import Affected, Side
from coach.face.sensor import SensorNoise
from tests.accuracy.case import FPS, SIZE, Split
from tests.accuracy.puppet import Puppet, _head, _skin
from tests.accuracy.puppet_head import photograph
from tests.accuracy.puppet_render import PuppetRenderer
from tests.synkinesis.session import Case, Rep, Watched

#: Where healthy faces narrow both eyes in a smile: mean of 21.6 ± 13.4 % (S21) and one SD.
DUCHENNE: Final = 0.35


@dataclass(frozen=True, slots=True)
class Coupled(Puppet):
    """A puppet whose eyes or mouth come along.

    Attributes:
        known: the affected side as the program is told.
        eyes: share by which (left, right) eye closes at the movement's full size.
        corners: share of a full smile by which (left, right) corner goes along.
        flagged: what must be flagged.
    """

    known: Affected | None = None
    eyes: tuple[float, float] = (0.0, 0.0)
    corners: tuple[float, float] = (0.0, 0.0)
    flagged: tuple[Watched, ...] = ()

    def closures(self, side: Side) -> FloatArray:
        along = self.eyes[0 if side is Side.LEFT else 1] * self.drive()
        # Not super(): a slotted dataclass is another class than the one that is being defined.
        return np.maximum(Puppet.closures(self, side), along)

    def drive(self) -> FloatArray:
        """(n,) the movement as it is meant, 0 to 1."""
        both = np.maximum(self.amounts(Side.LEFT), self.amounts(Side.RIGHT))
        return np.asarray(both / max(float(both.max()), 1e-9))

    def pictures(self) -> Iterator[Image]:
        head = _head(self.split)
        skin = _skin(self.split, self.movement, self.arch)
        smile = _skin(self.split, Movement.SMILE_CLOSED, self.arch)
        renderer = PuppetRenderer(head, self.focal * SIZE[0])
        noise = SensorNoise(SIZE, self.noise_sd, self.seed)
        sizes = {side: self.amounts(side) for side in Side}
        shut = {side: self.closures(side) for side in Side}
        drive = self.drive()
        for i, position in enumerate(self.positions()):
            moved = sum(sizes[side][i] * skin.vertices[side] for side in Side)
            for along, side in zip(self.corners, (Side.LEFT, Side.RIGHT), strict=True):
                moved = moved + along * drive[i] * smile.vertices[side]
            image = renderer.render(
                np.asarray(moved), {s: float(shut[s][i]) for s in Side}, position
            )
            noise.add(image, i)
            yield image


_M, _R = Movement, Split.REPORTING
_LEFT_EYE, _RIGHT_EYE = (Region.EYE, Side.LEFT), (Region.EYE, Side.RIGHT)

PLANS: Final = (
    Coupled(_R, _M.SMILE_CLOSED, 0.7, 0.7, 41, eyes=(DUCHENNE, DUCHENNE)),
    Coupled(_R, _M.SMILE_CLOSED, 0.4, 0.8, 42, known=Affected.LEFT, eyes=(0.15, 0.3), lag_s=0.1),
    Coupled(
        _R, _M.SMILE_CLOSED, 0.7, 0.7, 43, known=Affected.BOTH, eyes=(DUCHENNE, DUCHENNE),
    ),
    Coupled(
        _R, _M.SMILE_CLOSED, 0.5, 0.8, 44, known=Affected.LEFT, eyes=(0.5, 0.2),
        flagged=(_LEFT_EYE,),
    ),
    Coupled(
        _R, _M.SMILE_CLOSED, 0.7, 0.7, 45, known=Affected.BOTH, eyes=(0.8, 0.8),
        flagged=(_LEFT_EYE, _RIGHT_EYE),
    ),
    Coupled(_R, _M.PUCKER, 0.8, 0.8, 46, known=Affected.RIGHT, eyes=(0.02, 0.02)),
    Coupled(
        _R, _M.PUCKER, 0.8, 0.6, 47, known=Affected.RIGHT, eyes=(0.22, 0.32),
        flagged=(_RIGHT_EYE,),
    ),
    Coupled(
        _R, _M.PUCKER, 0.7, 0.7, 48, known=Affected.NONE, eyes=(0.3, 0.3),
        flagged=(_LEFT_EYE, _RIGHT_EYE),
    ),
    Coupled(
        _R, _M.EYE_CLOSURE, 0.9, 0.9, 49, known=Affected.RIGHT, corners=(0.0, 0.6),
        flagged=((Region.MOUTH, Side.RIGHT),),
    ),
    Coupled(_R, _M.EYE_CLOSURE, 0.9, 0.9, 50, known=Affected.RIGHT, corners=(0.15, 0.15)),
    Coupled(
        _R, _M.BROW_RAISE, 0.6, 0.8, 51, known=Affected.LEFT, corners=(0.6, 0.0),
        flagged=((Region.MOUTH, Side.LEFT),),
    ),
)  # fmt: skip


def there() -> bool:
    """Whether the photograph is installed."""
    try:
        photograph()
    except FileNotFoundError:
        return False
    return True


def puppet_case(index: int) -> tuple[Case, tuple[RepRecord, ...]]:
    """One recording, picture by picture: for the live detector, and its finished repetitions."""
    plan = PLANS[index]
    exercise = load_exercises(exercises_dir()).exercises[plan.movement.value]
    analyser, landmarker = FaceAnalyser(pixels=OpenCvPixels()), LiteRtLandmarker()
    frames: list[MeasureFrame] = []
    analyser.start_baseline()
    for i, image in enumerate(plan.pictures()):
        face = landmarker.detect(Frame(image, i, round(i / FPS * 1e9)))
        frames.append(analyser.step(face, image))
        if analyser.baseline is None:
            analyser.finish_baseline()
    landmarker.close()
    if analyser.baseline is None:
        raise AssertionError(f"{plan.name}: no rest face")
    present = frozenset(plan.flagged)
    truth = plan.truth()
    # A co-movement grows with the movement: where it passes its limit is half way up, roughly.
    reps = tuple(
        Rep(a, b, (a, b - 1.2), present, frozenset(),
            dict.fromkeys(present, a + 0.6), dict.fromkeys(present, a + 0.2))
        for a, b in truth.reps
    )  # fmt: skip
    found, _ = find_repetitions(
        frames, analyser.baseline, plan.movement, plan.known, exercise.quiet
    )
    name = f"{plan.name} {plan.known.value if plan.known else 'unknown'}"
    case = Case(
        name, plan.movement, plan.known, exercise.quiet, frames, analyser.baseline, reps, FPS
    )
    return case, found
