"""The first start: one question a screen, and the weak side cannot be swapped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from coach.app.camera_preview import Seen
from coach.app.welcome_presenter import WelcomeStep
from coach.capture.litert_landmarker import LiteRtLandmarker
from coach.domain.exercise import Stage
from coach.domain.frames import Frame
from coach.domain.landmarks import SIDE_LANDMARKS
from coach.domain.sides import Affected, Side
from coach.face.expression import Expression
from coach.face.painter import render_face
from coach.storage.settings import Settings
from coach.ui.pages.page import PageId
from coach.ui.pages.welcome_side import SideStep
from coach.ui.widgets.answer_button import AnswerButton
from coach.ui.widgets.face_halves import FaceHalves
from tests.ui.own_pages import OwnPages, own_pages

PLAN = """\
schema_version = 1
title = "Plan of March"
programme = "smile"
affected = "left"
[profile]
stage = "synkinetic"
"""


@pytest.fixture
def pages(qtbot: QtBot, tmp_path: Path) -> Iterator[OwnPages]:
    with own_pages(tmp_path) as made:
        made.window.resize(1240, 800)
        made.window.show()
        qtbot.waitExposed(made.window)
        made.window.go(PageId.WELCOME)
        yield made


def step_of(pages: OwnPages) -> WelcomeStep:
    """Read anew each time: a key has changed it meanwhile."""
    return pages.start.step


def walk_to(pages: OwnPages, step: WelcomeStep) -> None:
    """Answer what must be answered and go on until `step`."""
    for _ in range(20):
        if pages.start.step is step:
            return
        if pages.start.step is WelcomeStep.CONSENT:
            pages.start.agree(True)
        if pages.start.step is WelcomeStep.STOP_SIGNS:
            pages.start.tell_signs(False)
        if pages.start.step is WelcomeStep.SIDE:
            pages.start.choose_side(None)
        pages.start.next()
    raise AssertionError(f"{step} is not reached")


def test_nothing_goes_on_without_a_word_on_measuring(pages: OwnPages, qtbot: QtBot) -> None:
    walk_to(pages, WelcomeStep.CONSENT)
    assert not pages.welcome.next.isEnabled()
    assert not pages.welcome.skip.isVisible()
    qtbot.keyClick(pages.welcome, Qt.Key.Key_Return)
    assert step_of(pages) is WelcomeStep.CONSENT
    assert pages.home.preferences().agreed == 0


def test_who_only_looks_around_is_asked_nothing_about_their_face(pages: OwnPages) -> None:
    walk_to(pages, WelcomeStep.CONSENT)
    pages.start.agree(False)
    assert pages.start.steps == (
        WelcomeStep.LANGUAGE,
        WelcomeStep.LOOK,
        WelcomeStep.WHAT,
        WelcomeStep.CONSENT,
        WelcomeStep.EYE_CARE,
    )
    pages.start.next()
    pages.start.next()
    assert pages.window.shown.page_id is PageId.HOME
    assert pages.home.preferences().agreed == 0
    assert pages.home.preferences().welcomed == 1
    assert not pages.cameras.looked


def test_a_warning_sign_ends_it_and_keeps_practice_shut(pages: OwnPages) -> None:
    walk_to(pages, WelcomeStep.STOP_SIGNS)
    assert not pages.welcome.next.isEnabled()
    pages.start.tell_signs(True)
    step = pages.welcome.step_widget
    assert step is not None
    shut = step.findChild(QLabel, "practiceShut")
    assert shut is not None
    answers = step.findChildren(AnswerButton)
    assert [b.objectName() for b in answers] == ["signs_sign", "signs_none"]
    assert pages.person.profile.stop_sign
    assert pages.start.position == (5, 5)
    pages.start.next()
    assert pages.window.shown.page_id is PageId.HOME
    assert pages.home.preferences().welcomed == 0


def test_all_answers_are_kept(pages: OwnPages, qtbot: QtBot) -> None:
    walk_to(pages, WelcomeStep.SIDE)
    step = pages.welcome.step_widget
    assert isinstance(step, SideStep)
    qtbot.keyClick(step.face, Qt.Key.Key_Right)
    assert not pages.welcome.next.isEnabled()
    assert pages.home.preferences().affected is None
    qtbot.keyClick(step.face, Qt.Key.Key_Return)
    assert pages.home.preferences().affected is Affected.RIGHT
    assert step_of(pages) is WelcomeStep.SIDE
    qtbot.keyClick(step.face, Qt.Key.Key_Return)
    assert step_of(pages) is WelcomeStep.STAGE
    pages.start.put(replace(pages.person.profile, stage=Stage.PARETIC, movement_seen=True))
    while pages.window.shown is pages.welcome:
        pages.start.next()
    assert pages.person.profile.stage is Stage.PARETIC
    assert pages.home.preferences().welcomed == 1
    assert pages.reopened == []


def test_no_the_other_side_turns_it_round(pages: OwnPages) -> None:
    walk_to(pages, WelcomeStep.SIDE)
    step = pages.welcome.step_widget
    assert isinstance(step, SideStep)
    step.face._choose(Side.LEFT)
    assert "left hand" in step.sure.text()
    step.no.click()
    assert "right hand" in step.sure.text()
    assert step.face.side is Side.RIGHT
    step.yes.click()
    assert pages.home.preferences().affected is Affected.RIGHT


@pytest.mark.parametrize(
    ("word", "kept"), [("both", Affected.BOTH), ("none", Affected.NONE), ("unsure", None)]
)
def test_both_neither_and_not_sure_need_no_second_word(
    pages: OwnPages, word: str, kept: Affected | None
) -> None:
    walk_to(pages, WelcomeStep.SIDE)
    step = pages.welcome.step_widget
    assert isinstance(step, SideStep)
    step.answers.chosen.emit(word)
    assert pages.home.preferences().affected is kept
    assert pages.welcome.next.isEnabled()
    asked = WelcomeStep.STAGE in pages.start.steps
    assert asked is (kept is not Affected.NONE)


def test_a_plan_file_answers_for_the_person(pages: OwnPages, tmp_path: Path) -> None:
    walk_to(pages, WelcomeStep.WHAT)
    file = tmp_path / "march.toml"
    file.write_text(PLAN, encoding="utf-8")
    pages.plans.apply(pages.plans.read(file))
    assert pages.start.steps[3:] == (
        WelcomeStep.CONSENT,
        WelcomeStep.STOP_SIGNS,
        WelcomeStep.CAMERA,
        WelcomeStep.EYE_CARE,
    )
    walk_to(pages, WelcomeStep.EYE_CARE)
    pages.start.next()
    assert pages.reopened == [1]
    assert pages.home.preferences().affected is Affected.LEFT
    assert pages.person.profile.stage is Stage.SYNKINETIC


def test_another_language_opens_the_window_again(pages: OwnPages) -> None:
    step = pages.welcome.step_widget
    assert step is not None
    step.answers.chosen.emit("es")  # type: ignore[attr-defined]
    assert pages.home.preferences().language == "es"
    assert pages.reopened == [1]


def test_text_size_is_seen_at_once(pages: OwnPages) -> None:
    walk_to(pages, WelcomeStep.LOOK)
    before = pages.welcome.next.height()
    pages.welcome.step_widget.sizes.chosen.emit("200")  # type: ignore[union-attr]
    QApplication.processEvents()
    assert pages.welcome.next.height() > before * 1.3


def test_escape_goes_back_and_never_out(pages: OwnPages) -> None:
    walk_to(pages, WelcomeStep.WHAT)
    assert pages.welcome.escape()
    assert step_of(pages) is WelcomeStep.LOOK
    for _ in range(5):
        assert pages.welcome.escape()
    assert step_of(pages) is WelcomeStep.LANGUAGE
    assert pages.window.shown is pages.welcome
    pages.home.update(welcomed=1)
    assert not pages.welcome.escape(), "gone through once, it can be left"


def test_the_camera_rests_on_every_other_screen(pages: OwnPages) -> None:
    walk_to(pages, WelcomeStep.SIDE)
    assert pages.cameras.looked
    walk_to(pages, WelcomeStep.STAGE)
    assert not pages.cameras.looked
    walk_to(pages, WelcomeStep.EYE_CARE)
    pages.start.back()
    pages.window.go(PageId.HOME)
    assert not pages.cameras.looked


@pytest.fixture(scope="module")
def marked() -> Seen:
    """A drawn face whose patient's LEFT cheek is painted red in the unmirrored picture."""
    picture = render_face(Expression.neutral(), (640, 480))
    view = np.frombuffer(picture.constBits(), np.uint8).reshape(480, -1, 4)
    image = np.ascontiguousarray(view[:, :640, :3])
    landmarker = LiteRtLandmarker()
    try:
        for index in range(3):  # the tracker needs a few pictures to settle
            face = landmarker.detect(Frame(image, index, index * 33_000_000))
    finally:
        landmarker.close()
    assert face.points is not None
    eye, mouth = (
        face.points[SIDE_LANDMARKS[Side.LEFT].outer_canthus],
        face.points[SIDE_LANDMARKS[Side.LEFT].commissure],
    )
    x, y = (int(v) for v in (0.35 * eye + 0.65 * mouth)[:2] + np.array([12, 0]))
    image = image.copy()
    image[y - 6 : y + 6, x - 6 : x + 6] = (0, 0, 255)
    assert x > 320, "on an unmirrored picture the patient's left is on the right"
    return Seen(Frame(image, 0, 0), face)


