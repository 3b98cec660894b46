"""A minute of talking or reading aloud: watched in silence, summed up afterwards."""

from __future__ import annotations

from typing import Final

from coach.analysis.spontaneous import summarise_talking
from coach.coaching.cues import CueScheduler
from coach.coaching.phases import is_talking
from coach.coaching.settings import EngineSettings
from coach.coaching.texts import CoachTexts
from coach.domain.events import CueKind, TalkingDone
from coach.domain.exercise import Exercise, Phase
from coach.domain.measures import MeasureFrame, MeasureSeries
from coach.domain.session import BaselineRecord
from coach.domain.sides import Affected

#: Pictures that are kept at most: three minutes at 30 a second.
MAX_PICTURES: Final = 5400


class TalkingCheck:
    """Collects what is measured while somebody talks; says nothing meanwhile.

    Args:
        affected: the affected side, as far as it is known.
        cues: where the sentence afterwards is raised.
        settings: how long it may wait.
        texts: the language.
    """

    def __init__(
        self,
        affected: Affected | None,
        cues: CueScheduler,
        settings: EngineSettings,
        texts: CoachTexts,
    ) -> None:
        self._affected, self._cues = affected, cues
        self._settings, self._texts = settings, texts
        self._exercise: Exercise | None = None
        self._baseline: BaselineRecord | None = None
        self._frames: list[MeasureFrame] = []

    def begin(self, exercise: Exercise, baseline: BaselineRecord | None) -> None:
        """An exercise begins; only talking is looked at."""
        self._exercise = exercise if is_talking(exercise) else None
        self._baseline = baseline
        self._frames = []

    def add(self, phase: Phase, m: MeasureFrame) -> None:
        """Take one picture of the exercise."""
        if self._exercise is not None and phase is Phase.REST and len(self._frames) < MAX_PICTURES:
            self._frames.append(m)

    def finish(self, now_s: float, origin_s: float) -> list[TalkingDone]:
        """The talking is over, or left: what was seen. Nothing where there was nothing to see.

        Args:
            now_s: session seconds.
            origin_s: the session's start on the frames' clock.
        """
        frames, self._frames = self._frames, []
        exercise, baseline = self._exercise, self._baseline
        if exercise is None or not frames:
            return []
        until_s = now_s + self._settings.advice_lives_s
        summary = None
        if baseline is not None:
            summary = summarise_talking(
                MeasureSeries.of(frames), exercise.quiet, self._affected, baseline,
                exercise.id, origin_s,
            )  # fmt: skip
        enough = summary is not None and summary.enough
        text = self._texts.talked if enough else self._texts.talked_too_little
        self._cues.advise(CueKind.PHASE, text, until_s)
        return [] if summary is None else [TalkingDone(now_s, summary)]
