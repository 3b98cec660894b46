"""`session.json` of the contract: one object a session."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from typing import Any, Final

from coach.domain.blinks import BlinkSummary, CornerWithBlinks
from coach.domain.comovement import clean_amplitudes, summarise_couplings
from coach.domain.precision import rounded
from coach.domain.session import (
    BaselineRecord,
    Coupling,
    DriftRecord,
    PerSide,
    RepRecord,
    SessionRecord,
    SynkinesisFlag,
)
from coach.domain.spontaneous_record import spontaneous_to_dict
from coach.export.course_part import asked_to_dict, course_to_list
from coach.export.feedback_part import feedback_to_dict
from coach.export.means_json import means_of

FILE_NAME: Final = "session.json"

_S: Final = 4  # seconds
_MM: Final = 3
_PCT: Final = 2
_MS: Final = 1
_SCALE: Final = 6  # mm per pixel
_SHARE: Final = 4
_SLOPE: Final = 4  # points or mm for each mm
_FPS: Final = 3


def session_json(record: SessionRecord) -> bytes:
    """The file's content: UTF-8 JSON, null where there is no value, never NaN."""
    text = json.dumps(session_to_dict(record), indent=2, ensure_ascii=False, allow_nan=False)
    return (text + "\n").encode()


def session_to_dict(record: SessionRecord) -> dict[str, Any]:
    """The object, keys in the contract's order.

    `id` and `finished` are added to the contract's keys, so that an import can recognise a session
    it has and one that was stopped early.

    Raises:
        ValueError: `created` has no offset.
    """
    if record.created.utcoffset() is None:
        raise ValueError("the session's time has no offset")
    target: dict[str, Any] = {}
    if record.movement is not None:
        target["movement"] = record.movement.value
    if record.movement is None or record.plan:
        target["plan"] = list(record.plan)
        target["plan_id"] = record.plan_id or None
    written = [_as_written(rep) for rep in record.reps]
    return {
        "schema_version": record.schema_version,
        "id": record.id,
        "program": {"name": record.program_name, "version": record.program_version},
        "created": record.created.isoformat(timespec="microseconds"),
        "source": {
            "kind": record.source.kind,
            "size": list(record.source.size),
            "fps": rounded(record.source.fps, _FPS),
            "dropped": record.source.dropped,
            "notes": list(record.source.notes),
        },
        "engine": {
            "name": record.engine.name,
            "version": record.engine.version,
            "model_sha256": record.engine.model_sha256,
        },
        **target,
        "affected": record.affected.value if record.affected else None,
        "finished": record.finished,
        "baseline": _baseline(record.baseline) if record.baseline else None,
        "quality": {
            "valid_share": rounded(record.quality.valid_share, _SHARE),
            "effective_fps": rounded(record.quality.effective_fps, _FPS),
            "reasons": {str(reason): int(n) for reason, n in record.quality.reasons.items()},
            "alignment_residual_mm": rounded(record.quality.alignment_residual_mm, _MM),
        },
        "drift": [_drift(look) for look in record.drift],
        "course": course_to_list(record.course),
        "blinks": _blinks(record.blinks) if record.blinks else None,
        "feedback": feedback_to_dict(record.feedback) if record.feedback else None,
        "spontaneous": [spontaneous_to_dict(check) for check in record.spontaneous],
        "clean_amplitudes": [
            {
                "movement": c.movement.value,
                "largest_clean_mm": rounded(c.largest_clean_mm, _MM),
                "smallest_flagged_mm": rounded(c.smallest_flagged_mm, _MM),
            }
            for c in clean_amplitudes(record.reps)
        ],
        "couplings": [
            {
                "movement": c.movement.value,
                "region": c.region.value,
                "side": c.side.value,
                "slope": rounded(c.slope, _SLOPE),
                "half_width": rounded(c.half_width, _SLOPE),
                "reps": c.reps,
                "unit": c.unit,
            }
            for c in summarise_couplings(written)
        ],
        "means": means_of(written),
        "reps": [_rep(rep) for rep in record.reps],
    }


def _baseline(baseline: BaselineRecord) -> dict[str, Any]:
    return {
        "palpebral_fissure_mm": _per_side(baseline.palpebral_fissure_mm),
        "mm_per_px": rounded(baseline.mm_per_px, _SCALE),
        "noise_sd_mm": {name: rounded(sd, _SHARE) for name, sd in baseline.noise_sd_mm.items()},
        "refined": baseline.refined,
        "scale": baseline.scale.value,
    }


