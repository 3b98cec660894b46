"""MediaPipe's short-range face detector: where the faces of a picture are.

Source of anchors, decoding and thresholds: MediaPipe, Apache-2.0 (mediapipe/modules/face_detection,
short range), after V. Bazarevsky et al., "BlazeFace", 2019 (arXiv 1907.05047).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from coach.capture._cv2 import cv2
from coach.capture.inference import Network
from coach.domain.frames import FloatArray, Image

_SIZE: Final = 128
#: (cells across, anchors in each cell): 896 anchors.
_GRIDS: Final = ((16, 2), (8, 6))
MIN_SCORE: Final = 0.5
#: Boxes that overlap by more than this share are one face; their mean, weighted by score, is told.
_SAME_FACE: Final = 0.3
_LOGIT_BOUND: Final = 100.0


@dataclass(frozen=True, slots=True, eq=False)
class DetectedFace:
    """One face, in pixels of the picture.

    Attributes:
        centre: (x, y) of the box.
        size: (width, height).
        eyes: (2, 2) the person's right and left eye.
        score: 0.5 to 1.
    """

    centre: FloatArray
    size: FloatArray
    eyes: FloatArray
    score: float


def _anchors() -> FloatArray:
    rows = []
    for cells, each in _GRIDS:
        middle = (np.arange(cells) + 0.5) / cells
        x, y = np.meshgrid(middle, middle)
        rows.append(np.repeat(np.column_stack([x.ravel(), y.ravel()]), each, axis=0))
    return np.concatenate(rows)


_ANCHORS: Final = _anchors()


class FaceDetector:
    """Looks for faces in whole pictures. One thread.

    Args:
        model: the model file's bytes.
    """

    def __init__(self, model: bytes) -> None:
        self._network = Network(model)

    def detect(self, image: Image) -> list[DetectedFace]:
        """The faces of a picture, the surest first.

        Args:
            image: (h, w, 3) BGR.
        """
        height, width = image.shape[:2]
        side = max(width, height)
        scale = side / _SIZE
        # The picture in the middle of a black square, sampled at the square's pixel corners.
        to_picture = np.array([[scale, 0.0, (width - side) / 2], [0.0, scale, (height - side) / 2]])
        square = cv2.warpAffine(
            image,
            to_picture,
            (_SIZE, _SIZE),
            flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
            borderMode=cv2.BORDER_CONSTANT,
        )
        rgb = cv2.cvtColor(square, cv2.COLOR_BGR2RGB).astype(np.float32)
        rgb *= 2.0 / 255.0
        rgb -= 1.0
        boxes, logits = self._network.run(rgb[None])
        if boxes.shape[-1] == 1:
            boxes, logits = logits, boxes
        logits = np.clip(logits.ravel().astype(np.float64), -_LOGIT_BOUND, _LOGIT_BOUND)
        scores = 1.0 / (1.0 + np.exp(-logits))
        good = scores >= MIN_SCORE
        if not good.any():
            return []
        raw = boxes.reshape(-1, 16)[good].astype(np.float64) / _SIZE
        anchors, scores = _ANCHORS[good], scores[good]
        values = raw.copy()
        values[:, :2] += anchors
        values[:, 4:] += np.tile(anchors, 6)
        return [_in_picture(v, s, side, width, height) for v, s in _merged(values, scores)]


def _in_picture(
    values: FloatArray, score: float, side: int, width: int, height: int
) -> DetectedFace:
    shift = np.array([(width - side) / 2, (height - side) / 2])
    points = values[4:8].reshape(2, 2) * side + shift
    return DetectedFace(values[:2] * side + shift, values[2:4] * side, points, score)


def _merged(values: FloatArray, scores: FloatArray) -> list[tuple[FloatArray, float]]:
    """(n, 16) boxes and points, (n,) scores -> one of each face: means weighted by score."""
    left = np.argsort(-scores)
    out = []
    while len(left):
        best = left[0]
        same = _overlap(values[best], values[left]) > _SAME_FACE
        same[0] = True
        group = left[same]
        weights = scores[group] / scores[group].sum()
        corners = _corners(values[group])
        low, high = weights @ corners[:, :2], weights @ corners[:, 2:]
        merged = weights @ values[group]
        merged[:2], merged[2:4] = 0.5 * (low + high), high - low
        out.append((merged, float(scores[best])))
        left = left[~same]
    return out


def _corners(values: FloatArray) -> FloatArray:
    half = 0.5 * values[..., 2:4]
    return np.concatenate([values[..., :2] - half, values[..., :2] + half], axis=-1)


def _overlap(one: FloatArray, others: FloatArray) -> FloatArray:
    """Intersection over union of one box with (n, ...) others."""
    a, b = _corners(one), _corners(others)
    shared = np.minimum(a[2:], b[:, 2:]) - np.maximum(a[:2], b[:, :2])
    inner = np.prod(np.maximum(shared, 0.0), axis=1)
    return np.asarray(inner / (one[2] * one[3] + others[:, 2] * others[:, 3] - inner))
