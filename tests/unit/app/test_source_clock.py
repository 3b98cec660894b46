from __future__ import annotations

from coach.app.source_clock import SourceClock


class Ticking:
    ns = 1_000

    def __call__(self) -> int:
        return self.ns


def test_time_of_a_live_source_goes_on_without_pictures() -> None:
    ticking = Ticking()
    clock = SourceClock(live=True, monotonic_ns=ticking)
    assert not clock.started
    assert clock.now_ns() == 0
    clock.observe(50)
    ticking.ns += 700
    assert clock.now_ns() == 750


def test_media_time_stands_still_between_pictures() -> None:
    ticking = Ticking()
    clock = SourceClock(live=False, monotonic_ns=ticking)
    clock.observe(50)
    ticking.ns += 700
    assert clock.now_ns() == 50
