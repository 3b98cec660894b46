"""Cameras that come and go, with the drawn face as every camera's picture."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from pytestqt.qtbot import QtBot

from coach.app.camera_presenter import CameraPresenter
from coach.app.camera_preview import CameraPreview
from coach.app.sources import Patient, drawn_face
from coach.app.tasks import run_inline
from coach.capture.cameras import CameraInfo
from coach.capture.source import FrameSource
from coach.domain.errors import SourceError
from coach.domain.frames import Frame, ImageStats, SourceInfo
from coach.domain.landmarks import FaceFrame
from coach.domain.session import EngineInfo

LID = CameraInfo(0, "Lid", "by-path:lid")
GOOD = CameraInfo(2, "Good", "by-id:good")


class NoLandmarks:
    """An engine that sees no face: enough where only the picture matters."""

    info = EngineInfo("none", "0", "0")

    def detect(self, frame: Frame) -> FaceFrame:
        return FaceFrame(None, frame.index, frame.t_ns, frame.size, 0, ImageStats(1, 1, 1))

    def close(self) -> None:
        """Nothing to let go."""


class Busy:
    """A camera that another program has."""

    def open(self) -> SourceInfo:
        raise SourceError("Camera 2 cannot be opened.", "Close other programs that use it.")

    def read(self) -> Frame | None:
        return None

    def close(self) -> None:
        """Was never open."""


@dataclass
class Table:
    """The cameras on the table, and what was opened and remembered."""

    here: list[CameraInfo] = field(default_factory=list)
    busy: set[str] = field(default_factory=set)
    opened: list[str] = field(default_factory=list)
    chosen: str = ""

    def open_camera(self, camera: CameraInfo | None) -> FrameSource:
        self.opened.append(camera.label if camera else "drawn face")
        if camera is not None and camera.id in self.busy:
            return Busy()
        return drawn_face(Patient(), "", live=True).source

    def remember(self, camera_id: str) -> None:
        self.chosen = camera_id


@pytest.fixture
def table() -> Table:
    return Table()


@pytest.fixture
def cameras(qtbot: QtBot, table: Table) -> Iterator[CameraPresenter]:
    preview = CameraPreview(NoLandmarks, start_task=run_inline)
    made = CameraPresenter(
        preview,
        lambda: list(table.here),
        table.open_camera,
        lambda: table.chosen,
        table.remember,
        start_task=run_inline,
    )
    yield made
    assert made.close()


def pictures(qtbot: QtBot, cameras: CameraPresenter) -> None:
    with qtbot.waitSignal(cameras.picture_ready, timeout=5000):
        pass
    assert cameras.take() is not None


def test_without_a_camera_the_drawn_face_is_seen(
    qtbot: QtBot, cameras: CameraPresenter, table: Table
) -> None:
    cameras.watch()
    assert cameras.looked
    assert (cameras.cameras, cameras.shown) == ((), None)
    pictures(qtbot, cameras)
    assert table.opened == ["drawn face"]


def test_a_camera_that_is_plugged_in_is_shown_and_one_that_goes_makes_room(
    qtbot: QtBot, cameras: CameraPresenter, table: Table
) -> None:
    cameras.watch()
    table.here = [LID]
    cameras._look_now()
    assert cameras.shown == LID
    pictures(qtbot, cameras)
    table.here = []
    cameras._look_now()
    assert cameras.shown is None
    assert table.opened == ["drawn face", "Lid", "drawn face"]


def test_the_remembered_camera_is_shown_and_comes_back_under_another_number(
    cameras: CameraPresenter, table: Table
) -> None:
    table.here, table.chosen = [LID, GOOD], GOOD.id
    cameras.watch()
    assert cameras.shown == GOOD
    table.here = [LID]
    cameras._look_now()
    assert cameras.shown == LID
    table.here = [CameraInfo(0, "Good", GOOD.id), CameraInfo(1, "Lid", LID.id)]
    cameras._look_now()
    assert cameras.shown is not None
    assert (cameras.shown.index, cameras.shown.id) == (0, GOOD.id)


def test_choosing_is_remembered_by_the_id(cameras: CameraPresenter, table: Table) -> None:
    table.here = [LID, GOOD]
    cameras.watch()
    assert cameras.shown == LID
    cameras.choose(GOOD.id)
    assert cameras.shown == GOOD
    assert table.chosen == "by-id:good"


def test_a_camera_that_comes_does_not_take_over_from_the_one_that_is_shown(
    cameras: CameraPresenter, table: Table
) -> None:
    table.here = [LID]
    cameras.watch()
    table.here = [GOOD, LID]
    cameras._look_now()
    assert cameras.shown == LID
    assert table.opened == ["Lid"]


def test_why_there_is_no_picture_is_said(
    qtbot: QtBot, cameras: CameraPresenter, table: Table
) -> None:
    table.here, table.busy = [GOOD], {GOOD.id}
    with qtbot.waitSignal(cameras.problem_raised, timeout=5000) as said:
        cameras.watch()
    assert said.args == ["Camera 2 cannot be opened.", "Close other programs that use it."]
    table.here = [GOOD, LID]
    cameras._look_now()
    with qtbot.waitSignal(cameras.problem_raised, timeout=5000) as well:
        cameras.choose(LID.id)
    assert well.args == ["", ""]


def test_at_rest_nothing_runs(qtbot: QtBot, cameras: CameraPresenter, table: Table) -> None:
    cameras.watch()
    pictures(qtbot, cameras)
    cameras.rest()
    assert not cameras._timer.isActive()
    assert not cameras._preview.running
    qtbot.wait(100)
    assert cameras.take() is None
    table.here = [LID]
    cameras.watch()
    assert cameras.shown == LID


def test_a_look_that_comes_late_changes_nothing(table: Table, qtbot: QtBot) -> None:
    """The person has gone to another page meanwhile: no camera is switched on."""
    waiting: list[Callable[[], None]] = []

    def later(work, on_done, on_error, on_progress=None):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        waiting.append(lambda: run_inline(work, on_done, on_error))

    made = CameraPresenter(
        CameraPreview(NoLandmarks),
        lambda: [LID],
        table.open_camera,
        lambda: "",
        table.remember,
        start_task=later,
    )
    made.watch()
    made.rest()
    for answer in waiting:
        answer()
    assert table.opened == []


def test_after_close_no_thread_is_left(
    qtbot: QtBot, cameras: CameraPresenter, table: Table
) -> None:
    """What reports to this object must be over before it is deleted."""
    table.here = [LID]
    cameras.watch()
    pictures(qtbot, cameras)
    pipeline = cameras._preview._pipeline
    assert pipeline is not None
    cameras.rest()
    assert cameras.close()
    assert pipeline.join(0)
