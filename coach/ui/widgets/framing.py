"""Which part of the picture the mirror shows: close to the face, and calm."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSizeF

#: Height of the shown part over the height of the face's outline: room for hair and chin. Larger
#: shows more room, smaller shows the movement larger.
ROOM: Final = 1.6
#: The face may come this close to the edge (share of the part's size) before the part moves.
MARGIN: Final = 0.06
#: Share of the way that the part moves with each picture once it moves (about 0.4 s at 30 fps).
EASE: Final = 0.12


class Framing:
    """Chooses and slowly moves the shown part. Pixels of the unmirrored picture."""

    def __init__(self) -> None:
        self._shown: QRectF | None = None
        self._target: QRectF | None = None

    def reset(self) -> None:
        """Forget the face: show the whole picture next."""
        self._shown = self._target = None

    def step(self, picture: QSizeF, view: QSizeF, face: QRectF | None, still: bool) -> QRectF:
        """The part to show now.

        Args:
            picture: size of the picture.
            view: size of the widget; the part has its shape.
            face: outline of the face; None where no face is seen.
            still: jump in place of gliding.
        """
        whole = _fit(QRectF(0, 0, picture.width(), picture.height()), picture, view)
        if self._target is None or not _same_shape(self._target, view):
            self._target = whole if face is None else _around(face, picture, view)
        elif face is not None and not _holds(self._target, face, picture):
            self._target = _around(face, picture, view)
        if self._shown is None or still or not _same_shape(self._shown, view):
            self._shown = QRectF(self._target)
        else:
            self._shown = _blend(self._shown, self._target, EASE)
        return self._shown


def _around(face: QRectF, picture: QSizeF, view: QSizeF) -> QRectF:
    height = face.height() * ROOM
    part = QRectF(0, 0, height * view.width() / max(view.height(), 1.0), height)
    if part.width() < face.width() * ROOM:
        scale = face.width() * ROOM / max(part.width(), 1.0)
        part = QRectF(0, 0, part.width() * scale, part.height() * scale)
    part.moveCenter(face.center())
    return _fit(part, picture, view)


def _fit(part: QRectF, picture: QSizeF, view: QSizeF) -> QRectF:
    """Shrink `part` to the view's shape inside the picture and push it inside."""
    aspect = view.width() / max(view.height(), 1.0)
    width = min(part.width(), picture.width(), picture.height() * aspect, part.height() * aspect)
    fitted = QRectF(0, 0, width, width / max(aspect, 1e-6))
    fitted.moveCenter(part.center())
    left = min(max(fitted.left(), 0.0), picture.width() - fitted.width())
    top = min(max(fitted.top(), 0.0), picture.height() - fitted.height())
    fitted.moveTo(left, top)
    return fitted


def _same_shape(part: QRectF, view: QSizeF) -> bool:
    return abs(part.width() * view.height() - part.height() * view.width()) <= (
        0.01 * part.width() * view.height()
    )


def _holds(part: QRectF, face: QRectF, picture: QSizeF) -> bool:
    """True while the face sits well: inside the part with a margin, and not much too small."""
    dx, dy = part.width() * MARGIN, part.height() * MARGIN
    box = QRectF(0, 0, picture.width(), picture.height()).intersected(face)
    inside = part.adjusted(dx, dy, -dx, -dy).contains(box)
    at_limit = part.height() >= picture.height() - 1 or part.width() >= picture.width() - 1
    small = face.height() * ROOM * 1.5 < part.height()
    return (inside or (at_limit and part.contains(box))) and not small


def _blend(a: QRectF, b: QRectF, share: float) -> QRectF:
    def mix(x: float, y: float) -> float:
        return x + (y - x) * share

    return QRectF(
        mix(a.x(), b.x()), mix(a.y(), b.y()), mix(a.width(), b.width()), mix(a.height(), b.height())
    )
