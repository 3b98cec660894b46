"""How the lids move."""

from __future__ import annotations

from typing import Final

import numpy as np

from coach.domain.frames import FloatArray
from coach.domain.sides import Side
from coach.face.anatomy import Anatomy

#: Where the closed lids meet, as a share of the fissure above the lower lid: the upper lid does
#: nearly all of the way.
MEETING: Final = 0.15


def lid_profile(anatomy: Anatomy, side: Side) -> FloatArray:
    """(n,) 1 over the pupil, 0 at the canthi, for the points of one side's lids; 0 elsewhere."""
    out = np.zeros(len(anatomy.points))
    corners = anatomy.points[anatomy.curves["lid_upper", side]][[0, -1], 0]
    middle, half = corners.mean(), 0.5 * abs(corners[1] - corners[0])
    for name in ("lid_upper", "lid_lower", "lash_top", "crease", "bag"):
        rows = anatomy.curves[name, side]
        t = (anatomy.points[rows, 0] - middle) / half
        out[rows] = np.clip(1.0 - t * t, 0.0, 1.0) ** 0.5
    return out


def eye_close(anatomy: Anatomy, side: Side) -> FloatArray:
    """(n, 3) mm, x outward: full closure, both lid margins on one line."""
    out = np.zeros_like(anatomy.points)
    upper = anatomy.curves["lid_upper", side]
    lower = anatomy.curves["lid_lower", side]
    gap = anatomy.points[upper] - anatomy.points[lower]
    out[upper] = -(1.0 - MEETING) * gap
    out[lower] = MEETING * gap
    # The lashes hang when the lid is down; their band keeps to the margin.
    lash = anatomy.curves["lash_top", side]
    margin = anatomy.points[lash] - anatomy.points[upper]
    out[lash] = out[upper] - margin * (0.0, 0.35, 0.0)
    profile = lid_profile(anatomy, side)
    crease = anatomy.curves["crease", side]
    out[crease, 1] = -2.4 * profile[crease]
    for name in ("brow_upper", "brow_lower"):
        out[anatomy.curves[name, side], 1] = -0.9
    out[:, 0] *= side.sign
    return out
