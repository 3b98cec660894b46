from __future__ import annotations

import threading
import time

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from coach.app.bridge import PipelineBridge
from coach.app.snapshot import Snapshot
from coach.domain.coach_state import CoachState, SideReading
from coach.domain.exercise import Phase
from coach.domain.frames import Frame
from coach.domain.landmarks import FaceFrame
from coach.domain.measures import N_MEASURES, HeadPose, MeasureFrame

NOTHING = SideReading(None, None)
STATE = CoachState(
    t_s=0.0, phase=Phase.SETUP, paused=False, source_lost=False, exercise=None, exercise_index=0,
    exercise_count=1, set_index=0, rep_index=0, phase_elapsed_s=0.0, phase_duration_s=None,
    progress=0.0, left=NOTHING, right=NOTHING, target_mm=0.0, headline="", cue="", quality=None,
    synkinesis=None, reps_done=0, reps_scored=0,
)  # fmt: skip
IMAGE = np.zeros((2, 2, 3), dtype=np.uint8)


def snapshot(index: int) -> Snapshot:
    measures = MeasureFrame(
        index, index, np.full(N_MEASURES, np.nan), HeadPose(0, 0, 0), np.nan, None
    )
    face = FaceFrame(None, index, index, (2, 2), 0)
    return Snapshot(Frame(IMAGE, index, index), face, measures, STATE, 30.0, 0)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.booleans(), max_size=60))
def test_the_newest_is_taken_once_and_nothing_older_comes_after_it(steps: list[bool]) -> None:
    bridge = PipelineBridge()
    published = -1
    taken: list[int] = []
    for number, publish in enumerate(steps):
        if publish:
            bridge.publish(snapshot(number))
            published = number
        elif (got := bridge.take()) is not None:
            assert got.frame.index == published
            taken.append(got.frame.index)
    assert taken == sorted(set(taken))


def test_many_pictures_cause_one_notification(qtbot: QtBot) -> None:
    bridge = PipelineBridge()
    taken: list[int | None] = []

    def on_ready() -> None:
        got = bridge.take()
        taken.append(got.frame.index if got else None)

    bridge.ready.connect(on_ready)

    def produce() -> None:
        for i in range(200):
            bridge.publish(snapshot(i))

    worker = threading.Thread(target=produce)
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: bool(taken), timeout=2000)
    qtbot.wait(20)
    assert taken == [199]


def test_a_receiver_that_takes_nothing_is_told_again(qtbot: QtBot) -> None:
    bridge = PipelineBridge()
    told: list[None] = []
    bridge.ready.connect(lambda: told.append(None))
    for number in (1, 2):
        bridge.publish(snapshot(number))
        qtbot.waitUntil(lambda n=number: len(told) == n, timeout=2000)  # type: ignore[misc]


def test_a_slow_screen_is_never_more_than_one_picture_behind(qtbot: QtBot) -> None:
    """Newest wins: a 20 ms screen under a 1000 fps source shows pictures at most ~one slot old."""
    bridge = PipelineBridge()
    ages_ms: list[float] = []
    indexes: list[int] = []

    def on_ready() -> None:
        got = bridge.take()
        assert got is not None
        ages_ms.append((time.monotonic_ns() - got.frame.t_ns) * 1e-6)
        indexes.append(got.frame.index)
        time.sleep(0.02)

    bridge.ready.connect(on_ready)

    def produce() -> None:
        for i in range(300):
            made = snapshot(i)
            bridge.publish(
                Snapshot(
                    Frame(IMAGE, i, time.monotonic_ns()), made.face, made.measures, STATE, 30.0, 0
                )
            )
            time.sleep(0.001)

    worker = threading.Thread(target=produce)
    worker.start()
    qtbot.waitUntil(lambda: not worker.is_alive(), timeout=5000)
    qtbot.waitUntil(lambda: bool(indexes) and indexes[-1] == 299, timeout=2000)
    assert indexes == sorted(indexes)
    # A queue would have let the age grow to seconds; 100 ms leaves room for a busy machine.
    assert sorted(ages_ms)[len(ages_ms) // 2] < 100
