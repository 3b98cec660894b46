"""The large place of the practice page: one thing at a time, as the moment and the person ask."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtWidgets import QStackedWidget, QWidget

from coach.app.snapshot import Snapshot
from coach.domain.coach_state import CoachState
from coach.domain.exercise import Phase
from coach.domain.feedback_mode import FeedbackMode
from coach.domain.language import tr
from coach.domain.movements import Movement
from coach.domain.sides import Affected
from coach.ui.pages.practice_view import PracticeView, is_quiet
from coach.ui.widgets.calm_screen import CalmScreen
from coach.ui.widgets.face_demo import FaceDemo
from coach.ui.widgets.follow_face import FollowFace
from coach.ui.widgets.mirror_view import MirrorView
from coach.ui.widgets.passage_view import PassageView
from coach.ui.widgets.rep_trace import RepTrace
from coach.ui.widgets.setup_view import SetupView
from coach.ui.widgets.side_gauges import SideGauges
from coach.ui.wording import count_text, headline

_REPS_SHOWN: Final = 4
#: The last seconds before a movement are counted.
_COUNTED: Final = 3


class PracticeStage(QStackedWidget):
    """Chooses what is shown large, and feeds only that. GUI thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stage")
        self._view = PracticeView()
        self._small = False
        self._affected: Affected | None = None
        self._snapshot: Snapshot | None = None
        self.mirror = MirrorView()
        self.setup = SetupView()
        self.gauges = SideGauges()
        self.follow = FollowFace()
        self.calm = CalmScreen("calmScreen")
        self.rest = RepTrace(keep=_REPS_SHOWN)
        self.rest.setObjectName("restTrace")
        self.passage = PassageView()
        self.demo = FaceDemo()
        self.demo.setObjectName("bigDemo")
        for widget in (
            self.mirror, self.setup, self.gauges, self.follow, self.calm, self.rest, self.passage,
            self.demo,
        ):  # fmt: skip
            self.addWidget(widget)

    def begin(self, affected: Affected | None) -> None:
        """A session starts: nothing of the last one is left."""
        self._affected = affected
        self._snapshot = None
        side = affected.side if affected else None
        self.mirror.set_affected(side)
        self.demo.set_affected(affected)
        self.mirror.clear(tr("One moment"))
        self.rest.clear()
        self._arrange()

    def set_view(self, view: PracticeView) -> None:
        """Take over the person's choices, in the middle of an exercise too."""
        self._view = view
        self.mirror.set_mirrored(view.mirrored)
        self.mirror.set_reflecting(view.mode is FeedbackMode.REFLECTED)
        self.setup.set_view(mirrored=view.mirrored, picture=view.picture)
        for widget in (self.gauges, self.follow, self.demo):
            widget.set_mirrored(view.mirrored)
        self.refresh()

    def set_small(self, small: bool) -> None:
        """In a small window the demonstration takes the stage."""
        if small != self._small:
            self._small = small
            self.setup.set_small(small)
            self.refresh()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show one moment."""
        self._snapshot = snapshot
        self.rest.show_state(snapshot.state)
        self._arrange()
        self._feed(snapshot)

    def refresh(self) -> None:
        """Show the newest moment again, after a choice."""
        self._arrange()
        if self._snapshot is not None:
            self._feed(self._snapshot)

    @property
    def reading(self) -> bool:
        """Whether there is something to read aloud."""
        return self.currentWidget() is self.passage

    def tells(self, text: str) -> bool:
        """Whether this sentence stands on the stage already."""
        shown = self.currentWidget()
        if shown is self.setup:
            return self.setup.words == text
        return shown is self.calm and text in self.calm.words

    def _feed(self, snapshot: Snapshot) -> None:
        shown, state = self.currentWidget(), snapshot.state
        if shown is self.mirror:
            self.mirror.show_snapshot(snapshot)
        elif shown is self.setup:
            self.setup.show_snapshot(snapshot)
        elif shown is self.calm:
            word, line = _words(state)
            self.calm.show_words(word, "" if self._small and state.hurt else line)
        elif isinstance(shown, SideGauges | FollowFace | FaceDemo):
            shown.show_state(state)
        elif shown is self.passage and state.exercise is not None:
            self.passage.show_lines(state.exercise.passage)
            if state.phase_duration_s:
                self.passage.follow(state.phase_elapsed_s / state.phase_duration_s)

    def _arrange(self) -> None:
        wanted = self._wanted()
        if self.currentWidget() is not wanted:
            self.setCurrentWidget(wanted)

    def _wanted(self) -> QWidget:
        """What belongs on the stage now."""
        if self._snapshot is None:
            if not self._view.picture:
                self.calm.show_words(tr("One moment"))
            return self.mirror if self._view.picture else self.calm
        state, mode = self._snapshot.state, self._view.mode
        if state.hurt or mode is FeedbackMode.VOICE:
            return self.calm
        if state.phase is Phase.SETUP and not (state.paused or state.source_lost):
            return self.setup
        if state.exercise is not None and state.exercise.passage and state.phase is Phase.REST:
            return self.passage
        if is_quiet(state):
            return self.rest
        if self._view.picture:
            return self.demo if self._small and _is_watched(state) else self.mirror
        return self._without_picture(state)

    def _without_picture(self, state: CoachState) -> QWidget:
        if state.paused or state.source_lost or state.phase is Phase.FINISHED:
            return self.calm
        timed = state.exercise is not None and state.exercise.movement is Movement.REST
        if state.phase is Phase.DEMONSTRATE or timed:
            return self.demo
        return self.gauges if self._view.mode is FeedbackMode.BARS else self.follow


def _is_watched(state: CoachState) -> bool:
    """Whether the demonstration matters more than the mirror where there is room for one."""
    if state.phase is Phase.DEMONSTRATE:
        return True
    waits = state.paused or state.source_lost or state.phase is Phase.FINISHED
    return state.exercise is not None and bool(state.exercise.touch) and not waits


def _words(state: CoachState) -> tuple[str, str]:
    """The one large word, and what belongs below it."""
    if state.hurt:
        return tr("We stop this one"), state.cue
    if state.phase is Phase.SETUP:
        return headline(state), state.cue
    if state.paused or state.source_lost:
        return headline(state), tr("Take your time. Press Space to go on.")
    if state.phase is Phase.GET_READY and state.phase_duration_s:
        left = math.ceil(state.phase_duration_s - state.phase_elapsed_s - 0.1)
        if left <= _COUNTED:  # the twin of the count that is heard
            return headline(state), str(max(1, left))
    if state.phase is Phase.DEMONSTRATE:
        return tr("Listen"), state.exercise.title if state.exercise is not None else ""
    title = state.exercise.title if state.exercise is not None else ""
    count = count_text(state)
    return headline(state), f"{title}, {count}" if count else title
