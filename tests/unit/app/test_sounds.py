"""The program's own tones, and the helper that plays them or stays silent."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from coach.app.sleep_watch import ABSENCE_NS, LONGEST_NS, SleepWatch
from coach.app.sounds import Tones
from coach.app.tones import LOUDNESS, RATE, Tone, pcm, samples, tone_of
from coach.domain.events import (
    CountedDown,
    CueKind,
    CueRaised,
    PhaseStarted,
    SessionFinished,
)
from coach.domain.exercise import Phase


@pytest.mark.parametrize("tone", Tone)
def test_a_tone_is_short_quiet_and_soft_at_both_ends(tone: Tone) -> None:
    wave = samples(tone)
    assert 0.05 < len(wave) / RATE < 1.0
    assert np.abs(wave).max() <= LOUDNESS
    # No click: the first and last millisecond are nearly silent.
    assert np.abs(wave[: RATE // 1000]).max() < 0.01
    assert np.abs(wave[-RATE // 1000 :]).max() < 0.01
    assert len(pcm(tone)) == 2 * len(wave)


def test_tones_differ() -> None:
    assert len({pcm(tone) for tone in Tone}) == len(Tone)


def test_what_sounds_and_what_is_silent() -> None:
    assert tone_of(PhaseStarted(0, Phase.MOVE, "x", 0, 0, 4.0)) is Tone.MOVE
    assert tone_of(PhaseStarted(0, Phase.DEMONSTRATE, "x", 0, 0, 4.0)) is None
    assert tone_of(CountedDown(0, 2)) is Tone.COUNT
    assert tone_of(SessionFinished(0, completed=True)) is Tone.FINISHED
    assert tone_of(CueRaised(0, CueKind.PRAISE, "Even.")) is None  # praise has no fanfare


def test_a_machine_without_sound_is_silence_not_an_error(qtbot: QtBot) -> None:
    """Also where there is a device: then the helper says so, and ends with the program."""
    tones = Tones()
    assert not tones.ready
    tones.play(Tone.MOVE)
    with qtbot.waitSignal(tones.found_silent, timeout=20_000, raising=False):
        tones.set_enabled(True)
    tones.on_event(CountedDown(0, 1))
    tones.close()
    tones.play(Tone.MOVE)
    assert not tones.ready


def test_sleep_is_time_that_only_one_clock_counts() -> None:
    now = {"awake": 0, "always": 1_000}
    watch = SleepWatch(lambda: now["awake"], lambda: now["always"])
    assert not watch.woke_up()
    for name in now:
        now[name] += 60_000_000_000  # a long wait with the lid open
    assert not watch.woke_up()
    now["always"] += LONGEST_NS + 1
    assert watch.woke_up()
    assert not watch.woke_up()
    now["always"] -= 10 * LONGEST_NS  # the wall clock was set back
    assert not watch.woke_up()
    for name in now:
        now[name] += ABSENCE_NS + 1  # both clocks go on in sleep, or the program was held up
    assert watch.woke_up()
    assert not watch.woke_up()
