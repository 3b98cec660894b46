"""About and limits: what this is, what it is not, and what it is made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from coach.app.about_facts import Fact, facts_text
from coach.domain.language import mark, tr
from coach.ui.pages.page import Page, PageId
from coach.ui.pages.scroll_page import make_scroll, page_head
from coach.ui.widgets.labels import ActionButton, card, label
from coach.ui.wording import APP_TITLE, SMALL_PRINT

_LIMITS: Final = (
    mark("It measures movement in millimetres from a camera. Every number has an uncertainty."),
    mark("It cannot tell whether an eye closes fully. Protect your eye as you were told."),
    mark("It does not see how a muscle feels, or what lies behind a change. A person does."),
    mark("No clinician has checked the exercises, doses and limits yet. Your therapist decides."),
)
_PRIVACY: Final = (
    mark("It opens no connection to any network, except to a camera address that you give it."),
    mark("Measures stay in the folder below. Pictures are kept only with your yes, each time."),
    mark("You can delete a session, or the whole folder, at any time."),
)
_LICENCES: Final = mark(
    "This program: MIT licence. It uses Qt (LGPL 3), MediaPipe, OpenCV and SQLAlchemy's and "
    "pydantic's open code (Apache 2.0, MIT), NumPy (BSD) and Matplotlib (PSF style)."
)


class AboutPage(Page):
    """Facts to read and to copy.

    Args:
        facts: versions and places, as they are known now.
        read_model: begins to read the model's fingerprint; calls back when it is known.
    """

    page_id: ClassVar[PageId] = PageId.ABOUT

    def __init__(
        self,
        facts: Callable[[], Sequence[Fact]],
        read_model: Callable[[Callable[[], None]], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("aboutPage")
        self._facts, self._read_model = facts, read_model
        self._read = False
        self._grid = QGridLayout()
        self.home = ActionButton(tr("Home"), "", "aboutBack", tr("Back to the home page"))
        self.copy = ActionButton(
            tr("Copy"), "", "aboutCopy", tr("Copy versions and places"), "primary"
        )
        self.copied = label("", "muted", "aboutCopied", wrap=True)
        self._build()
        self.copy.clicked.connect(self._on_copy)
        self.home.clicked.connect(lambda: self.go_asked.emit(PageId.HOME))
        self._show_facts()

    def nav_text(self) -> str:
        return tr("About")

    def first_focus(self) -> QWidget:
        return self.home

    def entered(self) -> None:
        self.copied.setText("")
        if not self._read:
            self._read = True
            self._read_model(self._show_facts)

    def _build(self) -> None:
        scroll, column = make_scroll("aboutScroll")
        about = label(tr("About and limits"), "display", "aboutTitle", wrap=True)
        column.addLayout(page_head(about, self.home))
        column.addWidget(label(tr(SMALL_PRINT), "lead", "aboutLead", wrap=True))
        for title, texts, name in (
            (tr("What it can and cannot do"), _LIMITS, "aboutLimits"),
            (tr("Your data"), _PRIVACY, "aboutPrivacy"),
        ):
            head = label(title, "title", f"{name}Title", wrap=True)
            lines = [label(tr(t), "", f"{name}{i}", wrap=True) for i, t in enumerate(texts)]
            column.addWidget(card(head, *lines, name=name)[0])
        frame, inside = card(
            label(tr(APP_TITLE), "title", "aboutFactsTitle", wrap=True), name="aboutFacts"
        )
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        inside.addLayout(self._grid)
        inside.addWidget(label(tr(_LICENCES), "muted", "aboutLicences", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.copy)
        row.addWidget(self.copied, 1)
        inside.addLayout(row)
        column.addWidget(frame)
        column.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(scroll)

    def _show_facts(self) -> None:
        for row, fact in enumerate(self._facts()):
            name = self._grid.itemAtPosition(row, 0)
            if name is None:
                key = label(fact.name, "strong", f"fact{row}", wrap=True)
                value = label("", "", f"factValue{row}", wrap=True)
                value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                top = Qt.AlignmentFlag.AlignTop
                self._grid.addWidget(key, row, 0, top)
                self._grid.addWidget(value, row, 1, top)
            shown = self._grid.itemAtPosition(row, 1)
            widget = shown.widget() if shown is not None else None
            if widget is not None:
                widget.setProperty("text", breakable(fact.value))
                widget.setAccessibleName(f"{fact.name}: {fact.value}")

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(facts_text(self._facts()))
        self.copied.setText(tr("Copied."))
        self.said.emit(self.copied.text(), False)


def breakable(text: str, every: int = 16) -> str:
    """Long words (a path, a fingerprint) with places where a line may break, for the screen."""
    zero_width_space = "\u200b"
    return zero_width_space.join(text[i : i + every] for i in range(0, len(text), every))
