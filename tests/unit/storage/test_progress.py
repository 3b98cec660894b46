"""A movement over sessions: what is in it, and that many sessions stay quick."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from coach.domain.blinks import BlinkSummary
from coach.domain.course import Asked
from coach.domain.movements import Movement, Region
from coach.domain.session import DRAWN_FACE, Coupling, PerSide, RepRecord
from coach.domain.sides import Side
from coach.storage.database import Database
from coach.storage.ids import new_id
from coach.storage.progress import (
    blink_trend,
    movement_trend,
    practised_movements,
)
from coach.storage.sessions import SessionRepository
from tests.fixtures.records import SOURCE, smile_header, smile_rep, smile_session

START = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database.open(tmp_path / "log.db") as opened:
        yield opened


def _rep(index: int, left: float, right: float, *, clean: bool = True) -> RepRecord:
    return replace(
        smile_rep(index),
        excursion_mm=PerSide(left, right),
        affected_pct_of_healthy=100 * left / right,
        end_difference_mm=left - right,
        synkinesis=() if clean else smile_rep(0).synkinesis,
        couplings=(Coupling(Region.EYE, Side.LEFT, 2.0 + 0.1 * index, "pct"),),
    )


def _session(
    database: Database, when: datetime, reps: list[RepRecord], kind: str = "webcam"
) -> str:
    repository = SessionRepository(database)
    source = replace(SOURCE, kind=kind)
    header = replace(smile_header(new_id()), created=when, source=source)
    repository.begin(header)
    for rep in reps:
        repository.add_rep(header.id, rep, [])
    return header.id


def test_an_empty_log_has_no_movements(database: Database) -> None:
    assert practised_movements(database) == []
    assert movement_trend(database, Movement.SMILE_CLOSED).points == ()
    assert blink_trend(database) == []


def test_points_come_oldest_first_with_means_and_intervals(database: Database) -> None:
    later = _session(database, START + timedelta(days=2), [_rep(0, 4.0, 5.0), _rep(1, 4.0, 5.0)])
    first = _session(database, START, [_rep(0, 2.0, 5.0), _rep(1, 3.0, 5.0, clean=False)])
    a, b = movement_trend(database, Movement.SMILE_CLOSED).points
    assert (a.session_id, b.session_id) == (first, later)
    assert a.share is not None
    assert b.share is not None
    assert a.share.mean == pytest.approx(50.0)
    assert b.share.mean == pytest.approx(80.0)
    # The readings' own interval stays whole (9.2 points each), the scatter of 40 and 60 adds to it.
    assert b.share.half_width == pytest.approx(9.2)
    assert a.share.half_width is not None
    assert a.share.half_width > 9.2
    assert (b.left.mean if b.left else None, b.right.mean if b.right else None) == (4.0, 5.0)
    assert b.clean_uncertainty_mm == pytest.approx(0.31)
    assert (a.flagged, a.largest_clean_mm, b.largest_clean_mm) == (1, 5.0, 5.0)
    assert a.couplings[0].slope == pytest.approx(2.05)


def test_sessions_without_a_score_are_there_without_values(database: Database) -> None:
    unscored = replace(smile_rep(0, scored=False), synkinesis=())
    _session(database, START, [unscored])
    (point,) = movement_trend(database, Movement.SMILE_CLOSED).points
    assert (point.reps, point.scored, point.share, point.left) == (1, 0, None, None)
    assert practised_movements(database) == []


def test_only_since_a_moment(database: Database) -> None:
    _session(database, START, [_rep(0, 2.0, 5.0)])
    new = _session(database, START + timedelta(days=40), [_rep(0, 2.0, 5.0)])
    trend = movement_trend(database, Movement.SMILE_CLOSED, since=START + timedelta(days=10))
    assert [p.session_id for p in trend.points] == [new]


def test_the_drawn_face_is_never_mixed_with_the_persons(database: Database) -> None:
    own = _session(database, START, [_rep(0, 2.0, 5.0)])
    drawn = _session(database, START, [_rep(0, 4.0, 5.0)], kind="drawn_face")
    for kind, session in ((False, own), (True, drawn)):
        assert practised_movements(database, drawn=kind) == [(Movement.SMILE_CLOSED, 1)]
        trend = movement_trend(database, Movement.SMILE_CLOSED, drawn=kind)
        assert [p.session_id for p in trend.points] == [session]


def test_both_sided_sessions_keep_the_sides(database: Database) -> None:
    rep = replace(_rep(0, 4.0, 5.0), affected_pct_of_healthy=None, affected_pct_uncertainty=None)
    _session(database, START, [rep])
    (point,) = movement_trend(database, Movement.SMILE_CLOSED).points
    assert point.share is None
    assert point.of(Side.LEFT) is point.left
    assert point.left is not None
    assert point.left.mean == pytest.approx(4.0)


def test_eased_repetitions_do_not_make_a_session_smaller(database: Database) -> None:
    easier = Asked(3.0, 4.0, 3.0, 4.0, eased=True)
    reps = [_rep(0, 2.0, 5.0), replace(_rep(1, 2.0, 3.0), asked=easier)]
    _session(database, START, reps)
    _session(database, START + timedelta(days=1), [reps[1]])
    mixed, easy = movement_trend(database, Movement.SMILE_CLOSED).points
    assert (mixed.eased, easy.eased) == (False, True)
    assert (mixed.right.mean if mixed.right else None, mixed.scored) == (5.0, 2)
    assert (easy.right.mean if easy.right else None) == 3.0


def test_the_number_of_queries_does_not_grow_with_the_sessions(database: Database) -> None:
    seen = 0

    def count(*_: object) -> None:
        nonlocal seen
        seen += 1

    needed = []
    event.listen(Engine, "before_cursor_execute", count)
    try:
        for sessions in (2, 40):
            for i in range(sessions):
                _session(database, START + timedelta(days=i), [_rep(0, 2.0, 5.0)])
            seen = 0
            movement_trend(database, Movement.SMILE_CLOSED)
            needed.append(seen)
    finally:
        event.remove(Engine, "before_cursor_execute", count)
    assert needed[0] == needed[1] > 0


def test_blinks_of_closed_sessions(database: Database) -> None:
    repository = SessionRepository(database)
    repository.begin(smile_header())
    repository.finish(smile_header().id, SOURCE, smile_session().quality, True, None)
    assert blink_trend(database) == []


def test_blinks_of_a_drawn_face_are_nobodys(database: Database) -> None:
    blinks = BlinkSummary(60.0, 12, 12, 11, PerSide(80.0, 90.0), PerSide(0.5, 0.9), True)
    repository = SessionRepository(database)
    for kind in ("webcam", DRAWN_FACE):
        id_ = _session(database, START, [], kind)
        source = replace(SOURCE, kind=kind)
        repository.finish(id_, source, smile_session().quality, True, blinks)
    assert len(blink_trend(database)) == len(blink_trend(database, drawn=True)) == 1
