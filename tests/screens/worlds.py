"""Practice logs that a window is opened on: nobody's yet, an empty one, months of practice."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from random import Random
from typing import Final

from coach.app.consent import CONSENT_VERSION, WELCOME_VERSION
from coach.domain.blinks import BlinkSummary
from coach.domain.exercise import Stage
from coach.domain.feedback import SessionFeedback
from coach.domain.movements import Movement, Region
from coach.domain.profile import Cause, Profile
from coach.domain.quality import RepReason
from coach.domain.session import (
    Coupling,
    PerSide,
    QualitySummary,
    RepRecord,
    SessionRecord,
    SourceRecord,
    SynkinesisFlag,
    SynkinesisRule,
)
from coach.domain.sides import Affected, Side
from coach.domain.spontaneous import SpontaneousPair, SpontaneousSummary, Trigger
from coach.storage.database import Database
from coach.storage.feedback import FeedbackRepository
from coach.storage.ids import new_id
from coach.storage.profiles import ProfileRepository
from coach.storage.sessions import SessionRepository
from coach.storage.settings import Settings
from tests.fixtures.records import BASELINE, ENGINE, smile_frames

CAMERA: Final = SourceRecord("webcam", (1280, 720), 30.0, 2)
QUALITY: Final = QualitySummary(0.97, 29.8, {"yaw": 12}, 0.21)
_DAYS_AGO: Final = (83, 80, 77, 73, 70, 66, 63, 59, 56, 52, 48, 44, 41, 37, 33, 30, 26, 22, 19, 15,
                    12, 9, 7, 5, 3, 2, 1, 0)  # fmt: skip
_YEAR_DAYS: Final = 365


class World(StrEnum):
    """What is there when the window opens."""

    FRESH = "fresh"  # the very first start
    EMPTY = "empty"  # welcomed, nothing practised
    MONTHS = "months"  # three months of practice
    YEAR = "year"  # a year of daily practice
    BROKEN_OFF = "broken_off"  # today's practice stopped in the middle
    SHUT = "shut"  # a warning sign was reported


@dataclass(frozen=True, slots=True)
class Person:
    """Who has answered what."""

    settings: Settings
    profile: Profile


def person(world: World, today: date) -> Person:
    """The choices and the answers that go with a world."""
    if world is World.FRESH:
        return Person(Settings(voice=False, sounds=False), Profile())
    settings = Settings(
        affected=Affected.LEFT,
        voice=False,
        sounds=False,
        welcomed=WELCOME_VERSION,
        agreed=CONSENT_VERSION,
        cards_read=f"{today.isoformat()}",
        offer_snapshots=world is World.MONTHS,
    )
    known = Profile(
        cause=Cause.BELLS_PALSY,
        stage=Stage.SYNKINETIC,
        onset=today - timedelta(days=420),
        movement_seen=True,
        operated=False,
        injected=False,
        has_therapist=True,
        stop_sign=world is World.SHUT,
    )
    return Person(settings, known)


def fill(database: Database, world: World, today: date) -> None:
    """Write what the world's person has told and done."""
    profiles = ProfileRepository(database)
    if world is not World.FRESH:
        profiles.save(person(world, today).profile, profiles.load().version)
    if world is World.MONTHS:
        for i, ago in enumerate(_DAYS_AGO):
            _practise(database, today - timedelta(days=ago), i)
    if world is World.YEAR:
        for day in range(_YEAR_DAYS):
            _practise_smiling(database, today - timedelta(days=_YEAR_DAYS - 1 - day), day)
    if world is World.BROKEN_OFF:
        _break_off(database)


def newest_session(database: Database) -> SessionRecord:
    """The last one in the log."""
    repository = SessionRepository(database)
    return repository.load(repository.list()[0].id)


def header(created: datetime, plan: Sequence[str]) -> SessionRecord:
    """A session at its start."""
    return SessionRecord(
        id=new_id(),
        program_name="facial-retraining-coach",
        program_version="0.1.0",
        created=created,
        source=CAMERA,
        engine=ENGINE,
        plan=tuple(plan),
        movement=None,
        affected=Affected.LEFT,
        baseline=BASELINE,
        quality=QualitySummary(0.0, 0.0, {}),
        reps=(),
        finished=False,
        plan_id="first_session",
    )


def repetition(
    index: int, movement: Movement, healthy: float, share: float, flagged: float = 0.0
) -> RepRecord:
    """One repetition: `share` of the healthy side's movement, a co-movement of `flagged` %."""
    start = 12.0 * index
    eye = SynkinesisFlag(
        Region.EYE, Side.LEFT, flagged, "pct", 2 if flagged > 25 else 1, start + 3.4, start + 10.1,
        start + 6.0, 10.0, SynkinesisRule.OTHER_SIDE,
    )  # fmt: skip
    closing = movement is Movement.EYE_CLOSURE
    return RepRecord(
        index=index,
        exercise_id=str(movement),
        movement=movement,
        set_index=0,
        start_s=start + 2.3,
        hold_start_s=start + 5.0,
        hold_end_s=start + 8.0,
        end_s=start + 10.8,
        scored=True,
        reason=None,
        excursion_mm=PerSide(healthy * share, healthy),
        uncertainty_mm=0.31,
        affected_pct_of_healthy=100 * share,
        affected_pct_uncertainty=9.2,
        end_difference_mm=healthy * (share - 1),
        onset_lag_ms=120.0,
        synkinesis=(eye,) if flagged else (),
        couplings=() if closing else (Coupling(Region.EYE, Side.LEFT, 1 + flagged / 6, "pct"),),
        closure_pct=PerSide(100 * share, 99.0) if closing else PerSide(None, None),
        closure_uncertainty_pct=4.0 if closing else None,
    )


