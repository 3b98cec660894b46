"""Drawn faces with the landmarks that MediaPipe sees on them: what stands before the camera."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np

from coach.app.camera_preview import Seen
from coach.capture.litert_landmarker import LiteRtLandmarker
from coach.domain.coach_state import CoachState
from coach.domain.exercise import Phase
from coach.domain.frames import FloatArray, Frame, Image
from coach.domain.landmarks import FaceFrame
from coach.domain.quality import QualityReason
from coach.domain.sides import Side
from coach.face.expression import Expression
from coach.face.painter import render_face

#: A picture, and the landmarks on it.
Shown: TypeAlias = tuple[Image, FloatArray | None]
_MOVING = (Phase.HOLD, Phase.MOVE, Phase.RELEASE)


class Pictures:
    """Renders each face once. One thread."""

    def __init__(self) -> None:
        self._landmarker = LiteRtLandmarker()
        self._made: dict[bool, Shown] = {}
        self._count = 0

    def of(self, state: CoachState) -> Shown:
        """What the camera sees at a moment of a session."""
        image, points = self._face(state.phase in _MOVING)
        if state.quality is QualityReason.NO_FACE:
            return np.full_like(image, 60), None
        if state.quality is QualityReason.TOO_DARK:
            return (image * 0.25).astype(np.uint8), points
        return image, points

    def seen(self) -> Seen:
        """A face at rest, as a camera's preview has it."""
        image, points = self._face(False)
        height, width = image.shape[:2]
        face = FaceFrame(points, 0, 0, (width, height), 0 if points is None else 1)
        return Seen(Frame(image, 0, 0), face)

    def close(self) -> None:
        self._landmarker.close()

    def _face(self, moving: bool) -> Shown:
        if moving not in self._made:
            face = Expression.neutral()
            if moving:  # the left side is weaker, and its eye closes along
                face = Expression.symmetric({"smile": 0.5})
                face = face.with_side(Side.LEFT, {"smile": 0.3, "eye_close": 0.3})
            self._made[moving] = self._render(face)
        return self._made[moving]

    def _render(self, expression: Expression) -> Shown:
        image = render_face(expression, (1280, 720))
        view = np.frombuffer(image.constBits(), np.uint8).reshape(720, image.bytesPerLine() // 4, 4)
        bgr = np.ascontiguousarray(view[:, :1280, :3])
        face = None
        for _ in range(3):  # the tracker needs a few pictures to settle
            self._count += 1
            face = self._landmarker.detect(Frame(bgr, self._count, self._count * 33_000_000))
        return bgr, None if face is None else face.points
