"""What a mouth corner's movement in depth adds to what is seen of it.

A corner slides back around the dental arch as it goes outward, and forward as it goes in. On a
turned head, and near the picture's side, some of that looks like movement across the face.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from coach.analysis.alignment import Similarity
from coach.analysis.camera import Camera
from coach.domain.frames import FloatArray
from coach.domain.sides import Side

#: Depth that goes with a corner's outward movement, mm per mm. Rendered heads: -1.3 in smiles, -2.1
#: in puckers; a drawn face has none. Nearer to 0 corrects less.
CORNER_DEPTH: Final = -1.2


def lean_of(axes: FloatArray) -> tuple[float, float]:
    """How far a step forward seems to go (to the left, up), for (3, 3) head axes as rows."""
    (ax, ay, _), (bx, by, _), (cx, cy, _) = axes.tolist()
    det = ax * by - ay * bx
    return (cx * by - cy * bx) / det, (ax * cy - ay * cx) / det


def corner_shift_mm(
    seen: FloatArray,
    side: Side,
    place: FloatArray,
    fit: Similarity,
    camera: Camera,
    rest_lean: tuple[float, float],
) -> FloatArray:
    """(2,) movement of a mouth corner across the face, mm, from what is seen of it.

    A shift (x, y, z) is seen as (x, y) + z * lean. With z = CORNER_DEPTH * outward x that is a
    linear equation for (x, y). The lean has two parts: the head's turn, and perspective, by which
    what goes back also goes toward the picture's middle. Of the nod only what has been added since
    the rest face counts, since where "level" is differs between faces by more than heads nod; and
    perspective is left out of the height, where the patch loses as much as it would take off.

    Args:
        seen: (2,) x to the patient's left, y up, mm in the head frame, pose corrected.
        side: of the corner.
        place: (3,) the corner in the reference.
        fit: pose of the picture.
        camera: of the picture.
        rest_lean: `lean_of` the head at rest.
    """
    lean = lean_of(fit.rotation.T)
    aside = float(fit.undo(place)[0]) / camera.focal_px
    back = CORNER_DEPTH * side.sign  # depth for each mm to the patient's left
    x = seen[0] / (1.0 + back * (lean[0] + aside))
    return np.array([x, seen[1] - back * (lean[1] - rest_lean[1]) * x])
