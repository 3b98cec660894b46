"""Renders every page and phase into PNG files: `python -m tests.ui.screens FOLDER [NAME]`.

Light and dark, 100 and 200 % text, the smallest window and a usual one. The pictures are made
from scripted moments, with the drawn face and its real landmarks in the mirror.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import numpy as np
from PySide6.QtWidgets import QApplication

from coach.capture.mediapipe_landmarker import MediaPipeLandmarker
from coach.domain.coach_state import CoachState
from coach.domain.exercise import Phase
from coach.domain.frames import FloatArray, Frame, Image
from coach.face.expression import Expression
from coach.face.painter import render_face
from coach.ui.main_window import MainWindow
from tests.ui.fake_presenters import (
    Choices,
    FakeHome,
    FakeSession,
    session_record,
    snapshot_of,
    states,
)

SIZES = {"small": (1024, 640), "usual": (1360, 850)}


#: A picture, and the landmarks on it.
_Seen: TypeAlias = tuple[Image, FloatArray | None]


class Pictures:
    """Drawn faces with the landmarks that MediaPipe sees on them."""

    def __init__(self) -> None:
        self._landmarker = MediaPipeLandmarker()
        self._made: dict[str, _Seen] = {}
        self._count = 0

    def of(self, state: CoachState) -> _Seen:
        active = state.phase in (Phase.HOLD, Phase.MOVE, Phase.RELEASE)
        weights = {"smile": 0.45, "eye_close": 0.25} if active else {}
        key = str(weights)
        if key not in self._made:
            self._made[key] = self._render(weights)
        return self._made[key]

    def _render(self, weights: dict[str, float]) -> _Seen:
        image = render_face(Expression.symmetric(weights), (1280, 720))
        view = np.frombuffer(image.constBits(), np.uint8).reshape(720, image.bytesPerLine() // 4, 4)
        bgr = np.ascontiguousarray(view[:, :1280, :3])
        face = None
        for _ in range(3):  # the tracker needs a few pictures to settle
            self._count += 1
            face = self._landmarker.detect(Frame(bgr, self._count, self._count * 33_000_000))
        return bgr, None if face is None else face.points


def main() -> None:
    """Render everything whose name holds the second argument."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder = Path(sys.argv[1])
    wanted = sys.argv[2] if len(sys.argv) > 2 else ""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    pictures = Pictures()
    for theme in ("light", "dark"):
        for scale in (100, 200):
            for size_name, size in SIZES.items():

                def path(name: str, variant: str = f"{theme}-{scale}-{size_name}") -> Path | None:
                    return (
                        folder / f"{name}-{variant}.png" if wanted in f"{name}-{variant}" else None
                    )

                window = _window(theme, scale, size)
                _home(app, window, path)
                _practice(app, window, pictures, path)
                _summary(app, window, path)
                window.close()
                window.deleteLater()
                app.processEvents()


def _path(folder: Path, wanted: str, variant: str, name: str) -> Path | None:
    file = f"{name}-{variant}.png"
    return folder / file if wanted in file else None


def _window(theme: str, scale: int, size: tuple[int, int]) -> MainWindow:
    window = MainWindow(FakeHome(Choices(theme=theme, text_scale_pct=scale)), FakeSession())
    window.resize(*size)
    window.show()
    return window


_PathOf = Callable[[str], Path | None]


def _save(app: QApplication, window: MainWindow, path: Path | None) -> None:
    if path is not None:
        for _ in range(3):
            app.processEvents()
        window.grab().save(str(path))


def _home(app: QApplication, window: MainWindow, path: _PathOf) -> None:
    _save(app, window, path("home"))


def _practice(app: QApplication, window: MainWindow, pictures: Pictures, path: _PathOf) -> None:
    window.start_session()
    _save(app, window, path("starting"))
    for name, state in states().items():
        if path(name) is None:
            continue
        image, points = pictures.of(state)
        if state.quality is not None and state.quality.value == "no_face":
            image, points = np.full_like(image, 60), None
        for _ in range(60):  # the shown part glides to the face
            window.practice_page.show_snapshot(snapshot_of(state, image, points))
        _save(app, window, path(name))
    window.practice_page.show_source("No camera found: the drawn face stands in as the patient.")
    state = states()["move"]
    window.practice_page.show_snapshot(snapshot_of(state, *pictures.of(state)))
    _save(app, window, path("caption"))
    window.player.keys.picture.trigger()
    window.practice_page.show_snapshot(snapshot_of(state, *pictures.of(state)))
    _save(app, window, path("hidden"))
    window.player.keys.picture.trigger()
    window.practice_page.begin("")


def _summary(app: QApplication, window: MainWindow, path: _PathOf) -> None:
    exercises = {e.id: e for e in FakeHome().exercises()}
    window.summary_page.show_record(session_record(), exercises)
    window.pages.setCurrentWidget(window.summary_page)
    window.menuBar().show()
    _save(app, window, path("summary"))


if __name__ == "__main__":
    main()
