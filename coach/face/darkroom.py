"""Develops reels in the background, a picture at a time, and keeps them as long as there is room.

A window shows a demonstration at every picture of the session. Painting a face costs about 5 ms
of the one thread that also answers keys; laying down a finished picture costs a tenth of that.
"""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import Final

from PySide6.QtCore import QRunnable, QThread, QThreadPool

from coach.face.expression import Expression
from coach.face.painter import FacePainter
from coach.face.reel import STEPS, FaceReel, Still

#: Rest between two pictures, ms: painting must not keep the window's thread from Python for long.
_GAP_MS: Final = 12
#: Memory for reels; the one that was used longest ago goes first.
_BUDGET_BYTES: Final = 96 * 1024 * 1024
#: Reels that wait at most: those of a window that is just being resized are soon of no use.
_QUEUE: Final = 3
#: A picture this many steps away stands in for one that is not developed yet.
_NEAR: Final = STEPS // 4


class Darkroom:
    """Reels by what they show. Use from one thread (the window's)."""

    def __init__(self, budget_bytes: int = _BUDGET_BYTES) -> None:
        self._budget = budget_bytes
        self._reels: OrderedDict[tuple[Expression, tuple[int, int]], FaceReel] = OrderedDict()
        self._painter = FacePainter()
        self._worker = _Worker()

    def reel(self, full: Expression, size: tuple[int, int]) -> FaceReel:
        """The reel of a movement at a size in px, developed or not."""
        key = (full, size)
        found = self._reels.get(key)
        if found is None:
            still = self._reels.get((Expression.neutral(), size))
            rest = None if still is None else still.resting
            found = self._reels[key] = FaceReel(full, size, rest)
        self._reels.move_to_end(key)
        self._make_room()
        return found

    def prepare(self, reel: FaceReel, step: int = 0) -> None:
        """Develop all of a reel in the background, from a step on."""
        if not reel.complete:
            self._worker.want(reel, step)

    def rest(self) -> None:
        """Stop developing: nobody is watching."""
        self._worker.forget()

    def still(self, reel: FaceReel, step: int) -> tuple[int, Still]:
        """The picture at a step or, while that is being developed, one near it.

        Where there is none near, it is painted here and now.

        Returns:
            The picture and its own step.
        """
        step = min(step, reel.steps - 1)
        found = reel.nearest(step)
        if found is not None and found[0] == step:
            return found
        if found is None or abs(found[0] - step) > _NEAR:
            found = step, reel.develop(step, self._painter)
        return found

    def _make_room(self) -> None:
        sizes = {key: reel.n_bytes for key, reel in self._reels.items()}
        total = sum(sizes.values())
        for key in list(self._reels)[:-1]:
            if total <= self._budget:
                return
            total -= sizes[key]
            del self._reels[key]


class _Worker:
    """One picture after another on a thread of Qt's pool; sleeps in between; ends when done."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._wanted: OrderedDict[int, tuple[FaceReel, int]] = OrderedDict()
        self._running = False
        self._painter = FacePainter()

    def want(self, reel: FaceReel, step: int) -> None:
        """Put a reel in front of the others."""
        with self._lock:
            self._wanted[id(reel)] = (reel, step)
            self._wanted.move_to_end(id(reel))
            while len(self._wanted) > _QUEUE:
                self._wanted.popitem(last=False)
            if self._running:
                return
            self._running = True
        QThreadPool.globalInstance().start(_Task(self))

    def forget(self) -> None:
        """Want nothing more; the picture under way is finished."""
        with self._lock:
            self._wanted.clear()

    def run(self) -> None:
        """Develop until nothing is wanted any more."""
        while (task := self._next()) is not None:
            reel, step = task
            reel.develop(step, self._painter)
            QThread.msleep(_GAP_MS)

    def _next(self) -> tuple[FaceReel, int] | None:
        with self._lock:
            while self._wanted:
                key = next(reversed(self._wanted))
                reel, step = self._wanted[key]
                missing = reel.next_missing(step)
                if missing is not None:
                    return reel, missing
                del self._wanted[key]
            self._running = False
            return None


class _Task(QRunnable):
    def __init__(self, worker: _Worker) -> None:
        super().__init__()
        self._worker = worker

    def run(self) -> None:
        self._worker.run()
