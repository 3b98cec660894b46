"""Every setting in plain words, grouped; each change holds at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Final, Protocol

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.app.camera_presenter import CameraPresenter
from coach.app.consent import CONSENT_VERSION, has_agreed
from coach.app.limits_presenter import LimitsPresenter
from coach.app.plan_import import PlanImport
from coach.app.setting_specs import GROUP_TITLE, SettingGroup, Settings, SettingSpec, group
from coach.domain.language import tr
from coach.ui.pages.delete_card import DeleteCard, Deletion
from coach.ui.pages.page import Page, PageId
from coach.ui.pages.scroll_page import make_scroll, page_head
from coach.ui.pages.setting_rows import CameraRow, ConsentRow, SettingRow
from coach.ui.pages.therapist_card import Presence, TherapistCard
from coach.ui.theme import Style, apply_to_children
from coach.ui.widgets.labels import ActionButton, card, label
from coach.ui.widgets.setting_controls import make_control

#: Settings that change how the whole window looks.
_RESTYLE: Final = frozenset({"theme", "text_scale_pct", "reduced_motion"})
_GROUPS: Final = tuple(g for g in SettingGroup if g is not SettingGroup.KEPT)


class Preferences(Protocol):
    """Where choices are kept (`coach.app.home_presenter.HomePresenter`)."""

    def preferences(self) -> Settings: ...

    def update(self, **changes: object) -> None: ...


@dataclass(frozen=True, slots=True)
class SettingsParts:
    """What the page shows and changes.

    Attributes:
        home: the person's choices.
        cameras: for choosing a camera.
        plans: a therapist's plan.
        limits: a therapist's limits.
        presence: whether a therapist is beside.
        deletion: deletes practice; None where there is none to delete.
        why_not: why a setting, by its name, cannot be used on this system; "": it is not offered;
            None: it can be.
    """

    home: Preferences
    cameras: CameraPresenter
    plans: PlanImport
    limits: LimitsPresenter
    presence: Presence
    why_not: Callable[[str], str | None] = lambda _name: None
    deletion: Deletion | None = None


class SettingsPage(Page):
    """The settings.

    Args:
        parts: the presenters.
    """

    page_id: ClassVar[PageId] = PageId.SETTINGS

    def __init__(self, parts: SettingsParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settingsPage")
        self._parts = parts
        self._style = Style()
        self._rows: dict[str, SettingRow] = {}
        self.home = ActionButton(tr("Home"), "", "settingsHome", tr("Back to the home page"))
        self.home.clicked.connect(lambda: self.go_asked.emit(PageId.HOME))
        self.therapist = TherapistCard(parts.plans, parts.limits, parts.presence)
        self.delete = DeleteCard(parts.deletion) if parts.deletion is not None else None
        if self.delete is not None:
            self.delete.told.connect(lambda text: self.said.emit(text, False))
        self._build()
        self.therapist.reopen_asked.connect(self.reopen_asked)

    def nav_text(self) -> str:
        return tr("Settings")

    def first_focus(self) -> QWidget:
        control = self._rows[group(_GROUPS[0])[0].name].control
        return control.first if control is not None else self

    def entered(self) -> None:
        self.show_settings()
        self.therapist.refresh()
        if self.delete is not None:
            self.delete.refresh()

    def left(self) -> None:
        self.camera.fold()
        self._parts.cameras.rest()

    def set_style(self, style: Style) -> None:
        self._style = style

    def show_settings(self) -> None:
        """Show every value as it is now; what the plan sets can be read but not changed."""
        now, prescribed = self._parts.home.preferences(), self._parts.plans.prescribed
        for name, row in self._rows.items():
            why_not = self._parts.why_not(name)
            row.setVisible(why_not != "" and self._means_something(row.spec, now))
            row.show_value(getattr(now, name), prescribed=name in prescribed, why_not=why_not or "")
        self.camera.show_value(now.camera)
        self.consent.show_agreed(has_agreed(now))

    def open_plan(self, path: Path) -> None:
        """Look at a plan file that was dropped on the window."""
        self.therapist.plan.open_file(path)
        self._scroll.ensureWidgetVisible(self.therapist.plan)

    def _build(self) -> None:
        self._scroll, column = make_scroll("settingsScroll")
        title = label(tr("Settings"), "display", "settingsTitle", wrap=True)
        column.addLayout(page_head(title, self.home))
        self.camera = CameraRow(self._parts.cameras)
        self.consent = ConsentRow()
        self.consent.asked.connect(lambda: self.go_asked.emit(PageId.WELCOME))
        self.consent.withdrawn.connect(self._on_withdrawn)
        self.consent.given.connect(lambda: self._update(agreed=CONSENT_VERSION))
        own = {"camera": self.camera, "agreed": self.consent}
        for which in _GROUPS:
            title = label(GROUP_TITLE[which], "title", f"group_{which}", wrap=True)
            rows = [own.get(spec.name) or self._row(spec) for spec in group(which)]
            column.addWidget(card(title, *rows, name=f"card_{which}")[0])
        column.addWidget(self.therapist)
        if self.delete is not None:
            column.addWidget(self.delete)
        column.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._scroll)

    def _on_withdrawn(self, delete: bool) -> None:
        self._update(agreed=0)
        deletion = self._parts.deletion
        if delete and deletion is not None:
            deletion.delete([row.id for row in deletion.sessions()])

    def _means_something(self, spec: SettingSpec, now: Settings) -> bool:
        """Whether every switch that it needs is on, and can be."""
        if not spec.needs:
            return True
        usable = getattr(now, spec.needs) and self._parts.why_not(spec.needs) is None
        return bool(usable) and self._means_something(self._rows[spec.needs].spec, now)

    def _row(self, spec: SettingSpec) -> SettingRow:
        control = make_control(spec)
        titled = tr(spec.title) != GROUP_TITLE[spec.group]
        row = SettingRow(spec, control, titled=titled)
        self._rows[spec.name] = row
        if control is not None:
            control.changed.connect(lambda value, name=spec.name: self._update(**{name: value}))
        return row

    def _update(self, **changes: object) -> None:
        before = self._parts.home.preferences()
        self._parts.home.update(**changes)
        self.show_settings()
        if changes.keys() == {"language"} and self._parts.home.preferences() != before:
            self.reopen_asked.emit()
            return
        self.preferences_changed.emit(bool(changes.keys() & _RESTYLE))
        apply_to_children(self, self._style)
