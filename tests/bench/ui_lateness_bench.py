"""How late the window's event loop is while a session runs, and how many pictures it shows.

A 4 ms timer in the GUI thread notes how much later than due it is called; what holds up the timer
would hold up a key press or a picture. Excellent is p99 <= 8 ms and max <= 16 ms, acceptable a
max of 33 ms (off-screen). The session is the real one: 30 pictures a second in real time,
landmarks, analysis, coaching, log, and the window with its mirror.

Lateness counts what other programs do to this machine. Beside it stands the processor time that the
GUI thread itself used between two ticks, which does not, and how busy the machine was besides.
`--source camera` shows pictures that were drawn beforehand as a camera delivers them, which is what
a patient has; the drawn face (`demo`) is painted in Python while the session runs and competes for
its lock. With `--mode reflected` the mirror shows
the healthy half twice; the share of the camera's pictures that were painted should stay at 1.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, Qt, QTimer

TICK_MS = 4
EXCELLENT_P99_MS, EXCELLENT_MAX_MS, ACCEPTABLE_MAX_MS = 8.0, 16.0, 33.0
#: The engine's start (import, model) belongs to the opening of a session, not to practising.
WARM_UP_S = 4.0


class Lateness(QObject):
    """Notes the lateness of every tick in milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self.late_ms: list[float] = []
        self.busy_ms: list[float] = []
        self._used = time.thread_time()
        self._due: float | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start(TICK_MS)

    def stop(self) -> None:
        """Tick no more."""
        self._timer.stop()

    def _on_tick(self) -> None:
        now, used = time.perf_counter(), time.thread_time()
        self.busy_ms.append((used - self._used) * 1e3)
        self._used = used
        if self._due is not None:
            self.late_ms.append(max(0.0, now - self._due) * 1e3)
        self._due = now + TICK_MS * 1e-3


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


@dataclass(frozen=True, slots=True)
class Result:
    """What was seen: lateness and processor time of every tick (ms), pictures per second, load."""

    late_ms: list[float]
    busy_ms: list[float]
    analysed_fps: float
    painted_fps: float
    dropped: int
    machine: str


def measure(
    seconds: float, size: tuple[int, int], mode: str = "mirror", kind: str = "drawn"
) -> Result:
    """Run a session."""
    from coach.app.settings_store import SettingsStore
    from coach.app.sources import Patient, choose_drawn_face
    from coach.app.speech import Speaker
    from coach.bootstrap import make_desk, open_services
    from coach.domain.feedback_mode import FeedbackMode
    from coach.domain.sides import Affected
    from coach.storage.settings import Settings
    from coach.ui.application import make_application
    from tests.bench.machine import Machine
    from tests.bench.pretend_camera import choose_pretend_camera

    application = make_application()
    services = open_services()
    if kind == "camera":
        chooser = choose_pretend_camera()
    else:
        chooser = choose_drawn_face(Patient(Affected.LEFT, 0.5, 0.5), "Bench.", live=True)
    seen = FeedbackMode(mode)
    chosen = Settings(affected=Affected.LEFT, plan_id="smile", voice=False, feedback=seen)
    settings = SettingsStore(None, chosen)
    desk = make_desk(services, settings, lambda _: chooser, speaker=Speaker(enabled=False))
    desk.window.resize(*size)
    desk.window.show()
    desk.window.start_session()
    meters: list[Lateness] = []
    watches: list[Machine] = []
    paints = Paints()

    def begin() -> None:
        meters.append(Lateness())
        watches.append(Machine())
        desk.window.practice_page.stage.mirror.installEventFilter(paints)

    QTimer.singleShot(int(WARM_UP_S * 1000), begin)
    QTimer.singleShot(int((WARM_UP_S + seconds) * 1000), application.quit)
    application.exec()
    meters[0].stop()
    machine = str(watches[0])
    shown = desk.session.latest
    desk.window.close()
    services.close()
    fps, dropped = (shown.fps, shown.dropped) if shown is not None else (0.0, 0)
    meter = meters[0]
    return Result(meter.late_ms, meter.busy_ms, fps, paints.count / seconds, dropped, machine)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and compare with the targets."""
    parser = argparse.ArgumentParser(description="Lateness of the window's event loop.")
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--width", type=int, default=1280)
    parser.add_argument("--height", type=int, default=800)
    parser.add_argument("--mode", default="mirror", choices=["mirror", "reflected"])
    parser.add_argument("--source", default="drawn", choices=["drawn", "camera"])
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["COACH_DATA_DIR"] = folder
        size = (options.width, options.height)
        found = measure(options.seconds, size, options.mode, options.source)
    late = found.late_ms
    p50, p99, worst = (float(np.percentile(late, q)) for q in (50, 99, 100))
    excellent = p99 <= EXCELLENT_P99_MS and worst <= EXCELLENT_MAX_MS
    verdict = (
        "excellent" if excellent else "acceptable" if worst <= ACCEPTABLE_MAX_MS else "too late"
    )
    print(
        f"event-loop lateness over {options.seconds:.0f} s ({options.source}), {len(late)} ticks: "
        f"p50 {p50:.2f} ms, p99 {p99:.2f} ms, max {worst:.2f} ms ({verdict}; excellent is "
        f"p99 <= {EXCELLENT_P99_MS:.0f}, max <= {EXCELLENT_MAX_MS:.0f}); "
        f"{found.analysed_fps:.1f} pictures/s analysed, {found.dropped} dropped"
    )
    busy = [float(np.percentile(found.busy_ms, q)) for q in (50, 99, 100)]
    print(
        f"processor time of the GUI thread between ticks: p50 {busy[0]:.2f} ms, p99 {busy[1]:.2f} "
        f"ms, max {busy[2]:.2f} ms; {options.mode}: {found.painted_fps:.1f} paintings/s, "
        f"{found.painted_fps / max(found.analysed_fps, 0.1):.2f} of the pictures"
    )
    print(found.machine)
    return 0


if __name__ == "__main__":
    sys.exit(main())