def _practise(database: Database, day: date, number: int) -> None:
    random = Random(number)
    repository = SessionRepository(database)
    morning = datetime.combine(day, time(9, 10)).astimezone()
    created = min(morning, datetime.now(UTC).astimezone())  # today's is not practised ahead
    plan = ("smile_closed", "eye_closure", "brow_raise")
    record = header(created, plan)
    repository.begin(record)
    repository.set_baseline(record.id, BASELINE)
    gain = 1 - math.exp(-number / 12)
    index, last = 0, number == len(_DAYS_AGO) - 1
    for movement, healthy, share in (
        (Movement.SMILE_CLOSED, 6.4, 0.45 + 0.3 * gain),
        (Movement.EYE_CLOSURE, 9.2, 0.86 + 0.08 * gain),
        (Movement.BROW_RAISE, 5.0, 0.5),
    ):
        for i in range(4):
            size, even = healthy * random.gauss(1, 0.04), share + random.gauss(0, 0.03)
            eye = 14.0 if movement is Movement.SMILE_CLOSED and i < 3 - number // 10 else 0.0
            rep = repetition(index, movement, size, even, eye)
            if last and index == 7:
                rep = _unscored(rep)
            frames = smile_frames(1, seed=index, start_s=12.0 * index) if last and i < 2 else []
            repository.add_rep(record.id, rep, frames)
            index += 1
    if number % 5 == 2:
        repository.add_spontaneous(record.id, _talking(0.5 + 0.2 * gain))
    repository.finish(record.id, CAMERA, QUALITY, True, _blinks(0.7 + 0.2 * gain))
    felt = SessionFeedback(record.id, created, 2, 3 - number // 12, 1 if number % 7 == 0 else 0, 3)
    if not last:
        FeedbackRepository(database).save(felt)


def _practise_smiling(database: Database, day: date, number: int) -> None:
    """A short session of one movement that becomes more even within half a year."""
    random = Random(1000 + number)
    repository = SessionRepository(database)
    morning = datetime.combine(day, time(8, 30)).astimezone()
    record = header(min(morning, datetime.now(UTC).astimezone()), ("smile_closed",))
    repository.begin(record)
    repository.set_baseline(record.id, BASELINE)
    gain = 1 - math.exp(-number / 90)
    form = random.gauss(0, 0.04)  # a face has good days and others
    for i in range(3):
        size = 6.4 * random.gauss(1, 0.05)
        share = 0.45 + 0.35 * gain + form + random.gauss(0, 0.03)
        eye = max(14.0 - number / 20, 0.0) if random.random() < 0.4 else 0.0
        repository.add_rep(record.id, repetition(i, Movement.SMILE_CLOSED, size, share, eye), [])
    repository.finish(record.id, CAMERA, QUALITY, True, _blinks(0.7 + 0.2 * gain))


def _break_off(database: Database) -> None:
    repository = SessionRepository(database)
    created = datetime.now(UTC).astimezone() - timedelta(minutes=40)
    record = header(created, ("rest", "brow_raise", "eye_closure", "smile_closed"))
    repository.begin(record)
    for i in range(3):
        repository.add_rep(record.id, repetition(i, Movement.BROW_RAISE, 5.0, 0.5), [])


def _unscored(rep: RepRecord) -> RepRecord:
    none = PerSide(None, None)
    return replace(
        rep, scored=False, reason=RepReason.TOO_FEW_FRAMES, excursion_mm=none, uncertainty_mm=None,
        affected_pct_of_healthy=None, affected_pct_uncertainty=None, end_difference_mm=None,
        onset_lag_ms=None, synkinesis=(), couplings=(), closure_pct=none,
        closure_uncertainty_pct=None,
    )  # fmt: skip


def _blinks(share: float) -> BlinkSummary:
    return BlinkSummary(240.0, 58, 55, 58, PerSide(100 * share, 98.0), PerSide(share, 0.97), True)


def _talking(share: float) -> SpontaneousSummary:
    eye = SpontaneousPair(
        Trigger.MOUTH, Region.EYE, Side.LEFT, "pct", 10.0, 41.0, 4, 0.12, 18.0, 1.9, 0.6
    )
    return SpontaneousSummary(
        "talk", 150.0, 210.0, 58.0, 41.0, PerSide(1.9 * share, 1.9), 100 * share, 9.0,
        BlinkSummary(58.0, 14, 13, 14, PerSide(82.0, 97.0), PerSide(0.8, 0.96), True), (eye,),
    )  # fmt: skip
