"""Landmarks of one picture after another -> measures of one picture after another."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import Final

import numpy as np

from coach.analysis.alignment import Reference, head_axes, pose_from_axes
from coach.analysis.baseline import STEADY_SD_MM, RestFace, measure_rest
from coach.analysis.camera import Camera
from coach.analysis.filters import OneEuro
from coach.analysis.focal import Views
from coach.analysis.glare import HIDING_SHARE, glare_seen
from coach.analysis.identity import IdentityWatch
from coach.analysis.light import LightWatch
from coach.analysis.measures import (
    IRIS_DIAMETER_MM,
    OTHER_SIDE,
    displacements,
    iris_diameters_px,
    outer_canthal_px,
    positions_mm,
    with_closure,
)
from coach.analysis.merging import merge
from coach.analysis.occlusion import OcclusionWatch
from coach.analysis.quality import (
    FrameRate,
    QualityLimits,
    is_blurred,
    pose_reason,
    presence_reason,
)
from coach.analysis.refinement import Refiner
from coach.domain.frames import FloatArray, Image
from coach.domain.landmarks import FaceFrame
from coach.domain.measures import N_MEASURES, HeadPose, MeasureFrame
from coach.domain.pixels import PixelTools
from coach.domain.quality import QualityReason
from coach.domain.session import BaselineRecord

BASELINE_S: Final = 2.5  # length of the steady rest stretch
BASELINE_MIN_FRAMES: Final = 20
KEEP_EVERY: Final = 3
_RETRY_S: Final = 0.5  # how often an unsteady stretch is judged again
#: Who cannot keep quite still practises all the same: after the first of these seconds of
#: collecting the limit of stillness widens, until with the second it is the last. It stays below
#: that of a recording, for a person who is here can be asked once more to rest.
_WIDEN_S: Final = (6.0, 14.0)
_RESTLESS_SD_MM: Final = 1.2

#: Beyond this turn the landmarks of the far side are guesses, and say nothing about the lens.
VIEW_YAW_DEG: Final = 20.0

_NO_POSE: Final = HeadPose(float("nan"), float("nan"), float("nan"))


class FaceAnalyser:
    """Removes head pose, scales to mm, compares with the rest face, and gates.

    One thread. Time is the pictures' own, so a recording and a live camera behave alike. The scale
    is a matter of the rest face, never of one picture. The lens is estimated from how the head
    turned before each rest face, and changes with the rest face only: never within an exercise.
    """

    def __init__(
        self,
        limits: QualityLimits | None = None,
        pixels: PixelTools | None = None,
        outer_canthal_mm: float | None = None,
    ) -> None:
        self._pixels = pixels
        self._outer_canthal_mm = outer_canthal_mm
        self._limits = limits or QualityLimits()
        self._rest: RestFace | None = None
        self._smooth = OneEuro(partners=OTHER_SIDE)
        self._rate = FrameRate()
        self._light = LightWatch()
        self.identity = IdentityWatch()
        self._collecting = False
        self._collected: deque[tuple[FaceFrame, Image | None]] = deque()
        self._count = 0
        self._refiner: Refiner | None = None
        self._occlusion = OcclusionWatch(np.empty((0, 3)), 1.0)
        self._views = Views()
        self._unsteady = False
        self._next_try_s = -np.inf
        self._collecting_s: float | None = None  # time of the first picture collected

    @property
    def baseline(self) -> BaselineRecord | None:
        return self._rest.record() if self._rest is not None else None

    @property
    def unsteady(self) -> bool:
        """True where the last rest stretch was long enough but not still."""
        return self._unsteady

    @property
    def baseline_progress(self) -> float:
        """Share of the needed rest stretch seen so far, 0 to 1."""
        if len(self._collected) < 2:
            return 0.0
        span = self._collected[-1][0].time_s - self._collected[0][0].time_s
        return min(span / BASELINE_S, len(self._collected) / BASELINE_MIN_FRAMES, 1.0)

    def start_baseline(self) -> None:
        """Begin to collect rest pictures; an older rest face stays in use until the new one.

        Another face's does not.
        """
        if self.identity.another:
            self._rest = self._refiner = None
            self.identity = IdentityWatch()
            self._views = Views()
        self._collecting = True
        self._collected.clear()
        self._unsteady = False
        self._next_try_s = -np.inf
        self._collecting_s = None

    def finish_baseline(self) -> BaselineRecord | None:
        """The rest face, once enough still pictures are there; None before that."""
        if not self._collecting or self.baseline_progress < 1.0:
            return None
        now = self._collected[-1][0].time_s
        if now < self._next_try_s:
            return None
        self._next_try_s = now + _RETRY_S
        faces = [face for face, _ in self._collected]
        camera = Camera.of(faces[-1].size, self._views.focal())
        caliper = self._outer_canthal_mm
        rest = measure_rest(faces, self._limits, camera, outer_canthal_mm=caliper)
        self._unsteady = rest.restless_mm > self._stillness_mm(now)
        if self._unsteady:
            return None
        if self._pixels is not None:  # only for a rest that will be used: it takes its time
            images = [image for _, image in self._collected]
            rest = measure_rest(faces, self._limits, camera, images, self._pixels, caliper)
        self._collecting = False
        self._collected.clear()
        self.use_rest(rest)
        return rest.record()

    def _stillness_mm(self, now_s: float) -> float:
        """How restless a rest face may be by now, mm."""
        since_s = now_s - (now_s if self._collecting_s is None else self._collecting_s)
        return float(np.interp(since_s, _WIDEN_S, (STEADY_SD_MM, _RESTLESS_SD_MM)))

    def use_rest(self, rest: RestFace) -> None:
        """Compare all later pictures with this rest face."""
        self._rest = rest
        self._smooth.reset()
        self.identity = IdentityWatch()
        self._refiner = None
        self._occlusion = OcclusionWatch(rest.reference.points, rest.mm_per_px, rest.lips)
        if rest.pixels is not None and self._pixels is not None:
            self._refiner = Refiner(rest.pixels, rest.camera, self._pixels)

    def step(self, face: FaceFrame, image: Image | None = None) -> MeasureFrame:
        """Measures of one picture. Before a baseline the values are NaN (see the interface).

        Args:
            face: landmarks.
            image: the picture they belong to; without it the landmarks speak alone.
        """
        fps = self._rate.step(face.time_s)
        reason = presence_reason(face, self._limits) or self._light.step(face, image)
        if face.points is None:
            return self._frame(face, reason)
        rest = self._rest
        if rest is None:
            return self._step_before_rest(face, image, reason, fps)
        points = rest.camera.to_head_axes(face.points)
        fit = rest.reference.align(points)
        if self.identity.step(face.time_s, points, fit, rest.reference, rest.mm_per_px):
            reason = reason or QualityReason.ANOTHER_FACE
        pose = Reference.pose(fit)
        aligned = fit.apply(points)
        hidden, clarity = False, 0.0
        residual_mm = fit.residual * rest.mm_per_px
        if self._refiner is not None and image is not None:
            seen = self._refiner.step(image, fit)
            clarity = seen.clarity
            if seen.correction.patches:
                residual_mm = seen.correction.residual_mm
            pose = seen.correction.correct(pose, rest.reference.rest_pose.pitch)
            aligned = seen.correction.apply(aligned, rest.mm_per_px)
            hidden = self._occlusion.step(
                image, face.points, aligned, seen.quality, seen.closure_pct
            )
            positions = positions_mm(aligned, rest.mm_per_px)
            values = merge(displacements(positions, rest.rest), rest.rest, seen)
        else:
            values = displacements(positions_mm(aligned, rest.mm_per_px), rest.rest)
        values = with_closure(self._smooth.step(values, face.time_s), rest.rest)
        mm_per_px = rest.mm_per_px * fit.scale
        if self._collecting and reason is None and abs(pose.yaw) <= VIEW_YAW_DEG:
            self._views.add(face, pose)
        reason = reason or self._common_reason(pose, fps, mm_per_px)
        if reason is None and is_blurred(face.stats, rest.sharpness, clarity, self._limits):
            reason = QualityReason.BLURRED
        if reason is None and (hidden or glare_seen(image, face.points, HIDING_SHARE)):
            reason = QualityReason.OCCLUDED
        self._collect(face, image, reason)
        return self._frame(face, reason, values, pose, mm_per_px, residual_mm)

    def _step_before_rest(
        self,
        face: FaceFrame,
        image: Image | None,
        reason: QualityReason | None,
        fps: float | None,
    ) -> MeasureFrame:
        points = Camera.of(face.size).to_head_axes(np.asarray(face.points))
        pose = pose_from_axes(head_axes(points))
        left_px, right_px = iris_diameters_px(points)
        caliper_mm = self._outer_canthal_mm
        if caliper_mm is None:
            mm_per_px = IRIS_DIAMETER_MM / max(0.5 * (left_px + right_px), 1e-6)
        else:
            mm_per_px = caliper_mm / max(outer_canthal_px(points), 1e-6)
        if reason is None and abs(pose.yaw) <= VIEW_YAW_DEG:
            self._views.add(face, pose)
        reason = reason or self._common_reason(pose, fps, mm_per_px)
        self._collect(face, image, reason)
        return self._frame(face, reason or QualityReason.NO_BASELINE, None, pose, mm_per_px)

    def _common_reason(
        self, pose: HeadPose, fps: float | None, mm_per_px: float
    ) -> QualityReason | None:
        rest_pose = self._rest.reference.rest_pose if self._rest is not None else None
        reason = pose_reason(pose, self._limits, rest_pose)
        if reason is None and mm_per_px > self._limits.far_mm_per_px:
            reason = QualityReason.TOO_FAR
        if reason is None and fps is not None and fps < self._limits.min_fps:
            reason = QualityReason.LOW_FPS
        return reason

    def _collect(self, face: FaceFrame, image: Image | None, reason: QualityReason | None) -> None:
        """Keep the newest stretch of good pictures; one bad picture does not void it.

        Of the pictures themselves only every third is kept: enough for templates, and memory.
        """
        if not self._collecting or reason is not None:
            return
        if self._collecting_s is None:
            self._collecting_s = face.time_s
        kept = self._collected
        if kept and not 0 < face.time_s - kept[-1][0].time_s < 1.0:
            kept.clear()
        self._count += 1
        kept.append((face, image if self._count % KEEP_EVERY == 0 else None))
        while len(kept) > 2 and kept[-1][0].time_s - kept[1][0].time_s >= BASELINE_S:
            kept.popleft()

    @staticmethod
    def _frame(
        face: FaceFrame,
        reason: QualityReason | None,
        values: FloatArray | None = None,
        pose: HeadPose = _NO_POSE,
        mm_per_px: float = float("nan"),
        residual_mm: float = float("nan"),
    ) -> MeasureFrame:
        return MeasureFrame(
            index=face.index,
            t_ns=face.t_ns,
            values=np.full(N_MEASURES, np.nan) if values is None else values,
            pose=pose,
            mm_per_px=mm_per_px,
            reason=reason,
            alignment_residual_mm=residual_mm,
        )


def measure_all(analyser: FaceAnalyser, faces: Sequence[FaceFrame]) -> list[MeasureFrame]:
    """Step through a recording, landmarks alone."""
    return [analyser.step(face) for face in faces]
