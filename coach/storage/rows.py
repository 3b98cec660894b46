"""Records of the domain to rows of the log, and back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from enum import StrEnum
from zoneinfo import ZoneInfo

from coach.domain.movements import Movement, Region
from coach.domain.quality import RepReason
from coach.domain.session import (
    BaselineRecord,
    Coupling,
    EngineInfo,
    PerSide,
    QualitySummary,
    RepRecord,
    ScaleSource,
    SessionRecord,
    SourceRecord,
    SynkinesisFlag,
    SynkinesisRule,
)
from coach.domain.sides import Affected, Side
from coach.storage.blink_columns import blink_summary
from coach.storage.course_rows import asked_columns, asked_of, course_entries
from coach.storage.drift_column import drift_records
from coach.storage.feedback_row import feedback_record
from coach.storage.models import BaselineRow, CouplingRow, FlagRow, RepRow, SessionRow
from coach.storage.numbers import finite as finite
from coach.storage.numbers import number as number
from coach.storage.spontaneous_column import spontaneous_records
from coach.storage.values import check_row


def _word(value: StrEnum | None) -> str | None:
    return None if value is None else value.value


def session_row(record: SessionRecord, now: datetime) -> SessionRow:
    """A new row; repetitions and baseline are added on their own.

    Raises:
        ValueError: `created` has no offset.
    """
    offset = record.created.utcoffset()
    if offset is None:
        raise ValueError("the session's time has no offset")
    zone = record.created.tzinfo
    return SessionRow(
        id=record.id,
        created_utc=record.created.astimezone(UTC),
        created_offset_min=round(offset / timedelta(minutes=1)),
        created_zone=zone.key if isinstance(zone, ZoneInfo) else None,
        updated_utc=now,
        schema_version=record.schema_version,
        program_name=record.program_name,
        program_version=record.program_version,
        engine_name=record.engine.name,
        engine_version=record.engine.version,
        engine_model_sha256=record.engine.model_sha256,
        plan=list(record.plan),
        plan_id=record.plan_id,
        movement=_word(record.movement),
        affected=_word(record.affected),
        closed=False,
        finished=False,
        reasons={},
        **source_columns(record.source),
    )


def source_columns(source: SourceRecord) -> dict[str, str | int | float | None]:
    """The session row's source columns."""
    return {
        "source_kind": source.kind,
        "source_width": source.size[0],
        "source_height": source.size[1],
        "source_fps": finite(source.fps),
        "source_dropped": source.dropped,
    }


def session_record(row: SessionRow, quality: QualitySummary) -> SessionRecord:
    """The whole record of a row with its repetitions.

    Args:
        row: the session.
        quality: of the row, or counted from the frames where the session was never closed.
    """
    check_row(row)
    for entry in (*row.course, *([row.feedback] if row.feedback else [])):
        check_row(entry)
    return SessionRecord(
        id=row.id,
        program_name=row.program_name,
        program_version=row.program_version,
        created=created(row),
        source=SourceRecord(
            kind=row.source_kind,
            size=(row.source_width, row.source_height),
            fps=row.source_fps,
            dropped=row.source_dropped,
        ),
        engine=EngineInfo(row.engine_name, row.engine_version, row.engine_model_sha256),
        plan=plan_of(row),
        movement=Movement(row.movement) if row.movement else None,
        affected=Affected(row.affected) if row.affected else None,
        baseline=baseline_record(row.baseline) if row.baseline else None,
        quality=quality,
        reps=tuple(rep_record(rep) for rep in row.reps),
        finished=row.finished,
        blinks=blink_summary(row.blinks),
        feedback=feedback_record(row.feedback) if row.feedback else None,
        plan_id=row.plan_id,
        drift=drift_records(row.drift),
        spontaneous=spontaneous_records(row.spontaneous),
        course=course_entries(row.course),
        schema_version=row.schema_version,
    )


def plan_of(row: SessionRow) -> tuple[str, ...]:
    """The exercises' ids.

    Raises:
        ValueError: it is no list of texts.
    """
    if not isinstance(row.plan, list) or not all(isinstance(i, str) for i in row.plan):
        raise ValueError("plan is not a list of texts")
    "".join(row.plan).encode()  # half a surrogate pair is no text
    return tuple(row.plan)


def created(row: SessionRow) -> datetime:
    """Wall time as it was read: in the zone, where it is known and still agrees."""
    offset = timedelta(minutes=row.created_offset_min)
    fixed: tzinfo = timezone(offset)
    if row.created_zone:
        try:
            zoned = row.created_utc.astimezone(ZoneInfo(row.created_zone))
        except (KeyError, ValueError, OSError):  # this machine's zone table does not know it
            return row.created_utc.astimezone(fixed)
        if zoned.utcoffset() == offset:
            return zoned
    return row.created_utc.astimezone(fixed)


def stored_quality(row: SessionRow) -> QualitySummary:
    """What was written when the session was closed."""
    return QualitySummary(
        valid_share=number(row.valid_share),
        effective_fps=number(row.effective_fps),
        reasons={**row.reasons},
        alignment_residual_mm=row.alignment_residual_mm,
    )


