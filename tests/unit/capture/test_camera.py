"""The webcam source against a scripted device: no machine of the tests has a camera."""

from __future__ import annotations

import itertools
import threading
import time
from dataclasses import dataclass, field

import numpy as np
import pytest

from coach.capture import camera as camera_module
from coach.capture._cv2 import cv2
from coach.capture.camera import CameraSource
from coach.domain.errors import SourceError
from coach.domain.frames import Image

MJPG = float(cv2.VideoWriter.fourcc(*"MJPG"))


@dataclass
class ScriptedDevice:
    """Behaves like cv2.VideoCapture; `good` pictures, then nothing."""

    opened: bool = True
    good: int = 1000
    fails_first: int = 0
    size: tuple[int, int] = (640, 480)
    fps: float = 15.0
    gate: threading.Event | None = None
    settings: list[tuple[int, float]] = field(default_factory=list)
    grabs: int = 0
    releases: int = 0

    def isOpened(self) -> bool:
        return self.opened

    def set(self, propId: int, value: float) -> bool:  # noqa: N803
        self.settings.append((propId, value))
        return True

    def get(self, propId: int) -> float:  # noqa: N803
        return self.fps if propId == cv2.CAP_PROP_FPS else 0.0

    def grab(self) -> bool:
        self.grabs += 1
        if self.gate is not None and self.grabs > 1:
            self.gate.wait(5.0)
        return self.fails_first < self.grabs <= self.fails_first + self.good

    def retrieve(self) -> tuple[bool, Image]:
        return True, np.full((self.size[1], self.size[0], 3), self.grabs % 256, np.uint8)

    def release(self) -> None:
        self.releases += 1


def camera(device: ScriptedDevice) -> CameraSource:
    return CameraSource(3, open_device=lambda _index, _backend: device)


def test_fourcc_then_size_then_rate_then_one_buffer() -> None:
    device = ScriptedDevice()
    source = camera(device)
    source.open()
    source.close()
    assert device.settings == [
        (cv2.CAP_PROP_FOURCC, MJPG),
        (cv2.CAP_PROP_FRAME_WIDTH, 1280),
        (cv2.CAP_PROP_FRAME_HEIGHT, 720),
        (cv2.CAP_PROP_FPS, 30.0),
        (cv2.CAP_PROP_BUFFERSIZE, 1),
    ]


def test_what_the_camera_chose_is_read_back() -> None:
    source = camera(ScriptedDevice(size=(800, 600), fps=15.0))
    info = source.open()
    source.close()
    assert (info.kind, info.label, info.size, info.fps, info.live) == (
        "webcam",
        "Camera 3",
        (800, 600),
        15.0,
        True,
    )


def test_a_rate_the_camera_does_not_tell() -> None:
    source = camera(ScriptedDevice(fps=0.0))
    assert source.open().fps is None
    source.close()


def test_stamps_are_monotonic_and_indices_count() -> None:
    source = camera(ScriptedDevice())
    source.open()
    before = time.monotonic_ns()
    frames = [source.read() for _ in range(20)]
    after = time.monotonic_ns()
    source.close()
    stamps = [f.t_ns for f in frames if f is not None]
    assert len(stamps) == 20
    assert all(a < b for a, b in itertools.pairwise(stamps))
    assert before <= stamps[0] <= stamps[-1] <= after + 20
    assert [f.index for f in frames if f is not None] == list(range(1, 21))


def test_single_failed_reads_are_forgiven() -> None:
    source = camera(ScriptedDevice(fails_first=3))
    source.open()
    assert source.read() is not None
    source.close()


def test_a_camera_that_is_gone_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(camera_module, "_GIVE_UP_S", 0.05)
    source = camera(ScriptedDevice(good=2))
    source.open()
    assert source.read() is not None
    with pytest.raises(SourceError, match="stopped sending"):
        source.read()
    source.close()


def test_a_camera_that_opens_but_sends_nothing_is_released(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(camera_module, "_FIRST_PICTURE_S", 0.05)
    device = ScriptedDevice(good=0)
    with pytest.raises(SourceError):
        camera(device).open()
    assert device.releases == 1


def test_no_camera_is_one_plain_sentence_without_noise(
    capfd: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SourceError) as raised:
        CameraSource(63).open()
    assert raised.value.message.startswith("Camera 63 ")
    assert raised.value.message.count(".") == 1
    assert raised.value.hint
    assert capfd.readouterr().err == ""


def test_closing_while_a_read_blocks_neither_waits_nor_leaks() -> None:
    gate = threading.Event()
    device = ScriptedDevice(gate=gate)
    source = camera(device)
    source.open()
    answers: list[object] = []
    reader = threading.Thread(target=lambda: answers.append(source.read()))
    reader.start()
    while device.grabs < 2:
        time.sleep(0.001)
    began = time.monotonic()
    source.close()
    assert time.monotonic() - began < 0.5  # the device would block for 5 s
    assert device.releases == 0  # never under the reader's feet
    gate.set()
    reader.join(5.0)
    assert device.releases == 1


def test_a_closed_camera_reads_nothing() -> None:
    source = camera(ScriptedDevice())
    assert source.read() is None
    source.open()
    source.close()
    source.close()
    assert source.read() is None
