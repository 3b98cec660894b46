"""Cost of showing one 720p moment with its outlines: `python -m tests.bench.paint_bench`.

Prints milliseconds of processor time (median, p99) for taking a snapshot in, and for painting the
mirror, at three widget sizes. A speed of this machine, so nothing fails on it.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from coach.ui.theme import Style
from coach.ui.widgets.face_demo import FaceDemo
from coach.ui.widgets.mirror_view import MirrorView
from tests.screens.pictures import Pictures
from tests.ui.fake_presenters import SMILE, snapshot_of, states

_RUNS = 200


def main() -> None:
    """Measure and print."""
    app = QApplication.instance() or QApplication([])
    state = states()["hold"]
    snapshot = snapshot_of(state, *Pictures().of(state))
    view = MirrorView()
    view.set_style(Style())
    for size in ((640, 480), (1200, 760), (1920, 1080)):
        view.resize(*size)
        canvas = QImage(view.size(), QImage.Format.Format_RGB32)
        _report(f"{size} take in", lambda: view.show_snapshot(snapshot))
        _report(f"{size} paint", lambda c=canvas: view.render(c))  # type: ignore[misc]
    demo = FaceDemo()
    demo.set_style(Style())
    demo.resize(360, 300)
    canvas = QImage(demo.size(), QImage.Format.Format_RGB32)

    def paint_demo() -> None:
        demo.show_exercise(SMILE, (time.perf_counter() * 0.7) % 1)
        demo.render(canvas)

    _report("demonstration 360x300 paint", paint_demo)
    app.quit()


def _report(what: str, run: Callable[[], None]) -> None:
    run()
    times = []
    for _ in range(_RUNS):
        start = time.process_time()
        run()
        times.append((time.process_time() - start) * 1e3)
    p99 = statistics.quantiles(times, n=100)[98]
    print(f"{what:32s} median {statistics.median(times):5.2f} ms   p99 {p99:5.2f} ms")


if __name__ == "__main__":
    main()
