"""How many people are in the picture: a slow count that a single wrong detection cannot change.

The face mesh follows one face and does not notice a second one. The face detector looks about once
a second; when it disagrees with what is believed it looks again soon, and is believed then.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

#: Seconds of picture time between two looks: a second face is told within about 1.3 s, at 0.1 % of
#: the inference time of 30 pictures. Lower is sooner and dearer.
LOOK_EVERY_S: Final = 1.0
#: Seconds until the second look after a surprising one.
LOOK_AGAIN_S: Final = 0.25
#: A face narrower than this share of the widest one is a poster or somebody far behind.
MIN_WIDTH_SHARE: Final = 0.25


class FaceCount:
    """The believed number of faces. Time comes from the pictures."""

    def __init__(self) -> None:
        self._faces = 1
        self._surprises = 0
        self._last_ns: int | None = None
        self._wait_ns = 0

    @property
    def faces(self) -> int:
        """At least 1: whether the one face is there is FaceMesh's to say."""
        return self._faces

    def due(self, t_ns: int) -> bool:
        """True where a picture of this time should be looked at."""
        return self._last_ns is None or not 0 <= t_ns - self._last_ns < self._wait_ns

    def observe(self, seen: int, t_ns: int) -> None:
        """Takes what the detector saw on one picture."""
        self._last_ns = t_ns
        seen = max(1, seen)
        if (seen > 1) == (self._faces > 1):
            self._faces, self._surprises, wait_s = seen, 0, LOOK_EVERY_S
        elif self._surprises == 0:
            self._surprises, wait_s = 1, LOOK_AGAIN_S
        else:
            self._faces, self._surprises, wait_s = seen, 0, LOOK_EVERY_S
        self._wait_ns = int(wait_s * 1e9)


def count_faces(widths: Sequence[float]) -> int:
    """Faces of the detector, those too small to be a person at the screen left out.

    Args:
        widths: of the detected faces, in one unit.
    """
    return sum(width >= MIN_WIDTH_SHARE * max(widths) for width in widths)
