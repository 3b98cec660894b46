"""First start, settings and about: nothing cut off, unnamed, too small or out of reach."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coach.app.welcome_presenter import WelcomeStep
from coach.domain.sides import Side
from coach.ui.pages.page import PageId
from coach.ui.pages.welcome_side import SideStep
from tests.ui.own_pages import OwnPages, shown_pages
from tests.ui.widget_walk import clipped, interactive, overlaps, tab_order

SMALL, HUGE = (1024, 640), (3840, 2160)
CASES = [("en", 100, SMALL), ("es", 200, SMALL), ("en", 200, SMALL), ("es", 100, HUGE)]

Opened = Callable[[], OwnPages]


@pytest.fixture(params=CASES, ids=lambda c: f"{c[0]}-{c[1]}-{c[2][0]}")
def pages(
    request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> Iterator[OwnPages]:
    with shown_pages(qtbot, qapp, tmp_path, request.param) as made:
        yield made


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def assert_sound(pages: OwnPages, page: QWidget, where: str) -> None:
    settle()
    assert overlaps(pages.window.pages) == [], where
    assert clipped(pages.window.pages) == [], where
    reached = set(tab_order(pages.window))
    controls = interactive(page)
    for control in controls:
        assert control.objectName(), (where, control)
        assert control.accessibleName(), (where, control.objectName())
        # 44 px: WCAG 2.5.5, target size.
        assert min(control.width(), control.height()) >= 44, (where, control.objectName())
    # Buttons of one choice share a turn: arrows move inside it.
    turns = {c for c in controls if not (c.property("checkable") and "_" in c.objectName())}
    assert {c.objectName() for c in turns - reached} == set(), where
    names = [c.objectName() for c in controls]
    assert len(names) == len(set(names)), where


def test_the_first_start(pages: OwnPages) -> None:
    pages.window.go(PageId.WELCOME)
    pages.start.tell_signs(False)
    for step in WelcomeStep:
        pages.start.start(step)
        assert pages.start.step is step
        assert_sound(pages, pages.welcome, step)
        widget = pages.welcome.step_widget
        if isinstance(widget, SideStep):
            widget.face._choose(Side.LEFT)
            assert_sound(pages, pages.welcome, "side chosen")
            widget.yes.click()


def test_the_settings(pages: OwnPages) -> None:
    pages.window.go(PageId.SETTINGS)
    assert_sound(pages, pages.settings, "settings")
    pages.home.update(outer_canthal_mm=92.5, reminders=("08:00", "18:30"))
    pages.settings.camera.choose.click()
    pages.person.set_therapist_present(True)
    pages.settings.entered()
    assert_sound(pages, pages.settings, "everything unfolded")


def test_about(pages: OwnPages) -> None:
    pages.window.go(PageId.ABOUT)
    assert_sound(pages, pages.about, "about")
