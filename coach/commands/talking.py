"""`analyse --talking`: what a face does by itself while somebody talks in a video."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from coach.analysis.blinks import blink_mask
from coach.analysis.recording import analyse_recording
from coach.analysis.spontaneous import summarise_talking
from coach.analysis.talking import mouth_moving
from coach.app.talking_lines import talking_lines
from coach.coaching.library import exercises_dir, load_exercises
from coach.coaching.phases import TALK
from coach.commands.analyse import (
    EXIT_DONE,
    EXIT_NOTHING_SCORED,
    parse_affected,
    quality_lines,
    to_record,
)
from coach.commands.film import (
    VideoPictures,
    as_filmed,
    read_faces,
    results_name,
    turn_note,
    upright,
)
from coach.domain.exercise import QuietRegion
from coach.domain.measures import MeasureSeries
from coach.domain.movements import Movement
from coach.domain.session import LoggedFrame
from coach.export.session_folder import write_session

#: The program's own exercise of free talking: its limits hold for recordings too.
EXERCISE: Final = "talk_freely"
NOTHING_MEASURED: Final = "Nothing could be measured: no steady resting face was found."


def run(
    video: str,
    affected: str | None,
    out: Path | None,
    outer_canthal_mm: float | None = None,
    *,
    mirrored: bool = False,
    turn: int | None = None,
) -> int:
    """Sum up a video of somebody who talks; write the same files as for a movement.

    Returns:
        0, or 3 where there was too little to say anything (the files are written all the same).

    Raises:
        InputError: the video or the side is not one.
        OutputError: the folder cannot be written.
    """
    side = parse_affected(affected)
    folder = out if out is not None else Path.cwd() / results_name(Path(video))
    film = Path(video)
    told = as_filmed(mirrored, turn)
    filmed = upright(film, told) if turn is None else told
    faces, source, engine = read_faces(film, filmed)
    if filmed != told:
        source = replace(source, notes=(turn_note(filmed.turn), *source.notes))
    recording = analyse_recording(
        faces,
        Movement.REST,
        side,
        (),
        pictures=VideoPictures(film, len(faces), filmed),
        outer_canthal_mm=outer_canthal_mm,
    )
    record = to_record(recording, Movement.REST, side, source, engine)
    record = replace(record, movement=None, plan=(EXERCISE,))
    frames, check = recording.frames, None
    if record.baseline is not None:
        series = _on_the_sessions_clock(frames)
        check = summarise_talking(series, _quiet(), side, record.baseline, EXERCISE)
        moving = mouth_moving(series, series.valid, record.baseline)
        frames = tuple(
            replace(f, phase=TALK) if talks else f for f, talks in zip(frames, moving, strict=True)
        )
    if check is not None:
        record = replace(record, spontaneous=(check,), blinks=check.blinks)
    paths = write_session(folder, record, frames, left_out=blink_mask)
    said = talking_lines(check, side) if check is not None else [NOTHING_MEASURED]
    print("\n".join([*source.notes, *said, *quality_lines(record, recording)]))
    print(f"Written: {', '.join(p.name for p in paths)} in {folder}")
    return EXIT_DONE if check is not None and check.enough else EXIT_NOTHING_SCORED


def _quiet() -> tuple[QuietRegion, ...]:
    return load_exercises(exercises_dir()).exercises[EXERCISE].quiet


def _on_the_sessions_clock(frames: tuple[LoggedFrame, ...]) -> MeasureSeries:
    start_ns = frames[0].measures.t_ns
    return MeasureSeries.of([replace(f.measures, t_ns=f.measures.t_ns - start_ns) for f in frames])
