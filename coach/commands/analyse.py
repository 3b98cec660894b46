"""`analyse`: measure the repetitions of one movement in a video file."""

from __future__ import annotations

import sys
import uuid
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final

from coach import __version__
from coach.analysis.blinks import blink_mask
from coach.analysis.recording import Recording, analyse_recording
from coach.coaching.library import exercises_dir, load_exercises
from coach.coaching.rest_check import MENTION_MM
from coach.commands.film import (
    VideoPictures,
    as_filmed,
    read_faces,
    results_name,
    turn_note,
    upright,
)
from coach.domain.errors import InputError
from coach.domain.exercise import QuietRegion
from coach.domain.frames import SourceInfo
from coach.domain.movements import MOVEMENT_SPECS, Movement, Region, closes_the_eye
from coach.domain.quality import QUALITY_ADVICE, QualityReason
from coach.domain.repeatability import Figure
from coach.domain.session import EngineInfo, RepRecord, SessionRecord, SourceRecord
from coach.domain.session_mean import reading
from coach.domain.sides import Affected, Side
from coach.export.session_folder import write_session
from coach.storage.paths import own_exercises_dir

#: What to bring where a film shows no face at rest for long enough.
NO_REST: Final = (
    "In {seconds} s of film the face was not at rest, in full view, for long enough: begin with "
    "three seconds of a still, relaxed face."
)
EXIT_DONE: Final = 0
EXIT_NOTHING_SCORED: Final = 3
PROGRAM_NAME: Final = "facial-retraining-coach"


def run(
    video: str,
    movement: str,
    affected: str | None,
    out: Path | None,
    outer_canthal_mm: float | None = None,
    *,
    mirrored: bool = False,
    turn: int | None = None,
) -> int:
    """Analyse a video and write `measures.csv`, `session.json` and plots.

    Returns:
        0, or 3 where nothing could be scored (the files are written, with the reasons).

    Raises:
        InputError: the video, the movement or the side is not one.
        OutputError: the folder cannot be written.
    """
    asked = parse_movement(movement)
    side = parse_affected(affected)
    folder = out if out is not None else Path.cwd() / results_name(Path(video))
    film = Path(video)
    said = as_filmed(mirrored, turn)
    filmed = upright(film, said) if turn is None else said
    faces, source, engine = read_faces(film, filmed)
    if filmed != said:
        source = replace(source, notes=(turn_note(filmed.turn), *source.notes))
    recording = analyse_recording(
        faces,
        asked,
        side,
        quiet_regions(asked),
        pictures=VideoPictures(film, len(faces), filmed),
        outer_canthal_mm=outer_canthal_mm,
    )
    record = to_record(recording, asked, side, source, engine)
    paths = write_session(folder, record, recording.frames, left_out=blink_mask)
    print("\n".join([*source.notes, *describe(record, recording), *mirror_hint(record, mirrored)]))
    print(f"Written: {', '.join(p.name for p in paths)} in {folder}")
    return EXIT_DONE if _something_scored(record) else EXIT_NOTHING_SCORED


def parse_movement(text: str) -> Movement:
    """A movement id.

    Raises:
        InputError: there is no such movement.
    """
    try:
        return Movement(text)
    except ValueError:
        raise InputError(
            f'There is no movement "{text}".', f"Choose from: {', '.join(Movement)}."
        ) from None


def parse_affected(text: str | None) -> Affected | None:
    """The affected side, or None where it was not given.

    Raises:
        InputError: it is not left, right, both or none.
    """
    if text is None:
        return None
    try:
        return Affected(text)
    except ValueError:
        raise InputError(
            f'"{text}" is not a side.', f"Choose from: {', '.join(Affected)} (the patient's own)."
        ) from None


def quiet_regions(movement: Movement) -> tuple[QuietRegion, ...]:
    """What the exercise of this movement keeps quiet; nothing where there is none.

    The clinic's own folder counts as in the window; a file there that cannot be used is said.

    Of several exercises the one that is named like the movement counts, then the first in the list.
    """
    library = load_exercises(exercises_dir(), own_exercises_dir())
    for problem in library.problems:
        print(problem, file=sys.stderr)
    exercises = library.exercises
    if (own := exercises.get(movement.value)) is not None:
        return own.quiet
    return next((e.quiet for e in exercises.values() if e.movement is movement), ())


def to_record(
    recording: Recording,
    movement: Movement,
    affected: Affected | None,
    source: SourceInfo,
    engine: EngineInfo,
) -> SessionRecord:
    """The contract's session object of an analysed video."""
    return SessionRecord(
        id=str(uuid.uuid4()),
        program_name=PROGRAM_NAME,
        program_version=__version__,
        created=datetime.now().astimezone(),
        source=SourceRecord(source.kind, source.size, source.fps, 0, source.notes),
        engine=engine,
        plan=(),
        movement=movement,
        affected=affected,
        baseline=recording.rest.record() if recording.rest is not None else None,
        quality=recording.quality,
        reps=recording.reps,
        blinks=recording.blinks,
        drift=recording.drift,
    )