def baseline_columns(baseline: BaselineRecord) -> dict[str, object]:
    """The baseline row's columns."""
    return {
        "fissure_left_mm": finite(baseline.palpebral_fissure_mm.left),
        "fissure_right_mm": finite(baseline.palpebral_fissure_mm.right),
        "mm_per_px": finite(baseline.mm_per_px),
        "noise_sd_mm": {name: finite(sd) for name, sd in baseline.noise_sd_mm.items()},
        "refined": baseline.refined,
        "scale": baseline.scale.value,
    }


def baseline_record(row: BaselineRow) -> BaselineRecord:
    """The rest face of a row."""
    check_row(row)
    return BaselineRecord(
        palpebral_fissure_mm=PerSide(row.fissure_left_mm, row.fissure_right_mm),
        mm_per_px=number(row.mm_per_px),
        noise_sd_mm={name: number(sd) for name, sd in row.noise_sd_mm.items()},
        refined=row.refined,
        scale=ScaleSource(row.scale),
    )


def rep_row(session_id: str, rep: RepRecord) -> RepRow:
    """A repetition with its flags."""
    return RepRow(
        session_id=session_id,
        rep_index=rep.index,
        exercise_id=rep.exercise_id,
        movement=rep.movement.value,
        set_index=rep.set_index,
        start_s=finite(rep.start_s),
        hold_start_s=finite(rep.hold_start_s),
        hold_end_s=finite(rep.hold_end_s),
        end_s=finite(rep.end_s),
        scored=rep.scored,
        reason=_word(rep.reason),
        excursion_left_mm=finite(rep.excursion_mm.left),
        excursion_right_mm=finite(rep.excursion_mm.right),
        uncertainty_mm=finite(rep.uncertainty_mm),
        affected_pct_of_healthy=finite(rep.affected_pct_of_healthy),
        affected_pct_uncertainty=finite(rep.affected_pct_uncertainty),
        end_difference_mm=finite(rep.end_difference_mm),
        onset_lag_ms=finite(rep.onset_lag_ms),
        closure_left_pct=finite(rep.closure_pct.left),
        closure_right_pct=finite(rep.closure_pct.right),
        closure_uncertainty_pct=finite(rep.closure_uncertainty_pct),
        **asked_columns(rep.asked),
        flags=[flag_row(i, flag) for i, flag in enumerate(rep.synkinesis)],
        couplings=[
            CouplingRow(
                position=i,
                region=c.region.value,
                side=c.side.value,
                slope=finite(c.slope),
                unit=c.unit,
            )
            for i, c in enumerate(rep.couplings)
        ],
    )


def flag_row(position: int, flag: SynkinesisFlag) -> FlagRow:
    """A flag at its place among the repetition's."""
    return FlagRow(
        position=position,
        region=flag.region.value,
        side=flag.side.value,
        magnitude=finite(flag.magnitude),
        unit=flag.unit,
        grade=flag.grade,
        start_s=finite(flag.start_s),
        end_s=finite(flag.end_s),
        peak_s=finite(flag.peak_s),
        limit_value=finite(flag.limit),
        rule=_word(flag.rule),
    )


def rep_record(row: RepRow) -> RepRecord:
    """The repetition of a row, with its flags and couplings."""
    for entry in (row, *row.flags, *row.couplings):
        check_row(entry)
    return RepRecord(
        index=row.rep_index,
        exercise_id=row.exercise_id,
        movement=Movement(row.movement),
        set_index=row.set_index,
        start_s=number(row.start_s),
        hold_start_s=number(row.hold_start_s),
        hold_end_s=number(row.hold_end_s),
        end_s=number(row.end_s),
        scored=row.scored,
        reason=RepReason(row.reason) if row.reason else None,
        excursion_mm=PerSide(row.excursion_left_mm, row.excursion_right_mm),
        uncertainty_mm=row.uncertainty_mm,
        affected_pct_of_healthy=row.affected_pct_of_healthy,
        affected_pct_uncertainty=row.affected_pct_uncertainty,
        end_difference_mm=row.end_difference_mm,
        onset_lag_ms=row.onset_lag_ms,
        closure_pct=PerSide(row.closure_left_pct, row.closure_right_pct),
        closure_uncertainty_pct=row.closure_uncertainty_pct,
        synkinesis=tuple(
            SynkinesisFlag(
                region=Region(flag.region),
                side=Side(flag.side),
                magnitude=number(flag.magnitude),
                unit=flag.unit,
                grade=flag.grade,
                start_s=number(flag.start_s),
                end_s=number(flag.end_s),
                peak_s=flag.peak_s,
                limit=flag.limit_value,
                rule=SynkinesisRule(flag.rule) if flag.rule else None,
            )
            for flag in row.flags
        ),
        couplings=tuple(
            Coupling(Region(c.region), Side(c.side), number(c.slope), c.unit) for c in row.couplings
        ),
        asked=asked_of(row),
    )
