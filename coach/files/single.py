"""One file, replaced so that at any moment there is the old content or the new one."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from coach.files.disk import PRIVATE, keep_copy, push_folder, temporary_in, write_new


def replace_file(path: Path, data: bytes, mode: int = PRIVATE) -> None:
    """Write a file, in place of one of that name.

    Args:
        path: the file; its folder must be there.
        data: its content.
        mode: its permissions, less the process's mask.

    Raises:
        OSError: `path` is as it was and nothing is left behind.
    """
    with whole_file(path) as temporary:
        write_new(temporary, data, mode)


@contextlib.contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """For content that something else writes: yields a name beside, which becomes `path`.

    The block makes the file of that name and pushes its content to the disk. Where the block or
    what follows it raises, `path` is as it was and nothing is left behind.

    Raises:
        OSError: the file could not take its place.
    """
    temporary, old = temporary_in(path.parent), temporary_in(path.parent)
    try:
        yield temporary
        was_there = path.is_file()
        if was_there:
            keep_copy(path, old)
        temporary.replace(path)
        try:
            push_folder(path.parent)
        except BaseException:
            if was_there:
                old.replace(path)
            else:
                path.unlink()
            raise
    finally:
        for left in (temporary, old):
            with contextlib.suppress(OSError):
                left.unlink()
