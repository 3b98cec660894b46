"""Turns MediaPipe's landmark message into an array, without a loop over landmarks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Protocol

import numpy as np

from coach.domain.frames import FloatArray
from coach.domain.landmarks import N_LANDMARKS

#: One landmark as protobuf writes it: a field header (tag, length 15), then tag + float32 for each
#: of x, y, z. All records have the same size, so the whole list is one structured array.
_RECORD: Final = np.dtype(
    [
        ("header", "<u2"),
        ("x_tag", "u1"),
        ("x", "<f4"),
        ("y_tag", "u1"),
        ("y", "<f4"),
        ("z_tag", "u1"),
        ("z", "<f4"),
    ]
)
_HEADER: Final = 0x0F0A
_TAGS: Final = (("x_tag", 0x0D), ("y_tag", 0x15), ("z_tag", 0x1D))


class _Landmark(Protocol):
    x: float
    y: float
    z: float


class LandmarkList(Protocol):
    """The part of MediaPipe's NormalizedLandmarkList message that is used."""

    @property
    def landmark(self) -> Iterable[_Landmark]: ...

    def SerializeToString(self) -> bytes: ...


def mesh_points(message: LandmarkList, size: tuple[int, int]) -> FloatArray:
    """Landmarks in pixels.

    Args:
        message: a NormalizedLandmarkList of 478 landmarks.
        size: (width, height) of the picture in pixels.

    Returns:
        (478, 3) float64: x right, y down, z in the scale of x (MediaPipe normalises z as x).
    """
    width, height = size
    normalised = from_records(message.SerializeToString())
    if normalised is None:
        normalised = np.array([(p.x, p.y, p.z) for p in message.landmark], dtype=np.float64)
    normalised *= (width, height, width)
    return normalised


def from_records(data: bytes) -> FloatArray | None:
    """The landmarks of a serialised list (0.01 ms against 0.17 ms by attribute).

    Args:
        data: the serialised message.

    Returns:
        (478, 3) float64 as normalised by MediaPipe; None where the bytes are not 478 plain x, y, z
        records (a message with further fields), so that the caller reads the attributes instead.
    """
    if len(data) != N_LANDMARKS * _RECORD.itemsize:
        return None
    records = np.frombuffer(data, _RECORD)
    plain = (records["header"] == _HEADER).all() and all(
        (records[tag] == value).all() for tag, value in _TAGS
    )
    if not plain:
        return None
    points = np.empty((N_LANDMARKS, 3), dtype=np.float64)
    points[:, 0], points[:, 1], points[:, 2] = records["x"], records["y"], records["z"]
    return points
