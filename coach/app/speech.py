"""Speaks the cues where the system can; silent where it cannot. Every cue is also on the screen."""

from __future__ import annotations

import logging
import sys
from typing import Final

from PySide6.QtCore import QObject, QProcess, Signal, Slot

from coach.app.i18n import ENGLISH
from coach.domain.events import CoachEvent, CountedDown, CueKind, CueRaised

_LOG = logging.getLogger(__name__)

#: Remarks that may be left out rather than cut off a sentence that is being spoken.
_CAN_BE_LEFT_OUT: Final = frozenset({CueKind.FORM, CueKind.PRAISE})

_WORKER: Final = "coach.app.speech_worker"
#: Sentences are short; what is longer is no sentence.
_MAX_CHARACTERS: Final = 500
_QUIT_PATIENCE_MS: Final = 300


class Speaker(QObject):
    """Speaks through a helper process. GUI thread; never raises, never blocks.

    Args:
        enabled: whether to speak.
        engine: name of Qt's speech engine; None for the first that works here.
        parent: Qt parent.
        language: code of the language of the sentences.

    Signals:
        became_ready: there is a voice; carries the engine's name.
        found_silent: there is none here.
    """

    became_ready = Signal(str)
    found_silent = Signal()

    def __init__(
        self,
        enabled: bool = False,
        engine: str | None = None,
        parent: QObject | None = None,
        *,
        language: str = ENGLISH,
    ) -> None:
        super().__init__(parent)
        self._enabled = False
        self._engine = engine
        self._language = language
        self._process: QProcess | None = None
        self._ready = False
        self._waiting = ""
        self.set_enabled(enabled)

    @property
    def enabled(self) -> bool:
        return self._enabled

    @property
    def ready(self) -> bool:
        """Whether there is a working voice, as far as is known by now."""
        return self._ready

    def set_enabled(self, enabled: bool) -> None:
        """Turn the voice on or off; off also ends what is being said."""
        self._enabled = enabled
        if enabled and self._process is None:
            self._start()
        elif not enabled:
            self.hush()

    def say(self, text: str, *, can_be_left_out: bool = False) -> None:
        """Speak a sentence in place of the one before it.

        Args:
            text: what to say.
            can_be_left_out: stay silent where another sentence is still being spoken.
        """
        sentence = " ".join(text.split())[:_MAX_CHARACTERS]
        if not self._enabled or not sentence:
            return
        command = f"{'add' if can_be_left_out else 'say'} {sentence}"
        if self._ready:
            self._send(command)
        elif not can_be_left_out:
            self._waiting = command  # only the newest: old sentences are wrong by then

    def hush(self) -> None:
        """End what is being said."""
        self._waiting = ""
        if self._ready:
            self._send("hush")

    def close(self) -> None:
        """End the helper process; the speaker is silent from then on."""
        self._enabled = self._ready = False
        process, self._process = self._process, None
        if process is None:
            return
        process.readyReadStandardOutput.disconnect(self._on_output)
        process.finished.disconnect(self._on_finished)
        process.errorOccurred.disconnect(self._on_finished)
        process.closeWriteChannel()
        if not process.waitForFinished(_QUIT_PATIENCE_MS):
            process.kill()
            process.waitForFinished(_QUIT_PATIENCE_MS)
        process.deleteLater()

    @Slot(object)
    def on_event(self, event: CoachEvent) -> None:
        """Speak the cues among a session's events, and count in."""
        if isinstance(event, CueRaised):
            self.say(event.text, can_be_left_out=event.kind in _CAN_BE_LEFT_OUT)
        elif isinstance(event, CountedDown):
            self.say(str(event.number), can_be_left_out=True)

    def _start(self) -> None:
        process = self._process = QProcess(self)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._on_output)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_finished)
        arguments = ["-X", "utf8", "-m", _WORKER, self._language]
        if self._engine is not None:
            arguments.append(self._engine)
        process.start(sys.executable, arguments)

    def _send(self, command: str) -> None:
        if self._process is not None:
            self._process.write(f"{command}\n".encode())

    @Slot()
    def _on_output(self) -> None:
        if self._process is None:
            return
        while self._process.canReadLine():
            line = bytes(self._process.readLine().data()).decode(errors="replace").strip()
            verb, _, name = line.partition(" ")
            if verb == "ready":
                self._ready = True
                self.became_ready.emit(name)
                if self._waiting:
                    self._send(self._waiting)
                    self._waiting = ""
            elif verb == "none":
                _LOG.info("there is no voice here")
                self.found_silent.emit()

    @Slot()
    def _on_finished(self) -> None:
        if self._ready:
            _LOG.warning("the voice ended unexpectedly")
            self.found_silent.emit()
        self._ready = False
