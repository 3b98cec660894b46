"""The demonstration: its mistake, its speed, its hands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coach.coaching.library import exercises_dir, load_exercises
from coach.domain.coach_state import CoachState, SideReading
from coach.domain.exercise import Dose, Exercise, Half, MistakeKind, Phase, Stroke, Touch, TouchArea
from coach.domain.frames import Image
from coach.domain.sides import Affected
from coach.face.sensor import to_bgr
from coach.ui.theme import Style
from coach.ui.widgets.demo_timing import DemoClock, looped_amount
from coach.ui.widgets.face_demo import FaceDemo
from coach.ui.widgets.face_view import FaceThumbnail, FaceView
from coach.ui.widgets.follow_face import FollowFace
from tests.ui.fake_presenters import SMILE, states

UNEVEN = replace(
    SMILE,
    mistake_kind=MistakeKind.UNEVEN,
    mistake_demonstration={Half.AFFECTED: {}, Half.HEALTHY: {"smile_open": 1.0}},
)
MASSAGE = replace(
    SMILE, demonstration={}, touch=(Touch(TouchArea.CHEEK, Stroke.UP, Half.AFFECTED),)
)


def moment(
    exercise: Exercise, phase: Phase = Phase.DEMONSTRATE, elapsed_s: float = 5.0
) -> CoachState:
    return replace(
        states()["demonstrate"], exercise=exercise, phase=phase, phase_elapsed_s=elapsed_s
    )


@pytest.fixture
def demo(qtbot: QtBot) -> Iterator[FaceDemo]:
    widget = FaceDemo()
    qtbot.addWidget(widget)
    widget.set_style(Style())
    widget.resize(480, 320)
    widget.show()
    qtbot.waitExposed(widget)
    yield widget
    widget.close()


def seen(face: FaceView) -> Image:
    """What a person sees as soon as the picture that is wanted is developed."""
    picture = face.grab()
    while face.standing_in:
        assert QThreadPool.globalInstance().waitForDone(20_000)
        picture = face.grab()
    return to_bgr(picture.toImage().convertToFormat(QImage.Format.Format_RGB32))


def test_the_mistake_comes_and_goes_on_request(demo: FaceDemo, qtbot: QtBot) -> None:
    demo.show_state(moment(UNEVEN))
    assert demo.mistake_button.isVisible()
    demo.activateWindow()
    qtbot.waitUntil(demo.isActiveWindow)
    QTest.keyClick(demo, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: demo.showing_mistake)  # the key is seen to press the button
    assert "Mistake: one side pulls over" in demo.accessibleDescription()
    assert UNEVEN.mistake in demo.accessibleDescription()
    demo.mistake_button.click()
    assert not demo.showing_mistake
    assert "Mistake" not in demo.accessibleDescription()


def test_the_mistake_plays_in_a_loop_of_its_own(demo: FaceDemo, qtbot: QtBot) -> None:
    """Also in a pause, when the session's time stands still."""
    quick = replace(UNEVEN, dose=Dose(0.4, 0.2, 0.4, 5, 5, 1))
    paused = replace(moment(quick, Phase.HOLD), paused=True)
    demo.show_state(paused)
    demo.mistake_button.click()
    qtbot.waitUntil(lambda: demo.amount == 1.0, timeout=3000)
    qtbot.waitUntil(lambda: demo.amount < 0.5, timeout=3000)
    demo.show_state(paused)
    assert demo.showing_mistake


def test_practising_ends_the_mistake(demo: FaceDemo) -> None:
    demo.show_state(moment(UNEVEN))
    demo.mistake_button.click()
    demo.show_state(moment(UNEVEN, Phase.MOVE, 0.1))
    assert not demo.showing_mistake
    assert not demo.mistake_button.isVisible()


def test_no_button_where_there_is_no_mistake_or_no_room(demo: FaceDemo) -> None:
    demo.show_state(moment(SMILE))
    assert not demo.mistake_button.isVisible()
    assert demo.speed_button.isVisible()
    demo.resize(200, 160)
    demo.show_state(moment(UNEVEN))
    assert not demo.mistake_button.isVisible()
    assert not demo.speed_button.isVisible()


