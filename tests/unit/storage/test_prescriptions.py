"""Imported plans in a real practice log."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.storage.database import Database
from coach.storage.prescriptions import PrescriptionRepository


@pytest.fixture
def plans(tmp_path: Path) -> Iterator[PrescriptionRepository]:
    with Database.open(tmp_path / "log.db") as database:
        yield PrescriptionRepository(database)


def test_at_first_no_plan_holds(plans: PrescriptionRepository) -> None:
    assert plans.active() is None
    assert plans.history() == []
    plans.take_back()


def test_a_plan_is_kept_as_it_is(plans: PrescriptionRepository) -> None:
    text = 'title = "Mañana"\r\n# kept\n'
    kept = plans.add(text)
    assert plans.active() == kept
    assert kept.text == text
    assert kept.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert kept.imported.tzinfo is not None


def test_the_newest_holds_and_the_others_stay_in_the_log(plans: PrescriptionRepository) -> None:
    first, second = plans.add("one"), plans.add("two")
    assert plans.active() == second
    assert [(p.id, p.active) for p in plans.history()] == [(second.id, True), (first.id, False)]


def test_taken_back_no_plan_holds_until_the_next(plans: PrescriptionRepository) -> None:
    plans.add("one")
    plans.take_back()
    assert plans.active() is None
    assert len(plans.history()) == 1
    plans.add("one")
    assert plans.active() is not None


def test_it_is_there_after_the_program_was_closed(tmp_path: Path) -> None:
    with Database.open(tmp_path / "log.db") as database:
        kept = PrescriptionRepository(database).add("one")
    with Database.open(tmp_path / "log.db") as database:
        assert PrescriptionRepository(database).active() == kept
