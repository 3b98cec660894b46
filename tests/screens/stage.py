"""The program's own window, with everything behind it, opened on a world and never on a camera."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Final, Self, TypeVar
from unittest.mock import patch

import numpy as np
from PySide6.QtCore import QEvent, QObject, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

import coach.wiring
from coach.app.camera_preview import Seen
from coach.app.i18n import use_language
from coach.app.profile_presenter import ProfilePresenter
from coach.app.session_shelf import SessionShelf
from coach.app.settings_store import SettingsStore
from coach.app.sources import Patient, choose_drawn_face
from coach.app.speech import Speaker
from coach.bootstrap import Desk, make_desk
from coach.capture.cameras import CameraInfo
from coach.capture.source import FrameSource
from coach.coaching.library import ExerciseLibrary, exercises_dir, load_exercises
from coach.domain.frames import Frame
from coach.domain.landmarks import FaceFrame
from coach.services import Services
from coach.storage.database import Database
from coach.storage.export_index import ExportIndex
from coach.storage.sessions import SessionRepository
from coach.ui.pages.page import Page, PageId
from tests.screens.worlds import World, fill, person

CAMERAS: Final = (
    CameraInfo(0, "HD WebCam", "usb-HD_WebCam-index0"),
    CameraInfo(2, "Desk Camera 4K", "usb-Desk_Camera_4K-index0"),
)
#: Rounds of the event loop until a window is quiet; more than the most is a layout that never is.
_LEAST_ROUNDS: Final = 4
_MOST_ROUNDS: Final = 40
_AnyPage = TypeVar("_AnyPage", bound=Page)
_libraries: dict[str, ExerciseLibrary] = {}


class StillPreview(QObject):
    """A camera that shows one picture; nothing is opened and nothing runs."""

    ready = Signal()
    problem_raised = Signal(str, str)
    picture: Seen | None = None

    def __init__(self, *_arguments: object) -> None:
        super().__init__()
        self._fresh = False

    def start(self, _source: FrameSource | None) -> None:
        """The picture comes, as often as this is called."""
        self._fresh = True
        QTimer.singleShot(0, self, self.ready.emit)

    def stop(self) -> None:
        self._fresh = False

    def close(self) -> bool:
        return True

    def take(self) -> Seen | None:
        fresh, self._fresh = self._fresh, False
        return (self.picture or grey()) if fresh else None


class _LayoutRequests(QObject):
    """Counts layouts that are asked to arrange themselves anew."""

    count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.LayoutRequest
        return False


def grey() -> Seen:
    """A picture without a face."""
    frame = Frame(np.full((480, 640, 3), 90, np.uint8), 0, 0)
    return Seen(frame, FaceFrame(None, 0, 0, (640, 480), 0))


class Stage:
    """A window on a world, in a language; theme, text size and window size change while it lives.

    A context manager. GUI thread; a `QApplication` must be there.

    Args:
        world: what is in the practice log.
        language: code of the language.
        library: what there is to practise; None for the program's own.
    """

    def __init__(
        self, world: World, language: str = "en", *, library: ExerciseLibrary | None = None
    ) -> None:
        self.world, self.language = world, language
        self._folder = Path(tempfile.mkdtemp(prefix="coach-stage-"))
        self._before = {name: os.environ.get(name) for name in ("COACH_DATA_DIR", "COACH_LANGUAGE")}
        os.environ["COACH_DATA_DIR"] = str(self._folder)
        os.environ["COACH_LANGUAGE"] = language
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        use_language(application, language)
        self.library = library or own_library(language)
        self.database = Database.open(self._folder / "practice.sqlite")
        self.today = date.today()  # noqa: DTZ011 - the person's own day, as the program reads it
        fill(self.database, world, self.today)
        repository = SessionRepository(self.database)
        shelf = SessionShelf(repository)
        self.services = Services(self.library, self.database, repository, shelf, ExportIndex(None))
        self._settings = person(world, self.today).settings
        with _no_camera():
            self.desk = self._make_desk()
        self.window = self.desk.window
        self.window.show()
        self.settle()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.close()

    def look(self, theme: str, scale_pct: int, size: tuple[int, int]) -> None:
        """Give the window colours, text size and size."""
        self.desk.home.update(theme=theme, text_scale_pct=scale_pct)
        self.window.look.show(restyle=True)
        self.window.resize(*size)
        self.settle()

    def change(self, **settings: object) -> None:
        """Change preferences as a person would."""
        self.desk.home.update(**settings)
        self.window.look.show(restyle=False)

    @property
    def answers(self) -> ProfilePresenter:
        """What the person has told about themselves."""
        found = self.desk.home.findChild(ProfilePresenter)
        assert found is not None
        return found

    def open(self, page: PageId) -> Page:
        """Show a page."""
        self.window.go(page)
        self.settle()
        assert self.window.shown.page_id is page, f"{page} is not shown"
        return self.window.shown

    def page(self, kind: type[_AnyPage]) -> _AnyPage:
        """The page of a class."""
        found = self.window.page(kind.page_id)
        assert isinstance(found, kind)
        return found

    def dialogs(self) -> list[QWidget]:
        """What is open above the window."""
        above = (QDialog, QMenu)
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, above) and w.isVisible()]

    def film(self) -> None:
        """Another picture of the camera comes."""
        for preview in self.desk.home.findChildren(StillPreview):
            preview.start(None)
        self.settle()

    def settle(self) -> None:
        """Until the window and its background work are quiet.

        A change deep inside a page climbs to its scroll area one layout at a time, and may change
        the width of what it began with: only a round without such a request is the last.
        """
        application = QApplication.instance()
        assert application is not None
        layouts = _LayoutRequests()
        application.installEventFilter(layouts)
        for round_ in range(_MOST_ROUNDS):
            layouts.count = 0
            QThreadPool.globalInstance().waitForDone()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            QApplication.processEvents()
            if round_ >= _LEAST_ROUNDS - 1 and layouts.count == 0:
                break
        application.removeEventFilter(layouts)

    def reset(self) -> None:
        """As the world was: nothing open, answers and choices as before.

        Where a dialog closes, a desktop's window manager gives the keyboard back to the window
        below. Here is none, so this does.
        """
        for open_ in self.dialogs():
            open_.close()
        self.window.activateWindow()
        answers = self.answers
        answers.set_therapist_present(False)
        answers.put(person(self.world, self.today).profile)
        now = self.desk.home.preferences()
        same = {n: getattr(now, n) for n in ("theme", "text_scale_pct", "reduced_motion")}
        self.desk.home.update(**{**self._settings.model_dump(), **same})
        self.window.look.show(restyle=False)
        self.window.notice.hide()
        self.settle()

    def close(self) -> None:
        """Close everything and forget the world."""
        for open_ in self.dialogs():
            open_.close()
        self.desk.session.shutdown()
        self.window.close()
        for part in (self.window, self.desk.session, self.desk.home):
            part.deleteLater()
        self.settle()
        self.services.close()
        for name, value in self._before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
        shutil.rmtree(self._folder, ignore_errors=True)

    def _make_desk(self) -> Desk:
        return make_desk(
            self.services,
            SettingsStore(None, self._settings),
            lambda _affected: choose_drawn_face(Patient(), "", live=False),
            speaker=Speaker(language=self.language),
            personal=True,
        )


def own_library(language: str) -> ExerciseLibrary:
    """The program's own exercises in a language, read once."""
    if language not in _libraries:
        _libraries[language] = load_exercises(exercises_dir(), language=language)
    return _libraries[language]


@contextmanager
def _no_camera() -> Iterator[None]:
    with (
        patch.object(coach.wiring, "CameraPreview", StillPreview),
        patch.object(coach.wiring, "connected_cameras", lambda: CAMERAS),
    ):
        yield
