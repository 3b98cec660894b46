"""Renders and walks every page and state: `python -m tests.screens FOLDER [--only NAME] [--walk]`.

Pictures (light, dark, high contrast; 100 and 200 % text; every language) go into FOLDER, with
contact sheets; what is wrong is printed, and the exit code is 1 where anything is. `--walk` makes
no pictures and walks the smallest window, a usual screen, and a 4K one at twice the pixels.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

LANGUAGES: Final = ("en", "es")
THEMES: Final = ("light", "dark", "contrast")
SCALES: Final = (100, 200)
SMALL, START, FULL = (1024, 640), (1240, 800), (1920, 1080)


@dataclass(frozen=True, slots=True)
class Variant:
    """How the window looks."""

    theme: str
    scale: int
    size: tuple[int, int]


def main() -> int:
    """One process for each language, so that two cores are used; then the sheets."""
    wanted = _arguments()
    wanted.folder.mkdir(parents=True, exist_ok=True)
    if wanted.language:
        return _one_language(wanted)
    runs = [[*sys.argv[1:], "--language", language] for language in LANGUAGES]
    if wanted.walk:
        runs += [[*run, "--twice"] for run in runs]
    failed = 0
    for pair in (runs[i : i + 2] for i in range(0, len(runs), 2)):
        started = [
            subprocess.Popen(
                [sys.executable, "-m", "tests.screens", *run], env=_environment("--twice" in run)
            )
            for run in pair
        ]
        failed += sum(process.wait() != 0 for process in started)
    return int(failed > 0)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.screens", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", help="scenes whose name holds this")
    parser.add_argument("--theme", choices=THEMES, help="only this one")
    parser.add_argument("--scale", type=int, choices=SCALES, help="only this text size")
    parser.add_argument("--small", action="store_true", help="pictures of the smallest window")
    parser.add_argument("--walk", action="store_true", help="no pictures, but every window size")
    parser.add_argument("--language", choices=LANGUAGES, help="only this one")
    parser.add_argument("--twice", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def _environment(twice: bool) -> dict[str, str]:
    scale = {"QT_SCALE_FACTOR": "2"} if twice else {}
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", **scale}


def _one_language(wanted: argparse.Namespace) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from tests.screens.gallery import Gallery
    from tests.screens.pictures import Pictures

    application = QApplication([])
    pictures = None if wanted.walk else Pictures()
    gallery = Gallery(wanted.language, wanted.only, None if wanted.walk else wanted.folder)
    variants = list(_walked(wanted.twice) if wanted.walk else _pictured(wanted))
    try:
        found = gallery.go(variants, pictures)
    finally:
        if pictures is not None:
            pictures.close()
    application.processEvents()
    places = Counter(problem.what for problem in found)
    for what, number in places.items():
        first = next(problem.where for problem in found if problem.what == what)
        print(f"{what}  ({number} times, first in {first})", flush=True)
    print(f"{wanted.language}: {gallery.count} looked at, {len(found)} problems", flush=True)
    return int(bool(found))


def _pictured(wanted: argparse.Namespace) -> Iterator[Variant]:
    size = SMALL if wanted.small else START
    for theme in THEMES:
        for scale in SCALES:
            if wanted.theme in (None, theme) and wanted.scale in (None, scale):
                yield Variant(theme, scale, size)


def _walked(twice: bool) -> Iterator[Variant]:
    for size in (FULL,) if twice else (SMALL, FULL):
        for scale in SCALES:
            yield Variant("light", scale, size)


if __name__ == "__main__":
    sys.exit(main())