def _drift(look: DriftRecord) -> dict[str, Any]:
    return {
        "t_s": rounded(look.t_s, _S),
        "region": look.region.value,
        "side": look.side.value,
        "mm": rounded(look.size_mm, _MM),
    }


def _rep(rep: RepRecord) -> dict[str, Any]:
    return {
        "index": rep.index,
        "exercise_id": rep.exercise_id,
        "movement": rep.movement.value,
        "set": rep.set_index,
        "start_s": rounded(rep.start_s, _S),
        "hold_start_s": rounded(rep.hold_start_s, _S),
        "hold_end_s": rounded(rep.hold_end_s, _S),
        "end_s": rounded(rep.end_s, _S),
        "scored": rep.scored,
        "reason": rep.reason.value if rep.reason else None,
        "excursion_mm": _per_side(rep.excursion_mm),
        "uncertainty_mm": rounded(rep.uncertainty_mm, _MM),
        "affected_pct_of_healthy": rounded(rep.affected_pct_of_healthy, _PCT),
        "affected_pct_uncertainty": rounded(rep.affected_pct_uncertainty, _PCT),
        "end_difference_mm": rounded(rep.end_difference_mm, _MM),
        "onset_lag_ms": rounded(rep.onset_lag_ms, _MS),
        "closure_pct": _per_side(rep.closure_pct),
        "closure_uncertainty_pct": rounded(rep.closure_uncertainty_pct, _PCT),
        "asked": asked_to_dict(rep.asked),
        "synkinesis": [_flag(flag) for flag in rep.synkinesis],
        "couplings": [_coupling(coupling) for coupling in rep.couplings],
    }


def _flag(flag: SynkinesisFlag) -> dict[str, Any]:
    return {
        "region": flag.region.value,
        "side": flag.side.value,
        "magnitude": rounded(flag.magnitude, _MM if flag.unit == "mm" else _PCT),
        "unit": flag.unit,
        "grade": flag.grade,
        "start_s": rounded(flag.start_s, _S),
        "end_s": rounded(flag.end_s, _S),
        "peak_s": rounded(flag.peak_s, _S),
        "limit": rounded(flag.limit, _MM if flag.unit == "mm" else _PCT),
        "rule": flag.rule.value if flag.rule else None,
    }


def _as_written(rep: RepRecord) -> RepRecord:
    """With the numbers that stand in the file: its reader gets the same summary from them."""
    kept = tuple(replace(c, slope=_number(rounded(c.slope, _SLOPE))) for c in rep.couplings)
    return replace(
        rep,
        couplings=kept,
        excursion_mm=_rounded_sides(rep.excursion_mm),
        uncertainty_mm=rounded(rep.uncertainty_mm, _MM),
        affected_pct_of_healthy=rounded(rep.affected_pct_of_healthy, _PCT),
        affected_pct_uncertainty=rounded(rep.affected_pct_uncertainty, _PCT),
        end_difference_mm=rounded(rep.end_difference_mm, _MM),
        closure_pct=_rounded_sides(rep.closure_pct),
        closure_uncertainty_pct=rounded(rep.closure_uncertainty_pct, _PCT),
    )


def _rounded_sides(value: PerSide) -> PerSide:
    return PerSide(rounded(value.left, _MM), rounded(value.right, _MM))


def _number(value: float | None) -> float:
    return math.nan if value is None else value


def _coupling(coupling: Coupling) -> dict[str, Any]:
    return {
        "region": coupling.region.value,
        "side": coupling.side.value,
        "slope": rounded(coupling.slope, _SLOPE),
        "unit": coupling.unit,
    }


def _blinks(blinks: BlinkSummary) -> dict[str, Any]:
    return {
        "observed_s": rounded(blinks.observed_s, _S),
        "count": blinks.count,
        "left_count": blinks.left_count,
        "right_count": blinks.right_count,
        "mean_peak_pct": _per_side(blinks.mean_peak_pct),
        "complete_share": _per_side(blinks.complete_share),
        "fast_enough": blinks.fast_enough,
        "corner": _corner(blinks.corner) if blinks.corner else None,
    }


def _corner(corner: CornerWithBlinks) -> dict[str, Any]:
    return {
        "judged": corner.judged,
        "left_count": corner.left_count,
        "right_count": corner.right_count,
        "largest_mm": _per_side(corner.largest_mm),
        "limit_mm": rounded(corner.limit_mm, _MM),
    }


def _per_side(value: PerSide) -> dict[str, float | None]:
    return {"left": rounded(value.left, _MM), "right": rounded(value.right, _MM)}
