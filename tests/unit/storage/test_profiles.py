from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from coach.domain.errors import DatabaseError
from coach.domain.exercise import Stage
from coach.domain.profile import Cause, Procedure, Profile
from coach.domain.session import RepRecord, SessionRecord
from coach.storage.database import Database
from coach.storage.ids import new_id
from coach.storage.profiles import ProfileRepository
from coach.storage.sessions import SessionRepository
from tests.fixtures.records import smile_header, smile_rep

TOLD = Profile(
    cause=Cause.BELLS_PALSY,
    stage=Stage.SYNKINETIC,
    onset=date(2026, 3, 31),
    procedure=Procedure.SELECTIVE_DENERVATION,
    surgery=date(2026, 9, 30),
    botulinum=date(2026, 11, 2),
    movement_seen=True,
    surgeon_cleared=True,
    has_therapist=True,
    child=False,
    released=frozenset({"selective_denervation/heal", "selective_denervation/soften"}),
    stop_sign=True,
)

dates = st.none() | st.dates(date(1930, 1, 1), date(2040, 1, 1))
profiles = st.builds(
    Profile,
    cause=st.none() | st.sampled_from(Cause),
    stage=st.none() | st.sampled_from(Stage),
    onset=dates,
    procedure=st.none() | st.sampled_from(Procedure),
    surgery=dates,
    operated=st.none() | st.booleans(),
    botulinum=dates,
    injected=st.none() | st.booleans(),
    movement_seen=st.none() | st.booleans(),
    surgeon_cleared=st.booleans(),
    has_therapist=st.booleans(),
    child=st.booleans(),
    released=st.frozensets(st.text("abc_/", min_size=1, max_size=90), max_size=4),
    stop_sign=st.booleans(),
)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database.open(tmp_path / "practice.db") as opened:
        yield opened


@pytest.fixture
def repository(database: Database) -> ProfileRepository:
    return ProfileRepository(database)


class TestAnswers:
    def test_nothing_told_yet(self, repository: ProfileRepository) -> None:
        stored = repository.load()
        assert (stored.profile, stored.version) == (Profile(), 0)

    def test_what_is_told_is_kept(self, repository: ProfileRepository) -> None:
        saved = repository.save(TOLD, 0)
        assert saved == repository.load()
        assert saved.profile == TOLD
        assert saved.version == 1

    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(profiles)
    def test_any_answers(self, repository: ProfileRepository, profile: Profile) -> None:
        repository.save(profile, repository.load().version)
        assert repository.load().profile == profile

    def test_one_row_however_often_it_is_changed(
        self, repository: ProfileRepository, database: Database
    ) -> None:
        stored = repository.save(TOLD, 0)
        stored = repository.save(replace(TOLD, stop_sign=False), stored.version)
        assert stored.version == 2
        with database.reading() as session:
            assert session.scalar(text("SELECT count(*) FROM profiles")) == 1

    def test_two_windows_do_not_overwrite_each_other(self, repository: ProfileRepository) -> None:
        here = repository.save(Profile(), 0)
        repository.save(TOLD, here.version)
        with pytest.raises(DatabaseError, match="another window"):
            repository.save(replace(here.profile, child=True), here.version)
        assert repository.load().profile == TOLD

    def test_two_first_answers_at_once(self, repository: ProfileRepository) -> None:
        repository.save(TOLD, 0)
        with pytest.raises(DatabaseError):
            repository.save(Profile(), 0)

    def test_words_of_a_newer_version_count_as_not_told(
        self, repository: ProfileRepository, database: Database
    ) -> None:
        repository.save(TOLD, 0)
        with database.writing() as session:
            session.execute(text("UPDATE profiles SET stage = 'dormant', cause = 'moon'"))
        assert repository.load().profile == replace(TOLD, stage=None, cause=None)


class TestCleanRepetitions:
    def _practise(
        self, database: Database, *reps: RepRecord, kind: str = "webcam"
    ) -> SessionRecord:
        header = smile_header()
        header = replace(header, id=new_id(), source=replace(header.source, kind=kind))
        sessions = SessionRepository(database)
        sessions.begin(header)
        for rep in reps:
            sessions.add_rep(header.id, rep, ())
        return header

    def test_scored_and_without_a_flag_over_all_sessions(
        self, database: Database, repository: ProfileRepository
    ) -> None:
        clean = replace(smile_rep(0), synkinesis=(), scored=True, exercise_id="smile_closed")
        flagged = replace(smile_rep(1), scored=True, exercise_id="smile_closed")
        assert flagged.synkinesis
        unscored = replace(clean, index=2, scored=False)
        other = replace(clean, index=3, exercise_id="pucker")
        self._practise(database, clean, flagged, unscored, other)
        self._practise(database, clean, replace(clean, index=1))
        assert repository.clean_repetitions() == {"smile_closed": 3, "pucker": 1}

    def test_the_drawn_face_works_for_nobody(
        self, database: Database, repository: ProfileRepository
    ) -> None:
        clean = replace(smile_rep(0), synkinesis=(), scored=True)
        self._practise(database, clean, kind="drawn_face")
        assert repository.clean_repetitions() == {}
