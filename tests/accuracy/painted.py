"""What is painted over a face, or done to its outline: hair, spectacles, a turn."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from coach.capture._cv2 import cv2
from coach.domain.frames import FloatArray, Image


@dataclass(frozen=True, slots=True)
class FaceBox:
    """Where a film's face is on the mean, px: middles of the eyes, patient's left and right."""

    left_eye: tuple[float, float]
    right_eye: tuple[float, float]

    @property
    def middle(self) -> FloatArray:
        return np.asarray(0.5 * (np.array(self.left_eye) + np.array(self.right_eye)))

    @property
    def span(self) -> float:
        """Between the eyes, px: about 62 mm."""
        return float(np.hypot(*(np.array(self.left_eye) - np.array(self.right_eye))))


def hair(image: Image, box: FaceBox) -> Image:
    """A dozen dark lines from the forehead across the patient's left brow, down to the temple."""
    out, s = image.copy(), box.span
    x, y = box.left_eye
    rng = np.random.default_rng(31)
    for k in range(26):
        start = np.array([x - 0.45 * s + 0.022 * s * k, y - 1.15 * s])
        end = np.array([x - 0.10 * s + 0.026 * s * k, y - 0.13 * s])
        middle = 0.5 * (start + end) + np.array([0.10 * s, 0.0])
        t = np.linspace(0.0, 1.0, 16)[:, None]
        curve = (1 - t) ** 2 * start + 2 * t * (1 - t) * middle + t**2 * end
        shade = int(rng.integers(18, 55))
        cv2.polylines(
            out, [np.rint(curve).astype(np.int32)], False, (shade, shade, shade + 8),
            max(1, round(0.028 * s)), cv2.LINE_AA,
        )  # fmt: skip
    return out


def spectacles(image: Image, box: FaceBox, t_s: float) -> Image:
    out, s = image.copy(), box.span
    glint = image.copy()
    for eye in (box.left_eye, box.right_eye):
        centre = (round(eye[0]), round(eye[1] + 0.06 * s))
        axes = (round(0.42 * s), round(0.32 * s))
        cv2.ellipse(
            out, centre, axes, 0, 0, 360, (40, 40, 45), max(1, round(0.02 * s)), cv2.LINE_AA
        )
        place = (
            round(eye[0] + 0.20 * s + 0.05 * s * np.sin(0.8 * t_s)), round(eye[1] - 0.10 * s)
        )  # fmt: skip
        cv2.ellipse(
            glint, place, (round(0.13 * s), round(0.05 * s)), -25, 0, 360, (245, 250, 250), -1,
            cv2.LINE_AA,
        )  # fmt: skip
    for a, b in ((box.left_eye, -1), (box.right_eye, 1)):
        bridge = (round(a[0] + b * 0.42 * s), round(a[1] + 0.06 * s))
        middle = (round(float(box.middle[0])), round(a[1] - 0.02 * s))
        cv2.line(out, bridge, middle, (40, 40, 45), max(1, round(0.02 * s)), cv2.LINE_AA)
    shine = (glint.astype(np.int16) - image).clip(0, 255) * 0.75
    return np.asarray(np.clip(out + shine, 0, 255), dtype=np.uint8)


def turn(image: Image, box: FaceBox, t_s: float) -> Image:
    """From 0 to 10 degrees over 14 s: the image-space part of a turn, a keystone about the nose.

    Foreshortens by cos 10 degrees and makes the nearer side larger, as a flat face would show. It
    lacks the parallax of the nose and the cheek's edge.
    """
    angle = np.radians(min(10.0, 10.0 * t_s / 14.0))
    centre = box.middle + np.array([0.0, 0.5 * box.span])
    far = 9.0 * box.span  # camera's distance: 560 mm at 62 mm between the eyes
    corners = np.array([[-1.0, -1.5], [1.0, -1.5], [1.0, 1.5], [-1.0, 1.5]]) * box.span
    depth = far / (far + corners[:, 0] * np.sin(angle))
    seen = np.stack([corners[:, 0] * np.cos(angle) * depth, corners[:, 1] * depth], axis=1)
    matrix = cv2.getPerspectiveTransform(
        (corners + centre).astype(np.float32), (seen + centre).astype(np.float32)
    )
    h, w = image.shape[:2]
    return np.asarray(
        cv2.warpPerspective(
            image, matrix, (w, h), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
        ),
        dtype=np.uint8,
    )
