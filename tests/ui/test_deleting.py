"""Deleting practice from the window: asked once, gone, and taking back the agreement asks too."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.ui.pages.page import PageId
from coach.ui.pages.settings_page import SettingsPage
from tests.screens.stage import Stage
from tests.screens.worlds import World


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    with Stage(World.MONTHS) as made:
        made.look("light", 100, (1240, 800))
        yield made


def _ids(stage: Stage) -> list[str]:
    return [s.id for s in stage.services.repository.list()]


def _settle(qtbot: QtBot) -> None:
    QThreadPool.globalInstance().waitForDone()
    qtbot.wait(50)


def _settings(stage: Stage) -> SettingsPage:
    stage.open(PageId.SETTINGS)
    page = stage.window.shown
    assert isinstance(page, SettingsPage)
    return page


def test_one_session_from_the_home_page(stage: Stage, qtbot: QtBot) -> None:
    stage.open(PageId.HOME)
    past, before = stage.window.home_page.past, _ids(stage)
    past.list.setCurrentRow(1)
    past.delete.click()
    assert "Delete 1 session for good" in past.confirm.text.text()
    past.confirm.no.click()
    _settle(qtbot)
    assert _ids(stage) == before
    past.delete.click()
    past.confirm.yes.click()
    _settle(qtbot)
    assert _ids(stage) == [before[0], *before[2:]]
    assert past.list.count() == len(before) - 1
    assert past.note.text() == "1 session is deleted."


def test_a_span_and_then_all_from_the_settings(stage: Stage, qtbot: QtBot) -> None:
    card = _settings(stage).delete
    assert card is not None
    before = _ids(stage)[::-1]  # oldest first
    card.since.setCurrentIndex(3)
    card.until.setCurrentIndex(1)  # the other way round is the same span
    card.until.activated.emit(1)
    assert card.span.text().strip() == "Delete 3 sessions…"
    card.span.click()
    card.confirm.yes.click()
    _settle(qtbot)
    assert _ids(stage)[::-1] == [before[0], *before[4:]]
    assert card.note.text() == "3 sessions are deleted."
    card.all.click()
    assert f"Delete {len(before) - 3} sessions for good" in card.confirm.text.text()
    card.confirm.yes.click()
    _settle(qtbot)
    assert _ids(stage) == []
    assert not card.span.isVisible()
    assert card.none.isVisible()


@pytest.mark.parametrize("answer", ["stay", "keep", "delete"])
def test_taking_back_the_agreement_asks_what_becomes_of_the_data(
    stage: Stage, qtbot: QtBot, answer: str
) -> None:
    page, before = _settings(stage), _ids(stage)
    row = page.consent
    row.turn.click()
    assert row.question.isVisible()
    assert stage.desk.home.preferences().agreed  # nothing has changed yet
    getattr(row, answer).click()
    _settle(qtbot)
    assert bool(stage.desk.home.preferences().agreed) is (answer == "stay")
    assert _ids(stage) == ([] if answer == "delete" else before)
    assert not row.question.isVisible()
