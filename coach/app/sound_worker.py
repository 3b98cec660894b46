"""The tones, in a process of its own: `python -m coach.app.sound_worker`.

Sound systems block, and their libraries may be missing: here that stops nobody. Reads the name of
one tone a line from standard input; writes `ready` once there is a sound device, or `none`. Ends
with its input.
"""

from __future__ import annotations

import sys
import threading

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QIODevice,
    QObject,
    Qt,
    Signal,
    Slot,
)

from coach.app.speech_worker import bounded
from coach.app.tones import RATE, Tone, pcm


class Player(QObject):
    """Plays tones that a reading thread passes on.

    Raises:
        ImportError: the system lacks what Qt needs for sound.
        OSError: there is no sound device.
    """

    asked = Signal(str)
    ended = Signal()

    def __init__(self) -> None:
        from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices

        super().__init__()
        device = QMediaDevices.defaultAudioOutput()
        if device.isNull():
            raise OSError("there is no sound device")
        layout = QAudioFormat()
        layout.setSampleRate(RATE)
        layout.setChannelCount(1)
        layout.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        self._sink = QAudioSink(device, layout)
        self._sounds = {tone.value: QByteArray(pcm(tone)) for tone in Tone}
        self._buffer = QBuffer()
        self.asked.connect(self._on_asked, Qt.ConnectionType.QueuedConnection)

    def read(self) -> None:
        """Pass standard input on, line by line, to its end. Its own thread."""
        for line in sys.stdin:
            self.asked.emit(line.strip())
        self.ended.emit()

    def close(self) -> None:
        """Let go of the device."""
        self._sink.stop()

    @Slot(str)
    def _on_asked(self, name: str) -> None:
        sound = self._sounds.get(name)
        if sound is None:
            return
        with bounded():
            self._sink.stop()
            self._buffer.close()
            self._buffer.setData(sound)
            self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
            self._sink.start(self._buffer)


def main() -> int:
    """Play until standard input ends."""
    application = QCoreApplication(sys.argv[:1])
    try:
        with bounded():
            player = Player()
    except (ImportError, OSError):
        sys.stdout.write("none\n")
        return 0
    player.ended.connect(application.quit, Qt.ConnectionType.QueuedConnection)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    threading.Thread(target=player.read, daemon=True).start()
    code = application.exec()
    with bounded():
        player.close()
    return code


if __name__ == "__main__":
    sys.exit(main())