@pytest.mark.parametrize("mirrored", [True, False])
@pytest.mark.parametrize("affected", [Affected.LEFT, Affected.RIGHT])
def test_the_mistake_is_on_the_healthy_side(
    demo: FaceDemo, mirrored: bool, affected: Affected
) -> None:
    """In a mirror the patient's left is on the left; the weak side stays still."""
    demo.set_style(Style(reduced_motion=True))
    demo.set_mirrored(mirrored)
    demo.set_affected(affected)
    demo.show_state(moment(replace(UNEVEN, demonstration={})))
    demo.mistake_button.click()
    demo.show_exercise(demo._exercise, 1.0)
    picture = seen(demo).astype(np.int64)
    middle = picture.shape[1] // 2
    height = demo.mistake_button.y() - 80  # above the labels
    right_way, wrong = picture[:height, : middle - 4], picture[:height, middle + 4 :]
    moved = np.abs(right_way - wrong).sum(axis=2)[40:, 20:-20] > 60
    half = moved.shape[1] // 2
    healthy_on_left = (affected is Affected.RIGHT) == mirrored
    left, right = int(moved[:, :half].sum()), int(moved[:, half:].sum())
    assert (left > 3 * right) if healthy_on_left else (right > 3 * left), (left, right)


def test_a_slower_demonstration_takes_longer(demo: FaceDemo) -> None:
    demo.show_state(moment(SMILE, elapsed_s=0.0))
    demo.speed_button.click()
    assert demo.speed_button.text().strip() == "0.5 ×"
    demo.show_state(moment(SMILE, elapsed_s=4.0))
    assert 0.45 < demo.amount < 0.55  # half of the 4 s of the way in


def test_another_speed_does_not_jump() -> None:
    clock = DemoClock()
    clock.follow(3.0)
    clock.speed = 0.5
    assert clock.follow(3.0) == 3.0
    assert clock.follow(4.0) == 3.5
    assert clock.follow(0.5) == 0.25  # the phase began anew


def test_a_loop_goes_in_holds_goes_out_and_rests() -> None:
    dose = Dose(4, 3, 2, 5, 5, 1)
    assert [looped_amount(t, dose) for t in (0.0, 2.0, 4.0, 6.9, 8.0, 9.0, 10.4)] == [
        0.0,
        0.5,
        1.0,
        1.0,
        0.5,
        0.0,
        0.0,
    ]
    assert looped_amount(12.5, dose) == 0.5  # a period is 10.5 s


def test_every_movement_is_shown_in_the_time_of_its_dose() -> None:
    """Of each exercise by itself, and with the doses of each phase."""
    library = load_exercises(exercises_dir())
    phases = [f for p in library.programmes.values() for f in p.phases]
    shown = [*library.exercises.values(), *(e for f in phases for e in f.exercises)]
    for dose in {e.dose for e in shown if e.dose.move_s and e.dose.hold_s and e.dose.release_s}:
        there, back = dose.move_s, dose.move_s + dose.hold_s
        assert looped_amount(there / 2, dose) == pytest.approx(0.5)
        assert looped_amount(there, dose) == looped_amount(back - 0.01, dose) == 1.0
        assert looped_amount(back + dose.release_s / 2, dose) == pytest.approx(0.5)
        assert looped_amount(back + dose.release_s, dose) == pytest.approx(0.0)


def test_a_lid_closes_under_the_finger(demo: FaceDemo, qtbot: QtBot) -> None:
    exercise = load_exercises(exercises_dir()).exercises["manual_blink"]
    demo.show_state(moment(exercise))
    shares = set()

    def closed() -> bool:
        shares.add(demo.shown_amount())
        return 1.0 in shares and 0.0 in shares

    qtbot.waitUntil(closed, timeout=8000)  # one stroke takes 3 s


