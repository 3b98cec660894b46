"""What a person reads of a programme: when its exercises are not for them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from coach.app.i18n import use_language
from coach.app.programme_views import not_when
from coach.coaching.library import exercises_dir, load_exercises


@pytest.fixture(params=["en", "es"])
def language(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[str]:
    before = QLocale()
    use_language(qapp, request.param)
    yield request.param
    use_language(qapp, "en")
    QLocale.setDefault(before)


def test_every_contraindication_once(language: str) -> None:
    library = load_exercises(exercises_dir(), language=language)
    assert library.exercises["rest"].contraindications == ()
    for programme in library.programmes.values():
        for phase in programme.phases:
            lines = not_when(phase.exercises)
            wanted = {c for e in phase.exercises for c in e.contraindications}
            assert len(lines) == len(wanted)
            assert all(any(line.startswith(w) for line in lines) for w in wanted)


def test_names_only_where_it_is_not_for_all() -> None:
    library = load_exercises(exercises_dir(), language="en")
    smile, eyes = library.exercises["smile_closed"], library.exercises["eye_closure"]
    both = set(smile.contraindications) & set(eyes.contraindications)
    lines = not_when((smile, eyes))
    assert both <= set(lines)
    assert all(line.endswith(f"({eyes.title})") for line in lines if "eye" in line)
    assert not_when(()) == ()
