"""Gates: when a picture may be scored, and if not, why not."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

import numpy as np

from coach.domain.frames import ImageStats
from coach.domain.landmarks import FACE_OVAL, INNER_LIPS, SIDE_LANDMARKS, FaceFrame
from coach.domain.measures import HeadPose
from coach.domain.quality import QualityReason
from coach.domain.sides import Side


@dataclass(frozen=True, slots=True)
class QualityLimits:
    """Limits of scoring. Raising one lets more pictures through at the price of accuracy.

    Attributes:
        yaw_deg / roll_deg: largest head angle; once the rest face is known, as far from there is
            scored too: a camera beside the screen, or a head that is held a little aside, is a
            person's own. A symmetric face reads 12 % asymmetric at 5 degrees
            of yaw in 2-D; after 3-D alignment +-10 stays usable (docs/accuracy.md).
        far_yaw_deg: yaw that is refused whatever the rest face's was: the far side is a guess.
        level_pitch_deg / pitch_deg: pitch counts from `level_pitch_deg`, and only wildly bent heads
            are refused: straight heads of different faces read -1 to 26 degrees, because the line
            from forehead to chin leans as the face is shaped (docs/accuracy.md).
        nod_deg: how far the pitch may change from the rest face, which face shape does not move.
        dark / bright: mean grey level of the whole picture (not of the skin).
        blur_share: sharpness, as a share of the rest face's own, below which a picture may
            be blurred. Closed eyes and dark skin alone can bring it there.
        clear: ... and is not, where the bone-fixed patches correlate this well with rest: blur of
            2.5 px that leaves 0.1 of the sharpness still reads 0.93 to 0.99, and the measures with
            it; motion that smears them reads 0 to 0.9.
        far_mm_per_px: scale above which 1 px is too coarse.
        near_share: face width over picture width above which the face is too near.
        min_fps: analysed pictures per second below which timing means nothing.
        iris_mismatch: relative difference of the two irises at rest above which the mm scale is
            said to be less certain (`ScaleSource.IRISES_DIFFER`). Never a reason not to score: in
            single pictures of real people the two differ by 4.4 % (median), 16.7 % (P99).
    """

    yaw_deg: float = 12.0
    far_yaw_deg: float = 20.0
    level_pitch_deg: float = 12.0
    pitch_deg: float = 35.0
    nod_deg: float = 12.0
    roll_deg: float = 15.0
    dark: float = 40.0
    bright: float = 225.0
    blur_share: float = 0.2
    clear: float = 0.9
    far_mm_per_px: float = 1.2
    near_share: float = 0.9
    min_fps: float = 12.0
    iris_mismatch: float = 0.10


_MUST_SHOW = np.array(
    [
        *INNER_LIPS,
        *(i for s in Side for i in SIDE_LANDMARKS[s].eye_ring),
        *(i for s in Side for i in SIDE_LANDMARKS[s].brow),
        *(SIDE_LANDMARKS[s].commissure for s in Side),
    ]
)
_OVAL = np.array(FACE_OVAL)


class FrameRate:
    """Analysed pictures per second over the last second, from the pictures' own stamps."""

    def __init__(self, window_s: float = 1.0) -> None:
        self._window = window_s
        self._times: deque[float] = deque()
        self._paused = False

    def reset(self) -> None:
        self._times.clear()
        self._paused = False

    def step(self, time_s: float) -> float | None:
        """Rate after this picture; None until half a window has been seen.

        One long gap (a pause) starts anew; a second one in a row is a slow source.
        """
        gap = time_s - self._times[-1] if self._times else 0.0
        if self._times and (gap <= 0.0 or gap > self._window):
            slow = gap > self._window and self._paused
            self._paused = gap > self._window
            self._times.clear()
            self._times.append(time_s)
            return 1.0 / gap if slow else None
        self._times.append(time_s)
        if len(self._times) > 1:
            self._paused = False
        while self._times[-1] - self._times[0] > self._window:
            self._times.popleft()
        span = self._times[-1] - self._times[0]
        return (len(self._times) - 1) / span if span >= 0.5 * self._window else None


def presence_reason(face: FaceFrame, limits: QualityLimits) -> QualityReason | None:
    """Gates that need no geometry: light, one face, all of it in the picture."""
    light = _light_reason(face.stats, limits)
    if face.points is None:
        return light or QualityReason.NO_FACE
    if face.faces > 1:
        return QualityReason.SEVERAL_FACES
    if light is not None:
        return light
    width, height = face.size
    x, y = face.points[_MUST_SHOW, 0], face.points[_MUST_SHOW, 1]
    if x.min() < 0 or y.min() < 0 or x.max() > width or y.max() > height:
        return QualityReason.CUT_OFF
    if np.ptp(face.points[_OVAL, 0]) > limits.near_share * width:
        return QualityReason.TOO_NEAR
    return None


def _light_reason(stats: ImageStats | None, limits: QualityLimits) -> QualityReason | None:
    if stats is None:
        return None
    if stats.brightness < limits.dark:
        return QualityReason.TOO_DARK
    if stats.brightness > limits.bright:
        return QualityReason.TOO_BRIGHT
    return None


def pose_reason(
    pose: HeadPose, limits: QualityLimits, rest: HeadPose | None = None
) -> QualityReason | None:
    """The first head angle beyond its limit.

    Args:
        pose: of the picture.
        limits: of scoring.
        rest: of the rest face, once it is known.
    """
    turn, nod, tilt = abs(pose.yaw), 0.0, abs(pose.roll)
    if rest is not None:
        turn, tilt = min(turn, abs(pose.yaw - rest.yaw)), min(tilt, abs(pose.roll - rest.roll))
        nod = abs(pose.pitch - rest.pitch)
    if turn > limits.yaw_deg or abs(pose.yaw) > limits.far_yaw_deg:
        return QualityReason.YAW
    bent = abs(pose.pitch - limits.level_pitch_deg) > limits.pitch_deg
    if bent or nod > limits.nod_deg:
        return QualityReason.PITCH
    if tilt > limits.roll_deg:
        return QualityReason.ROLL
    return None


def irises_disagree(left_px: float, right_px: float, limits: QualityLimits) -> bool:
    """True where the two irises differ by more than the limit, relative to their mean."""
    mean = 0.5 * (left_px + right_px)
    return mean <= 0 or abs(left_px - right_px) / mean > limits.iris_mismatch


def is_blurred(
    stats: ImageStats | None, rest_sharpness: float, clarity: float, limits: QualityLimits
) -> bool:
    """True where the face is far less sharp than at rest in this session, and not recognised.

    Args:
        stats: of the picture.
        rest_sharpness: this session's own; 0 where it was not measured.
        clarity: median correlation of the bone-fixed patches; 0 where there are none.
        limits: of scoring.
    """
    return (
        stats is not None
        and rest_sharpness > 0
        and stats.sharpness < limits.blur_share * rest_sharpness
        and clarity < limits.clear
    )
