"""Which languages there are, and the one that the program speaks.

A language is a file `coach/translations/coach_CODE.qm`, compiled by Qt's lrelease from the `.ts`
file beside it, which is what a translator edits (docs/translating.md).
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from coach.domain.language import mark, speak

SYSTEM: Final = "system"
ENGLISH: Final = "en"
TRANSLATIONS: Final = Path(__file__).resolve().parents[1] / "translations"

#: Chooses the language for one start, before the person's own choice: for tests and therapists.
LANGUAGE_VARIABLE: Final = "COACH_LANGUAGE"

_PREFIX: Final = "coach_"

#: Shown in the language that was chosen, to people who may not read the one on the screen.
_NEXT_START: Final = mark(
    "From the next start, the program speaks English.", "name your language in place of English"
)
_NEXT_START_NOTE: Final = "name your language in place of English"


@dataclass(frozen=True, slots=True)
class Language:
    """A language on offer: its code, and its own name for itself."""

    code: str
    name: str


def languages() -> tuple[Language, ...]:
    """English, and every language that has a file, by code."""
    codes = sorted(path.stem.removeprefix(_PREFIX) for path in TRANSLATIONS.glob("coach_*.qm"))
    return tuple(Language(code, _own_name(code)) for code in (ENGLISH, *codes))


def choose_language(setting: str) -> str:
    """The code of the language to speak.

    Args:
        setting: a code, or "system" for the first of the system's languages that there is. A
            language that there is no more counts as "system".
    """
    known = {language.code for language in languages()}
    wanted = os.environ.get(LANGUAGE_VARIABLE, "") or setting
    if wanted in known:
        return wanted
    for tag in QLocale.system().uiLanguages():
        code = tag.replace("_", "-").split("-")[0]
        if code in known:
            return code
    return ENGLISH


def use_language(application: QCoreApplication, code: str) -> None:
    """Speak a language from now on: the program's sentences, Qt's own dialogs, dates.

    Call before the first widget is made: what is on the screen keeps its words.
    """
    # Someone in Mexico keeps Mexican dates; the months have the names of the chosen language.
    QLocale.setDefault(QLocale(QLocale(code).language(), QLocale.system().territory()))
    for former in application.findChildren(QTranslator):
        application.removeTranslator(former)
        former.deleteLater()
    if code == ENGLISH:
        speak(None)
        return
    for_qt = QTranslator(application)
    if for_qt.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(for_qt)
    own = _load(code)
    speak(lambda text, note, number: own.translate("", text, note or None, number) or "")


def next_start_sentence(code: str) -> str:
    """That a language holds from the next start, said in that language."""
    if code == ENGLISH:
        return _NEXT_START
    return _load(code).translate("", _NEXT_START, _NEXT_START_NOTE) or _NEXT_START


def _load(code: str) -> QTranslator:
    translator = QTranslator()
    translator.load(str(TRANSLATIONS / f"{_PREFIX}{code}.qm"))
    return translator


def _own_name(code: str) -> str:
    """The language's own name, such as Español, without the country that Qt may add."""
    if code == ENGLISH:
        return "English"
    name = QLocale(code).nativeLanguageName().split(" de ")[0].split(" (")[0]
    return name[:1].upper() + name[1:] if name else code
