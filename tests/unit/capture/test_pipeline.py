from __future__ import annotations

import threading
import time
from collections.abc import Callable

import numpy as np
import pytest

from coach.capture.faults import Fault, FaultKind, FaultySource
from coach.capture.landmarker import Landmarker
from coach.capture.pipeline import Pipeline, PipelineState, PipelineStatus
from coach.capture.source import FrameSource
from coach.domain.errors import EngineError, InputError, SourceError
from coach.domain.frames import Frame, SourceInfo
from coach.domain.landmarks import FaceFrame
from tests.fixtures.pictures import NoiseSource, StillLandmarker

PATIENCE_S = 10.0


class Harness:
    """A pipeline with its results and states, each with the time it came."""

    def __init__(
        self,
        source: FrameSource,
        make: Callable[[], Landmarker] = StillLandmarker,
        *,
        on_result: Callable[[Frame], None] = lambda _frame: None,
        lossless: bool = False,
        lost_after_s: float = 1.0,
    ) -> None:
        self.frames: list[Frame] = []
        self.faces: list[FaceFrame] = []
        self.statuses: list[PipelineStatus] = []
        self.times: list[float] = []
        self._changed = threading.Condition()
        self._on_result = on_result
        self.pipeline = Pipeline(
            source,
            make,
            self._take,
            self._status,
            lossless=lossless,
            lost_after_s=lost_after_s,
        )

    def _take(self, frame: Frame, face: FaceFrame) -> None:
        self._on_result(frame)
        with self._changed:
            self.frames.append(frame)
            self.faces.append(face)
            self._changed.notify_all()

    def _status(self, status: PipelineStatus) -> None:
        with self._changed:
            self.statuses.append(status)
            self.times.append(time.monotonic())
            self._changed.notify_all()

    @property
    def states(self) -> list[PipelineState]:
        return [s.state for s in self.statuses]

    def wait(self, condition: Callable[[], bool]) -> None:
        with self._changed:
            assert self._changed.wait_for(condition, PATIENCE_S), self.statuses

    def wait_for(self, *states: PipelineState) -> None:
        self.wait(lambda: self.states[-len(states) :] == list(states))

    def run(self) -> None:
        """From start to the final state."""
        self.pipeline.start()
        self.wait(lambda: bool(self.states) and self.states[-1].final)
        assert self.pipeline.join(PATIENCE_S)

    def stop(self) -> None:
        self.pipeline.stop()
        assert self.pipeline.join(PATIENCE_S)


S = PipelineState


def test_lossless_gives_every_picture_in_order_with_its_own_landmarks() -> None:
    h = Harness(NoiseSource(200, kind="video"), lossless=True)
    h.run()
    assert [f.index for f in h.frames] == list(range(200))
    assert [f.index for f in h.faces] == list(range(200))
    assert h.states == [S.STARTING, S.RUNNING, S.ENDED]
    stats = h.pipeline.stats()
    assert (stats.captured, stats.analysed, stats.dropped) == (200, 200, 0)
    assert stats.effective_fps == pytest.approx(60.0, rel=1e-6)  # the stamps' own rate


def test_a_slow_engine_gets_the_newest_picture_and_the_rest_is_counted() -> None:
    source = NoiseSource(60, fps=200.0, live=True)
    h = Harness(source, lambda: StillLandmarker(lambda _frame: time.sleep(0.02)))
    h.run()
    stats = h.pipeline.stats()
    assert 50 < stats.captured <= 60  # less what came before the engine was ready
    assert stats.dropped > 20
    assert stats.analysed + stats.dropped == stats.captured
    indices = [f.index for f in h.frames]
    assert indices == sorted(indices)
    assert indices[-1] == 59


def test_pictures_from_before_the_engine_is_ready_are_not_called_dropped() -> None:
    def make() -> StillLandmarker:
        time.sleep(0.3)
        return StillLandmarker()

    h = Harness(NoiseSource(60, fps=100.0, live=True), make)
    h.run()
    stats = h.pipeline.stats()
    assert stats.analysed + stats.dropped == stats.captured
    assert stats.captured < 45  # some 30 of the 60 came before
    assert stats.dropped < 15


def test_a_slow_callback_sees_pictures_that_are_fresh_when_it_is_called() -> None:
    # Without the limit on overlap the picture in hand would be one callback old: 40 ms.
    ages: list[float] = []
    began = time.monotonic()

    def slow(frame: Frame) -> None:
        ages.append(time.monotonic() - began - frame.t_ns * 1e-9)
        time.sleep(0.04)

    h = Harness(NoiseSource(100, fps=200.0, live=True), on_result=slow)
    h.run()
    # One picture's spacing is 5 ms; the first pictures also wait for the threads to start.
    assert np.median(ages[5:]) - min(ages) < 0.02


