from __future__ import annotations

import struct
from dataclasses import dataclass, field

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.landmarks import N_LANDMARKS
from tests.reference.mesh_points import from_records, mesh_points


@dataclass
class Point:
    x: float
    y: float
    z: float


@dataclass
class Message:
    """A message of MediaPipe's shape, with or without a further field in each record."""

    landmark: list[Point] = field(default_factory=list)
    further: bytes = b""

    def SerializeToString(self) -> bytes:
        return b"".join(
            bytes([0x0A, 15 + len(self.further)])
            + struct.pack("<BfBfBf", 0x0D, p.x, 0x15, p.y, 0x1D, p.z)
            + self.further
            for p in self.landmark
        )


def message(seed: int, further: bytes = b"") -> Message:
    values = np.random.default_rng(seed).normal(0.5, 0.3, (N_LANDMARKS, 3)).astype(np.float32)
    return Message([Point(*map(float, row)) for row in values], further)


@given(st.integers(0, 10_000), st.sampled_from([(640, 480), (1280, 720), (1080, 1920)]))
def test_pixels_of_the_unmirrored_picture(seed: int, size: tuple[int, int]) -> None:
    width, height = size
    m = message(seed)
    points = mesh_points(m, size)
    expected = np.array([(p.x * width, p.y * height, p.z * width) for p in m.landmark])
    assert points.shape == (N_LANDMARKS, 3)
    np.testing.assert_array_equal(points, expected)


def test_other_records_are_read_by_their_names() -> None:
    m = message(1, further=b"\x25\x00\x00\x80\x3f")  # visibility = 1.0
    assert from_records(m.SerializeToString()) is None
    np.testing.assert_array_equal(mesh_points(m, (640, 480)), mesh_points(message(1), (640, 480)))


def test_records_of_the_right_length_but_other_fields_are_refused() -> None:
    data = bytearray(message(2).SerializeToString())
    data[17 * 5 + 2] = 0x25
    assert from_records(bytes(data)) is None
