"""From what a person names (a number, a file, an address) to a source of pictures."""

from __future__ import annotations

from pathlib import Path

from coach.capture.as_filmed import AsFilmed
from coach.capture.camera import CameraSource
from coach.capture.cameras import CameraInfo, list_cameras
from coach.capture.source import FrameSource
from coach.capture.stream import StreamSource, is_stream
from coach.capture.video import VideoSource

__all__ = ["CameraInfo", "list_cameras", "open_source"]


def open_source(
    spec: str | int, *, live: bool = True, as_filmed: AsFilmed | None = None
) -> FrameSource:
    """The source for a specification; not opened yet.

    Args:
        spec: a camera number (0 or "0"), an rtsp:// or http:// address, or the path of a video.
        live: for a video file only: paced to real time, or as fast as it is asked for.
        as_filmed: for a film or stream: what was done to it and is to be undone.

    Returns:
        A source whose `open` says in one sentence what is wrong, if anything is.
    """
    if isinstance(spec, int) or spec.isdigit():
        return CameraSource(int(spec))
    if is_stream(spec):
        return StreamSource(spec, as_filmed=as_filmed)
    return VideoSource(Path(spec).expanduser(), live=live, as_filmed=as_filmed)
