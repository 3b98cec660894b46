"""The voice, in a process of its own: `python -m coach.app.speech_worker LANGUAGE [ENGINE]`.

Speech systems block: on Linux the call that connects to a speech server with no sound device may
never return, and it holds Python's lock. Here that stops nobody but the voice, and a watchdog that
needs no lock ends the process.

Reads one command a line from standard input: `say TEXT`, `add TEXT` (left out while another
sentence is being spoken), `hush`. Writes `ready NAME` once there is a voice, or `none`. A voice of
another language counts as none: read aloud by it, sentences cannot be understood.
Ends with its input.
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt, Signal, Slot
from PySide6.QtTextToSpeech import QTextToSpeech

#: Qt's test engine makes no sound, so it is never chosen for a person.
TEST_ENGINE = "mock"

#: A speech system that has not answered after this many seconds will not.
PATIENCE_S = 15.0


@contextlib.contextmanager
def bounded() -> Iterator[None]:
    """End this process if the block takes longer than `PATIENCE_S`, whatever holds it up."""
    with Path(os.devnull).open("w") as nowhere:
        faulthandler.dump_traceback_later(PATIENCE_S, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()


def pick_voice(language: str, wanted: str | None) -> tuple[str, QTextToSpeech] | None:
    """The wanted engine, or the first that works, speaking `language` (a code such as "es")."""
    names = [n for n in QTextToSpeech.availableEngines() if n != TEST_ENGINE]
    for name in names if wanted is None else [wanted]:
        voice = QTextToSpeech(name)
        if voice.state() != QTextToSpeech.State.Error and _speak_in(voice, language):
            return name, voice
    return None


def _speak_in(voice: QTextToSpeech, language: str) -> bool:
    """Have the voice speak a language, as in this country where it can; False where it cannot."""
    wanted = QLocale(language).language()
    known = [locale for locale in voice.availableLocales() if locale.language() == wanted]
    here = [locale for locale in known if locale.territory() == QLocale.system().territory()]
    if known:
        voice.setLocale((here or known)[0])
    return bool(known)


class Talker(QObject):
    """Carries out commands that a reading thread passes on."""

    command = Signal(str)
    ended = Signal()

    def __init__(self, voice: QTextToSpeech) -> None:
        super().__init__()
        self._voice = voice
        self.command.connect(self._on_command, Qt.ConnectionType.QueuedConnection)

    def read(self) -> None:
        """Pass standard input on, line by line, to its end. Its own thread."""
        for line in sys.stdin.buffer:  # UTF-8 whatever the system's own code page is
            self.command.emit(line.decode("utf-8", "replace").rstrip("\r\n"))
        self.ended.emit()

    @Slot(str)
    def _on_command(self, line: str) -> None:
        verb, _, text = line.partition(" ")
        with bounded():
            speaking = self._voice.state() == QTextToSpeech.State.Speaking
            if verb == "hush":
                self._voice.stop()
            elif text and (verb == "say" or (verb == "add" and not speaking)):
                self._voice.say(text)


def _answer(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    """Speak until standard input ends."""
    application = QCoreApplication(sys.argv[:1])
    with bounded():
        found = pick_voice(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None)
    if found is None:
        _answer("none")
        return 0
    name, voice = found
    talker = Talker(voice)
    talker.ended.connect(application.quit, Qt.ConnectionType.QueuedConnection)
    _answer(f"ready {name}")
    threading.Thread(target=talker.read, daemon=True).start()
    code = application.exec()
    with bounded():
        voice.stop()
        del talker, voice, found
    return code


if __name__ == "__main__":
    sys.exit(main())
