"""Is the picture good enough, said calmly: no flicker, one thing at a time."""

from __future__ import annotations

from collections import deque
from typing import Final

from coach.coaching.settings import EngineSettings
from coach.domain.quality import QualityReason

#: With these the person is there and may go on, unscored, when they cannot be put right.
PRACTISABLE: Final = frozenset(QualityReason) - {
    QualityReason.NO_FACE,
    QualityReason.SEVERAL_FACES,
    QualityReason.CUT_OFF,
}


class QualityGate:
    """Follows the frames' reasons through time.

    Attributes:
        lost: the picture has been bad for `quality_lost_s`, and not yet good for `quality_good_s`.
        shown: the reason to show: each stays at least `instruction_s`.
        waived: the picture stayed unscorable with the person in it for `quality_patience_s`, so
            the practice goes on unscored until it is good for `setup_good_s`.
    """

    def __init__(self, settings: EngineSettings) -> None:
        self._settings = settings
        self.lost = False
        self.waived = False
        self.shown: QualityReason | None = None
        self.bad_s = 0.0
        self.good_s = 0.0
        self._shown_s = 0.0
        self._candidate: QualityReason | None = None
        self._candidate_s = 0.0
        self._unscorable_s = 0.0
        self._restarts = 0
        self._lasting = False
        self._clock_s = 0.0
        self._swings: deque[float] = deque(maxlen=settings.most_swings)

    def begin_rep(self) -> None:
        """Another repetition: the last one came to its end."""
        self._restarts = 0

    def restarted(self) -> None:
        """The picture broke a repetition off; a picture that comes and goes does it for ever.

        After `most_restarts` of one repetition the practice goes on unscored, and scores come back
        only once the picture has been good for `swing_good_s`.
        """
        self._restarts += 1
        if self._restarts >= self._settings.most_restarts:
            self.waived = self._lasting = True

    def forget_time(self) -> None:
        """Start counting anew, after a pause."""
        self.bad_s = self.good_s = self._candidate_s = self._unscorable_s = 0.0

    def waive(self) -> None:
        """The person goes on without scores, until the picture is good again."""
        self.waived = self.bad_s > 0

    def step(self, dt_s: float, reason: QualityReason | None) -> None:
        """Take one frame's reason; `dt_s` is the time since the frame before."""
        settings = self._settings
        self._clock_s += dt_s
        if reason is None:
            self.good_s += dt_s
            self.bad_s = self._unscorable_s = 0.0
        else:
            self.bad_s += dt_s
            flicker = self.bad_s <= settings.flicker_s
            self.good_s = max(self.good_s - dt_s, 0.0) if flicker else 0.0
            self._unscorable_s = self._unscorable_s + dt_s if reason in PRACTISABLE else 0.0
        if self.bad_s > settings.quality_lost_s:
            if not self.lost and reason is QualityReason.LOW_FPS:
                self._swing()
            self.lost = True
        elif reason is None and self.good_s >= settings.quality_good_s:
            self.lost = False
        if self._unscorable_s >= settings.quality_patience_s:
            self.waived = True
        elif self.good_s >= self._good_enough_s or (reason and reason not in PRACTISABLE):
            self.waived = self._lasting = False
        self._show(dt_s, reason)

    def _swing(self) -> None:
        """The camera has become slow again: one that swings would hold the practice for ever."""
        self._swings.append(self._clock_s)
        full = len(self._swings) == self._settings.most_swings
        if full and self._clock_s - self._swings[0] <= self._settings.swing_s:
            self.waived = self._lasting = True

    @property
    def _good_enough_s(self) -> float:
        settings = self._settings
        return settings.swing_good_s if self._lasting else settings.setup_good_s

    def _show(self, dt_s: float, reason: QualityReason | None) -> None:
        self._shown_s += dt_s
        self._candidate_s = self._candidate_s + dt_s if reason is self._candidate else 0.0
        self._candidate = reason
        settings = self._settings
        # A blink hides the irises: a reason is shown only once it has outlasted one.
        steady_s = settings.quality_good_s if reason is None else settings.quality_lost_s
        if reason is self.shown or self._candidate_s < steady_s:
            return
        if self.shown is None or self._shown_s >= settings.instruction_s:
            self.shown = reason
            self._shown_s = 0.0
