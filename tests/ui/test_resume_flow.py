"""The home page offers to go on where a session broke off."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from coach.app.resume import Resumption
from coach.coaching.plan_runner import PlanPlace
from coach.domain.sides import Affected
from coach.ui.main_window import MainWindow
from coach.ui.pages.page import PageId
from coach.ui.resume_flow import ResumeFlow
from tests.ui.fake_presenters import PLAN, FakeSession


class FakeResume(QObject):
    changed = Signal()

    def __init__(self, offer: Resumption | None) -> None:
        super().__init__()
        self.offer = offer

    def look(self) -> None:
        """Nothing else is in the log."""

    def put_aside(self) -> None:
        self.offer = None
        self.changed.emit()


OFFER = Resumption(
    "s1", PLAN, PlanPlace(1, 0, 2), Affected.RIGHT, datetime(2026, 3, 2, 9, tzinfo=UTC)
)


def test_go_on(window: MainWindow, session: FakeSession) -> None:
    ResumeFlow(window, FakeResume(OFFER))
    card = window.home_page.resume
    assert card.isVisible()
    assert window.home_page.practice.start.property("role") == ""  # one first thing to do
    assert card.words.text().startswith(f"{PLAN.title}: you stopped at exercise 2 of 2, ")
    assert PLAN.exercises[1].title in card.words.text()
    card.resume.click()
    assert session.calls == ["go on"]
    assert session.started == (PLAN, Affected.RIGHT)
    assert window.shown is window.practice_page


def test_begin_anew(window: MainWindow, session: FakeSession) -> None:
    ResumeFlow(window, FakeResume(OFFER))
    window.home_page.resume.aside.click()
    assert not window.home_page.resume.isVisible()
    assert window.home_page.practice.start.property("role") == "big"
    assert session.calls == []


def test_nothing_broke_off(window: MainWindow) -> None:
    ResumeFlow(window, FakeResume(None))
    assert not window.home_page.resume.isVisible()


def test_the_keyboard_goes_to_what_is_gone_on_with(window: MainWindow) -> None:
    resume = FakeResume(None)
    ResumeFlow(window, resume)
    page = window.home_page
    window.go(PageId.HOME)
    assert window.focusWidget() is page.practice.start
    resume.offer = OFFER
    resume.changed.emit()
    assert window.focusWidget() is page.resume.resume is page.first_focus()


def test_an_offer_takes_the_keyboard_from_nothing_else(window: MainWindow) -> None:
    resume = FakeResume(None)
    ResumeFlow(window, resume)
    window.home_page.larger.setFocus()
    resume.offer = OFFER
    resume.changed.emit()
    assert window.focusWidget() is window.home_page.larger
