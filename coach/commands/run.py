"""`run`: the window; without a display, one guided session off-screen."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from coach.app.display import has_display, require_window_libraries
from coach.app.source_choice import SourceChooser
from coach.app.sources import (
    AUTO,
    NO_CAMERA,
    Patient,
    choose_camera,
    choose_drawn_face,
    choose_media,
)
from coach.domain.errors import InputError
from coach.domain.sides import Affected
from coach.storage.paths import settings_path
from coach.storage.settings import load_settings

if TYPE_CHECKING:
    from coach.capture.as_filmed import AsFilmed

#: The programme of a session that nobody watches: one exercise, three repetitions.
OFFSCREEN_PROGRAMME = "smile"

#: Whom the drawn face plays where it stands in for a person: the picture of the disorder that
#: this program is for, so that every part has something to show.
STAND_IN = Patient(Affected.LEFT, weakness=0.5, synkinesis=0.6)


def run(
    camera: str,
    video: Path | None,
    stream: str | None,
    out: Path | None,
    *,
    mirrored: bool = False,
    turn: int | None = None,
) -> int:
    """Open the program.

    Args:
        camera: a number, "auto" or "none".
        video: practise with this file in place of a camera.
        stream: practise with this address in place of a camera.
        out: folder for the files of an off-screen session.
        mirrored: the film or stream is mirrored.
        turn: degrees clockwise that set it upright; None: a film's is found.

    Raises:
        CoachError: wrong arguments, or a part of the system is missing.
    """
    if video is not None and stream is not None:
        raise InputError("Give a video or a stream, not both.")
    media = video if video is not None else stream
    if media is None:
        if mirrored or turn is not None:
            raise InputError("--mirrored and --turn are for a film or a stream.", "Name one.")
        filmed = None
    else:
        filmed = _filmed(media, mirrored, turn)
    if has_display():
        require_window_libraries()
        return _run_window(camera, media, filmed)
    return _run_offscreen(camera, media, filmed, out)


def _filmed(media: Path | str, mirrored: bool, turn: int | None) -> AsFilmed:
    from coach.commands.film import as_filmed, turn_note, upright

    said = as_filmed(mirrored, turn)
    if turn is not None or not isinstance(media, Path):
        return said
    found = upright(media, said)
    if found != said:
        print(turn_note(found.turn), flush=True)
    return found


def _chooser(
    camera: str, media: Path | str | None, filmed: AsFilmed | None, patient: Patient
) -> SourceChooser:
    if media is not None:
        return choose_media(media, lossless=False, as_filmed=filmed)
    return choose_camera(camera, patient, load_settings(settings_path()).settings.camera)


def _run_window(camera: str, media: Path | str | None, filmed: AsFilmed | None) -> int:
    # Wrong arguments are said before a window opens.
    _chooser(camera, media, filmed, STAND_IN)
    from coach.commands.window import open_window

    return open_window(lambda affected: _chooser(camera, media, filmed, _stand_in_for(affected)))


def _stand_in_for(affected: Affected | None) -> Patient:
    """The stand-in has the person's own affected side, or is healthy where they have none."""
    if affected is None or affected.side is None:
        return Patient()
    return Patient(affected, STAND_IN.weakness, STAND_IN.synkinesis)


def _run_offscreen(
    camera: str, media: Path | str | None, filmed: AsFilmed | None, out: Path | None
) -> int:
    if media is not None:
        lossless = isinstance(media, Path)
        chooser = choose_media(media, lossless=lossless, as_filmed=filmed)
        affected = None
    elif camera not in (AUTO, NO_CAMERA):
        chooser = choose_camera(camera, STAND_IN)
        affected = None
    else:
        said = "The drawn face stands in as the patient (left side weaker, left eye moves along)."
        chooser = choose_drawn_face(STAND_IN, said, live=False)
        affected = STAND_IN.affected
    from coach.commands.offscreen import run_offscreen

    print("There is no display: a guided session runs off-screen.", file=sys.stdout, flush=True)
    return run_offscreen(chooser, affected, programme=OFFSCREEN_PROGRAMME, out=out)
