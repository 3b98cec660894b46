"""The words on a plot follow the language; files and columns do not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from coach.app.i18n import use_language
from coach.domain.movements import Movement, Region
from coach.domain.sides import Affected, Side
from coach.export.plot_content import movement_words
from coach.export.plots import plot_name
from coach.export.wording import AFFECTED, GRADE, MOVEMENT, PLACE, REGION, SIDE


@pytest.fixture
def spanish(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    use_language(qapp, "es")
    yield
    use_language(qapp, "en")
    QLocale.setDefault(before)


def test_every_heading_has_words() -> None:
    assert set(MOVEMENT) == set(Movement)
    assert set(REGION) == set(Region)
    assert set(PLACE) == {(region, side) for region in Region for side in Side}
    assert set(AFFECTED) == set(Affected)
    assert (set(SIDE), set(GRADE)) == (set(Side), {1, 2, 3})


@pytest.mark.usefixtures("spanish")
def test_headings_are_spanish_and_file_names_are_not() -> None:
    assert movement_words(Movement.SMILE_CLOSED) == "Sonrisa cerrada"
    assert PLACE[Region.EYE, Side.LEFT] == "se mueve también el ojo izquierdo"
    assert plot_name(Region.MOUTH) == "plot_mouth.png"
