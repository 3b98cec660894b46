"""The pictures of one demonstration, each painted once and then only laid down."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from typing import Final

import numpy as np
from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from coach.domain.frames import FloatArray
from coach.face.expression import Expression
from coach.face.look import DEFAULT_LOOK
from coach.face.painter import FacePainter
from coach.face.projection import Framing

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

        A picture of another size than the place has is fitted so that the face is where it belongs.

        Args:
            painter: any active painter.
            rect: where.
        """
        ratio = painter.device().devicePixelRatioF()
        size = round(rect.width() * ratio), round(rect.height() * ratio)
        if size == (self.rest.width(), self.rest.height()):
            self._lay(painter, rect)
            return
        painter.save()
        painter.fillRect(rect, QColor(DEFAULT_LOOK.backdrop))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._lay(painter, _fitted(self.rest, rect))
        painter.restore()

    def _lay(self, painter: QPainter, rect: QRectF) -> None:
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
        at_rest: the reel of the resting face at this size, which every movement begins with; None
            for one of its own.
    """

    def __init__(
        self, full: Expression, size: tuple[int, int], at_rest: FaceReel | None = None
    ) -> None:
        self.full = full
        self.size = size
        self.steps = 1 if full == Expression.neutral() else STEPS
        self._weights: FloatArray = full.to_array()
        if at_rest is None and self.steps > 1:
            at_rest = FaceReel(Expression.neutral(), size)
        self._at_rest = at_rest
        # Read without the lock: setting one key of a dict cannot be seen half done.
        self._stills: dict[int, Still] = {}
        self._n_bytes = 0
        self._developing = Lock()

    @staticmethod
    def step_of(amount: float) -> int:
        """The step that shows a share of the movement, 0 to 1."""
        return round(min(max(amount, 0.0), 1.0) * (STEPS - 1))

    @property
    def complete(self) -> bool:
        """True when every picture is there."""
        return self.next_missing(0) is None

    @property
    def n_bytes(self) -> int:
        """Memory of its own pictures so far; those of the shared resting face are that reel's."""
        return self._n_bytes

    def at(self, step: int) -> Still | None:
        """The picture of a step; None while it is not developed."""
        if step == 0 and self._at_rest is not None:
            return self._at_rest.at(0)
        return self._stills.get(step)

    def nearest(self, step: int) -> tuple[int, Still] | None:
        """The picture nearest to a step, with its own step; None where there is none yet."""
        ready = [(abs(s - step), s) for s in (0, *self._stills)]
        for _, found in sorted(ready):
            still = self.at(found)
            if still is not None:
                return found, still
        return None

    def next_missing(self, step: int) -> int | None:
        """The step to develop next: rest first, then from `step` upwards, then what is left."""
        order: list[int] = [0, *range(step, self.steps), *range(min(step, self.steps))]
        return next((s for s in order if self.at(s) is None), None)

    def develop(self, step: int, painter: FacePainter) -> Still:
        """Paint one picture unless it is there. `painter` belongs to the calling thread."""
        if step == 0 and self._at_rest is not None:
            return self._at_rest.develop(0, painter)
        with self._developing:
            return self._develop(step, painter)

    def _develop(self, step: int, painter: FacePainter) -> Still:
        found = self._stills.get(step)
        if found is not None:
            return found
        if self._at_rest is None:
            rest = self._picture(0, painter)
            still = Still(rest, None, QPoint())
            self._n_bytes += rest.sizeInBytes()
        else:
            rest = self._at_rest.develop(0, painter).rest
            picture = self._picture(step, painter)
            rect = changed_rect(rest, picture)
            patch = None if rect.isEmpty() else picture.copy(rect)
            still = Still(rest, patch, rect.topLeft())
            self._n_bytes += still.n_bytes
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


def _fitted(picture: QImage, rect: QRectF) -> QRectF:
    """Where to lay a picture so that its face comes to lie as it would be painted in `rect`."""
    own = Framing.portrait(0.0, 0.0, picture.width(), picture.height())
    there = Framing.portrait(rect.x(), rect.y(), rect.width(), rect.height())
    k = there.px_per_mm / own.px_per_mm
    (x, y), (own_x, own_y) = there.origin_px, own.origin_px
    return QRectF(x - k * own_x, y - k * own_y, k * picture.width(), k * picture.height())


def _pixels(image: QImage) -> np.ndarray[tuple[int, int], np.dtype[np.uint32]]:
    flat = np.frombuffer(image.constBits(), np.uint32)
    return flat.reshape(image.height(), image.bytesPerLine() // 4)[:, : image.width()]
