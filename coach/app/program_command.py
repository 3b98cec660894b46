"""How this program was started, so that it can be started again in the same way."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QProcess

#: The option that starts the program without its window.
HIDDEN = "--hidden"


def program_command(
    original: Sequence[str] | None = None, arguments: Sequence[str] | None = None
) -> list[str]:
    """The interpreter, its options and the script or module; none of the program's own arguments.

    Args:
        original: everything that the interpreter was started with; None for this process.
        arguments: script and arguments, as the script sees them; None for this process.
    """
    all_words = list(sys.orig_argv if original is None else original)
    own = list(sys.argv if arguments is None else arguments)
    words = all_words[: len(all_words) - (len(own) - 1)]
    script = Path(words[-1])
    if script.suffix == ".py" and "-m" not in words:
        words[-1] = str(script.absolute())
    return [sys.executable, *words[1:]]


def own_arguments() -> list[str]:
    """The program's own arguments in this process, the hidden start left out."""
    return [argument for argument in sys.argv[1:] if argument != HIDDEN]


def start_detached(*, hidden: bool) -> bool:
    """Start the program once more, to go on after this process; False where it did not start.

    It is given no terminal: one that is closed, or a pipe that waits for its end, is none of its.
    """
    words = [*program_command(), *own_arguments(), *([HIDDEN] if hidden else [])]
    process = QProcess()
    process.setProgram(words[0])
    process.setArguments(words[1:])
    process.setWorkingDirectory(str(Path.cwd()))
    process.setStandardInputFile(QProcess.nullDevice())
    process.setStandardOutputFile(QProcess.nullDevice())
    process.setStandardErrorFile(QProcess.nullDevice())
    answer: object = process.startDetached()
    return answer[0] is True if isinstance(answer, tuple) else answer is True  # by PySide's version
