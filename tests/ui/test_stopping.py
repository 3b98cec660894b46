"""One stray touch loses nothing: stop waits ten seconds, skip is heard once, closing says so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coach.ui import player
from coach.ui.main_window import MainWindow
from coach.ui.stopping import OFFER_S
from tests.ui.fake_presenters import FakeSession, snapshot_of, states

Key = Qt.Key


@pytest.fixture
def practising(window: MainWindow, session: FakeSession) -> MainWindow:
    window.start_session()
    session.feed(snapshot_of(states()["hold"]))
    session.calls.clear()
    return window


def _pass(window: MainWindow, seconds: int) -> None:
    """As the clock would."""
    for _ in range(seconds):
        window.player.stopping._timer.timeout.emit()


@pytest.mark.parametrize("by_key", [True, False])
def test_stop_waits_and_goes_on_again(
    practising: MainWindow, session: FakeSession, by_key: bool
) -> None:
    window = practising
    if by_key:
        QTest.keyClick(window, Key.Key_Escape)
    else:
        window.practice_page.actions_row.stop.click()
    card = window.player.stopping.card
    assert session.calls == ["hold"]
    assert card.isVisible()
    assert card.words.text() == "Stopped. What you did is kept. It ends in 10 seconds."
    assert QApplication.focusWidget() is card.go_on
    _pass(window, OFFER_S - 1)
    assert card.words.text().endswith("It ends in 1 second.")
    QTest.keyClick(card.go_on, Key.Key_Space)  # the window's key goes to what has the focus
    assert session.calls == ["hold", "resume"]
    assert not card.isVisible()
    assert window.practice_page.actions_row.isVisible()


def test_after_ten_seconds_or_at_a_second_word_it_ends(
    practising: MainWindow, session: FakeSession
) -> None:
    window = practising
    window.practice_page.actions_row.stop.click()
    _pass(window, OFFER_S)
    assert session.calls == ["hold", "stop"]
    assert window.shown is window.summary_page


def test_who_had_paused_stays_paused(practising: MainWindow, session: FakeSession) -> None:
    session.feed(snapshot_of(replace(states()["hold"], paused=True)))
    practising.practice_page.actions_row.stop.click()
    practising.player.stopping.card.go_on.click()
    assert session.calls == []


def test_after_pain_nothing_urges_on(practising: MainWindow, session: FakeSession) -> None:
    session.feed(snapshot_of(replace(states()["hold"], hurt=True)))
    QTest.keyClick(practising, Key.Key_Escape)
    assert session.calls == ["stop"]


def test_a_double_tap_skips_once(
    practising: MainWindow, session: FakeSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr(player, "monotonic", lambda: now[0])
    skip = practising.practice_page.actions_row.skip
    for at, calls in ((100.0, 1), (100.2, 1), (100.9, 1), (101.1, 2)):
        now[0] = at
        skip.click()
        QTest.keyClick(practising, Key.Key_N)
        assert session.calls.count("skip") == calls


def test_closing_in_mid_session_keeps_and_says_so(
    practising: MainWindow, session: FakeSession
) -> None:
    window = practising
    assert not window.close()
    card = window.player.stopping.card
    assert "kept" in card.words.text()
    assert "closes in 10 seconds" in card.words.text()
    card.go_on.click()
    assert session.calls == ["hold", "resume"]
    assert not window.close()
    _pass(window, OFFER_S)
    assert session.calls == ["hold", "resume", "hold", "shutdown"]
    assert not window.isVisible()


def test_a_second_close_closes_at_once(practising: MainWindow, session: FakeSession) -> None:
    assert not practising.close()
    event = QCloseEvent()
    practising.closeEvent(event)
    assert event.isAccepted()
    assert session.calls == ["hold", "shutdown"]


def test_quitting_and_going_on_is_not_quitting(practising: MainWindow) -> None:
    practising.quit()
    practising.player.stopping.card.go_on.click()
    assert not practising.quits
