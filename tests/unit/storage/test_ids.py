from __future__ import annotations

import time
import uuid

from coach.storage.ids import new_id


def test_it_is_a_version_7_uuid_of_now() -> None:
    before = time.time_ns() // 1_000_000
    value = uuid.UUID(new_id())
    after = time.time_ns() // 1_000_000
    assert value.version == 7
    assert value.variant == uuid.RFC_4122
    assert before <= value.int >> 80 <= after


def test_ids_differ_and_sort_by_time() -> None:
    first = new_id()
    time.sleep(0.002)  # the key's clock counts milliseconds
    assert first < new_id()
    assert len({new_id() for _ in range(10_000)}) == 10_000
