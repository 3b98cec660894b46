"""The hand-off between two threads: one place, newest wins."""

from __future__ import annotations

import threading
from typing import Generic, TypeVar

T = TypeVar("T")


class LatestMailbox(Generic[T]):
    """Holds at most one item. Any number of putters and takers, on any threads.

    A live source uses `put`: the newest picture replaces one that nobody has taken, so lag cannot
    grow. A file that must be analysed whole uses `put_wait`: nothing is lost, the reader waits.
    """

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._item: T | None = None
        self._full = False
        self._closed = False
        self._dropped = 0

    @property
    def dropped(self) -> int:
        """How many items were replaced before anybody took them."""
        return self._dropped

    @property
    def closed(self) -> bool:
        return self._closed

    def put(self, item: T) -> bool:
        """Puts an item, replacing an untaken one.

        Returns:
            False where the mailbox is closed.
        """
        with self._condition:
            if self._closed:
                return False
            if self._full:
                self._dropped += 1
            self._fill(item)
            return True

    def put_wait(self, item: T, timeout: float | None = None) -> bool:
        """Puts an item once the place is free.

        Args:
            item: what to hand over.
            timeout: seconds to wait at most; None waits until there is room or the box is closed.

        Returns:
            False where the mailbox is closed or the time is up: the item was not put.
        """
        with self._condition:
            free = self._condition.wait_for(lambda: self._closed or not self._full, timeout)
            if self._closed or not free:
                return False
            self._fill(item)
            return True

    def take(self, timeout: float | None = None) -> T | None:
        """Takes the item, waiting for one.

        Args:
            timeout: seconds to wait at most; 0 does not wait; None waits until one comes or the
                box is closed.

        Returns:
            The item; None where the time is up, or the box is closed and empty.
        """
        with self._condition:
            self._condition.wait_for(lambda: self._closed or self._full, timeout)
            if not self._full:
                return None
            item, self._item, self._full = self._item, None, False
            self._condition.notify_all()
            return item

    def close(self, *, discard: bool = False) -> None:
        """Refuses further items and wakes everybody who waits. Idempotent.

        Args:
            discard: also throw away an item that nobody has taken yet.
        """
        with self._condition:
            self._closed = True
            if discard:
                self._item, self._full = None, False
            self._condition.notify_all()

    def _fill(self, item: T) -> None:
        self._item, self._full = item, True
        self._condition.notify_all()
