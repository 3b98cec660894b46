"""Films a demonstration with the drawn camera and lets the program analyse it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from coach.analysis.excursion import excursions_mm
from coach.analysis.recording import Recording, analyse_recording
from coach.analysis.segments import MIN_EXCURSION_MM, smallest_movement_mm
from coach.capture.litert_landmarker import LiteRtLandmarker
from coach.capture.pixels import OpenCvPixels
from coach.domain.exercise import Exercise
from coach.domain.frames import Image
from coach.domain.landmarks import FaceFrame
from coach.domain.measures import MeasureSeries
from coach.domain.movements import MOVEMENT_SPECS, Movement, Region
from coach.domain.pixels import PixelTools
from coach.domain.sides import Affected, Side
from coach.face.expression import Expression
from coach.face.patient import SimulatedPatient
from coach.face.script import Script
from coach.face.source import DrawnFaceSource

REPS = 2
#: A side that stays behind the other by this share is uneven (`tolerance_pct` of the exercises).
UNEVEN_SHARE = 0.25
#: Pictures a second: enough for movements of a second, and half the work of a camera's 30.
_FPS = 15.0
#: One movement for each region, whose size tells how much the region moves.
_OF_REGION = {
    Region.BROW: (Movement.BROW_RAISE, Movement.FROWN),
    Region.EYE: (Movement.EYE_CLOSURE,),
    Region.NOSE: (Movement.SNARL,),
    Region.MOUTH: (
        Movement.SMILE_CLOSED,
        Movement.PUCKER,
        Movement.LIP_PRESS,
        Movement.LOWER_LIP_DEPRESS,
    ),
}


class Film:
    """Pictures of two repetitions, kept in memory, and the landmarks on them.

    A person at ease: the head sways, the eyes blink, the sensor is noisy.
    """

    def __init__(self, full: Expression, seed: int = 0) -> None:
        script = Script.repeated(
            {}, REPS, lead_s=2.2, move_s=1.2, hold_s=1.4, release_s=1.2, rest_s=1.4
        )
        patient = SimulatedPatient(seed)
        patient.perform(script, face=full)
        source = DrawnFaceSource(patient, fps=_FPS, duration_s=script.duration_s)
        source.open()
        landmarker = LiteRtLandmarker()
        self.images: list[Image] = []
        self.faces: list[FaceFrame] = []
        self.pixels: PixelTools = OpenCvPixels()
        try:
            while (frame := source.read()) is not None:
                self.images.append(frame.image)
                self.faces.append(landmarker.detect(frame))
        finally:
            landmarker.close()
            source.close()

    def read_all(self) -> Iterator[Image]:
        return iter(self.images)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the program sees in a film.

    Attributes:
        recording: everything.
        moved: how far each region moved at its widest, as a multiple of the smallest movement
            that can be told from noise.
    """

    recording: Recording
    moved: dict[Region, float]

    @property
    def flags(self) -> list[str]:
        return [
            f"{f.region.value} {f.side.value}" for r in self.recording.reps for f in r.synkinesis
        ]

    def largest_mm(self) -> float:
        """The widest excursion of any repetition, either side."""
        return max((v for r in self.recording.reps for v in _both(r.excursion_mm)), default=0.0)

    def uneven(self) -> list[bool]:
        """For each repetition whether one side stays behind the other.

        By more than the exercises' own tolerance, and by more than can be tracking error.
        """
        out = []
        for rep in self.recording.reps:
            sizes = _both(rep.excursion_mm)
            behind = max(sizes) - min(sizes)
            out.append(behind > max(UNEVEN_SHARE * max(sizes), MIN_EXCURSION_MM))
        return out


def see(exercise: Exercise, full: Expression, affected: Affected | None) -> Seen:
    """Film a face and analyse the film as the exercise's movement."""
    film = Film(full)
    recording = analyse_recording(
        film.faces, exercise.movement, affected, exercise.quiet, pictures=film
    )
    assert recording.rest is not None, exercise.id
    rest = recording.rest.record()
    series = MeasureSeries.of([f.measures for f in recording.frames])
    hold = np.array([f.phase == "hold" for f in recording.frames]) & series.valid
    moved = {}
    for region, movements in _OF_REGION.items():
        shares = [
            float(np.nanmedian(excursions_mm(series.values[hold], m, side, rest)))
            / smallest_movement_mm(m, rest)
            for m in movements
            for side in Side
            if hold.any()
        ]
        moved[region] = max(shares, default=0.0)
    return Seen(recording, moved)


def region_of(exercise: Exercise) -> Region | None:
    """The region that the exercise is meant to move."""
    return MOVEMENT_SPECS[exercise.movement].region


def _both(sizes: object) -> list[float]:
    values = (getattr(sizes, side.value) for side in Side)
    return [float(v) for v in values if v is not None]
