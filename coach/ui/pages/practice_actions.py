"""What can be done at any moment of a session: pause, too hard, it hurts, another one, stop."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from coach.domain.coach_state import CoachState
from coach.domain.exercise import Phase
from coach.domain.language import tr
from coach.ui.theme import Style
from coach.ui.widgets.labels import ActionButton

_GAP: Final = 10


class PracticeActions(QWidget):
    """A row of buttons; where there is no room for all words, some keep their icon only.

    Signals: one for each button.
    """

    pause_asked = Signal()
    ease_asked = Signal()
    hurt_asked = Signal()
    change_asked = Signal()
    skip_asked = Signal()
    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("practiceActions")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.pause = _button(tr("Pause"), "pause", "pauseButton", tr("Pause or go on"), tr("Space"))
        self.pause.setProperty("role", "primary")
        self.ease = _button(
            tr("Too hard"), "smaller", "easeButton", tr("Too hard: smaller and shorter"), "E"
        )
        self.hurt = _button(tr("It hurts"), "hand", "hurtButton", tr("It hurts: stop this"), "P")
        self.change = _button(
            tr("Change"), "swap", "changeButton", tr("Another exercise, or later"), "S"
        )
        self.skip = _button(tr("Skip"), "skip", "skipButton", tr("Skip this exercise"), "N")
        self.stop = _button(tr("Stop"), "stop", "stopButton", tr("Stop the session"), "Esc")
        self._words = {button: button.text().strip().replace("&&", "&") for button in self.buttons}
        #: Who gives up their words first; the ways out keep theirs longest.
        self._yielding = (self.skip, self.change, self.pause, self.ease, self.stop, self.hurt)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for button in self.buttons[:-1]:
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.stop)
        for button, signal in zip(self.buttons, self._signals, strict=True):
            button.clicked.connect(signal)

    @property
    def buttons(self) -> tuple[ActionButton, ...]:
        """In their order on the screen and for Tab."""
        return self.pause, self.ease, self.hurt, self.change, self.skip, self.stop

    def set_style(self, style: Style) -> None:
        """Sizes have changed. The buttons get their style by themselves."""
        self._fit()

    def show_state(self, state: CoachState | None) -> None:
        """Offer what makes sense now."""
        hurt = state is not None and state.hurt
        held = state is not None and (state.paused or hurt)
        following = state is not None and bool(state.next_title)
        over = state is not None and state.phase is Phase.FINISHED
        going_on = tr("Next exercise") if hurt else tr("Go on")
        self._set(self.pause, going_on if held else tr("Pause"))
        self.pause.set_icon("skip" if hurt else "play" if held else "pause")
        self.pause.set_role("" if hurt else "primary")  # nothing urges on from pain
        says, key = (going_on, "N") if hurt else (tr("Pause or go on"), tr("Space"))
        self.pause.setToolTip(f"{says} ({key})")
        self.pause.setVisible(not (over or (hurt and not following)))
        self._set(self.stop, tr("End for today") if hurt else tr("Stop"))
        self.stop.setVisible(not over)
        in_exercise = state is not None and state.exercise is not None
        for button in (self.ease, self.hurt, self.change):
            button.setVisible(in_exercise and not hurt)
        before = state is None or state.phase in (Phase.SETUP, Phase.BASELINE)
        if before:
            self.skip.setVisible(state is not None and state.can_go_on)
            self._set(self.skip, tr("Go on anyway"))
        else:
            self.skip.setVisible(in_exercise and not hurt)
            self._set(self.skip, tr("Skip"))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @property
    def _signals(self) -> tuple[SignalInstance, ...]:
        return (
            self.pause_asked, self.ease_asked, self.hurt_asked,
            self.change_asked, self.skip_asked, self.stop_asked,
        )  # fmt: skip

    def _set(self, button: ActionButton, words: str) -> None:
        if self._words[button] != words:
            self._words[button] = words
            button.setAccessibleName(words)

    def _fit(self) -> None:
        """As many words as there is room for."""
        for button, words in self._words.items():
            _say(button, words)
        for button in self._yielding:
            shown = [b for b in self.buttons if not b.isHidden()]
            needed = sum(b.sizeHint().width() for b in shown) + _GAP * len(shown)
            if needed <= self.width():
                break
            _say(button, "")
        for button in self.buttons:
            button.updateGeometry()


def _say(button: ActionButton, words: str) -> None:
    """Give a button these words; with its icon alone it needs less room around it."""
    button.set_words(words)
    if button.property("tight") is not (tight := not words):
        button.setProperty("tight", tight)
        button.style().unpolish(button)
        button.style().polish(button)


def _button(words: str, icon: str, name: str, says: str, key: str) -> ActionButton:
    return ActionButton(words, icon, name, says, "", f"{says} ({key})")
