"""The settings page: every setting, the therapist's plan and limits, consent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coach.app.about_facts import about_facts, facts_text
from coach.domain.feedback_mode import FeedbackMode
from coach.domain.movements import Region
from coach.domain.sides import Affected
from coach.storage.settings import Settings
from coach.storage.settings_registry import REGISTRY, SettingGroup, SettingKind
from coach.ui.pages.page import PageId
from coach.ui.plan_drop import PlanDrop, dropped_plan
from coach.ui.widgets.setting_controls import make_control
from coach.ui.widgets.stepper import Stepper
from tests.ui.own_pages import OwnPages, own_pages

PLAN = """\
schema_version = 1
title = "Plan of March"
programme = "smile"
days_a_week = 3
"""


@pytest.fixture
def pages(qtbot: QtBot, tmp_path: Path) -> Iterator[OwnPages]:
    with own_pages(tmp_path, Settings(theme="light", agreed=1, welcomed=1)) as made:
        made.window.resize(1240, 800)
        made.window.show()
        qtbot.waitExposed(made.window)
        made.window.go(PageId.SETTINGS)
        yield made


def click(pages: OwnPages, name: str) -> None:
    button = pages.settings.findChild(QPushButton, name)
    assert button is not None, name
    button.click()


def a_plan(tmp_path: Path, text: str = PLAN) -> Path:
    path = tmp_path / "march.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_setting_of_every_group_is_on_the_page(pages: OwnPages) -> None:
    own = {SettingKind.CAMERA: "row_camera", SettingKind.WORD: "row_agreed"}
    for spec in REGISTRY:
        if spec.group is SettingGroup.KEPT:
            continue
        name = own.get(spec.kind, f"row_{spec.name}")
        assert any(w.objectName() == name for w in pages.settings.findChildren(QWidget)), name


def test_every_kind_has_a_control_or_a_row_of_its_own(qtbot: QtBot) -> None:
    for spec in REGISTRY:
        control = make_control(spec)
        own = spec.kind in (SettingKind.CAMERA, SettingKind.WORD)
        assert (control is None) is own, spec.name
        if control is not None:
            qtbot.addWidget(control)
            control.show_value(getattr(Settings(), spec.name))


def test_a_change_holds_at_once(pages: OwnPages) -> None:
    click(pages, "set_sounds")
    assert pages.home.preferences().sounds is False
    click(pages, "set_feedback_bars")
    assert pages.home.preferences().feedback is FeedbackMode.BARS
    click(pages, "set_weekly_daysMore")
    assert pages.home.preferences().weekly_days == 6
    click(pages, "set_text_scale_pct_150")
    assert pages.home.preferences().text_scale_pct == 150
    assert pages.window.style_now.scale == 1.5
    click(pages, "set_theme_contrast")
    assert pages.window.style_now.tokens.name == "contrast"
    assert pages.reopened == []


def test_a_language_opens_the_window_again(pages: OwnPages) -> None:
    click(pages, "set_language_es")
    assert pages.home.preferences().language == "es"
    assert pages.reopened == [1]


def test_the_caliper_s_distance_is_entered_and_removed(pages: OwnPages) -> None:
    click(pages, "set_outer_canthal_mmEnter")
    click(pages, "set_outer_canthal_mmMore")
    assert pages.home.preferences().outer_canthal_mm == 90.5
    click(pages, "set_outer_canthal_mmRemove")
    assert pages.home.preferences().outer_canthal_mm is None


def test_times_are_added_in_order_and_removed(pages: OwnPages) -> None:
    times = pages.settings._rows["reminders"].control.times  # type: ignore[union-attr]
    for hour in ("18", "09", "18"):
        times.hour.setCurrentIndex(times.hour.findData(hour))
        times.add.click()
    assert pages.home.preferences().reminders == ("09:00", "18:00")
    click(pages, "set_reminders_09:00")
    assert pages.home.preferences().reminders == ("18:00",)


def test_a_switch_is_shown_only_while_it_means_something(pages: OwnPages) -> None:
    page = pages.settings
    page._parts = replace(page._parts, why_not=lambda _name: None)

    def shown() -> list[str]:
        page.entered()
        names = ("keep_reminding", "start_at_login")
        return [name for name in names if page._rows[name].isVisibleTo(page)]

    assert shown() == []
    click(pages, "set_reminders_on")
    assert shown() == ["keep_reminding"]
    click(pages, "set_keep_reminding")
    assert shown() == ["keep_reminding", "start_at_login"]
    click(pages, "set_start_at_login")
    assert pages.home.preferences().start_at_login
    click(pages, "set_reminders_on")
    assert shown() == []


def test_what_the_system_cannot_is_said_and_can_only_be_turned_off(pages: OwnPages) -> None:
    page, sentence = pages.settings, "There is no place for icons."
    reasons = {"keep_reminding": sentence, "start_at_login": ""}
    page._parts = replace(page._parts, why_not=reasons.get)
    pages.home.update(reminders_on=True)
    page.entered()
    row = page._rows["keep_reminding"]
    assert row.control is not None
    assert not row.control.isEnabled()
    assert row._told.text() == sentence
    pages.home.update(keep_reminding=True)  # wished for on another desktop
    page.entered()
    assert row.control.isEnabled()
    assert not page._rows["start_at_login"].isVisibleTo(page)
    click(pages, "set_keep_reminding")
    assert not row.control.isEnabled()
    pages.home.update(keep_reminding=True)
    page._parts = replace(page._parts, why_not={"start_at_login": ""}.get)
    page.entered()
    assert not page._rows["start_at_login"].isVisibleTo(page)  # no such system


def test_a_stepper_keeps_to_its_range(qtbot: QtBot) -> None:
    stepper = Stepper("s", "Number", 60.0, 62.0, 0.5, "mm")
    qtbot.addWidget(stepper)
    heard: list[float] = []
    stepper.changed.connect(heard.append)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Up, Qt.Key.Key_PageDown):
        qtbot.keyClick(stepper, key)
    assert heard == [60.5, 62.0, 60.0]
    assert not stepper.less.isEnabled()
    assert stepper.more.accessibleDescription() == "60 mm"


def test_consent_can_be_taken_back_and_given(pages: OwnPages) -> None:
    click(pages, "consentTurn")
    assert pages.home.preferences().agreed == 1  # not before it is said what becomes of the data
    click(pages, "withdrawKeep")
    assert pages.home.preferences().agreed == 0
    click(pages, "consentTurn")
    assert pages.home.preferences().agreed == 1
    click(pages, "welcomeAgain")
    assert pages.window.shown is pages.welcome


def test_a_plan_is_read_first_then_used_then_taken_back(pages: OwnPages, tmp_path: Path) -> None:
    card = pages.settings.therapist.plan
    card._ask_file = lambda _parent: a_plan(tmp_path)
    click(pages, "planOpen")
    assert "Plan of March" in card.said.text()
    assert pages.home.preferences().weekly_days == 5
    click(pages, "planLeave")
    assert card.said.text() == ""
    click(pages, "planOpen")
    click(pages, "planUse")
    assert pages.home.preferences().weekly_days == 3
    assert pages.reopened == [1]
    pages.settings.entered()
    row = pages.settings._rows["weekly_days"]
    assert row.control is not None
    assert not row.control.isEnabled()
    assert row._told.isVisibleTo(row)
    click(pages, "planBack")
    assert pages.home.preferences().weekly_days == 5
    assert pages.reopened == [1, 1]


def test_a_broken_plan_is_one_sentence_with_its_line(pages: OwnPages, tmp_path: Path) -> None:
    pages.settings.open_plan(a_plan(tmp_path, PLAN.replace("= 3", "= 30")))
    said = pages.settings.therapist.plan.said.text()
    assert said.startswith("march.toml, line 4: days_a_week must be at most 7, not 30.")
    assert not pages.settings.therapist.plan.use.isVisible()


def test_the_plan_is_saved_as_a_file(pages: OwnPages, tmp_path: Path) -> None:
    target = tmp_path / "out.toml"
    pages.settings.therapist.plan._ask_target = lambda _parent: target
    click(pages, "planExport")
    assert 'title = "My practice"' in target.read_text(encoding="utf-8")
    assert "out.toml" in pages.settings.therapist.plan.said.text()


def test_limits_are_behind_a_therapist(pages: OwnPages) -> None:
    card = pages.settings.therapist
    assert not card.table.isVisible()
    click(pages, "limitsOpen")
    click(pages, "limitsConfirmNo")
    assert not card.table.isVisible()
    click(pages, "limitsOpen")
    click(pages, "limitsConfirmYes")
    assert card.table.isVisible()
    assert pages.person.therapist_present


def test_another_limit_goes_into_the_plan(pages: OwnPages) -> None:
    pages.person.set_therapist_present(True)
    pages.settings.entered()
    card = pages.settings.therapist
    exercise = str(card.table.exercise.currentData())
    usual = {limit.region: limit.value for limit in pages.limits.limits(exercise)}
    assert not card.save.isEnabled()
    click(pages, "limit_eyeMore")
    assert card.save.isEnabled()
    click(pages, "limitsDrop")
    assert not card.save.isEnabled()
    click(pages, "limit_eyeMore")
    click(pages, "limitsSave")
    present = pages.plans.present()
    assert present is not None
    (change,) = present.thresholds
    assert (change.exercise_id, change.region) == (exercise, Region.EYE)
    assert change.value == usual[Region.EYE] + 1
    assert pages.reopened == [1]


def test_a_limit_stays_between_what_the_camera_can_tell(pages: OwnPages) -> None:
    exercise = pages.limits.exercises()[0].id
    pages.limits.want(exercise, Region.EYE, 0.1)
    eye = next(x for x in pages.limits.limits(exercise) if x.region is Region.EYE)
    assert eye.value == eye.low > 0.1


def test_the_camera_is_on_only_while_it_is_looked_at(pages: OwnPages) -> None:
    click(pages, "cameraChoose")
    assert pages.cameras.looked
    assert "drawn face" in pages.settings.camera.picker.state.text()
    pages.window.go(PageId.HOME)
    assert not pages.cameras.looked
    assert not pages.settings.camera.picker.isVisibleTo(pages.settings)


def drop(window: object, path: Path) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    place = QPoint(10, 10)
    either = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    none = Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(place, *either, none)
    QApplication.sendEvent(window, entering)  # type: ignore[arg-type]
    if not entering.isAccepted():
        return False
    QApplication.sendEvent(window, QDropEvent(QPointF(place), *either, none))  # type: ignore[arg-type]
    return True


def test_a_plan_is_dropped_on_the_window(pages: OwnPages, tmp_path: Path) -> None:
    welcome = [True]
    PlanDrop(pages.window, lambda: welcome[0], pages.settings.open_plan)
    assert drop(pages.window, a_plan(tmp_path))
    assert "Plan of March" in pages.settings.therapist.plan.said.text()
    assert not drop(pages.window, tmp_path / "photo.png")
    welcome[0] = False
    assert not drop(pages.window, a_plan(tmp_path))


def test_only_one_file_of_the_right_kind_is_a_plan(tmp_path: Path) -> None:
    data = QMimeData()
    assert dropped_plan(data) is None
    data.setUrls([QUrl("https://example.org/plan.toml")])
    assert dropped_plan(data) is None
    data.setUrls([QUrl.fromLocalFile("/a.toml"), QUrl.fromLocalFile("/b.toml")])
    assert dropped_plan(data) is None


def test_what_the_program_is_made_of_can_be_copied(pages: OwnPages) -> None:
    pages.window.go(PageId.ABOUT)
    pages.about.copy.click()
    text = QGuiApplication.clipboard().text()
    assert text == facts_text(about_facts("ab" * 32))
    for word in (
        "Program: ",
        "Python: 3.",
        "Qt: 6.",
        "Landmark models: MediaPipe 0.10.21",
        "abababab",
    ):
        assert word in text
    assert pages.about.copied.text() == "Copied."
    assert pages.about.nav_text() == "About"


def test_the_affected_side_of_a_plan_stands_above_the_person_s(pages: OwnPages) -> None:
    pages.home.update(affected=Affected.RIGHT)
    pages.plans.apply(pages.plans.preview(PLAN + 'affected = "left"\n'))
    assert pages.home.preferences().affected is Affected.LEFT
