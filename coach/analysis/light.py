"""Is the face lit evenly and steadily enough to compare its sides, and now with rest?

Correlation does not see brightness, gain or a smooth gradient, so corners and brows bear much. Lids
and whatever leans on colours do not: light from one side hides half a face in its own shadow, and
light that changes makes every later picture another face. Skin of one face is compared with the
other half's, and with itself a moment ago: no threshold depends on its tone.
"""

from __future__ import annotations

import math
from collections import deque
from typing import Final

import numpy as np

from coach.domain.frames import FloatArray, Image
from coach.domain.landmarks import FaceFrame
from coach.domain.quality import QualityReason

#: Mirrored places of bare skin on cheeks and forehead: (patient's left, right).
SKIN_PAIRS: Final = (
    (280, 50), (425, 205), (330, 101), (266, 36), (346, 117), (347, 118), (348, 119),
    (299, 69), (333, 104), (337, 108),
)  # fmt: skip
#: One half of the face this many times as bright as the other is light from one side. 28 films of
#: real people in ordinary rooms stay below 1.65; a photographic head beside a window, at 2.3 to
#: 2.6, is measured well (corner 0.3 mm, symmetry 7 points). Higher lets through faces half in the
#: dark.
SIDE_LIGHT_RATIO: Final = 3.0
#: The face's light changes too fast when it grows or falls by this factor within CHANGE_S. Mains
#: flicker and moving heads stay below; an exposure that hunts does not.
CHANGE_RATIO: Final = 1.25
CHANGE_S: Final = 0.5
#: Grey levels added before a ratio is taken: black is noise.
_FLOOR: Final = 4.0
_SKIN: Final = np.array(SKIN_PAIRS).T


class LightWatch:
    """Follows the light on a face. One thread, pictures in order."""

    def __init__(self) -> None:
        self._levels: deque[tuple[float, float]] = deque()

    def step(self, face: FaceFrame, image: Image | None) -> QualityReason | None:
        """What is wrong with a picture's light; None too where there is no picture or face."""
        if face.points is None or image is None:
            return None
        left, right = _skin_logs(face.points, image)
        changing = self._is_changing(face.time_s, float(np.median(np.append(left, right))))
        balance = float(np.median(left - right))
        if abs(balance) > math.log(SIDE_LIGHT_RATIO):
            if balance > 0:
                return QualityReason.SIDE_LIGHT_LEFT
            return QualityReason.SIDE_LIGHT_RIGHT
        return QualityReason.LIGHT_CHANGING if changing else None

    def _is_changing(self, time_s: float, level: float) -> bool:
        kept = self._levels
        if kept and not 0.0 < time_s - kept[-1][0] < CHANGE_S:
            kept.clear()
        kept.append((time_s, level))
        while time_s - kept[0][0] > CHANGE_S:
            kept.popleft()
        # Third parts instead of single pictures: noise, flicker and a hand that flits by are none.
        third = len(kept) // 3
        if third == 0:
            return False
        levels = [v for _, v in kept]
        step = float(np.median(levels[-third:]) - np.median(levels[:third]))
        # From middle to middle of the outer thirds is two thirds of the stretch.
        return abs(step) > 2.0 / 3.0 * math.log(CHANGE_RATIO)


def _skin_logs(points: FloatArray, image: Image) -> tuple[FloatArray, FloatArray]:
    """(n,) logarithms of the green light on the skin of the patient's left, and of the right."""
    height, width = image.shape[:2]
    columns = np.clip(np.rint(points[_SKIN, 0]).astype(np.intp), 0, width - 1)
    rows = np.clip(np.rint(points[_SKIN, 1]).astype(np.intp), 0, height - 1)
    left, right = np.log(image[rows, columns, 1] + _FLOOR)
    return left, right