def describe(record: SessionRecord, recording: Recording) -> list[str]:
    """The result in plain sentences, a line each."""
    lines: list[str] = []
    if record.baseline is None:
        lines.append("Nothing could be measured: no steady resting face was found.")
    elif record.movement is Movement.REST:
        lines.append("The resting face was measured.")
    else:
        lines.append(f"{len(record.reps)} repetitions found.")
    if recording.doubtful_rest_s is not None:
        lines.append(
            "It is not certain when the face rests in this video. What was taken for the resting"
            f" face is at {recording.doubtful_rest_s:.1f} s: look whether it rests there."
        )
    lines += [_describe_rep(rep, record.affected) for rep in record.reps]
    lines += [
        f"At {look.t_s:.0f} s the resting face was {look.size_mm:.1f} mm from where it was measured"
        f" ({look.side.value} {look.region.value})."
        for look in record.drift
        if look.size_mm >= MENTION_MM
    ]
    return lines + quality_lines(record, recording)


def mirror_hint(record: SessionRecord, mirrored: bool) -> list[str]:
    """A question where the side named as weak moves clearly more, in most repetitions."""
    side = record.affected.side if record.affected is not None else None
    reps = [rep for rep in record.reps if rep.scored]
    if side is None or not reps:
        return []
    more = sum(_moves_more(rep, side) for rep in reps)
    if 2 * more <= len(reps):
        return []
    try_it = "without --mirrored" if mirrored else "with --mirrored"
    return [
        f"The {side.value} side, named as the affected one, moves clearly more. Is the film "
        f"mirrored, as selfie films are? Then analyse it {try_it}. Or is the other side meant?"
    ]


def _moves_more(rep: RepRecord, side: Side) -> bool:
    difference, half_width = reading(rep, Figure.DIFFERENCE_MM)
    if difference is None or half_width is None or abs(difference) <= half_width:
        return False
    return (difference > 0) is (side is Side.LEFT)


def quality_lines(record: SessionRecord, recording: Recording) -> list[str]:
    """Why pictures were not scored, a line each."""
    lines: list[str] = []
    for reason, count in sorted(record.quality.reasons.items(), key=lambda item: -item[1]):
        if QualityReason(reason) is QualityReason.NO_BASELINE:
            seconds = recording.frames[-1].time_s if recording.frames else 0.0
            lines.append(NO_REST.format(seconds=f"{seconds:.1f}"))
        else:
            share = 100.0 * count / max(len(recording.frames), 1)
            advice = QUALITY_ADVICE[QualityReason(reason)]
            lines.append(f"{share:.0f} % of the pictures were not scored: {advice}")
    return lines


def _describe_rep(rep: RepRecord, affected: Affected | None) -> str:
    head = f"Repetition {rep.index + 1} at {rep.start_s:.1f} s: "
    left, right = rep.excursion_mm.left, rep.excursion_mm.right
    if not rep.scored or left is None or right is None:
        reason = rep.reason.value.replace("_", " ") if rep.reason is not None else "unknown reason"
        return f"{head}not scored ({reason})."
    parts = [f"left {left:.1f} mm, right {right:.1f} mm"]
    if rep.uncertainty_mm is not None:
        parts[0] += f" (each ± {rep.uncertainty_mm:.1f} mm)"
        if not closes_the_eye(rep.movement):  # a lid's verdict is its closure, never its evenness
            parts.append(_compare(rep))
    if rep.affected_pct_of_healthy is not None and affected is not None:
        half = rep.affected_pct_uncertainty
        give = f" ± {half:.0f}" if half is not None else ""
        share = f"{rep.affected_pct_of_healthy:.0f}{give} %"
        parts.append(f"the {affected.value} side reaches {share} of the other")
    closed = rep.closure_pct
    eyes = MOVEMENT_SPECS[rep.movement].region is Region.EYE
    if eyes and closed.left is not None and closed.right is not None:
        half = rep.closure_uncertainty_pct
        give = f" (each ± {half:.0f})" if half is not None else ""
        parts.append(f"closed left {closed.left:.0f} %, right {closed.right:.0f} %{give}")
    parts += [
        f"unwanted movement of the {flag.side.value} {flag.region.value}" for flag in rep.synkinesis
    ]
    return head + "; ".join(parts) + "."


def _compare(rep: RepRecord) -> str:
    difference, half_width = reading(rep, Figure.DIFFERENCE_MM)
    if difference is None or half_width is None or abs(difference) <= half_width:
        return "no clear difference between the sides"
    less = Side.LEFT if difference < 0 else Side.RIGHT
    return f"{less.value} moves less"


def _something_scored(record: SessionRecord) -> bool:
    if record.movement is Movement.REST:
        return record.baseline is not None and record.quality.valid_share > 0
    return any(rep.scored for rep in record.reps)
