"""Who hears of a running session."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from coach.app.snapshot import Snapshot
from coach.domain.events import CoachEvent
from coach.domain.session import LoggedFrame, SessionRecord


class SessionListener(Protocol):
    """Hears of a session on its worker threads; every method must return at once."""

    def on_snapshot(self, snapshot: Snapshot) -> None: ...

    def on_event(self, event: CoachEvent) -> None: ...

    def on_source(self, announcement: str) -> None: ...

    def on_problem(self, message: str, hint: str) -> None: ...

    def on_finished(self, record: SessionRecord, unsaved: Sequence[LoggedFrame]) -> None: ...