def red_spot(widget: FaceHalves) -> QPoint:
    """Where the red cheek is on the screen."""
    shot = widget.grab().toImage()
    found = [
        (x, y)
        for x in range(0, shot.width(), 2)
        for y in range(0, shot.height(), 2)
        if (c := shot.pixelColor(x, y)).red() > 200 and c.green() < 60 and c.blue() < 60
    ]
    assert found
    ratio = shot.devicePixelRatio()
    x, y = (sum(v) / len(found) / ratio for v in zip(*found, strict=True))
    return QPoint(round(x), round(y))


def test_the_side_cannot_be_swapped(qtbot: QtBot, marked: Seen) -> None:
    """A tap on the patient's left cheek, wherever it is painted, is their left; so is the key."""
    face = FaceHalves()
    qtbot.addWidget(face)
    face.resize(560, 420)
    face.show()
    heard: list[Side] = []
    face.chosen.connect(heard.append)
    face.show_seen(marked)
    spot = red_spot(face)
    assert spot.x() < face.width() / 2, "as in a mirror: the patient's left is on the left"
    qtbot.mouseClick(face, Qt.MouseButton.LeftButton, pos=spot)
    assert heard == [Side.LEFT]
    assert "left hand" in face.accessibleDescription()
    mirrored_spot = QPoint(face.width() - spot.x(), spot.y())
    qtbot.mouseClick(face, Qt.MouseButton.LeftButton, pos=mirrored_spot)
    qtbot.keyClick(face, Qt.Key.Key_Left)
    qtbot.keyClick(face, Qt.Key.Key_Right)
    assert heard == [Side.LEFT, Side.RIGHT, Side.LEFT, Side.RIGHT]


