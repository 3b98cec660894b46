"""The pictures of one demonstration, each painted once and then only laid down."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from typing import Final

import numpy as np
from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QImage, QPainter

from coach.domain.frames import FloatArray
from coach.face.expression import Expression
from coach.face.painter import FacePainter

#: Pictures from rest to full. At the fastest moment of a four-second movement that is 15 pictures
#: a second, and no point of the face goes further than half a millimetre from one to the next.
STEPS: Final = 33


@dataclass(frozen=True, slots=True, eq=False)
class Still:
    """One picture: the resting face, and what differs from it.

    Attributes:
        rest: the whole resting face, Format_RGB32, shared between the pictures.
        patch: the part that differs; None where nothing does.
        corner: top left corner of the patch in the resting face, px.
    """

    rest: QImage
    patch: QImage | None
    corner: QPoint

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Lay the picture down.

        Args:
            painter: any active painter.
            rect: where; its size times the screen's pixel ratio is the picture's size.
        """
        painter.drawImage(rect, self.rest)
        if self.patch is not None:
            kx, ky = rect.width() / self.rest.width(), rect.height() / self.rest.height()
            where = QRectF(
                rect.x() + kx * self.corner.x(),
                rect.y() + ky * self.corner.y(),
                kx * self.patch.width(),
                ky * self.patch.height(),
            )
            painter.drawImage(where, self.patch)

    @property
    def n_bytes(self) -> int:
        """Memory of what this picture has for itself."""
        return self.patch.sizeInBytes() if self.patch is not None else 0


class FaceReel:
    """The pictures of a movement from rest (step 0) to full (step `STEPS` - 1).

    Any thread.

    Args:
        full: the face at full movement.
        size: (width, height) of the pictures, px.
        rest: the resting face at this size, where it has been painted already.
    """

    def __init__(self, full: Expression, size: tuple[int, int], rest: QImage | None = None) -> None:
        self.full = full
        self.size = size
        self.steps = 1 if full == Expression.neutral() else STEPS
        self._weights: FloatArray = full.to_array()
        self._rest = rest
        # Read without the lock: setting one key of a dict cannot be seen half done.
        self._stills: dict[int, Still] = {}
        self._developing = Lock()
        if rest is not None:
            self._stills[0] = Still(rest, None, QPoint())

    @staticmethod
    def step_of(amount: float) -> int:
        """The step that shows a share of the movement, 0 to 1."""
        return round(min(max(amount, 0.0), 1.0) * (STEPS - 1))

    @property
    def resting(self) -> QImage | None:
        """The resting face, once it has been painted."""
        return self._rest

    @property
    def complete(self) -> bool:
        """True when every picture is there."""
        return len(self._stills) == self.steps

    @property
    def n_bytes(self) -> int:
        """Memory of the pictures so far."""
        rest = 4 * self.size[0] * self.size[1] if self._rest is not None else 0
        return rest + sum(s.n_bytes for s in list(self._stills.values()))

    def nearest(self, step: int) -> tuple[int, Still] | None:
        """The picture nearest to a step, with its own step; None where there is none yet."""
        ready = list(self._stills)
        if not ready:
            return None
        found = min(ready, key=lambda s: abs(s - step))
        return found, self._stills[found]

    def next_missing(self, step: int) -> int | None:
        """The step to develop next: rest first, then from `step` upwards, then what is left."""
        order: list[int] = [0, *range(step, self.steps), *range(min(step, self.steps))]
        return next((s for s in order if s not in self._stills), None)

    def develop(self, step: int, painter: FacePainter) -> Still:
        """Paint one picture unless it is there. `painter` belongs to the calling thread."""
        with self._developing:
            return self._develop(step, painter)

    def _develop(self, step: int, painter: FacePainter) -> Still:
        found = self._stills.get(step)
        if found is not None:
            return found
        rest = self._rest = self._rest or self._picture(0, painter)
        if step == 0:
            still = Still(rest, None, QPoint())
        else:
            picture = self._picture(step, painter)
            rect = changed_rect(rest, picture)
            patch = None if rect.isEmpty() else picture.copy(rect)
            still = Still(rest, patch, rect.topLeft())
        self._stills[step] = still
        return still

    def _picture(self, step: int, painter: FacePainter) -> QImage:
        image = QImage(*self.size, QImage.Format.Format_RGB32)
        weights = self._weights * (step / (STEPS - 1))
        painter.paint_image(image, Expression.from_array(weights))
        return image


def changed_rect(one: QImage, other: QImage) -> QRect:
    """The smallest rectangle outside which two Format_RGB32 pictures of a size are equal."""
    differs = _pixels(one) != _pixels(other)
    rows, columns = np.flatnonzero(differs.any(axis=1)), np.flatnonzero(differs.any(axis=0))
    if not len(rows):
        return QRect()
    return QRect(QPoint(int(columns[0]), int(rows[0])), QPoint(int(columns[-1]), int(rows[-1])))


def _pixels(image: QImage) -> np.ndarray[tuple[int, int], np.dtype[np.uint32]]:
    flat = np.frombuffer(image.constBits(), np.uint32)
    return flat.reshape(image.height(), image.bytesPerLine() // 4)[:, : image.width()]
