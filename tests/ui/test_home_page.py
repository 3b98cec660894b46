"""The first page: today in one button, the week, and the way to the other pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from coach.ui.main_window import MainWindow
from coach.ui.pages.page import PageId
from coach.ui.pages.past_card import row_text
from tests.screens.stage import Stage
from tests.screens.worlds import World
from tests.ui.fake_presenters import Row


def _bottom(part: QWidget, page: QWidget) -> int:
    return part.mapTo(page, part.rect().bottomLeft()).y()


def test_today_and_the_week_are_seen_without_scrolling(qapp: QApplication) -> None:
    with Stage(World.MONTHS) as stage:
        stage.look("light", 100, (1240, 800))
        page = stage.window.home_page
        stage.open(PageId.HOME)
        for part in (page.practice.exercises, page.practice.affected, page.week):
            assert _bottom(part, page) < page.height()


@pytest.mark.parametrize(
    ("scale", "size", "beside"),
    [(100, (1240, 800), True), (100, (1920, 1080), True), (200, (1240, 800), False)],
)
def test_other_pages_stand_beside_the_title_where_there_is_room(
    qapp: QApplication, scale: int, size: tuple[int, int], beside: bool
) -> None:
    with Stage(World.MONTHS) as stage:
        page = stage.window.home_page
        for _ in range(2):  # there and back again
            stage.look("light", 200 if beside else 100, size)
            stage.look("light", scale, size)
            nav = page.nav.mapTo(page, page.nav.rect().center()).y()
            tools = page.larger.mapTo(page, page.larger.rect().center()).y()
            assert (abs(nav - tools) < 4) is beside
            assert beside or nav > _bottom(page.practice, page)


def test_nothing_to_practise_leads_to_the_reason(qapp: QApplication) -> None:
    with Stage(World.SHUT) as stage:
        page = stage.window.home_page
        stage.open(PageId.HOME)
        assert page.first_focus() is page.practice.programme
        assert not page.practice.start.isVisible()
        assert not page.practice.length.isVisible()
        page.practice.programme.click()
        assert stage.window.shown.page_id is PageId.PLAN


def test_a_session_of_the_drawn_face_is_marked() -> None:
    own = Row("s1", datetime(2026, 3, 9, 9, 12, tzinfo=UTC), "Closed smile", 10, 9)
    assert row_text(own).split("\n")[1] == "Closed smile"
    first, second = row_text(replace(own, drawn=True)).split("\n")
    assert first.endswith("10\u00a0repetitions, 9\u00a0measured")
    assert row_text(replace(own, scored=10)).split("\n")[0].endswith(", 10\u00a0repetitions")
    assert second == "Drawn face: Closed smile"


def test_menus_say_what_is_in_them(window: MainWindow) -> None:
    bar = window.menuBar()
    titles = [action.text().replace("&", "") for action in bar.actions()]
    assert titles == ["Practice", "View", "What I see and hear", "Help"]
    keys = [text[text.index("&") + 1] for text in (a.text() for a in bar.actions())]
    assert len(set(keys)) == len(keys)
    practice = bar.findChild(QMenu, "practiceMenu")
    seen = bar.findChild(QMenu, "seenMenu")
    assert practice is not None
    assert seen is not None
    names = [a.objectName() for a in practice.actions() if not a.isSeparator()]
    stop = names.index("stopSession")
    assert names[stop + 1 : stop + 4] == ["changeExercise", "tooHard", "itHurts"]
    assert [a.objectName() for a in seen.actions()][:2] == ["feedback_mirror", "feedback_bars"]
