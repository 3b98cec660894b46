"""What is seen live during an exercise: the sides' movement, its form, and what moves with it."""

from __future__ import annotations

from dataclasses import replace

from coach.analysis.clean_samples import CleanSamples
from coach.analysis.synkinesis import NO_RANGES, CleanRanges
from coach.coaching.amplitude import AmplitudeLadder
from coach.coaching.clean_calibration import CleanCalibration
from coach.coaching.cues import CueScheduler
from coach.coaching.feedback import RepFeedback
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
from coach.domain.movements import Movement, closes_the_eye
from coach.domain.session import BaselineRecord, PerSide, RepRecord
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
        self._feedback = RepFeedback(texts)
        self._exercise: Exercise | None = None
        self._baseline: BaselineRecord | None = None
        self._shape: Exercise | None = None  # as it is watched: the current form and size
        self._ladder = AmplitudeLadder(0.0)
        self._lower_now = self._grew = False
        self._calibration: CleanCalibration | None = None
        self._learnt: dict[Movement, CleanRanges] = {}
        self.left: SideReading = NOTHING
        self.right: SideReading = NOTHING
        self.faulted = False

    @property
    def banner(self) -> LiveSynkinesis | None:
        """The one unwanted co-movement to show."""
        return self._synkinesis.banner

    @property
    def target_mm(self) -> float:
        """What the next repetition is to reach: less than the exercise's own after a flag."""
        if self._calibration is not None and self._calibration.going_on:
            return min(self._calibration.target_mm, self._ladder.target_mm)
        return self._ladder.target_mm

    @property
    def own_target_mm(self) -> float:
        """The exercise's own target, whatever the next repetition is to reach."""
        return self._ladder.full_mm

    @property
    def clean(self) -> CleanRanges:
        """This person's clean ranges, once they have been learnt."""
        return NO_RANGES if self._calibration is None else self._calibration.ranges

    @property
    def calibrating(self) -> bool:
        """Whether the next repetition is one to learn from."""
        return self._calibration is not None and self._calibration.going_on

    def begin_exercise(self, exercise: Exercise, baseline: BaselineRecord | None) -> None:
        """Watch this exercise from now on."""
        self._exercise, self._baseline = exercise, baseline
        self._ladder = AmplitudeLadder(exercise.target_mm, fixed=closes_the_eye(exercise.movement))
        self._lower_now = False
        known = self._learnt.get(exercise.movement, NO_RANGES)
        self._calibration = (
            CleanCalibration(exercise, self._affected, known) if baseline is not None else None
        )
        self._reader = SideReader(self._tools, exercise, baseline)
        self._follow(exercise)
        self._watch_quiet_regions()

    @property
    def ready_text(self) -> str:
        """What is said before the next repetition, about the mark that `target_mm` sets."""
        texts, calibration = self._texts, self._calibration
        if calibration is not None and calibration.going_on:
            lids = self._exercise is not None and closes_the_eye(self._exercise.movement)
            if lids:
                return texts.get_ready if calibration.begun else texts.calibrate_lids
            return texts.calibrate_again if calibration.begun else texts.calibrate
        if self._lower_now:
            return texts.mark_lower
        grown = calibration is not None and calibration.just_ended and self._grew
        return texts.calibrated if grown else texts.get_ready

    def lower_target(self, smaller: Exercise) -> None:
        """Go on with a smaller form of the current exercise."""
        self._ladder.ease(smaller.target_mm)
        self._follow(smaller)

    def _follow(self, exercise: Exercise) -> None:
        """Judge the form of the next repetitions by the mark that is shown."""
        self._shape = exercise
        shown = replace(exercise, target_mm=self.target_mm)
        self._form = FormWatch(shown, self._reader.noise_mm, self._settings)

    def judge(
        self, rep: RepRecord, exercise: Exercise, samples: CleanSamples
    ) -> tuple[CueKind, str] | None:
        """Learn from a finished repetition, and choose the sentence about it."""
        too_big = self._was_too_big(rep.excursion_mm)
        found = self._learn(rep, exercise, samples)
        return self._feedback.after(
            rep, exercise, too_big=too_big, faulted=self.faulted, found_size=found
        )

    def _learn(self, rep: RepRecord, exercise: Exercise, samples: CleanSamples) -> bool:
        """A smaller target, this person's clean range; True for the clean size that was sought."""
        before_mm = self.target_mm
        self._ladder.after(rep, before_mm)
        if self._calibration is not None and self._calibration.add(rep, samples):
            self._learnt[exercise.movement] = self._calibration.ranges
            self._watch_quiet_regions()
        self._lower_now, self._grew = self.target_mm < before_mm, self.target_mm > before_mm
        if self._shape is not None and self.target_mm != before_mm:
            self._follow(self._shape)
        return rep.scored and not rep.synkinesis and self._ladder.lowered

    def _watch_quiet_regions(self) -> None:
        exercise, detector = self._exercise, None
        if exercise is not None and self._baseline is not None and not is_relaxation(exercise):
            detector = self._tools.new_detector(
                exercise.movement, exercise.quiet, self._affected, self._baseline, self.clean
            )
        self._synkinesis.watch(detector, None if exercise is None else exercise.movement)

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
                text = self._synkinesis.text(event.region, event.side)
                self._cues.advise(CueKind.SYNKINESIS, text, until_s)
        if self._form is not None:
            sizes = PerSide(self.left.excursion_mm, self.right.excursion_mm)
            fault = self._form.step(now_s, phase, elapsed_s, sizes)
            if fault is not None:
                self.faulted = True
                self._cues.advise(CueKind.FORM, self._texts.form[fault], until_s)
        return events

    def _was_too_big(self, excursion_mm: PerSide) -> bool:
        """Whether the larger side of a finished repetition went clearly beyond the target."""
        sizes = [s for s in (excursion_mm.left, excursion_mm.right) if s is not None]
        return bool(sizes) and self._form is not None and self._form.is_too_big(max(sizes))
