"""MediaPipe's face mesh with refined lips, eyes and irises: one crop in, 478 points out.

The model has three kinds of custom operations, which no other runtime knows: a rotated window
around some of the mesh's points, a bilinear reading of a feature map through that window, and the
window's points carried back. Here they are numpy, and the model is cut at them: a backbone that
gives the mesh and the feature map, and heads that refine lips and eyes.
Source of the operations and of which point is whose: MediaPipe, Apache-2.0
(mediapipe/util/tflite/operations, mediapipe/modules/face_landmark).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from coach.capture.inference import Network, Tensor
from coach.capture.refined_points import IRIS_DEPTH, REFINED
from coach.capture.tflite_cut import Operation, TfliteFile
from coach.domain.frames import FloatArray
from coach.domain.landmarks import N_LANDMARKS

#: Side of the crop, px.
CROP_SIZE: Final = 192
_N_MESH: Final = 468


@dataclass(frozen=True, slots=True, eq=False)
class _Window:
    """A window around some points of the mesh.

    Attributes:
        points: (n,) its points.
        ends: (2,) the points whose line is the window's x axis.
        grow: (2,) how much larger than its points' extent it is.
        size: rows and columns read from it.
    """

    points: NDArray[np.intp]
    ends: tuple[int, int]
    grow: FloatArray
    size: int

    @classmethod
    def of(cls, operation: Operation) -> _Window:
        """From what the model's operation says."""
        said = operation.options
        if said["output_width"] != said["output_height"] or said["target_rotation_radians"]:
            raise ValueError("a window that is not square or upright")
        return cls(
            np.unique(np.asarray(said["subset_idxs"]).ravel()),
            (int(said["left_rotation_idx"]), int(said["right_rotation_idx"])),
            np.array([said["scale_x"], said["scale_y"]], dtype=np.float64),
            int(said["output_width"]),
        )

    def matrix(self, mesh: FloatArray) -> FloatArray:
        """(2, 3) map from the window's pixels to those of the mesh's points, (468, 2 or more)."""
        start, end = mesh[self.ends[0], :2], mesh[self.ends[1], :2]
        along = end - start
        turn = along / np.hypot(along[0], along[1])
        axes = np.array([[turn[0], -turn[1]], [turn[1], turn[0]]])  # the window's x and y
        own = mesh[self.points, :2] @ axes
        low, high = own.min(axis=0), own.max(axis=0)
        step = self.grow * (high - low) / self.size
        out = np.empty((2, 3))
        out[:, :2] = axes * step
        out[:, 2] = axes @ (0.5 * (low + high)) - out[:, :2].sum(axis=1) * (0.5 * self.size)
        return out


def read_window(features: Tensor, matrix: FloatArray, size: int) -> Tensor:
    """(h, w, c) features through a window -> (size, size, c), bilinear; 0 outside.

    Pixel centres lie at halves, as the model was trained.
    """
    height, width = features.shape[:2]
    steps = np.arange(size) + 0.5
    x = (matrix[0, 0] * steps + matrix[0, 2] - 0.5)[None, :] + (matrix[0, 1] * steps)[:, None]
    y = (matrix[1, 0] * steps + matrix[1, 2] - 0.5)[None, :] + (matrix[1, 1] * steps)[:, None]
    inside = (x >= 0) & (x <= width - 1) & (y >= 0) & (y <= height - 1)
    column = np.clip(np.floor(x), 0, width - 2).astype(np.intp)
    row = np.clip(np.floor(y), 0, height - 2).astype(np.intp)
    right = np.where(inside, x - column, 0.0).astype(np.float32)[..., None]
    below = np.where(inside, y - row, 0.0).astype(np.float32)[..., None]
    flat = features.reshape(height * width, -1)
    at = row * width + column
    upper = flat[at] * (1 - right) + flat[at + 1] * right
    lower = flat[at + width] * (1 - right) + flat[at + width + 1] * right
    seen = (upper * (1 - below) + lower * below) * inside[..., None]
    return np.asarray(seen, dtype=np.float32)


class FaceMesh:
    """The two parts of the model and what lies between them. One thread.

    Args:
        model: the model file's bytes.
        network: makes a network that runs a model's bytes.

    Raises:
        ValueError: the file is not the model that this code knows.
    """

    def __init__(self, model: bytes, network: type[Network] = Network) -> None:
        file = TfliteFile(model)
        windows, readings, carried = _custom(file)
        self._windows = [_Window.of(o) for o in windows]
        features = readings[0].inputs[0]
        mesh, flag = file.outputs[0], file.outputs[-1]
        scaled = windows[0].inputs[0]
        self._backbone = network(file.part(file.inputs, (mesh, flag, features, scaled)))
        heads = tuple(o.inputs[0] for o in carried)
        self._heads = network(file.part(tuple(o.outputs[0] for o in readings), heads))
        matrices = [o.outputs[0] for o in windows]
        self._carried = [_carry(file, o, matrices) for o in carried]

    def run(self, crop: Tensor) -> tuple[FloatArray, float]:
        """Points and presence of the face in a crop.

        Args:
            crop: (1, 192, 192, 3) float32 RGB, 0 to 1.

        Returns:
            (478, 3) px of the crop (z in the scale of x, toward the camera below zero), and how
            likely a face is there, 0 to 1.
        """
        mesh, flag, features, scaled = self._backbone.run(crop)
        presence = float(1.0 / (1.0 + np.exp(-flag.ravel()[0])))
        points = np.zeros((N_LANDMARKS, 3))
        points[:_N_MESH] = mesh.reshape(_N_MESH, 3)
        maps = [w.matrix(scaled[0].astype(np.float64)) for w in self._windows]
        seen = [
            read_window(features[0], m, w.size)[None]
            for m, w in zip(maps, self._windows, strict=True)
        ]
        for refined, (which, scale), indexes in zip(
            self._heads.run(*seen), self._carried, REFINED, strict=True
        ):
            m = maps[which] * scale
            points[indexes, :2] = refined[0] @ m[:, :2].T + m[:, 2]
        for iris, lids in IRIS_DEPTH:
            points[iris, 2] = points[lids, 2].mean()
        return points, presence


def _custom(file: TfliteFile) -> tuple[list[Operation], list[Operation], list[Operation]]:
    kinds: dict[str, list[Operation]] = {}
    for operation in file.operations:
        if operation.custom:
            kinds.setdefault(operation.custom, []).append(operation)
    windows = kinds.get("Landmarks2TransformMatrix", [])
    readings = kinds.get("TransformTensorBilinear", [])
    carried = kinds.get("TransformLandmarks", [])
    if (len(kinds), len(windows), len(readings), len(carried)) != (3, 3, 3, len(REFINED)):
        raise ValueError("not the face mesh with attention")
    return windows, readings, carried


def _carry(file: TfliteFile, operation: Operation, matrices: list[int]) -> tuple[int, FloatArray]:
    """Which window a head's points belong to, and (2, 3) factors to the crop's pixels."""
    scaling = file.producer(operation.inputs[1])
    if scaling is None:
        raise ValueError("not the face mesh with attention")
    matrix, constant = scaling.inputs
    source = file.producer(constant)  # weights are stored as half floats and widened
    stored = file.constant(constant) or (file.constant(source.inputs[0]) if source else b"")
    kind = np.float16 if len(stored) == 32 else np.float32
    factors = np.frombuffer(stored, kind).astype(np.float64).reshape(4, 4)
    return matrices.index(matrix), factors[:2, [0, 1, 3]]
