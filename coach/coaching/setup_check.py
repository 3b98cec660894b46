"""The set-up check: one thing at a time, met within seconds, and never a wall."""

from __future__ import annotations

from typing import Final

from coach.coaching.quality_gate import QualityGate
from coach.coaching.quality_voice import QualityVoice
from coach.coaching.settings import EngineSettings
from coach.coaching.texts import CoachTexts
from coach.domain.events import CueRaised

#: Light in glasses must be seen for this long to be mentioned: a turn of the head passes.
_GLARE_DWELL_S: Final = 0.7


class SetupCheck:
    """Says when the set-up is good enough.

    Args:
        gate: judges the picture.
        voice: says what to do about glasses; the gate's reasons it says by itself.
        settings: how long a good picture must last.
        texts: the language.

    Attributes:
        glare: light is mirrored in glasses now; set before each step.
    """

    def __init__(
        self, gate: QualityGate, voice: QualityVoice, settings: EngineSettings, texts: CoachTexts
    ) -> None:
        self._gate, self._voice = gate, voice
        self._settings, self._texts = settings, texts
        self.glare = False
        self._glare_s = 0.0
        self._held_s = 0.0

    @property
    def done(self) -> bool:
        """Whether the session may go on."""
        good = self._gate.good_s >= self._settings.setup_good_s
        return self._gate.waived or (good and not self.shown_glare)

    @property
    def well_placed(self) -> bool:
        """Whether there is nothing to mend now."""
        return self._gate.good_s > 0 and not self.shown_glare

    @property
    def shown_glare(self) -> bool:
        """Whether light in glasses is what holds the set-up: for a while only."""
        return self._glare_s >= _GLARE_DWELL_S and self._held_s < self._settings.glare_patience_s

    def step(self, now_s: float, dt_s: float) -> list[CueRaised]:
        """After the gate has taken a frame of the set-up; may ask to tip the glasses."""
        seen = self.glare and self._gate.shown is None
        self._glare_s = self._glare_s + dt_s if seen else 0.0
        if not self.shown_glare:
            return []
        self._held_s += dt_s
        return self._voice.say(now_s, self._texts.glare)
