"""Speaks the cues where the system can; silent where it cannot. Every cue is also on the screen."""

from __future__ import annotations

import logging
from typing import Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtTextToSpeech import QTextToSpeech

from coach.domain.events import CoachEvent, CueKind, CueRaised

_LOG = logging.getLogger(__name__)

#: Qt's test engine: makes no sound, so it is never chosen for a person.
_TEST_ENGINE: Final = "mock"

#: Remarks that may be left out rather than cut off a sentence that is being spoken.
_CAN_BE_LEFT_OUT: Final = frozenset({CueKind.FORM, CueKind.PRAISE})


def speech_engines() -> list[str]:
    """Engines that could speak to a person here, best first."""
    return [name for name in QTextToSpeech.availableEngines() if name != _TEST_ENGINE]


class Speaker(QObject):
    """Speaks. GUI thread; never raises, never blocks on the voice.

    Args:
        enabled: whether to speak.
        engine: name of the engine; None for the first that works here, "" for none at all.
        parent: Qt parent.
    """

    def __init__(
        self, enabled: bool = True, engine: str | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._enabled = enabled
        self._engine_name = engine
        self._voice: QTextToSpeech | None = None
        self._tried = False

    @property
    def enabled(self) -> bool:
        return self._enabled

    def set_enabled(self, enabled: bool) -> None:
        """Turn the voice on or off; off also ends what is being said."""
        self._enabled = enabled
        if not enabled:
            self.hush()

    @property
    def available(self) -> bool:
        """Whether there is a working voice; makes the engine when first asked."""
        voice = self._engine()
        return voice is not None and voice.state() != QTextToSpeech.State.Error

    def say(self, text: str, *, can_be_left_out: bool = False) -> None:
        """Speak a sentence in place of the one before it.

        Args:
            text: what to say.
            can_be_left_out: stay silent where another sentence is still being spoken.
        """
        if not self._enabled or not text or not self.available:
            return
        assert self._voice is not None
        if can_be_left_out and self._voice.state() == QTextToSpeech.State.Speaking:
            return
        self._voice.say(text)

    def hush(self) -> None:
        """End what is being said."""
        if self._voice is not None:
            self._voice.stop()

    @Slot(object)
    def on_event(self, event: CoachEvent) -> None:
        """Speak the cues among a session's events."""
        if isinstance(event, CueRaised):
            self.say(event.text, can_be_left_out=event.kind in _CAN_BE_LEFT_OUT)

    def _engine(self) -> QTextToSpeech | None:
        if self._tried:
            return self._voice
        self._tried = True
        names = speech_engines() if self._engine_name is None else [self._engine_name]
        for name in filter(None, names):
            voice = QTextToSpeech(name, self)
            if voice.state() != QTextToSpeech.State.Error:
                self._voice = voice
                return voice
            _LOG.info("speech engine %s does not work here", name)
            voice.deleteLater()
        return None
