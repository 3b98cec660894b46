"""The session: mirror, one line of words, what to do now, left against right."""

from __future__ import annotations

from typing import ClassVar, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from coach.app.snapshot import Snapshot
from coach.domain.coach_state import CoachState
from coach.domain.exercise import Phase
from coach.domain.language import tr
from coach.domain.sides import Affected
from coach.ui.pages.page import Page, PageId
from coach.ui.theme import Style
from coach.ui.widgets.balance_bars import BalanceBars
from coach.ui.widgets.banner import Banner, BannerKind, BannerMessage, message_for
from coach.ui.widgets.face_demo import FaceDemo
from coach.ui.widgets.labels import ActionButton, label
from coach.ui.widgets.mirror_view import MirrorView
from coach.ui.widgets.phase_panel import PhasePanel
from coach.ui.widgets.rep_trace import RepTrace
from coach.ui.wording import headline, place_text

_MARGINS: Final = (20, 12, 20, 14)
_COMPACT_MARGINS: Final = (14, 6, 14, 8)


class PracticePage(Page):
    """Shows snapshots and forwards clicks.

    Signals: `pause_asked()`, `skip_asked()`, `stop_asked()`, `mirror_asked()`, `picture_asked()`,
    `voice_asked()`.
    """

    page_id: ClassVar[PageId] = PageId.PRACTICE
    shows_menu: ClassVar[bool] = False

    pause_asked = Signal()
    skip_asked = Signal()
    stop_asked = Signal()
    mirror_asked = Signal()
    picture_asked = Signal()
    voice_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("practicePage")
        self._style = Style()
        self._state: CoachState | None = None
        self._headline = ""
        self._plan_title = ""
        self._show_picture = True
        self._problem: BannerMessage | None = None
        self.title = label("", "title", "exerciseTitle")
        self.place = label("", "muted", "exercisePlace")
        self.progress = QProgressBar()
        self.progress.setObjectName("sessionProgress")
        self.progress.setAccessibleName(tr("Share of the session done"))
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 1000)
        self.banner = Banner()
        self.mirror = MirrorView()
        self.big_demo = FaceDemo()
        self.big_demo.setObjectName("bigDemo")
        self.stage = QStackedWidget()
        self.stage.addWidget(self.mirror)
        self.stage.addWidget(self.big_demo)
        self.panel = PhasePanel()
        self.demo = FaceDemo()
        self.trace = RepTrace()
        self.bars = BalanceBars()
        self.mirror_button = _toggle("mirror", "mirrorButton", tr("Mirror"), "M")
        self.picture_button = _toggle("picture", "pictureButton", tr("My picture"), "H")
        self.voice_button = _toggle("voice", "voiceToggle", tr("Voice"), "V")
        self.pause = ActionButton(
            tr("Pause"), "pause", "pauseButton", tr("Pause or go on"), "primary", tr("Space")
        )
        self.skip = ActionButton(
            tr("Skip"), "skip", "skipButton", tr("Skip this exercise"), "", "N"
        )
        self.stop = ActionButton(
            tr("Stop"), "stop", "stopButton", tr("Stop the session"), "", "Esc"
        )
        self._head = QHBoxLayout()
        self._tools = QWidget()
        self._body = QGridLayout()
        self._side = QVBoxLayout()
        self._compact = False
        self._build()
        self._connect()

    def first_focus(self) -> QWidget:
        return self.pause

    def begin(self, title: str, affected: Affected | None = None) -> None:
        """A session of the plan `title` starts: nothing of the last one is left on the screen."""
        self.mirror.set_affected(affected.side if affected else None)
        for demo in (self.demo, self.big_demo):
            demo.set_affected(affected)
        self._plan_title = title
        self._state = None
        self._headline = ""
        self._problem = None
        self.mirror.set_caption("")
        self.mirror.clear(tr("One moment"))
        self.trace.clear()
        self.bars.show_state(None)
        self.banner.show_message(BannerMessage(BannerKind.CUE, ""))
        self.title.setText(title)
        self.place.setText("")
        self.panel.clear()
        self.progress.setValue(0)
        self._show_pause(False)
        self._arrange()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show one moment."""
        state = snapshot.state
        phase_changed = self._state is None or self._state.phase is not state.phase
        self._state = state
        if self.stage.currentWidget() is self.mirror:
            self.mirror.show_snapshot(snapshot)
        self.panel.show_state(state, with_title=self._compact)
        self.bars.show_state(state)
        for follower in (self.demo, self.big_demo, self.trace):
            if follower.isVisible():
                follower.show_state(state)
        self._show_words(state)
        self._show_pause(state.paused)
        self.progress.setValue(round(state.progress * 1000))
        if phase_changed:
            self._arrange()

    def show_source(self, text: str) -> None:
        """Say where the pictures come from, as long as they do."""
        self.mirror.set_caption(text)
        self.said.emit(text, False)

    def show_problem(self, message: str, hint: str) -> None:
        """Keep a problem in the banner until the session ends."""
        self._problem = BannerMessage(BannerKind.CAUTION, f"{message} {hint}".strip())
        if self.banner.show_message(self._problem):
            self.said.emit(self._problem.text, True)

    @property
    def problem(self) -> str:
        """What went wrong in this session; empty where nothing did."""
        return self._problem.text if self._problem else ""

    def set_view(self, *, mirrored: bool, show_picture: bool, voice: bool) -> None:
        """Take over the person's choices."""
        self._show_picture = show_picture
        self.mirror.set_mirrored(mirrored)
        for follower in (self.bars, self.demo, self.big_demo):
            follower.set_mirrored(mirrored)
        self.mirror_button.setChecked(mirrored)
        self.picture_button.setChecked(show_picture)
        self.picture_button.set_icon("picture" if show_picture else "picture_off")
        self.voice_button.setChecked(voice)
        self.voice_button.set_icon("voice" if voice else "voice_off")
        self._arrange()

    def set_style(self, style: Style) -> None:
        self._style = style
        self.panel.setMaximumWidth(style.px(420))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(10)
        for button in (self.mirror_button, self.picture_button, self.voice_button):
            tools.addWidget(button)
        self._head.setSpacing(10)
        self._head.addWidget(self.title)
        self._head.addWidget(self.place)
        self._head.addStretch(1)
        self._head.addWidget(self.progress)
        self._head.addWidget(self._tools)
        self._side.setSpacing(12)
        self._side.addWidget(self.panel)
        self._side.addWidget(self.demo, 3)
        self._side.addWidget(self.trace, 2)
        self._body.setSpacing(14)
        self._body.addWidget(self.stage, 0, 0)
        self._body.addLayout(self._side, 0, 1, 2, 1)
        self._body.addWidget(self.bars, 1, 0)
        self._body.setRowStretch(0, 1)
        actions = QHBoxLayout()
        actions.setSpacing(12)
        actions.addWidget(self.pause)
        actions.addWidget(self.skip)
        actions.addStretch(1)
        actions.addWidget(self.stop)
        page = QVBoxLayout(self)
        page.setContentsMargins(*_MARGINS)
        page.setSpacing(8)
        page.addLayout(self._head)
        page.addWidget(self.banner)
        page.addLayout(self._body, 1)
        page.addLayout(actions)
        for first, second in (
            (self.pause, self.skip),
            (self.skip, self.stop),
            (self.stop, self.mirror_button),
            (self.mirror_button, self.picture_button),
            (self.picture_button, self.voice_button),
        ):
            QWidget.setTabOrder(first, second)

    def _connect(self) -> None:
        for button, signal in (
            (self.pause, self.pause_asked),
            (self.skip, self.skip_asked),
            (self.stop, self.stop_asked),
            (self.mirror_button, self.mirror_asked),
            (self.picture_button, self.picture_asked),
            (self.voice_button, self.voice_asked),
        ):
            button.clicked.connect(signal)

    def _show_words(self, state: CoachState) -> None:
        title = state.exercise.title if state.exercise else self._plan_title
        for target, text in ((self.title, title), (self.place, place_text(state))):
            if target.text() != text:
                target.setText(text)
        now = headline(state)
        if now != self._headline:
            self._headline = now
            self.said.emit(now, state.source_lost)
        message = message_for(state)
        if self._problem is not None and message.kind is BannerKind.CUE:
            message = self._problem
        if self.banner.show_message(message) and message.text:
            self.said.emit(message.text, message.kind is BannerKind.CAUTION)

    def _show_pause(self, paused: bool) -> None:
        text = tr("Go on") if paused else tr("Pause")
        if self.pause.text().strip() != text:
            self.pause.set_words(text)
            self.pause.set_icon("play" if paused else "pause")

    def _arrange(self) -> None:
        """Give the room to what matters: in a small window the demonstration takes the stage."""
        small = self.height() < self._style.px(560)
        narrow = self.width() < self._style.px(900)
        self._set_compact(small)
        self.panel.set_small(self.height() < self._style.px(380))
        self.title.setVisible(not small)
        self.place.setVisible(not (narrow or small))
        self.progress.setVisible(not (narrow or small))
        self.demo.setVisible(not small and self._show_picture)
        state = self._state
        showing = state is not None and state.phase is Phase.DEMONSTRATE
        traced = state is not None and state.target_mm > 0 and not showing
        roomy = self.height() >= self._style.px(700) or not (small or self._show_picture)
        self.trace.setVisible(traced and roomy)
        on_stage = self.big_demo if not self._show_picture or (small and showing) else self.mirror
        if self.stage.currentWidget() is not on_stage:
            self.stage.setCurrentWidget(on_stage)
        wide_demo = showing and not small
        self._body.setColumnStretch(0, 1 if wide_demo else 2)
        self._body.setColumnStretch(1, 1)

    def _set_compact(self, compact: bool) -> None:
        """In a small window the tools move below the phase, and the bars take the whole width."""
        if compact == self._compact:
            return
        self._compact = compact
        page = self.layout()
        if page is not None:
            page.setContentsMargins(*(_COMPACT_MARGINS if compact else _MARGINS))
        self._side.setSpacing(6 if compact else 12)
        self._body.removeWidget(self.bars)
        self._body.removeItem(self._side)
        if compact:
            self._head.removeWidget(self._tools)
            self._side.addWidget(self._tools, 0, Qt.AlignmentFlag.AlignLeft)
            self._body.addLayout(self._side, 0, 1)
            self._body.addWidget(self.bars, 1, 0, 1, 2)
        else:
            self._side.removeWidget(self._tools)
            self._head.addWidget(self._tools)
            self._body.addLayout(self._side, 0, 1, 2, 1)
            self._body.addWidget(self.bars, 1, 0)


def _toggle(icon: str, name: str, says: str, key: str) -> ActionButton:
    button = ActionButton("", icon, name, says, "icon", f"{says} ({key})")
    button.setCheckable(True)
    return button
