"""What every whole file needs of the disk: bytes that have arrived, and a plain word where not."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from pathlib import Path
from typing import Final

from coach.domain.errors import OutputError
from coach.domain.language import tr

#: How our temporary files and folders begin, should one be left by a killed program.
TEMPORARY_PREFIX: Final = ".coach-"
#: Files of the person's own things: nobody else on the machine may read them.
PRIVATE: Final = 0o600
#: Files that are made to be given away, in a folder that the person chose.
ORDINARY: Final = 0o666

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def temporary_in(folder: Path) -> Path:
    """A name that nothing in a folder has; from there a rename within it never copies."""
    return folder / f"{TEMPORARY_PREFIX}{secrets.token_hex(6)}"


def write_new(path: Path, data: bytes, mode: int) -> None:
    """Write a file that is not there yet and push it to the disk.

    Args:
        path: the file.
        data: its content.
        mode: its permissions, less the process's mask.

    Raises:
        OSError: it is there, or cannot be written; a part of it may be left.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, mode), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def keep_copy(path: Path, copy: Path) -> None:
    """Give a file a second name, so that it can be put back.

    Raises:
        OSError: neither a link nor a copy can be made.
    """
    try:
        copy.hardlink_to(path)
    except OSError:  # no hard links on this disk
        shutil.copy2(path, copy)


def push_folder(folder: Path) -> None:
    """Push a folder's entries to the disk: what was renamed in it stays so after a power cut.

    Raises:
        OSError: it cannot be.
    """
    if os.name == "nt":  # Windows cannot open a folder; NTFS journals renames
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def disk_is_full(error: OSError) -> bool:
    """Whether there was no room: on the disk, in the person's share of it, in one file."""
    return error.errno in _FULL


def output_error(error: OSError, message: str, hint: str) -> OutputError:
    """What a person reads when a file could not be written.

    Args:
        error: why.
        message: what could not be written, one plain sentence.
        hint: what to do; a full disk has a hint of its own.
    """
    if disk_is_full(error):
        hint = tr("The disk is full: free some space, then try again.")
    return OutputError(message, hint)
