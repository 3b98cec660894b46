"""The program's own short tones, made from sines: quiet, soft at both ends, never an alarm."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

import numpy as np

from coach.domain.events import (
    CoachEvent,
    CountedDown,
    HurtReported,
    Paused,
    PhaseStarted,
    QualityLost,
    Resumed,
    SessionFinished,
    SourceLost,
    SourceRegained,
    SynkinesisStarted,
)
from coach.domain.exercise import Phase
from coach.domain.frames import FloatArray

#: Samples a second; every sound card plays this.
RATE: Final = 44_100
#: Of full scale: a quarter, so that no tone startles beside a voice.
LOUDNESS: Final = 0.25
#: Soft beginning and end of every note, s.
_FADE_S: Final = 0.03


class Tone(StrEnum):
    """What a tone says; each has a twin on the screen (the headline, the ring or the banner)."""

    COUNT = "count"
    MOVE = "move"
    HOLD = "hold"
    RELEASE = "release"
    REST = "rest"
    PAUSE = "pause"
    GO_ON = "go_on"
    NOTICE = "notice"
    FINISHED = "finished"


#: Notes as (hertz, seconds): upwards for going in, downwards for letting go.
NOTES: Final[dict[Tone, tuple[tuple[float, float], ...]]] = {
    Tone.COUNT: ((440.0, 0.07),),
    Tone.MOVE: ((440.0, 0.14), (554.4, 0.22)),
    Tone.HOLD: ((554.4, 0.25),),
    Tone.RELEASE: ((554.4, 0.14), (440.0, 0.26)),
    Tone.REST: ((329.6, 0.30),),
    Tone.PAUSE: ((392.0, 0.12), (293.7, 0.22)),
    Tone.GO_ON: ((293.7, 0.12), (392.0, 0.22)),
    Tone.NOTICE: ((329.6, 0.12), (329.6, 0.12)),
    Tone.FINISHED: ((440.0, 0.18), (554.4, 0.18), (659.3, 0.40)),
}
_OF_PHASE: Final = {
    Phase.MOVE: Tone.MOVE,
    Phase.HOLD: Tone.HOLD,
    Phase.RELEASE: Tone.RELEASE,
    Phase.REST: Tone.REST,
}
_OF_EVENT: Final[dict[type, Tone]] = {
    CountedDown: Tone.COUNT,
    Paused: Tone.PAUSE,
    HurtReported: Tone.PAUSE,
    SourceLost: Tone.PAUSE,
    Resumed: Tone.GO_ON,
    SourceRegained: Tone.GO_ON,
    QualityLost: Tone.NOTICE,
    SynkinesisStarted: Tone.NOTICE,
    SessionFinished: Tone.FINISHED,
}


def tone_of(event: CoachEvent) -> Tone | None:
    """The tone for what has happened; None where silence is better."""
    if isinstance(event, PhaseStarted):
        return _OF_PHASE.get(event.phase)
    return _OF_EVENT.get(type(event))


def samples(tone: Tone) -> FloatArray:
    """(n,) samples between -1 and 1 at `RATE`."""
    return LOUDNESS * np.concatenate([_note(hertz, lasts_s) for hertz, lasts_s in NOTES[tone]])


def pcm(tone: Tone) -> bytes:
    """16-bit little-endian samples, one channel."""
    return (samples(tone) * 32767).astype("<i2").tobytes()


def _note(hertz: float, lasts_s: float) -> FloatArray:
    """A sine with a little of its octave, faded in and out."""
    t = np.arange(round(lasts_s * RATE)) / RATE
    wave = 0.85 * np.sin(2 * np.pi * hertz * t) + 0.15 * np.sin(4 * np.pi * hertz * t)
    edge = np.minimum(t, lasts_s - t) / _FADE_S
    return np.asarray(wave * np.sin(0.5 * np.pi * np.clip(edge, 0.0, 1.0)) ** 2)
