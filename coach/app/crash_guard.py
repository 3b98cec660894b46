"""What nobody foresaw is logged, and said in a plain sentence; no thread dies silently."""

from __future__ import annotations

import contextlib
import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Final

from coach import __version__
from coach.domain.errors import CoachError
from coach.domain.language import mark, tr
from coach.storage.logs import start_logging
from coach.storage.paths import log_dir

_LOG = logging.getLogger(__name__)

UNFORESEEN: Final = mark("Something went wrong inside the program.")
UNFORESEEN_HINT: Final = mark(
    "What you have practised is saved; start the program again if it is stuck."
)


class CrashGuard:
    """Receives uncaught exceptions of every thread.

    Attributes:
        on_problem: shows (message, hint) to the person; called on the thread that failed. Until it
            is set, the sentence goes to standard error.
    """

    def __init__(self) -> None:
        self.on_problem: Callable[[str, str], None] = _say_on_stderr

    def install(self) -> None:
        """Take over `sys.excepthook` and `threading.excepthook`."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return
        if isinstance(error, CoachError):
            message, hint = error.message, error.hint
        else:
            message, hint = tr(UNFORESEEN), tr(UNFORESEEN_HINT)
        _LOG.critical("uncaught exception", exc_info=(kind, error, trace))
        with contextlib.suppress(Exception):  # a window that is gone cannot show anything
            self.on_problem(message, hint)

    def _on_thread_exception(self, failure: threading.ExceptHookArgs) -> None:
        error = failure.exc_value
        if error is not None:
            self._on_exception(failure.exc_type, error, failure.exc_traceback)


def _say_on_stderr(message: str, hint: str) -> None:
    if sys.stderr is not None:  # a windowed program on Windows has none
        sys.stderr.write(f"{message} {hint}".strip() + "\n")


def start_guard() -> CrashGuard:
    """Log to a file and catch what nobody foresaw, in every thread."""
    start_logging(log_dir())
    guard = CrashGuard()
    guard.install()
    _LOG.info("version %s on %s, Python %s", __version__, sys.platform, sys.version.split()[0])
    return guard
