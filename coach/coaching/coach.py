"""The guide through a session: phases, repetitions and what is said, from measures and time.

Pauses and the source are the engine's business (`engine.py`): the coach only hears of time that
counts.
"""

from __future__ import annotations

from coach.coaching.cues import CueScheduler
from coach.coaching.demonstration import demonstration_s, story
from coach.coaching.live_watch import LiveWatch
from coach.coaching.phases import MOVING, REP_ORDER, is_relaxation, is_watched
from coach.coaching.plan_runner import PlanRunner
from coach.coaching.ports import Analyser, AnalysisTools
from coach.coaching.quality_gate import QualityGate
from coach.coaching.quality_voice import QualityVoice
from coach.coaching.rep_book import RepBook
from coach.coaching.rest_check import MENTION_MM, RestCheck
from coach.coaching.rest_face import RestFace
from coach.coaching.settings import EngineSettings
from coach.coaching.texts import CoachTexts
from coach.domain.events import (
    BaselineMeasured,
    CoachEvent,
    CueKind,
    ExerciseFinished,
    RepDone,
    RestChecked,
    SessionFinished,
)
from coach.domain.exercise import Exercise, Phase, Plan
from coach.domain.measures import MeasureFrame
from coach.domain.quality import QualityReason, RepReason
from coach.domain.sides import Affected


