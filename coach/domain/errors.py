"""Errors a person will read: one plain sentence of what happened, one of what to do."""

from __future__ import annotations


class CoachError(Exception):
    """Base of every error that is shown to the user.

    Args:
        message: what happened, one plain sentence.
        hint: what to do about it, one plain sentence; may be empty.
    """

    exit_code: int = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class InputError(CoachError):
    """The arguments or the input (a video, a movement id, a number) are wrong."""


class SourceError(CoachError):
    """A camera, stream or video cannot be opened or has stopped delivering."""


class ExerciseFileError(CoachError):
    """An exercise file cannot be read or does not fit the schema."""


class OutputError(CoachError):
    """A result cannot be written: folder not writable, disk full."""


class DatabaseError(CoachError):
    """The practice log cannot be opened, read or written."""


class NewerDatabaseError(DatabaseError):
    """The practice log was written by a newer version of the program."""


class EngineError(CoachError):
    """The landmark engine or its model cannot be loaded or failed."""
