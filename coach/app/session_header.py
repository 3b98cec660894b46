"""The parts of a session's record that are known before, or only after, it runs."""

from __future__ import annotations

from datetime import UTC, datetime

from coach import __version__
from coach.domain.exercise import Plan
from coach.domain.frames import SourceInfo
from coach.domain.session import EngineInfo, QualitySummary, SessionRecord, SourceRecord
from coach.domain.sides import Affected
from coach.storage.ids import new_id

PROGRAM_NAME = "facial-retraining-coach"

_NO_QUALITY = QualitySummary(valid_share=0.0, effective_fps=0.0, reasons={})
#: Kind of the source of a session that ended before its first picture.
NO_SOURCE_KIND = "none"
_NO_SOURCE = SourceRecord(kind=NO_SOURCE_KIND, size=(0, 0), fps=None, dropped=0)
_NO_ENGINE = EngineInfo(name="none", version="", model_sha256="")


def source_record(info: SourceInfo, dropped: int) -> SourceRecord:
    """What is kept of a source."""
    return SourceRecord(kind=info.kind, size=info.size, fps=info.fps, dropped=dropped)


def session_header(
    plan: Plan, affected: Affected | None, source: SourceInfo, engine: EngineInfo
) -> SessionRecord:
    """A new session, without repetitions; wall time is local and carries its offset."""
    return _record(plan, affected, source_record(source, 0), engine)


def empty_record(plan: Plan, affected: Affected | None) -> SessionRecord:
    """A session that ended before the first picture; never written to the log."""
    return _record(plan, affected, _NO_SOURCE, _NO_ENGINE)


def _record(
    plan: Plan, affected: Affected | None, source: SourceRecord, engine: EngineInfo
) -> SessionRecord:
    return SessionRecord(
        id=new_id(),
        program_name=PROGRAM_NAME,
        program_version=__version__,
        created=datetime.now(UTC).astimezone(),
        source=source,
        engine=engine,
        plan=tuple(exercise.id for exercise in plan.exercises),
        plan_id=plan.id,
        movement=None,
        affected=affected,
        baseline=None,
        quality=_NO_QUALITY,
        reps=(),
        finished=False,
    )
