"""What only the painted picture tells: letters, the keyboard's place, and what is chosen."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget

from tests.ui.widget_walk import interactive, leaves, name

#: WCAG 2.2: text 1.4.3 (AA), 1.4.6 (AAA); parts of controls and the focus ring 1.4.11.
TEXT, TEXT_IN_CONTRAST, GRAPHIC = 4.5, 7.0, 3.0
#: Fewer pixels than this are no sign of anything.
_SIGN_PX = 24

Picture = NDArray[np.float64]


def faint_text(root: QWidget, least: float = TEXT) -> list[str]:
    """Words whose letters do not stand out from their ground. Rounded letters lose a little."""
    worded = [w for w in leaves(root) if isinstance(w, QLabel | QAbstractButton)]
    found = []
    for widget in worded:
        if widget.text().strip() and widget.isEnabled() and not _cut(widget):
            ratio = _text_contrast(_luminance(widget))
            if ratio < least * 0.97:
                found.append(f"{name(widget)} {ratio:.1f}:1")
    return found


def hidden_focus(window: QWidget, root: QWidget) -> list[str]:
    """Controls that look the same with the keyboard as without it."""
    before = QApplication.focusWidget()
    found = []
    for widget in interactive(root):
        if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        _rest(window)
        plain = _luminance(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if QApplication.focusWidget() is None:
            found.append(f"{name(widget)} does not take the keyboard")
        elif _changed(plain, _luminance(widget)) < _SIGN_PX:
            found.append(name(widget))
    if before is not None:
        before.setFocus(Qt.FocusReason.OtherFocusReason)
    return found


def colour_alone(root: QWidget) -> list[str]:
    """Switches that look the same on and off to eyes that see no colours."""
    found = []
    for button in (w for w in interactive(root) if isinstance(w, QAbstractButton)):
        group = button.group()
        if not button.isCheckable() or (group is not None and group.checkedButton() is None):
            continue
        was = button.isChecked()
        states = []
        if group is not None:
            group.setExclusive(False)
        button.blockSignals(True)
        for on in (False, True):
            button.setChecked(on)
            states.append(_luminance(button))
        button.setChecked(was)
        button.blockSignals(False)
        if group is not None:
            group.setExclusive(True)
        if _changed(*states) < _SIGN_PX:
            found.append(name(button))
    return found


def bring_into_view(widget: QWidget) -> None:
    """Scroll to a widget, where it lies in a page that scrolls."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is not None:
        area.ensureWidgetVisible(widget)


def _rest(window: QWidget) -> None:
    """Nothing has the keyboard; a window that was not active gives it back to somebody first."""
    window.activateWindow()
    QApplication.processEvents()
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()
    QApplication.processEvents()


def _cut(widget: QWidget) -> bool:
    return widget.width() < 4 or widget.height() < 4


def _luminance(widget: QWidget) -> Picture:
    """Relative luminance of each pixel of a widget, in front of what is behind it."""
    window = widget.window()
    bring_into_view(widget)
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    image = window.grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)
    raw = np.frombuffer(image.constBits(), np.uint8)
    bgr = raw.reshape(image.height(), image.bytesPerLine() // 4, 4)[:, : image.width(), :3] / 255.0
    linear = np.where(bgr <= 0.04045, bgr / 12.92, ((bgr + 0.055) / 1.055) ** 2.4)
    luminance: Picture = linear @ np.array([0.0722, 0.7152, 0.2126])
    return luminance


def _text_contrast(picture: Picture) -> float:
    """The most frequent brightness against the one that is farthest from it."""
    inner = picture[3:-3, 3:-3] if min(picture.shape) > 12 else picture
    values, counts = np.unique(np.round(inner, 3), return_counts=True)
    ground = float(values[np.argmax(counts)])
    return max(_ratio(ground, float(inner.max())), _ratio(ground, float(inner.min())))


def _changed(one: Picture, other: Picture) -> int:
    """How many pixels stand out between two pictures, by 3:1."""
    if one.shape != other.shape:
        return _SIGN_PX
    high, low = np.maximum(one, other), np.minimum(one, other)
    return int(((high + 0.05) / (low + 0.05) >= GRAPHIC).sum())


def _ratio(one: float, other: float) -> float:
    high, low = max(one, other), min(one, other)
    return (high + 0.05) / (low + 0.05)
