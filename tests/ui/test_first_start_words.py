"""First start: whose face the words speak of."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coach.app.welcome_presenter import WelcomeStep
from coach.capture.cameras import CameraInfo
from coach.ui.pages.page import PageId
from coach.ui.pages.welcome_side import SideStep
from tests.ui.own_pages import own_pages
from tests.ui.test_first_start import walk_to


@pytest.mark.parametrize("cameras", [[], [CameraInfo(0, "Webcam", "w")]])
def test_only_a_cameras_picture_is_called_the_person(
    qtbot: QtBot, tmp_path: Path, cameras: list[CameraInfo]
) -> None:
    with own_pages(tmp_path, cameras_here=lambda: cameras) as made:
        made.window.resize(1366, 768)
        made.window.show()
        made.window.go(PageId.WELCOME)
        walk_to(made, WelcomeStep.SIDE)
        step = made.welcome.step_widget
        assert isinstance(step, SideStep)
        assert made.cameras.looked
        assert ("This is you" in step.lead.text()) == bool(cameras)
        assert ("drawn face" in step.lead.text()) == (not cameras)
