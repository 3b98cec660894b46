"""One guided session: landmarks in, events and the state of the screen out.

No thread, no clock, no device of its own: time comes with the frames and the commands, so a whole
session runs in a test as fast as the machine can.
"""

from __future__ import annotations

from coach.analysis.glare import glare_seen
from coach.coaching.analysis_tools import real_analysis
from coach.coaching.clock import SessionClock
from coach.coaching.coach import Coach
from coach.coaching.nod import HEAD_MOVES, NodDetector
from coach.coaching.phases import is_activity, log_label
from coach.coaching.plan_runner import PlanPlace
from coach.coaching.ports import AnalysisTools
from coach.coaching.reflection import reflectable
from coach.coaching.settings import EngineSettings
from coach.coaching.texts import ENGLISH, CoachTexts
from coach.domain.coach_state import CoachState
from coach.domain.events import CoachEvent, Paused, Resumed, SourceLost, SourceRegained
from coach.domain.exercise import Exercise, Phase, Plan
from coach.domain.frames import Image
from coach.domain.landmarks import FaceFrame
from coach.domain.measures import MeasureFrame
from coach.domain.session import LoggedFrame
from coach.domain.sides import Affected


class SessionEngine:
    """Runs a plan. One thread at a time; commands and frames share one clock (nanoseconds).

    Every method returns what has happened, in order. The last event of a session is
    `SessionFinished`; after it every call returns nothing.

    Args:
        plan: what is practised.
        affected: the affected side, as far as it is known.
        settings: timing.
        texts: the language.
        analysis: what measures; the program's own by default.
        start: where in the plan to begin; None: at its beginning.

    Attributes:
        nod: whether a slow double nod pauses and goes on.
    """

    def __init__(
        self,
        plan: Plan,
        affected: Affected | None,
        settings: EngineSettings | None = None,
        *,
        texts: CoachTexts = ENGLISH,
        analysis: AnalysisTools | None = None,
        start: PlanPlace | None = None,
    ) -> None:
        tools = analysis or real_analysis()
        self._settings = settings or EngineSettings()
        self._texts = texts
        self._analyser = tools.new_analyser()
        plan = reflectable(plan, affected)
        self._coach = Coach(plan, affected, self._analyser, tools, self._settings, texts, start)
        self.nod = False
        self._nods = NodDetector()
        self._clock = SessionClock()
        self._begun = False
        self._held = False
        self._source_lost = False
        self._frame_ns: int | None = None
        self._counted_s: float | None = None
        self._measures: MeasureFrame | None = None
        self._logged: LoggedFrame | None = None

    @property
    def finished(self) -> bool:
        return self._coach.runner.phase is Phase.FINISHED

    @property
    def measures(self) -> MeasureFrame | None:
        """What was measured on the newest frame."""
        return self._measures

    @property
    def logged(self) -> LoggedFrame | None:
        """The log's row for the last `step`; None while paused and after the end.

        A pause is the person's own time: nothing of it is kept.
        """
        return self._logged

    @property
    def state(self) -> CoachState:
        """A consistent picture of the session now."""
        coach, runner = self._coach, self._coach.runner
        exercise, paused = runner.exercise, self._paused
        return CoachState(
            t_s=self._clock.now_s,
            phase=runner.phase,
            paused=paused,
            source_lost=self._source_lost,
            exercise=exercise,
            exercise_index=runner.exercise_index,
            exercise_count=runner.exercise_count,
            set_index=runner.set_index,
            rep_index=runner.rep_index,
            phase_elapsed_s=runner.elapsed_s,
            phase_duration_s=runner.duration_s,
            progress=runner.progress(),
            left=coach.watch.left,
            right=coach.watch.right,
            target_mm=0.0 if exercise is None else coach.watch.target_mm,
            own_target_mm=0.0 if exercise is None else coach.watch.own_target_mm,
            headline=self._headline(),
            cue=self._cue(),
            quality=None if paused or self.finished else coach.gate.shown,
            synkinesis=coach.watch.banner,
            reps_done=coach.book.done,
            reps_scored=coach.book.scored,
            next_title="" if (following := runner.next_exercise) is None else following.title,
            can_go_on=self._can_go_on,
            hurt=coach.requests.hurt,
            glare=runner.phase is Phase.SETUP and coach.setup.shown_glare,
        )

    def _cue(self) -> str:
        """The newest sentence; in the set-up, that all is well, once it is."""
        coach = self._coach
        if coach.runner.phase is Phase.SETUP and coach.setup.well_placed:
            return self._texts.in_place
        return coach.cues.text or self._texts.sit_down

    def step(self, face: FaceFrame, image: Image | None = None) -> list[CoachEvent]:
        """Take one frame. A frame that is not newer than the one before is passed over.

        Args:
            face: the landmarks.
            image: the picture they belong to; the analysis sees more with it.
        """
        self._logged = None
        if self.finished or (self._frame_ns is not None and face.t_ns <= self._frame_ns):
            return []
        now_s = self._begin(face.t_ns)
        frame_s = self._clock.of(face.t_ns)
        if frame_s < 0:  # grabbed before the command that began the session
            return self._coach.take_events()
        self._frame_ns = face.t_ns
        events = self._regain(now_s) if self._source_lost else []
        self._measures = m = self._analyser.step(face, image)
        events += self._hear_nod(frame_s, m, face.t_ns)
        if self._coach.runner.phase is Phase.SETUP:
            self._coach.setup.glare = glare_seen(image, face.points)
        if not self._paused:
            self._coach.advance(now_s, self._counted(now_s), m, self._clock.origin_s)
            if not self.finished:
                self._logged = LoggedFrame(m, frame_s, self._label)
        return [*events, *self._coach.take_events()]

    def pause(self, t_ns: int) -> list[CoachEvent]:
        """Hold the session; a movement that has begun starts over afterwards."""
        if self.finished or self._held:
            return []
        now_s = self._begin(t_ns)
        if not self._paused:
            self._coach.interrupt(now_s, self._clock.origin_s)
        self._held = True
        return [*self._coach.take_events(), Paused(now_s)]

    def resume(self, t_ns: int) -> list[CoachEvent]:
        """Go on, as soon as there are pictures."""
        if self.finished or not self._held:
            return []
        now_s = self._begin(t_ns)
        self._held = False
        self._go_on(now_s)
        return [Resumed(now_s), *self._coach.take_events()]

    def skip(self, t_ns: int) -> list[CoachEvent]:
        """Leave the current exercise (or the step before the first); a pause goes on."""
        if self.finished:
            return []
        if self._coach.requests.hurt:
            return self.resume(t_ns)
        self._coach.skip(self._begin(t_ns), self._clock.origin_s)
        return self._coach.take_events()

    def ease(self, t_ns: int) -> list[CoachEvent]:
        """Too hard: the exercise is smaller and shorter from here on."""
        if not self.finished:
            self._coach.requests.ease(self._begin(t_ns))
        return self._coach.take_events()

    def hurts(self, t_ns: int) -> list[CoachEvent]:
        """It hurts: the movement stops, the session waits; `resume` leaves the exercise out."""
        if self.finished:
            return []
        now_s = self._begin(t_ns)
        if not self._coach.requests.hurts(now_s, self._clock.origin_s):
            return self.pause(t_ns)
        told = [] if self._held else [Paused(now_s)]
        self._held = True
        return [*self._coach.take_events(), *told]

    def swap(self, t_ns: int, exercise: Exercise | None) -> list[CoachEvent]:
        """Another exercise in place of the current one; None: the current one later."""
        if self.finished:
            return []
        now_s, requests = self._begin(t_ns), self._coach.requests
        if exercise is None:
            requests.postpone(now_s, self._clock.origin_s)
        else:
            requests.swap(exercise, now_s, self._clock.origin_s)
        return self._coach.take_events()

    def stop(self, t_ns: int) -> list[CoachEvent]:
        """End the session; what is finished is kept."""
        if self.finished:
            return []
        self._coach.stop(self._begin(t_ns), self._clock.origin_s)
        self._held = self._source_lost = False
        self._logged = None
        return self._coach.take_events()

    def source_lost(self, t_ns: int) -> list[CoachEvent]:
        """No pictures come: hold the session at once."""
        if self.finished or self._source_lost:
            return []
        now_s = self._begin(t_ns)
        if not self._paused:
            self._coach.interrupt(now_s, self._clock.origin_s)
        self._source_lost = True
        return [*self._coach.take_events(), SourceLost(now_s)]

    def source_regained(self, t_ns: int) -> list[CoachEvent]:
        """Pictures come again: go on, unless the person holds the session."""
        if self.finished or not self._source_lost:
            return []
        return [*self._regain(self._begin(t_ns)), *self._coach.take_events()]

    def _hear_nod(self, frame_s: float, m: MeasureFrame, t_ns: int) -> list[CoachEvent]:
        exercise = self._coach.runner.exercise
        moves = exercise is not None and exercise.kind in HEAD_MOVES and not self._paused
        # After "it hurts" going on is chosen with the hand: a nod of pain must not do it.
        if not self.nod or moves or self._coach.requests.hurt:
            self._nods.forget()
            return []
        if not self._nods.step(frame_s, m.pose):
            return []
        return self.resume(t_ns) or self.pause(t_ns)

    @property
    def _can_go_on(self) -> bool:
        """Whether to offer going on without waiting for the picture or the resting face."""
        runner = self._coach.runner
        before = runner.phase in (Phase.SETUP, Phase.BASELINE)
        return before and runner.elapsed_s >= self._settings.setup_offer_s

    @property
    def _label(self) -> str:
        runner = self._coach.runner
        return log_label(runner.phase, runner.exercise)

    @property
    def _paused(self) -> bool:
        return self._held or self._source_lost

    def _begin(self, t_ns: int) -> float:
        """The session's time at a stamp; the first one begins it."""
        now_s = self._clock.at(t_ns)
        if not self._begun:
            self._begun = True
            self._coach.begin(now_s)
        return now_s

    def _regain(self, now_s: float) -> list[CoachEvent]:
        self._source_lost = False
        self._go_on(now_s)
        return [SourceRegained(now_s)]

    def _go_on(self, now_s: float) -> None:
        if not self._paused:
            self._counted_s = None
            self._coach.resume(now_s)

    def _counted(self, now_s: float) -> float:
        """Time since the last frame that counted; 0 for the first and after a pause."""
        since_s = 0.0 if self._counted_s is None else now_s - self._counted_s
        self._counted_s = now_s
        return min(since_s, self._settings.largest_step_s)

    def _headline(self) -> str:
        if self._source_lost:
            return self._texts.waiting
        if self._paused:
            return self._texts.paused
        runner = self._coach.runner
        exercise = runner.exercise
        if runner.phase is Phase.REST and exercise is not None and is_activity(exercise):
            return self._texts.activities.get(exercise.kind, exercise.title)
        return self._texts.headlines[runner.phase]
