"""The window's pages with their presenters: one line for each part, besides the session's own."""

from __future__ import annotations

from coach.app.home_presenter import HomePresenter
from coach.app.profile_presenter import ProfilePresenter
from coach.app.session_presenter import SessionPresenter
from coach.app.settings_store import SettingsStore
from coach.services import Services
from coach.ui.pages.page import Page
from coach.ui.pages.plan_page import PlanPage


def make_pages(
    services: Services,
    settings: SettingsStore,
    home: HomePresenter,
    session: SessionPresenter,
    person: ProfilePresenter | None,
) -> list[Page]:
    """The pages besides home, practice and summary, in the order of the navigation.

    Args:
        services: exercises and practice log.
        settings: the person's choices.
        home: the home page's presenter; presenters made here may have it as their parent.
        session: the running session's presenter.
        person: the person's answers; None in a demonstration, which is nobody's.
    """
    return [PlanPage(person, home)] if person is not None else []
