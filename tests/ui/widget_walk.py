"""Finds what a person sees, and what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QListWidget,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QWidget,
)

from coach.ui.widgets.balance_bars import BalanceBars
from coach.ui.widgets.banner import Banner
from coach.ui.widgets.countdown_ring import CountdownRing
from coach.ui.widgets.face_view import FaceView
from coach.ui.widgets.mirror_view import MirrorView
from coach.ui.widgets.rep_chart import RepChart
from coach.ui.widgets.rep_trace import RepTrace

INTERACTIVE = (QPushButton, QComboBox, QListWidget)
LEAVES = (
    *INTERACTIVE,
    QLabel,
    QProgressBar,
    BalanceBars,
    Banner,
    CountdownRing,
    FaceView,
    MirrorView,
    RepChart,
    RepTrace,
)
#: Rounding of fonts and of layouts at fractional sizes, px.
SLACK = 2


def leaves(root: QWidget) -> list[QWidget]:
    """The visible widgets that show something, none inside another."""
    found = [w for w in root.findChildren(QWidget) if isinstance(w, LEAVES) and w.isVisible()]
    return [w for w in found if not any(_inside(w, o) for o in found if o is not w)]


def interactive(root: QWidget) -> list[QWidget]:
    return [w for w in leaves(root) if isinstance(w, INTERACTIVE) and w.isEnabled()]


def overlaps(root: QWidget) -> list[str]:
    """Pairs of widgets that lie on each other."""
    placed = [(w, _seen(w, root)) for w in leaves(root)]
    return [
        f"{name(a)} and {name(b)}"
        for i, (a, ra) in enumerate(placed)
        for b, rb in placed[i + 1 :]
        if ra.adjusted(SLACK, SLACK, -SLACK, -SLACK).intersects(rb)
    ]


def clipped(root: QWidget) -> list[str]:
    """Widgets whose content needs more room than they have, or that stick out."""
    return [name(w) for w in leaves(root) if _too_small(w) or _sticks_out(w, root)]


def name(widget: QWidget) -> str:
    text = f" {widget.text()!r}" if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{type(widget).__name__} {widget.objectName()}{text} {widget.size().toTuple()}"


def tab_order(root: QWidget) -> list[QWidget]:
    """The widgets that Tab reaches from `root`'s first one, in order."""
    order: list[QWidget] = []
    widget = root.nextInFocusChain()
    while widget is not None and widget is not root and len(order) < 1000:
        tabbed = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if tabbed and widget.isVisible() and widget.isEnabled():
            order.append(widget)
        widget = widget.nextInFocusChain()
    return order


def _inside(widget: QWidget, other: QWidget) -> bool:
    return other.isAncestorOf(widget)


def _rect(widget: QWidget, root: QWidget) -> QRect:
    return QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())


def _seen(widget: QWidget, root: QWidget) -> QRect:
    """Where the widget is seen: scrolled out of sight it lies on nothing."""
    rect, area = _rect(widget, root), _scroll_area(widget)
    return rect if area is None else rect.intersected(_rect(area.viewport(), root))


def _scroll_area(widget: QWidget) -> QScrollArea | None:
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    return area


def _too_small(widget: QWidget) -> bool:
    if isinstance(widget, Banner):
        return not widget.fits()
    if isinstance(widget, QProgressBar):
        return False  # a thin bar without words
    if isinstance(widget, QLabel) and widget.wordWrap():
        word = max(
            (widget.fontMetrics().horizontalAdvance(w) for w in widget.text().split()), default=0
        )
        needed = widget.heightForWidth(widget.width())
        return needed > widget.height() + SLACK or word > widget.width() + SLACK
    wanted = widget.minimumSizeHint()
    if isinstance(widget, QLabel | QAbstractButton | CountdownRing):
        wanted = widget.sizeHint()
    return wanted.width() > widget.width() + SLACK or wanted.height() > widget.height() + SLACK


def _sticks_out(widget: QWidget, root: QWidget) -> bool:
    """Outside the window; inside a scroll area only sideways counts."""
    rect, area = _rect(widget, root), _scroll_area(widget)
    if area is None:
        return not root.rect().contains(rect)
    if isinstance(widget, QAbstractScrollArea) and widget.height() < 60:
        return True
    view = _rect(area.viewport(), root)
    return rect.left() < view.left() - SLACK or rect.right() > view.right() + SLACK
