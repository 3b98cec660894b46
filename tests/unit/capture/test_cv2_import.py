"""What importing OpenCV may not do to the rest of the program."""

from __future__ import annotations

import os
import subprocess
import sys

CODE = """
import os, sys
from coach.capture._cv2 import cv2
print(os.environ.get("QT_QPA_PLATFORM_PLUGIN_PATH"), os.environ.get("QT_QPA_FONTDIR"))
print(cv2.getNumThreads())
cv2.VideoCapture(63)
cv2.VideoCapture("/nowhere.mp4", cv2.CAP_FFMPEG)
"""


def run(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )


def test_qt_keeps_its_own_plugins_and_nothing_is_said() -> None:
    done = run(CODE)
    assert done.stdout.split() == ["None", "None", "1"]
    assert done.stderr == ""


def test_the_persons_own_plugin_path_is_kept() -> None:
    # OpenCV overwrites the variable; what stood there before must come back.
    done = run(CODE, QT_QPA_PLATFORM_PLUGIN_PATH="/own/plugins")
    assert done.stdout.split()[0] == "/own/plugins"
