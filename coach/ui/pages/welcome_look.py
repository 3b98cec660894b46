"""First start: the language, and whether everything can be read well."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.app.i18n import choose_language, languages
from coach.app.welcome_presenter import WelcomePresenter
from coach.domain.language import mark, tr
from coach.ui.pages.welcome_step import Room, Step
from coach.ui.theme import BASE_PX, Style
from coach.ui.widgets.answers import Answers
from coach.ui.widgets.face_view import FaceView
from coach.ui.widgets.labels import label

_SIZES: Final = (100, 125, 150, 175, 200)
_THEMES: Final = (
    ("system", mark("As the system")),
    ("light", mark("Light")),
    ("dark", mark("Dark")),
    ("contrast", mark("High contrast")),
)
#: Side of the face that welcomes, px at 100 %.
_FACE, _FACE_SMALL = 320, 220
#: Between it and the words, px.
_BESIDE_FACE: Final = 44


class LanguageStep(Step):
    """Every language in its own words."""

    def __init__(self, start: WelcomePresenter) -> None:
        super().__init__("languageStep", tr("Welcome"), tr("Which language do you read best?"))
        self._start = start
        self.face = FaceView(moving=False)
        self.face.setObjectName("welcomeFace")
        self.face.setAccessibleName(tr("A drawn face, at rest"))
        known = [(language.code, language.name) for language in languages()]
        self.answers = Answers("languages", tr("Language"), known)
        self._now = choose_language(start.settings.language)
        self.answers.choose(self._now)
        self.answers.chosen.connect(self._on_chosen)
        self.column.addWidget(self.answers)
        self.column.insertStretch(0)
        self.column.addStretch(1)
        self.row.setSpacing(_BESIDE_FACE)
        self.row.insertWidget(0, self.face, 0, Qt.AlignmentFlag.AlignVCenter)
        self._style = Style()

    @property
    def first(self) -> QWidget | None:
        return self.answers.first

    @property
    def main_answers(self) -> Sequence[Answers]:
        return (self.answers,)

    def set_style(self, style: Style) -> None:
        self._style = style

    def fit(self, room: Room) -> None:
        super().fit(room)
        self.face.setVisible(not room.tight)
        side = self._style.px(_FACE if room.large else _FACE_SMALL)
        self.face.setFixedSize(side, side)

    def _on_chosen(self, code: str) -> None:
        self._start.update(language=code)
        if code != self._now:
            self.reopen_asked.emit()


class LookStep(Step):
    """Text size and colours; the screen itself shows what they do."""

    def __init__(self, start: WelcomePresenter) -> None:
        super().__init__("lookStep", tr("Can you read this well?"))
        self._start = start
        now = start.settings
        self.sizes = Answers(
            "textSize",
            tr("Text size"),
            [(str(n), f"{n} %") for n in _SIZES],
            most=3,
            column_px=150,
            samples_px={str(n): round(BASE_PX * n / 100) for n in _SIZES},
        )
        self.sizes.choose(str(now.text_scale_pct))
        self.themes = Answers(
            "themes", tr("Colours"), [(v, tr(t)) for v, t in _THEMES], column_px=280
        )
        self.themes.choose(now.theme)
        for text, answers in ((tr("Text size"), self.sizes), (tr("Colours"), self.themes)):
            part = QVBoxLayout()
            part.setSpacing(8)
            part.addWidget(label(text, "heading", f"{answers.objectName()}Text", wrap=True))
            part.addWidget(answers)
            self.column.addLayout(part)
        self.sizes.chosen.connect(lambda value: self._change(text_scale_pct=int(value)))
        self.themes.chosen.connect(lambda value: self._change(theme=value))

    @property
    def first(self) -> QWidget | None:
        return self.sizes.first

    @property
    def main_answers(self) -> Sequence[Answers]:
        return (self.sizes, self.themes)

    def _change(self, **changes: object) -> None:
        self._start.update(**changes)
        self.restyle_asked.emit()
