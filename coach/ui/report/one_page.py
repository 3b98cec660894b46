"""A session as one page to print or to send: PDF, made without a network and without pictures."""

from __future__ import annotations

import html
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSize, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

from coach.domain.errors import OutputError
from coach.domain.exercise import Exercise
from coach.domain.feedback import SCALE_MAX, SessionFeedback
from coach.domain.language import mark, tr
from coach.domain.session import SessionRecord
from coach.domain.session_mean import Earlier
from coach.files.together import write_together
from coach.ui.dates import moment_text
from coach.ui.pages.flags_model import flag_lines
from coach.ui.pages.session_picture_model import PictureRow, picture_rows
from coach.ui.pages.summary_model import SummaryView, summarise
from coach.ui.pages.talking_model import BLINK_NOTE, Facts, blink_facts, talking_facts
from coach.ui.theme import Style, font_family
from coach.ui.widgets.session_picture import SessionDrawing
from coach.ui.wording import APP_TITLE

#: Letters on paper, points.
_LETTERS: Final = 10
#: More flags than these make more than a page; the files have them all.
_MOST_FLAGS: Final = 12
_DOTS_PER_INCH: Final = 300
_CSS: Final = """
h1 { font-size: 17pt; margin-top: 0px; margin-bottom: 0px; }
h2 { font-size: 11.5pt; margin-top: 12px; margin-bottom: 3px; color: #0f6668; }
p { margin-top: 3px; margin-bottom: 3px; }
.quiet { color: #55616b; font-size: 9pt; }
.note { font-style: italic; }
td { padding-right: 14px; padding-bottom: 1px; }
td.question { color: #55616b; }
"""
#: Beside every number that leaves the program.
_LIMITS: Final = mark(
    "For practice under a therapist's plan. Not a medical device: it does not diagnose, and its "
    "numbers are not a clinical grade."
)
_PICTURE: Final = "picture"
#: The picture's width on the page, px of the screen; it is made sharper by the factor.
_PICTURE_PX: Final = 560
_SHARPER: Final = 4


def write_report(
    folder: Path,
    name: str,
    record: SessionRecord,
    feedback: SessionFeedback | None,
    exercises: Mapping[str, Exercise],
    earlier: Mapping[str, Earlier],
) -> Path:
    """Write `NAME.pdf`; one of the same name is replaced. Any thread.

    Raises:
        OutputError: the folder cannot be written or the disk is full; nothing is left then.
    """
    view = summarise(record, exercises, earlier)
    rows = picture_rows(view.results, earlier)
    data = pdf(report_html(record, view, feedback, exercises, pictured=bool(rows)), rows)
    try:
        return write_together(folder, {f"{name}.pdf": data})[0]
    except OutputError as error:
        raise OutputError(tr("The page could not be written."), error.hint) from error


def report_html(
    record: SessionRecord,
    view: SummaryView,
    feedback: SessionFeedback | None,
    exercises: Mapping[str, Exercise],
    *,
    pictured: bool = False,
) -> str:
    """The page's content; `pictured` leaves a place for the session in one picture."""
    parts = [
        f"<h1>{_safe(tr(APP_TITLE))}</h1>",
        f"<p class='quiet'>{_safe(moment_text(record.created))}</p>",
        *(f"<p>{_safe(sentence)}</p>" for sentence in view.sentences),
    ]
    if pictured:
        parts.append(f"<p><img src='{_PICTURE}' width='{_PICTURE_PX}'></p>")
    for result in view.results:
        parts.append(_facts(result.title, result.facts))
    for check in record.spontaneous:
        parts.append(_facts(tr("A minute of talking"), talking_facts(check, record.affected)))
    if record.blinks is not None and (facts := blink_facts(record.blinks, record.affected)):
        parts.append(_facts(tr("Blinks in this session"), facts))
        parts.append(f"<p class='quiet'>{_safe(tr(BLINK_NOTE))}</p>")
    lines = flag_lines(record, exercises)
    if lines:
        parts.append(f"<h2>{_safe(tr('What joined in'))}</h2>")
        parts += [f"<p>{_safe(line.text)}</p>" for line in lines[:_MOST_FLAGS]]
        if len(lines) > _MOST_FLAGS:
            more = tr("And {count} more.", count=len(lines) - _MOST_FLAGS)
            parts.append(f"<p>{_safe(more)}</p>")
    if feedback is not None:
        parts.append(_facts(tr("How it felt"), _answers(feedback)))
        if feedback.note:
            note = _safe(feedback.note).replace("\n", "<br>")
            parts.append(f"<p class='note'>{note}</p>")
    parts.append(f"<p class='quiet'><br>{_safe(tr(_LIMITS))}</p>")
    return "".join(parts)


def pdf(content: str, rows: tuple[PictureRow, ...] = ()) -> bytes:
    """HTML on A4 as PDF, as many pages as it needs."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setTitle(tr(APP_TITLE))
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(20, 18, 20, 16),
            QPageLayout.Unit.Millimeter,
        )
    )
    document = QTextDocument()
    document.setDocumentMargin(0)
    font = QFont(font_family())
    font.setPointSize(_LETTERS)
    document.setDefaultFont(font)
    document.setDefaultStyleSheet(_CSS)
    if rows:
        kind = QTextDocument.ResourceType.ImageResource
        document.addResource(kind.value, QUrl(_PICTURE), _picture(rows))
    document.setHtml(content)
    screen = QGuiApplication.primaryScreen()
    share = (screen.logicalDotsPerInchX() if screen else 96.0) / _DOTS_PER_INCH
    document.setPageSize(QSizeF(writer.width() * share, writer.height() * share))
    document.print_(writer)
    del writer  # ends the file
    return bytes(buffer.data().data())


def _picture(rows: tuple[PictureRow, ...]) -> QImage:
    drawing = SessionDrawing(rows, Style(), _PICTURE_PX)
    size = QSize(_PICTURE_PX * _SHARPER, drawing.height * _SHARPER)
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(_SHARPER, _SHARPER)
    drawing.paint(painter)
    painter.end()
    return image


def _answers(feedback: SessionFeedback) -> Facts:
    """Answers as "2 of 4"."""
    named = (
        (tr("Effort"), feedback.effort),
        (tr("Tightness"), feedback.tightness),
        (tr("Pain"), feedback.pain),
        (tr("Mood"), feedback.mood),
    )
    return tuple(
        (name, tr("{answer} of {most}", answer=answer, most=SCALE_MAX))
        for name, answer in named
        if answer is not None
    )


def _facts(title: str, facts: Facts) -> str:
    rows = "".join(
        f"<tr><td class='question' width='34%'>{_safe(question)}</td><td>{_safe(answer)}</td></tr>"
        for question, answer in facts
    )
    return f"<h2>{_safe(title)}</h2><table width='100%'>{rows}</table>"


def _safe(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")
