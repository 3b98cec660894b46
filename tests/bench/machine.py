"""How much of the machine other programs used meanwhile: a figure of speed means little without."""

from __future__ import annotations

import math
import os
import time
from pathlib import Path
from typing import Final

_STAT: Final = Path("/proc/stat")
#: Columns of `/proc/stat` that are rest: idle, and waiting for a disk.
_RESTING: Final = (3, 4)


class Machine:
    """Watches from its making on. Linux; elsewhere nothing is known (NaN)."""

    def __init__(self) -> None:
        self._began = self._now()

    def others(self) -> float:
        """Cores that were busy with other programs, on average since the watch was begun."""
        (busy, own, wall), (busy_then, own_then, wall_then) = self._now(), self._began
        return max(0.0, (busy - busy_then) - (own - own_then)) / max(wall - wall_then, 1e-6)

    def __str__(self) -> str:
        return f"{self.others():.2f} of {os.cpu_count()} cores busy with other programs"

    @staticmethod
    def _now() -> tuple[float, float, float]:
        """Busy seconds of all cores, of this process, and the time."""
        if not _STAT.exists():
            return math.nan, math.nan, time.monotonic()
        columns = [int(c) for c in _STAT.read_text().splitlines()[0].split()[1:9]]
        busy = sum(c for i, c in enumerate(columns) if i not in _RESTING)
        return busy / os.sysconf("SC_CLK_TCK"), time.process_time(), time.monotonic()
