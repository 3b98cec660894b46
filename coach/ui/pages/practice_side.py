"""Beside the stage: what to do now, the demonstration, the path of this repetition."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.domain.coach_state import CoachState
from coach.domain.sides import Affected
from coach.ui.pages.practice_parts import PracticeParts
from coach.ui.pages.practice_view import is_quiet
from coach.ui.theme import Style
from coach.ui.widgets.face_demo import FaceDemo
from coach.ui.widgets.phase_panel import PhasePanel
from coach.ui.widgets.rep_trace import RepTrace

_PANEL_WIDTH: Final = 420
#: The path of a repetition gets no higher, px.
_TRACE_HEIGHT: Final = 260
#: Place of the free room in the column.
_SPACE: Final = 3


class PracticeSide(QWidget):
    """A column of `panel`, `demo` and `trace`; feeds only what is shown. GUI thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("practiceSide")
        self._compact = False
        self.panel = PhasePanel()
        self.demo = FaceDemo()
        self.trace = RepTrace()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self.panel)
        self._column.addWidget(self.demo, 3)
        self._column.addWidget(self.trace, 2)
        self._column.addStretch()

    def set_style(self, style: Style) -> None:
        self.panel.setMaximumWidth(style.px(_PANEL_WIDTH))
        self.trace.setMaximumHeight(style.px(_TRACE_HEIGHT))

    def begin(self, affected: Affected | None) -> None:
        """A session starts: nothing of the last one is left."""
        self.demo.set_affected(affected)
        self.trace.clear()
        self.panel.clear()

    def show_state(self, state: CoachState) -> None:
        """Show one moment."""
        if self.panel.isVisible():
            self.panel.show_state(state, with_title=self._compact, quiet=is_quiet(state))
        for follower in (self.demo, self.trace):
            if follower.isVisible():
                follower.show_state(state)

    def show_parts(self, parts: PracticeParts, *, compact: bool) -> None:
        """Give the room to what matters now.

        Args:
            parts: what is shown.
            compact: in a small window, closer together.
        """
        self._compact = compact
        self._column.setSpacing(6 if compact else 12)
        self.panel.setVisible(parts.panel)
        self.demo.setVisible(parts.demo)
        self.trace.setVisible(parts.trace)
        space = not (compact or parts.demo)
        self._column.setStretch(_SPACE, 1 if space else 0)  # the phase stays at the top

    def take(self, tools: QWidget) -> None:
        """Put the tools below."""
        self._column.addWidget(tools, 0, Qt.AlignmentFlag.AlignLeft)

    def give_back(self, tools: QWidget) -> None:
        """Let go of the tools."""
        self._column.removeWidget(tools)
