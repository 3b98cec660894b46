"""Develops reels in the background, a picture at a time, and keeps them as long as there is room.

A window shows a demonstration at every picture of the session. Painting a face would hold up the
one thread that also answers keys, so no face is ever painted there: what is not developed yet
is asked for, and the best there is stands in meanwhile.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from threading import Lock
from typing import Final, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThread, QThreadPool, Signal

from coach.face.expression import Expression
from coach.face.painter import FacePainter
from coach.face.reel import FaceReel, Still

#: Rest between two pictures that nobody waits for, ms: painting must not keep the window's thread
#: from Python for long.
_GAP_MS: Final = 12
#: Memory for reels; the one that was used longest ago goes first.
_BUDGET_BYTES: Final = 96 * 1024 * 1024
#: Reels that wait to be developed whole, and single pictures that are waited for, at most: those
#: of a window that is just being resized are soon of no use.
_WHOLE: Final = 3
_SINGLE: Final = 24

_K = TypeVar("_K")
_V = TypeVar("_V")


class Darkroom(QObject):
    """Reels by what they show. Use from one thread (the window's), which is where it must be made.

    Signals:
        developed: what was asked for is there, or may be asked for again. From a worker thread.
    """

    developed = Signal()

    def __init__(self, budget_bytes: int = _BUDGET_BYTES) -> None:
        super().__init__()
        self._budget = budget_bytes
        self._reels: OrderedDict[tuple[Expression, tuple[int, int]], FaceReel] = OrderedDict()
        self._worker = _Worker(self._tell)

    def reel(self, full: Expression, size: tuple[int, int]) -> FaceReel:
        """The reel of a movement at a size in px, developed or not."""
        neutral = Expression.neutral()
        at_rest = self._kept(neutral, size, None)
        found = at_rest if full == neutral else self._kept(full, size, at_rest)
        self._make_room()
        return found

    def still(self, reel: FaceReel, step: int) -> tuple[Still | None, bool]:
        """The best picture of a step there is; never painted now.

        Args:
            reel: the movement, at the size of its place.
            step: how far.

        Returns:
            The picture, and whether it is the one that is wanted. Another one shows the same
            movement elsewhere on its way or at another size, or the resting face; None: there is
            no face at all yet.
        """
        step = min(step, reel.steps - 1)
        found = reel.nearest(step) or self._of_another_size(reel, step)
        if found is None:
            return None, False
        return found[1], found[1] is reel.at(step)

    def want(self, reel: FaceReel, step: int, *, whole: bool) -> None:
        """Develop the picture of a step soon, and with `whole` all others after it."""
        step = min(step, reel.steps - 1)
        if reel.at(step) is None or (whole and not reel.complete):
            self._worker.want(reel, step, whole=whole)

    def rest(self) -> None:
        """Develop nothing in advance: nobody is watching."""
        self._worker.forget()

    def _tell(self) -> None:
        with suppress(RuntimeError):  # the program ends, and Qt's half of this object is gone
            self.developed.emit()

    def _kept(self, full: Expression, size: tuple[int, int], at_rest: FaceReel | None) -> FaceReel:
        key = (full, size)
        found = self._reels.get(key)
        if found is None:
            found = self._reels[key] = FaceReel(full, size, at_rest)
        self._reels.move_to_end(key)
        return found

    def _of_another_size(self, reel: FaceReel, step: int) -> tuple[int, Still] | None:
        """The same movement, else the face at rest, at the size that was used last."""
        others = [r for r in reversed(self._reels.values()) if r.size != reel.size]
        same = (r.nearest(step) for r in others if r.full == reel.full)
        resting = (r.nearest(0) for r in others if r.steps == 1)
        return next((found for found in (*same, *resting) if found is not None), None)

    def _make_room(self) -> None:
        total = sum(reel.n_bytes for reel in self._reels.values())
        for key in list(self._reels)[:-2]:
            if total <= self._budget:
                return
            total -= self._reels.pop(key).n_bytes


class _Worker:
    """One picture after another on a thread of Qt's pool; sleeps in between; ends when done.

    Args:
        told: called, on that thread, when a picture that is waited for is there, and at the end.
    """

    def __init__(self, told: Callable[[], None]) -> None:
        self._told = told
        self._lock = Lock()
        self._single: OrderedDict[tuple[int, int], FaceReel] = OrderedDict()
        self._whole: OrderedDict[int, tuple[FaceReel, int]] = OrderedDict()
        self._running = False
        self._painter: FacePainter | None = None

    def want(self, reel: FaceReel, step: int, *, whole: bool) -> None:
        """Put a picture in front of the others, and with `whole` its reel."""
        with self._lock:
            _put_last(self._single, (id(reel), step), reel, _SINGLE)
            if whole:
                _put_last(self._whole, id(reel), (reel, step), _WHOLE)
            if self._running:
                return
            self._running = True
        QThreadPool.globalInstance().start(_Task(self))

    def forget(self) -> None:
        """Develop no reel whole; pictures that are waited for are finished."""
        with self._lock:
            self._whole.clear()

    def run(self) -> None:
        """Develop until nothing is wanted any more."""
        painter = self._painter = self._painter or FacePainter()
        while (task := self._next()) is not None:
            reel, step, waited_for = task
            reel.develop(step, painter)
            if waited_for:
                self._told()
            else:
                QThread.msleep(_GAP_MS)
        self._told()

    def _next(self) -> tuple[FaceReel, int, bool] | None:
        """What to develop now, and whether it is waited for; None: this run is over."""
        with self._lock:
            while self._single:
                (key, step), reel = next(reversed(self._single.items()))
                if reel.at(step) is None:
                    return reel, step if reel.at(0) is not None else 0, True
                del self._single[key, step]
            while self._whole:
                key, (reel, step) = next(reversed(self._whole.items()))
                missing = reel.next_missing(step)
                if missing is not None:
                    return reel, missing, False
                del self._whole[key]
            self._running = False
            return None


def _put_last(waiting: OrderedDict[_K, _V], key: _K, what: _V, most: int) -> None:
    """Put something last in a line, which loses its first where it becomes too long."""
    waiting[key] = what
    waiting.move_to_end(key)
    if len(waiting) > most:
        waiting.popitem(last=False)


class _Task(QRunnable):
    def __init__(self, worker: _Worker) -> None:
        super().__init__()
        self._worker = worker

    def run(self) -> None:
        self._worker.run()
