"""A page that scrolls when large text needs more room than the window has."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

#: Lines longer than this are hard to read; the content stays in the middle of a wide screen.
MAX_WIDTH: Final = 1320


def make_scroll(name: str) -> tuple[QScrollArea, QVBoxLayout]:
    """A vertical scroll area and the column to fill."""
    scroll = QScrollArea()
    scroll.setObjectName(name)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    # The buttons inside take the focus and scroll themselves into view.
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inner = QWidget()
    inner.setObjectName("scrollBody")
    column = QVBoxLayout(inner)
    column.setContentsMargins(28, 20, 28, 20)
    column.setSpacing(18)
    scroll.setWidget(centred(inner))
    return scroll, column


def centred(inner: QWidget) -> QWidget:
    """Keep a widget in the middle and no wider than lines may be."""
    body = QWidget()
    body.setObjectName("scrollBody")
    inner.setMaximumWidth(MAX_WIDTH)
    row = QHBoxLayout(body)
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    row.addWidget(inner, 1000)
    row.addStretch(1)
    return body


def page_head(title: QWidget, back: QWidget) -> QHBoxLayout:
    """A page's title, and on its right the way home: a mouse finds it too."""
    head = QHBoxLayout()
    head.addWidget(title, 1)
    head.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
    return head


def scroll_to(widget: QWidget) -> None:
    """Where a widget lies in a page that scrolls, show it: at the page's top if that shows it."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is not None:
        area.verticalScrollBar().setValue(0)
        area.ensureWidgetVisible(widget)
