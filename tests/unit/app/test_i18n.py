"""Which language is spoken, and where a missing one falls back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from coach.app import i18n
from coach.app.i18n import choose_language, languages, next_start_sentence, use_language
from coach.coaching.texts import ENGLISH, coach_texts
from coach.domain.language import tr
from coach.domain.quality import QUALITY_ADVICE, QualityReason
from coach.storage.settings import Settings


@pytest.fixture
def spanish(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    use_language(qapp, "es")
    yield
    use_language(qapp, "en")
    QLocale.setDefault(before)


@pytest.fixture(autouse=True)
def no_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(i18n.LANGUAGE_VARIABLE, raising=False)


def system_speaks(monkeypatch: pytest.MonkeyPatch, *tags: str) -> None:
    class System:
        def uiLanguages(self) -> list[str]:
            return list(tags)

    monkeypatch.setattr(QLocale, "system", lambda: System())


def test_each_language_names_itself() -> None:
    assert [(x.code, x.name) for x in languages()][:1] == [("en", "English")]
    assert ("es", "Español") in [(x.code, x.name) for x in languages()]


@pytest.mark.parametrize(
    ("tags", "code"),
    [
        (["es-MX", "es", "en-US"], "es"),
        (["de-DE", "es-ES"], "es"),  # the first that there is
        (["de-DE"], "en"),
        (["en-GB", "es"], "en"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_the_system_decides_where_the_person_did_not(
    monkeypatch: pytest.MonkeyPatch, tags: list[str], code: str
) -> None:
    system_speaks(monkeypatch, *tags)
    assert choose_language("system") == code


def test_the_person_s_choice_comes_before_the_system_s(monkeypatch: pytest.MonkeyPatch) -> None:
    system_speaks(monkeypatch, "es-ES")
    assert choose_language("en") == "en"
    assert choose_language("qq") == "es"  # a language that was taken away
    monkeypatch.setenv(i18n.LANGUAGE_VARIABLE, "en")
    assert choose_language("es") == "en"


def test_every_language_can_be_a_setting() -> None:
    for language in languages():
        assert Settings(language=language.code).language == language.code


@pytest.mark.usefixtures("spanish")
def test_the_program_qt_and_numbers_speak_it(qtbot: QtBot) -> None:
    assert tr("Pause") == "Pausa"
    assert QUALITY_ADVICE[QualityReason.YAW].startswith("Gira")
    assert QLocale().toString(4.1, "f", 1) == "4,1"
    box = QMessageBox()
    qtbot.addWidget(box)
    box.setStandardButtons(QMessageBox.StandardButton.Cancel)
    assert box.buttons()[0].text().strip("&") == "Cancelar"


@pytest.mark.usefixtures("spanish")
def test_the_coach_says_every_sentence_in_it() -> None:
    said = coach_texts()
    assert said.paused == "En pausa"
    assert set(said.synkinesis) == set(ENGLISH.synkinesis)
    assert len(said.even) == len(ENGLISH.even)
    for side, variants in said.uneven.items():
        assert len(variants) == len(ENGLISH.uneven[side])
        assert not set(variants) & set(ENGLISH.uneven[side])


def test_english_again_leaves_nothing_behind(qapp: QApplication) -> None:
    before = QLocale()
    use_language(qapp, "es")
    use_language(qapp, "en")
    QLocale.setDefault(before)
    assert tr("Pause") == "Pause"
    assert coach_texts() == ENGLISH


def test_a_choice_is_told_in_the_language_chosen() -> None:
    assert next_start_sentence("es").endswith("español.")
    assert next_start_sentence("en").endswith("English.")