def test_infos_are_there_when_it_runs() -> None:
    seen: list[object] = []
    h = Harness(NoiseSource(3, kind="video"), lossless=True)
    h._on_result = lambda _frame: seen.extend((h.pipeline.source_info, h.pipeline.engine_info))
    h.run()
    assert len(seen) == 6
    assert None not in seen


def test_stop_before_start_and_twice() -> None:
    h = Harness(NoiseSource())
    h.pipeline.stop()
    assert h.pipeline.join(1.0)
    h.pipeline.start()
    h.wait_for(S.STOPPED)
    h.stop()
    assert h.states == [S.STARTING, S.STOPPED]


def test_stop_while_running_closes_source_and_engine() -> None:
    source, engines = NoiseSource(live=True), list[StillLandmarker]()

    def make() -> StillLandmarker:
        engines.append(StillLandmarker())
        return engines[-1]

    h = Harness(source, make)
    h.pipeline.start()
    h.wait_for(S.RUNNING)
    h.stop()
    assert h.states[-1] is S.STOPPED
    assert engines[0].closed
    assert source.closes >= 1


def test_stop_from_the_callback() -> None:
    h = Harness(NoiseSource(live=True))
    h._on_result = lambda _frame: h.pipeline.stop()
    h.run()
    assert len(h.frames) == 1
    assert h.states[-1] is S.STOPPED


def test_stop_while_the_source_is_being_opened() -> None:
    class SlowToOpen(NoiseSource):
        def open(self) -> SourceInfo:
            time.sleep(0.3)
            return super().open()

    h = Harness(SlowToOpen())
    h.pipeline.start()
    h.stop()
    assert h.states == [S.STARTING, S.STOPPED]


@pytest.mark.parametrize("error", [SourceError("No camera.", "Plug one in."), InputError("No.")])
def test_a_source_that_cannot_be_opened(error: SourceError | InputError) -> None:
    class Broken(NoiseSource):
        def open(self) -> SourceInfo:
            raise error

    h = Harness(Broken())
    h.run()
    assert h.statuses[-1] == PipelineStatus(S.FAILED, error.message, error.hint)
    assert S.RUNNING not in h.states


def test_a_missing_camera_is_told_while_the_engine_still_loads() -> None:
    class Broken(NoiseSource):
        def open(self) -> SourceInfo:
            raise SourceError("No camera.")

    release = threading.Event()

    def make() -> StillLandmarker:
        release.wait(PATIENCE_S)
        return StillLandmarker()

    h = Harness(Broken(), make)
    h.pipeline.start()
    h.wait_for(S.STARTING, S.FAILED)
    release.set()
    assert h.pipeline.join(PATIENCE_S)
    assert h.states == [S.STARTING, S.FAILED]


def fail(_frame: Frame) -> None:
    raise ZeroDivisionError


def fail_plainly(_frame: Frame) -> None:
    raise EngineError("The engine broke.", "Start again.")


def make_failing() -> Landmarker:
    raise EngineError("The model is missing.", "Install it.")


@pytest.mark.parametrize(
    ("h", "message"),
    [
        (lambda: Harness(NoiseSource(live=True), on_result=fail), "internal problem"),
        (lambda: Harness(NoiseSource(live=True), lambda: StillLandmarker(fail)), "internal"),
        (lambda: Harness(NoiseSource(), lambda: StillLandmarker(fail_plainly)), "engine broke"),
        (lambda: Harness(NoiseSource(live=True), make_failing), "model is missing"),
    ],
)
def test_no_thread_dies_in_silence(h: Callable[[], Harness], message: str) -> None:
    harness = h()
    harness.run()
    assert harness.states[-1] is S.FAILED
    assert harness.states.count(S.FAILED) == 1
    assert message in harness.statuses[-1].message


def test_a_broken_listener_does_not_end_the_session() -> None:
    h = Harness(NoiseSource(20, kind="video"), lossless=True)
    take = h._status

    def fails(status: PipelineStatus) -> None:
        take(status)
        raise ZeroDivisionError

    h.pipeline._on_status = fails
    h.run()
    assert len(h.frames) == 20


