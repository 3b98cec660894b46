from __future__ import annotations

from coach.capture.face_count import LOOK_AGAIN_S, LOOK_EVERY_S, FaceCount, count_faces

FPS = 30


def believed(seen_at: list[int]) -> list[int]:
    """What is believed on each picture, given what the detector would see on each."""
    count, out = FaceCount(), []
    for i, seen in enumerate(seen_at):
        t_ns = round(i * 1e9 / FPS)
        if count.due(t_ns):
            count.observe(seen, t_ns)
        out.append(count.faces)
    return out


def test_one_wrong_detection_changes_nothing() -> None:
    seen = [1] * 300
    for start in range(30):
        wrong = seen.copy()
        wrong[60 + start : 66 + start] = [2] * 6  # a fifth of a second
        assert set(believed(wrong)) == {1}


def test_a_second_face_is_told_within_a_second_and_a_bit() -> None:
    faces = believed([1] * 45 + [2] * 90)
    told = faces.index(2)
    assert 45 < told <= 45 + FPS * (LOOK_EVERY_S + LOOK_AGAIN_S) + 1


def test_its_going_is_told_as_soon() -> None:
    faces = believed([2] * 90 + [1] * 90)
    gone = 90 + faces[90:].index(1)
    assert gone <= 90 + FPS * (LOOK_EVERY_S + LOOK_AGAIN_S) + 1


def test_three_faces_count_three() -> None:
    assert believed([3] * 90)[-1] == 3


def test_the_detector_looks_about_once_a_second() -> None:
    count, looks = FaceCount(), 0
    for i in range(300):
        t_ns = round(i * 1e9 / FPS)
        if count.due(t_ns):
            looks += 1
            count.observe(1, t_ns)
    assert looks == 10


def test_a_source_whose_time_starts_again_is_looked_at() -> None:
    count = FaceCount()
    count.observe(1, 10_000_000_000)
    assert count.due(0)


def test_small_faces_are_not_people_at_the_screen() -> None:
    assert count_faces([]) == 0
    assert count_faces([0.4]) == 1
    assert count_faces([0.4, 0.3]) == 2
    assert count_faces([0.4, 0.05]) == 1
