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

from coach.analysis.alignment import Reference, Similarity
from coach.analysis.camera import Camera
from coach.domain.frames import FloatArray, Image
from coach.domain.pixels import PixelTools

#: Grid of all patches. Finer costs time; coarser loses what a webcam at arm's length can show.
GRID_MM: Final = 0.45
#: A template with less grey-level contrast than this is bare skin: nothing to follow.
MIN_CONTRAST: Final = 3.0


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
        half: (columns, rows) half size on the grid.
        search: how far the template is looked for, grid steps.
        template: (rows, columns) grey.
        contrast: the template's grey-level standard deviation.
    """

    centre: FloatArray
    half: tuple[int, int]
    search: int
    template: Image
    contrast: float


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """Where a patch was found in a picture, head frame, mm from where the pose puts it.

    Attributes:
        shift_mm: (2,) x to the patient's left, y up.
        information: (2, 2) how certain, per mm squared (correlation curvature).
        quality: normalised cross-correlation.
    """

    shift_mm: FloatArray
    information: FloatArray
    quality: float


def patch_affine(
    fit: Similarity, camera: Camera, centre: FloatArray, half: tuple[int, int], step_px: float
) -> FloatArray:
    """(2, 3) map from patch grid (column, row) to the picture, for a head in pose `fit`.

    The patch is taken as flat and facing forward in the head frame: over a centimetre the face's
    own slope changes a patch by less than the search allows for.

    Args:
        fit: pose of the picture (picture -> reference).
        camera: of the picture.
        centre: (3,) middle of the patch in the reference.
        half: half size on the grid (columns, rows).
        step_px: grid step in reference pixels.
    """
    corners = np.array([[0.0, 0.0, 0.0], [step_px, 0.0, 0.0], [0.0, -step_px, 0.0]])
    x, y = camera.to_picture(fit.undo(centre + corners))
    linear = np.array([[x[1] - x[0], x[2] - x[0]], [y[1] - y[0], y[2] - y[0]]])
    origin: FloatArray = np.array([x[0], y[0]]) - linear @ np.array(half, dtype=np.float64)
    return np.column_stack([linear, origin])


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
    stack = [
        pixels.warp(grey, patch_affine(fit, camera, centre, half, step), size)
        for grey, fit in zip(greys, fits, strict=True)
    ]
    template = np.median(stack, axis=0).astype(np.uint8)
    contrast = float(template.std())
    if contrast < MIN_CONTRAST:
        return None
    return Patch(centre, half, round(spec.search_mm / GRID_MM), template, contrast)


def find_patch(
    patch: Patch,
    grey: Image,
    fit: Similarity,
    camera: Camera,
    mm_per_px: float,
    pixels: PixelTools,
    prior: FloatArray | None = None,
    start_mm: tuple[float, float] = (0.0, 0.0),
) -> Found | None:
    """Look for a patch in a picture.

    Args:
        patch: the template.
        grey: the picture.
        fit: its pose.
        camera: of the picture.
        mm_per_px: scale of the reference.
        pixels: picture operations.
        prior: score added to the correlation when choosing the place (see PixelTools.match).
        start_mm: (x, y) in the head frame around which it is looked for.

    Returns:
        Where it was found; None where the best place lies at the edge of the search.
    """
    step = GRID_MM / mm_per_px
    half = (patch.half[0] + patch.search, patch.half[1] + patch.search)
    centre = patch.centre + np.array([start_mm[0], start_mm[1], 0.0]) / mm_per_px
    window = pixels.warp(
        grey,
        patch_affine(fit, camera, centre, half, step),
        (2 * half[0] + 1, 2 * half[1] + 1),
    )
    match = pixels.match(window, patch.template, prior)
    if match.at_edge:
        return None
    flip = np.array([1.0, -1.0])
    return Found(
        shift_mm=np.array([match.dx, -match.dy]) * GRID_MM + np.array(start_mm),
        information=match.curvature * np.outer(flip, flip) / GRID_MM**2,
        quality=match.quality,
    )
