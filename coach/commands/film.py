"""Reading a film for the commands: which way up it is, its faces, its pictures again."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from coach.analysis.alignment import head_axes, pose_from_axes
from coach.analysis.camera import Camera
from coach.capture.as_filmed import TURNS, AsFilmed, Turn
from coach.capture.litert_landmarker import LiteRtLandmarker
from coach.capture.pixels import OpenCvPixels
from coach.capture.video import VideoSource
from coach.domain.errors import InputError, SourceError
from coach.domain.frames import Image, SourceInfo
from coach.domain.landmarks import FaceFrame
from coach.domain.measures import HeadPose
from coach.domain.pixels import PixelTools
from coach.domain.session import EngineInfo

_PROGRESS_EVERY: Final = 150  # pictures: about every second
#: Pictures that are tried in each of the four turns, spread over the first ones of the film.
_TRIED: Final = 5
_TRIED_EVERY: Final = 12
#: A face that leans, and nods, less is upright for sure. Upside-down faces that were taken for
#: upright ones leaned by up to 28 degrees, and nodded by 16 to 33.
_SURELY_DEG: Final = 15.0
#: One turn in four is upside-down and may be misread: a clear answer has more than half.
_CLEAR_SHARE: Final = 0.6
#: Fewer seconds hold no resting face and no repetition after it.
_SHORTEST_S: Final = 3.0


def as_filmed(mirrored: bool, turn: int | None) -> AsFilmed:
    """What a person says was done to a film.

    Raises:
        InputError: `turn` is no quarter turn.
    """
    if turn not in (None, *TURNS):
        raise InputError(f"A film cannot be turned by {turn} degrees.", "Give 90, 180 or 270.")
    return AsFilmed(mirrored, turn or 0)


def results_name(video: Path) -> str:
    """Name of the folder for a film's results; a disk takes 255 bytes, and files go inside."""
    return f"{video.stem[:60]}-analysis"


def upright(video: Path, said: AsFilmed) -> AsFilmed:
    """The same, set upright where the faces in a few pictures lie on their side.

    An upside-down face is sometimes taken for an upright one, so every turn has a say: the angle
    of a face found in it names the turn in which it stands upright. A turn the person gave is
    theirs, and a film without a clear answer is left alone.
    """
    if said.turn:
        return said
    poses = _poses(video, said)
    if poses and all(abs(p.roll) < _SURELY_DEG and abs(p.pitch) < _SURELY_DEG for p in poses):
        return said
    votes = Counter(_named(0, pose) for pose in poses)
    for turn in TURNS[1:]:
        votes.update(_named(turn, pose) for pose in _poses(video, replace(said, turn=turn)))
    if not votes:
        return said
    best, count = votes.most_common(1)[0]
    clear = count >= _TRIED and count > _CLEAR_SHARE * votes.total()
    return replace(said, turn=best) if clear else said


def _named(turn: Turn, pose: HeadPose) -> Turn:
    """In which turn a face stands upright that has this angle in this one."""
    return TURNS[(turn // 90 + round(pose.roll / 90.0)) % 4]


def turn_note(video_turn: Turn) -> str:
    """One sentence for a film that was found lying on its side."""
    return f"The film lies on its side: it was turned by {video_turn} degrees (--turn)."


def _poses(video: Path, tried: AsFilmed) -> list[HeadPose]:
    """Head angles in a few of the first pictures; none of those without a face."""
    source = VideoSource(video, as_filmed=tried)
    source.open()
    landmarker = LiteRtLandmarker()
    found: list[HeadPose] = []
    try:
        for number in range(_TRIED * _TRIED_EVERY):
            frame = source.read()
            if frame is None:
                break
            if number % _TRIED_EVERY == 0:
                face = landmarker.detect(frame)
                if face.points is not None:
                    points = Camera.of(face.size).to_head_axes(face.points)
                    found.append(pose_from_axes(head_axes(points)))
    finally:
        source.close()
        landmarker.close()
    return found


def read_faces(
    video: Path, filmed: AsFilmed | None = None
) -> tuple[list[FaceFrame], SourceInfo, EngineInfo]:
    """Landmarks of every picture of a video, in order; none is dropped.

    Returns:
        The faces, what the source says of itself and its end, and the engine.
    """
    source = VideoSource(video, live=False, as_filmed=filmed)
    info = source.open()
    landmarker = LiteRtLandmarker()
    faces: list[FaceFrame] = []
    try:
        while (frame := source.read()) is not None:
            faces.append(landmarker.detect(frame))
            if len(faces) % _PROGRESS_EVERY == 0 and sys.stderr.isatty():
                print(f"\r{len(faces)} pictures", end="", file=sys.stderr, flush=True)
    finally:
        source.close()
        landmarker.close()
        if sys.stderr.isatty():
            print("\r", end="", file=sys.stderr)
    if not faces:
        raise InputError(
            f'"{video.name}" has no pictures that can be read.', "Choose another video."
        )
    said = " ".join(source.end_note).strip()
    notes = (*([said] if said else []), *_too_little(faces))
    return faces, replace(info, notes=notes), landmarker.info


def _too_little(faces: list[FaceFrame]) -> list[str]:
    if len(faces) == 1:
        return [
            "This is one picture only (a photograph, or sound with a cover). Bring a film that "
            "begins with the face at rest for three seconds, then shows the movement."
        ]
    seconds = faces[-1].time_s - faces[0].time_s
    if seconds < _SHORTEST_S:
        return [
            f"The film is too short ({seconds:.1f} s). Bring one that begins with the face at rest "
            "for three seconds, then shows the movement."
        ]
    return []


@dataclass(frozen=True, slots=True)
class VideoPictures:
    """A video's pictures, decoded anew each time they are read.

    Attributes:
        video: the file.
        count: how many pictures had their landmarks found; no more are given.
        filmed: what is undone, as when the landmarks were found.
        pixels: picture operations.
    """

    video: Path
    count: int
    filmed: AsFilmed = field(default_factory=AsFilmed)
    pixels: PixelTools = field(default_factory=OpenCvPixels)

    def read_all(self) -> Iterator[Image]:
        """Every picture, in order, one at a time."""
        source = VideoSource(self.video, live=False, as_filmed=self.filmed)
        source.open()
        try:
            for _ in range(self.count):
                frame = source.read()
                if frame is None:
                    raise SourceError(
                        f'"{self.video.name}" changed while it was analysed.',
                        "Analyse it again.",
                    )
                yield frame.image
        finally:
            source.close()
