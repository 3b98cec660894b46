"""The step before the exercises: measuring the resting face, without ever becoming a wall."""

from __future__ import annotations

from coach.coaching.ports import Analyser
from coach.coaching.settings import EngineSettings
from coach.domain.session import BaselineRecord


class RestFace:
    """Waits for the analysis to have seen a still face for long enough.

    Attributes:
        baseline: the resting face; None until it is measured.
    """

    def __init__(self, analyser: Analyser, settings: EngineSettings) -> None:
        self._analyser, self._settings = analyser, settings
        self.baseline: BaselineRecord | None = None

    def start(self) -> None:
        """Collect from now on, leaving out what came before."""
        self.baseline = None
        self._analyser.start_baseline()

    def try_finish(self) -> bool:
        """Whether the resting face is known now."""
        if self._analyser.baseline_progress >= 1.0:
            self.baseline = self._analyser.finish_baseline()
        return self.baseline is not None

    def is_restless(self, elapsed_s: float) -> bool:
        """Whether to ask for a still face: enough was seen, but it moved."""
        enough = self._analyser.baseline_progress >= 1.0
        return enough and elapsed_s >= self._settings.baseline_remind_s

    def is_hopeless(self, elapsed_s: float, *, waived: bool) -> bool:
        """Whether to go on without; `waived`: the picture itself cannot be put right."""
        settings = self._settings
        return elapsed_s >= (settings.baseline_remind_s if waived else settings.baseline_patience_s)
