"""What every source of pictures looks like to the pipeline."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from coach.domain.frames import Frame, SourceInfo


class FrameSource(Protocol):
    """A camera, a video, a stream, or a drawn face.

    `open` and `read` are called on one thread (the capture thread); after a lost source is given
    up, a new thread closes and opens the same source again.
    """

    def open(self) -> SourceInfo:
        """Opens the source; may block.

        Returns:
            What the source says of itself, as read back.

        Raises:
            CoachError: SourceError or InputError, with a sentence for the person.
        """
        ...

    def read(self) -> Frame | None:
        """The next picture; may block.

        Returns:
            A frame with a time stamp later than the one before; None where the media has ended or
            the source was closed.

        Raises:
            SourceError: where the device has failed.
        """
        ...

    def close(self) -> None:
        """Closes the source. Idempotent, safe from another thread, never blocks on the device."""
        ...


@runtime_checkable
class ReportsEnd(Protocol):
    """A source that may have something to say when it has ended (a video cut short)."""

    @property
    def end_note(self) -> tuple[str, str]:
        """(message, hint) for the person; empty where the media ended as it should."""
        ...
