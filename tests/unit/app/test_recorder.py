"""The recorder against a real practice log, and against one whose disk is full for a while."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.app.recorder import FLUSH_EVERY_S, SessionRecorder
from coach.app.session_header import session_header, source_record
from coach.app.session_shelf import SessionShelf
from coach.domain.blinks import BlinkSummary
from coach.domain.course import CourseEntry, CourseKind
from coach.domain.errors import DatabaseError
from coach.domain.events import (
    BaselineMeasured,
    Eased,
    ExerciseChanged,
    ExerciseFinished,
    HurtReported,
    PhaseStarted,
    RepDone,
    RestChecked,
    TalkingDone,
)
from coach.domain.exercise import Phase, Plan
from coach.domain.frames import SourceInfo
from coach.domain.measures import N_MEASURES, HeadPose, MeasureFrame
from coach.domain.movements import Movement, Region
from coach.domain.quality import QualityReason
from coach.domain.session import (
    BaselineRecord,
    DriftRecord,
    EngineInfo,
    LoggedFrame,
    PerSide,
    QualitySummary,
    RepRecord,
    SessionRecord,
    SourceRecord,
)
from coach.domain.sides import Side
from coach.domain.spontaneous import SpontaneousSummary
from coach.storage.database import Database
from coach.storage.sessions import SessionRepository

INFO = SourceInfo("drawn_face", "Drawn face", (640, 480), 30.0, live=False)


def header() -> SessionRecord:
    return session_header(Plan("p", "P", ()), None, INFO, EngineInfo("mesh", "1", "0" * 64))


def row(index: int, reason: QualityReason | None = None) -> LoggedFrame:
    measures = MeasureFrame(
        index,
        index * 33_333_333,
        np.full(N_MEASURES, float(index)),
        HeadPose(0.0, 0.0, 0.0),
        0.2,
        reason,
    )
    return LoggedFrame(measures, index / 30, "rest")


def rep(index: int) -> RepRecord:
    return RepRecord(
        index=index, exercise_id="smile_closed", movement=Movement.SMILE_CLOSED, set_index=0,
        start_s=index, hold_start_s=index + 0.2, hold_end_s=index + 0.4, end_s=index + 0.6,
        scored=True, reason=None, excursion_mm=PerSide(3.0, 5.0), uncertainty_mm=0.5,
        affected_pct_of_healthy=None, end_difference_mm=-2.0, onset_lag_ms=None,
    )  # fmt: skip


class FullDisk:
    """A practice log that refuses every write while `full`, and lets the real one work else."""

    def __init__(self, inner: SessionRepository) -> None:
        self.inner, self.full = inner, False

    def _check(self) -> None:
        if self.full:
            raise DatabaseError("The disk is full.", "Make room.")

    def begin(self, record: SessionRecord) -> None:
        self._check()
        self.inner.begin(record)

    def add_rep(self, session_id: str, rep: RepRecord, frames: Sequence[LoggedFrame]) -> None:
        self._check()
        self.inner.add_rep(session_id, rep, frames)

    def add_frames(self, session_id: str, frames: Sequence[LoggedFrame]) -> None:
        self._check()
        self.inner.add_frames(session_id, frames)

    def set_baseline(self, session_id: str, baseline: BaselineRecord) -> None:
        self._check()
        self.inner.set_baseline(session_id, baseline)

    def add_drift(self, session_id: str, look: DriftRecord) -> None:
        self._check()
        self.inner.add_drift(session_id, look)

    def add_spontaneous(self, session_id: str, check: SpontaneousSummary) -> None:
        self._check()
        self.inner.add_spontaneous(session_id, check)

    def add_course(self, session_id: str, entry: CourseEntry) -> None:
        self._check()
        self.inner.add_course(session_id, entry)

    def finish(
        self,
        session_id: str,
        source: SourceRecord,
        quality: QualitySummary,
        finished: bool,
        blinks: BlinkSummary | None = None,
    ) -> None:
        self._check()
        self.inner.finish(session_id, source, quality, finished, blinks)


@pytest.fixture
def log(tmp_path: Path) -> Iterator[FullDisk]:
    with Database.open(tmp_path / "practice.db") as database:
        yield FullDisk(SessionRepository(database))


def indexes(frames: Sequence[LoggedFrame]) -> list[int]:
    return [frame.measures.index for frame in frames]


def test_looks_at_the_resting_face_are_kept_as_they_come(log: FullDisk) -> None:
    recorder = SessionRecorder(log, header(), lambda message, hint: None)
    recorder.add_event(RestChecked(31.5, Region.MOUTH, Side.LEFT, 0.4))
    recorder.add_event(RestChecked(74.0, Region.BROW, Side.RIGHT, 2.1))
    looks = (
        DriftRecord(31.5, Region.MOUTH, Side.LEFT, 0.4),
        DriftRecord(74.0, Region.BROW, Side.RIGHT, 2.1),
    )
    assert log.inner.load(recorder.session_id).drift == looks  # before the session is over
    assert recorder.finish(source_record(INFO, 0), completed=True).drift == looks


def test_the_course_is_kept_as_it_goes(log: FullDisk) -> None:
    recorder = SessionRecorder(log, header(), lambda message, hint: None)
    for event in (
        PhaseStarted(1.0, Phase.SETUP, "", 0, 0, None),
        PhaseStarted(9.0, Phase.DEMONSTRATE, "smile", 0, 0, 8.0),
        PhaseStarted(17.0, Phase.GET_READY, "smile", 0, 0, 3.0),
        Eased(20.0, "smile"),
        ExerciseChanged(30.0, "pucker", "smile", postponed=True),
        ExerciseFinished(60.0, "pucker", skipped=False),
        HurtReported(70.0, "smile"),
        ExerciseFinished(75.0, "smile", skipped=True),
    ):
        recorder.add_event(event)
    course = (
        CourseEntry(9.0, CourseKind.BEGUN, "smile"),
        CourseEntry(20.0, CourseKind.EASED, "smile"),
        CourseEntry(30.0, CourseKind.POSTPONED, "smile", "pucker"),
        CourseEntry(60.0, CourseKind.DONE, "pucker"),
        CourseEntry(70.0, CourseKind.HURT, "smile"),
        CourseEntry(75.0, CourseKind.LEFT, "smile"),
    )
    assert log.inner.load(recorder.session_id).course == course  # before the session is over
    log.full = True
    recorder.add_event(ExerciseChanged(80.0, "snarl", "frown", postponed=False))
    log.full = False
    whole = (*course, CourseEntry(80.0, CourseKind.SWAPPED, "frown", "snarl"))
    assert recorder.finish(source_record(INFO, 0), completed=True).course == whole
    assert log.inner.load(recorder.session_id).course == whole


def test_minutes_of_talking_are_kept_as_they_come(log: FullDisk) -> None:
    recorder = SessionRecorder(log, header(), lambda message, hint: None)
    checks = [
        SpontaneousSummary(
            "read_aloud", at, at + 60.0, 58.0, 49.5, PerSide(2.5, 4.0), 62.5, 4.25, None, ()
        )
        for at in (40.0, 130.0)
    ]
    for check in checks:
        recorder.add_event(TalkingDone(check.end_s, check))
    assert log.inner.load(recorder.session_id).spontaneous == tuple(checks)
    assert recorder.record().spontaneous == tuple(checks)


def test_the_alignments_misfit_is_the_median_of_the_scored_pictures(log: FullDisk) -> None:
    recorder = SessionRecorder(log, header(), lambda message, hint: None)
    for index, misfit in enumerate([0.3, 0.5, math.nan, 0.4, 9.0]):
        logged = row(index, QualityReason.YAW if misfit > 1 else None)
        misfitted = replace(logged.measures, alignment_residual_mm=misfit)
        recorder.add_frame(replace(logged, measures=misfitted))
    record = recorder.finish(source_record(INFO, 0), completed=True)
    assert record.quality.alignment_residual_mm == pytest.approx(0.4, abs=1e-6)  # a 32-bit float
    stored = log.inner.load(record.id).quality.alignment_residual_mm
    assert stored == record.quality.alignment_residual_mm


def test_a_session_comes_back_as_it_was_recorded(log: FullDisk) -> None:
    told: list[str] = []
    recorder = SessionRecorder(log, header(), lambda message, hint: told.append(message))
    recorder.add_event(BaselineMeasured(0.0, BaselineRecord(PerSide(9.0, 9.1), 0.2, {})))
    for index in range(40):
        recorder.add_frame(row(index, QualityReason.YAW if index < 10 else None))
        if index == 20:
            recorder.add_event(RepDone(0.7, rep(0)))
    record = recorder.finish(source_record(INFO, dropped=2), completed=True)
    assert recorder.saved
    assert told == []
    stored = log.inner.load(record.id)
    assert indexes(log.inner.frames(record.id)) == list(range(40))
    assert stored.reps == record.reps == (rep(0),)
    assert stored.baseline == record.baseline
    assert stored.finished
    assert stored.source.dropped == 2
    assert stored.quality.valid_share == pytest.approx(0.75)
    assert stored.quality.reasons == {"yaw": 10}
    # 33.333333 ms apart, so 30 pictures a second but for rounding of the stamps.
    assert stored.quality.effective_fps == pytest.approx(30.0, rel=1e-6)


def test_a_repetition_is_committed_with_its_frames_at_once(log: FullDisk) -> None:
    recorder = SessionRecorder(log, header(), lambda message, hint: None)
    recorder.add_frame(row(0))
    assert log.inner.frames(recorder.session_id) == []
    recorder.add_event(RepDone(0.1, rep(0)))
    assert indexes(log.inner.frames(recorder.session_id)) == [0]
    assert len(log.inner.load(recorder.session_id).reps) == 1


def test_frames_do_not_wait_longer_than_the_limit(log: FullDisk) -> None:
    recorder = SessionRecorder(log, header(), lambda message, hint: None)
    count = int(FLUSH_EVERY_S * 30) + 2
    for index in range(count):
        recorder.add_frame(row(index))
    waiting = count - len(log.inner.frames(recorder.session_id))
    assert waiting < count / 2


def test_a_full_disk_does_not_stop_the_session_and_nothing_is_lost(log: FullDisk) -> None:
    told: list[str] = []
    recorder = SessionRecorder(log, header(), lambda message, hint: told.append(message))
    recorder.add_frame(row(0))
    recorder.add_event(RepDone(0.1, rep(0)))
    log.full = True
    for index in (1, 2):
        recorder.add_frame(row(index))
        recorder.add_event(RepDone(0.2, rep(index)))
    assert len(told) == 1
    assert indexes(recorder.unsaved_frames()) == [1, 2]
    assert indexes(log.inner.frames(recorder.session_id)) == [0]
    log.full = False
    recorder.add_frame(row(3))
    recorder.finish(source_record(INFO, 0), completed=True)
    assert len(told) == 2  # said once that it failed, once that it works again
    assert indexes(log.inner.frames(recorder.session_id)) == [0, 1, 2, 3]
    assert [r.index for r in log.inner.load(recorder.session_id).reps] == [0, 1, 2]


def test_what_was_never_saved_can_still_be_exported(log: FullDisk) -> None:
    recorder = SessionRecorder(log, header(), lambda message, hint: None)
    recorder.add_frame(row(0))
    recorder.add_event(RepDone(0.1, rep(0)))
    log.full = True
    recorder.add_frame(row(1))
    recorder.add_event(RepDone(0.2, rep(1)))
    record = recorder.finish(source_record(INFO, 0), completed=False)
    shelf = SessionShelf(log.inner)
    shelf.keep(record, recorder.unsaved_frames())
    fetched, frames = shelf.fetch(record.id)
    assert indexes(frames) == [0, 1]
    assert [r.index for r in fetched.reps] == [0, 1]


@given(st.lists(st.sampled_from(["frame", "rep", "full", "free"]), max_size=40))
def test_saved_and_unsaved_frames_are_always_all_frames_in_order(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str]
) -> None:
    with Database.open(tmp_path_factory.mktemp("log") / "practice.db") as database:
        log = FullDisk(SessionRepository(database))
        recorder = SessionRecorder(log, header(), lambda message, hint: None)
        frames = reps = 0
        for step in steps:
            if step == "frame":
                recorder.add_frame(row(frames))
                frames += 1
            elif step == "rep":
                recorder.add_event(RepDone(0.0, rep(reps)))
                reps += 1
            else:
                log.full = step == "full"
        recorder.finish(source_record(INFO, 0), completed=True)
        saved = indexes(log.inner.frames(recorder.session_id))
        assert saved + indexes(recorder.unsaved_frames()) == list(range(frames))
        if not log.full:
            assert recorder.saved
            assert [r.index for r in log.inner.load(recorder.session_id).reps] == list(range(reps))
