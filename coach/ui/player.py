"""What a person does while they practise, from keys and buttons to the session."""

from __future__ import annotations

from time import monotonic
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from coach.domain.exercise import Exercise
from coach.domain.feedback_mode import FeedbackMode
from coach.ui.contracts import HomePort, SessionPort
from coach.ui.keys_by_place import KeysByPlace
from coach.ui.look import Look
from coach.ui.pages.practice_page import PracticePage
from coach.ui.pages.practice_view import PracticeView, next_mode
from coach.ui.player_actions import PlayerActions
from coach.ui.stopping import Stopping

#: Skip is heard no sooner than this after the last one, s: a double tap leaves out one exercise.
SKIP_AGAIN_S: Final = 1.0


class Player(QObject):
    """Forwards what is asked for on the practice page. GUI thread.

    Args:
        window: where the keys live.
        page: the practice page.
        session: the running session.
        home: what there is to practise.
        look: keeps the choices.
    """

    def __init__(
        self,
        window: QMainWindow,
        page: PracticePage,
        session: SessionPort,
        home: HomePort,
        look: Look,
    ) -> None:
        super().__init__(window)
        self._page, self._session, self._home, self._look = page, session, home, look
        self._held_by_panel = False
        self._skipped_s = -SKIP_AGAIN_S
        self.stopping = Stopping(window, page, session)
        self._without_picture = FeedbackMode.BARS
        self.keys = PlayerActions(window)
        KeysByPlace(window)
        self._connect()

    def show_preferences(self) -> None:
        """The person's choices are different now."""
        wanted = self._look.preferences
        view = PracticeView.of(wanted)
        if not view.picture:
            self._without_picture = view.mode
        self._page.set_view(view)
        self.keys.show_view(view)
        self._session.use(sounds=wanted.sounds, nod=wanted.nod)

    def pause(self) -> None:
        """Space: pause or go on."""
        self._session.toggle_pause()

    def skip(self) -> None:
        """N: the next exercise."""
        now_s = monotonic()
        if self._on_page() and now_s - self._skipped_s >= SKIP_AGAIN_S:
            self._skipped_s = now_s
            self._session.skip()

    def _connect(self) -> None:
        page, row, tools, look = self._page, self._page.actions_row, self._page.tools, self._look
        row.pause_asked.connect(self.pause)
        row.ease_asked.connect(self._ease)
        row.hurt_asked.connect(self._hurts)
        row.change_asked.connect(self._change)
        row.skip_asked.connect(self.skip)
        row.stop_asked.connect(self.stopping.stop)
        page.change.chosen.connect(self._swap)
        page.change.eased.connect(self._ease)
        page.change.left_out.connect(self._leave_out)
        page.change_closed.connect(self._go_on)
        tools.mode_asked.connect(self._use_mode)
        for signal, name in (
            (tools.mirror_asked, "mirrored"),
            (tools.voice_asked, "voice"),
            (tools.sounds_asked, "sounds"),
            (tools.captions_asked, "captions"),
            (self.keys.sounds.triggered, "sounds"),
            (self.keys.captions.triggered, "captions"),
        ):
            signal.connect(look.turner(name))
        keys = self.keys
        keys.ease.triggered.connect(self._ease)
        keys.hurts.triggered.connect(self._hurts)
        keys.change.triggered.connect(self._change)
        keys.cycle.triggered.connect(lambda: self._use_mode(next_mode(look.preferences.feedback)))
        keys.picture.triggered.connect(self._turn_picture)
        keys.mode_asked.connect(self._use_mode)

    def _on_page(self) -> bool:
        offered = self.stopping.offered
        return self._page.isVisible() and not (self._page.changing or offered)

    def _use_mode(self, mode: FeedbackMode) -> None:
        """By ear alone there must be something to hear."""
        by_ear = {"voice": True} if mode is FeedbackMode.VOICE else {}
        self._look.update(feedback=mode, **by_ear)

    def _turn_picture(self) -> None:
        """H: away with the picture, and back."""
        now = self._look.preferences.feedback
        picture = now in (FeedbackMode.MIRROR, FeedbackMode.REFLECTED)
        self._use_mode(self._without_picture if picture else FeedbackMode.MIRROR)

    def _ease(self) -> None:
        if self._page.isVisible() and not self.stopping.offered:
            self._back()
            self._session.ease()

    def _hurts(self) -> None:
        if self._page.isVisible():
            self._page.close_change()
            self.stopping.withdraw()
            self._held_by_panel = False
            self._session.hurts()

    def _change(self) -> None:
        """Hold the session and ask what would help."""
        state = self._page.state
        if not self._on_page() or state is None or state.exercise is None or state.hurt:
            return
        self._held_by_panel = not state.paused
        if self._held_by_panel:
            self._session.toggle_pause()
        plans = self._home.plans()
        offered = {e.id: e for plan in plans for e in plan.exercises}
        others = self._session.stand_ins(state.exercise, offered.values())
        self._page.change.offer(state.exercise, others, may_wait=bool(state.next_title))
        self._page.open_change()

    def _swap(self, exercise: Exercise | None) -> None:
        self._page.close_change()
        self._session.swap(exercise)
        self._go_on()

    def _leave_out(self) -> None:
        self._page.close_change()
        self._session.skip()
        self._go_on()

    def _back(self) -> None:
        if self._page.changing:
            self._page.close_change()
            self._go_on()

    def _go_on(self) -> None:
        """The panel is closed: the session goes on unless it waited before."""
        if self._held_by_panel:
            self._held_by_panel = False
            self._session.resume()
