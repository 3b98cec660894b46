"""After the session: handing it over, and keeping two stills where the person wants that."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from coach.domain.language import tr
from coach.ui.widgets.flow import FlowRow
from coach.ui.widgets.labels import ActionButton, breakable_path, label


class ShareCard(QFrame):
    """Three ways to take a session along.

    Signals:
        package_asked: as one file.
        report_asked: as a page to print.
        export_asked: as single files.
    """

    package_asked = Signal()
    report_asked = Signal()
    export_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setObjectName("shareCard")
        self.report = ActionButton(
            tr("A page to print (PDF)…"), "", "shareReport", tr("Save this session as a PDF page")
        )
        self.package = ActionButton(
            tr("All in one file (zip)…"),
            "",
            "sharePackage",
            tr("Save this session as one file with all measures"),
        )
        self.export = ActionButton(
            tr("Export…"), "", "exportButton", tr("Export this session to a folder")
        )
        self.note = label("", "strong", "summaryNote", wrap=True)
        self.note.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(10)
        column.addWidget(label(tr("For your therapist"), "title", wrap=True))
        about = tr("You choose the folder. There is no picture of you in it.")
        column.addWidget(label(about, "muted", "shareAbout", wrap=True))
        for button in (self.report, self.package, self.export):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.note)
        column.addStretch(1)
        self.report.clicked.connect(self.report_asked)
        self.package.clicked.connect(self.package_asked)
        self.export.clicked.connect(self.export_asked)

    def show_sharing(self, possible: bool) -> None:
        """Whether the one-file and one-page ways are there."""
        self.report.setVisible(possible)
        self.package.setVisible(possible)

    def say(self, text: str) -> None:
        """Where the file is."""
        self.note.setText(breakable_path(text))
        self.note.setAccessibleName(text)
        self.note.setVisible(bool(text))


class StillsCard(QFrame):
    """Asks, each time, whether two pictures may be kept; no is the answer that is ready.

    Signals:
        kept: yes.
        dropped: no.
    """

    kept = Signal()
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setObjectName("stillsCard")
        self.question = label(
            tr("Keep two still pictures of this session?"), "title", "stillsQuestion", wrap=True
        )
        self.about = label(
            tr(
                "One of your face at rest, one of your largest movement. They stay on this "
                "computer, go into no export, and you can delete them under Progress."
            ),
            "muted",
            "stillsAbout",
            wrap=True,
        )
        self.no = ActionButton(tr("No"), "", "stillsNo", tr("No, keep no pictures"), "primary")
        self.yes = ActionButton(tr("Yes, keep both"), "", "stillsYes", tr("Yes, keep both"))
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(10)
        for widget in (self.question, self.about):
            column.addWidget(widget)
        buttons = FlowRow(gap=10)
        buttons.addWidget(self.no)
        buttons.addWidget(self.yes)
        column.addWidget(buttons)
        self.no.clicked.connect(self._on_no)
        self.yes.clicked.connect(self._on_yes)
        self.hide()

    def ask(self) -> None:
        """Put the question."""
        self.question.setText(tr("Keep two still pictures of this session?"))
        self._show_answers(True)
        self.show()

    def _on_yes(self) -> None:
        self.question.setText(tr("Two pictures are kept."))
        self._show_answers(False)
        self.kept.emit()

    def _on_no(self) -> None:
        self.question.setText(tr("No picture was kept."))
        self._show_answers(False)
        self.dropped.emit()

    def _show_answers(self, shown: bool) -> None:
        for widget in (self.about, self.no, self.yes):
            widget.setVisible(shown)
