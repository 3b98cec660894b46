"""The whole of a session's work, analysis, coaching and logging on, against bare inference.

Same pictures, same run, turn by turn (see `pipeline_bench`). The consumer is what runs on the
landmark thread of a real session: `SessionEngine` with pixel refinement, and `SessionRecorder` on a
real SQLite file.

    python -m tests.bench.session_bench [--video FILE] [--rounds N] [--frames N]
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path

from coach.analysis.analyser import FaceAnalyser
from coach.app.python_lock import take_short_turns
from coach.app.recorder import SessionRecorder
from coach.app.session_header import session_header
from coach.capture.litert_landmarker import LiteRtLandmarker
from coach.capture.pixels import OpenCvPixels
from coach.coaching.analysis_tools import real_analysis
from coach.coaching.engine import SessionEngine
from coach.coaching.library import exercises_dir, load_exercises
from coach.domain.exercise import Plan
from coach.domain.frames import Frame, Image, SourceInfo
from coach.domain.landmarks import FaceFrame
from coach.domain.session import EngineInfo
from coach.domain.sides import Affected
from coach.storage.database import Database
from coach.storage.sessions import SessionRepository
from tests.bench.machine import Machine
from tests.bench.pipeline_bench import FPS, SIZE, Consumer, bench_images, measure

#: Set-up check, rest face (4 s of pictures) and then the exercise, so that refinement is measured.
FRAMES = 420
#: Throughput is counted from here, when the rest face is known: learning it takes about 0.1 s once
#: a session, which would weigh twenty times too much in a run of 14 s of pictures.
SKIP = 180


def make_session(plan: Plan, database: Database) -> Consumer:
    """Consumer of one session: engine, log, events."""
    engine = SessionEngine(plan, Affected.LEFT, analysis=real_analysis(OpenCvPixels()))
    source = SourceInfo("video", "bench", SIZE, FPS, live=False)
    header = session_header(plan, Affected.LEFT, source, EngineInfo("bench", "0", "0" * 64))
    recorder = SessionRecorder(SessionRepository(database), header, lambda *_: None)

    def consume(frame: Frame, face: FaceFrame) -> None:
        events = engine.step(face, frame.image)
        if engine.logged is not None:
            recorder.add_frame(engine.logged)
        for event in events:
            recorder.add_event(event)

    return consume


def analysis_ms(images: list[Image]) -> tuple[float, float]:
    """Median milliseconds a picture of landmarks, and of analysis once the rest face is known."""
    landmarker = LiteRtLandmarker()
    analyser = FaceAnalyser(pixels=OpenCvPixels())
    analyser.start_baseline()
    landmarks, analysis = [], []
    for index, image in enumerate(images):
        began = time.perf_counter()
        face = landmarker.detect(Frame(image, index, round(index * 1e9 / FPS)))
        between = time.perf_counter()
        analyser.step(face, image)
        ended = time.perf_counter()
        if analyser.baseline is None:
            analyser.finish_baseline()
        else:
            landmarks.append(between - began)
            analysis.append(ended - between)
    landmarker.close()
    return 1e3 * statistics.median(landmarks), 1e3 * statistics.median(analysis)


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--video", type=Path, default=None, help="a video to take pictures from")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--frames", type=int, default=FRAMES)
    arguments = parser.parse_args()
    images = bench_images(arguments.video, arguments.frames)
    take_short_turns()  # as every session does
    plan = load_exercises(exercises_dir()).programme("smile")
    with tempfile.TemporaryDirectory() as folder:
        database = Database.open(Path(folder) / "bench.db")
        machine = Machine()
        result = measure(images, lambda: make_session(plan, database), arguments.rounds, SKIP)
        load = str(machine)
        database.close()
    inference, analysis = analysis_ms(images)
    print(result)
    print(load)
    print(
        f"analysis alone     {analysis:6.2f} ms a picture, {analysis / inference:.3f} of "
        f"landmarks in the same loop ({inference:.2f} ms)"
    )


if __name__ == "__main__":
    main()
