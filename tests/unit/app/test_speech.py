"""Speech with Qt's own test engine, in the real helper process."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from coach.app.speech import Speaker
from coach.domain.events import CueKind, CueRaised


@pytest.fixture
def speaker(qtbot: QtBot) -> Iterator[Speaker]:
    voice = Speaker(enabled=False, engine="mock")
    yield voice
    voice.close()


def test_off_starts_nothing(speaker: Speaker) -> None:
    speaker.say("Hello.")
    assert not speaker.ready
    assert speaker.findChildren(QObject) == []  # no helper process


def test_speaks_cues_with_the_test_engine(speaker: Speaker, qtbot: QtBot) -> None:
    with qtbot.waitSignal(speaker.became_ready, timeout=15_000) as ready:
        speaker.set_enabled(True)
        speaker.on_event(CueRaised(0.0, CueKind.PHASE, "Slowly let go."))
    assert ready.args == ["mock"]
    speaker.on_event(CueRaised(1.0, CueKind.PRAISE, "Even and small."))
    speaker.hush()
    assert speaker.ready


def test_an_engine_that_is_not_there_is_silence_not_an_error(qtbot: QtBot) -> None:
    voice = Speaker(engine="no-such-engine")
    with qtbot.waitSignal(voice.found_silent, timeout=15_000):
        voice.set_enabled(True)
    voice.say("Nobody hears this.")
    assert not voice.ready
    voice.close()


@pytest.mark.parametrize(("language", "speaks"), [("fi", True), ("eo", False)])
def test_only_a_voice_of_the_language_speaks(qtbot: QtBot, language: str, speaks: bool) -> None:
    """Qt's test engine knows English, Norwegian and Finnish."""
    voice = Speaker(engine="mock", language=language)
    with qtbot.waitSignal(voice.became_ready if speaks else voice.found_silent, timeout=15_000):
        voice.set_enabled(True)
    assert voice.ready is speaks
    voice.close()


def test_a_speech_system_that_hangs_ends_the_helper_not_the_program() -> None:
    """A sleep that keeps the lock stands in for a call into a speech server that never answers."""
    code = (
        "import ctypes, coach.app.speech_worker as worker\n"
        "worker.PATIENCE_S = 0.2\n"
        "with worker.bounded():\n"
        "    ctypes.PyDLL(None).sleep(60)\n"  # PyDLL keeps Python's lock
    )
    done = subprocess.run([sys.executable, "-c", code], timeout=20, check=False)
    assert done.returncode == 1
