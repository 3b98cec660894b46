"""How often threads take turns with Python's lock while pictures are analysed."""

from __future__ import annotations

import sys
from typing import Final

#: How long a thread may keep the lock while another waits for it, seconds. The window's thread asks
#: for it at every call into Qt: with Python's own 5 ms one painting waited for several pictures.
#: The landmark engine's threads ask for it to hand over a result.
TURN_S: Final = 0.0005


def take_short_turns() -> None:
    """Have threads of this process wait no longer than `TURN_S` for each other. Any thread."""
    sys.setswitchinterval(min(sys.getswitchinterval(), TURN_S))
