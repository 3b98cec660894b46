"""The guide through a session: phases, repetitions and what is said, from measures and time.

Pauses and the source are the engine's business (`engine.py`): the coach only hears of time that
counts.
"""

from __future__ import annotations

from collections.abc import Sequence

from coach.coaching.countdown import Countdown
from coach.coaching.cues import CueScheduler
from coach.coaching.demonstration import demonstration_s, opening, story
from coach.coaching.live_watch import LiveWatch
from coach.coaching.moments import MidwayCue, ready_text
from coach.coaching.phases import MOVING, REP_ORDER, is_relaxation, is_watched
from coach.coaching.plan_runner import PlanPlace, PlanRunner
from coach.coaching.ports import Analyser, AnalysisTools
from coach.coaching.quality_gate import QualityGate
from coach.coaching.quality_voice import QualityVoice
from coach.coaching.rep_book import RepBook
from coach.coaching.requests import Requests
from coach.coaching.rest_steps import RestSteps
from coach.coaching.settings import EngineSettings
from coach.coaching.setup_check import SetupCheck
from coach.coaching.talking_check import TalkingCheck
from coach.coaching.texts import CoachTexts
from coach.domain.events import CoachEvent, CueKind, ExerciseFinished, RepDone, SessionFinished
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
        start: PlanPlace | None = None,
    ) -> None:
        self._settings, self.texts = settings, texts
        self.cues = CueScheduler(settings)
        self.gate = QualityGate(settings)
        self.runner = PlanRunner(plan, settings, lambda e: demonstration_s(e, settings), start)
        self.book = RepBook(tools.measure_rep, affected, settings)
        self.watch = LiveWatch(tools, affected, self.cues, settings, texts)
        self.requests = Requests(self)
        self._voice = QualityVoice(self.gate, self.cues, settings, texts)
        self.setup = SetupCheck(self.gate, self._voice, settings, texts)
        self._rest = RestSteps(analyser, self._voice, self.cues, settings, texts)
        self._talking = TalkingCheck(affected, self.cues, settings, texts)
        self._countdown = Countdown()
        self._midway = MidwayCue(self.cues)
        self._events: list[CoachEvent] = []

    def take_events(self) -> list[CoachEvent]:
        """What has happened since the last call, in order."""
        events, self._events = self._events, []
        return events

    def emit(self, event: CoachEvent) -> None:
        self._events.append(event)

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
            setting_up=phase is Phase.SETUP,
        )
        if reason is QualityReason.ANOTHER_FACE:
            self.requests.set_up_anew(now_s, origin_s)
        if not self._is_waiting():
            self.runner.pass_time(dt_s)
        self.watch.read(m)
        if self.runner.exercise is None:
            self._prepare(now_s, dt_s, origin_s)
        else:
            self._practise(now_s, m, self.runner.exercise, origin_s)
        next_in_s = None if self._is_waiting() else self.runner.left_s
        if (cue := self.cues.poll(now_s, next_in_s)) is not None:
            self._events.append(cue)

    def interrupt(self, now_s: float, origin_s: float) -> None:
        """The session is about to pause: a movement that has begun is broken off."""
        if self.runner.phase in MOVING:
            self.break_off(now_s, RepReason.INTERRUPTED)
        if self.runner.phase in (Phase.GET_READY, *MOVING):
            self.runner.restart_rep()
            self.enter(now_s)
        self.settle(now_s, origin_s)
        self.quieten()
        self.gate.forget_time()

    def resume(self, now_s: float) -> None:
        """The session goes on."""
        if self.requests.leave_out(now_s):
            return
        match self.runner.phase:
            case Phase.BASELINE:
                self._rest.begin(now_s)
            case Phase.GET_READY:
                self._count_in(now_s)

    def skip(self, now_s: float, origin_s: float) -> None:
        """Leave the current exercise, or the step before the first."""
        exercise = self.runner.exercise
        if exercise is None:
            self.gate.waive()
            self._go_on(now_s, origin_s)
            return
        if self.requests.leave_out(now_s):
            return
        self.close_rep(now_s, origin_s, RepReason.SKIPPED)
        skipped = not self.runner.exercise_complete
        self._events.append(ExerciseFinished(now_s, exercise.id, skipped))
        self.runner.skip_exercise()
        self.enter(now_s)

    def stop(self, now_s: float, origin_s: float) -> None:
        """End the session here; what is finished is kept."""
        self.close_rep(now_s, origin_s, RepReason.INTERRUPTED)
        runner, exercise = self.runner, self.runner.exercise
        complete = runner.exercise_complete
        if exercise is not None and complete:
            self._events.append(ExerciseFinished(now_s, exercise.id, skipped=False))
        last = runner.exercise_index + 1 >= runner.exercise_count
        runner.finish()
        self._finish(now_s, completed=complete and last)

    def _prepare(self, now_s: float, dt_s: float, origin_s: float) -> None:
        if self.runner.phase is Phase.SETUP:
            events: Sequence[CoachEvent] = self.setup.step(now_s, dt_s)
            done = self.setup.done
        else:
            elapsed_s = self.runner.elapsed_s
            events, done = self._rest.measure(now_s, elapsed_s, waived=self.gate.waived)
        self._events += events
        if done:
            self._go_on(now_s, origin_s)

    def _practise(self, now_s: float, m: MeasureFrame, exercise: Exercise, origin_s: float) -> None:
        runner = self.runner
        if runner.phase in REP_ORDER and not is_relaxation(exercise):
            self._observe(now_s, m, origin_s)
        elif runner.phase is Phase.DEMONSTRATE:
            self._rest.watch(m)
        self._talking.add(runner.phase, m)
        if runner.phase in (Phase.MOVE, Phase.HOLD) and self._is_waiting():
            if self.gate.bad_s > self._settings.quality_restart_s:
                # Not a repetition of its own: it is counted, and kept, when it has been done.
                self.gate.restarted()
                self.runner.restart_rep()
                self.enter(now_s)
            return
        if runner.phase is Phase.REST:
            self._pass_rest(now_s, exercise, origin_s)
        elif runner.phase is Phase.GET_READY:
            self._events += self._countdown.step(now_s, runner.left_s or 0.0)
        if runner.due:
            self._go_on(now_s, origin_s)

    def _pass_rest(self, now_s: float, exercise: Exercise, origin_s: float) -> None:
        if self.runner.elapsed_s >= self._settings.settle_s:
            self.settle(now_s, origin_s)
        self._midway.step(now_s, exercise, self.runner.elapsed_s, self.runner.duration_s or 0.0)

    def _observe(self, now_s: float, m: MeasureFrame, origin_s: float) -> None:
        runner = self.runner
        if runner.phase is Phase.GET_READY and self._is_waiting():
            self.book.clear()
        elif runner.phase is not Phase.REST or self.book.begun:
            self.book.add(m)
        self._events += self.watch.step(now_s, m, runner.phase, runner.elapsed_s, origin_s)

    def _go_on(self, now_s: float, origin_s: float) -> None:
        exercise, complete = self.runner.exercise, self.runner.exercise_complete
        self.settle(now_s, origin_s)
        if self.runner.phase is Phase.DEMONSTRATE and self.runner.exercise_index > 0:
            self._events += self._rest.compare(now_s)
        self._events += self._talking.finish(now_s, origin_s)
        self.runner.go_on()
        if exercise is not None and complete:
            self._events.append(ExerciseFinished(now_s, exercise.id, skipped=False))
        self.enter(now_s)

    def enter(self, now_s: float) -> None:
        """After the runner has entered a phase."""
        phase, exercise = self.runner.phase, self.runner.exercise
        match phase:
            case Phase.BASELINE:
                self._rest.begin(now_s)
            case Phase.GET_READY:
                self.book.clear()
                self.watch.begin_rep()
                self._count_in(now_s)
            case Phase.MOVE:
                self.book.begin_move(now_s, self.runner.asked(self.watch.target_mm))
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

    def _count_in(self, now_s: float) -> None:
        self._countdown.restart()
        self.cues.begin_phase(now_s, ready_text(self.runner, self.watch, self.texts))

    def _demonstrate(self, now_s: float, exercise: Exercise) -> None:
        baseline = self._rest.baseline
        self._midway.restart()
        self._rest.watch_anew()
        self.watch.begin_exercise(exercise, baseline)
        self._talking.begin(exercise, baseline)
        told = story(exercise, opening(exercise, self.runner.exercise_index, self.texts))
        if baseline is None:
            told.insert(0, (CueKind.PHASE, self.texts.no_baseline))
        self.cues.begin_phase(now_s, "")
        self.cues.tell(told)
        planned_s = demonstration_s(exercise, self._settings)
        self.runner.duration_s = max(planned_s, self.cues.story_s(now_s, told))

    def _finish(self, now_s: float, *, completed: bool) -> None:
        self.watch.end()
        text = self.texts.finished if completed else self.texts.stopped
        self._events.append(self.runner.announcement(now_s))
        self._events += self.cues.last_words(now_s, text)
        self._events.append(SessionFinished(now_s, completed))

    def settle(self, now_s: float, origin_s: float) -> None:
        """Measure the repetition whose movement is over, if one waits for it; say how it was."""
        exercise = self.runner.exercise
        if exercise is None or self.runner.phase is not Phase.REST or not self.book.begun:
            return
        self.gate.begin_rep()
        baseline, clean = self._rest.baseline, self.watch.clean
        rep = self.book.finish(now_s, origin_s, exercise, self.runner.set_index, baseline, clean)
        self._events.append(RepDone(now_s, rep))
        feedback = self.watch.judge(rep, exercise, self.book.samples)
        # Not what was said live a moment ago, nor for every repetition that there are no scores.
        if feedback and not self.gate.waived and not self.cues.text.endswith(feedback[1]):
            self.cues.advise(*feedback, now_s + self._settings.advice_lives_s)
        self.cues.begin_phase(now_s, exercise.cues.get(Phase.REST.value, ""))

    def close_rep(self, now_s: float, origin_s: float, reason: RepReason) -> None:
        """Measure what is finished, break off what is not."""
        self.settle(now_s, origin_s)
        self._events += self._talking.finish(now_s, origin_s)
        if self.runner.phase in MOVING:
            self.break_off(now_s, reason)
        self.quieten()

    def quieten(self) -> None:
        self.watch.forget()
        self.cues.interrupt()

    def break_off(self, now_s: float, reason: RepReason) -> None:
        """Keep the repetition that is going on as one that was not finished."""
        exercise = self.runner.exercise
        if exercise is not None:
            rep = self.book.abandon(now_s, exercise, self.runner.set_index, reason)
            self._events.append(RepDone(now_s, rep))

    def _is_waiting(self) -> bool:
        """Whether the clock stands still because the picture is bad."""
        watched = is_watched(self.runner.phase, self.runner.exercise)
        return self.gate.lost and not self.gate.waived and watched
