"""What is seen live during an exercise: the sides' movement, its form, and what moves with it."""

from __future__ import annotations

from coach.coaching.cues import CueScheduler
from coach.coaching.form import FormWatch
from coach.coaching.phases import is_relaxation
from coach.coaching.ports import AnalysisTools
from coach.coaching.readings import NOTHING, SideReader
from coach.coaching.settings import EngineSettings
from coach.coaching.synkinesis_watch import SynkinesisWatch
from coach.coaching.texts import CoachTexts
from coach.domain.coach_state import LiveSynkinesis, SideReading
from coach.domain.events import CueKind, SynkinesisEnded, SynkinesisStarted
from coach.domain.exercise import Exercise, Phase
from coach.domain.measures import MeasureFrame
from coach.domain.session import BaselineRecord, PerSide
from coach.domain.sides import Affected, Side


class LiveWatch:
    """Watches one exercise after the other; lets advice wait for its turn.

    Attributes:
        left: the left side's movement on the newest frame.
        right: the right side's.
        faulted: whether a co-movement or a fault of form was seen in this repetition.
    """

    def __init__(
        self,
        tools: AnalysisTools,
        affected: Affected | None,
        cues: CueScheduler,
        settings: EngineSettings,
        texts: CoachTexts,
    ) -> None:
        self._tools, self._affected = tools, affected
        self._cues, self._settings, self._texts = cues, settings, texts
        self._reader = SideReader(tools, None, None)
        self._form: FormWatch | None = None
        self._synkinesis = SynkinesisWatch(texts)
        self.left: SideReading = NOTHING
        self.right: SideReading = NOTHING
        self.faulted = False

    @property
    def banner(self) -> LiveSynkinesis | None:
        """The one unwanted co-movement to show."""
        return self._synkinesis.banner

    def begin_exercise(self, exercise: Exercise, baseline: BaselineRecord | None) -> None:
        """Watch this exercise from now on."""
        self._reader = SideReader(self._tools, exercise, baseline)
        self._form = FormWatch(exercise, self._reader.noise_mm, self._settings)
        detector = None
        if baseline is not None and not is_relaxation(exercise):
            detector = self._tools.new_detector(
                exercise.movement, exercise.quiet, self._affected, baseline
            )
        self._synkinesis.watch(detector)

    def begin_rep(self) -> None:
        """A repetition begins, or begins anew."""
        if self._form is not None:
            self._form.restart()
        self.faulted = False
        self._synkinesis.forget()

    def forget(self) -> None:
        """The movement was broken off, or the session pauses."""
        self._synkinesis.forget()
        self.left = self.right = NOTHING

    def end(self) -> None:
        """The session is over."""
        self._synkinesis.watch(None)
        self.left = self.right = NOTHING

    def read(self, m: MeasureFrame) -> None:
        """Read both sides off one frame."""
        self.left = self._reader.read(m, Side.LEFT)
        self.right = self._reader.read(m, Side.RIGHT)

    def step(
        self, now_s: float, m: MeasureFrame, phase: Phase, elapsed_s: float, origin_s: float
    ) -> list[SynkinesisStarted | SynkinesisEnded]:
        """Judge one frame of a repetition, after `read`."""
        moving = phase in (Phase.MOVE, Phase.HOLD)
        events = self._synkinesis.step(m, moving, now_s, origin_s)
        until_s = now_s + self._settings.advice_lives_s
        for event in events:
            if isinstance(event, SynkinesisStarted):
                self.faulted = True
                text = self._texts.synkinesis[event.region, event.side]
                self._cues.advise(CueKind.SYNKINESIS, text, until_s)
        if self._form is not None:
            sizes = [r.excursion_mm for r in (self.left, self.right) if r.excursion_mm is not None]
            fault = self._form.step(now_s, phase, elapsed_s, max(sizes, default=None))
            if fault is not None:
                self.faulted = True
                self._cues.advise(CueKind.FORM, self._texts.form[fault], until_s)
        return events

    def was_too_big(self, excursion_mm: PerSide) -> bool:
        """Whether the larger side of a finished repetition went clearly beyond the target."""
        sizes = [s for s in (excursion_mm.left, excursion_mm.right) if s is not None]
        return bool(sizes) and self._form is not None and self._form.is_too_big(max(sizes))
