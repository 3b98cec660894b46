"""Patches of skin that are followed from the rest picture into every later one.

MediaPipe says where to look; the pixels say how far it moved. A template is a small grey patch of
the rest face on a grid of fixed millimetres, seen straight on; in a later picture the same grid is
laid where the head's pose puts it, and the template is looked for around that place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from coach.analysis.alignment import Reference, Similarity
from coach.analysis.camera import Camera
from coach.domain.frames import FloatArray, Image
from coach.domain.pixels import PixelTools

#: Grid of all patches. Finer costs time; coarser loses what a webcam at arm's length can show.
GRID_MM: Final = 0.45
#: A template with less grey-level contrast than this is bare skin: nothing to follow.
MIN_CONTRAST: Final = 3.0
#: The surface under a patch is the plane through the landmarks within this radius ...
SLOPE_RADIUS_MM: Final = 9.0
#: ... leaning no more than this (27 degrees): steeper places are the face's outline.
MAX_SLOPE: Final = 0.5


@dataclass(frozen=True, slots=True)
class PatchSpec:
    """Where a patch lies and how far it may move.

    Attributes:
        landmarks: the patch is centred on their mean.
        half_width_mm / half_height_mm: half size.
        search_mm: how far from where the head's pose puts it the patch is looked for.
        shift_mm: (x, y) from the landmarks' mean to the patch's middle, head frame.
    """

    landmarks: tuple[int, ...]
    half_width_mm: float
    half_height_mm: float
    search_mm: float
    shift_mm: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True, slots=True, eq=False)
class Patch:
    """A template of the rest face.

    Attributes:
        centre: (3,) middle of the patch, reference pixels.
        slope: (2,) depth per x and per y of the surface there.
        half: (columns, rows) half size on the grid.
        search: how far the template is looked for, grid steps.
        template: (rows, columns) grey.
        contrast: the template's grey-level standard deviation.
    """

    centre: FloatArray
    slope: FloatArray
    half: tuple[int, int]
    search: int
    template: Image
    contrast: float


@dataclass(frozen=True, slots=True, eq=False)
class PatchSet:
    """Patches that are looked for together, as arrays (n rows)."""

    centres: FloatArray
    slopes: FloatArray
    halves: NDArray[np.intp]
    reach: NDArray[np.intp]
    templates: tuple[Image, ...]

    @classmethod
    def of(cls, patches: Sequence[Patch]) -> PatchSet:
        """The patches in their order."""
        return cls(
            centres=np.array([p.centre for p in patches]).reshape(-1, 3),
            slopes=np.array([p.slope for p in patches]).reshape(-1, 2),
            halves=np.array([p.half for p in patches], dtype=np.intp).reshape(-1, 2),
            reach=np.array([p.search for p in patches], dtype=np.intp),
            templates=tuple(p.template for p in patches),
        )

    def __len__(self) -> int:
        return len(self.templates)

    def only(self, index: int) -> PatchSet:
        """One of them."""
        one = slice(index, index + 1)
        return PatchSet(
            self.centres[one],
            self.slopes[one],
            self.halves[one],
            self.reach[one],
            self.templates[one],
        )


@dataclass(frozen=True, slots=True, eq=False)
class Sightings:
    """Where patches were found in a picture, a row each.

    Attributes:
        shift_mm: (n, 2) x to the patient's left, y up, from where the pose puts the patch.
        information: (n, 2, 2) how certain, per mm squared (correlation curvature).
        quality: (n,) normalised cross-correlation; 0 where the best place lies at the edge of the
            search and so is none.
    """

    shift_mm: FloatArray
    information: FloatArray
    quality: FloatArray


def patch_affines(
    fit: Similarity,
    camera: Camera,
    centres: FloatArray,
    slopes: FloatArray,
    halves: NDArray[np.intp],
    step_px: float,
) -> FloatArray:
    """(n, 2, 3) maps from patch grids (column, row) to the picture, for a head in pose `fit`.

    A patch is a flat piece of the face's surface; its grid is straight in x and y of the head frame
    and leans in depth as the surface does.

    Args:
        fit: pose of the picture (picture -> reference).
        camera: of the picture.
        centres: (n, 3) middles of the patches in the reference.
        slopes: (n, 2) depth per x and per y of the patches' surface.
        halves: (n, 2) half sizes on the grid (columns, rows).
        step_px: grid step in reference pixels.
    """
    n = len(centres)
    corners = np.zeros((n, 3, 3))
    corners[:, 1, 0], corners[:, 1, 2] = step_px, step_px * slopes[:, 0]
    corners[:, 2, 1], corners[:, 2, 2] = -step_px, -step_px * slopes[:, 1]
    x, y = camera.to_picture(fit.undo(centres[:, None, :] + corners))
    out = np.empty((n, 2, 3))
    for row, at in enumerate((x, y)):
        out[:, row, 0] = at[:, 1] - at[:, 0]
        out[:, row, 1] = at[:, 2] - at[:, 0]
        out[:, row, 2] = at[:, 0] - out[:, row, 0] * halves[:, 0] - out[:, row, 1] * halves[:, 1]
    return out


def make_patch(
    spec: PatchSpec,
    reference: Reference,
    mm_per_px: float,
    greys: Sequence[Image],
    fits: Sequence[Similarity],
    camera: Camera,
    pixels: PixelTools,
) -> Patch | None:
    """Template of a patch from rest pictures; None where there is nothing to follow.

    Args:
        spec: which patch.
        reference: rest shape.
        mm_per_px: scale of the reference.
        greys: rest pictures.
        fits: their poses.
        camera: of the pictures.
        pixels: picture operations.
    """
    centre = reference.points[list(spec.landmarks)].mean(axis=0)
    centre = centre + np.array([*spec.shift_mm, 0.0]) / mm_per_px
    half = (round(spec.half_width_mm / GRID_MM), round(spec.half_height_mm / GRID_MM))
    size = (2 * half[0] + 1, 2 * half[1] + 1)
    step = GRID_MM / mm_per_px
    slope = surface_slope(reference.points, centre, mm_per_px)
    stack = [
        pixels.warp(
            grey,
            patch_affines(fit, camera, centre[None], slope[None], np.array([half]), step)[0],
            size,
        )
        for grey, fit in zip(greys, fits, strict=True)
    ]
    template = np.median(stack, axis=0).astype(np.uint8)
    contrast = float(template.std())
    if contrast < MIN_CONTRAST:
        return None
    return Patch(centre, slope, half, round(spec.search_mm / GRID_MM), template, contrast)


def surface_slope(points: FloatArray, centre: FloatArray, mm_per_px: float) -> FloatArray:
    """(2,) depth per x and per y of the face around a place: a plane through the landmarks there.

    Args:
        points: (478, 3) reference landmarks.
        centre: (3,) the place.
        mm_per_px: scale of the reference.
    """
    away = points[:, :2] - centre[:2]
    near = np.hypot(away[:, 0], away[:, 1]) * mm_per_px < SLOPE_RADIUS_MM
    if near.sum() < 4:
        return np.zeros(2)
    design = np.column_stack([away[near], np.ones(int(near.sum()))])
    plane = np.linalg.lstsq(design, points[near, 2], rcond=None)[0]
    return np.asarray(np.clip(plane[:2], -MAX_SLOPE, MAX_SLOPE))


def find_patches(
    patches: PatchSet,
    grey: Image,
    fit: Similarity,
    camera: Camera,
    mm_per_px: float,
    pixels: PixelTools,
    starts_mm: FloatArray,
    search_mm: float | None = None,
) -> Sightings:
    """Look for patches in a picture.

    Args:
        patches: the templates.
        grey: the picture.
        fit: its pose.
        camera: of the picture.
        mm_per_px: scale of the reference.
        pixels: picture operations.
        starts_mm: (n, 2) x, y in the head frame around which each is looked for.
        search_mm: how far around; each patch's own reach where it is None.
    """
    near = None if search_mm is None else round(search_mm / GRID_MM)
    reach = patches.reach if near is None else np.minimum(patches.reach, near)
    halves = patches.halves + reach[:, None]
    centres = patches.centres.copy()
    centres[:, :2] += starts_mm / mm_per_px
    affines = patch_affines(fit, camera, centres, patches.slopes, halves, GRID_MM / mm_per_px)
    sizes = [(width, height) for width, height in (2 * halves + 1).tolist()]
    seen = pixels.match(grey, affines, sizes, patches.templates)
    return Sightings(
        shift_mm=starts_mm + seen.offset * _DOWN_TO_UP,
        information=seen.curvature * _FLIP,
        quality=np.where(seen.inside, seen.quality, 0.0),
    )


#: Window rows run down, the head's y up; window pixels are grid steps.
_DOWN_TO_UP: Final = np.array([GRID_MM, -GRID_MM])
_FLIP: Final = np.array([[1.0, -1.0], [-1.0, 1.0]]) / GRID_MM**2
