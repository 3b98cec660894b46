"""The landmark engine opens no network connection, its native code included."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CODE = """
import numpy as np
from coach.capture.litert_landmarker import LiteRtLandmarker
from coach.domain.frames import Frame
from coach.face.expression import Expression
from coach.face.painter import render_face

picture = render_face(Expression.neutral(), (640, 480))
image = np.frombuffer(picture.constBits(), np.uint8).reshape(480, 640, 4)[:, :, :3].copy()
engine = LiteRtLandmarker()
found = [engine.detect(Frame(image, i, i * 33_333_333)) for i in range(60)]
engine.close()
print(sum(f.points is not None for f in found))
"""


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("strace") is None, reason="no strace here")
def test_no_socket_is_opened_and_nothing_is_said(tmp_path: Path) -> None:
    log = tmp_path / "calls"
    done = subprocess.run(
        [
            *("strace", "-f", "-qq", "-e", "trace=socket,connect,bind,sendto", "-o", str(log)),
            *(sys.executable, "-c", CODE),
        ],
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    if "ptrace" in done.stderr.lower():
        pytest.skip("system calls cannot be traced here")
    assert done.stdout.strip() == "60", done.stderr
    assert done.stderr == ""
    calls = log.read_text()
    assert re.findall(r"^.*AF_INET6?\b.*$", calls, re.MULTILINE) == []
