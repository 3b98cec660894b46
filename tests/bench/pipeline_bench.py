"""How much of bare inference's throughput the whole pipeline keeps.

One run, interleaved: the same pre-decoded 720p pictures go through MediaPipe's own FaceMesh loop
("bare") and through `Pipeline` with a consumer, turn by turn, so that a machine that slows down
slows both. The figure is the median over the rounds of (pipeline pictures per second / bare
pictures per second).

    python -m tests.bench.pipeline_bench [--video FILE] [--rounds N] [--frames N]
"""

from __future__ import annotations

import argparse
import importlib
import os
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from coach.capture._cv2 import cv2
from coach.capture.litert_landmarker import LiteRtLandmarker
from coach.capture.native_log import quiet_native_stderr
from coach.capture.pipeline import Pipeline, PipelineStatus
from coach.capture.video import VideoSource
from coach.domain.frames import Frame, Image, SourceInfo
from coach.domain.landmarks import FaceFrame
from tests.reference.mediapipe_engine import load_mediapipe

SIZE = (1280, 720)
FPS = 30.0

Consumer = Callable[[Frame, FaceFrame], None]
MakeConsumer = Callable[[], Consumer]


@dataclass(frozen=True, slots=True)
class BenchResult:
    """Medians over the rounds.

    Attributes:
        bare_ms: bare inference per picture, colour conversion included.
        pipeline_ms: the whole pipeline per picture.
        ratio: pipeline over bare throughput.
        consumer_ms: the consumer alone per picture (median of all calls).
    """

    bare_ms: float
    pipeline_ms: float
    ratio: float
    consumer_ms: float

    def __str__(self) -> str:
        return (
            f"bare inference     {self.bare_ms:6.2f} ms a picture\n"
            f"whole pipeline     {self.pipeline_ms:6.2f} ms a picture\n"
            f"consumer           {self.consumer_ms:6.3f} ms a picture, "
            f"{self.consumer_ms / self.bare_ms:.3f} of bare inference\n"
            f"throughput ratio   {self.ratio:6.3f} (target 0.95, floor 0.85)"
        )


class PreDecoded:
    """A source that has everything in memory."""

    def __init__(self, images: Sequence[Image]) -> None:
        self._images = images
        self._next = 0

    def open(self) -> SourceInfo:
        self._next = 0
        return SourceInfo("video", "bench", SIZE, FPS, live=False)

    def read(self) -> Frame | None:
        if self._next >= len(self._images):
            return None
        index, self._next = self._next, self._next + 1
        return Frame(self._images[index], index, round(index * 1e9 / FPS))

    def close(self) -> None:
        """Nothing to close."""


def bare_s(images: Sequence[Image]) -> float:
    """Seconds a picture of MediaPipe's documented loop; the first picture is not counted."""
    load_mediapipe()
    with quiet_native_stderr():
        mesh = importlib.import_module("mediapipe.python.solutions.face_mesh").FaceMesh(
            max_num_faces=1, refine_landmarks=True
        )
        mesh.process(cv2.cvtColor(images[0], cv2.COLOR_BGR2RGB))
    began = time.perf_counter()
    for image in images[1:]:
        rgb = cv2.cvtColor(image, cv2.COLOR_BGR2RGB)
        rgb.flags.writeable = False
        mesh.process(rgb)
    took = time.perf_counter() - began
    mesh.close()
    return took / (len(images) - 1)


def pipeline_s(
    images: Sequence[Image], consumer: Consumer, skip: int = 0
) -> tuple[float, list[float]]:
    """Seconds a picture from result `skip` to the last, and of each call of the consumer."""
    done: list[float] = []
    calls: list[float] = []
    problems: list[PipelineStatus] = []

    def take(frame: Frame, face: FaceFrame) -> None:
        began = time.perf_counter()
        consumer(frame, face)
        ended = time.perf_counter()
        calls.append(ended - began)
        done.append(ended)

    def note(status: PipelineStatus) -> None:
        if status.message:
            problems.append(status)

    pipeline = Pipeline(PreDecoded(images), LiteRtLandmarker, take, note, lossless=True)
    pipeline.start()
    finished = pipeline.join(600.0)
    if not finished or problems or len(done) != len(images):
        raise RuntimeError(f"the pipeline did not finish: {problems}")
    return (done[-1] - done[skip]) / (len(images) - 1 - skip), calls[skip:]


def measure(
    images: Sequence[Image], make_consumer: MakeConsumer, rounds: int, skip: int = 0
) -> BenchResult:
    """Bare and pipeline in turn, the order changing with every round; `skip` pictures of start."""
    bare, whole, calls = [], [], []
    for number in range(rounds):
        consumer = make_consumer()
        if number % 2:
            bare.append(bare_s(images))
        seconds, of_calls = pipeline_s(images, consumer, skip)
        if not number % 2:
            bare.append(bare_s(images))
        whole.append(seconds)
        calls.extend(of_calls)
    return BenchResult(
        bare_ms=1e3 * statistics.median(bare),
        pipeline_ms=1e3 * statistics.median(whole),
        ratio=statistics.median(b / w for b, w in zip(bare, whole, strict=True)),
        consumer_ms=1e3 * statistics.median(calls),
    )


def video_images(path: Path, count: int) -> list[Image]:
    """The first pictures of a video, enlarged to 720p."""
    source = VideoSource(path)
    source.open()
    images: list[Image] = []
    while len(images) < count and (frame := source.read()) is not None:
        images.append(_to_size(frame.image))
    source.close()
    return images


def drawn_images(count: int) -> list[Image]:
    """A simulated patient at rest, where no clip is given."""
    from coach.face.patient import SimulatedPatient
    from coach.face.source import DrawnFaceSource

    source = DrawnFaceSource(SimulatedPatient(seed=1), SIZE, FPS, live=False)
    source.open()
    images: list[Image] = []
    while len(images) < count and (frame := source.read()) is not None:
        images.append(frame.image)
    source.close()
    return images


def bench_images(video: Path | None, count: int) -> list[Image]:
    """From the video, else from the clip folder (COACH_CLIPS or ../shared/clips), else drawn."""
    if video is None:
        shared = Path(__file__).resolve().parents[3] / "shared" / "clips"
        clip = Path(os.environ.get("COACH_CLIPS", shared)) / "smile_left_weak.mp4"
        video = clip if clip.is_file() else None
    return video_images(video, count) if video is not None else drawn_images(count)


def _to_size(image: Image) -> Image:
    """The whole picture at 720p, black at the sides."""
    scale = min(SIZE[0] / image.shape[1], SIZE[1] / image.shape[0])
    width, height = round(image.shape[1] * scale), round(image.shape[0] * scale)
    canvas = np.zeros((SIZE[1], SIZE[0], 3), np.uint8)
    left, top = (SIZE[0] - width) // 2, (SIZE[1] - height) // 2
    canvas[top : top + height, left : left + width] = cv2.resize(image, (width, height))
    return canvas


def nothing_more() -> Consumer:
    """Makes a consumer that does nothing: what capture and landmarks alone cost."""
    return lambda _frame, _face: None


def main(make_consumer: MakeConsumer = nothing_more) -> BenchResult:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--video", type=Path, default=None, help="a video to take pictures from")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--frames", type=int, default=200)
    arguments = parser.parse_args()
    images = bench_images(arguments.video, arguments.frames)
    result = measure(images, make_consumer, arguments.rounds)
    print(result)
    return result


if __name__ == "__main__":
    main()