def test_hands_move_and_stand_still_for_less_motion(demo: FaceDemo, qtbot: QtBot) -> None:
    demo.show_state(moment(MASSAGE))
    first = seen(demo)
    qtbot.waitUntil(lambda: bool((seen(demo) != first).any()), timeout=3000)
    demo.set_style(Style(reduced_motion=True))
    still = seen(demo)
    qtbot.wait(300)
    assert np.array_equal(seen(demo), still)


def test_less_motion_shows_the_mistake_as_a_still_picture(demo: FaceDemo, qtbot: QtBot) -> None:
    demo.set_style(Style(reduced_motion=True))
    demo.show_state(moment(UNEVEN))
    assert not demo.speed_button.isVisible()
    demo.mistake_button.click()
    qtbot.wait(150)
    assert demo.amount == 1.0


def test_a_hidden_demonstration_stops_its_clock(demo: FaceDemo) -> None:
    demo.show_state(moment(MASSAGE))
    assert demo._timer.isActive()
    demo.hide()
    assert not demo._timer.isActive()


def test_with_little_room_the_mistake_takes_the_place_of_the_right_way(
    demo: FaceDemo, qtbot: QtBot
) -> None:
    """As at 200 % in the smallest window."""
    demo.set_style(Style(scale=2.0, reduced_motion=True))
    demo.resize(482, 242)
    demo.show_state(moment(replace(UNEVEN, touch=MASSAGE.touch)))
    for button in (demo.mistake_button, demo.speed_button):
        if button.isVisible():
            assert demo.rect().contains(button.geometry())
    assert demo.mistake_button.isVisible()
    before = seen(demo)
    demo.mistake_button.click()
    assert demo.showing_mistake
    assert "Mistake" in demo.accessibleDescription()
    assert (seen(demo) != before).any()
    demo.mistake_button.click()
    qtbot.waitUntil(lambda: np.array_equal(seen(demo), before), timeout=3000)


def wall_share(picture: Image) -> float:
    """How much of a picture has the colour of its middle of the left edge."""
    edge = picture[picture.shape[0] // 2, 4].astype(int)
    return float((np.abs(picture.astype(int) - edge).sum(axis=2) < 40).mean())


def test_a_face_comes_by_itself(qtbot: QtBot) -> None:
    """First the wall alone, at once; then the face, without anybody asking again."""
    face = FaceThumbnail(replace(SMILE, id="comes_by_itself"))
    qtbot.addWidget(face)
    face.set_style(Style(scale=1.37))  # a size that no other test has
    at_first = face.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    if face.standing_in:
        face.show()
        qtbot.waitUntil(lambda: not face.standing_in)
    assert (to_bgr(at_first) != seen(face)).any()
    assert wall_share(seen(face)) < 0.7
    face.close()


def test_another_size_shows_the_face_at_once(demo: FaceDemo, qtbot: QtBot) -> None:
    """What is there already stands in: no empty frame where a phase brings another size."""
    demo.show_state(moment(SMILE))
    before = wall_share(seen(demo))
    demo.resize(433, 297)
    picture = demo.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    assert demo.standing_in
    assert wall_share(to_bgr(picture)) < before + 0.25
    qtbot.waitUntil(lambda: not demo.standing_in)


def test_the_face_that_follows_waits_for_both_of_its_halves(qtbot: QtBot) -> None:
    face = FollowFace()
    qtbot.addWidget(face)
    face.set_style(Style())
    face.resize(301, 299)
    face.show()
    hold = states()["hold"]
    at_rest = SideReading(0.0, 0.2)
    face.show_state(replace(hold, left=SideReading(0.6 * hold.target_mm, 0.2), right=at_rest))
    left_moves = seen(face)
    face.show_state(replace(hold, left=at_rest, right=at_rest))
    changed = (seen(face) != left_moves).any(axis=2)
    middle = changed.shape[1] // 2
    assert changed[:, : middle - 20].sum() > 10 * changed[:, middle + 20 :].sum()
    face.close()
