"""The style sheet: one text made from the tokens and the text scale."""

from __future__ import annotations

from collections.abc import Callable

from coach.ui.tokens import Tokens


def stylesheet(t: Tokens, px: Callable[[float], int], base: int, target: int) -> str:
    """Qt style sheet.

    Args:
        t: the colours.
        px: scales a length in px at 100 %.
        base: body text, px at 100 %.
        target: smallest height of a control, px at 100 %.
    """
    return f"""
QMainWindow, QDialog, QMessageBox, #scrollBody {{ background: {t.ground}; }}
QWidget {{ color: {t.ink}; font-size: {px(base)}px; }}
QLabel {{ background: transparent; }}
QLabel[role="hero"] {{ font-size: {px(42)}px; font-weight: 700; }}
QLabel[role="display"] {{ font-size: {px(34)}px; font-weight: 700; }}
QLabel[role="title"] {{ font-size: {px(25)}px; font-weight: 700; }}
QLabel[role="heading"] {{ font-size: {px(19)}px; font-weight: 700; }}
QLabel[role="lead"] {{ font-size: {px(21)}px; }}
QLabel[role="muted"] {{ color: {t.muted}; font-size: {px(16)}px; }}
QLabel[role="strong"] {{ font-weight: 700; }}

QFrame[card="true"] {{
  background: {t.surface}; border: 1px solid {t.line}; border-radius: {px(16)}px;
}}
QFrame[notice="true"] {{
  background: {t.caution}; border: 1px solid {t.on_caution}; border-radius: {px(12)}px;
}}
QFrame[notice="true"] QLabel {{ color: {t.on_caution}; }}

QPushButton {{
  background: {t.surface}; color: {t.ink}; border: 2px solid {t.edge};
  border-radius: {px(12)}px; padding: {px(6)}px {px(16)}px; min-height: {px(target) - 16}px;
}}
QPushButton:hover {{ background: {t.well}; }}
QPushButton:pressed {{ background: {t.accent_soft}; }}
QPushButton:checked {{
  background: {t.accent_soft}; border: 3px solid {t.accent}; font-weight: 700;
  padding: {px(6) - 1}px {px(16) - 1}px;
}}
QPushButton:focus {{
  border: 3px solid {t.focus}; padding: {px(6) - 1}px {px(16) - 1}px;
}}
QPushButton:checked:focus {{
  border: 4px solid {t.focus}; padding: {px(6) - 2}px {px(16) - 2}px;
}}
QPushButton:disabled {{ color: {t.muted}; border-color: {t.line}; }}
QPushButton[role="primary"] {{
  background: {t.accent}; color: {t.on_accent}; border: 2px solid {t.accent}; font-weight: 700;
}}
QPushButton[role="primary"]:hover {{ border-color: {t.ink}; }}
QPushButton[role="primary"]:focus {{
  border: 6px double {t.on_accent}; outline: none; padding: {px(6) - 4}px {px(16) - 4}px;
}}
QPushButton[role="primary"]:disabled {{
  background: {t.well}; color: {t.muted}; border-color: {t.line};
}}
QPushButton[role="big"] {{
  background: {t.accent}; color: {t.on_accent}; border: 3px solid {t.accent}; font-weight: 700;
  font-size: {px(24)}px; border-radius: {px(18)}px; padding: {px(12)}px {px(32)}px;
}}
QPushButton[role="big"]:hover {{ border-color: {t.ink}; }}
QPushButton[role="big"]:focus {{
  border: 7px double {t.on_accent}; padding: {px(12) - 4}px {px(32) - 4}px;
}}
QPushButton[role="big"]:disabled {{
  background: {t.well}; color: {t.muted}; border-color: {t.line};
}}
QPushButton[role="icon"] {{
  padding: 0; min-width: {px(target)}px; max-width: {px(target)}px; min-height: {px(target)}px;
  max-height: {px(target)}px; border-radius: {px(12)}px; border-color: {t.line};
}}
QPushButton[role="icon"]:checked {{
  border: 4px solid {t.accent}; min-width: {px(target) - 4}px; max-width: {px(target) - 4}px;
  min-height: {px(target) - 4}px; max-height: {px(target) - 4}px;
}}
QPushButton[role="icon"]:focus {{ border: 3px solid {t.focus}; }}
QPushButton[role="icon"][checkable="true"] {{ border-color: {t.surface}; }}
QPushButton[role="icon"][checkable="true"]:checked {{
  border: 2px solid {t.accent}; padding: 0;
}}
QPushButton[role="icon"][checkable="true"]:focus {{
  border: 3px solid {t.focus}; padding: 0;
}}

QComboBox {{
  background: {t.surface}; border: 2px solid {t.edge}; border-radius: {px(12)}px;
  padding: {px(6)}px {px(14)}px; min-height: {px(target) - 16}px;
}}
QComboBox[role="title"] {{ font-size: {px(25)}px; font-weight: 700; }}
QComboBox[role="large"] {{ font-size: {px(23)}px; min-height: {px(66) - 16}px; }}
QComboBox:focus {{ border: 3px solid {t.focus}; }}
QComboBox::drop-down {{ border: none; width: {px(40)}px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{
  background: {t.surface}; border: 1px solid {t.edge}; selection-background-color: {t.accent_soft};
  selection-color: {t.ink};
}}
QComboBox QAbstractItemView::item {{ min-height: {px(target)}px; }}

QListWidget, QTableWidget {{
  background: {t.surface}; border: 2px solid {t.line}; border-radius: {px(12)}px;
  padding: {px(4)}px; gridline-color: {t.line}; outline: none;
}}
QListWidget:focus, QTableWidget:focus {{ border: 3px solid {t.focus}; }}
QListWidget::item {{
  min-height: {px(target)}px; padding: {px(4)}px {px(10)}px; border-radius: {px(8)}px;
}}
QListWidget::item:selected {{ background: {t.accent_soft}; color: {t.ink}; }}
QTableWidget::item {{ padding: {px(4)}px {px(10)}px; }}
QTableWidget::item:selected {{ background: {t.accent_soft}; color: {t.ink}; }}
QHeaderView {{ background: {t.surface}; }}
QHeaderView::section {{
  background: {t.surface}; color: {t.muted}; border: none; border-bottom: 2px solid {t.line};
  padding: {px(6)}px {px(10)}px; font-weight: 700;
}}

QPlainTextEdit {{
  background: {t.surface}; border: 2px solid {t.edge}; border-radius: {px(12)}px;
  padding: {px(6)}px {px(10)}px; selection-background-color: {t.accent_soft};
  selection-color: {t.ink};
}}
QPlainTextEdit:focus {{ border: 3px solid {t.focus}; }}

QPlainTextEdit, QLineEdit {{ placeholder-text-color: {t.muted}; }}

QScrollArea {{ background: transparent; border: none; }}
QScrollArea:focus {{ border: 3px solid {t.focus}; }}
#welcomeScroll, #safetyScroll {{ border: 3px solid transparent; }}
#welcomeScroll:focus, #safetyScroll:focus {{ border: 3px solid {t.focus}; }}
QScrollBar:vertical {{ background: transparent; width: {px(14)}px; margin: 0; }}
QScrollBar::handle:vertical {{
  background: {t.edge}; border-radius: {px(5)}px; min-height: {px(44)}px; margin: {px(2)}px;
}}
QScrollBar:horizontal {{ background: transparent; height: {px(14)}px; margin: 0; }}
QScrollBar::handle:horizontal {{
  background: {t.edge}; border-radius: {px(5)}px; min-width: {px(44)}px; margin: {px(2)}px;
}}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}

QProgressBar {{
  background: {t.well}; border: none; border-radius: {px(4)}px; max-height: {px(8)}px;
  min-height: {px(8)}px; min-width: {px(90)}px;
}}
QProgressBar::chunk {{ background: {t.accent}; border-radius: {px(4)}px; }}

QMenuBar {{ background: {t.ground}; color: {t.ink}; padding: {px(2)}px; }}
QMenuBar::item {{
  padding: {px(6)}px {px(12)}px; border-radius: {px(8)}px; background: transparent;
}}
QMenuBar::item:selected {{ background: {t.accent_soft}; }}
QMenu {{ background: {t.surface}; border: 1px solid {t.edge}; padding: {px(6)}px; }}
QMenu::item {{ padding: {px(9)}px {px(28)}px; border-radius: {px(8)}px; }}
QMenu::item:selected {{ background: {t.accent_soft}; color: {t.ink}; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: {px(4)}px; }}
QToolTip {{
  background: {t.surface}; color: {t.ink}; border: 1px solid {t.edge}; padding: {px(6)}px;
}}
"""
