"""A network camera on this machine: MJPEG over HTTP, as phones and IP cameras serve it."""

from __future__ import annotations

import http.server
import threading
import time
from collections.abc import Iterator

import numpy as np
import pytest

from coach.capture._cv2 import cv2
from coach.capture.pipeline import Pipeline, PipelineState, PipelineStatus
from coach.capture.stream import StreamSource
from coach.domain.errors import SourceError
from coach.domain.frames import Frame
from tests.fixtures.pictures import StillLandmarker


class Camera(http.server.ThreadingHTTPServer):
    """Serves noisy pictures at 50 a second until told to break off or to go silent."""

    daemon_threads = True
    block_on_close = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.broken_off = threading.Event()
        self.silent = threading.Event()
        self.over = threading.Event()
        rng = np.random.default_rng(5)
        pictures = rng.integers(0, 256, (10, 90, 160, 3), dtype=np.uint8)
        self.jpegs = [cv2.imencode(".jpg", p)[1].tobytes() for p in pictures]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/video"


class Handler(http.server.BaseHTTPRequestHandler):
    server: Camera

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "multipart/x-mixed-replace; boundary=frame")
        self.end_headers()
        number = 0
        try:
            while not self.server.over.is_set() and not self.server.broken_off.is_set():
                if not self.server.silent.is_set():
                    jpeg = self.server.jpegs[number % len(self.server.jpegs)]
                    self.wfile.write(
                        b"--frame\r\nContent-Type: image/jpeg\r\nContent-Length: "
                        + str(len(jpeg)).encode()
                        + b"\r\n\r\n"
                        + jpeg
                        + b"\r\n"
                    )
                    number += 1
                self.server.over.wait(0.02)
        except OSError:
            pass  # the program has hung up

    def log_message(self, *_arguments: object) -> None:
        """Silence."""


@pytest.fixture
def camera() -> Iterator[Camera]:
    server = Camera()
    thread = threading.Thread(target=lambda: server.serve_forever(0.02))
    thread.start()
    yield server
    server.over.set()
    server.shutdown()
    server.server_close()
    thread.join()


class Watched:
    def __init__(self, url: str) -> None:
        self.frames: list[Frame] = []
        self.statuses: list[PipelineStatus] = []
        self.pipeline = Pipeline(
            StreamSource(url),
            StillLandmarker,
            lambda frame, _face: self.frames.append(frame),
            self.statuses.append,
        )

    def wait_for(self, state: PipelineState, seconds: float = 10.0) -> float:
        """Seconds until the state came."""
        began = time.monotonic()
        while time.monotonic() - began < seconds:
            if self.statuses and self.statuses[-1].state is state:
                return time.monotonic() - began
            time.sleep(0.005)
        raise AssertionError(f"{state} did not come: {self.statuses}")

    def stop(self) -> None:
        self.pipeline.stop()
        assert self.pipeline.join(10.0)


def test_pictures_come_with_monotonic_stamps(camera: Camera) -> None:
    source = StreamSource(camera.url)
    info = source.open()
    before = time.monotonic_ns()
    frames = [source.read() for _ in range(10)]
    source.close()
    assert (info.kind, info.label, info.size, info.live) == (
        "stream",
        "Network camera",
        (160, 90),
        True,
    )
    stamps = [f.t_ns for f in frames if f is not None]
    assert len(stamps) == 10
    assert stamps == sorted(set(stamps))
    assert stamps[0] >= before


def test_a_stream_that_breaks_off_is_lost_at_once_and_found_again(camera: Camera) -> None:
    watched = Watched(camera.url)
    watched.pipeline.start()
    watched.wait_for(PipelineState.RUNNING)
    camera.broken_off.set()
    assert watched.wait_for(PipelineState.LOST) < 1.2
    camera.broken_off.clear()
    watched.wait_for(PipelineState.RUNNING)
    watched.stop()
    assert "127.0.0.1" not in " ".join(s.message + s.hint for s in watched.statuses)


def test_a_phone_that_is_turned_gives_no_smeared_picture(camera: Camera) -> None:
    lying, upright = (
        cv2.imencode(".jpg", np.full((h, w, 3), (60, 120, 200), np.uint8))[1].tobytes()
        for h, w in ((96, 128), (128, 96))
    )
    camera.jpegs = [lying]
    source = StreamSource(camera.url)
    source.open()
    assert source.read() is not None
    camera.jpegs = [upright]
    before: list[Frame] = []
    with pytest.raises(SourceError, match="changed the shape"):
        before.extend(iter(source.read, None))
    for frame in before:
        assert frame.size == (128, 96)
        assert frame.image.reshape(-1, 3).std(axis=0).max() < 1  # of one colour, all over
    again = source.open()
    turned = source.read()
    source.close()
    assert turned is not None
    assert again.size == turned.size == (96, 128)
    assert turned.image.reshape(-1, 3).std(axis=0).max() < 1


def test_a_silent_stream_is_lost_within_a_second_and_found_again(camera: Camera) -> None:
    watched = Watched(camera.url)
    watched.pipeline.start()
    watched.wait_for(PipelineState.RUNNING)
    camera.silent.set()
    # 1 s without a picture, the poll of 0.05 s, and what was still on its way.
    assert watched.wait_for(PipelineState.LOST) < 1.3
    camera.silent.clear()
    watched.wait_for(PipelineState.RUNNING)
    watched.stop()


def test_nobody_there(capfd: pytest.CaptureFixture[str]) -> None:
    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    port = server.server_address[1]
    server.server_close()
    with pytest.raises(SourceError) as raised:
        StreamSource(f"http://someone:secret@127.0.0.1:{port}/video").open()
    assert raised.value.message == "The network camera cannot be reached, or sends no video."
    assert "secret" not in str(raised.value)
    assert capfd.readouterr().err == ""
