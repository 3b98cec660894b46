"""The real window with scripted presenters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coach.ui.main_window import MainWindow
from tests.ui.fake_presenters import Choices, FakeHome, FakeSession

MakeWindow = Callable[..., MainWindow]


@pytest.fixture
def home() -> FakeHome:
    return FakeHome()


@pytest.fixture
def session() -> FakeSession:
    return FakeSession()


@pytest.fixture
def window(
    qtbot: QtBot, home: FakeHome, session: FakeSession, tmp_path: Path
) -> Iterator[MainWindow]:
    made = MainWindow(home, session, choose_folder=lambda _parent: tmp_path)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)  # keys go nowhere before
    yield made
    made.close()


@pytest.fixture
def make_window(qtbot: QtBot) -> Iterator[MakeWindow]:
    made: list[MainWindow] = []

    def make(choices: Choices, size: tuple[int, int]) -> MainWindow:
        window = MainWindow(FakeHome(choices), FakeSession())
        qtbot.addWidget(window)
        window.resize(*size)
        window.show()
        qtbot.waitExposed(window)
        made.append(window)
        return window

    yield make
    for window in made:
        window.close()
