"""The entry that starts the program at log-in (XDG autostart, Linux and the BSDs).

Quoting follows the Desktop Entry Specification, "The Exec key": an argument with a reserved
character stands between double quotes, with a backslash before `"`, the backtick, `$` and the
backslash; a percent sign is doubled. Being a string value, its backslashes are doubled once more.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from coach.domain.language import tr
from coach.files.disk import output_error
from coach.files.single import replace_file
from coach.storage.paths import APP_NAME, make_private_folder

_RESERVED: Final = frozenset(" \t\n\"'\\><~|&;$*?#()`")
_ESCAPED: Final = frozenset('"`$\\')
_STRING_ESCAPES: Final = {"\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def entry_path(environment: Mapping[str, str] = os.environ) -> Path:
    """Where the entry lies; relative values of XDG_CONFIG_HOME count as none, as XDG asks."""
    chosen = Path(environment.get("XDG_CONFIG_HOME", ""))
    base = chosen if chosen.is_absolute() else Path.home() / ".config"
    return base / "autostart" / f"{APP_NAME}.desktop"


def entry_text(command: Sequence[str], folder: Path, name: str, comment: str) -> str:
    """The entry's text.

    Args:
        command: program and arguments.
        folder: where it is started.
        name: what it is called in the system's settings.
        comment: what it is for, in one sentence.
    """
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        "Version=1.0",
        f"Name={_string(name)}",
        f"Comment={_string(comment)}",
        f"Exec={_string(' '.join(map(quote_argument, command)))}",
        f"TryExec={_string(command[0])}",  # a program that was removed is not missed
        f"Path={_string(str(folder))}",
        "Terminal=false",
        "StartupNotify=false",
        "X-GNOME-Autostart-enabled=true",
    )
    return "\n".join(lines) + "\n"


def quote_argument(argument: str) -> str:
    """One argument of `Exec`, before the escapes of a string value."""
    doubled = argument.replace("%", "%%")
    if argument and not _RESERVED & set(argument):
        return doubled
    inside = "".join("\\" + c if c in _ESCAPED else c for c in doubled)
    return f'"{inside}"'


def write_entry(text: str, path: Path) -> None:
    """Put the entry in place; one that says the same is left alone.

    Raises:
        OutputError: it cannot be written.
    """
    try:
        if path.is_file() and path.read_bytes() == text.encode():
            return
        make_private_folder(path.parent)
        replace_file(path, text.encode())
    except OSError as error:
        raise output_error(
            error,
            tr("The start at log-in could not be set up."),
            tr("Check that you may write to {folder}.", folder=path.parent),
        ) from error


def remove_entry(path: Path) -> None:
    """Take the entry away, where there is one.

    Raises:
        OutputError: it cannot be removed.
    """
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise output_error(
            error,
            tr("The start at log-in could not be taken back."),
            tr("Check that you may write to {folder}.", folder=path.parent),
        ) from error


def _string(text: str) -> str:
    return "".join(_STRING_ESCAPES.get(c, c) for c in text)
