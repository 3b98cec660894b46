"""Goes through the catalogue: pictures, contact sheets, and what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from tests.screens.checks import focus_problems, layout_problems, painted_problems
from tests.screens.pictures import Pictures
from tests.screens.scene import Scene
from tests.screens.scenes import catalogue
from tests.screens.stage import Stage

_THUMB: Final = (310, 200)
_NAME: Final = 22
_ROWS: Final = 12


class Variant(Protocol):
    """How the window looks."""

    @property
    def theme(self) -> str: ...
    @property
    def scale(self) -> int: ...
    @property
    def size(self) -> tuple[int, int]: ...


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and in which scene and variant."""

    what: str
    where: str


class Gallery:
    """Everything in one language.

    Args:
        language: its code.
        only: scenes whose name holds this.
        folder: where pictures go; None for none.
    """

    def __init__(self, language: str, only: str, folder: Path | None) -> None:
        self._language, self._folder = language, folder
        self._scenes = [s for s in catalogue() if only in s.name]
        self._thumbs: dict[tuple[str, str], QImage] = {}
        self.count = 0

    def go(self, variants: Sequence[Variant], pictures: Pictures | None) -> list[Problem]:
        """Look at every scene in every variant; what is wrong."""
        found: list[Problem] = []
        for world, scenes in groupby(self._scenes, key=lambda scene: scene.world):
            shown = list(scenes)
            with Stage(world, self._language) as stage:
                for variant in variants:
                    stage.reset()
                    stage.look(variant.theme, variant.scale, variant.size)
                    for scene in shown:
                        found += self._look(stage, scene, variant, pictures)
        if self._folder is not None and len(variants) > 1:
            self._sheets(self._folder, [f"{v.theme}-{v.scale}" for v in variants])
        return found

    def _look(
        self, stage: Stage, scene: Scene, variant: Variant, pictures: Pictures | None
    ) -> list[Problem]:
        self.count += 1
        where = f"{scene.name} {self._language} {variant.theme} {variant.scale} {variant.size}"
        try:
            stage.reset()
            scene.show(stage, pictures)
            # The picture first: the checks scroll and move the keyboard.
            self._take(stage, scene, variant)
            found = layout_problems(stage, scene)
            if self._folder is not None:
                found += painted_problems(stage, scene, variant.theme)
                found += focus_problems(stage, scene)
        except (AssertionError, AttributeError, LookupError, StopIteration) as error:
            found = [f"could not be shown: {error!r}"]
        return [Problem(what, where) for what in found]

    def _take(self, stage: Stage, scene: Scene, variant: Variant) -> None:
        if self._folder is None:
            return
        picture = shot(stage)
        look = f"{variant.theme}-{variant.scale}"
        picture.save(str(self._folder / f"{scene.name}-{self._language}-{look}.png"))
        self._thumbs[scene.name, look] = picture.toImage().scaled(
            *_THUMB, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )

    def _sheets(self, folder: Path, looks: Sequence[str]) -> None:
        names = sorted({name for name, _ in self._thumbs})
        for number, start in enumerate(range(0, len(names), _ROWS), 1):
            rows = names[start : start + _ROWS]
            self._sheet(rows, looks).save(str(folder / f"sheet-{self._language}-{number}.png"))

    def _sheet(self, rows: Sequence[str], looks: Sequence[str]) -> QImage:
        width, height = _THUMB[0] + 10, _THUMB[1] + 10 + _NAME
        sheet = QImage(width * len(looks), height * len(rows), QImage.Format.Format_RGB32)
        sheet.fill(QColor("#606060"))
        painter = QPainter(sheet)
        painter.setPen(QColor("white"))
        for y, name in enumerate(rows):
            for x, look in enumerate(looks):
                corner = QPoint(x * width + 5, y * height + 5)
                title = QRect(corner.x(), corner.y(), _THUMB[0], _NAME)
                painter.drawText(title, Qt.AlignmentFlag.AlignLeft, f"{name} {look}")
                if (name, look) in self._thumbs:
                    painter.drawImage(corner + QPoint(0, _NAME), self._thumbs[name, look])
        painter.end()
        return sheet


def shot(stage: Stage) -> QPixmap:
    """The window, with what lies above it in its middle."""
    picture = stage.window.grab()
    over = stage.dialogs()
    if over:
        painter = QPainter(picture)
        painter.fillRect(picture.rect(), QColor(0, 0, 0, 110))
        dialog = over[0].grab()
        painter.drawPixmap(picture.rect().center() - dialog.rect().center(), dialog)
        painter.end()
    return picture
