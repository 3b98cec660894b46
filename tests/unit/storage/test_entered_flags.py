"""A therapist's flags go into a stored session and out again; the camera's stay."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.domain.errors import InputError
from coach.domain.movements import Region
from coach.domain.session import SynkinesisFlag, SynkinesisRule
from coach.domain.sides import Side
from coach.domain.therapist_flags import therapist_flag
from coach.export.session_json import session_json
from coach.export.session_reader import session_from_json
from coach.storage.database import Database
from coach.storage.sessions import SessionRepository
from tests.fixtures.records import smile_rep, smile_session

RECORD = smile_session()
REP = RECORD.reps[0]


@pytest.fixture
def repository(tmp_path: Path) -> Iterator[SessionRepository]:
    with Database.open(tmp_path / "practice.db") as opened:
        repository = SessionRepository(opened)
        repository.begin(RECORD)
        for rep in RECORD.reps:
            repository.add_rep(RECORD.id, rep, [])
        yield repository


def _flags(repository: SessionRepository, rep: int = 0) -> tuple[SynkinesisFlag, ...]:
    return repository.load(RECORD.id).reps[rep].synkinesis


def test_it_is_kept_behind_what_the_camera_saw(repository: SessionRepository) -> None:
    repository.add_flag(RECORD.id, 0, therapist_flag(REP, Region.NECK, Side.LEFT, 2))
    *seen, entered = _flags(repository)
    assert tuple(seen) == REP.synkinesis
    assert (entered.region, entered.side, entered.grade) == (Region.NECK, Side.LEFT, 2)
    assert entered.rule is SynkinesisRule.THERAPIST
    assert math.isnan(entered.magnitude)
    assert (entered.start_s, entered.end_s) == (REP.start_s, REP.end_s)
    assert _flags(repository, 1) == RECORD.reps[1].synkinesis


def test_the_same_one_again_changes_its_grade(repository: SessionRepository) -> None:
    for grade in (1, 3):
        repository.add_flag(RECORD.id, 0, therapist_flag(REP, Region.CHIN, Side.RIGHT, grade))
    repository.add_flag(RECORD.id, 0, therapist_flag(REP, Region.CHIN, Side.LEFT, 1))
    entered = [f for f in _flags(repository) if f.rule is SynkinesisRule.THERAPIST]
    assert [(f.side, f.grade) for f in entered] == [(Side.RIGHT, 3), (Side.LEFT, 1)]


def test_it_can_be_taken_away_and_only_it(repository: SessionRepository) -> None:
    repository.add_flag(RECORD.id, 0, therapist_flag(REP, Region.NECK, Side.LEFT, 2))
    repository.remove_flag(RECORD.id, 0, Region.NECK, Side.LEFT)
    assert _flags(repository) == REP.synkinesis
    seen = REP.synkinesis[0]
    for region, side in ((Region.NECK, Side.LEFT), (seen.region, seen.side)):
        with pytest.raises(InputError, match="no such entry"):
            repository.remove_flag(RECORD.id, 0, region, side)


def test_it_is_in_the_file_and_counted(repository: SessionRepository) -> None:
    before = repository.list()[0].flags
    repository.add_flag(RECORD.id, 2, therapist_flag(RECORD.reps[2], Region.NECK, Side.LEFT, 1))
    assert repository.list()[0].flags == before + 1
    read = session_from_json(session_json(repository.load(RECORD.id)))
    assert read.reps[2].synkinesis[-1].rule is SynkinesisRule.THERAPIST


def test_what_is_not_there_is_said(repository: SessionRepository) -> None:
    flag = therapist_flag(REP, Region.NECK, Side.LEFT, 2)
    with pytest.raises(InputError, match="no such session"):
        repository.add_flag("another", 0, flag)
    with pytest.raises(InputError, match="no such repetition"):
        repository.add_flag(RECORD.id, 99, flag)
    with pytest.raises(InputError, match="Only a therapist's entry"):
        repository.add_flag(RECORD.id, 0, REP.synkinesis[0])


@pytest.mark.parametrize("region", [Region.EYE, Region.MOUTH, Region.BROW, Region.NOSE])
def test_what_the_camera_sees_is_not_entered(region: Region) -> None:
    with pytest.raises(InputError, match="chin and the neck"):
        therapist_flag(smile_rep(0), region, Side.LEFT, 2)


@pytest.mark.parametrize("grade", [0, 4, -1])
def test_there_are_three_grades(grade: int) -> None:
    with pytest.raises(InputError, match="1, 2 or 3"):
        therapist_flag(smile_rep(0), Region.NECK, Side.LEFT, grade)
