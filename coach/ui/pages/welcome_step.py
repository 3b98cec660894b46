"""What every screen of the first start is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.domain.language import mark, tr
from coach.ui.widgets.answers import Answers
from coach.ui.widgets.labels import label, set_role

#: How the room that is left is shared out above and below a screen's content.
_ABOVE, _BELOW = 2, 3
#: Between the parts of a screen, px.
_SPACING: Final = 16
_SPACING_LARGE: Final = 24


_CHOOSE: Final = mark("Choose an answer first.")


@dataclass(frozen=True, slots=True)
class Room:
    """What a screen of the first start has.

    Attributes:
        tight: little height: large letters in a small window.
        large: answers in large letters.
        height: of the whole screen between head and foot, px.
    """

    tight: bool
    large: bool
    height: int


class Step(QWidget):
    """A screen: a big title, what it is about, and below it the answers, a little above the middle.

    Signals: `answered()`: there is another answer; `restyle_asked()`; `reopen_asked()`: the
    language is another one.
    """

    answered = Signal()
    restyle_asked = Signal()
    reopen_asked = Signal()

    #: True where the content grows with the window, as a picture does.
    fills: ClassVar[bool] = False

    def __init__(self, name: str, title: str, lead: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.title = title
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        if not self.fills:
            outer.addStretch(_ABOVE)
        #: The column, with room beside it.
        self.row = QHBoxLayout()
        self.column = QVBoxLayout()
        self.row.addLayout(self.column, 1)
        outer.addLayout(self.row, 1 if self.fills else 0)
        if not self.fills:
            outer.addStretch(_BELOW)
        self.column.setSpacing(_SPACING)
        self.heading = label(title, "display", f"{name}Title", wrap=True)
        self.column.addWidget(self.heading)
        self._head = [self.heading]
        if lead:
            self._head.append(label(lead, "lead", f"{name}Lead", wrap=True))
            self.column.addWidget(self._head[-1])

    @property
    def first(self) -> QWidget | None:
        """What takes the keyboard; None: the button that goes on."""
        return None

    @property
    def settled(self) -> bool:
        """False while an answer was given that waits to be confirmed."""
        return True

    @property
    def missing(self) -> str:
        """What is still to be done here, for who wants to go on; "" for nothing."""
        asked = [a for a in self.findChildren(Answers) if a.isVisibleTo(self)]
        return tr(_CHOOSE) if asked and asked[0].value is None else ""

    @property
    def urgent(self) -> QWidget | None:
        """What must be seen now, after an answer; None: nothing."""
        return None

    @property
    def main_answers(self) -> Sequence[Answers]:
        """The answers that the screen is about."""
        return ()

    def fit(self, room: Room) -> None:
        """Make use of the room, or do with little."""
        set_role(self.heading, "title" if room.tight else "hero" if room.large else "display")
        self.column.setSpacing(_SPACING_LARGE if room.large else _SPACING)
        for answers in self.main_answers:
            answers.set_large(room.large)

    def head_height(self) -> int:
        """Of the title and what it is about, with the room below them, px."""
        shown = [part for part in self._head if not part.isHidden()]
        gap = self.column.spacing()
        return sum(part.heightForWidth(self.width()) + gap for part in shown)

    def went_back(self) -> bool:
        """Back was asked for; True where the screen itself had somewhere to go back to."""
        return False
