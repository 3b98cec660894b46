"""`run`: the window; without a display, one guided session off-screen."""

from __future__ import annotations

import sys
from pathlib import Path

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

#: The programme of a session that nobody watches: one exercise, three repetitions.
OFFSCREEN_PROGRAMME = "smile"

#: Whom the drawn face plays where it stands in for a person: the picture of the disorder that
#: this program is for, so that every part has something to show.
STAND_IN = Patient(Affected.LEFT, weakness=0.5, synkinesis=0.6)


def run(camera: str, video: Path | None, stream: str | None, out: Path | None) -> int:
    """Open the program.

    Args:
        camera: a number, "auto" or "none".
        video: practise with this file in place of a camera.
        stream: practise with this address in place of a camera.
        out: folder for the files of an off-screen session.

    Raises:
        CoachError: wrong arguments, or a part of the system is missing.
    """
    if video is not None and stream is not None:
        raise InputError("Give a video or a stream, not both.")
    if has_display():
        require_window_libraries()
        return _run_window(camera, video, stream)
    return _run_offscreen(camera, video, stream, out)


def _chooser(
    camera: str, video: Path | None, stream: str | None, patient: Patient
) -> SourceChooser:
    if video is not None:
        return choose_media(video, lossless=False)
    if stream is not None:
        return choose_media(stream, lossless=False)
    return choose_camera(camera, patient, load_settings(settings_path()).settings.camera)


def _run_window(camera: str, video: Path | None, stream: str | None) -> int:
    _chooser(camera, video, stream, STAND_IN)  # wrong arguments are said before a window opens
    from coach.commands.window import open_window

    return open_window(lambda affected: _chooser(camera, video, stream, _stand_in_for(affected)))


def _stand_in_for(affected: Affected | None) -> Patient:
    """The stand-in has the person's own affected side, or is healthy where they have none."""
    if affected is None or affected.side is None:
        return Patient()
    return Patient(affected, STAND_IN.weakness, STAND_IN.synkinesis)


def _run_offscreen(camera: str, video: Path | None, stream: str | None, out: Path | None) -> int:
    if video is not None:
        chooser = choose_media(video, lossless=True)
        affected = None
    elif stream is not None:
        chooser = choose_media(stream, lossless=False)
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
