"""The same visit in the same window without any screen: keys by Qt's own tester."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coach.app.i18n import use_language
from coach.coaching.library import exercises_dir, load_exercises
from coach.storage.feedback import FeedbackRepository
from tests.fixtures.whole_path import PATH, WELCOME, write_exercises
from tests.screens.stage import Stage
from tests.screens.worlds import World, newest_session

PATIENCE_S = 120.0
#: Where a screen can be had, the same visit runs on it in every run (`test_whole_path_keys.py`).
_WITHOUT_A_SCREEN = pytest.mark.long if shutil.which("Xvfb") else pytest.mark.slow
KEYS = {
    "Return": Qt.Key.Key_Return,
    "space": Qt.Key.Key_Space,
    "Left": Qt.Key.Key_Left,
    "Right": Qt.Key.Key_Right,
    "Tab": Qt.Key.Key_Tab,
    "Escape": Qt.Key.Key_Escape,
    "f": Qt.Key.Key_F,
    "q": Qt.Key.Key_Q,
}
MODIFIERS = {
    "shift": Qt.KeyboardModifier.ShiftModifier,
    "ctrl": Qt.KeyboardModifier.ControlModifier,
}


class Ears:
    """What the window does, and has not been waited for yet."""

    def __init__(self, stage: Stage) -> None:
        self._heard: list[str] = []
        stage.desk.session.event_raised.connect(
            lambda event: self._heard.append(f"event {type(event).__name__}")
        )
        pages = stage.window.pages
        pages.currentChanged.connect(
            lambda _: self._heard.append(f"page {stage.window.shown.objectName()}")
        )

    def wait_for(self, line: str) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while line not in self._heard:
            assert time.monotonic() < deadline, f"not heard: {line}"
            QTest.qWait(5)
        del self._heard[: self._heard.index(line) + 1]


@pytest.fixture
def stage(qapp: QApplication, tmp_path: Path) -> Iterator[Stage]:
    before = QLocale()
    write_exercises(tmp_path / "exercises")
    library = load_exercises(exercises_dir(), tmp_path / "exercises")
    with Stage(World.FRESH, library=library) as made:
        made.window.activateWindow()
        QTest.qWaitForWindowActive(made.window)
        yield made
    use_language(qapp, "en")
    QLocale.setDefault(before)


def press(stage: Stage, name: str) -> None:
    modifier, _, key = name.rpartition("+")
    pressed = MODIFIERS.get(modifier, Qt.KeyboardModifier.NoModifier)
    QTest.keyClick(QApplication.focusWidget() or stage.window, KEYS[key], pressed)
    stage.settle()


@pytest.mark.slow
@pytest.mark.timeout(300)
@_WITHOUT_A_SCREEN
def test_from_the_first_start_to_the_last_key(stage: Stage) -> None:
    ears = Ears(stage)
    for key in WELCOME:
        press(stage, key)
    for line, keys in PATH:
        ears.wait_for(line)
        for key in keys:
            press(stage, key)
    assert not stage.window.isVisible()
    wanted = stage.desk.home.preferences()
    assert (wanted.welcomed, wanted.agreed, wanted.affected) == (1, 1, "left")
    assert (wanted.feedback, wanted.text_scale_pct) == ("bars", 125)
    record = newest_session(stage.database)
    assert record.finished
    assert len(record.reps) >= 2  # one that could not be seen is done again
    felt = FeedbackRepository(stage.database).of(record.id)
    assert felt is not None
    assert felt.effort == 0
