"""The resting face in a session: measured before the exercises, looked at again between them."""

from __future__ import annotations

from coach.coaching.cues import CueScheduler
from coach.coaching.ports import Analyser
from coach.coaching.quality_voice import QualityVoice
from coach.coaching.rest_check import MENTION_MM, RestCheck
from coach.coaching.rest_face import RestFace
from coach.coaching.settings import EngineSettings
from coach.coaching.texts import CoachTexts
from coach.domain.events import BaselineMeasured, CoachEvent, CueKind, RestChecked
from coach.domain.measures import MeasureFrame
from coach.domain.quality import QualityReason
from coach.domain.session import BaselineRecord


class RestSteps:
    """Measures the resting face and tells when it is not what it was.

    Args:
        analyser: measures the resting face.
        voice: asks for a still face.
        cues: where sentences are raised.
        settings: patience.
        texts: the language.
    """

    def __init__(
        self,
        analyser: Analyser,
        voice: QualityVoice,
        cues: CueScheduler,
        settings: EngineSettings,
        texts: CoachTexts,
    ) -> None:
        self._face = RestFace(analyser, settings)
        self._check = RestCheck()
        self._voice, self._cues = voice, cues
        self._settings, self._texts = settings, texts

    @property
    def baseline(self) -> BaselineRecord | None:
        """The resting face; None until it is measured."""
        return self._face.baseline

    def begin(self, now_s: float) -> None:
        """Measure from now on."""
        self._face.start()
        self._cues.begin_phase(now_s, self._texts.baseline)

    def measure(
        self, now_s: float, elapsed_s: float, *, waived: bool
    ) -> tuple[list[CoachEvent], bool]:
        """After a frame of the measuring.

        Args:
            now_s: session seconds.
            elapsed_s: time in the phase.
            waived: the picture itself cannot be put right.

        Returns:
            What has happened, and whether the session goes on from here.
        """
        face = self._face
        if face.try_finish() and face.baseline is not None:
            return [BaselineMeasured(now_s, face.baseline)], True
        if face.is_hopeless(elapsed_s, waived=waived):
            return [], True
        if face.is_restless(elapsed_s):
            text = self._texts.quality[QualityReason.UNSTEADY_REST]
            return [*self._voice.say(now_s, text)], False
        return [], False

    def watch_anew(self) -> None:
        """A demonstration begins: the face is expected to rest."""
        self._check.begin()

    def watch(self, m: MeasureFrame) -> None:
        """A frame of the demonstration."""
        self._check.add(m)

    def compare(self, now_s: float) -> list[CoachEvent]:
        """The demonstration is over. The rest face itself stays the zero."""
        drift = self._check.finish()
        if drift is None:
            return []
        if drift.size_mm >= MENTION_MM:
            until_s = now_s + self._settings.advice_lives_s
            self._cues.advise(CueKind.FORM, self._texts.rest_changed, until_s)
        return [RestChecked(now_s, drift.region, drift.side, drift.size_mm)]
