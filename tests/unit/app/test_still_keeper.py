from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from coach.app.snapshot import Snapshot
from coach.app.still_keeper import SIDE_PX, StillKeeper, stills
from coach.domain.coach_state import SideReading
from coach.domain.exercise import Phase
from coach.domain.landmarks import N_LANDMARKS
from coach.domain.quality import QualityReason
from coach.domain.still import Pose
from tests.ui.fake_presenters import smiling, snapshot_of

NOW = datetime(2026, 3, 14, tzinfo=UTC)


def shot(phase: Phase, size_mm: float, grey: int, quality: QualityReason | None = None) -> Snapshot:
    image = np.full((480, 640, 3), grey, np.uint8)
    points = np.zeros((N_LANDMARKS, 3))
    points[:, 0] = np.linspace(250, 390, N_LANDMARKS)
    points[:, 1] = np.linspace(150, 330, N_LANDMARKS)
    reading = SideReading(size_mm, 0.5)
    state = smiling(phase, 1.0, 4.0, left=reading, right=reading, quality=quality)
    return snapshot_of(state, image, points)


def grey_of(png: bytes) -> int:
    image = QImage.fromData(png)
    assert (image.width(), image.height()) == (SIDE_PX, SIDE_PX)
    return image.pixelColor(SIDE_PX // 2, SIDE_PX // 2).red()


def test_nothing_is_held_unless_the_person_asked_to_be_asked(qtbot: QtBot) -> None:
    keeper = StillKeeper()
    keeper.see(shot(Phase.HOLD, 3.0, 100))
    assert stills(keeper.held(), "s", NOW) == []


def test_rest_and_the_largest_scored_hold(qtbot: QtBot) -> None:
    keeper = StillKeeper()
    keeper.wanted = True
    keeper.see(None)
    keeper.see(shot(Phase.BASELINE, 0.0, 40))
    assert not keeper.complete
    for size, grey in ((3.0, 80), (5.0, 120), (4.0, 160)):
        keeper.see(shot(Phase.HOLD, size, grey))
    keeper.see(shot(Phase.HOLD, 9.0, 200, QualityReason.YAW))
    keeper.see(shot(Phase.MOVE, 9.0, 210))
    assert keeper.complete
    found = {still.pose: grey_of(still.png) for still in stills(keeper.held(), "s", NOW)}
    assert found == {Pose.REST: 40, Pose.LARGEST: 120}
    keeper.clear()
    assert stills(keeper.held(), "s", NOW) == []


def test_another_session_begins_with_nothing_held(qtbot: QtBot) -> None:
    keeper = StillKeeper()
    keeper.wanted = True
    keeper.see(shot(Phase.HOLD, 9.0, 100))
    keeper.see(shot(Phase.SETUP, 0.0, 10))
    keeper.see(shot(Phase.HOLD, 3.0, 50))
    (still,) = stills(keeper.held(), "s", NOW)
    assert grey_of(still.png) == 50


def test_a_moment_without_a_face_is_not_held(qtbot: QtBot) -> None:
    keeper = StillKeeper()
    keeper.wanted = True
    snapshot = shot(Phase.HOLD, 3.0, 100)
    keeper.see(replace(snapshot, face=replace(snapshot.face, points=None)))
    assert stills(keeper.held(), "s", NOW) == []
