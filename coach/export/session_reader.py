"""Reads a `session.json` back, trusting nothing in it."""

from __future__ import annotations

import json
import math
from typing import Any, Final

from pydantic import ValidationError

from coach.domain.blinks import BlinkSummary, CornerWithBlinks
from coach.domain.errors import InputError
from coach.domain.precision import LARGEST
from coach.domain.session import (
    NO_SIDES,
    SCHEMA_VERSION,
    BaselineRecord,
    Coupling,
    DriftRecord,
    EngineInfo,
    PerSide,
    QualitySummary,
    RepRecord,
    SessionRecord,
    SourceRecord,
    SynkinesisFlag,
)
from coach.domain.spontaneous_record import spontaneous_from_dict
from coach.export.course_part import asked_from_part, entry_from_part
from coach.export.feedback_part import feedback_from_part
from coach.export.schema_parts import BlinkCorner, Blinks, Sides
from coach.export.session_schema import (
    Baseline,
    Rep,
    SessionFile,
    Synkinesis,
)

#: A session of an hour with every flag there can be stays below 5 MB.
MAX_BYTES: Final = 20_000_000


def session_from_json(data: bytes) -> SessionRecord:
    """The session in a file's content.

    Raises:
        InputError: it is not a `session.json`, or one of a newer version.
    """
    if len(data) > MAX_BYTES:
        raise InputError("This file is too large to be a session.")
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise InputError("This file is not a session of this program: it is not JSON.") from error
    return session_from_dict(found)


def session_from_dict(data: Any) -> SessionRecord:  # noqa: ANN401 - whatever the JSON held
    """The session in a parsed `session.json`.

    Raises:
        InputError: it does not fit the schema, or is of a newer version.
    """
    version = data.get("schema_version") if isinstance(data, dict) else None
    if isinstance(version, int) and version > SCHEMA_VERSION:
        raise InputError(
            "This session was written by a newer version of this program.", "Update the program."
        )
    if not _plausible(data):
        raise InputError("This file is not a session of this program: a number is no face's.")
    try:
        return _record(SessionFile.model_validate(data))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the file"
        raise InputError(
            f"This file is not a session of this program: {where} does not fit.",
            str(first["msg"]),
        ) from error


def _plausible(data: object) -> bool:
    """Whether every number in parsed JSON can come from a face, and every text can be written."""
    waiting = [data]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += [*value, *value.values()]
        elif isinstance(value, list):
            waiting += value
        elif isinstance(value, int | float) and not abs(value) <= LARGEST:  # noqa: SIM114
            return False
        elif isinstance(value, str) and any("\ud800" <= c <= "\udfff" for c in value):
            return False
    return True


def _record(file: SessionFile) -> SessionRecord:
    return SessionRecord(
        id=file.id,
        program_name=file.program.name,
        program_version=file.program.version,
        created=file.created,
        source=SourceRecord(
            file.source.kind,
            file.source.size,
            file.source.fps,
            file.source.dropped,
            tuple(file.source.notes),
        ),
        engine=EngineInfo(file.engine.name, file.engine.version, file.engine.model_sha256),
        plan=tuple(file.plan or ()),
        plan_id=file.plan_id or "",
        movement=file.movement,
        affected=file.affected,
        baseline=_baseline(file.baseline) if file.baseline else None,
        quality=QualitySummary(
            _number(file.quality.valid_share),
            _number(file.quality.effective_fps),
            {**file.quality.reasons},
            file.quality.alignment_residual_mm,
        ),
        drift=tuple(
            DriftRecord(_number(d.t_s), d.region, d.side, _number(d.mm)) for d in file.drift
        ),
        course=tuple(entry_from_part(entry) for entry in file.course),
        reps=tuple(_rep(rep, file) for rep in file.reps),
        finished=file.finished,
        blinks=_blinks(file.blinks) if file.blinks else None,
        feedback=feedback_from_part(file.feedback, file.id) if file.feedback else None,
        spontaneous=tuple(
            spontaneous_from_dict(s.model_dump(mode="json")) for s in file.spontaneous
        ),
        schema_version=file.schema_version,
    )


def _baseline(baseline: Baseline) -> BaselineRecord:
    return BaselineRecord(
        _per_side(baseline.palpebral_fissure_mm),
        _number(baseline.mm_per_px),
        {name: _number(sd) for name, sd in baseline.noise_sd_mm.items()},
        baseline.refined,
        baseline.scale,
    )


def _rep(rep: Rep, file: SessionFile) -> RepRecord:
    movement = rep.movement or file.movement
    if movement is None:
        raise InputError("This file is not a session of this program: a movement is missing.")
    return RepRecord(
        index=rep.index,
        exercise_id=rep.exercise_id,
        movement=movement,
        set_index=rep.set,
        start_s=_number(rep.start_s),
        hold_start_s=_number(rep.hold_start_s),
        hold_end_s=_number(rep.hold_end_s),
        end_s=_number(rep.end_s),
        scored=rep.scored,
        reason=rep.reason,
        excursion_mm=_per_side(rep.excursion_mm),
        uncertainty_mm=rep.uncertainty_mm,
        affected_pct_of_healthy=rep.affected_pct_of_healthy,
        affected_pct_uncertainty=rep.affected_pct_uncertainty,
        end_difference_mm=rep.end_difference_mm,
        onset_lag_ms=rep.onset_lag_ms,
        closure_pct=_per_side(rep.closure_pct) if rep.closure_pct else NO_SIDES,
        closure_uncertainty_pct=rep.closure_uncertainty_pct,
        asked=asked_from_part(rep.asked) if rep.asked else None,
        synkinesis=tuple(_flag(flag) for flag in rep.synkinesis),
        couplings=tuple(
            Coupling(c.region, c.side, _number(c.slope), c.unit) for c in rep.couplings
        ),
    )


def _flag(flag: Synkinesis) -> SynkinesisFlag:
    return SynkinesisFlag(
        region=flag.region,
        side=flag.side,
        magnitude=_number(flag.magnitude),
        unit=flag.unit,
        grade=flag.grade,
        start_s=_number(flag.start_s),
        end_s=_number(flag.end_s),
        peak_s=flag.peak_s,
        limit=flag.limit,
        rule=flag.rule,
    )


def _blinks(blinks: Blinks) -> BlinkSummary:
    return BlinkSummary(
        observed_s=blinks.observed_s,
        count=blinks.count,
        left_count=blinks.left_count,
        right_count=blinks.right_count,
        mean_peak_pct=_per_side(blinks.mean_peak_pct),
        complete_share=_per_side(blinks.complete_share),
        fast_enough=blinks.fast_enough,
        corner=_corner(blinks.corner) if blinks.corner else None,
    )


def _corner(corner: BlinkCorner) -> CornerWithBlinks:
    return CornerWithBlinks(
        judged=corner.judged,
        left_count=corner.left_count,
        right_count=corner.right_count,
        largest_mm=_per_side(corner.largest_mm),
        limit_mm=_number(corner.limit_mm),
    )


def _per_side(value: Sides) -> PerSide:
    return PerSide(value.left, value.right)


def _number(value: float | None) -> float:
    return math.nan if value is None else value
