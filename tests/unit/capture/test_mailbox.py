from __future__ import annotations

import threading
import time

from hypothesis import given
from hypothesis import strategies as st

from coach.capture.mailbox import LatestMailbox


@given(st.lists(st.integers(), min_size=1, max_size=20))
def test_the_newest_wins_and_the_rest_is_counted(items: list[int]) -> None:
    box: LatestMailbox[int] = LatestMailbox()
    for item in items:
        assert box.put(item)
    assert box.take(0) == items[-1]
    assert box.dropped == len(items) - 1
    assert box.take(0) is None


@given(st.lists(st.integers(), max_size=60))
def test_waiting_loses_nothing_and_keeps_the_order(items: list[int]) -> None:
    box: LatestMailbox[int] = LatestMailbox()

    def fill() -> None:
        for item in items:
            box.put_wait(item)
        box.close()

    filler = threading.Thread(target=fill)
    filler.start()
    taken = []
    while (item := box.take(5.0)) is not None:
        taken.append(item)
    filler.join()
    assert taken == items
    assert box.dropped == 0


def test_what_is_in_a_closed_box_can_still_be_taken() -> None:
    box: LatestMailbox[str] = LatestMailbox()
    box.put("last")
    box.close()
    assert not box.put("too late")
    assert box.take() == "last"
    assert box.take() is None


def test_closing_can_throw_away() -> None:
    box: LatestMailbox[str] = LatestMailbox()
    box.put("unwanted")
    box.close(discard=True)
    assert box.take() is None


def test_closing_wakes_takers_and_putters() -> None:
    empty: LatestMailbox[int] = LatestMailbox()
    full: LatestMailbox[int] = LatestMailbox()
    full.put(1)
    answers: list[object] = []
    threads = [
        threading.Thread(target=lambda: answers.append(empty.take())),
        threading.Thread(target=lambda: answers.append(full.put_wait(2))),
    ]
    for thread in threads:
        thread.start()
    empty.close()
    full.close()
    for thread in threads:
        thread.join(5.0)
        assert not thread.is_alive()
    assert sorted(map(repr, answers)) == ["False", "None"]


def test_waiting_ends_with_the_time() -> None:
    box: LatestMailbox[int] = LatestMailbox()
    began = time.monotonic()
    assert box.take(0.02) is None
    box.put(1)
    assert not box.put_wait(2, timeout=0.02)
    assert time.monotonic() - began >= 0.03  # two waits of 20 ms, less the clock's grain
    assert box.take(0) == 1
