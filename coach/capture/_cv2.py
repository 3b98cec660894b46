"""The one place where OpenCV is imported, quietened, and kept from disturbing Qt.

What is set *before* the import, because OpenCV reads it only then:

* OPENCV_LOG_LEVEL and OPENCV_FFMPEG_LOGLEVEL: a missing camera or a broken video is reported by
  this program in one sentence, not by library chatter on stderr (-8 is FFmpeg's AV_LOG_QUIET).
* OPENCV_VIDEOIO_MSMF_ENABLE_HW_TRANSFORMS=0: opening a camera on Windows takes 4 to 20 s otherwise
  (opencv issue 17687).
* OPENCV_AVFOUNDATION_SKIP_AUTH=1: on macOS OpenCV cannot ask for permission outside the main thread
  (opencv issue 16427); the window asks through Qt.

A value the user has set in the environment is kept.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

_BEFORE_IMPORT: Final = {
    "OPENCV_LOG_LEVEL": "SILENT",
    "OPENCV_FFMPEG_LOGLEVEL": "-8",
    "OPENCV_VIDEOIO_MSMF_ENABLE_HW_TRANSFORMS": "0",
    "OPENCV_AVFOUNDATION_SKIP_AUTH": "1",
}
_QT_VARIABLES: Final = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")

for _name, _value in _BEFORE_IMPORT.items():
    os.environ.setdefault(_name, _value)

_qt_before = {_name: os.environ.get(_name) for _name in _QT_VARIABLES}

import cv2  # noqa: E402  (the environment must be ready first)

_package = str(Path(cv2.__file__).parent)
for _name in _QT_VARIABLES:
    # The wheel points Qt at its own plugins: PySide6 would load those and abort.
    if os.environ.get(_name, "").startswith(_package):
        _own = _qt_before[_name]
        if _own is None or _own.startswith(_package):
            del os.environ[_name]
        else:
            os.environ[_name] = _own

# Inference, capture and painting use the cores already: OpenCV's own pool would make them wait.
cv2.setNumThreads(1)

__all__ = ["cv2"]
