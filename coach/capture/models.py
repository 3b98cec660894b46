"""The landmark engine's model files: which, where, and that they are what they should be.

They are MediaPipe's own (Apache-2.0), taken out of its last self-contained wheel at set-up
(scripts/fetch_models.py) and never changed.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from coach.domain.errors import EngineError
from coach.domain.language import mark, tr

#: Release of MediaPipe that the models come from.
RELEASE: Final = "0.10.21"
FOLDER: Final = Path(__file__).parent / "models"
MESH: Final = "face_landmark_with_attention.tflite"
DETECTOR: Final = "face_detection_short_range.tflite"
#: File -> SHA-256.
HASHES: Final = {
    MESH: "e06a804e0144f9929eda782122916b35d60c697c3c9344013ca2bbe76a6ce2b4",
    DETECTOR: "bbff11cebd1eb27a1e004cae0b0e63ec8c551cbf34a4451148b4908b8db3eca8",
}
REINSTALL: Final = mark("Run the set-up again: it installs the engine with its models.")


@dataclass(frozen=True, slots=True)
class Models:
    """The files' bytes.

    Attributes:
        mesh: finds the points of one face in a crop.
        detector: finds faces in a picture.
        sha256: of both, in this order: what each record names.
    """

    mesh: bytes
    detector: bytes
    sha256: str


def load_models(folder: Path = FOLDER) -> Models:
    """Read and check the files (4 ms).

    Raises:
        EngineError: a file is missing, cannot be read or is not the one that was tested.
    """
    mesh, detector = (_read(folder / name) for name in (MESH, DETECTOR))
    return Models(mesh, detector, hashlib.sha256(mesh + detector).hexdigest())


def _read(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise EngineError(
            tr("The landmark model {file} cannot be read.", file=path.name), tr(REINSTALL)
        ) from error
    if hashlib.sha256(data).hexdigest() != HASHES[path.name]:
        raise EngineError(
            tr("The landmark model {file} is damaged or another one.", file=path.name),
            tr(REINSTALL),
        )
    return data