class Coach:
    """Guides through one plan. One thread; `now_s` are session seconds and never run back.

    The arguments are the engine's; `analyser` measures the resting face.
    """

    def __init__(
        self,
        plan: Plan,
        affected: Affected | None,
        analyser: Analyser,
        tools: AnalysisTools,
        settings: EngineSettings,
        texts: CoachTexts,
    ) -> None:
        self._rest_face = RestFace(analyser, settings)
        self._rest_check = RestCheck()
        self._settings, self._texts = settings, texts
        self.cues = CueScheduler(settings)
        self.gate = QualityGate(settings)
        self.runner = PlanRunner(plan, settings, lambda e: demonstration_s(e, settings))
        self.book = RepBook(tools.measure_rep, affected, settings)
        self.watch = LiveWatch(tools, affected, self.cues, settings, texts)
        self._voice = QualityVoice(self.gate, self.cues, settings, texts)
        self._midway_said = False
        self._events: list[CoachEvent] = []

    def take_events(self) -> list[CoachEvent]:
        """What has happened since the last call, in order."""
        events, self._events = self._events, []
        return events

    def begin(self, now_s: float) -> None:
        """The first moment of the session."""
        self._events.append(self.runner.announcement(now_s))

    def advance(self, now_s: float, dt_s: float, m: MeasureFrame, origin_s: float) -> None:
        """Take one frame.

        Args:
            now_s: session seconds.
            dt_s: time since the frame before that counts.
            m: the frame's measures.
            origin_s: the session's start on the frames' clock.
        """
        phase = self.runner.phase
        reason = None if m.reason is QualityReason.NO_BASELINE else m.reason
        self.gate.step(dt_s, reason)
        self._events += self._voice.step(
            now_s,
            reason,
            watched=is_watched(phase, self.runner.exercise),
            always=phase is Phase.SETUP,
        )
        if not self._is_waiting():
            self.runner.pass_time(dt_s)
        self.watch.read(m)
        match phase:
            case Phase.SETUP:
                if self.gate.good_s >= self._settings.setup_good_s or self.gate.waived:
                    self._go_on(now_s, origin_s)
            case Phase.BASELINE:
                self._measure_rest(now_s, origin_s)
            case _:
                self._practise(now_s, m, origin_s)
        if (cue := self.cues.poll(now_s, self._next_phase_in_s())) is not None:
            self._events.append(cue)

    def interrupt(self, now_s: float, origin_s: float) -> None:
        """The session is about to pause: a movement that has begun is broken off."""
        if self.runner.phase in MOVING:
            self._break_off(now_s, RepReason.INTERRUPTED)
        if self.runner.phase in (Phase.GET_READY, *MOVING):
            self.runner.restart_rep()
            self._enter(now_s)
        self._settle(now_s, origin_s)
        self.watch.forget()
        self.cues.interrupt()
        self.gate.forget_time()

    def resume(self, now_s: float) -> None:
        """The session goes on."""
        match self.runner.phase:
            case Phase.BASELINE:
                self._rest_face.start()
                self.cues.begin_phase(now_s, self._texts.baseline)
            case Phase.GET_READY:
                self.cues.begin_phase(now_s, self.watch.ready_text)

    def skip(self, now_s: float, origin_s: float) -> None:
        """Leave the current exercise, or the step before the first."""
        exercise = self.runner.exercise
        if exercise is None:
            self._go_on(now_s, origin_s)
            return
        self._close_rep(now_s, origin_s, RepReason.SKIPPED)
        skipped = not self.runner.exercise_complete
        self._events.append(ExerciseFinished(now_s, exercise.id, skipped))
        self.runner.skip_exercise()
        self._enter(now_s)

    def stop(self, now_s: float, origin_s: float) -> None:
        """End the session here; what is finished is kept."""
        self._close_rep(now_s, origin_s, RepReason.INTERRUPTED)
        runner = self.runner
        exercise, complete = runner.exercise, runner.exercise_complete
        if exercise is not None and complete:
            self._events.append(ExerciseFinished(now_s, exercise.id, skipped=False))
        last = runner.exercise_index + 1 >= runner.exercise_count
        runner.finish()
        self._finish(now_s, completed=complete and last)

    # --- phases ------------------------------------------------------------------------------

    def _practise(self, now_s: float, m: MeasureFrame, origin_s: float) -> None:
        exercise, runner = self.runner.exercise, self.runner
        assert exercise is not None
        if runner.phase in REP_ORDER and not is_relaxation(exercise):
            self._observe(now_s, m, origin_s)
        elif runner.phase is Phase.DEMONSTRATE:
            self._rest_check.add(m)
        if runner.phase in (Phase.MOVE, Phase.HOLD) and self._is_waiting():
            if self.gate.bad_s > self._settings.quality_restart_s:
                self._break_off(now_s, RepReason.TOO_FEW_FRAMES)
                self.runner.restart_rep()
                self._enter(now_s)
            return
        if runner.phase is Phase.REST:
            self._rest(now_s, exercise, origin_s)
        if runner.due:
            self._go_on(now_s, origin_s)

    def _rest(self, now_s: float, exercise: Exercise, origin_s: float) -> None:
        if self.runner.elapsed_s >= self._settings.settle_s:
            self._settle(now_s, origin_s)
        midway = exercise.cues.get(Phase.HOLD.value, "")
        half_s = 0.5 * (self.runner.duration_s or 0.0)
        over_half = self.runner.elapsed_s >= half_s
        if is_relaxation(exercise) and midway and over_half and not self._midway_said:
            self._midway_said = True
            self.cues.advise(CueKind.PHASE, midway, now_s + half_s)

    def _measure_rest(self, now_s: float, origin_s: float) -> None:
        rest, elapsed_s = self._rest_face, self.runner.elapsed_s
        if rest.try_finish() and rest.baseline is not None:
            self._events.append(BaselineMeasured(now_s, rest.baseline))
            self._go_on(now_s, origin_s)
        elif rest.is_hopeless(elapsed_s, waived=self.gate.waived):
            self._go_on(now_s, origin_s)
        elif rest.is_restless(elapsed_s):
            text = self._texts.quality[QualityReason.UNSTEADY_REST]
            self._events += self._voice.say(now_s, text)

    def _check_rest(self, now_s: float) -> None:
        """Tell where the resting face is not what it was; the rest face itself stays the zero."""
        drift = self._rest_check.finish()
        if drift is None:
            return
        self._events.append(RestChecked(now_s, drift.region, drift.side, drift.size_mm))
        if drift.size_mm >= MENTION_MM:
            text = self._texts.rest_changed
            self.cues.advise(CueKind.FORM, text, now_s + self._settings.advice_lives_s)

    def _observe(self, now_s: float, m: MeasureFrame, origin_s: float) -> None:
        runner = self.runner
        if runner.phase is Phase.GET_READY and self._is_waiting():
            self.book.clear()
        elif runner.phase is not Phase.REST or self.book.begun:
            self.book.add(m)
        self._events += self.watch.step(now_s, m, runner.phase, runner.elapsed_s, origin_s)

    def _go_on(self, now_s: float, origin_s: float) -> None:
        exercise, complete = self.runner.exercise, self.runner.exercise_complete
        self._settle(now_s, origin_s)
        if self.runner.phase is Phase.DEMONSTRATE and self.runner.exercise_index > 0:
            self._check_rest(now_s)
        self.runner.go_on()
        if exercise is not None and complete:
            self._events.append(ExerciseFinished(now_s, exercise.id, skipped=False))
        self._enter(now_s)

    def _enter(self, now_s: float) -> None:
        """After the runner has entered a phase."""
        phase, exercise = self.runner.phase, self.runner.exercise
        match phase:
            case Phase.BASELINE:
                self._rest_face.start()
                self.cues.begin_phase(now_s, self._texts.baseline)
            case Phase.GET_READY:
                self.book.clear()
                self.watch.begin_rep()
                self.cues.begin_phase(now_s, self.watch.ready_text)
            case Phase.MOVE:
                self.book.begin_move(now_s)
            case Phase.HOLD:
                self.book.begin_hold(now_s)
            case Phase.RELEASE:
                self.book.begin_release(now_s)
            case Phase.FINISHED:
                self._finish(now_s, completed=True)
                return
        if exercise is not None:
            if phase is Phase.DEMONSTRATE:
                self._demonstrate(now_s, exercise)
            elif not (phase is Phase.GET_READY or (self.book.begun and phase is Phase.REST)):
                self.cues.begin_phase(now_s, exercise.cues.get(phase.value, ""))
        self._events.append(self.runner.announcement(now_s))

    def _demonstrate(self, now_s: float, exercise: Exercise) -> None:
        baseline = self._rest_face.baseline
        self._midway_said = False
        self._rest_check.begin()
        self.watch.begin_exercise(exercise, baseline)
        told = story(exercise)
        if baseline is None:
            told.insert(0, (CueKind.PHASE, self._texts.no_baseline))
        self.cues.begin_phase(now_s, "")
        self.cues.tell(told)
        planned_s = demonstration_s(exercise, self._settings)
        self.runner.duration_s = max(planned_s, self.cues.story_s(now_s, told))

    def _finish(self, now_s: float, *, completed: bool) -> None:
        self.watch.end()
        text = self._texts.finished if completed else self._texts.stopped
        self._events.append(self.runner.announcement(now_s))
        self._events += self.cues.last_words(now_s, text)
        self._events.append(SessionFinished(now_s, completed))

    # --- repetitions -------------------------------------------------------------------------

    def _settle(self, now_s: float, origin_s: float) -> None:
        """Measure the repetition whose movement is over, if one waits for it; say how it was."""
        exercise = self.runner.exercise
        if exercise is None or self.runner.phase is not Phase.REST or not self.book.begun:
            return
        baseline, clean = self._rest_face.baseline, self.watch.clean
        rep = self.book.finish(now_s, origin_s, exercise, self.runner.set_index, baseline, clean)
        self._events.append(RepDone(now_s, rep))
        feedback = self.watch.judge(rep, exercise, self.book.samples)
        # Not what was said live a moment ago, nor for every repetition that there are no scores.
        if feedback and not self.gate.waived and not self.cues.text.endswith(feedback[1]):
            self.cues.advise(*feedback, now_s + self._settings.advice_lives_s)
        self.cues.begin_phase(now_s, exercise.cues.get(Phase.REST.value, ""))

    def _close_rep(self, now_s: float, origin_s: float, reason: RepReason) -> None:
        self._settle(now_s, origin_s)
        if self.runner.phase in MOVING:
            self._break_off(now_s, reason)
        self.watch.forget()
        self.cues.interrupt()

    def _break_off(self, now_s: float, reason: RepReason) -> None:
        exercise = self.runner.exercise
        assert exercise is not None
        rep = self.book.abandon(now_s, exercise, self.runner.set_index, reason)
        self._events.append(RepDone(now_s, rep))

    def _is_waiting(self) -> bool:
        """Whether the clock stands still because the picture is bad."""
        watched = is_watched(self.runner.phase, self.runner.exercise)
        return self.gate.lost and not self.gate.waived and watched

    def _next_phase_in_s(self) -> float | None:
        return None if self._is_waiting() else self.runner.left_s
