"""My programme, its questions, the warning signs and the safety cards, with the real log."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from coach.app.i18n import use_language
from coach.domain.exercise import Stage
from coach.domain.profile import Profile
from coach.ui.pages.page import PageId
from coach.ui.pages.programme_card import PhaseRow
from coach.ui.widgets.care_card import CareCard
from coach.ui.widgets.step_mark import StepMark
from tests.ui.plan_desk import GRAFT, SYNKINETIC, Desk
from tests.ui.test_layout_walk import SIZES, settle
from tests.ui.widget_walk import clipped, interactive, overlaps, tab_order

MakeDesk = Callable[..., Desk]


@pytest.fixture
def make_desk(qtbot: QtBot, tmp_path: Path) -> Iterator[MakeDesk]:
    made: list[Desk] = []

    def make(language: str = "en") -> Desk:
        folder = tmp_path / str(len(made))
        folder.mkdir()
        made.append(Desk(folder, language))
        return made[-1]

    yield make
    for desk in made:
        desk.close()


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    return make_desk()


@pytest.fixture
def spanish(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    use_language(qapp, "es")
    yield
    use_language(qapp, "en")
    QLocale.setDefault(before)


def assert_sound(desk: Desk, where: str) -> None:
    settle()
    assert overlaps(desk.window.pages) == [], where
    assert clipped(desk.window.pages) == [], where
    shown = desk.window.pages.currentWidget()
    assert shown is not None
    for widget in interactive(shown):
        assert widget.objectName(), widget
        assert widget.accessibleName(), widget.objectName()
        assert min(widget.width(), widget.height()) >= 44, widget.objectName()  # WCAG 2.5.5
    names = [w.objectName() for w in interactive(shown)]
    assert len(names) == len(set(names)), where


def walk(desk: Desk, scale: int, size: tuple[int, int]) -> None:
    """Every state of the page."""
    where = f"{scale} {size}"
    page = desk.open(GRAFT, scale=scale, size=size)
    assert_sound(desk, f"path {where}")
    page.me.present.click()
    assert_sound(desk, f"confirm {where}")
    page.me.confirm.yes.click()
    assert_sound(desk, f"therapist {where}")
    page.me.present.click()
    page.show_questions()
    assert_sound(desk, f"questions {where}")
    page.show_signs()
    assert_sound(desk, f"signs {where}")
    page.stop.report.click()
    assert_sound(desk, f"sure {scale} {size}")
    page.stop.sure.yes.click()
    assert_sound(desk, f"shut {where}")
    page.stop.looked.click()
    assert_sound(desk, f"looked {where}")
    page.stop.confirm.yes.click()
    desk.person.put(Profile())
    assert_sound(desk, f"nothing known {where}")
    desk.window.start_session()
    assert desk.window.shown.page_id is PageId.SAFETY
    assert_sound(desk, f"cards {where}")


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("size", [SIZES[0], SIZES[-1]])
def test_nothing_overlaps_or_is_cut_off(desk: Desk, size: tuple[int, int], scale: int) -> None:
    walk(desk, scale, size)


@pytest.mark.usefixtures("spanish")
@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_in_spanish_either(make_desk: MakeDesk, scale: int) -> None:
    walk(make_desk("es"), scale, SIZES[0])


def test_every_control_has_its_turn(desk: Desk) -> None:
    page = desk.open(SYNKINETIC)
    for show in (lambda: None, page.show_questions, page.show_signs):
        show()
        settle()
        reached = set(tab_order(desk.window))
        shown = page.views.currentWidget()
        assert shown is not None
        for widget in interactive(shown):
            if not isinstance(widget, QPushButton) or not widget.isCheckable():
                assert widget in reached, widget.objectName()  # answers share a turn


def test_a_step_is_chosen_and_started(desk: Desk) -> None:
    desk.open(SYNKINETIC)
    desk.home.note_care_read("synkinetic/release")
    choose = desk.button("synkinetic_release_choose")
    choose.setFocus()
    QTest.keyClick(choose, Qt.Key.Key_Space)
    assert desk.settings.settings.plan_id == "synkinetic/release"
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "synkinetic_release_start"
    QTest.keyClick(focused, Qt.Key.Key_Space)
    assert desk.session.started is not None
    assert desk.session.started[0].id == "synkinetic/release"


def test_closed_steps_have_no_button_but_a_reason(desk: Desk) -> None:
    page = desk.open(SYNKINETIC)
    assert page.findChild(QPushButton, "synkinetic_blend_choose") is None
    assert len(page.findChildren(StepMark)) >= 3
    assert page.findChild(QPushButton, "synkinetic_blend_release") is None


def test_a_therapist_opens_and_closes_a_step(desk: Desk) -> None:
    page = desk.open(replace(GRAFT, released=frozenset()))
    assert page.findChild(QPushButton, "cross_face_graft_heal_release") is None
    page.me.present.click()
    assert not desk.person.therapist_present
    page.me.confirm.no.click()
    assert not desk.person.therapist_present
    page.me.present.click()
    page.me.confirm.yes.click()
    assert desk.person.therapist_present
    desk.button("cross_face_graft_heal_release").click()
    assert desk.person.profile.released == {"cross_face_graft/heal"}
    page.me.present.click()
    assert not desk.person.therapist_present
    assert page.findChild(QPushButton, "cross_face_graft_heal_withdraw") is None
    desk.person.set_therapist_present(True)
    desk.button("cross_face_graft_heal_withdraw").click()
    assert desk.person.profile.released == frozenset()


def test_answers_are_kept_when_the_page_is_left(desk: Desk) -> None:
    page = desk.open(Profile())
    desk.button("askQuestions").click()
    desk.button("stageQuestionAnswers_flaccid").click()
    assert desk.person.profile.stage is None
    QTest.keyClick(desk.window, Qt.Key.Key_Escape)
    assert desk.person.profile.stage is Stage.FLACCID
    assert desk.person.profile.movement_seen is False
    assert page.views.currentWidget() is page._path
    assert desk.window.home_page.plan is not None
    assert desk.window.home_page.plan.id == "flaccid"
    page.show_questions()
    desk.button("childQuestionAnswers_yes").click()
    desk.window.go(PageId.HOME)
    assert desk.person.profile.child


def test_a_warning_sign_shuts_practice_until_it_was_looked_at(desk: Desk) -> None:
    page = desk.open(SYNKINETIC)
    page.me.stop.click()
    assert not desk.person.profile.stop_sign  # looking at the signs reports nothing
    assert [c.objectName() for c in page.stop.findChildren(CareCard)] == ["care_stop_signs"]
    page.stop.none.click()
    assert page.views.currentWidget() is page._path
    assert not desk.person.profile.stop_sign
    page.me.stop.click()
    page.stop.report.click()
    assert not desk.person.profile.stop_sign  # an answer that shuts practice is confirmed first
    page.stop.sure.no.click()
    assert not desk.person.profile.stop_sign
    page.stop.report.click()
    page.stop.sure.yes.click()
    assert desk.person.profile.stop_sign
    desk.window.go(PageId.HOME)
    home = desk.window.home_page
    assert home.practice.programme.text().strip() == "What to do now"
    assert home.care.title.text() == "What to do"
    assert not home.week.sentence.isVisible()
    desk.window.start_session()
    assert desk.session.started is None
    home.practice.programme.click()
    assert page.views.currentWidget() is page._signs
    assert not page.escape()
    page.stop.looked.click()
    page.stop.confirm.no.click()
    assert desk.person.profile.stop_sign
    page.stop.looked.click()
    page.stop.confirm.yes.click()
    assert not desk.person.profile.stop_sign
    assert desk.home.plans()


def test_the_cards_come_once_before_the_first_practice_of_a_day(desk: Desk) -> None:
    desk.open(SYNKINETIC)
    desk.window.go(PageId.HOME)
    desk.window.start_session()
    assert desk.window.shown.page_id is PageId.SAFETY
    assert desk.session.started is None
    focused = QApplication.focusWidget()
    assert focused is desk.window.safety_page.read
    QTest.keyClick(focused, Qt.Key.Key_Space)
    assert desk.session.started is not None
    assert desk.window.shown.page_id is PageId.PRACTICE
    desk.session.stop()
    desk.session.started = None
    desk.window.go(PageId.HOME)
    desk.window.start_session()
    assert desk.session.started is not None


@pytest.mark.parametrize("by_key", [True, False])
def test_there_is_a_way_back_from_the_cards(desk: Desk, by_key: bool) -> None:
    desk.open(SYNKINETIC)
    desk.window.start_session()
    page = desk.window.safety_page
    assert desk.window.shown is page
    if by_key:
        QTest.keyClick(desk.window, Qt.Key.Key_Escape)
    else:
        page.back.click()
    assert desk.window.shown.page_id is PageId.PLAN
    assert desk.session.started is None
    desk.window.start_session()
    assert desk.window.shown is page, "nothing counts as read"


@pytest.mark.parametrize("scale", [100, 200])
def test_the_answers_about_signs_are_seen_at_every_text_size(desk: Desk, scale: int) -> None:
    page = desk.open(SYNKINETIC, scale=scale, size=SIZES[0])
    page.show_signs()
    settle()
    for button in (page.stop.report, page.stop.none):
        assert button.visibleRegion().boundingRect() == button.rect()


def test_today_is_marked_and_a_lone_step_is_not(desk: Desk) -> None:
    page = desk.open(SYNKINETIC)
    rows = page.findChildren(PhaseRow)
    lone = [row for row in rows if row.objectName() == "phase_smile"]
    assert lone
    assert lone[0].findChild(StepMark) is None


def test_the_cards_can_be_read_at_any_time(desk: Desk) -> None:
    desk.open(GRAFT)
    desk.button("cross_face_graft_care").click()
    assert desk.window.shown.page_id is PageId.SAFETY
    assert desk.window.safety_page.findChild(QFrame, "care_after_surgery") is not None
    desk.window.safety_page.read.click()
    assert desk.window.page(PageId.PLAN) is desk.window.shown
    assert desk.session.started is None


def test_cards_longer_than_the_window_are_scrolled_before_they_are_confirmed(desk: Desk) -> None:
    desk.open(GRAFT, scale=200, size=SIZES[0])
    desk.window.start_session()
    settle()
    page = desk.window.safety_page
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused is not page.read
    QTest.keyClick(focused, Qt.Key.Key_Space)
    assert desk.session.started is None
    QTest.keyClick(focused, Qt.Key.Key_PageDown)
    QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.read
    assert not page.read.visibleRegion().isEmpty()


def test_when_not_to_practise_is_a_press_away(desk: Desk) -> None:
    page = desk.open(SYNKINETIC)
    said: list[str] = []
    page.said.connect(lambda text, _urgent: said.append(text))
    button = desk.button("synkinetic_release_not_when_button")
    line = page.findChild(QLabel, "synkinetic_release_not_when_0")
    assert line is not None
    assert not line.isVisible()
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    settle()
    assert line.isVisible()
    assert line.text() in said[-1]
    assert overlaps(page) == []
    assert clipped(desk.window.pages) == []
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert not line.isVisible()


@pytest.mark.parametrize(
    ("known", "says"), [(True, "Ask your therapist to open this."), (False, "needs a therapist.")]
)
def test_who_has_no_therapist_is_not_sent_to_theirs(desk: Desk, known: bool, says: str) -> None:
    page = desk.open(replace(GRAFT, has_therapist=known))
    closed = [w.text() for w in page.findChildren(QLabel) if w.objectName().endswith("_status")]
    assert any(says in text for text in closed), closed
    if not known:
        assert not any("your therapist" in text.lower() for text in closed), closed
