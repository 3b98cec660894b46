"""Coupling and largest clean amplitude, session after session."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from coach.domain.comovement import ZERO_SD
from coach.domain.movements import Movement, Region
from coach.domain.session import Coupling, PerSide, RepRecord
from coach.domain.sides import Side
from coach.storage.database import Database
from coach.storage.ids import new_id
from coach.storage.sessions import SessionRepository
from coach.storage.trends import co_movement_trend
from tests.fixtures.records import smile_header, smile_rep


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database.open(tmp_path / "log.db") as opened:
        yield opened


def _rep(index: int, size: float, slope: float) -> RepRecord:
    return replace(
        smile_rep(index),
        movement=Movement.SMILE_CLOSED,
        excursion_mm=PerSide(size, size),
        synkinesis=(),
        couplings=(Coupling(Region.EYE, Side.LEFT, slope, "pct"),),
    )


def test_oldest_first_with_interval_and_largest_clean(database: Database) -> None:
    repository = SessionRepository(database)
    for day, (size, slope) in enumerate([(5.0, 2.0), (3.0, 8.0)]):  # the newer is written first
        header = smile_header()
        header = replace(header, id=new_id(), created=header.created - timedelta(days=day))
        repository.begin(header)
        for index in range(3):
            repository.add_rep(header.id, _rep(index, size, slope + 0.1 * index), [])
    older, newer = co_movement_trend(database, Movement.SMILE_CLOSED)
    assert older.created < newer.created
    assert older.amplitude is not None
    assert newer.amplitude is not None
    assert (older.amplitude.largest_clean_mm, newer.amplitude.largest_clean_mm) == (3.0, 5.0)
    assert older.couplings[0].slope == pytest.approx(8.1)
    own, zero = 4.303 * 0.1 / 3**0.5, 1.96 * ZERO_SD["pct"] / 5.0
    assert newer.couplings[0].half_width == pytest.approx(math.hypot(own, zero))


def test_other_movements_are_not_in_it(database: Database) -> None:
    repository = SessionRepository(database)
    repository.begin(smile_header())
    repository.add_rep(smile_header().id, _rep(0, 3.0, 2.0), [])
    assert co_movement_trend(database, Movement.PUCKER) == []
