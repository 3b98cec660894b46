"""Puppet head + displacements + head position -> picture.

The skin is one sheet: every vertex is displaced in the head frame, turned with the head and seen
through the camera; the picture is the photograph, sampled where each pixel came from (the inverse
of that map, by fixed-point iteration). The lids are a layer of their own: the upper lid's skin is
stretched down over an eye that stays where it is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from coach.capture._cv2 import cv2
from coach.domain.frames import FloatArray, Image
from coach.domain.landmarks import SIDE_LANDMARKS
from coach.domain.sides import Side
from tests.accuracy.case import SIZE
from tests.accuracy.puppet_head import STEP, PuppetHead

_ITERATIONS: Final = 7
#: Height of skin that is stretched to make the lids, mm.
UPPER_SKIN_MM: Final = 6.0
LOWER_SKIN_MM: Final = 4.0
#: The lashes above the margin move down as they are.
LASHES_MM: Final = 2.2
#: How much of a closure the upper lid makes.
UPPER_SHARE: Final = 0.88
#: The head turns about the top of the neck: this far behind the face's middle, mm.
PIVOT_BACK_MM: Final = 85.0


@dataclass(frozen=True, slots=True)
class HeadPosition:
    """Degrees: + yaw to the patient's left, + pitch chin down, + roll to the right; mm."""

    yaw: float = 0.0
    pitch: float = 0.0
    roll: float = 0.0
    x_mm: float = 0.0
    y_mm: float = 0.0

    def rotation(self) -> FloatArray:
        """(3, 3) for row vectors in head axes: `p @ rotation`."""
        y, p, r = np.radians([self.yaw, self.pitch, self.roll])
        yaw = np.array([[np.cos(y), 0, -np.sin(y)], [0, 1, 0], [np.sin(y), 0, np.cos(y)]])
        pitch = np.array([[1, 0, 0], [0, np.cos(p), np.sin(p)], [0, -np.sin(p), np.cos(p)]])
        roll = np.array([[np.cos(r), np.sin(r), 0], [-np.sin(r), np.cos(r), 0], [0, 0, 1]])
        return np.asarray(yaw @ pitch @ roll)


@dataclass(frozen=True, slots=True, eq=False)
class _Lids:
    """Rest margins of one eye by picture column."""

    left_px: float
    right_px: float
    x: FloatArray
    upper: FloatArray
    lower: FloatArray

    @classmethod
    def of(cls, head: PuppetHead, side: Side) -> _Lids:
        ring = head.landmarks[list(SIDE_LANDMARKS[side].eye_ring)]
        upper, lower = ring[:9], np.concatenate([ring[8:], ring[:1]])
        upper, lower = upper[np.argsort(upper[:, 0])], lower[np.argsort(lower[:, 0])]
        x = np.linspace(ring[:, 0].min(), ring[:, 0].max(), 64)
        top = np.interp(x, upper[:, 0], upper[:, 1])
        return cls(
            float(x[0]), float(x[-1]), x, top,
            np.maximum(np.interp(x, lower[:, 0], lower[:, 1]), top),
        )  # fmt: skip


