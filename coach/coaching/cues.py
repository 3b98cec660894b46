"""Which sentence is said when: one at a time, with room between, the important ones first."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from coach.coaching.settings import EngineSettings
from coach.coaching.texts import reading_s
from coach.domain.events import CueKind, CueRaised

#: These do not wait for the gap.
URGENT: Final = frozenset({CueKind.SAFETY, CueKind.QUALITY})
_PRIORITY: Final = {kind: place for place, kind in enumerate(CueKind)}
_TOLERANCE_S: Final = 1e-6


@dataclass(frozen=True, slots=True)
class _Waiting:
    kind: CueKind
    text: str
    until_s: float


class CueScheduler:
    """Decides when a sentence may be raised.

    Three things may wait: a phase's own sentence (said within a moment or not at all), one piece
    of advice (the most important one; said when there is room, else together with the next
    phase's sentence), and the sentences of a demonstration (one after another, each when the one
    before has been said).
    """

    def __init__(self, settings: EngineSettings) -> None:
        self._settings = settings
        self._last_s: float | None = None
        self._phase: _Waiting | None = None
        self._advice: _Waiting | None = None
        self._story: deque[tuple[CueKind, str]] = deque()
        self.text = ""

    def say_now(self, t_s: float, kind: CueKind, text: str) -> CueRaised:
        """Raise an urgent sentence whatever was said before.

        Raises:
            ValueError: the kind is not urgent.
        """
        if kind not in URGENT:
            raise ValueError(f"{kind} has to wait its turn")
        return self._raise(t_s, kind, text)

    def advise(self, kind: CueKind, text: str, until_s: float) -> None:
        """Let a piece of advice wait for its turn; dropped after `until_s`."""
        waiting = self._advice
        if waiting is None or _PRIORITY[kind] <= _PRIORITY[waiting.kind]:
            self._advice = _Waiting(kind, text, until_s)

    def begin_phase(self, t_s: float, text: str) -> None:
        """A phase has begun: its sentence, joined with the advice that waits, is next."""
        self._story.clear()
        self._phase = None
        advice = self._live(self._advice, t_s)
        if text:
            until_s = t_s + self._settings.phase_cue_grace_s
            if advice is not None and self._room(t_s):
                self._advice = None
                self._phase = _Waiting(advice.kind, f"{text} {advice.text}", until_s)
            else:
                self._phase = _Waiting(CueKind.PHASE, text, until_s)

    def tell(self, sentences: Iterable[tuple[CueKind, str]]) -> None:
        """Say these one after another, in this phase; each waits, also the urgent kinds."""
        self._story.extend(sentences)

    def story_s(self, t_s: float, sentences: Iterable[tuple[CueKind, str]]) -> float:
        """How long `sentences` take from now, with the wait for what has just been said."""
        wait = 0.0 if self._last_s is None else max(0.0, self._free_at_s() - t_s)
        return wait + sum(self._time_of(text) for _, text in sentences)

    def interrupt(self) -> None:
        """The session pauses: only a demonstration is taken up again where it was."""
        self._phase = self._advice = None

    def last_words(self, t_s: float, text: str) -> list[CueRaised]:
        """The session's last sentence; the screen shows it where there is no room to say it."""
        self.begin_phase(t_s, text)
        cue = self.poll(t_s, None)
        if cue is None:
            self.text = text
        return [] if cue is None else [cue]

    def poll(self, t_s: float, next_phase_in_s: float | None) -> CueRaised | None:
        """The sentence to raise now, if there is one.

        Args:
            t_s: now.
            next_phase_in_s: planned time to the next phase's sentence, for which room is kept;
                None where there is none to keep.
        """
        self._phase = self._live(self._phase, t_s)
        self._advice = self._live(self._advice, t_s)
        if not self._room(t_s):
            return None
        if (waiting := self._phase) is not None:
            self._phase = None
            return self._raise(t_s, waiting.kind, waiting.text)
        roomy = next_phase_in_s is None or next_phase_in_s >= self._settings.cue_gap_s
        if roomy and (waiting := self._advice) is not None:
            self._advice = None
            return self._raise(t_s, waiting.kind, waiting.text)
        if self._story and t_s >= self._free_at_s() - _TOLERANCE_S:
            return self._raise(t_s, *self._story.popleft())
        return None

    def _raise(self, t_s: float, kind: CueKind, text: str) -> CueRaised:
        self._last_s = t_s
        self.text = text
        return CueRaised(t_s, kind, text)

    def _room(self, t_s: float) -> bool:
        gap = self._settings.cue_gap_s
        return self._last_s is None or t_s - self._last_s >= gap - _TOLERANCE_S

    def _time_of(self, text: str) -> float:
        return max(self._settings.cue_gap_s, reading_s(text))

    def _free_at_s(self) -> float:
        """When the last sentence has been said."""
        return -1.0 if self._last_s is None else self._last_s + self._time_of(self.text)

    @staticmethod
    def _live(waiting: _Waiting | None, t_s: float) -> _Waiting | None:
        return waiting if waiting is not None and t_s <= waiting.until_s else None
