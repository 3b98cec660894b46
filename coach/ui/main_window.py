"""The window: its pages, one set of keys, one look."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
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
from coach.ui.actions import Actions
from coach.ui.announcer import Announcer
from coach.ui.contracts import HomePort, SessionPort
from coach.ui.look import Look
from coach.ui.pages.home_page import HomePage
from coach.ui.pages.page import Page, PageId
from coach.ui.pages.practice_page import PracticePage
from coach.ui.pages.safety_page import SafetyPage
from coach.ui.pages.scroll_page import scroll_to
from coach.ui.pages.summary_page import SummaryPage
from coach.ui.player import Player
from coach.ui.session_flow import SessionFlow
from coach.ui.theme import Style
from coach.ui.widgets.keys_dialog import KeysDialog
from coach.ui.widgets.notice_bar import NoticeBar
from coach.ui.wording import APP_TITLE, KEYS, SMALL_PRINT

MIN_SIZE: Final = (1024, 640)
_START_SIZE: Final = (1240, 800)


def ask_folder(parent: QWidget) -> Path | None:
    """Ask for the folder of an export; None where the person changes their mind."""
    chosen = QFileDialog.getExistingDirectory(parent, tr("Where should the session go?"))
    return Path(chosen) if chosen else None


class MainWindow(QMainWindow):
    """Holds the pages and forwards what the person does. GUI thread.

    Signals:
        reopen_asked: the window must open again, for its words or its exercises are others now.

    Args:
        home: plans, past sessions, preferences.
        session: the running session.
        pages: what there is besides home, practice and summary.
        choose_folder: asks where an export goes.
        reopens: somebody hears `reopen_asked`, so that another language holds at once.

    Attributes:
        quits: the person quits the program; closing the window alone may leave its reminders on.
    """

    reopen_asked = Signal()

    def __init__(
        self,
        home: HomePort,
        session: SessionPort,
        *,
        pages: Sequence[Page] = (),
        choose_folder: Callable[[QWidget], Path | None] = ask_folder,
        reopens: bool = False,
    ) -> None:
        super().__init__()
        self._reopens = reopens
        self.quits = False
        self.setObjectName("mainWindow")
        self.setWindowTitle(tr(APP_TITLE))
        self.setMinimumSize(*MIN_SIZE)
        self.resize(*_START_SIZE)
        self._home = home
        self._session = session
        self.announcer = Announcer(self)
        self.notice = NoticeBar()
        self.home_page = HomePage(home)
        self.practice_page = PracticePage()
        self.summary_page = SummaryPage()
        self.safety_page = SafetyPage(home)
        self.pages = QStackedWidget()
        self.pages.setObjectName("pages")
        self._by_id: dict[PageId, Page] = {}
        own = (self.home_page, self.practice_page, self.summary_page, self.safety_page)
        self._lay_out((*own, *pages))
        self.actions_ = Actions(self, [(p.page_id, p.nav_text()) for p in pages if p.nav_text()])
        self.look = Look(self, home)
        self.flow = SessionFlow(
            self,
            home,
            session,
            (self.home_page, self.practice_page, self.summary_page),
            self.go,
            lambda: self.shown,
            self._tell_above,
            choose_folder,
            self._before_practice,
        )
        self.player = Player(self, self.practice_page, session, home, self.look)
        self._connect()
        self.look.show(restyle=True)
        self.go(PageId.HOME)
        problems = list(home.problems())
        if problems:
            self._tell_above(problems[0], "")

    @property
    def style_now(self) -> Style:
        """The look that the preferences ask for."""
        return self.look.style

    @property
    def shown(self) -> Page:
        """The page that is shown."""
        page = self.pages.currentWidget()
        assert isinstance(page, Page)
        return page

    def page(self, page_id: PageId) -> Page | None:
        """A page by its id; None where there is none."""
        return self._by_id.get(page_id)

    def closeEvent(self, event: QCloseEvent) -> None:
        """In mid-session it is kept, said so, and offered to go on first; but not to a log-out."""
        application = QApplication.instance()
        leaves = isinstance(application, QGuiApplication) and application.isSavingSession()
        if not leaves and self.isVisible() and self.player.stopping.close(self.close):
            event.ignore()
            return
        self.shown.left()
        self._session.shutdown()
        event.accept()

    def quit(self) -> None:
        """Close the window, and with it the whole program."""
        self.quits = True
        self.close()

    def start_session(self) -> None:
        """Begin the chosen plan; does nothing while a session runs or where there is no plan."""
        self.flow.start()

    def go(self, page_id: PageId) -> None:
        """Show a page; one that is not there is passed over."""
        page = self._by_id.get(page_id)
        if page is None:
            return
        before = self.shown
        self.menuBar().setVisible(page.shows_menu)
        self.pages.setCurrentWidget(page)
        if before is not page:
            before.left()
        page.entered()
        focused = page.first_focus()
        focused.setFocus(Qt.FocusReason.OtherFocusReason)
        scroll_to(focused)

    def _lay_out(self, pages: Sequence[Page]) -> None:
        for page in pages:
            self._by_id[page.page_id] = page
            self.pages.addWidget(page)
        self.home_page.show_navigation(
            [(page.page_id, page.nav_text()) for page in pages if page.nav_text()]
        )
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.pages, 1)
        self.setCentralWidget(centre)

    def _connect(self) -> None:
        look, act = self.look, self.actions_
        look.changed.connect(self._show_preferences)
        self.player.stopping.card.go_on_asked.connect(lambda: setattr(self, "quits", False))
        self.player.stopping.said.connect(lambda text: self.announcer.say(text, urgent=True))
        for page in self._by_id.values():
            page.go_asked.connect(self.go)
            page.said.connect(lambda text, urgent: self.announcer.say(text, urgent=urgent))
            page.message_asked.connect(self._tell_above)
            page.preferences_changed.connect(lambda restyle: look.show(restyle=restyle))
            page.reopen_asked.connect(self.reopen_asked)
            page.care_asked.connect(self._show_care)
            if page is not self.home_page:
                page.start_asked.connect(self.start_session)
        self.home_page.text_scaled.connect(look.scale_text)
        self.home_page.theme_asked.connect(look.turn_theme)
        self.home_page.voice_asked.connect(look.turner("voice"))
        act.start_pause.triggered.connect(self._on_space)
        act.skip.triggered.connect(self.player.skip)
        act.stop.triggered.connect(self._on_escape)
        act.quit.triggered.connect(self.quit)
        act.go_asked.connect(self.go)
        act.mirror.triggered.connect(look.turner("mirrored"))
        act.voice.triggered.connect(look.turner("voice"))
        act.larger.triggered.connect(lambda: look.scale_text(1))
        act.smaller.triggered.connect(lambda: look.scale_text(-1))
        act.theme.triggered.connect(look.turn_theme)
        act.system_theme.triggered.connect(lambda: look.update(theme="system"))
        act.still.triggered.connect(look.turner("reduced_motion"))
        act.full_screen.triggered.connect(self._turn_full_screen)
        act.languages.triggered.connect(lambda chosen: self._choose_language(chosen.data()))
        act.keys.triggered.connect(self._show_keys)
        act.about.triggered.connect(self._on_about)

    def _show_care(self, plan_id: str) -> None:
        back = self.shown.page_id
        self.safety_page.show_cards(plan_id, before_practice=False, back=back)
        self.go(PageId.SAFETY)

    def _before_practice(self, plan_id: str) -> bool:
        """Whether the practice waits for its safety cards, which are shown then."""
        if not self._home.care_due(plan_id):
            return False
        self.safety_page.show_cards(plan_id, before_practice=True, back=self.shown.page_id)
        self.go(PageId.SAFETY)
        return True

    def _on_space(self) -> None:
        """Start, pause or go on; on a focused control outside a session, what it always does."""
        focused = QApplication.focusWidget()
        if self.flow.practising and not self.practice_page.asking:
            self.player.pause()
            return
        if isinstance(focused, QAbstractButton):
            focused.click()
        elif isinstance(focused, QComboBox):
            focused.showPopup()
        elif self.shown is self.home_page:
            self.start_session()

    def _on_escape(self) -> None:
        if self.flow.practising:
            if not self.shown.escape():
                self.player.stopping.stop()
        elif self.shown is self.home_page:
            self.notice.hide()
        elif not self.shown.escape():
            self.go(PageId.HOME)

    def _on_about(self) -> None:
        if PageId.ABOUT in self._by_id:
            self.go(PageId.ABOUT)
        else:
            self._tell(tr("About and limits"), tr(SMALL_PRINT))

    def _choose_language(self, code: str) -> None:
        """Every sentence on the screen is made at the start, so that is when a language changes."""
        self.look.update(language=code)
        if self._reopens:
            self.reopen_asked.emit()
            return
        self._tell_above(next_start_sentence(choose_language(code)), "")

    def _turn_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.actions_.full_screen.setChecked(self.isFullScreen())

    def _show_preferences(self) -> None:
        wanted = self._home.preferences()
        self.actions_.show_preferences(wanted)
        self.home_page.show_preferences()
        self.player.show_preferences()

    def _tell_above(self, message: str, hint: str) -> None:
        """Say something above the page; nothing hides what was said."""
        if not message:
            self.notice.hide()
            return
        self.notice.say(message, hint)
        self.announcer.say(f"{message} {hint}".strip(), urgent=True)

    def _show_keys(self) -> None:
        KeysDialog(self, tr(KEYS)).open_over(self.style_now, 640, 720)

    def _tell(self, title: str, text: str) -> None:
        box = QMessageBox(self)
        box.setObjectName("message")
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
