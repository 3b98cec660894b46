"""A source that misbehaves by script: what cameras do, without a camera.

For tests of every layer above, and for trying out by hand how the program takes it.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from coach.capture.source import FrameSource
from coach.domain.errors import SourceError
from coach.domain.frames import Frame, SourceInfo
from coach.domain.language import tr


class FaultKind(StrEnum):
    """What goes wrong with the pictures of a stretch."""

    STALL = "stall"  # read() blocks for `duration_s` once, at the first picture of the stretch
    FREEZE = "freeze"  # the last good picture, again and again, with new stamps
    UNPLUG = "unplug"  # read() fails, and so does open(), `count` times in all
    DROP = "drop"  # pictures are lost on the way
    DARK = "dark"  # a sixteenth of the light
    WRONG_SIZE = "wrong_size"  # half the width and height


@dataclass(frozen=True, slots=True)
class Fault:
    """One stretch of misbehaviour.

    Attributes:
        kind: what goes wrong.
        start: number of the first picture that suffers.
        count: how many pictures (for UNPLUG: failures) it lasts.
        duration_s: how long a STALL blocks.
    """

    kind: FaultKind
    start: int
    count: int = 1
    duration_s: float = 0.0


class FaultySource:
    """Wraps a source and applies faults by picture number.

    Args:
        inner: where the pictures come from.
        faults: what goes wrong, and when.
        kind: reported kind ("webcam" by default, so that it is watched like one).
    """

    def __init__(
        self, inner: FrameSource, faults: Iterable[Fault], *, kind: str | None = "webcam"
    ) -> None:
        self._inner = inner
        self._faults = tuple(faults)
        self._kind = kind
        self._number = 0
        self._failures = 0
        self._good: Frame | None = None
        self._stalled: set[Fault] = set()
        self._closed = threading.Event()
        self._info: SourceInfo | None = None

    def open(self) -> SourceInfo:
        self._fail_while_unplugged()
        self._closed.clear()
        if self._info is None:  # a camera that was unplugged goes on, it does not start again
            info = self._inner.open()
            self._info = info if self._kind is None else replace(info, kind=self._kind, live=True)
        return self._info

    def read(self) -> Frame | None:
        self._fail_while_unplugged()
        frame = self._inner.read()
        while frame is not None and self._active(FaultKind.DROP) is not None:
            self._number += 1
            frame = self._inner.read()
        if frame is None:
            return None
        stall = self._active(FaultKind.STALL)
        if stall is not None and stall not in self._stalled:
            self._stalled.add(stall)
            self._closed.wait(stall.duration_s)
        frame = self._spoil(frame)
        self._number += 1
        return frame

    def close(self) -> None:
        """Wakes a stalled read. The wrapped source stays open: it is closed by `close_inner`."""
        self._closed.set()

    def close_inner(self) -> None:
        """Closes the wrapped source for good."""
        self.close()
        self._inner.close()

    def _active(self, kind: FaultKind) -> Fault | None:
        for fault in self._faults:
            if fault.kind is kind and fault.start <= self._number < fault.start + fault.count:
                return fault
        return None

    def _fail_while_unplugged(self) -> None:
        for fault in self._faults:
            if (
                fault.kind is FaultKind.UNPLUG
                and self._number == fault.start
                and self._failures < fault.count
            ):
                self._failures += 1
                raise SourceError(tr("The camera was unplugged."), tr("Plug it in again."))

    def _spoil(self, frame: Frame) -> Frame:
        if self._active(FaultKind.FREEZE) is not None and self._good is not None:
            return replace(frame, image=self._good.image)
        self._good = frame
        if self._active(FaultKind.DARK) is not None:
            return replace(frame, image=frame.image // np.uint8(16))
        if self._active(FaultKind.WRONG_SIZE) is not None:
            return replace(frame, image=np.ascontiguousarray(frame.image[::2, ::2]))
        return frame
