"""Tells the person, and the log, that the picture is bad or good again."""

from __future__ import annotations

from coach.coaching.cues import CueScheduler
from coach.coaching.quality_gate import QualityGate
from coach.coaching.settings import EngineSettings
from coach.coaching.texts import CoachTexts
from coach.domain.events import CueKind, CueRaised, QualityLost, QualityRegained
from coach.domain.quality import QualityReason


class QualityVoice:
    """Turns the gate's judgement into events; one instruction at a time, each for a while.

    Args:
        gate: the judgement.
        cues: where sentences are raised.
        settings: how long an instruction stays, and when it is repeated.
        texts: the language.
    """

    def __init__(
        self,
        gate: QualityGate,
        cues: CueScheduler,
        settings: EngineSettings,
        texts: CoachTexts,
    ) -> None:
        self._gate, self._cues = gate, cues
        self._settings, self._texts = settings, texts
        self._told = False
        self._said = ""
        self._said_s: float | None = None

    def step(
        self, now_s: float, reason: QualityReason | None, *, watched: bool, setting_up: bool
    ) -> list[QualityLost | QualityRegained | CueRaised]:
        """After the gate has taken a frame.

        Args:
            now_s: session seconds.
            reason: the frame's reason.
            watched: whether this phase waits for a good picture.
            setting_up: instructions are then given before the picture counts as lost, each as the
                one thing to do.
        """
        gate = self._gate
        events: list[QualityLost | QualityRegained | CueRaised] = []
        if gate.lost and watched and not self._told and reason is not None:
            self._told = True
            events.append(QualityLost(now_s, reason))
        elif not gate.lost and self._told:
            self._told = False
            self._said = ""
            events.append(QualityRegained(now_s))
        if gate.shown is None:
            if setting_up:
                self._said = ""
        elif setting_up and not gate.waived:
            events += self.say(now_s, self._texts.setup[gate.shown])
        elif setting_up or (self._told and watched):
            events += self._instruct(now_s, gate.shown)
        return events

    def say(self, now_s: float, text: str) -> list[CueRaised]:
        """Give an instruction unless another has only just been given."""
        since_s = None if self._said_s is None else now_s - self._said_s
        settings = self._settings
        if since_s is not None:
            wait_s = settings.quality_repeat_s if text == self._said else settings.instruction_s
            if since_s < wait_s:
                return []
        self._said, self._said_s = text, now_s
        return [self._cues.say_now(now_s, CueKind.QUALITY, text)]

    def _instruct(self, now_s: float, shown: QualityReason) -> list[CueRaised]:
        if not self._gate.waived:
            return self.say(now_s, self._texts.quality[shown])
        # Said once: whoever goes on without scores need not be told every few seconds.
        return [] if self._said == self._texts.unscored else self.say(now_s, self._texts.unscored)
