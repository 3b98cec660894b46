"""Which sources a session tries, in which order, and what the person is told about them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from coach.app.source_choice import SourceChoice, SourceChooser
from coach.capture.source import FrameSource
from coach.coaching.clean_calibration import SMALL_SHARE, learning_reps
from coach.domain.errors import InputError
from coach.domain.events import PhaseStarted
from coach.domain.exercise import Exercise, ExerciseKind, Phase
from coach.domain.language import mark, tr
from coach.domain.sides import Affected

if TYPE_CHECKING:
    from coach.capture.as_filmed import AsFilmed
    from coach.capture.cameras import CameraInfo

AUTO: Final = "auto"
NO_CAMERA: Final = "none"

#: A camera was chosen, is not connected, and another one works.
OTHER_CAMERA: Final = mark("Your usual camera is not connected. Camera: {name}.")
STANDS_IN: Final = mark("No camera found: the drawn face stands in as the patient.")
DRAWN_FACE: Final = mark("The drawn face is the patient.")


@dataclass(frozen=True, slots=True)
class Patient:
    """The drawn face as a simulated patient.

    Attributes:
        affected: the weak side.
        weakness: 0 moves fully, 1 not at all, on the affected side.
        synkinesis: 0 none, 1 as strong as the movement itself.
        seed: which person, and their small movements.
    """

    affected: Affected | None = None
    weakness: float = 0.0
    synkinesis: float = 0.0
    seed: int = 0


def drawn_face(patient: Patient, announcement: str, *, live: bool) -> SourceChoice:
    """The drawn face, following the coach.

    Args:
        patient: who is drawn.
        announcement: told to the person.
        live: at the pace of a camera; else as fast as pictures are analysed, without loss.
    """
    from coach.face.impairment import Impairment
    from coach.face.patient import SimulatedPatient
    from coach.face.source import DrawnFaceSource

    side = patient.affected.side if patient.affected is not None else None
    simulated = SimulatedPatient(
        seed=patient.seed,
        impairment=Impairment(
            affected=side, weakness=patient.weakness, synkinesis=patient.synkinesis
        ),
    )

    def on_phase(event: PhaseStarted, exercise: Exercise | None, now_s: float) -> None:
        weights = _asked_for(exercise, event)
        simulated.follow(event.phase, weights, event.duration_s or 0.0, now_s)
        talking = exercise is not None and exercise.kind is ExerciseKind.TALKING
        if talking and event.phase is Phase.REST:
            simulated.talk(event.duration_s or 0.0, now_s)

    source = DrawnFaceSource(simulated, live=live)
    return SourceChoice(source, announcement, on_phase, lossless=not live)


def _asked_for(exercise: Exercise | None, event: PhaseStarted) -> Mapping[str, float]:
    """Expression weights of a repetition; the first ones may be asked for very small."""
    if exercise is None:
        return {}
    if event.set_index == 0 and event.rep_index < learning_reps(exercise):
        return {channel: SMALL_SHARE * w for channel, w in exercise.demonstration.items()}
    return exercise.demonstration


def camera_source(camera: CameraInfo | None) -> FrameSource:
    """A camera's pictures, or those of a drawn face at rest; not opened yet."""
    from coach.capture.open_source import open_source

    if camera is None:
        return drawn_face(Patient(), "", live=True).source
    return open_source(camera.index)


def choose_drawn_face(patient: Patient, announcement: str, *, live: bool) -> SourceChooser:
    """The drawn face and nothing else."""
    return lambda: iter([drawn_face(patient, announcement, live=live)])


def choose_camera(camera: str, stand_in: Patient, preferred: str = "") -> SourceChooser:
    """A camera by number, or whichever works, or none.

    Args:
        camera: a number, "auto" or "none".
        stand_in: who is drawn where there is no camera ("auto" and "none").
        preferred: id of the camera that "auto" tries first; "" for none.

    Raises:
        InputError: `camera` is none of these.
    """
    if camera == NO_CAMERA:
        return choose_drawn_face(stand_in, tr(DRAWN_FACE), live=True)
    if camera == AUTO:
        return lambda: _any_camera(stand_in, preferred)
    if not camera.isdecimal():
        raise InputError(f'"{camera}" is no camera.', "Give a camera's number, or auto, or none.")
    return lambda: iter([_camera(int(camera))])


def choose_media(
    spec: str | Path, *, lossless: bool, as_filmed: AsFilmed | None = None
) -> SourceChooser:
    """A video file or a stream.

    Args:
        spec: path of a file, or an rtsp:// or http:// address.
        lossless: analyse every picture of a file, as fast as the machine allows.
        as_filmed: what was done to it and is to be undone.

    Raises:
        InputError: there is no such file, or the address is not one.
    """
    if isinstance(spec, Path) and not _is_file(spec):
        raise InputError(f"There is no video file {spec.name[:40]}.", "Check the path.")
    if isinstance(spec, str) and "://" not in spec:
        raise InputError(f'"{spec}" is no stream address.', "It starts with rtsp:// or http://.")
    return lambda: iter([_media(spec, lossless, as_filmed)])


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that no disk here can hold
        return False


def _any_camera(stand_in: Patient, preferred: str) -> Iterator[SourceChoice]:
    from coach.app.camera_list import connected_cameras, preferred_first
    from coach.capture.open_source import open_source

    cameras = connected_cameras()
    missing = bool(preferred) and all(camera.id != preferred for camera in cameras)
    for camera in preferred_first(cameras, preferred):
        said = OTHER_CAMERA if missing else mark("Camera: {name}.")
        yield SourceChoice(open_source(camera.index), tr(said, name=camera.label))
    yield drawn_face(stand_in, tr(STANDS_IN), live=True)


def _camera(index: int) -> SourceChoice:
    from coach.capture.open_source import open_source

    return SourceChoice(open_source(index), tr("Camera {number} is on.", number=index))


def _media(spec: str | Path, lossless: bool, as_filmed: AsFilmed | None) -> SourceChoice:
    from coach.capture.open_source import open_source

    # A film whose name is a number, or looks like an address, is still a film.
    where = str(spec.absolute()) if isinstance(spec, Path) else spec
    source = open_source(where, live=not lossless, as_filmed=as_filmed)
    return SourceChoice(source, lossless=lossless)
