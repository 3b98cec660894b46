"""A guided session with a film's face as the patient: can this person practise, and what is read?

    python -m tests.accuracy.live FILM [--exercise ID] [--weakness 0.6] [--affected SIDE]

The simulated patient obeys the coach as in `demo`; each picture is one of the film's steadiest
ones, its mouth corners and brows moved by what the simulated face does (`warping.py`). So any film
will do: of a person, or of a photographic head. Lids do not follow: no skin is there to close them
with, so an eye exercise says `cannot be shown`. The coach, the window and the files are the real
ones. Writes `live.json` beside the session's files, and prints it in plain lines.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np

from coach.app.source_choice import SourceChoice
from coach.coaching.clean_calibration import SMALL_SHARE, learning_reps
from coach.coaching.library import exercises_dir, load_exercises
from coach.domain.errors import InputError
from coach.domain.events import PhaseStarted
from coach.domain.exercise import Exercise, Phase
from coach.domain.frames import Frame, SourceInfo
from coach.domain.measures import SideMeasure
from coach.domain.movements import Movement
from coach.domain.sides import Affected, Side
from coach.face.impairment import Impairment
from coach.face.patient import SimulatedPatient
from coach.face.source import DrawnFaceSource
from tests.accuracy.live_report import LiveReport, report
from tests.accuracy.warped_film import GRAIN_SD, read_film
from tests.accuracy.warping import Moves, SteadyFace, steady_face

#: Movements that corners and brows alone can show.
SHOWN: Final = frozenset(
    {Movement.SMILE_CLOSED, Movement.SMILE_OPEN, Movement.PUCKER, Movement.BROW_RAISE}
)
#: A session that has not ended by then is ended.
LONGEST_S: Final = 300.0
_MOVED: Final = (SideMeasure.COMMISSURE_X, SideMeasure.COMMISSURE_Y, SideMeasure.BROW_Y)
#: Which person the simulated patient is: blinks and sizes of repetitions follow from it.
_SEED: Final = 3


class FilmFaceSource(DrawnFaceSource):
    """A film's steady face that does what the simulated patient does.

    Args:
        patient: who obeys the coach.
        face: whose pictures are moved.
        longest_s: media time after which the source ends.

    Attributes:
        truth: (t_s, moves) of every picture given.
    """

    def __init__(
        self, patient: SimulatedPatient, face: SteadyFace, longest_s: float = LONGEST_S
    ) -> None:
        super().__init__(patient, face.size, noise_sd=0.0, label="Film")
        self._face = face
        self._longest_s = longest_s
        self.truth: list[tuple[float, Moves]] = []
        rng = np.random.default_rng(_SEED)
        shape = (4, *face.images[0].shape)
        self._grain = rng.normal(0.0, GRAIN_SD, shape).round().astype(np.int16)

    def _open(self) -> SourceInfo:
        """Says that it is a film: a session writes pictures of a drawn face, of a person never."""
        return replace(super()._open(), kind="video")

    def _read(self) -> Frame | None:
        t_s = self._tick / self.fps
        if self._closed.is_set() or t_s >= self._longest_s:
            return None
        shown = self.patient.show(t_s)
        moves: Moves = {(m, side): shown.measure(m, side) for m in _MOVED for side in Side}
        self.truth.append((t_s, moves))
        tick = self._tick
        image = self._face.moved(tick, moves).astype(np.int16)
        image += np.roll(self._grain[tick % 4], (tick * 37 % 97, tick * 61 % 89), (0, 1))
        picture = np.clip(image, 0, 255).astype(np.uint8)
        picture.flags.writeable = False
        frame = Frame(image=picture, index=self._index, t_ns=round(t_s * 1e9))
        self._index += 1
        self._tick += 1
        return frame


def practise(
    film: Path,
    out: Path,
    exercise: str = "smile_closed",
    affected: Side | None = Side.LEFT,
    weakness: float = 0.6,
    longest_s: float = LONGEST_S,
) -> LiveReport:
    """Run a session to its end.

    Args:
        film: whose face.
        out: a new or empty folder for the session's files; its practice log is kept there too.
        exercise: id.
        affected: the weak side, or None.
        weakness: 0 to 1.
        longest_s: media seconds after which it is broken off.

    Raises:
        InputError: the exercise cannot be shown by corners and brows, or the film has no steady
            stretch.
    """
    _require_shown(exercise)
    face = steady_face(read_film(film))
    impairment = Impairment(affected=affected, weakness=weakness if affected else 0.0)
    patient = SimulatedPatient(seed=_SEED, impairment=impairment, blink_interval_s=0.0)
    source = FilmFaceSource(patient, face, longest_s)
    phases: list[tuple[Phase, float]] = []

    def on_phase(event: PhaseStarted, asked: Exercise | None, now_s: float) -> None:
        phases.append((event.phase, now_s))
        patient.follow(event.phase, _weights(asked, event), event.duration_s or 0.0, now_s)

    out.mkdir(parents=True, exist_ok=True)
    os.environ["COACH_DATA_DIR"] = str(out / "data")
    from coach.commands.offscreen import run_offscreen

    side = Affected(affected.value) if affected else Affected.NONE
    choice = SourceChoice(source, "", on_phase, lossless=True)
    run_offscreen(lambda: iter([choice]), side, exercise=exercise, programme=None, out=out)
    return report(film.stem, exercise, out, phases, source.truth, affected, face.stir_mm)


def _weights(asked: Exercise | None, event: PhaseStarted) -> Mapping[str, float]:
    """Of a repetition, as the drawn patient hears it: the first ones very small."""
    if asked is None:
        return {}
    small = event.set_index == 0 and event.rep_index < learning_reps(asked)
    share = SMALL_SHARE if small else 1.0
    return {channel: share * w for channel, w in asked.demonstration.items()}


def _require_shown(exercise: str) -> None:
    found = load_exercises(exercises_dir()).exercises.get(exercise)
    if found is None:
        raise InputError(f'There is no exercise "{exercise}".', "See assets/exercises.")
    if found.movement not in SHOWN:
        raise InputError(
            f"{exercise} cannot be shown: only corners and brows of a film can be moved.",
            "Choose a smile, a pucker or a raised brow.",
        )


def main() -> None:
    parser = argparse.ArgumentParser(prog="tests.accuracy.live", description=__doc__)
    parser.add_argument("film", type=Path)
    parser.add_argument("--exercise", default="smile_closed")
    parser.add_argument("--affected", choices=("left", "right", "none"), default="left")
    parser.add_argument("--weakness", type=float, default=0.6)
    parser.add_argument("--longest", type=float, default=LONGEST_S, help="media seconds")
    parser.add_argument("--out", type=Path, help="folder; a temporary one by default")
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    side = None if asked.affected == "none" else Side(asked.affected)
    out: Path = asked.out or Path(tempfile.mkdtemp(prefix="coach-live-"))
    try:
        found = practise(asked.film, out, asked.exercise, side, asked.weakness, asked.longest)
    except InputError as error:
        parser.exit(2, f"{error}\n")
    (out / "live.json").write_text(json.dumps(found.as_json(), indent=1), encoding="utf-8")
    print("\n".join(found.lines()))
    print(f"Written: {out / 'live.json'}")


if __name__ == "__main__":
    main()
