"""Films with exact truth from films of real people, kept outside the repository.

    python -m tests.accuracy.warped_film FILM OUT_DIR PERSON

PERSON begins with `tune_` or `rep_`, which says for what its films may be used. Writes
PERSON_MOVEMENT.mp4 and .json (the keys of the clips' truth) for each movement of `MOVES`.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from coach.capture.video import VideoSource
from coach.domain.errors import InputError, OutputError
from coach.domain.frames import FloatArray, Image
from coach.domain.measures import SideMeasure
from coach.domain.movements import Movement
from coach.domain.sides import Side
from tests.accuracy.case import FPS, minimum_jerk
from tests.accuracy.warping import Moves, SteadyFace, steady_face

SECONDS: Final = 11.0
#: (start, end) of each repetition; ramps of `RAMP_S` lie within.
REPS: Final = ((2.9, 6.1), (7.3, 10.5))
RAMP_S: Final = 0.8
GRAIN_SD: Final = 2.0

#: Name -> movement, affected side, (outward, up) mm of (left, right). Brows only rise.
MOVES: Final = {
    "even": (Movement.SMILE_CLOSED, None, ((4.0, 3.0), (4.0, 3.0))),
    "weak_left": (Movement.SMILE_CLOSED, Side.LEFT, ((1.6, 1.2), (4.0, 3.0))),
    "weak_right": (Movement.SMILE_CLOSED, Side.RIGHT, ((4.4, 2.4), (2.2, 1.2))),
    "brow_weak_left": (Movement.BROW_RAISE, Side.LEFT, ((0.0, 1.5), (0.0, 4.0))),
}
_POINTS: Final = (
    "upper_lip", "lower_lip", "chin",
    *(f"{p}_{s}" for p in ("commissure", "brow", "ala", "upper_lid", "lower_lid") for s in Side),
)  # fmt: skip
_FISSURE_MM: Final = 9.0  # not known, does not change: only closure relative to it is meaningful


def heights(n: int) -> FloatArray:
    """(n,) share of the movement done in each picture."""
    t = np.arange(n) / FPS
    rise = [
        minimum_jerk((t - a) / RAMP_S) - minimum_jerk((t - b + RAMP_S) / RAMP_S) for a, b in REPS
    ]
    return np.asarray(np.sum(rise, axis=0))


def moves_at(name: str, share: float) -> Moves:
    """What moves by how much, mm, x to the patient's left."""
    movement, _, sizes = MOVES[name]
    out: Moves = {}
    for side, (outward, up) in zip((Side.LEFT, Side.RIGHT), sizes, strict=True):
        if movement is Movement.BROW_RAISE:
            out[SideMeasure.BROW_Y, side] = up * share
        else:
            sign = 1.0 if side is Side.LEFT else -1.0
            out[SideMeasure.COMMISSURE_X, side] = sign * outward * share
            out[SideMeasure.COMMISSURE_Y, side] = up * share
    return out


def truth_of(name: str, person: str, px_per_mm: float) -> dict[str, object]:
    """As in the clips' JSON."""
    movement, affected, _ = MOVES[name]
    n = round(SECONDS * FPS)
    moved: dict[str, list[list[float]]] = {p: [[0.0, 0.0, 0.0]] * n for p in _POINTS}
    at = [moves_at(name, float(h)) for h in heights(n)]
    for side in Side:
        for point, x, y in (
            ("commissure", SideMeasure.COMMISSURE_X, SideMeasure.COMMISSURE_Y),
            ("brow", None, SideMeasure.BROW_Y),
        ):
            moved[f"{point}_{side}"] = [
                [m.get((x, side), 0.0) if x else 0.0, m.get((y, side), 0.0), 0.0] for m in at
            ]
    if movement is Movement.BROW_RAISE:  # the bell takes the upper lid along, by an unknown part
        for side in Side:
            moved[f"upper_lid_{side}"] = [[float("nan")] * 3] * n
    return {
        "movement": movement.value,
        "affected": affected.value if affected else None,
        "synkinesis": [],
        "fps": FPS,
        "reps": [list(r) for r in REPS],
        "blinks": [],
        "rest_aperture_mm": {"left": _FISSURE_MM, "right": _FISSURE_MM},
        "envelope": heights(n).tolist(),
        "displacement": moved,
        "identity": person,
        "px_per_mm": px_per_mm,
        "warped": True,
    }


def pictures(face: SteadyFace, name: str) -> Iterator[Image]:
    """Every picture of a warped film, with fresh grain."""
    rng = np.random.default_rng(3)
    grain = rng.normal(0.0, GRAIN_SD, (4, *face.images[0].shape)).round().astype(np.int16)
    for i, share in enumerate(heights(round(SECONDS * FPS))):
        image = face.moved(i, moves_at(name, float(share)))
        noise = np.roll(grain[i % 4], (i * 37 % 97, i * 61 % 89), (0, 1))
        yield np.clip(image.astype(np.int16) + noise, 0, 255).astype(np.uint8)


def read_film(film: Path) -> list[Image]:
    """Every picture; sides cut to an even number of pixels, as the coder wants them."""
    source = VideoSource(film, live=False)
    source.open()
    out: list[Image] = []
    try:
        while (frame := source.read()) is not None:
            h, w = frame.image.shape[:2]
            out.append(np.ascontiguousarray(frame.image[: h // 2 * 2, : w // 2 * 2]))
    finally:
        source.close()
    return out


def write_film(path: Path, images: Iterator[Image], size: tuple[int, int]) -> None:
    """Nearly lossless H.264."""
    ffmpeg = shutil.which("ffmpeg")
    if ffmpeg is None:
        raise OutputError("ffmpeg is not installed, so no film can be written.", "Install it.")
    command = [
        ffmpeg, "-y", "-loglevel", "error", "-f", "rawvideo", "-pix_fmt", "bgr24",
        "-s", f"{size[0]}x{size[1]}", "-r", f"{FPS:g}", "-i", "-",
        "-c:v", "libx264", "-crf", "14", "-pix_fmt", "yuv420p", str(path),
    ]  # fmt: skip
    with subprocess.Popen(command, stdin=subprocess.PIPE) as coder:
        assert coder.stdin is not None
        for image in images:
            coder.stdin.write(image.tobytes())
        coder.stdin.close()
    if coder.returncode:
        raise OutputError(f"{path.name} could not be written.", "Is the disk full?")


def make(film: Path, folder: Path, person: str, names: Sequence[str] = tuple(MOVES)) -> SteadyFace:
    """Write a person's films.

    Raises:
        InputError: the name says no split, or the film has no steady stretch.
    """
    if not person.startswith(("tune_", "rep_")):
        raise InputError(f'"{person}" does not say what it is for.', "Begin it with tune_ or rep_.")
    face = steady_face(read_film(film))
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        path = folder / f"{person}_{name}.mp4"
        write_film(path, pictures(face, name), face.size)
        said = json.dumps(truth_of(name, person, face.px_per_mm))
        path.with_suffix(".json").write_text(said, encoding="utf-8")
    return face


def main() -> None:
    parser = argparse.ArgumentParser(prog="tests.accuracy.warped_film", description=__doc__)
    parser.add_argument("film", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("person")
    asked = parser.parse_args()
    face = make(asked.film, asked.folder, asked.person)
    print(f"{asked.person}: {face.px_per_mm:.2f} px/mm, stir {face.stir_mm:.2f} mm")


if __name__ == "__main__":
    main()