def test_another_size_keeps_the_picture_and_its_outline_together(
    qtbot: QtBot, marked: Seen
) -> None:
    """Also where no other picture comes: the camera may have stopped."""
    face = FaceHalves()
    qtbot.addWidget(face)
    face.resize(560, 420)
    face.show()
    face.show_seen(marked)
    face.resize(420, 420)
    assert face._part.width() / face._part.height() == pytest.approx(1.0, abs=0.01)
    spot = red_spot(face)
    assert face._on_screen(Side.LEFT).containsPoint(QPointF(spot), Qt.FillRule.OddEvenFill)


def test_beside_the_face_the_nearer_half_is_meant(qtbot: QtBot, marked: Seen) -> None:
    face = FaceHalves()
    qtbot.addWidget(face)
    face.resize(560, 420)
    assert face.side_at(QPointF(10, 200)) is None  # no face yet: nothing can be taken
    face.show_seen(marked)
    assert face.side_at(QPointF(4, 200)) is Side.LEFT
    assert face.side_at(QPointF(face.width() - 4, 200)) is Side.RIGHT


def test_whatever_the_mirror_setting_says_this_is_a_mirror(
    qtbot: QtBot, tmp_path: Path, marked: Seen
) -> None:
    with own_pages(tmp_path, Settings(theme="light", mirrored=False)) as made:
        made.window.show()
        made.window.go(PageId.WELCOME)
        walk_to(made, WelcomeStep.SIDE)
        step = made.welcome.step_widget
        assert isinstance(step, SideStep)
        QApplication.processEvents()
        step.face.show_seen(marked)
        assert red_spot(step.face).x() < step.face.width() / 2
