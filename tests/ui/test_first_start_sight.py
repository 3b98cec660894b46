"""The first start as it is seen: what belongs together is seen together, and begins at its top."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from coach.app.welcome_presenter import WelcomeStep
from coach.domain.sides import Affected, Side
from coach.ui.pages.page import PageId
from coach.ui.pages.welcome_look import LookStep
from coach.ui.pages.welcome_side import SideStep
from coach.ui.pages.welcome_steps import SIGN, StopSignStep
from coach.ui.theme import BASE_PX
from coach.ui.widgets.answer_button import AnswerButton
from tests.ui.own_pages import OwnPages, shown_pages

SMALL, USUAL = (1024, 640), (1240, 800)
CASES = [("en", 100, USUAL), ("en", 200, USUAL), ("en", 200, SMALL), ("es", 200, SMALL)]
Key = Qt.Key


@pytest.fixture(params=CASES, ids=lambda c: f"{c[0]}-{c[1]}-{c[2][0]}")
def pages(
    request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> Iterator[OwnPages]:
    with shown_pages(qtbot, qapp, tmp_path, request.param) as made:
        yield made


def settle() -> None:
    for _ in range(12):
        QApplication.processEvents()


def opened(pages: OwnPages, step: WelcomeStep) -> OwnPages:
    """The first start at a step."""
    pages.start.agree(True)
    pages.start.tell_signs(False)
    pages.start.start(step)
    pages.window.go(PageId.WELCOME)
    pages.start.start(step)
    settle()
    return pages


def step_of(pages: OwnPages) -> WelcomeStep:
    """Read anew each time: a key has changed it meanwhile."""
    return pages.start.step


def scroll_of(pages: OwnPages) -> QScrollArea:
    found = pages.welcome.findChild(QScrollArea, "welcomeScroll")
    assert found is not None
    return found


def seen(widget: QWidget, pages: OwnPages) -> bool:
    """Whether the whole widget is on the screen now."""
    view = scroll_of(pages).viewport()
    place = QRect(widget.mapTo(view, QPoint(0, 0)), widget.size())
    return widget.isVisible() and view.rect().contains(place)


def side_step(pages: OwnPages) -> SideStep:
    step = opened(pages, WelcomeStep.SIDE).welcome.step_widget
    assert isinstance(step, SideStep)
    return step


def chosen_by_key(step: SideStep) -> None:
    step.face.setFocus()
    QTest.keyClick(step.face, Key.Key_Left)
    settle()


def test_title_and_face_are_seen_first(pages: OwnPages) -> None:
    step = side_step(pages)
    assert scroll_of(pages).verticalScrollBar().value() == 0
    assert seen(step.heading, pages)
    assert seen(step.face, pages)


def test_the_marked_half_is_seen_with_its_question(pages: OwnPages) -> None:
    step = side_step(pages)
    chosen_by_key(step)
    for part in (step.face, step.sure, step.yes, step.no):
        assert seen(part, pages), part.objectName()
    assert step.face.side is Side.LEFT
    assert not step.answers.isVisible(), "one thing at a time"


def test_back_from_the_question_leads_to_the_choices(pages: OwnPages) -> None:
    step = side_step(pages)
    chosen_by_key(step)
    assert pages.welcome.escape()
    assert step_of(pages) is WelcomeStep.SIDE
    assert step.settled
    assert step.face.side is None
    assert step.answers.isVisible()
    assert pages.home.preferences().affected is None
    assert pages.welcome.escape()
    assert step_of(pages) is WelcomeStep.CAMERA


def test_a_word_chosen_by_key_is_not_confirmed_by_the_same_key(pages: OwnPages) -> None:
    step = side_step(pages)
    word = step.findChild(QPushButton, "side_right")
    assert word is not None
    word.setFocus()
    QTest.keyClick(word, Key.Key_Space)
    settle()
    focused = QApplication.focusWidget()
    assert focused is step.face
    QTest.keyClick(focused, Key.Key_Space)
    assert pages.home.preferences().affected is None
    QTest.keyClick(focused, Key.Key_Return)
    assert pages.home.preferences().affected is Affected.RIGHT


@pytest.mark.parametrize("step", list(WelcomeStep))
def test_every_screen_begins_at_its_title(pages: OwnPages, step: WelcomeStep) -> None:
    """What has the keyboard is seen; where it lies below the edge, the page has it and scrolls."""
    shown = opened(pages, step).welcome.step_widget
    assert shown is not None
    scroll = scroll_of(pages)
    assert scroll.verticalScrollBar().value() == 0
    assert seen(shown.heading, pages)
    focused = QApplication.focusWidget()
    assert focused is not None
    if focused is not scroll and scroll.isAncestorOf(focused):
        assert seen(focused, pages)
    if focused is scroll:
        QTest.keyClick(scroll, Key.Key_Down)
        assert scroll.verticalScrollBar().value() > 0


def test_enter_goes_on_while_the_page_has_the_keyboard(pages: OwnPages) -> None:
    opened(pages, WelcomeStep.WHAT)
    QTest.keyClick(QApplication.focusWidget() or pages.welcome, Key.Key_Return)
    assert step_of(pages) is WelcomeStep.CONSENT


def test_answers_are_large_where_there_is_room(pages: OwnPages) -> None:
    step = opened(pages, WelcomeStep.INJECTION).welcome.step_widget
    assert step is not None
    heights = {button.height() for button in step.findChildren(AnswerButton)}
    scale = pages.home.preferences().text_scale_pct / 100
    least = 60 if scale == 1 else 44
    assert min(heights) >= least * scale
    assert scroll_of(pages).verticalScrollBar().maximum() == 0


def test_each_text_size_stands_in_its_own_size(pages: OwnPages) -> None:
    step = opened(pages, WelcomeStep.LOOK).welcome.step_widget
    assert isinstance(step, LookStep)
    for percent in (100, 200):
        button = step.findChild(AnswerButton, f"textSize_{percent}")
        assert button is not None
        assert button._sample().pixelSize() == BASE_PX * percent // 100
        assert button._letters() == step.themes.first._letters(), "the words are as all others"  # type: ignore[attr-defined]


def test_a_reported_sign_is_seen_with_what_follows_from_it(pages: OwnPages) -> None:
    opened(pages, WelcomeStep.LANGUAGE)
    pages.start.tell_signs(True)
    pages.start.start(WelcomeStep.STOP_SIGNS)
    settle()
    step = pages.welcome.step_widget
    assert isinstance(step, StopSignStep)
    assert step.answers.value == SIGN
    assert step.first is not None
    assert seen(step.first, pages)
    assert seen(step.shut, pages)


def test_tab_comes_to_the_answers_and_then_to_the_buttons(pages: OwnPages) -> None:
    opened(pages, WelcomeStep.STOP_SIGNS)
    scroll, names = scroll_of(pages), []
    for key in (*[Key.Key_Tab] * 3, *[Key.Key_Backtab] * 2):
        focused = QApplication.focusWidget()
        assert focused is not None
        names.append(focused.objectName())
        if focused is not scroll and scroll.isAncestorOf(focused):
            assert seen(focused, pages), names
        QTest.keyClick(focused, key)
        settle()
    told = [name for name in names if name != "welcomeScroll"]
    assert told[:3] == ["signs_none", "welcomeBack", "welcomeNext"], names
    assert "signs_none" in told[3:] or len(told) < 5, names
