"""Choosing a camera: which there are, as they come and go, and what the chosen one sees."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from coach.app.camera_preview import CameraPreview, Seen
from coach.app.tasks import TaskStarter, run_task
from coach.capture.cameras import CameraInfo
from coach.capture.source import FrameSource
from coach.domain.errors import CoachError

#: A camera that is plugged in appears within this time, ms; looking takes a thousandth of it.
LOOK_EVERY_MS: Final = 1500


class CameraPresenter(QObject):
    """The cameras while somebody looks at them. GUI thread.

    Signals:
        cameras_changed: one has come or gone, or another one is shown.
        picture_ready: there is something to `take`.
        problem_raised: why there is no picture, and what to do; empty where it is well again.

    Args:
        preview: shows one source at a time.
        look: which cameras are connected; may block, runs in the background.
        open_camera: the source of a camera; None: the drawn face.
        remembered: the id that was chosen before; "" for none.
        remember: keeps the id that is chosen.
    """

    cameras_changed = Signal()
    picture_ready = Signal()
    problem_raised = Signal(str, str)

    def __init__(
        self,
        preview: CameraPreview,
        look: Callable[[], Sequence[CameraInfo]],
        open_camera: Callable[[CameraInfo | None], FrameSource],
        remembered: Callable[[], str],
        remember: Callable[[str], None],
        *,
        start_task: TaskStarter = run_task,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._preview = preview
        preview.setParent(self)
        self._look, self._open_camera = look, open_camera
        self._remembered, self._remember = remembered, remember
        self._start_task = start_task
        self._cameras: tuple[CameraInfo, ...] = ()
        self._shown: CameraInfo | None = None
        self._looked = False
        self._looking = False
        self._watching = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look_now)
        # Worker threads must not outlive what they report to; this comes as the event loop ends,
        # also where the window only opens again.
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close)
        preview.ready.connect(self.picture_ready)
        preview.problem_raised.connect(self.problem_raised)

    @property
    def cameras(self) -> Sequence[CameraInfo]:
        """The connected cameras; none before the first look is over."""
        return self._cameras

    @property
    def looked(self) -> bool:
        """Whether the first look is over."""
        return self._looked

    @property
    def shown(self) -> CameraInfo | None:
        """The camera whose picture is shown; None: the drawn face, or none yet."""
        return self._shown

    def watch(self) -> None:
        """Look for cameras and show the chosen one until `rest`."""
        if self._watching:
            return
        self._watching = True
        self._timer.start()
        self._look_now()

    def rest(self) -> None:
        """Let the camera go and look no more. Returns at once."""
        self._watching = False
        self._looked = False
        self._shown = None
        self._timer.stop()
        self._preview.stop()

    @Slot(result=bool)
    def close(self) -> bool:
        """`rest`, and wait for the camera to be free; True where it is."""
        self.rest()
        return self._preview.close()

    def choose(self, camera_id: str) -> None:
        """Show this camera and remember it."""
        self._remember(camera_id)
        found = next((c for c in self._cameras if c.id == camera_id), None)
        if found is not None and found != self._shown:
            self._show(found)

    def take(self) -> Seen | None:
        """The newest picture nobody has taken yet."""
        return self._preview.take()

    def _look_now(self) -> None:
        if self._looking:
            return
        self._looking = True
        self._start_task(lambda _report: tuple(self._look()), self._on_looked, self._on_blind)

    def _on_blind(self, error: CoachError) -> None:
        self._on_looked(())
        self.problem_raised.emit(error.message, error.hint)

    def _on_looked(self, cameras: tuple[CameraInfo, ...]) -> None:
        self._looking = False
        if not self._watching:
            return
        if self._looked and cameras == self._cameras:
            return
        self._cameras, first = cameras, not self._looked
        self._looked = True
        wanted = self._best()
        if first or wanted != self._shown:
            self._show(wanted)
        else:
            self.cameras_changed.emit()

    def _best(self) -> CameraInfo | None:
        """The remembered camera, else the one that is shown, else the first."""
        remembered = self._remembered()
        for wanted in (remembered, self._shown.id if self._shown else ""):
            found = next((c for c in self._cameras if wanted and c.id == wanted), None)
            if found is not None:
                return found
        return self._cameras[0] if self._cameras else None

    def _show(self, camera: CameraInfo | None) -> None:
        self._shown = camera
        self._preview.start(self._open_camera(camera))
        self.cameras_changed.emit()
