"""A steady film's face, moved by known millimetres: corners and brows, with Gaussian falloff.

What a warp cannot show is not shown: no teeth, no crease, no lid that closes (the skin below the
lid is not in the picture). The person's own stir in the steady pictures remains (0.15 to 0.25 mm).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from coach.analysis.measures import IRIS_DIAMETER_MM, iris_diameters_px
from coach.capture._cv2 import cv2
from coach.capture.litert_landmarker import LiteRtLandmarker
from coach.domain.errors import InputError
from coach.domain.frames import FloatArray, Frame, Image
from coach.domain.landmarks import N_LANDMARKS, SIDE_LANDMARKS
from coach.domain.measures import SideMeasure
from coach.domain.sides import Side

#: Length of a steady stretch, pictures.
WINDOW: Final = 14
#: Below this an iris is too small for a movement to be known in millimetres, px.
LEAST_IRIS_PX: Final = 12.0
#: Standard deviations of the bells across and down, mm.
CORNER_BELL_MM: Final = (10.0, 8.0)
BROW_BELL_MM: Final = (18.0, 7.0)
#: A face in a steady stretch looks ahead within this on the mean, its lips within this of each
#: other, its lids at least this far apart.
_MOST_YAW_DEG: Final = 8.0
_MOST_GAP_MM: Final = 3.5
_LEAST_FISSURE_MM: Final = 4.5
_LIPS: Final = (13, 14)
_LIDS: Final = {Side.RIGHT: (159, 145), Side.LEFT: (386, 374)}
_CHEEKS: Final = (234, 454)
#: The inverse map by fixed-point steps.
_STEPS: Final = 4
#: Nothing is painted for less than this, px.
_LEAST_PX: Final = 0.02
_MARGIN_MM: Final = 30.0

#: (x away from the middle, y up) of each side, mm.
Moves = dict[tuple[SideMeasure, Side], float]


@dataclass(frozen=True, slots=True, eq=False)
class SteadyFace:
    """Some pictures of a face that keeps still, looking ahead with closed lips and open eyes.

    Attributes:
        images: (h, w, 3) BGR each.
        points: (n, 478, 2) landmarks, px.
        px_per_mm: of the irises.
        stir_mm: mean SD of corners, brows and lids over the pictures.
    """

    images: tuple[Image, ...]
    points: FloatArray
    px_per_mm: float
    stir_mm: float

    @property
    def size(self) -> tuple[int, int]:
        return self.images[0].shape[1], self.images[0].shape[0]

    def at(self, tick: int) -> int:
        """Which picture to show: forwards, then backwards, so that none jumps."""
        n = len(self.images)
        place = tick % max(2 * n - 2, 1)
        return place if place < n else 2 * n - 2 - place

    def moved(self, tick: int, moves: Moves) -> Image:
        """The picture of a moment with its face moved."""
        index = self.at(tick)
        image, points, k = self.images[index], self.points[index], self.px_per_mm
        bells = list(_bells(points, moves, k))
        if all(np.abs(b.shift).max() <= _LEAST_PX for b in bells):
            return image
        w, h = self.size
        x0, y0 = (int(v) for v in np.maximum(points.min(axis=0) - _MARGIN_MM * k, 0))
        x1, y1 = (int(v) for v in np.minimum(points.max(axis=0) + _MARGIN_MM * k, (w, h)))
        out = image.copy()
        part = np.ascontiguousarray(image[y0:y1, x0:x1])
        out[y0:y1, x0:x1] = warp(part, [b.seen_from(x0, y0) for b in bells])
        return out


@dataclass(frozen=True, slots=True, eq=False)
class Bell:
    """A place that moves and takes its surroundings along. Pixels, y down."""

    centre: FloatArray
    width: float
    height: float
    shift: FloatArray

    def share(self, places: FloatArray) -> FloatArray:
        """(n, 2) -> (n,) how far each goes, of the shift."""
        away = (places - self.centre) / (self.width, self.height)
        return np.asarray(np.exp(-0.5 * (away * away).sum(axis=1)))

    def seen_from(self, x: float, y: float) -> Bell:
        return Bell(self.centre - (x, y), self.width, self.height, self.shift)


def warp(image: Image, bells: Sequence[Bell]) -> Image:
    """Move what is at each centre by its shift, and less what is further off."""
    h, w = image.shape[:2]
    x, y = np.meshgrid(np.arange(w, dtype=np.float32), np.arange(h, dtype=np.float32))
    u, v = x, y
    for _ in range(_STEPS):
        du, dv = np.zeros_like(x), np.zeros_like(y)
        for b in bells:
            across = (u - np.float32(b.centre[0])) / np.float32(b.width)
            down = (v - np.float32(b.centre[1])) / np.float32(b.height)
            share = np.exp(-0.5 * (across * across + down * down))
            du += share * np.float32(b.shift[0])
            dv += share * np.float32(b.shift[1])
        u, v = x - du, y - dv
    moved = cv2.remap(image, u, v, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(moved, dtype=np.uint8)


def steady_face(images: Sequence[Image]) -> SteadyFace:
    """The steadiest stretch of a film.

    Raises:
        InputError: there is none, or the face is too small.
    """
    return steadiest(images, landmarks(images))


def landmarks(images: Sequence[Image], fps: float = 30.0) -> FloatArray:
    """(n, 478, 3) px; NaN where no face was found."""
    landmarker = LiteRtLandmarker()
    nothing = np.full((N_LANDMARKS, 3), np.nan)
    try:
        found = [
            landmarker.detect(Frame(np.ascontiguousarray(image), i, round(i / fps * 1e9))).points
            for i, image in enumerate(images)
        ]
    finally:
        landmarker.close()
    return np.stack([nothing if p is None else p for p in found])


def steadiest(images: Sequence[Image], points: FloatArray) -> SteadyFace:
    """As `steady_face`, from landmarks that are known.

    Args:
        images: n of them.
        points: (n, 478, 3).
    """
    seen = np.isfinite(points[:, 0, 0])
    if not seen.any():
        raise InputError("No face is found in this film.", "Choose one that shows a face.")
    iris_px = float(np.median([0.5 * sum(iris_diameters_px(p)) for p in points[seen]]))
    if iris_px < LEAST_IRIS_PX:
        raise InputError(
            f"The irises are {iris_px:.0f} px wide, too few to know millimetres.",
            f"Choose a film in which they have {LEAST_IRIS_PX:.0f} or more.",
        )
    k = iris_px / IRIS_DIAMETER_MM
    own = _own_places(points) / k
    yaw = np.degrees(
        np.arctan2(
            points[:, _CHEEKS[1], 2] - points[:, _CHEEKS[0], 2],
            points[:, _CHEEKS[1], 0] - points[:, _CHEEKS[0], 0],
        )
    )
    gap = np.abs(own[:, 1, 1] - own[:, 0, 1])
    eyes = np.minimum(*(np.abs(own[:, a, 1] - own[:, a + 1, 1]) for a in (2, 4)))
    good = seen & (gap < _MOST_GAP_MM) & (eyes > _LEAST_FISSURE_MM)
    starts = [
        a
        for a in range(len(points) - WINDOW + 1)
        if good[a : a + WINDOW].all() and np.abs(yaw[a : a + WINDOW]).mean() < _MOST_YAW_DEG
    ]
    if not starts:
        raise InputError(
            f"No {WINDOW} pictures in a row show this face looking ahead, lips closed, eyes open.",
            "Choose a calmer film.",
        )
    stir = {a: float(own[a : a + WINDOW].std(axis=0).mean()) for a in starts}
    a = min(starts, key=stir.__getitem__)
    chosen = tuple(images[a : a + WINDOW])
    return SteadyFace(chosen, points[a : a + WINDOW, :, :2].copy(), k, stir[a])


def _own_places(points: FloatArray) -> FloatArray:
    """(n, m, 2) px of lips, lids, corners and brows in the face's own axes, from the eyes."""
    right, left = (points[:, SIDE_LANDMARKS[s].outer_canthus, :2] for s in (Side.RIGHT, Side.LEFT))
    across = left - right
    across = across / np.linalg.norm(across, axis=1, keepdims=True)
    down = np.stack([-across[:, 1], across[:, 0]], axis=1)
    watched = [
        *_LIPS, *_LIDS[Side.RIGHT], *_LIDS[Side.LEFT],
        *(SIDE_LANDMARKS[s].commissure for s in Side), *(SIDE_LANDMARKS[s].brow[0] for s in Side),
    ]  # fmt: skip
    from_eyes = points[:, watched, :2] - 0.5 * (right + left)[:, None]
    return np.stack(
        [(from_eyes * across[:, None]).sum(axis=2), (from_eyes * down[:, None]).sum(axis=2)], axis=2
    )


def _bells(points: FloatArray, moves: Moves, k: float) -> Sequence[Bell]:
    """Of the corners and brows that move; x is the measure's own: to the patient's left."""
    bells = []
    for side in Side:
        marks = SIDE_LANDMARKS[side]
        x = moves.get((SideMeasure.COMMISSURE_X, side), 0.0)
        y = moves.get((SideMeasure.COMMISSURE_Y, side), 0.0)
        up = moves.get((SideMeasure.BROW_Y, side), 0.0)
        if x or y:
            bells.append(_bell(points[marks.commissure], CORNER_BELL_MM, (x, -y), k))
        if up:
            brow = points[list(marks.brow)]
            bell = _bell(brow.mean(axis=0), BROW_BELL_MM, (0.0, -up), k)
            # The brow is its landmarks' mean: that goes by `up`, so the bell's top goes further.
            bells.append(replace(bell, shift=bell.shift / float(bell.share(brow).mean())))
    return bells


def _bell(
    centre: FloatArray, size_mm: tuple[float, float], shift_mm: tuple[float, float], k: float
) -> Bell:
    return Bell(centre, k * size_mm[0], k * size_mm[1], k * np.array(shift_mm))
