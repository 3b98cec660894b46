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
    # Of a button with the keyboard, or chosen: it takes the room of its padding, or of its inside.
    ring = px(3)
    inner, innermost = px(target) + 4 - 2 * ring, px(target) + 4 - 2 * px(5)
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
  background: {t.accent_soft}; border: {ring}px solid {t.accent}; font-weight: 700;
  padding: {px(6) + 2 - ring}px {px(16) + 2 - ring}px;
}}
QPushButton:focus {{
  border: {ring}px solid {t.focus}; padding: {px(6) + 2 - ring}px {px(16) + 2 - ring}px;
}}
QPushButton:checked:focus {{
  border: {px(4)}px solid {t.focus}; padding: {px(6) + 2 - px(4)}px {px(16) + 2 - px(4)}px;
}}
QPushButton:disabled {{ color: {t.off}; border-style: dashed; border-color: {t.off}; }}
QPushButton[role="primary"] {{
  background: {t.accent}; color: {t.on_accent}; border: 2px solid {t.accent}; font-weight: 700;
}}
QPushButton[role="primary"]:hover {{ border-color: {t.ink}; }}
QPushButton[role="primary"]:focus {{
  border: {ring}px solid {t.focus}; padding: {px(6) + 2 - ring}px {px(16) + 2 - ring}px;
}}
QPushButton[role="big"] {{
  background: {t.accent}; color: {t.on_accent}; border: 3px solid {t.accent}; font-weight: 700;
  font-size: {px(24)}px; border-radius: {px(18)}px; padding: {px(12)}px {px(32)}px;
}}
QPushButton[role="big"]:hover {{ border-color: {t.ink}; }}
QPushButton[role="big"]:focus {{
  border: {ring}px solid {t.focus}; padding: {px(12) + 3 - ring}px {px(32) + 3 - ring}px;
}}
QPushButton[role="primary"]:disabled, QPushButton[role="big"]:disabled {{
  background: {t.surface}; color: {t.off}; border-style: dashed; border-color: {t.off};
}}
QPushButton[role="icon"] {{
  padding: 0; min-width: {px(target)}px; max-width: {px(target)}px; min-height: {px(target)}px;
  max-height: {px(target)}px; border-radius: {px(12)}px;
}}
QPushButton[role="icon"]:checked {{
  border: {ring}px solid {t.accent}; min-width: {inner}px; max-width: {inner}px;
  min-height: {inner}px; max-height: {inner}px;
}}
QPushButton[role="icon"]:focus {{
  border: {ring}px solid {t.focus}; min-width: {inner}px; max-width: {inner}px;
  min-height: {inner}px; max-height: {inner}px;
}}
QPushButton[role="icon"]:checked:focus {{
  border: {px(5)}px solid {t.focus}; min-width: {innermost}px; max-width: {innermost}px;
  min-height: {innermost}px; max-height: {innermost}px;
}}
QPushButton[tight="true"] {{ padding: {px(6)}px {px(9)}px; }}
QPushButton[tight="true"]:focus {{ padding: {px(6) + 2 - ring}px {px(9) + 2 - ring}px; }}

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
  selection-color: {t.ink}; outline: none;
}}
QComboBox QAbstractItemView::item {{
  min-height: {px(target)}px; padding-left: {px(8)}px; border: {px(2)}px solid transparent;
}}
QComboBox QAbstractItemView::item:selected {{
  background: {t.accent_soft}; color: {t.ink}; border-color: {t.accent};
}}

QListWidget, QTableWidget {{
  background: {t.surface}; border: 2px solid {t.line}; border-radius: {px(12)}px;
  padding: {px(4)}px; gridline-color: {t.line}; outline: none;
}}
QListWidget:focus, QTableWidget:focus {{ border: 3px solid {t.focus}; }}
QListWidget::item {{
  min-height: {px(target)}px; padding: {px(4)}px {px(10)}px; border-radius: {px(8)}px;
  border: {px(2)}px solid transparent;
}}
QListWidget::item:hover {{ border-color: {t.edge}; }}
QListWidget::item:selected {{
  background: {t.accent_soft}; color: {t.ink}; border-color: {t.accent};
}}
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
#welcomeScroll {{ border-bottom: {px(1)}px solid {t.line}; }}
#summaryScroll, RoomyDialog QScrollArea {{ border-bottom: {px(1)}px solid {t.line}; }}
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
  background: {t.well}; border: {px(1)}px solid {t.edge}; border-radius: {px(5)}px;
  max-height: {px(8)}px; min-height: {px(8)}px; min-width: {px(90)}px;
}}
QProgressBar::chunk {{ background: {t.accent}; border-radius: {px(4)}px; }}

QMenuBar {{ background: {t.ground}; color: {t.ink}; padding: {px(2)}px; }}
QMenuBar::item {{
  padding: {px(4)}px {px(10)}px; border-radius: {px(8)}px; background: transparent;
  border: {px(2)}px solid transparent;
}}
QMenuBar::item:selected {{ background: {t.accent_soft}; border-color: {t.accent}; }}
QMenu {{ background: {t.surface}; border: 1px solid {t.edge}; padding: {px(6)}px; }}
QMenu::item {{
  padding: {px(7)}px {px(26)}px; border-radius: {px(8)}px; border: {px(2)}px solid transparent;
}}
QMenu::item:selected {{
  background: {t.accent_soft}; color: {t.ink}; border-color: {t.accent};
}}
QMenu::separator {{ height: 1px; background: {t.line}; margin: {px(4)}px; }}
QToolTip {{
  background: {t.surface}; color: {t.ink}; border: 1px solid {t.edge}; padding: {px(6)}px;
}}
"""