@dataclass(slots=True)
class PuppetRenderer:
    """Renders one head. Not thread-safe: it keeps its work arrays."""

    head: PuppetHead
    focal_px: float
    _lids: dict[Side, _Lids] = field(init=False)
    _grid: FloatArray = field(init=False)
    _half: FloatArray = field(init=False)

    def __post_init__(self) -> None:
        self._lids = {side: _Lids.of(self.head, side) for side in Side}
        x, y = np.meshgrid(np.arange(SIZE[0]), np.arange(SIZE[1]))
        self._grid = np.stack([x, y], axis=-1).astype(np.float32)
        x, y = np.meshgrid(np.arange(0, SIZE[0] + 1, 2), np.arange(0, SIZE[1] + 1, 2))
        self._half = np.stack([x, y], axis=-1).astype(np.float32)

    def render(
        self, moved_mm: FloatArray, closure: dict[Side, float], position: HeadPosition
    ) -> Image:
        """One picture without noise.

        Args:
            moved_mm: (m, 3) displacement of the vertices in the head frame.
            closure: 0 as at rest to 1 shut, for each eye.
            position: where the head is.
        """
        came_from = self._inverse(self._flow(moved_mm, position))
        x, y = came_from[..., 0], came_from[..., 1]
        picture = np.asarray(
            cv2.remap(self.head.texture, x, y, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE),
            dtype=np.uint8,
        )
        for side in Side:
            if closure[side] > 1e-3:
                self._shut(picture, x, y, self._lids[side], min(closure[side], 1.0))
        return picture

    def _flow(self, moved_mm: FloatArray, position: HeadPosition) -> FloatArray:
        """(rows, columns, 2) where each vertex goes, minus where it was; picture pixels."""
        head = self.head
        seen = head.vertices + (moved_mm / head.mm_per_px) @ head.axes
        pivot = np.array([0.0, 0.0, -PIVOT_BACK_MM / head.mm_per_px])
        seen = (seen - pivot) @ position.rotation() + pivot
        seen[:, 0] += position.x_mm / head.mm_per_px
        seen[:, 1] += position.y_mm / head.mm_per_px
        grow = 1.0 / (1.0 - seen[:, 2] / self.focal_px)
        shift = np.stack(
            [
                seen[:, 0] * grow - head.vertices[:, 0],
                head.vertices[:, 1] - seen[:, 1] * grow,
            ],
            axis=1,
        )
        shift *= head.follow[:, None]
        rows, columns = SIZE[1] // STEP + 1, SIZE[0] // STEP + 1
        return np.asarray(shift.reshape(rows, columns, 2))

    def _inverse(self, flow: FloatArray) -> FloatArray:
        """(480, 640, 2) float32: where in the photograph each picture pixel comes from."""
        small = flow.astype(np.float32)
        at = self._half.copy()
        for _ in range(_ITERATIONS):
            there = cv2.remap(
                small, at[..., 0] / STEP, at[..., 1] / STEP, cv2.INTER_LINEAR,
                borderMode=cv2.BORDER_REPLICATE,
            )  # fmt: skip
            at = self._half - there
        return np.asarray(
            cv2.remap(at, self._grid[..., 0] / 2, self._grid[..., 1] / 2, cv2.INTER_LINEAR)
        )

    def _shut(
        self, picture: Image, x: FloatArray, y: FloatArray, lids: _Lids, amount: float
    ) -> None:
        """Draw the lids of one eye over the picture, in place."""
        up = UPPER_SKIN_MM / self.head.mm_per_px
        low = LOWER_SKIN_MM / self.head.mm_per_px
        lash = LASHES_MM / self.head.mm_per_px
        near = (x > lids.left_px) & (x < lids.right_px)
        near &= (y > lids.upper.min() - up) & (y < lids.lower.max() + low)
        rows, columns = np.flatnonzero(near.any(axis=1)), np.flatnonzero(near.any(axis=0))
        if not len(rows):
            return
        box = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
        bx, by = x[box], y[box]
        upper, lower = np.interp(bx, lids.x, lids.upper), np.interp(bx, lids.x, lids.lower)
        opening = lower - upper
        margin = upper + amount * UPPER_SHARE * opening
        margin_low = lower - amount * (1.0 - UPPER_SHARE) * opening
        top, bottom = upper - up, lower + low
        stretched = top + (by - top) * (up - lash) / (margin - lash - top)
        lid = np.where(by > margin - lash, upper - (margin - by), stretched)
        lid_low = bottom - (bottom - by) * low / (bottom - margin_low)
        middle = 0.5 * (margin + margin_low)
        skin_y = np.where(by < middle, np.minimum(lid, upper), np.maximum(lid_low, lower))
        skin_y = np.where((by < top) | (by > bottom), by, skin_y).astype(np.float32)
        skin = cv2.remap(self.head.texture, bx, skin_y, cv2.INTER_CUBIC)
        eye = np.clip(np.minimum(by - margin, margin_low - by) + 0.5, 0.0, 1.0)[..., None]
        here = np.where(near[box][..., None], eye * picture[box] + (1.0 - eye) * skin, picture[box])
        picture[box] = np.rint(here).astype(np.uint8)
