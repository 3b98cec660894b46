"""Whether the face in the picture is still the one whose resting face was learnt.

Points on bone do not move within a face, so how badly they fit the rest shape tells faces apart,
and cameras or lenses that draw the same face otherwise.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from coach.analysis.alignment import RIGID, Reference, Similarity
from coach.domain.frames import FloatArray
from coach.domain.measures import MeasureFrame
from coach.domain.quality import QualityReason

#: Misfit above which it is another face, mm. The same face's reached 1.24 at most, whatever it did
#: (57 recordings of 12 rendered and real faces); another's lay between 0.75 and 5 (of 126 pairs,
#: 90 % above 1.04). Lower finds more of those that are alike, and doubts faces that move strongly.
ANOTHER_MM: Final = 1.5
#: A misfit counts once it has lasted this long: neither one bad picture nor a blink is a face.
DWELL_S: Final = 1.0
#: Share of the pictures of that time that may fit all the same.
_MAY_FIT: Final = 20.0
_LEAST_PICTURES: Final = 8
#: Beyond these turns from the rest face the far side is guessed, and its misfit says nothing.
_YAW_DEG: Final = 12.0
_PITCH_DEG: Final = 20.0


def front_misfit_mm(
    points: FloatArray, fit: Similarity, reference: Reference, mm_per_px: float
) -> float:
    """Root mean square misfit of the points on bone as seen from in front, mm.

    Depth is left out: the landmarks guess it, and it follows the mouth.

    Args:
        points: (478, 3) of the picture, head axes.
        fit: of these points onto the reference.
        reference: the rest shape.
        mm_per_px: of the reference.
    """
    off = (fit.apply(points[RIGID]) - reference.points[RIGID])[:, :2]
    return mm_per_px * float(np.sqrt((off * off).sum() / len(off)))


class IdentityWatch:
    """Follows the misfit through time; times are the pictures' own, seconds.

    Attributes:
        another: whether another face is there now.
        spells: (start, end) of the times with another face, from its first picture on; the last
            one's end is infinite while it lasts.
    """

    def __init__(self) -> None:
        self.another = False
        self.spells: list[tuple[float, float]] = []
        self._recent: deque[tuple[float, float]] = deque()

    def step(
        self,
        time_s: float,
        points: FloatArray,
        fit: Similarity,
        reference: Reference,
        mm_per_px: float,
    ) -> bool:
        """Take one picture's points; see `front_misfit_mm`. Returns `another`."""
        pose, rest = Reference.pose(fit), reference.rest_pose
        if abs(pose.yaw - rest.yaw) <= _YAW_DEG and abs(pose.pitch - rest.pitch) <= _PITCH_DEG:
            self._take(time_s, front_misfit_mm(points, fit, reference, mm_per_px))
        return self.another

    def _take(self, time_s: float, misfit_mm: float) -> None:
        recent = self._recent
        if recent and not 0 < time_s - recent[-1][0] < DWELL_S:
            recent.clear()
        recent.append((time_s, misfit_mm))
        while recent[-1][0] - recent[0][0] > DWELL_S:
            recent.popleft()
        if len(recent) < _LEAST_PICTURES or recent[-1][0] - recent[0][0] < 0.8 * DWELL_S:
            return
        sizes = [size for _, size in recent]
        if not self.another and np.percentile(sizes, _MAY_FIT) > ANOTHER_MM:
            self.another = True
            first = next(t for t, size in recent if size > ANOTHER_MM)
            self.spells.append((first, np.inf))
        elif self.another and np.percentile(sizes, 100.0 - _MAY_FIT) <= ANOTHER_MM:
            self.another = False
            first = next(t for t, size in recent if size <= ANOTHER_MM)
            self.spells[-1] = (self.spells[-1][0], first)


def without_others(
    measured: Sequence[MeasureFrame], spells: Sequence[tuple[float, float]]
) -> list[MeasureFrame]:
    """A recording's pictures, with those of another face marked from its first to its last."""
    if not spells:
        return list(measured)
    return [_marked(m, any(start <= m.time_s < end for start, end in spells)) for m in measured]


def _marked(m: MeasureFrame, another: bool) -> MeasureFrame:
    if another and m.reason is not QualityReason.NO_FACE:
        return replace(m, reason=QualityReason.ANOTHER_FACE)
    return replace(m, reason=None) if m.reason is QualityReason.ANOTHER_FACE else m
