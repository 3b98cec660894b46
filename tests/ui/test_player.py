"""The player: every way of feedback at every moment, and what can be asked for in the middle."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from coach.domain.coach_state import SideReading
from coach.domain.exercise import ExerciseKind, Half, Phase, Stroke, Touch, TouchArea
from coach.domain.feedback_mode import FeedbackMode
from coach.domain.movements import Movement
from coach.domain.sides import Affected, Side
from coach.ui.main_window import MainWindow
from coach.ui.pages.practice_view import is_quiet
from coach.ui.widgets.balance_bars import why_not
from coach.ui.widgets.follow_face import FollowFace
from tests.ui.conftest import MakeWindow
from tests.ui.fake_presenters import (
    SMILE,
    Choices,
    FakeHome,
    FakeSession,
    smiling,
    snapshot_of,
    states,
)
from tests.ui.widget_walk import clipped, overlaps

Key = Qt.Key


def press(window: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key)


def begin(window: MainWindow, session: FakeSession, moment: str = "hold") -> None:
    press(window, Key.Key_Space)
    session.feed(snapshot_of(states()[moment]))


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("mode", FeedbackMode)
def test_every_moment_is_sound_in_every_mode(
    make_window: MakeWindow, mode: FeedbackMode, scale: int
) -> None:
    window = make_window(Choices(text_scale_pct=scale, feedback=mode), (1024, 640))
    window.start_session()
    for name, state in states().items():
        window.practice_page.show_snapshot(snapshot_of(state))
        for _ in range(2):
            QApplication.processEvents()
        assert overlaps(window.pages) == [], (name, mode, scale)
        assert clipped(window.pages) == [], (name, mode, scale)


def test_modes_by_key_in_the_middle_of_an_exercise(
    window: MainWindow, home: FakeHome, session: FakeSession
) -> None:
    begin(window, session)
    stage = window.practice_page.stage
    seen = []
    for _ in FeedbackMode:
        seen.append((home.choices.feedback, stage.currentWidget()))
        press(window, Key.Key_F)
    assert [mode for mode, _ in seen] == list(FeedbackMode)
    widgets = [widget for _, widget in seen]
    assert widgets == [stage.mirror, stage.gauges, stage.follow, stage.mirror, stage.calm]
    assert home.choices.feedback is FeedbackMode.MIRROR
    for number, mode in enumerate(FeedbackMode, start=1):
        press(window, Key(Key.Key_0 + number))
        assert home.choices.feedback is mode
    turned = []
    for _ in range(2):
        press(window, Key.Key_H)
        turned.append(home.choices.feedback)
    # Back goes to the last one without the picture.
    assert turned == [FeedbackMode.MIRROR, FeedbackMode.VOICE]
    assert session.calls == ["start"]


def test_no_picture_is_on_the_screen_without_the_mirror(
    window: MainWindow, session: FakeSession, home: FakeHome
) -> None:
    begin(window, session)
    for mode in (FeedbackMode.BARS, FeedbackMode.DRAWN, FeedbackMode.VOICE):
        window.look.update(feedback=mode)
        for state in states().values():
            session.feed(snapshot_of(state))
            assert not window.practice_page.stage.mirror.isVisible()


def test_by_ear_nothing_moves(window: MainWindow, session: FakeSession) -> None:
    begin(window, session)
    press(window, Key.Key_5)
    page = window.practice_page
    assert page.stage.calm.words == ("Hold", "Closed smile, 2 of 5")
    for widget in (page.side.panel, page.bars, page.side.demo, page.side.trace):
        assert not widget.isVisible()


def test_a_quiet_moment_shows_the_last_repetitions(
    window: MainWindow, session: FakeSession
) -> None:
    begin(window, session)
    for i in range(30):
        size = SideReading(0.1 * i, 0.2)
        session.feed(snapshot_of(smiling(Phase.MOVE, 0.1 * i, 4.0, left=size, right=size)))
    session.feed(snapshot_of(states()["rest"]))
    page = window.practice_page
    assert page.stage.currentWidget() is page.stage.mirror  # the return is still seen
    session.feed(snapshot_of(states()["quiet"]))
    assert is_quiet(states()["quiet"])
    assert page.stage.currentWidget() is page.stage.rest
    assert not page.side.demo.isVisible()


def test_words_are_shown_unless_captions_are_off(window: MainWindow, session: FakeSession) -> None:
    begin(window, session)
    banner = window.practice_page.banner
    assert banner.message.text == "Stay small. Eyes calm."
    press(window, Key.Key_C)
    assert banner.message.text == ""
    session.feed(snapshot_of(states()["turned"]))
    assert banner.message.text != ""  # why nothing is scored is never hidden


def test_too_hard_and_it_hurts_by_key_and_button(window: MainWindow, session: FakeSession) -> None:
    begin(window, session)
    row = window.practice_page.actions_row
    press(window, Key.Key_E)
    row.ease.click()
    press(window, Key.Key_P)
    row.hurt.click()
    assert session.calls == ["start", "ease", "ease", "hurts", "hurts"]
    session.feed(snapshot_of(replace(states()["hurt"], next_title="Brow raise")))
    page = window.practice_page
    assert page.stage.currentWidget() is page.stage.calm
    assert page.stage.calm.words[0] == "We stop this one"
    assert not row.hurt.isVisible()


def test_nothing_urges_on_from_pain(window: MainWindow, session: FakeSession) -> None:
    begin(window, session)
    row = window.practice_page.actions_row
    session.feed(snapshot_of(replace(states()["hurt"], next_title="Brow raise")))
    assert (row.pause.text().strip(), row.stop.text().strip()) == (
        "Next exercise", "End for today",
    )  # fmt: skip
    assert row.pause.property("role") == ""
    assert row.pause.toolTip() == "Next exercise (N)"  # Space presses what has the focus
    assert row.stop.hasFocus()
    press(window, Key.Key_Space)
    assert session.calls == ["start", "stop"]


def test_after_the_last_exercise_pain_only_ends(window: MainWindow, session: FakeSession) -> None:
    begin(window, session)
    row = window.practice_page.actions_row
    session.feed(snapshot_of(replace(states()["hurt"], next_title="")))
    assert not row.pause.isVisible()
    session.feed(snapshot_of(states()["hold"]))
    assert row.pause.isVisible()
    assert row.pause.property("role") == "primary"
    assert row.stop.text().strip() == "Stop"


def test_another_exercise(window: MainWindow, session: FakeSession) -> None:
    begin(window, session)
    session.feed(snapshot_of(replace(states()["hold"], next_title="Gentle eye closure")))
    press(window, Key.Key_S)
    page = window.practice_page
    assert page.changing
    assert session.calls == ["start", "pause"]
    other = page.change.findChild(QPushButton, "instead_eye_closure")
    assert other is not None
    other.setFocus()
    press(window, Key.Key_Space)
    assert not page.changing
    assert session.calls == ["start", "pause", "swap eye_closure", "resume"]


@pytest.mark.parametrize(
    ("button", "call"),
    [("laterButton", "swap later"), ("leaveButton", "skip"), ("easeHereButton", "ease")],
)
def test_later_left_out_or_smaller(
    window: MainWindow, session: FakeSession, button: str, call: str
) -> None:
    begin(window, session)
    session.feed(snapshot_of(replace(states()["hold"], next_title="Gentle eye closure")))
    press(window, Key.Key_S)
    found = window.practice_page.change.findChild(QPushButton, button)
    assert found is not None
    assert found.isVisible()
    found.click()
    assert set(session.calls[2:]) == {call, "resume"}
    assert not window.practice_page.changing


def test_back_without_a_change(window: MainWindow, session: FakeSession) -> None:
    begin(window, session)
    press(window, Key.Key_S)
    press(window, Key.Key_Escape)
    assert session.calls == ["start", "pause", "resume"]
    assert window.shown is window.practice_page
    session.feed(snapshot_of(states()["paused"]))
    press(window, Key.Key_S)
    press(window, Key.Key_Escape)
    assert session.calls == ["start", "pause", "resume"]  # it was paused before, so it stays


def test_the_last_exercise_cannot_come_later(window: MainWindow, session: FakeSession) -> None:
    begin(window, session)
    press(window, Key.Key_S)
    assert not window.practice_page.change.later.isVisible()


@pytest.mark.parametrize("scale", [100, 200])
def test_the_panel_of_changes_is_sound(make_window: MakeWindow, scale: int) -> None:
    window = make_window(Choices(text_scale_pct=scale), (1024, 640))
    window.start_session()
    window.practice_page.show_snapshot(
        snapshot_of(replace(states()["hold"], next_title="Gentle eye closure"))
    )
    window.player.keys.change.trigger()
    QApplication.processEvents()
    assert overlaps(window.pages) == []
    assert clipped(window.pages) == []


def test_going_on_anyway_is_offered_after_a_while_only(
    window: MainWindow, session: FakeSession
) -> None:
    begin(window, session, "setup_dark")
    skip = window.practice_page.actions_row.skip
    assert not skip.isVisible()
    session.feed(snapshot_of(states()["setup_far"]))
    assert skip.isVisible()
    assert skip.accessibleName() == "Go on anyway"
    skip.click()
    assert session.calls == ["start", "skip"]


def test_keys_of_the_player_do_nothing_elsewhere(window: MainWindow, session: FakeSession) -> None:
    for key in (Key.Key_E, Key.Key_P, Key.Key_S, Key.Key_N):
        press(window, key)
    assert session.calls == []


def test_choices_reach_the_session(make_window: MakeWindow, qtbot: QtBot) -> None:
    session = FakeSession()
    window = MainWindow(FakeHome(Choices(sounds=False, nod=True)), session)
    qtbot.addWidget(window)
    assert session.used == (False, True)
    window.close()


def developed(face: FollowFace) -> QImage:
    """What is seen as soon as the pictures that are wanted are developed."""
    picture = face.grab()
    while face.standing_in:
        assert QThreadPool.globalInstance().waitForDone(20_000)
        picture = face.grab()
    return picture.toImage()


@pytest.mark.parametrize("mirrored", [True, False])
def test_each_half_of_the_drawn_face_follows_its_own_side(qtbot: QtBot, mirrored: bool) -> None:
    face = FollowFace()
    qtbot.addWidget(face)
    face.set_mirrored(mirrored)
    face.resize(300, 300)
    face.show()
    full = smiling(Phase.HOLD, 1.0, 4.0)
    still = replace(full, left=SideReading(0.0, 0.1), right=SideReading(0.0, 0.1))
    for side in Side:
        readings = {side.value: SideReading(6.0, 0.1), side.other.value: SideReading(0.0, 0.1)}
        face.show_state(still)
        rest = developed(face)
        face.show_state(replace(full, **readings))  # type: ignore[arg-type]
        moved = developed(face)
        changed = [
            x
            for x in range(0, 300, 2)
            if any(rest.pixel(x, y) != moved.pixel(x, y) for y in range(40, 260, 3))
        ]
        at_left = (side is Side.LEFT) == mirrored
        # The seam is a tenth of the width.
        assert changed
        assert (max(changed) <= 166) if at_left else (min(changed) >= 134)


def test_not_scored_is_said_in_the_gauges_too(window: MainWindow, session: FakeSession) -> None:
    begin(window, session)
    window.look.update(feedback=FeedbackMode.BARS)
    session.feed(snapshot_of(states()["turned"]))
    assert why_not(states()["turned"])
    assert window.practice_page.banner.message.text != ""


def test_mirror_therapy_for_whom_it_is_not(window: MainWindow, home: FakeHome) -> None:
    """Without one affected side there is no half to reflect: the plain mirror, and a sentence."""
    window.look.update(affected=Affected.BOTH, feedback=FeedbackMode.REFLECTED)
    window.start_session()
    window.practice_page.show_snapshot(snapshot_of(states()["hold"]))
    mirror = window.practice_page.stage.mirror
    assert "one affected side" in mirror.caption


def test_one_sentence_stands_once(window: MainWindow, session: FakeSession) -> None:
    begin(window, session, "setup")
    page = window.practice_page
    said = states()["setup"].cue
    for mode in FeedbackMode:
        window.look.update(feedback=mode)
        for moment in ("setup", "setup_far", "paused", "lost", "hurt"):
            session.feed(snapshot_of(states()[moment]))
            assert not page.stage.tells(page.banner.message.text) or not page.banner.message.text
    session.feed(snapshot_of(states()["setup"]))
    assert page.stage.tells(said)
    assert page.banner.message.text == ""
    page.show_problem("The practice log is full.", "Free some room.")
    session.feed(snapshot_of(states()["setup"]))
    assert "full" in page.banner.message.text  # a problem is not lost behind the set-up


@pytest.mark.parametrize(("scale", "on_stage"), [(100, "mirror"), (200, "demo")])
def test_hands_are_shown_where_there_is_room_for_one_picture(
    make_window: MakeWindow, scale: int, on_stage: str
) -> None:
    window = make_window(Choices(text_scale_pct=scale), (1240, 800))
    window.start_session()
    page = window.practice_page
    touch = (Touch(TouchArea.CHEEK, Stroke.CIRCLE, Half.BOTH),)
    massage = replace(SMILE, kind=ExerciseKind.MASSAGE, movement=Movement.REST, touch=touch)
    state = replace(states()["talking"], exercise=massage)
    page.show_snapshot(snapshot_of(state))
    assert page.stage.currentWidget() is getattr(page.stage, on_stage)
    assert page.side.demo.isVisible() is (on_stage == "mirror")
    page.show_snapshot(snapshot_of(replace(state, paused=True)))
    assert page.stage.currentWidget() is page.stage.mirror  # it says how to go on
