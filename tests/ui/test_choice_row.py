"""Rows of answers: as high as they need at every width, and nothing apart."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coach.ui.pages.feedback_card import FeedbackCard
from coach.ui.theme import Style, apply_to_children
from coach.ui.widgets.choice_row import ChoiceRow

WIDTHS = (300, 420, 520, 640, 760, 908, 1122, 1600)


def _tall_page(qtbot: QtBot, held: QWidget) -> QWidget:
    """Far more height than anything on it needs."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(held)
    column.addStretch(1)
    qtbot.addWidget(page)
    page.resize(700, 3000)
    page.show()
    return page


def _settle() -> None:
    for _ in range(4):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def test_answers_fill_the_height_that_their_rows_need(qtbot: QtBot) -> None:
    row = ChoiceRow("q", "How?", [("0", "None"), ("1", "Some"), ("2", "Lots")])
    page = _tall_page(qtbot, row)
    heights = set()
    for width in WIDTHS[::-1]:
        page.resize(width // 3, 3000)
        _settle()
        buttons = row.findChildren(QPushButton)
        last = max(b.geometry().bottom() for b in buttons) + 1
        assert row.height() == row.heightForWidth(row.width()) == last
        heights.add(row.height())
    assert len(heights) > 1


@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
def test_questions_stand_equally_close_at_every_width(qtbot: QtBot, scale: float) -> None:
    card = FeedbackCard()
    page = _tall_page(qtbot, card)
    style = Style(scale=scale)
    apply_to_children(page, style)
    card.set_style(style)
    for width in (*WIDTHS, *WIDTHS[::-1]):
        page.resize(round(width * scale), 3000)
        _settle()
        rows = list(card.rows.values())
        gaps = {b.y() - a.geometry().bottom() - 1 for a, b in pairwise(rows)}
        assert gaps == {14}
        for row in rows:
            answers, question = row.choices, row.findChild(QLabel)
            assert question is not None
            needed = answers.heightForWidth(answers.width())
            beside = question.geometry().right() < answers.x()
            high = max(needed, question.heightForWidth(question.width())) if beside else needed
            assert answers.height() == high


def test_a_question_beside_its_answers_has_them_in_one_row(qtbot: QtBot) -> None:
    card = FeedbackCard()
    page = _tall_page(qtbot, card)
    seen = set()
    for width in WIDTHS:
        page.resize(width, 3000)
        _settle()
        for row in card.rows.values():
            answers = row.choices
            question = row.findChild(QWidget, f"{answers.objectName()}Question")
            assert question is not None
            beside = question.geometry().right() < answers.x()
            seen.add(beside)
            tops = {b.y() for b in answers.findChildren(QPushButton)}
            assert not beside or len(tops) == 1
    assert seen == {True, False}
