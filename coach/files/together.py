"""A set of files that appears completely or not at all."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from coach.domain.errors import OutputError
from coach.domain.language import tr
from coach.files.disk import (
    ORDINARY,
    disk_is_full,
    keep_copy,
    push_folder,
    temporary_in,
    write_new,
)


def write_together(
    folder: Path, files: Mapping[str, bytes], stale: Collection[str] = ()
) -> list[Path]:
    """Write files into a folder, all or none.

    Everything is written and pushed to the disk in a temporary folder on the same disk, then moved
    in with one rename a file (one rename in all where the folder is new). A file of the same name
    is replaced at once by its successor; if a later move fails, the old files are put back.

    Args:
        folder: made where it is missing.
        files: name -> content.
        stale: names to remove with the same step, results of an earlier run that this run has not.

    Returns:
        The paths, in the order of `files`.

    Raises:
        OutputError: the folder cannot be made or written, or the disk is full. What was there
            before is unchanged and nothing of the new files is left.
    """
    try:
        if folder.is_dir():
            _into_existing(folder, files, stale)
        else:
            _as_new(folder, files)
    except OSError as error:
        raise _explained(error, folder) from error
    return [folder / name for name in files]


def _as_new(folder: Path, files: Mapping[str, bytes]) -> None:
    with _made_parents(folder), _temporary_folder(folder.parent) as temporary:
        _fill(temporary, files)
        temporary.rename(folder)
        try:
            push_folder(folder.parent)
        except BaseException:
            folder.rename(temporary)  # removed with it
            raise


def _into_existing(folder: Path, files: Mapping[str, bytes], stale: Collection[str]) -> None:
    with _temporary_folder(folder) as temporary:
        fresh, old = temporary / "new", temporary / "old"
        fresh.mkdir()
        old.mkdir()
        _fill(fresh, files)
        replaced = [name for name in {*files, *stale} if (folder / name).is_file()]
        for name in replaced:
            keep_copy(folder / name, old / name)
        try:
            for name in files:
                (fresh / name).replace(folder / name)
            for name in set(stale) - set(files):
                (folder / name).unlink(missing_ok=True)
            push_folder(folder)
        except BaseException:
            for name in replaced:
                (old / name).replace(folder / name)
            for name in files:
                if name not in replaced and not (fresh / name).exists():  # it had been moved in
                    (folder / name).unlink(missing_ok=True)
            raise


@contextlib.contextmanager
def _made_parents(folder: Path) -> Iterator[None]:
    """Make the parents; on an error remove those that were made."""
    made = [parent for parent in folder.parents if not parent.exists()]
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        for parent in made:
            with contextlib.suppress(OSError):
                parent.rmdir()
        raise


@contextlib.contextmanager
def _temporary_folder(parent: Path) -> Iterator[Path]:
    temporary = temporary_in(parent)
    temporary.mkdir()
    try:
        yield temporary
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        write_new(folder / name, data, ORDINARY)
    push_folder(folder)


def _explained(error: OSError, folder: Path) -> OutputError:
    if disk_is_full(error):
        return OutputError(
            tr("The disk is full, so the results were not written."),
            tr("Free some space or choose another folder, then try again."),
        )
    if folder.exists() and not folder.is_dir():
        return OutputError(
            tr("The place for the results is a file, not a folder."), tr("Choose another folder.")
        )
    reason = (error.strerror or "no access").lower()
    return OutputError(
        tr("The results cannot be written to {folder}: {reason}.", folder=folder, reason=reason),
        tr("Choose another folder."),
    )
