"""Every page of the real window once in each language and text size; all states: `make walk`."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea

from coach.app.i18n import use_language
from coach.ui.pages.page import PageId
from tests.screens.checks import focus_problems, layout_problems, painted_problems
from tests.screens.scene import Scene
from tests.screens.scenes import catalogue
from tests.screens.stage import Stage
from tests.screens.worlds import World

SMALLEST = (1024, 640)
#: One scene for each page: the fullest.
SHOWN = (
    "welcome_07_side_asked", "home", "safety_before", "plan", "practice_hold", "practice_change",
    "summary", "progress", "settings", "about",
)  # fmt: skip
SCENES = {scene.name: scene for scene in catalogue()}


@pytest.fixture(scope="module", params=["en", "es"])
def stage(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Stage]:
    before = QLocale()
    with Stage(World.MONTHS, request.param) as made:
        yield made
    use_language(qapp, "en")
    QLocale.setDefault(before)


def show(stage: Stage, name: str, theme: str, scale: int) -> Scene:
    stage.reset()
    stage.look(theme, scale, SMALLEST)
    scene = SCENES[name]
    scene.show(stage, None)
    return scene


def test_the_catalogue_has_every_page_and_no_name_twice() -> None:
    assert {scene.page for scene in SCENES.values()} == set(PageId)
    assert {SCENES[name].page for name in SHOWN} == set(PageId)
    assert len(SCENES) == len(catalogue())


@pytest.fixture(autouse=True)
def home_again(stage: Stage) -> Iterator[None]:
    """A page that is left lets go of its camera and its clocks."""
    yield
    stage.reset()
    stage.open(PageId.HOME)


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("name", SHOWN)
def test_nothing_is_cut_off_small_nameless_or_out_of_reach(
    stage: Stage, name: str, scale: int
) -> None:
    assert layout_problems(stage, show(stage, name, "light", scale)) == []


@pytest.mark.parametrize(
    ("name", "theme", "scale"),
    [
        ("home", "light", 100), ("plan", "dark", 100), ("practice_hold", "contrast", 100),
        ("summary", "contrast", 100), ("settings", "dark", 100),
        ("welcome_07_side_asked", "light", 100), ("home", "contrast", 200),
        ("practice_hold", "light", 200), ("summary", "dark", 200), ("keys", "contrast", 200),
        ("settings", "light", 200),
    ],
)  # fmt: skip
def test_letters_the_keyboard_s_place_and_switches_can_be_seen(
    stage: Stage, name: str, theme: str, scale: int
) -> None:
    if stage.language != "en":
        pytest.skip("colours are the same in every language")
    scene = show(stage, name, theme, scale)
    assert painted_problems(stage, scene, theme) == []
    assert focus_problems(stage, scene) == []


def test_the_keyboard_is_in_the_window_again_when_a_dialog_has_closed(stage: Stage) -> None:
    show(stage, "settings", "light", 100)
    before = QApplication.focusWidget()
    assert before is not None
    stage.window.actions_.keys.trigger()
    stage.settle()
    (keys,) = stage.dialogs()
    assert QApplication.focusWidget() is not before
    keys.close()
    stage.window.activateWindow()  # as a window manager does
    stage.settle()
    assert QApplication.focusWidget() is before


def test_larger_letters_leave_the_keyboard_where_it_is(stage: Stage) -> None:
    show(stage, "settings", "light", 100)
    before = QApplication.focusWidget()
    stage.look("dark", 200, SMALLEST)
    assert before is not None
    assert QApplication.focusWidget() is before


def test_a_page_is_shown_from_its_top_again(stage: Stage) -> None:
    show(stage, "home", "light", 200)
    scroll = stage.window.home_page.findChild(QScrollArea, "homeScroll")
    assert scroll is not None
    bar = scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    stage.open(PageId.ABOUT)
    stage.open(PageId.HOME)
    start = stage.window.home_page.practice.start
    assert scroll.viewport().rect().contains(start.mapTo(scroll.viewport(), start.rect().center()))
    assert QApplication.focusWidget() is start


@pytest.mark.parametrize(
    ("name", "button"),
    [
        ("plan", "planHome"), ("summary", "homeButton"), ("progress", "progressHome"),
        ("settings", "settingsHome"), ("about", "aboutBack"),
    ],
)  # fmt: skip
def test_a_mouse_finds_the_way_home(stage: Stage, name: str, button: str) -> None:
    show(stage, name, "light", 100)
    home = stage.window.shown.findChild(QPushButton, button)
    assert home is not None
    corner = home.mapTo(stage.window, home.rect().center())
    assert stage.window.rect().contains(corner)  # without scrolling
    home.click()
    assert stage.window.shown.page_id is PageId.HOME


def test_the_way_home_has_one_place_and_one_word(stage: Stage) -> None:
    ways = set()
    for name, button in (
        ("plan", "planHome"), ("progress", "progressHome"), ("settings", "settingsHome"),
        ("about", "aboutBack"),
    ):  # fmt: skip
        show(stage, name, "light", 100)
        home = stage.window.shown.findChild(QPushButton, button)
        assert home is not None
        place = home.mapTo(stage.window, home.rect().topRight())
        ways.add((place.x(), place.y(), home.text(), home.accessibleName()))
    assert len(ways) == 1, ways