@pytest.mark.parametrize("kind", [FaultKind.STALL, FaultKind.FREEZE])
def test_a_silent_camera_is_told_lost_within_a_second_and_comes_back(kind: FaultKind) -> None:
    fps = 60
    # The camera is silent for 1.4 s: longer than the limit, shorter than the grace before it is
    # opened again.
    fault = Fault(kind, start=30, count=int(1.4 * fps), duration_s=1.4)
    source = FaultySource(NoiseSource(fps=fps, live=True), [fault])
    last_good: list[float] = []
    h = Harness(
        source,
        on_result=lambda f: last_good.append(time.monotonic()) if f.index < 30 else None,
    )
    h.pipeline.start()
    h.wait_for(S.RUNNING, S.LOST)
    lost_after = h.times[-1] - last_good[-1]
    # The limit, plus the poll of 0.05 s and one thread switch on a busy machine.
    assert 0.9 < lost_after < 1.0 + 0.05 + 0.15
    h.wait_for(S.LOST, S.RUNNING)
    h.stop()
    source.close_inner()
    assert h.statuses[2].message == "No new pictures are coming from the camera."


def test_a_frozen_camera_gives_no_picture_twice() -> None:
    fault = Fault(FaultKind.FREEZE, start=10, count=20)
    source = FaultySource(NoiseSource(60, fps=200), [fault])
    h = Harness(source, lossless=True)
    h.run()
    source.close_inner()
    indices = [f.index for f in h.frames]
    assert indices == [*range(10), *range(30, 60)]
    assert h.pipeline.stats().captured == 40


def test_an_unplugged_camera_is_opened_again_with_patience() -> None:
    # Fails at once, then refuses two attempts to open it (after 0 and 0.5 s) before it is back.
    fault = Fault(FaultKind.UNPLUG, start=20, count=3)
    source = FaultySource(NoiseSource(fps=120, live=True), [fault])
    h = Harness(source)
    h.pipeline.start()
    h.wait_for(S.RUNNING, S.LOST)
    assert h.statuses[-1].message == "The camera was unplugged."
    h.wait_for(S.LOST, S.RUNNING)
    back = h.times[-1] - h.times[-2]
    assert 1.4 < back < 2.5  # 0.5 s and 1 s between the attempts, and their polls
    h.wait(lambda: h.frames[-1].index > 25)
    h.stop()
    source.close_inner()
    indices = [f.index for f in h.frames]
    assert indices == sorted(set(indices))
    assert h.pipeline.stats().captured >= len(indices)


def test_a_blocked_driver_cannot_hold_up_the_end() -> None:
    class Deaf(NoiseSource):
        """Blocks in its fifth read and hears nobody for a second."""

        def read(self) -> Frame | None:
            if self._next == 4:
                time.sleep(1.0)
            return super().read()

    h = Harness(Deaf(fps=120, live=True))
    h.pipeline.start()
    h.wait(lambda: len(h.frames) == 4)
    began = time.monotonic()
    h.pipeline.stop()
    h.wait_for(S.STOPPED)
    assert time.monotonic() - began < 0.8  # half a second's patience
    assert h.pipeline.join(PATIENCE_S)


def test_a_file_is_never_lost_nor_opened_again() -> None:
    source = NoiseSource(5, kind="video", live=True)
    h = Harness(source, on_result=lambda _frame: time.sleep(0.15), lossless=True, lost_after_s=0.1)
    h.run()
    assert h.states == [S.STARTING, S.RUNNING, S.ENDED]
    assert source.opens == 1


def test_a_drawn_face_that_stalls_is_told_but_never_started_again() -> None:
    inner = NoiseSource(fps=60, live=True)
    stall = Fault(FaultKind.STALL, start=10, duration_s=1.6)  # beyond limit and grace
    source = FaultySource(inner, [stall], kind="drawn_face")
    h = Harness(source, lost_after_s=0.2)
    h.pipeline.start()
    h.wait_for(S.RUNNING, S.LOST, S.RUNNING)
    h.stop()
    source.close_inner()
    assert inner.opens == 1


def test_a_file_that_fails_in_the_middle_is_told() -> None:
    fault = Fault(FaultKind.UNPLUG, start=5, count=1)
    h = Harness(FaultySource(NoiseSource(20, kind="video"), [fault], kind="video"), lossless=True)
    h.run()
    assert h.statuses[-1] == PipelineStatus(
        S.FAILED, "The camera was unplugged.", "Plug it in again."
    )


def test_other_faults_pass_through() -> None:
    faults = [
        Fault(FaultKind.DROP, 5, 3),
        Fault(FaultKind.DARK, 10, 5),
        Fault(FaultKind.WRONG_SIZE, 20, 5),
    ]
    source = FaultySource(NoiseSource(40, kind="video"), faults, kind=None)
    h = Harness(source, lossless=True)
    h.run()
    source.close_inner()
    by_index = {f.index: f for f in h.frames}
    assert {5, 6, 7}.isdisjoint(by_index)
    assert by_index[12].image.max() < 16
    assert by_index[22].size == (32, 24)
    assert len(h.frames) == 37
