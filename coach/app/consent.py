"""What the person agreed to, and a session that keeps nothing where they did not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from coach.domain.blinks import BlinkSummary
from coach.domain.course import CourseEntry
from coach.domain.session import (
    BaselineRecord,
    DriftRecord,
    LoggedFrame,
    QualitySummary,
    RepRecord,
    SessionRecord,
    SourceRecord,
)
from coach.domain.spontaneous import SpontaneousSummary
from coach.storage.settings import Settings

#: Raised when the sentences of the consent change: then it is asked anew.
CONSENT_VERSION: Final = 1
#: Raised when the first start has new questions: then it is gone through anew.
WELCOME_VERSION: Final = 1


def has_agreed(settings: Settings) -> bool:
    """Whether the camera may be used and practice may be kept."""
    return settings.agreed >= CONSENT_VERSION


def is_welcomed(settings: Settings) -> bool:
    """Whether the first start was gone through."""
    return settings.welcomed >= WELCOME_VERSION


class UnkeptLog:
    """A practice log that forgets: for looking around with the drawn face."""

    def begin(self, record: SessionRecord) -> None:
        """Forget it."""

    def add_rep(self, session_id: str, rep: RepRecord, frames: Sequence[LoggedFrame]) -> None:
        """Forget it."""

    def add_frames(self, session_id: str, frames: Sequence[LoggedFrame]) -> None:
        """Forget it."""

    def set_baseline(self, session_id: str, baseline: BaselineRecord) -> None:
        """Forget it."""

    def add_drift(self, session_id: str, look: DriftRecord) -> None:
        """Forget it."""

    def add_spontaneous(self, session_id: str, check: SpontaneousSummary) -> None:
        """Forget it."""

    def add_course(self, session_id: str, entry: CourseEntry) -> None:
        """Forget it."""

    def finish(
        self,
        session_id: str,
        source: SourceRecord,
        quality: QualitySummary,
        finished: bool,
        blinks: BlinkSummary | None = None,
    ) -> None:
        """Forget it."""
