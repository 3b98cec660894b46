import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Timer

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from coach.domain.errors import SourceError
from coach.face.patient import SimulatedPatient
from coach.face.sensor import SensorNoise, to_bgr
from coach.face.source import DrawnFaceSource

ROOT = Path(__file__).resolve().parents[3]


def test_frames_are_bgr_read_only_and_stamped_with_media_time() -> None:
    source = DrawnFaceSource(SimulatedPatient(0), size=(320, 240), fps=25.0, duration_s=0.2)
    info = source.open()
    assert (info.kind, info.size, info.fps, info.live) == ("drawn_face", (320, 240), 25.0, False)
    frames = []
    while (frame := source.read()) is not None:
        frames.append(frame)
    source.close()
    assert [f.index for f in frames] == [0, 1, 2, 3, 4]
    assert [f.t_ns for f in frames] == [0, 40_000_000, 80_000_000, 120_000_000, 160_000_000]
    assert all(f.size == (320, 240) and f.image.dtype == np.uint8 for f in frames)
    assert not frames[0].image.flags.writeable
    assert not np.shares_memory(frames[0].image, frames[1].image)


def test_skin_is_redder_than_blue_in_bgr() -> None:
    source = DrawnFaceSource(SimulatedPatient(0), noise_sd=0.0)
    source.open()
    frame = source.read()
    assert frame is not None
    blue, _, red = frame.image[150:170, 310:330].mean(axis=(0, 1))  # the forehead
    assert red > blue + 30


def test_the_same_patient_gives_the_same_pictures() -> None:
    def third() -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
        source = DrawnFaceSource(SimulatedPatient(3), size=(320, 240))
        source.open()
        source.read()
        source.read()
        frame = source.read()
        assert frame is not None
        return frame.image

    assert (third() == third()).all()


def test_it_ends_when_closed_and_can_be_opened_again() -> None:
    source = DrawnFaceSource(SimulatedPatient(0), size=(320, 240))
    source.open()
    assert source.read() is not None
    source.close()
    source.close()
    assert source.read() is None
    source.open()
    frame = source.read()
    assert frame is not None
    assert frame.index == 0


def test_reading_before_opening_says_so() -> None:
    with pytest.raises(SourceError, match="opened"):
        DrawnFaceSource(SimulatedPatient(0)).read()


@pytest.mark.parametrize(("size", "fps"), [((10, 10), 30.0), ((640, 480), 0.0)])
def test_impossible_pictures_are_refused(size: tuple[int, int], fps: float) -> None:
    with pytest.raises(SourceError):
        DrawnFaceSource(SimulatedPatient(0), size=size, fps=fps)


def test_live_keeps_to_real_time_and_leaves_out_what_it_missed() -> None:
    source = DrawnFaceSource(SimulatedPatient(0), size=(160, 120), fps=50.0, live=True)
    source.open()
    started = time.monotonic()
    for _ in range(6):
        source.read()
    # Five periods of 20 ms; the machine may be slower, never faster.
    assert time.monotonic() - started >= 0.099
    before = source.read()
    time.sleep(0.2)
    after = source.read()
    assert before is not None
    assert after is not None
    assert after.index == before.index + 1
    assert after.t_ns - before.t_ns > 150_000_000
    source.close()


def test_close_wakes_a_read_that_waits() -> None:
    source = DrawnFaceSource(SimulatedPatient(0), size=(160, 120), fps=0.1, live=True)
    source.open()
    source.read()
    timer = Timer(0.1, source.close)
    timer.start()
    started = time.monotonic()
    assert source.read() is None
    timer.join()
    assert time.monotonic() - started < 5.0  # not the 10 s of the next picture


def test_conversion_keeps_the_channels_in_place() -> None:
    image = QImage(5, 3, QImage.Format.Format_RGB32)
    image.fill(QColor(10, 20, 30))
    assert to_bgr(image).tolist() == [[[30, 20, 10]] * 5] * 3
    other = image.convertToFormat(QImage.Format.Format_RGB888)
    assert (to_bgr(other) == to_bgr(image)).all()


def test_noise_has_its_size_and_never_wraps_around() -> None:
    noise = SensorNoise((200, 100), 2.0, seed=1)
    grey = np.full((100, 200, 3), 128, np.uint8)
    noise.add(grey, 7)
    # 60000 samples: the SD of the sample SD is 0.3 %; rounding to whole levels adds 1/12.
    assert grey.astype(float).std() == pytest.approx(np.hypot(2.0, 12**-0.5), rel=0.02)
    for level in (0, 255):
        flat = np.full((100, 200, 3), level, np.uint8)
        noise.add(flat, 3)
        assert np.abs(flat.astype(int) - level).max() <= 24


def test_it_needs_neither_a_screen_nor_an_application() -> None:
    code = (
        "from coach.face.source import DrawnFaceSource\n"
        "from coach.face.patient import SimulatedPatient\n"
        "s = DrawnFaceSource(SimulatedPatient(1), size=(160, 120)); s.open()\n"
        "print(s.read().image.shape)\n"
    )
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    env = {k: v for k, v in os.environ.items() if k not in hidden}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, text=True, timeout=60
    )
    assert done.stdout.strip() == "(120, 160, 3)", done.stderr


def test_readers_take_turns() -> None:
    """After a source was opened again, the reader of before may still be reading."""
    source = DrawnFaceSource(SimulatedPatient(0), size=(160, 120), duration_s=0.6)
    source.open()
    with ThreadPoolExecutor(2) as pool:
        runs = [pool.submit(lambda: list(iter(source.read, None))) for _ in range(2)]
        frames = [f for run in runs for f in run.result()]
    source.close()
    assert sorted(f.index for f in frames) == list(range(18))
    assert len({f.t_ns for f in frames}) == 18
