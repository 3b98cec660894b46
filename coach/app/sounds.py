"""Short tones where the system can play them; silent where it cannot."""

from __future__ import annotations

import logging
import sys
from typing import Final

from PySide6.QtCore import QObject, QProcess, Signal, Slot

from coach.app.tones import Tone, tone_of
from coach.domain.events import CoachEvent

_LOG = logging.getLogger(__name__)

_WORKER: Final = "coach.app.sound_worker"
_QUIT_PATIENCE_MS: Final = 300


class Tones(QObject):
    """Plays tones through a helper process, for sound systems block. GUI thread; never raises.

    Args:
        enabled: whether to play.
        parent: Qt parent.

    Signals:
        became_ready: there is something to play on.
        found_silent: there is nothing here.
    """

    became_ready = Signal()
    found_silent = Signal()

    def __init__(self, enabled: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._enabled = False
        self._ready = False
        self._process: QProcess | None = None
        self.set_enabled(enabled)

    @property
    def ready(self) -> bool:
        """Whether there is something to play on, as far as is known by now."""
        return self._ready

    def set_enabled(self, enabled: bool) -> None:
        """Turn the tones on or off."""
        self._enabled = enabled
        if enabled and self._process is None:
            self._start()

    def play(self, tone: Tone) -> None:
        """Play a tone now; one that comes too late is worth nothing, so none waits."""
        if self._enabled and self._ready and self._process is not None:
            self._process.write(f"{tone.value}\n".encode())

    @Slot(object)
    def on_event(self, event: CoachEvent) -> None:
        """Play what belongs to a session's event."""
        tone = tone_of(event)
        if tone is not None:
            self.play(tone)

    def close(self) -> None:
        """End the helper process; there is silence from then on."""
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

    def _start(self) -> None:
        process = self._process = QProcess(self)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._on_output)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_finished)
        process.start(sys.executable, ["-m", _WORKER])

    @Slot()
    def _on_output(self) -> None:
        while self._process is not None and self._process.canReadLine():
            line = bytes(self._process.readLine().data()).decode(errors="replace").strip()
            if line == "ready":
                self._ready = True
                self.became_ready.emit()
            elif line == "none":
                _LOG.info("there is no sound here")
                self.found_silent.emit()

    @Slot()
    def _on_finished(self) -> None:
        self._ready = False
