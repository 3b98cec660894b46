"""Progress page: a figure with its plot, the calendar, kept pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from coach.domain.language import Sentences, mark, tr
from coach.domain.still import Pose, Still
from coach.ui.dates import moment_text
from coach.ui.pages.progress_model import Section
from coach.ui.widgets.calendar_grid import CalendarGrid
from coach.ui.widgets.confirm import Confirm
from coach.ui.widgets.drop_down import DropDown
from coach.ui.widgets.labels import ActionButton, label
from coach.ui.widgets.snapshot_pair import SnapshotPair
from coach.ui.widgets.trend_plot import TrendPlot

_POSE = Sentences({Pose.REST: mark("At rest"), Pose.LARGEST: mark("Largest movement")})


_TO_COME = (
    mark("How even it is: one side compared with the other"),
    mark("How far you can go with nothing joining in"),
    mark("How much another part of the face joins in"),
)


class WelcomeCard(QFrame):
    """Before the first scored practice: what will be here, and the way to it.

    Signals:
        home_asked: to today's practice.
    """

    home_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setObjectName("progressWelcome")
        self.home = ActionButton(
            tr("To today's practice"), "", "progressStart", tr("To today's practice"), "primary"
        )
        column = _column(self)
        column.addWidget(label(tr("What you will see here"), "title", "welcomeTitle", wrap=True))
        text = tr("After your first measured practice, for each movement:")
        column.addWidget(label(text, "lead", "welcomeWhen", wrap=True))
        for i, line in enumerate(_TO_COME):
            column.addWidget(label(f"•  {tr(line)}", "", f"welcome{i}", wrap=True))
        column.addSpacing(6)
        text = tr(
            "Nerves and muscles take months. Here it says whether a change is real or may be only "
            "measuring, so that no single day has to count."
        )
        column.addWidget(label(text, "muted", "welcomeCalm", wrap=True))
        column.addSpacing(6)
        column.addWidget(self.home, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.home.clicked.connect(self.home_asked)


class SectionCard(QFrame):
    """A figure: its title, its verdict, its plot, and the chosen session in words.

    Signals:
        told: words for a screen reader.
        signs_asked: the warning signs are to be shown.
    """

    told = Signal(str)
    signs_asked = Signal()

    def __init__(self, section: Section) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setObjectName(f"card_{section.key}")
        self.plot = TrendPlot(f"plot_{section.key}", section.plot)
        self.chosen = label(self.plot.chosen_text, "", f"chosen_{section.key}", wrap=True)
        column = _column(self)
        column.addWidget(label(section.title, "title", f"title_{section.key}", wrap=True))
        column.addWidget(label(section.verdict, "lead", f"verdict_{section.key}", wrap=True))
        words = tr("Warning signs")
        self.signs = ActionButton(words, "", f"signs_{section.key}", words, "primary")
        self.signs.clicked.connect(self.signs_asked)
        self.signs.setVisible(section.alarm)
        column.addWidget(self.signs, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.plot)
        column.addWidget(self.chosen)
        if section.note:
            column.addWidget(label(section.note, "muted", f"note_{section.key}", wrap=True))
        self.plot.told.connect(self._on_told)

    def _on_told(self, text: str) -> None:
        self.chosen.setText(text)
        self.told.emit(text)


class CalendarCard(QFrame):
    """A month of practice with its day in words.

    Signals:
        told: words for a screen reader.
    """

    told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setObjectName("calendarCard")
        self.grid = CalendarGrid()
        self.month = label("", "heading", "calendarMonth", wrap=True)
        self.day = label("", "", "calendarDay", wrap=True)
        self.earlier = ActionButton("‹", "", "earlierMonth", tr("Earlier month"), "icon")
        self.later = ActionButton("›", "", "laterMonth", tr("Later month"), "icon")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.month, 1)
        head.addWidget(self.earlier)
        head.addWidget(self.later)
        column = _column(self)
        column.addLayout(head)
        column.addWidget(self.grid)
        column.addWidget(self.day)
        self.earlier.clicked.connect(lambda: self.grid.turn(-1))
        self.later.clicked.connect(lambda: self.grid.turn(1))
        self.grid.told.connect(self._on_told)
        self.grid.month_shown.connect(self._on_month)

    def show_days(self, today: date, sessions: Mapping[date, int]) -> None:
        """Show days of practice."""
        self.grid.show_days(today, sessions)

    def _on_month(self, month: str) -> None:
        self.month.setText(month)
        if self.later.hasFocus() and not self.grid.has_later:
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)  # not somewhere else on the page
        self.later.setEnabled(self.grid.has_later)

    def _on_told(self, text: str) -> None:
        self.day.setText(text)
        if self.grid.hasFocus():
            self.told.emit(text)


class StillsCard(QFrame):
    """Two kept sessions beside each other; hidden where none was kept.

    Signals:
        wanted: a session's pictures are to be read.
        delete_asked: a session's pictures are to be deleted for good.
    """

    wanted = Signal(str)
    delete_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setObjectName("keptCard")
        self.mirrored = True
        self._read: dict[str, dict[Pose, Still]] = {}
        self.before = DropDown("stillsBefore", tr("Earlier pictures"))
        self.now = DropDown("stillsNow", tr("Later pictures"))
        self.pairs = {pose: SnapshotPair(f"pair_{pose}") for pose in Pose}
        self.delete = ActionButton(
            tr("Delete the later pictures…"), "", "deleteStills", tr("Delete the later pictures")
        )
        self.confirm = Confirm(
            "confirmDelete",
            tr("Delete these pictures for good?"),
            tr("Delete"),
            tr("Keep them"),
        )
        column = _column(self)
        column.addWidget(label(tr("Kept pictures"), "title", "keptTitle", wrap=True))
        column.addWidget(self.before)
        column.addWidget(self.now)
        for pair in self.pairs.values():
            column.addWidget(pair)
        column.addWidget(self.delete, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.confirm)
        for box in (self.before, self.now):
            box.activated.connect(lambda _index: self._ask())
        self.delete.clicked.connect(self.confirm.ask)
        self.confirm.agreed.connect(lambda: self.delete_asked.emit(str(self.now.currentData())))
        self.hide()

    def show_sessions(self, sessions: Sequence[tuple[str, datetime]]) -> None:
        """Offer sessions with pictures, oldest first: the first beside the last."""
        self._read.clear()
        choices = [(moment_text(when), session_id) for session_id, when in sessions]
        self.before.show_choices(choices)
        self.now.show_choices(choices, choices[-1][1] if choices else "")
        self.before.setVisible(len(choices) > 1)
        self.setVisible(bool(choices))
        if choices:
            self._ask()

    def show_stills(self, session_id: str, stills: dict[Pose, Still]) -> None:
        """Show pictures that were asked for."""
        self._read[session_id] = stills
        chosen = list(dict.fromkeys((self.before.currentData(), self.now.currentData())))
        for pose, pair in self.pairs.items():
            found = [self._read[s][pose] for s in chosen if pose in self._read.get(s, {})]
            found.sort(key=lambda still: still.taken)
            pair.show_stills(_POSE[pose], found, mirrored=self.mirrored)

    def _ask(self) -> None:
        for session_id in dict.fromkeys((self.before.currentData(), self.now.currentData())):
            if session_id:
                self.wanted.emit(str(session_id))


def _column(frame: QFrame) -> QVBoxLayout:
    column = QVBoxLayout(frame)
    column.setContentsMargins(22, 18, 22, 18)
    column.setSpacing(10)
    return column
