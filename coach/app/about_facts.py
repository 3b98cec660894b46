"""What the program is made of and where its data are: for the page "About and limits"."""

from __future__ import annotations

import platform
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import metadata

from PySide6.QtCore import qVersion

from coach import __version__
from coach.app.tasks import TaskStarter, run_task
from coach.capture.models import RELEASE, load_models
from coach.domain.language import tr
from coach.storage.paths import data_dir, log_dir

#: Packages whose versions decide what is measured and shown.
_PACKAGES = (("ai-edge-litert", "LiteRT"), ("opencv-python", "OpenCV"), ("numpy", "NumPy"))


@dataclass(frozen=True, slots=True)
class Fact:
    """One line: what, and its value, which is copied as it is."""

    name: str
    value: str


def about_facts(model_sha256: str = "") -> Sequence[Fact]:
    """Versions, places and the model's fingerprint.

    Args:
        model_sha256: of the landmark model; "" where it has not been read yet.
    """
    packages = [Fact(said, _version(name)) for name, said in _PACKAGES]
    return (
        Fact(tr("Program"), __version__),
        Fact("Python", platform.python_version()),
        Fact("Qt", str(qVersion())),
        Fact(tr("Landmark models"), f"MediaPipe {RELEASE}"),
        *packages,
        Fact(tr("System"), platform.platform(terse=True)),
        Fact(tr("Landmark model, SHA-256"), model_sha256 or tr("is being read")),
        Fact(tr("Your data"), str(data_dir())),
        Fact(tr("Log files"), str(log_dir())),
    )


class ModelFingerprint:
    """The landmark model's SHA-256, read in the background: 3 MB."""

    def __init__(self, start_task: TaskStarter = run_task) -> None:
        self.sha256 = ""
        self._start_task = start_task

    def read(self, on_known: Callable[[], None]) -> None:
        """Begin; `on_known` is called in this thread when it is known, or cannot be."""

        def work(_report: Callable[[float], None]) -> str:
            return load_models().sha256

        def known(sha256: str) -> None:
            self.sha256 = sha256
            on_known()

        self._start_task(work, known, lambda error: known(error.message))


def facts_text(facts: Sequence[Fact]) -> str:
    """The facts as lines of text, for the clipboard."""
    return "\n".join(f"{fact.name}: {fact.value}" for fact in facts) + "\n"


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return tr("unknown")
