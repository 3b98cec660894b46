"""A window with the two curves behind a flag."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coach.app.flag_points import CurvePoints
from coach.domain.language import tr
from coach.ui.widgets.curve_view import CurveView
from coach.ui.widgets.labels import label
from coach.ui.widgets.roomy_dialog import RoomyDialog


class FlagDialog(RoomyDialog):
    """The curves, what they show in words, and the values at the line.

    Signals:
        told: words for a screen reader.

    Args:
        parent: the window.
        title: the repetition and the place.
        sentence: what the curves show.
        points: the curves; None where nothing was measured.
    """

    told = Signal(str)

    def __init__(
        self, parent: QWidget, title: str, sentence: str, points: CurvePoints | None
    ) -> None:
        super().__init__(parent, "flagDialog", title, "closeFlag")
        column = self.column
        column.addWidget(label(title, "title", "flagTitle", wrap=True))
        column.addWidget(label(sentence, "lead", "flagSentence", wrap=True))
        self.curves: CurveView | None = None
        self.values = label("", "", "flagValues", wrap=True)
        if points is not None:
            self.curves = CurveView(points, tr("Movement and what moved along"))
            self.values.setText(self.curves.text)
            column.addWidget(self.curves, 1)
            column.addWidget(self.values)
            about = [tr("Left and right arrow keys move the line.")]
            if points.gaps:
                about.append(tr("Gaps: blinks, and what could not be scored."))
            column.addWidget(label(" ".join(about), "muted", "flagKeys", wrap=True))
            self.curves.told.connect(self._on_told)
        else:
            text = tr("No curve was measured here.")
            column.addWidget(label(text, "muted", "flagNone", wrap=True))
        (self.curves or self.close_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_told(self, text: str) -> None:
        self.values.setText(text)
        self.told.emit(text)
