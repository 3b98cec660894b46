"""The window: three pages, one set of keys, one look."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QMainWindow,
    QMessageBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from coach.app.i18n import choose_language, next_start_sentence
from coach.domain.language import tr
from coach.domain.session import SessionRecord
from coach.ui.actions import Actions
from coach.ui.announcer import Announcer
from coach.ui.contracts import HomePort, SessionPort
from coach.ui.pages.home_page import HomePage
from coach.ui.pages.practice_page import PracticePage
from coach.ui.pages.summary_page import SummaryPage
from coach.ui.theme import SCALES_PCT, Style, apply_style, make_style, system_is_dark
from coach.ui.widgets.notice_bar import NoticeBar
from coach.ui.wording import APP_TITLE, KEYS, SMALL_PRINT

MIN_SIZE: Final = (1024, 640)
_START_SIZE: Final = (1240, 800)


def ask_folder(parent: QWidget) -> Path | None:
    """Ask for the folder of an export; None where the person changes their mind."""
    chosen = QFileDialog.getExistingDirectory(parent, tr("Where should the session go?"))
    return Path(chosen) if chosen else None


class MainWindow(QMainWindow):
    """Holds the pages, hears the presenters, forwards what the person does. GUI thread.

    Args:
        home: plans, past sessions, preferences.
        session: the running session.
        choose_folder: asks where an export goes.
    """

    def __init__(
        self,
        home: HomePort,
        session: SessionPort,
        *,
        choose_folder: Callable[[QWidget], Path | None] = ask_folder,
    ) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle(tr(APP_TITLE))
        self.setMinimumSize(*MIN_SIZE)
        self.resize(*_START_SIZE)
        self._home = home
        self._session = session
        self._choose_folder = choose_folder
        self.announcer = Announcer(self)
        self.notice = NoticeBar()
        self.home_page = HomePage(home)
        self.practice_page = PracticePage()
        self.summary_page = SummaryPage()
        self.pages = QStackedWidget()
        self.pages.setObjectName("pages")
        for page in (self.home_page, self.practice_page, self.summary_page):
            self.pages.addWidget(page)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.pages, 1)
        self.setCentralWidget(centre)
        self.actions_ = Actions(self)
        self._connect_presenters()
        self._connect_pages()
        self._connect_actions()
        self._show_preferences(restyle=True)
        self._go(self.home_page)
        problems = list(home.problems())
        if problems:
            self._on_problem(problems[0], "")

    @property
    def style_now(self) -> Style:
        """The look that the preferences ask for."""
        wanted = self._home.preferences()
        return make_style(wanted.theme, wanted.text_scale_pct, wanted.reduced_motion)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._session.shutdown()
        event.accept()

    def start_session(self) -> None:
        """Begin the chosen plan; does nothing while a session runs or where there is no plan."""
        plan = self.home_page.plan
        if plan is None or self._session.running:
            return
        self.notice.hide()
        affected = self._home.preferences().affected
        self.practice_page.begin(plan.title, affected)
        self._go(self.practice_page)
        self._session.start(plan, affected)

    def _connect_presenters(self) -> None:
        self._session.snapshot_ready.connect(self._on_snapshot_ready)
        self._session.source_announced.connect(self.practice_page.show_source)
        self._session.problem_raised.connect(self._on_problem)
        self._session.session_finished.connect(self._on_session_finished)
        self._home.problem_raised.connect(self._on_problem)
        self._home.sessions_changed.connect(self._on_sessions_changed)
        self._home.exported.connect(self._on_exported)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_colours)

    def _connect_pages(self) -> None:
        home, practice, summary = self.home_page, self.practice_page, self.summary_page
        home.start_asked.connect(self.start_session)
        home.export_asked.connect(self._on_export_asked)
        home.text_scaled.connect(self._scale_text)
        home.theme_asked.connect(self._turn_theme)
        home.voice_asked.connect(lambda: self._turn("voice"))
        practice.pause_asked.connect(self._session.toggle_pause)
        practice.skip_asked.connect(self._session.skip)
        practice.stop_asked.connect(self._session.stop)
        practice.mirror_asked.connect(lambda: self._turn("mirrored"))
        practice.picture_asked.connect(lambda: self._turn("show_picture"))
        practice.voice_asked.connect(lambda: self._turn("voice"))
        practice.said.connect(lambda text, urgent: self.announcer.say(text, urgent=urgent))
        summary.home_asked.connect(lambda: self._go(self.home_page))
        summary.export_asked.connect(self._on_export_asked)

    def _connect_actions(self) -> None:
        act = self.actions_
        act.start_pause.triggered.connect(self._on_space)
        act.skip.triggered.connect(self._on_skip)
        act.stop.triggered.connect(self._on_escape)
        act.quit.triggered.connect(self.close)
        act.mirror.triggered.connect(lambda: self._turn("mirrored"))
        act.picture.triggered.connect(lambda: self._turn("show_picture"))
        act.voice.triggered.connect(lambda: self._turn("voice"))
        act.larger.triggered.connect(lambda: self._scale_text(1))
        act.smaller.triggered.connect(lambda: self._scale_text(-1))
        act.theme.triggered.connect(self._turn_theme)
        act.system_theme.triggered.connect(lambda: self._update(theme="system"))
        act.still.triggered.connect(lambda: self._turn("reduced_motion"))
        act.full_screen.triggered.connect(self._turn_full_screen)
        act.languages.triggered.connect(lambda chosen: self._choose_language(chosen.data()))
        act.keys.triggered.connect(lambda: self._tell(tr("Keys"), tr(KEYS)))
        act.about.triggered.connect(lambda: self._tell(tr("About and limits"), tr(SMALL_PRINT)))

    def _on_space(self) -> None:
        """Start, pause or go on; on a focused control outside a session, what it always does."""
        if self.pages.currentWidget() is self.practice_page:
            self._session.toggle_pause()
            return
        focused = QApplication.focusWidget()
        if isinstance(focused, QAbstractButton):
            focused.click()
        elif isinstance(focused, QComboBox):
            focused.showPopup()
        elif self.pages.currentWidget() is self.home_page:
            self.start_session()

    def _on_skip(self) -> None:
        if self.pages.currentWidget() is self.practice_page:
            self._session.skip()

    def _on_escape(self) -> None:
        page = self.pages.currentWidget()
        if page is self.practice_page:
            self._session.stop()
        elif page is self.summary_page:
            self._go(self.home_page)
        else:
            self.notice.hide()

    def _on_snapshot_ready(self) -> None:
        snapshot = self._session.take()
        if snapshot is not None and self.pages.currentWidget() is self.practice_page:
            self.practice_page.show_snapshot(snapshot)

    def _on_problem(self, message: str, hint: str) -> None:
        self.notice.say(message, hint)
        if self.pages.currentWidget() is self.practice_page:
            self.notice.hide()
            self.practice_page.show_problem(message, hint)
        else:
            self.announcer.say(f"{message} {hint}".strip(), urgent=True)

    def _on_session_finished(self, record: SessionRecord) -> None:
        exercises = {e.id: e for e in self._home.exercises()}
        if self.practice_page.problem:
            self.notice.say(self.practice_page.problem)
            if not record.reps:
                self._go(self.home_page)
                return
        self.summary_page.show_record(record, exercises)
        self._go(self.summary_page)

    def _on_sessions_changed(self) -> None:
        self.home_page.past.show_sessions(self._home.sessions())

    def _on_export_asked(self, session_id: str) -> None:
        folder = self._choose_folder(self)
        if folder is not None:
            self._home.export_session(session_id, folder)

    def _on_exported(self, folder: Path) -> None:
        text = tr("Saved in {folder}", folder=folder)
        self.home_page.past.say(text)
        self.summary_page.say(text)
        self.announcer.say(text)

    def _on_system_colours(self) -> None:
        if self._home.preferences().theme == "system":
            self._show_preferences(restyle=True)

    def _turn(self, name: str) -> None:
        self._update(**{name: not getattr(self._home.preferences(), name)})

    def _turn_theme(self) -> None:
        theme = self._home.preferences().theme
        dark = theme == "dark" or (theme == "system" and system_is_dark())
        self._update(theme="light" if dark else "dark")

    def _choose_language(self, code: str) -> None:
        """Every sentence on the screen is made at the start, so that is when a language changes."""
        self._update(language=code)
        text = next_start_sentence(choose_language(code))
        self.notice.say(text)
        self.announcer.say(text)

    def _scale_text(self, step: int) -> None:
        now = self._home.preferences().text_scale_pct
        nearest = min(range(len(SCALES_PCT)), key=lambda i: abs(SCALES_PCT[i] - now))
        index = min(max(nearest + step, 0), len(SCALES_PCT) - 1)
        self._update(text_scale_pct=SCALES_PCT[index])

    def _turn_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.actions_.full_screen.setChecked(self.isFullScreen())

    def _update(self, **changes: object) -> None:
        self._home.update(**changes)
        restyle = bool(changes.keys() & {"theme", "text_scale_pct", "reduced_motion"})
        self._show_preferences(restyle=restyle)

    def _show_preferences(self, *, restyle: bool) -> None:
        wanted = self._home.preferences()
        act = self.actions_
        act.mirror.setChecked(wanted.mirrored)
        act.picture.setChecked(wanted.show_picture)
        act.voice.setChecked(wanted.voice)
        act.still.setChecked(wanted.reduced_motion)
        act.system_theme.setChecked(wanted.theme == "system")
        act.show_language(wanted.language)
        self.home_page.show_preferences()
        self.practice_page.set_view(
            mirrored=wanted.mirrored, show_picture=wanted.show_picture, voice=wanted.voice
        )
        if restyle:
            apply_style(self, self.style_now)

    def _go(self, page: QWidget) -> None:
        practising = page is self.practice_page
        self.menuBar().setVisible(not practising)
        self.pages.setCurrentWidget(page)
        focus = {
            self.home_page: self.home_page.practice.start,
            self.practice_page: self.practice_page.pause,
            self.summary_page: self.summary_page.home_button,
        }[page]
        focus.setFocus(Qt.FocusReason.OtherFocusReason)
        if page is self.summary_page and self.summary_page.view is not None:
            view = self.summary_page.view
            self.announcer.say(" ".join((view.headline + ".", *view.sentences)))

    def _tell(self, title: str, text: str) -> None:
        box = QMessageBox(self)
        box.setObjectName("message")
        box.setWindowTitle(title)
        box.setText(text)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
