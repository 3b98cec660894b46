"""Head pose from the pixels of bone-fixed skin: a correction to the landmarks' own pose.

Landmarks lean with the expression: on a one-sided smile the whole fit turns by a degree or two and
every point on the still side seems to move. Patches on the nose, the canthi and the temples, found
again by correlation, show what the head really did.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from coach.analysis.patches import PatchSpec, Sightings
from coach.domain.frames import FloatArray
from coach.domain.measures import HeadPose

#: Bone-fixed places: canthi, nasal bridge, dorsum and sides of the nose, temples and ear roots.
#: Lids, brows, lips, cheeks and nose wings are left out. docs/decisions.md says how they were
#: chosen and what each is worth.
RIGID_PATCH_LANDMARKS: Final = (
    33, 133, 263, 362, 168, 197, 5, 4, 122, 351, 236, 456, 198, 420, 234, 454, 127, 356,
)  # fmt: skip
#: Skin on the sides of the nose slides up in a snarl, by 2 mm on rendered heads, and all of it
#: together, so that outvoting it needs a smaller vote. Without these patches yaw gets worse.
LOOSE_LANDMARKS: Final = frozenset({236, 456, 198, 420})
LOOSE_TRUST: Final = 0.4
RIGID_PATCHES: Final = tuple(
    PatchSpec((i,), half_width_mm=4.0, half_height_mm=4.0, search_mm=4.0)
    for i in RIGID_PATCH_LANDMARKS
)
MIN_QUALITY: Final = 0.7
MIN_PATCHES: Final = 5
#: How far the landmarks' pose is off, as standard deviations (yaw, pitch, roll in degrees; scale;
#: x, y in mm): a third of these on rendered heads, but closing eyes and smiles lean the landmarks
#: by up to 2 degrees on photographic ones. The pixels overrule it where they are clear.
PRIOR_SD: Final = (3.6, 3.6, 1.8, 0.03, 3.0, 3.0)
#: Correlation curvature (per mm squared) -> information (per mm squared), and its ceiling.
INFORMATION_GAIN: Final = 60.0
INFORMATION_CEILING: Final = 30.0
#: A patch that disagrees with the others by more than this (a lid that closed over it, a hand)
#: loses its weight: scale of the Geman-McClure weight, mm, narrowing from round to round so that
#: the first round's guess does not decide (graduated non-convexity, Black and Rangarajan 1996).
ROBUST_MM: Final = (0.8, 0.6, 0.5, 0.5, 0.5)
#: A patch's vote falls with this power of its correlation: a false match rarely has a high one.
_QUALITY_POWER: Final = 4
#: Nod from the rest face at which the landmarks' pitch is left alone.
NOD_TRUST_DEG: Final = 6.0
#: Information of the prior about turn about x (pitch), y (yaw), z (roll), stretch, offset x, y.
_PRIOR: Final = np.diag(
    1.0 / np.array([*np.radians([PRIOR_SD[1], PRIOR_SD[0], PRIOR_SD[2]]), *PRIOR_SD[3:]]) ** 2
)


@dataclass(frozen=True, slots=True, eq=False)
class PoseCorrection:
    """Small motion that the landmarks' pose missed, in the head frame.

    `shift_mm(x) = offset + stretch * x + turn x x` is what a bone-fixed point at `x` (mm from the
    reference's middle) seems to move by, and what is taken off every other point.

    Attributes:
        turn: (3,) rotation vector, radians (x left, y up, z forward).
        stretch: relative scale.
        offset: (2,) mm.
        residual_mm: weighted root mean square disagreement of the patches.
        patches: how many patches took part.
    """

    turn: FloatArray
    stretch: float
    offset: FloatArray
    residual_mm: float
    patches: int

    def shift_mm(self, points_mm: FloatArray) -> FloatArray:
        """(n, 3) points in the head frame, mm -> (n, 2) apparent shift, mm."""
        wx, wy, wz = self.turn
        matrix = np.array([[self.stretch, wz], [-wz, self.stretch], [wy, -wx]])
        return np.asarray(points_mm @ matrix + self.offset)

    def apply(self, aligned: FloatArray, mm_per_px: float) -> FloatArray:
        """(n, 3) aligned points, reference pixels -> the same with the missed motion taken off."""
        out = aligned.copy()
        out[:, :2] -= self.shift_mm(aligned * mm_per_px) / mm_per_px
        return out

    def correct(self, pose: HeadPose, rest_pitch: float) -> HeadPose:
        """Head angles with the missed turn added; of the pitch, less and less in a nod.

        Near the rest face the patches know the pitch better than the landmarks (rendered heads that
        sway by a degree: correlation with the truth 0.98 against 0.6); 9 degrees away the flat
        patches see too little of it (1.9 against 1.4 degrees off). The measures need the correction
        all the same.

        Args:
            pose: the landmarks' head angles.
            rest_pitch: pitch of the rest face, degrees.
        """
        pitch, yaw, roll = np.degrees(self.turn)
        share = max(0.0, 1.0 - abs(pose.pitch - rest_pitch) / NOD_TRUST_DEG)
        return HeadPose(
            pose.yaw + float(yaw), pose.pitch + share * float(pitch), pose.roll + float(roll)
        )


NO_CORRECTION: Final = PoseCorrection(np.zeros(3), 0.0, np.zeros(2), float("nan"), 0)


def trust_in(landmark: int) -> float:
    """Vote of a bone-fixed patch, 0 to 1."""
    return LOOSE_TRUST if landmark in LOOSE_LANDMARKS else 1.0


def correct_pose(places_mm: FloatArray, seen: Sightings, trust: FloatArray) -> PoseCorrection:
    """Fit the small motion of the bone-fixed patches.

    Args:
        places_mm: (n, 3) where the patches lie in the head frame.
        seen: where they were seen.
        trust: (n,) their votes (`trust_in`).

    Returns:
        The correction, robust against single patches; none where fewer than MIN_PATCHES are clear.
    """
    clear = seen.quality >= MIN_QUALITY
    n = int(clear.sum())
    if n < MIN_PATCHES:
        return NO_CORRECTION
    shift = seen.shift_mm[clear]
    jacobian = _jacobian(places_mm[clear])
    vote = trust[clear] * seen.quality[clear] ** _QUALITY_POWER
    weighted = vote[:, None, None] * (_bounded(seen.information[clear]) @ jacobian)
    flat = jacobian.reshape(-1, 6)
    target = shift.reshape(-1)
    weight: FloatArray = np.ones(n)
    theta: FloatArray = np.zeros(6)
    distance2: FloatArray = np.zeros(n)
    for scale in ROBUST_MM:
        rows = (weighted * weight[:, None, None]).reshape(-1, 6)
        theta = np.asarray(
            np.linalg.solve(rows.T @ flat + _PRIOR, rows.T @ target), dtype=np.float64
        )
        left_over = (target - flat @ theta).reshape(-1, 2)
        distance2 = (left_over * left_over).sum(axis=1)
        weight = 1.0 / (1.0 + distance2 / scale**2) ** 2
    residual = float(np.sqrt((weight * distance2).sum() / weight.sum()))
    return PoseCorrection(theta[:3], float(theta[3]), theta[4:], residual, n)


def _jacobian(places: FloatArray) -> FloatArray:
    """(n, 3) -> (n, 2, 6) derivative of the shift by turn, stretch and offset."""
    x, y, z = places.T
    out = np.zeros((len(places), 2, 6))
    out[:, 0, 1], out[:, 0, 2] = z, -y
    out[:, 1, 0], out[:, 1, 2] = -z, x
    out[:, 0, 3], out[:, 1, 3] = x, y
    out[:, 0, 4] = out[:, 1, 5] = 1.0
    return out


def _bounded(curvature: FloatArray) -> FloatArray:
    """(n, 2, 2) correlation curvature -> information with eigenvalues in [0, ceiling]."""
    values, vectors = np.linalg.eigh(curvature)
    values = np.clip(values * INFORMATION_GAIN, 0.0, INFORMATION_CEILING)
    return np.asarray((vectors * values[:, None, :]) @ vectors.transpose(0, 2, 1))
