"""Finds what a person sees, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QButtonGroup,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from coach.ui.widgets.banner import Banner
from coach.ui.widgets.countdown_ring import CountdownRing

#: What Qt offers to be worked with; nothing inside one of these is looked at by itself.
CONTROLS = (
    QAbstractButton,
    QComboBox,
    QAbstractItemView,
    QAbstractSpinBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
#: Rounding of fonts and of layouts at fractional sizes, px.
SLACK = 2
#: A line may break at white space, and where a zero-width space says so.
_WORDS = re.compile("[\\s\u200b]+")
#: WCAG 2.5.5, target size, px.
TARGET = 44


def leaves(root: QWidget) -> list[QWidget]:
    """The visible widgets that show something, none inside another."""
    seen = [w for w in root.findChildren(QWidget) if w.isVisible() and _shows(w)]
    closed = {w for w in seen if _is_closed(w)}
    free = [w for w in seen if not any(o in closed for o in _ancestors(w, root))]
    frames = {o for w in free for o in _ancestors(w, root)}
    return [w for w in free if not (_is_painted(w) and w in frames)]


def interactive(root: QWidget) -> list[QWidget]:
    """What can be worked with now, by hand or by key."""
    return [w for w in leaves(root) if w.isEnabled() and _takes_input(w)]


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


def unnamed(root: QWidget) -> list[str]:
    """What a screen reader, or a test, could not name; and names that stand for two things."""
    controls = interactive(root)
    found = [f"{name(w)} has no object name" for w in controls if not w.objectName()]
    found += [f"{name(w)} has no accessible name" for w in controls if not w.accessibleName()]
    painted = [w for w in leaves(root) if _is_painted(w) and w not in controls]
    silent = [w for w in painted if not (w.accessibleName() or _is_decoration(w))]
    found += [f"{name(w)} has no accessible name" for w in silent]
    names = [w.objectName() for w in controls if w.objectName()]
    return found + [f"{n} stands for two" for n in sorted({n for n in names if names.count(n) > 1})]


def small_targets(root: QWidget) -> list[str]:
    """What is too small to be hit."""
    return [name(w) for w in interactive(root) if min(w.width(), w.height()) < TARGET]


def unreachable(window: QWidget, root: QWidget) -> list[str]:
    """What Tab does not come to, of what is in `root`; answers of one group share a turn."""
    order = tab_order(window)
    turns = {_turn(w) for w in order}
    found = [name(w) for w in interactive(root) if _turn(w) not in turns]
    return found + [f"{name(w)} has the keyboard and no sign of it" for w in _blind(root, order)]


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


def _blind(root: QWidget, order: list[QWidget]) -> list[QWidget]:
    """What takes the keyboard though nothing can be done with it; what scrolls may."""
    shown = set(interactive(root))
    return [
        w
        for w in order
        if root.isAncestorOf(w)
        and w not in shown
        and not _part(w, shown)
        and not (isinstance(w, QAbstractScrollArea) and w.accessibleName())
    ]


def _part(widget: QWidget, shown: set[QWidget]) -> bool:
    return any(_inside(widget, other) for other in shown)


def _turn(widget: QWidget) -> QWidget | QButtonGroup:
    """What shares one turn of Tab."""
    if isinstance(widget, QAbstractButton):
        group = widget.group()
        if group is not None and group.exclusive():
            return group
    return widget


def _shows(widget: QWidget) -> bool:
    return isinstance(widget, (QLabel, QProgressBar, *CONTROLS)) or _is_painted(widget)


def _is_painted(widget: QWidget) -> bool:
    """Whether one of the program's own classes paints it."""
    return any(
        kind.__module__.startswith("coach.") and "paintEvent" in vars(kind)
        for kind in type(widget).__mro__
    ) and not isinstance(widget, CONTROLS)


def _is_closed(widget: QWidget) -> bool:
    return isinstance(widget, CONTROLS)


def _ancestors(widget: QWidget, root: QWidget) -> Iterator[QWidget]:
    above = widget.parentWidget()
    while above is not None and above is not root:
        yield above
        above = above.parentWidget()


def _is_decoration(widget: QWidget) -> bool:
    """A small mark beside words that say the same."""
    beside = widget.parentWidget()
    words = beside.findChildren(QLabel) if beside is not None else []
    return min(widget.width(), widget.height()) < 2 * TARGET and any(
        w.text() and w.isVisible() for w in words
    )


def _takes_input(widget: QWidget) -> bool:
    return isinstance(widget, CONTROLS) or (
        _is_painted(widget) and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    )


def _inside(widget: QWidget, other: QWidget) -> bool:
    return other is not widget and other.isAncestorOf(widget)


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
    if isinstance(widget, QProgressBar | QAbstractScrollArea):
        return False  # a thin bar without words; what scrolls
    if isinstance(widget, QLabel) and widget.wordWrap():
        words = _WORDS.split(widget.text())
        word = max((widget.fontMetrics().horizontalAdvance(w) for w in words), default=0)
        needed = widget.heightForWidth(widget.width())
        return needed > widget.height() + SLACK or word > widget.width() + SLACK
    if widget.hasHeightForWidth():
        return widget.heightForWidth(widget.width()) > widget.height() + SLACK
    wanted = widget.minimumSizeHint()
    if isinstance(widget, QLabel | QAbstractButton | CountdownRing):
        wanted = widget.sizeHint()
    return wanted.width() > widget.width() + SLACK or wanted.height() > widget.height() + SLACK


def _words(text: str) -> list[str]:
    """What a line cannot break: a zero-width space may be broken at."""
    return text.replace("\u200b", " ").split()


def _sticks_out(widget: QWidget, root: QWidget) -> bool:
    """Outside the window; inside a scroll area only sideways counts."""
    rect, area = _rect(widget, root), _scroll_area(widget)
    if area is None:
        return not root.rect().contains(rect)
    if isinstance(widget, QAbstractScrollArea) and widget.height() < 60:
        return True
    view = _rect(area.viewport(), root)
    return rect.left() < view.left() - SLACK or rect.right() > view.right() + SLACK
